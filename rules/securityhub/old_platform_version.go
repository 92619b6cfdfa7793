package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var oldPlatformVersion = &rules.Rule{
	ID:       "ECS.10",
	Slug:     "old-platform-version",
	Severity: rules.Medium,
	Title:    "Fargate service is pinned to an old platform version",
	Why: "An old platform version does not get the kernel and runtime updates of the newest one, and AWS " +
		"retires it at some point.",
	Fix: "Delete `platformVersion` or set it to `LATEST`, and deploy the service again so that running tasks move.",
	Notes: "Services on the capacity providers `FARGATE` and `FARGATE_SPOT` are judged like those of launch " +
		"type `FARGATE`. An absent version is `LATEST`. The newest Linux version is accepted for any " +
		"operating system, the newest Windows version for Windows only; the task definition says which it " +
		"is, and Linux if it does not.",
	Docs: []rules.Link{control("ECS.10"), configRule("ecs-fargate-latest-platform-version")},
	Related: slices.Concat(
		nist("SI-2", "SI-2(2)", "SI-2(4)", "SI-2(5)"),
		pci4("6.3.3"),
		controlTower("CT.ECS.PR.1"),
	),
	Params: []rules.Param{
		{Name: "latestLinuxVersion", About: "the newest platform version for Linux", Default: []string{"1.4.0"}},
		{Name: "latestWindowsVersion", About: "the newest platform version for Windows", Default: []string{"1.0.0"}},
	},
	Check: rules.On(func(p *rules.Pass, s *model.Service) {
		if !p.Scope(p.Model.ServiceRunsOn(s, model.Fargate), s.LaunchType) {
			return
		}
		version := s.PlatformVersion
		newest := version.NotBlank().Not().Or(version.Is("LATEST")).Or(version.In(p.Strings("latestLinuxVersion")...))
		windows := version.In(p.Strings("latestWindowsVersion")...).And(p.Model.ServiceOnWindows(s))
		p.When(newest.Or(windows).Not(), version, "service %s is pinned to Fargate platform version %s", s, version).
			Fix(rules.Set(version, "LATEST"))
	}),
}
