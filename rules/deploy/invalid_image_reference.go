package deploy

import (
	"regexp"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidImageReference = &rules.Rule{
	ID:       "DEPLOY.6",
	Slug:     "invalid-image-reference",
	Severity: rules.High,
	Title:    "Reference to an image is invalid",
	Why:      "ECS refuses a reference that is too long. With a digest that is none, no task can pull the image.",
	Fix: "Refer to an image as `repository:tag` of up to 255 characters, or as `repository@sha256:` and 64 " +
		"hexadecimal digits.",
	Notes: "AWS documents both forms; the messages of the live API were not seen. Digests of other algorithms than " +
		"`sha256` are passed over.",
	Docs: []rules.Link{apiPage("ContainerDefinition"), parametersPage},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			tag := c.Image.Before("@").Equals(c.Image)
			p.When(tag.And(c.Image.LongerThan(maxImage)), c.Image,
				"image of container %s of task definition %s has more than %d characters", c, t, maxImage)
			p.When(c.Image.Satisfies(badDigest), c.Image,
				"digest in image %s of container %s is not sha256: and 64 hexadecimal digits", c.Image, c)
		}
	}),
}

// maxImage is the longest reference by a tag. API Reference, ContainerDefinition,
// November 2026.
const maxImage = 255

var sha256Digest = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^sha256:[0-9a-fA-F]{64}$`)
})

// badDigest reports whether an image has a digest that is none.
func badDigest(image string) bool {
	_, digest, found := strings.Cut(image, "@")
	algorithm, _, named := strings.Cut(digest, ":")
	return found && (!named || algorithm == "sha256") && !sha256Digest().MatchString(digest)
}
