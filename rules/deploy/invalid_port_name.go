package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidPortName = &rules.Rule{
	ID:       "DEPLOY.50",
	Slug:     "invalid-port-name",
	Severity: rules.High,
	Title:    "Name of a port is invalid",
	Why:      "ECS refuses the task definition.",
	Fix:      "Use up to 64 lower-case letters, digits, hyphens and underscores, without a hyphen at the beginning.",
	Notes:    "AWS documents the limits; the message of the live API was not seen.",
	Docs:     []rules.Link{apiPage("PortMapping")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for x := range eachPort(p, t) {
			n := x.PortMapping.Name
			bad := n.LongerThan(maxPortName).Or(n.Consists(isPortNameRune).Not()).Or(n.StartsWith("-"))
			p.When(n.NotBlank().And(bad), n, "port name %s of container %s is not of up to %d lower-case letters, digits, hyphens and underscores",
				n, x.of, maxPortName)
		}
	}),
}

// maxPortName is the longest name of a port. API Reference, PortMapping, November
// 2026.
const maxPortName = 64

// isPortNameRune reports whether names of ports can have a character.
func isPortNameRune(r rune) bool { return isNameRune(r) && (r < 'A' || r > 'Z') }
