package report

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestCheckstyle(t *testing.T) {
	// As reviewdog reads it.
	var report struct {
		XMLName xml.Name `xml:"checkstyle"`
		Version string   `xml:"version,attr"`
		Files   []struct {
			Name   string `xml:"name,attr"`
			Errors []struct {
				Column   int    `xml:"column,attr"`
				Line     int    `xml:"line,attr"`
				Message  string `xml:"message,attr"`
				Severity string `xml:"severity,attr"`
				Source   string `xml:"source,attr"`
			} `xml:"error"`
		} `xml:"file"`
	}
	if err := xml.Unmarshal([]byte(render(t, Checkstyle, hostileRun())), &report); err != nil {
		t.Fatal(err)
	}
	file := "a " + clean(hostile) + ".tf"
	message := "container " + clean(hostile) + " is privileged, password=***; "
	at := " at " + file + ":2:1"
	want := []string{
		".:1:0: error: Input could not be understood: ../x: path leads outside (ecslint.input)",
		"a:1:0: error: Defect of ecslint: index out of range " + clean(hostile) + " (ecslint.defect)",
		file + ":1:5: error: " + message + "used by local." + clean(hostile) + at + "; in aws_x.a" + at + " (ecslint.ECS.4)",
		file + ":2:1: info: " + message + "in aws_x.b (ecslint.SCHEMA.1)",
		file + ":3:1: info: undecided: " + message + "cannot be decided: var." + clean(hostile) + " has no default; in aws_x.d" + at + " (ecslint.ECS.4)",
		"broken.tf:1:5: error: Input could not be understood: no " + clean(hostile) + " (ecslint.input)",
	}
	var got []string
	for _, f := range report.Files {
		for _, e := range f.Errors {
			got = append(got, fmt.Sprintf("%s:%d:%d: %s: %s (%s)", f.Name, e.Line, e.Column, e.Severity, e.Message, e.Source))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
