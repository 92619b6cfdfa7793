package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidPortRange = &rules.Rule{
	ID:       "DEPLOY.49",
	Slug:     "invalid-port-range",
	Severity: rules.High,
	Title:    "Range of ports is invalid",
	Why:      "ECS refuses the task definition.",
	Fix: "Write `containerPortRange` as `first-last`, without `containerPort` and `hostPort`, up to 100 of them in " +
		"a container and none that overlap, in network mode `bridge` or `awsvpc`.",
	Notes: "AWS documents the limits; the messages of the live API were not seen.",
	Docs:  []rules.Link{apiPage("PortMapping")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for c := range rules.Each(p, &t.Containers) {
			p.When(portRanges(c).Above(value.Exactly(maxRanges)), &c.PortMappings, "container %s has more than %d ranges of ports", c, maxRanges)
		}
		for x, earlier := range eachPort(p, t) {
			r := x.ContainerPortRange
			bad := r.Satisfies(func(s string) bool { _, _, ok := portRange(s); return s != "" && !ok })
			p.When(bad, r, "%s is no range of ports from 1 to %d", r, maxPort)
			single := x.ContainerPort.Satisfies(func(n int) bool { return n != 0 }).Or(x.fixed())
			p.When(r.NotBlank().And(single), r, "container %s has the range of ports %s and a single port in one mapping", x.of, r)
			p.When(r.NotBlank().And(t.NetworkMode.In("host", "none")), r,
				"container %s has a range of ports in network mode %s, not bridge or awsvpc", x.of, t.NetworkMode)
			shared := like(earlier, func(e port) value.Truth {
				same := value.True(e.of == x.of).And(e.Protocol.Equals(x.Protocol))
				return same.And(value.Both(e.ContainerPortRange, r, overlap))
			})
			p.When(shared, r, "range of ports %s of container %s overlaps with another one", r, x.of)
		}
	}),
}

// maxRanges is how many ranges of ports a container can have. API Reference,
// PortMapping, November 2026.
const maxRanges = 100

// portRanges is the number of ranges of ports of a container.
func portRanges(c *model.Container) value.Span {
	return c.PortMappings.Sum(func(m *model.PortMapping) value.Span {
		return value.Exactly(1).If(m.ContainerPortRange.NotBlank())
	})
}
