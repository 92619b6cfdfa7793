package deploy

import (
	"regexp"
	"sync"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// parameters are the settings of containers that not every kind of compute has,
// by their names in the API: whether a container uses one, and where.
var parameters = map[string]func(*model.Container) (value.Truth, rules.Located){
	"disableNetworking": func(c *model.Container) (value.Truth, rules.Located) {
		return c.DisableNetworking.Is(true), c.DisableNetworking
	},
	"privileged": func(c *model.Container) (value.Truth, rules.Located) {
		return c.Privileged.Is(true), c.Privileged
	},
	"readonlyRootFilesystem": func(c *model.Container) (value.Truth, rules.Located) {
		return c.ReadonlyRootFilesystem.Is(true), c.ReadonlyRootFilesystem
	},
	"hostname": func(c *model.Container) (value.Truth, rules.Located) {
		return c.Hostname.NotBlank(), c.Hostname
	},
	"extraHosts": func(c *model.Container) (value.Truth, rules.Located) {
		return c.ExtraHosts.NotEmpty(), &c.ExtraHosts
	},
	"dnsServers": func(c *model.Container) (value.Truth, rules.Located) {
		return c.DnsServers.Empty().Not(), &c.DnsServers
	},
	"dnsSearchDomains": func(c *model.Container) (value.Truth, rules.Located) {
		return c.DnsSearchDomains.Empty().Not(), &c.DnsSearchDomains
	},
	"dockerSecurityOptions": func(c *model.Container) (value.Truth, rules.Located) {
		return c.DockerSecurityOptions.Empty().Not(), &c.DockerSecurityOptions
	},
	"links": func(c *model.Container) (value.Truth, rules.Located) {
		return linked(c), &c.Links
	},
	"ulimits": func(c *model.Container) (value.Truth, rules.Located) {
		return c.Ulimits.NotEmpty(), &c.Ulimits
	},
	"a GPU": func(c *model.Container) (value.Truth, rules.Located) {
		isGPU := func(r *model.ResourceRequirement) value.Truth { return r.Type.Is("GPU") }
		return c.ResourceRequirements.Any(isGPU), &c.ResourceRequirements
	},
	"linuxParameters": func(c *model.Container) (value.Truth, rules.Located) {
		return c.LinuxParameters.Exists(), &c.LinuxParameters
	},
	"devices": func(c *model.Container) (value.Truth, rules.Located) {
		return c.LinuxParameters.Devices.NotEmpty(), &c.LinuxParameters.Devices
	},
	"sharedMemorySize": func(c *model.Container) (value.Truth, rules.Located) {
		size := c.LinuxParameters.SharedMemorySize
		return size.Satisfies(func(n int) bool { return n > 0 }), size
	},
	"maxSwap": func(c *model.Container) (value.Truth, rules.Located) {
		return c.LinuxParameters.MaxSwap.Set(), c.LinuxParameters.MaxSwap
	},
	"swappiness": func(c *model.Container) (value.Truth, rules.Located) {
		return c.LinuxParameters.Swappiness.Set(), c.LinuxParameters.Swappiness
	},
}

// without reports the parameters of containers that a kind of compute lacks.
func without(p *rules.Pass, t *model.TaskDefinition, compute string, names ...string) {
	for c := range rules.Each(p, &t.Containers) {
		for _, name := range names {
			used, at := parameters[name](c)
			p.When(used, at, "container %s of task definition %s uses %s, which %s does not have", c, t, name, compute)
		}
	}
}

// onManagedInstances limits a rule to task definitions that run on instances that
// ECS manages. It reports false where the rule has nothing to look at.
func onManagedInstances(p *rules.Pass, t *model.TaskDefinition) bool {
	return p.Scope(p.Model.RunsOn(t, model.ManagedInstances), &t.RequiresCompatibilities)
}

// onWindows limits a rule to task definitions for Windows.
func onWindows(p *rules.Pass, t *model.TaskDefinition) bool {
	return p.Scope(t.Windows(), t.RuntimePlatform.OperatingSystemFamily)
}

// onWindowsInstances limits a rule to task definitions for Windows that run on
// instances, and not on Fargate too.
func onWindowsInstances(p *rules.Pass, t *model.TaskDefinition) bool {
	instances := p.Model.RunsOn(t, model.EC2).And(p.Model.RunsOn(t, model.Fargate).Not())
	return onWindows(p, t) && p.Scope(instances, &t.RequiresCompatibilities)
}

// usesDriver asks whether a container sends its logs through a log driver.
func usesDriver(name string) func(*model.Container) value.Truth {
	return func(c *model.Container) value.Truth { return c.LogConfiguration.LogDriver.Is(name) }
}

// usesPrivateImage asks whether the image of a container is known to be in a
// private repository of Amazon ECR.
func usesPrivateImage(c *model.Container) value.Truth {
	return c.Image.Satisfies(privateImage().MatchString)
}

var privateImage = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9]{12}\.dkr\.ecr(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?/`)
})

// lacksRole is the check of what needs an execution role on one kind of compute.
func lacksRole(on func(*rules.Pass, *model.TaskDefinition) bool, what string, needs func(*model.Container) value.Truth) rules.Check {
	return rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !on(p, t) || !p.Scope(t.Containers.Any(needs), &t.Containers) {
			return
		}
		p.When(t.ExecutionRoleArn.Omitted(), t.ExecutionRoleArn, "containers of task definition %s use %s, but it has no execution role", t, what)
	})
}

// withEncryption asks whether a volume in EFS is encrypted in transit.
func withEncryption(v *model.Volume) value.Truth { return v.Efs.TransitEncryption.Is("ENABLED") }

// driversOfDocker are the log drivers that only Docker on an instance has. API
// Reference, LogConfiguration, November 2026.
var driversOfDocker = []string{"fluentd", "gelf", "json-file", "journald", "syslog"}
