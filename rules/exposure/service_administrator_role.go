package exposure

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var serviceAdministratorRole = &rules.Rule{
	ID:       "EXPOSURE.2",
	Slug:     "service-administrator-role",
	Severity: rules.Low,
	Title:    "Role of tasks or instances has all permissions of a service",
	Why: "Whoever gets code to run in a container or on an instance has the permissions of its role. With all " +
		"actions of a service, such as `ec2:*` or `s3:*`, these reach far beyond what the workload needs: to " +
		"delete, to read what belongs to others, and to change who has access.",
	Fix: "Grant the actions that the workload uses, on the resources that it uses.",
	Notes: "AWS gives no test for this trait. Taken for one are statements that allow all actions of a service on " +
		"the resource `*`, those that allow on it all actions but a few (`NotAction`), and policies of AWS whose " +
		"name ends in `FullAccess`, or is `PowerUserAccess`. What grants everything is EXPOSURE.1's, and `ssmmessages` " +
		"and `ec2messages` are no more than connections of agents. What a statement with a condition, or a role " +
		"with a permissions boundary, may do cannot be told.",
	Docs:  docs,
	Check: serviceAdministration.check(),
}

var serviceAdministration = power{
	managed:   managesService,
	statement: grantsService,
	words:     "has all permissions of a service",
}

// wholeService matches an action that stands for all of a service.
var wholeService = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([A-Za-z0-9-]+):\*$`)
})

// channels are services that are no more than the connections of agents, which
// administer nothing. Systems Manager User Guide, "Reference: ec2messages,
// ssmmessages, and other API operations", November 2026.
var channels = []string{"ec2messages", "ssmmessages"}

func administersService(action string) bool {
	m := wholeService().FindStringSubmatch(action)
	return m != nil && !slices.Contains(channels, strings.ToLower(m[1]))
}

// later matches what is added to the names of policies when they get a new version.
var later = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`_?[vV][0-9]+$`)
})

func managesService(name string) bool {
	name = later().ReplaceAllString(name, "")
	return !slices.Contains(administrative, name) && (name == "PowerUserAccess" || strings.HasSuffix(name, "FullAccess"))
}

// grantsService asks whether a statement is about all actions of a service, and not
// about all that there are, on every resource.
func grantsService(s *model.Statement) value.Truth {
	whole := s.Actions.Complete.Not()
	for _, a := range s.Actions.Items {
		whole = whole.Or(a.Satisfies(administersService))
	}
	allBut := s.NotActions.Empty().Not().And(s.NotActions.Contains("*", "*:*").Not())
	return whole.Or(allBut).And(s.OnEverything()).And(grantsEverything(s).Not())
}
