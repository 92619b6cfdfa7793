package report

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/rules"
)

type (
	junitReport struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"` // unique in its class
		File    string        `xml:"file,attr,omitempty"`
		Line    int           `xml:"line,attr,omitempty"`
		Failure *junitOutcome `xml:"failure"`
		Error   *junitOutcome `xml:"error"`
		Skipped *junitOutcome `xml:"skipped"`
	}
	// junitOutcome is why a case did not pass: at most one for a case, as GitLab and
	// Jenkins show one. Jenkins shows the message and the text, GitLab the text.
	junitOutcome struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

// JUnit is the report for collectors of test results: a suite for each rule, and
// in it a case for each resource that the rule looks at. What is ignored or in the
// baseline is skipped, as is what is undecided, if that is to be shown; without, a
// resource that is undecided has no case, since it has not passed. One more suite
// says whether all inputs were understood.
//
// GitLab and Jenkins tell cases by class and name, so these have no lines in them.
func JUnit(w io.Writer, r *Run) error {
	out := junitReport{Name: "ecslint"}
	for _, s := range append([]junitSuite{r.junitRun()}, r.junitRules()...) {
		s.count()
		out.Suites = append(out.Suites, s)
		out.Tests += s.Tests
		out.Failures += s.Failures
		out.Errors += s.Errors
	}
	return writeXML(w, out)
}

func (s *junitSuite) count() {
	s.Tests = len(s.Cases)
	for _, c := range s.Cases {
		switch {
		case c.Failure != nil:
			s.Failures++
		case c.Error != nil:
			s.Errors++
		case c.Skipped != nil:
			s.Skipped++
		}
	}
}

// junitRun gives the cases that are there in any run: Jenkins takes a report
// without cases for a mistake.
func (r *Run) junitRun() junitSuite {
	inputs, defects := junitCase{Class: "ecslint", Name: "inputs"}, junitCase{Class: "ecslint", Name: "rules"}
	for _, x := range r.failures() {
		c := &inputs
		if x.check == "defect" {
			c = &defects
		}
		if c.Error == nil {
			c.Error = &junitOutcome{Message: x.title, Type: x.check}
			c.at(x.place)
		}
		line := x.message + "\n"
		if x.file != "" {
			line = where(x.file, x.place) + ": " + line
		}
		c.Error.Text += line
	}
	return junitSuite{Name: "ecslint", Cases: []junitCase{inputs, defects}}
}

// junitRules gives a suite for each rule that has cases, in the order of the rules.
func (r *Run) junitRules() []junitSuite {
	cases := map[string][]junitCase{}
	names := map[string]int{}
	for _, x := range r.junitSubjects() {
		if c, ok := r.junitCase(x); ok {
			id := c.Class + "\x00" + c.Name
			names[id]++
			if n := names[id]; n > 1 {
				c.Name += " #" + strconv.Itoa(n)
			}
			cases[c.Class] = append(cases[c.Class], c)
		}
	}
	var out []junitSuite
	for _, rule := range r.Rules {
		if all := cases[rule.ID]; len(all) > 0 {
			out = append(out, junitSuite{Name: rule.ID + " " + rule.Slug, Cases: all})
		}
	}
	return out
}

// junitSubject is what a case is about: a judgement with what was found on its
// resource.
type junitSubject struct {
	lint.Judgement
	open, suppressed, undecided []junitFound
}

// junitFound is a finding on one resource.
type junitFound struct {
	*lint.Finding
	message string
}

// junitSubjects brings findings and judgements together.
func (r *Run) junitSubjects() []*junitSubject {
	s := &junitSubjects{byAddress: map[junitAddress][]*junitSubject{}}
	for _, j := range r.Judgements {
		s.add(j)
	}
	for _, f := range r.Findings {
		for _, i := range f.Instances {
			x := s.of(f, i, rules.Failed)
			x.open = append(x.open, junitFound{f, i.Message})
		}
	}
	for _, f := range r.Suppressed {
		for _, i := range f.Instances {
			x := s.of(f, i, rules.Failed)
			x.suppressed = append(x.suppressed, junitFound{f, i.Message})
		}
	}
	for _, f := range r.Undecided {
		for _, i := range f.Instances {
			x := s.of(f, i, rules.Undecided)
			x.undecided = append(x.undecided, junitFound{f, i.Message})
		}
	}
	return s.all
}

type junitSubjects struct {
	all       []*junitSubject
	byAddress map[junitAddress][]*junitSubject
}

type junitAddress struct{ rule, address string }

func (s *junitSubjects) add(j lint.Judgement) *junitSubject {
	x := &junitSubject{Judgement: j}
	at := junitAddress{j.Rule.ID, j.Address}
	s.all = append(s.all, x)
	s.byAddress[at] = append(s.byAddress[at], x)
	return x
}

// of gives the subject of a finding on a resource. A resource in a downloaded
// module has the module's call for its place in a finding, and its own in a
// judgement; an address is unique within a unit. Where there is no judgement
// there is one now, so that no finding is lost.
func (s *junitSubjects) of(f *lint.Finding, i lint.Instance, v rules.Verdict) *junitSubject {
	all := s.byAddress[junitAddress{f.Rule.ID, i.Address}]
	for _, x := range all {
		if x.Resource == i.Resource {
			return x
		}
	}
	for _, x := range all {
		if len(all) == 1 || x.Unit == i.Unit {
			return x
		}
	}
	return s.add(lint.Judgement{Rule: f.Rule, Unit: i.Unit, Address: i.Address, Resource: i.Resource, Verdict: v})
}

// junitCase gives the case of a subject, unless there is none.
func (r *Run) junitCase(x *junitSubject) (junitCase, bool) {
	c := junitCase{Class: x.Rule.ID, Name: r.junitName(x)}
	place := x.Resource
	switch {
	case len(x.open) > 0:
		place = x.open[0].Range
		c.Failure = r.junitOutcome(x.open, x.open[0].Severity.String())
	case len(x.suppressed) > 0:
		f := x.suppressed[0]
		place = f.Range
		c.Skipped = r.junitOutcome(x.suppressed, f.Suppression.Kind.String())
		c.Skipped.Message = clean(r.suppression(f.Suppression))
		c.Skipped.Text = c.Skipped.Message + "\n" + c.Skipped.Text
	case x.Verdict == rules.Passed:
	case x.Verdict == rules.Failed:
		const why = "fails at places that have no part in the named files"
		c.Skipped = &junitOutcome{Message: why, Type: "elsewhere", Text: why + "\n"}
	case x.Verdict == rules.Undecided && r.ShowUndecided && len(x.undecided) > 0:
		c.Skipped = r.junitOutcome(x.undecided, "undecided")
	case x.Verdict == rules.Undecided && r.ShowUndecided:
		c.Skipped = &junitOutcome{Message: "undecided", Type: "undecided", Text: "undecided\n"}
	default:
		return junitCase{}, false
	}
	c.at(place)
	return c, true
}

// at gives a case its place, if there is one.
func (c *junitCase) at(place source.Range) {
	if !place.IsZero() {
		c.File, c.Line = clean(place.File.Name), place.File.Position(place.Start).Line
	}
}

// junitName names a resource, by its file too: other folders may have the same
// address.
func (r *Run) junitName(x *junitSubject) string {
	if x.Resource.IsZero() || x.Address == x.Resource.File.Name {
		return r.show(x.Address)
	}
	return r.show(x.Address) + " in " + clean(x.Resource.File.Name)
}

func (r *Run) junitOutcome(found []junitFound, kind string) *junitOutcome {
	out := &junitOutcome{Message: r.headline(found[0].Finding, found[0].message), Type: kind}
	if n := len(found) - 1; n > 0 {
		out.Message += " (and " + strconv.Itoa(n) + " more)"
	}
	var b strings.Builder
	for _, f := range found {
		b.WriteString(where(f.Range.File.Name, f.Range) + ": " + r.headline(f.Finding, f.message) + "\n")
		for _, note := range r.notes(f.Finding) {
			b.WriteString("  " + note + "\n")
		}
	}
	out.Text = b.String()
	return out
}
