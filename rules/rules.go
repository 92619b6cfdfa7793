// Package rules is what a rule is: a table of facts and one function over the
// model. A rule reads nothing, knows no format, and never tests for unknown
// itself: it asks the model questions whose answer is Yes, No or Maybe.
package rules

import (
	"fmt"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Severity is how much a finding matters, in AWS's words.
type Severity uint8

// The severities, in ascending order.
const (
	Low Severity = iota
	Medium
	High
	Critical
)

// String gives the severity in lower case.
func (s Severity) String() string {
	switch s {
	case Low:
		return "low"
	case Medium:
		return "medium"
	case High:
		return "high"
	case Critical:
		return "critical"
	}
	return fmt.Sprintf("Severity(%d)", uint8(s))
}

// ParseSeverity is the inverse of [Severity.String].
func ParseSeverity(s string) (Severity, error) {
	for x := Low; x <= Critical; x++ {
		if x.String() == s {
			return x, nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: use low, medium, high or critical", s)
}

// A Rule is one check and everything that its users read about it.
type Rule struct {
	ID       string // stable: the control's ID where AWS has one, "ECS.4"
	Slug     string // the problem in kebab case: "privileged-container"
	Severity Severity
	Title    string // the problem in one line, no full stop
	Why      string // what can go wrong (Markdown)
	Fix      string // what to write instead (Markdown)
	Notes    string // how unclear points of the control are read (Markdown); may be empty
	Retired  string // where AWS retired the control: when, and what replaces it; else empty
	// Profile is the one profile, besides "all", that turns the rule on: "fips",
	// "operations". Empty: it is on by default.
	Profile string
	Docs    []Link
	Related []string // requirements of standards: "NIST.800-53.r5 AC-6"
	Params  []Param
	Check   Check
}

// Link is a page to read.
type Link struct{ Title, URL string }

// Param is a setting of a rule.
type Param struct {
	Name    string   // as AWS names it: "requiredTagKeys"
	About   string   // one line
	Default []string // what the control has
}

// Check looks at every resource of one kind. Make one with [On].
type Check func(*run)

// Verdict is what a rule says of a resource.
type Verdict uint8

// The verdicts.
const (
	// NotApplicable is a resource outside the scope of the rule.
	NotApplicable Verdict = iota
	// Passed is a resource that certainly satisfies the rule.
	Passed
	// Undecided is a resource of which that cannot be told.
	Undecided
	// Failed is a resource that certainly violates the rule.
	Failed
)

// String gives the verdict as it stands in reports.
func (v Verdict) String() string {
	switch v {
	case NotApplicable:
		return "notApplicable"
	case Passed:
		return "pass"
	case Undecided:
		return "unknown"
	case Failed:
		return "fail"
	}
	return fmt.Sprintf("Verdict(%d)", uint8(v))
}

// Judgement is a rule's verdict on one resource.
type Judgement struct {
	Rule    *Rule
	Entity  model.Entity // the resource; of several readings the first
	Verdict Verdict
	// Findings are what fails for certain; empty unless the verdict is Failed.
	Findings []*Finding
	// Unsure are what could not be decided.
	Unsure []*Finding
}

// Finding is one problem at one place, or one place that could not be judged.
type Finding struct {
	Rule      *Rule
	Range     source.Range // one line
	Message   string
	Address   string // the resource
	Path      string // the place inside the resource: "containerDefinitions[web].privileged"
	Condition string // on what the existence of the resource depends; empty if it certainly exists
	Trail     []value.Step
	Resource  source.Range // the line that opens the resource
	Reason    string       // why it cannot be decided; empty for what is certain
	Fixes     []Fix        // the best one first; often none
}

// Fix is one way to remove a finding.
type Fix struct {
	Message string // a verb phrase: "Set privileged to false"
	// Edits are those of one or several files. They do not overlap.
	Edits []TextEdit
}

// TextEdit replaces a range; an empty range inserts.
type TextEdit struct {
	Range   source.Range
	NewText string
}

// Located is what a finding can point at: a setting or an object of the model.
type Located interface {
	Range() source.Range
	Trail() []value.Step
	Reason() string
}
