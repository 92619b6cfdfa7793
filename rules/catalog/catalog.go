// Package catalog lists every rule and renders the pages about them.
package catalog

import (
	"sync"

	"github.com/ecslint/ecslint/rules"
	"github.com/ecslint/ecslint/rules/deploy"
	"github.com/ecslint/ecslint/rules/exposure"
	"github.com/ecslint/ecslint/rules/fips"
	"github.com/ecslint/ecslint/rules/managedinstances"
	"github.com/ecslint/ecslint/rules/schema"
	"github.com/ecslint/ecslint/rules/securityhub"
)

//go:generate go test -run ^TestDocsCurrent$/^examples$ -update
//go:generate go test -run ^TestDocsCurrent$/^manual$ -update

// Module is one source of rules.
type Module struct {
	Name  string // the package below rules: "securityhub"
	Title string
	About string // what its page says before the rules, in Markdown; may be empty
	Rules []*rules.Rule
}

// Modules lists every module, in the order of the documentation.
var Modules = []Module{
	{"securityhub", "AWS Security Hub controls", "", securityhub.Rules},
	{"deploy", "What Amazon ECS refuses to deploy", deploy.About, deploy.Rules},
	{"exposure", "How services and their instances are exposed", "", exposure.Rules},
	{"managedinstances", "Amazon ECS Managed Instances", managedinstances.About, managedinstances.Rules},
	{"fips", "FIPS-140 on AWS Fargate", "", fips.Rules},
	{"schema", "Names that AWS does not know", "", schema.Rules},
}

// All gives the rules of all modules, in the order of the documentation.
func All() []*rules.Rule {
	var out []*rules.Rule
	for _, m := range Modules {
		out = append(out, m.Rules...)
	}
	return out
}

// ModuleOf gives the module that lists a rule, or another of its ID.
func ModuleOf(r *rules.Rule) Module {
	return modules()[r.ID]
}

// modules are the modules by the IDs of their rules.
var modules = sync.OnceValue(func() map[string]Module {
	out := map[string]Module{}
	for _, m := range Modules {
		for _, r := range m.Rules {
			out[r.ID] = m
		}
	}
	return out
})
