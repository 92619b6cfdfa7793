package managedinstances

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var dangerousCapability = &rules.Rule{
	ID:       "MI.1",
	Slug:     "dangerous-capability",
	Severity: rules.Medium,
	Title:    "Container on managed instances adds a privileged Linux capability",
	Why: "A capability such as `SYS_ADMIN` or `NET_ADMIN` is a part of what root may do to the instance, and " +
		"several of them are enough to break out to the other tasks on it. Managed instances have them off " +
		"unless one asks for them.",
	Fix: "Delete the capability from `linuxParameters.capabilities.add`, or name only what the container uses.",
	Notes: "AWS names `NET_ADMIN`, `SYS_ADMIN`, `BPF` and `PERFMON`; the others of the list are as dangerous by what " +
		"the kernel documents. Names are read with and without `CAP_`, in any case.",
	Docs: []rules.Link{security, {
		Title: "API reference: KernelCapabilities",
		URL:   "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html",
	}},
	Params: []rules.Param{{Name: "dangerousCapabilities", About: "names of capabilities that no container may add", Default: dangerous}},
	Check: onTasks(func(p *rules.Pass, t *model.TaskDefinition) {
		names := p.Strings("dangerousCapabilities")
		for c := range rules.Each(p, &t.Containers) {
			added := &c.LinuxParameters.AddCapabilities
			for _, x := range added.Items {
				danger := x.Satisfies(func(s string) bool {
					return slices.Contains(names, strings.TrimPrefix(strings.ToUpper(s), "CAP_"))
				})
				p.When(danger, x, "container %s of task definition %s adds the capability %s", c, t, x)
			}
			p.When(added.Complete.Not(), added, "not every capability that container %s of task definition %s adds is known", c, t)
		}
	}),
}

// dangerous are the capabilities with which a container gets hold of its host, or of
// what others on it do. Amazon ECS Developer Guide, "Security considerations for
// Amazon ECS Managed Instances", November 2026; capabilities(7) of Linux.
var dangerous = []string{
	"ALL", "BPF", "DAC_OVERRIDE", "DAC_READ_SEARCH", "MAC_ADMIN", "MAC_OVERRIDE", "NET_ADMIN", "NET_RAW", "PERFMON",
	"SYS_ADMIN", "SYS_BOOT", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "SYS_TIME",
}
