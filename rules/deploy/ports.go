package deploy

import (
	"iter"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// maxPort is the last port that there is.
const maxPort = 65535

// reservedPorts are the ports of an instance that ECS never gives to a task: SSH,
// Docker and the agent. API Reference, PortMapping, November 2026.
var reservedPorts = []int{22, 2375, 2376, 51678, 51679, 51680}

// port is one entry of a container's port mappings.
type port struct {
	*model.PortMapping
	of *model.Container
}

// eachPort goes over the port mappings of a task definition, and gives with each
// one those before it.
func eachPort(p *rules.Pass, t *model.TaskDefinition) iter.Seq2[port, []port] {
	return func(yield func(port, []port) bool) {
		var earlier []port
		for c := range rules.Each(p, &t.Containers) {
			for m := range rules.Each(p, &c.PortMappings) {
				x := port{m, c}
				if !yield(x, earlier) {
					return
				}
				earlier = append(earlier, x)
			}
		}
	}
}

// like asks whether there is a port among others that answers q with Yes.
func like(others []port, q func(port) value.Truth) value.Truth {
	t := value.No
	for _, x := range others {
		t = t.Or(x.of.Exists().And(x.Exists()).And(q(x)))
	}
	return t
}

// fixed asks whether a port of the host is chosen in the code.
func (x port) fixed() value.Truth {
	return x.HostPort.Satisfies(func(n int) bool { return n != 0 })
}

// hostPortDiffers is the check of one network mode in which ports of the
// container and the host have to be the same. A host port of 0 is no host port to
// some tools, and not judged.
func hostPortDiffers(mode string) rules.Check {
	return rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		for x := range eachPort(p, t) {
			differ := value.Both(x.HostPort, x.ContainerPort, func(host, own int) bool { return host != 0 && host != own })
			p.When(t.NetworkMode.Is(mode).And(differ), x.HostPort,
				"container %s maps its port %s to port %s of the host in network mode %s", x.of, x.ContainerPort, x.HostPort, mode)
		}
	})
}

// portRange reads a range of ports, "8000-8010".
func portRange(s string) (first, last int, ok bool) {
	a, b, _ := strings.Cut(s, "-")
	first, errFirst := strconv.Atoi(a)
	last, errLast := strconv.Atoi(b)
	return first, last, errFirst == nil && errLast == nil && 0 < first && first < last && last <= maxPort
}

// overlap reports whether two ranges of ports have ports in common.
func overlap(a, b string) bool {
	firstA, lastA, okA := portRange(a)
	firstB, lastB, okB := portRange(b)
	return okA && okB && firstA <= lastB && firstB <= lastA
}

// onBridge asks whether the containers are on the bridge of an instance: the
// default, except for Windows and where the network mode has to be awsvpc.
func onBridge(p *rules.Pass, t *model.TaskDefinition) value.Truth {
	own := p.Model.RunsOn(t, model.Fargate).Or(p.Model.RunsOn(t, model.ManagedInstances))
	return t.NetworkMode.Is("bridge").Or(t.NetworkMode.Omitted().And(own.Not()).And(t.Windows().Not()))
}
