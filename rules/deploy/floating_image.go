package deploy

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var floatingImage = &rules.Rule{
	ID:       "DEPLOY.300",
	Slug:     "floating-image",
	Severity: rules.Low,
	Title:    "Image may change under the same name",
	Why: "Without a tag, or with `latest`, nobody can tell what runs: tasks of one service may run different " +
		"images, and going back to an earlier revision changes nothing.",
	Fix:     "Refer to the image by a tag of its own for each build, or by its digest.",
	Notes:   "An image of which a part is unknown is passed over, unless the tag that stands behind it is `latest`.",
	Profile: "operations",
	Docs:    []rules.Link{apiPage("ContainerDefinition"), guidePage("Best practices for Amazon ECS container images", "container-considerations")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			p.When(c.Image.EndsWith(":latest").Or(c.Image.Satisfies(untagged)), c.Image, "image %s of container %s may change under the same name", c.Image, c)
		}
	}),
}

// untagged reports whether a reference to an image has neither tag nor digest.
func untagged(image string) bool {
	name := image[strings.LastIndexByte(image, '/')+1:]
	return name != "" && !strings.ContainsAny(name, ":@")
}
