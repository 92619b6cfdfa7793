package exposure

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// place is where a finding about one resource stands in another one: where it is
// mended, with the way from there to the resource.
type place struct {
	rules.Located
	path string       // inside the resource that the finding is about
	way  []value.Step // from the place to that resource
	why  string       // why it is not certain; empty for the reason of what stands there
}

// Path names the place inside the resource that the finding is about.
func (p place) Path() string { return p.path }

// Trail leads from the place to the resource.
func (p place) Trail() []value.Step { return slices.Concat(p.Located.Trail(), p.way) }

// Reason says why it is not certain that the place is one for a finding.
func (p place) Reason() string {
	if p.why != "" {
		return p.why
	}
	return p.Located.Reason()
}

// over is the step over a resource.
func over(e model.Entity) value.Step {
	r := e.Base()
	return value.Step{Range: r.Header, Kind: value.Attribute, Name: r.Address}
}

// at is the step over a setting.
func at(name string, x rules.Located) value.Step {
	return value.Step{Range: x.Range(), Kind: value.Attribute, Name: name}
}
