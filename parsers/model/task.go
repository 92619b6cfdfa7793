package model

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// MissesFamily asks whether the task definition reaches ECS without a family.
// CloudFormation makes one up; that of a file of its own can come from whatever
// deploys it.
func (t *TaskDefinition) MissesFamily() value.Truth {
	missing := t.Family.Omitted()
	switch {
	case strings.HasPrefix(t.Type, "AWS::"):
		return value.No
	case t.Type == TaskDefinitionFile:
		return missing.And(value.Maybe)
	}
	return missing
}

// MissesTaskDefinition asks whether the service reaches ECS without a task
// definition. That of a service in a file of its own can come from whatever
// deploys it.
func (s *Service) MissesTaskDefinition() value.Truth {
	missing := Lacks(s.TaskDefinition)
	if s.Type == ServiceFile {
		return missing.And(value.Maybe)
	}
	return missing
}

// MissesImage asks whether a container reaches ECS without an image. An empty one
// in a file of its own is often a gap that whatever deploys the file fills.
func (t *TaskDefinition) MissesImage(c *Container) value.Truth {
	missing := c.Image.Omitted()
	if t.Type == TaskDefinitionFile && c.Image.Set() == value.Yes {
		return missing.And(value.Maybe)
	}
	return missing
}

// HasContainer asks whether the task definition has a container of a name.
func (t *TaskDefinition) HasContainer(name value.StringSetting) value.Truth {
	return t.Containers.Any(func(c *Container) value.Truth { return c.Name.Equals(name) })
}

// MapsPort asks whether the container of a name maps a port. What is in a range of
// ports is not looked at.
func (t *TaskDefinition) MapsPort(name value.StringSetting, port value.IntSetting) value.Truth {
	return t.Containers.Any(func(c *Container) value.Truth {
		mapped := c.PortMappings.Any(func(m *PortMapping) value.Truth {
			return m.ContainerPort.Equals(port).Or(m.ContainerPortRange.Set().And(value.Maybe))
		})
		return c.Name.Equals(name).And(mapped)
	})
}

// HasPort asks whether the task definition has a port mapping of a name.
func (t *TaskDefinition) HasPort(name value.StringSetting) value.Truth {
	return t.Containers.Any(func(c *Container) value.Truth {
		return c.PortMappings.Any(func(m *PortMapping) value.Truth { return m.Name.Equals(name) })
	})
}

// HasLaunchVolume asks whether the task definition leaves a volume of a name to be
// configured at launch.
func (t *TaskDefinition) HasLaunchVolume(name value.StringSetting) value.Truth {
	return t.Volumes.Any(func(v *Volume) value.Truth { return v.Name.Equals(name).And(v.ConfiguredAtLaunch.Is(true)) })
}

// MapsDynamically asks whether the container of a name maps a port to one of the
// instance that is chosen at launch.
func (t *TaskDefinition) MapsDynamically(name value.StringSetting, port value.IntSetting) value.Truth {
	return t.Containers.Any(func(c *Container) value.Truth {
		mapped := c.PortMappings.Any(func(m *PortMapping) value.Truth {
			return m.ContainerPort.Equals(port).And(m.HostPort.Set().Not().Or(m.HostPort.Is(0)))
		})
		return c.Name.Equals(name).And(mapped)
	})
}

// ReservedMemory is the memory in MiB that is set aside for the container: its
// reservation, or its limit where it has none.
func (c *Container) ReservedMemory() value.Span {
	mib := func(n int) (int, bool) { return n, true }
	limit, reserved := c.Memory.Span(mib), c.MemoryReservation.Span(mib)
	switch c.MemoryReservation.Set() {
	case value.Yes:
		return reserved
	case value.No:
		return limit
	case value.Maybe:
	}
	return limit.Or(reserved)
}

// DependsBack asks whether the container that a dependency of c names depends on
// c, itself or by way of others. A container depends on itself.
func (t *TaskDefinition) DependsBack(c *Container, d *Dependency) value.Truth {
	return t.leadsBack(d.ContainerName, c, func(c *Container) []reference {
		var out []reference
		for _, d := range c.DependsOn.Items {
			out = append(out, reference{d.ContainerName, d.Exists()})
		}
		return out
	})
}

// LinksBack is [TaskDefinition.DependsBack] for a link, "name" or "name:alias".
func (t *TaskDefinition) LinksBack(c *Container, link value.StringSetting) value.Truth {
	return t.leadsBack(link.Before(":"), c, func(c *Container) []reference {
		var out []reference
		for _, l := range c.Links.Items {
			out = append(out, reference{l.Before(":"), l.Set()})
		}
		return out
	})
}

// reference is the name of a container in another one.
type reference struct {
	name   value.StringSetting
	exists value.Truth
}

// maxSearched bounds the containers among which circles are looked for. ECS takes
// far fewer.
const maxSearched = 64

// leadsBack asks whether the container of a name is c, or refers to it in any
// number of steps.
func (t *TaskDefinition) leadsBack(name value.StringSetting, c *Container, refs func(*Container) []reference) value.Truth {
	if len(t.Containers.Items) > maxSearched {
		return value.Maybe
	}
	for _, least := range []value.Truth{value.Yes, value.Maybe} {
		seen := map[*Container]bool{}
		pending := t.targets(reference{name, value.Yes}, least)
		for len(pending) > 0 {
			x := pending[len(pending)-1]
			pending = pending[:len(pending)-1]
			if x == c {
				return least
			}
			if seen[x] {
				continue
			}
			seen[x] = true
			for _, r := range refs(x) {
				pending = append(pending, t.targets(r, least)...)
			}
		}
	}
	return value.No
}

// targets gives the containers to which a reference leads at least so surely.
func (t *TaskDefinition) targets(r reference, least value.Truth) []*Container {
	var out []*Container
	for _, c := range t.Containers.Items {
		if r.exists.And(c.Exists()).And(r.name.Equals(c.Name)) >= least {
			out = append(out, c)
		}
	}
	return out
}
