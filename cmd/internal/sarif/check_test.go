package sarif

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// valid is a log with which GitHub has no fault, of a tool that also writes what
// no schema knows.
const valid = `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "x-more": {"a": [1, null]},
  "runs": [{
    "tool": {"driver": {"name": "tool", "rules": [{
      "id": "R1", "name": "RuleOne", "shortDescription": {"text": "Short."}, "fullDescription": {"text": "Full."},
      "help": {"text": "Help."}, "defaultConfiguration": {"level": "warning"},
      "properties": {"tags": ["security"], "precision": "high", "security-severity": "5.5"}
    }]}},
    "results": [{
      "ruleId": "R1", "ruleIndex": 0, "level": "error", "message": {"text": "It is [here](1)."},
      "locations": [{"physicalLocation": {
        "artifactLocation": {"uri": "a%20b/main.tf", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 4}
      }}],
      "relatedLocations": [{"id": 1, "physicalLocation": {"artifactLocation": {"uri": "b.tf"}, "region": {"startLine": 1}}}],
      "codeFlows": [{"threadFlows": [{"locations": [
        {"location": {"physicalLocation": {"artifactLocation": {"uri": "c.tf"}, "region": {"startLine": 1}}}}
      ]}]}],
      "partialFingerprints": {"primaryLocationLineHash": "c129715d7a2bc9a3:1"}
    }]
  }]
}`

// faults gives the faults of a log, one a line.
func faults(t *testing.T, log string) []string {
	t.Helper()
	all, err := Check([]byte(log))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range all {
		level := "warning"
		if f.Rejected {
			level = "error"
		}
		out = append(out, fmt.Sprintf("%s: %s: %s", f.Path, level, f.Message))
	}
	return out
}

func TestCheck(t *testing.T) {
	if got := faults(t, valid); got != nil {
		t.Fatalf("valid: %q", got)
	}
	const (
		rule   = "runs[0].tool.driver.rules[0]"
		result = "runs[0].results[0]"
		first  = result + ".locations[0].physicalLocation"
	)
	for _, test := range []struct {
		name     string
		old, new string
		want     []string
	}{
		{"no schema", `"$schema"`, `"schema"`, []string{"$schema: warning: is missing, and GitHub documents it as required"}},
		{"another version", `"2.1.0", "x`, `"2.0.0", "x`, []string{`version: error: is "2.0.0", and GitHub takes nothing but "2.1.0"`}},
		{"no runs", `"runs"`, `"Runs"`, []string{`runs: error: "Invalid SARIF. Missing 'runs' array."`}},
		{"no results", `"results"`, `"result"`, []string{`runs[0].results: error: "Invalid SARIF. Missing 'results' array in run."`}},
		{"no name of the tool", `"name": "tool"`, `"name": ""`, []string{"runs[0].tool.driver.name: error: is missing, and the schema requires it"}},
		{"no rules", `"rules"`, `"Rules"`, []string{"runs[0].tool.driver.rules: warning: is missing, and GitHub documents it as required"}},

		{"no ID", `"id": "R1"`, `"ID": "R1"`, []string{rule + ".id: error: is missing, and the schema requires it"}},
		{"long ID", `"id": "R1"`, `"id": "` + strings.Repeat("R", 256) + `"`, []string{
			rule + `.id: error: has 256 characters: "could not convert rules: sarif identifier exceeds maximum length of 255 characters"`,
		}},
		{"no help", `"help": {"text": "Help."}`, `"help": {}`, []string{
			rule + ".help.text: warning: is missing or empty, and GitHub documents it as required",
		}},
		{"longest description", `"Full."`, `"` + strings.Repeat("é", 1024) + `"`, nil},
		{"long description", `"Full."`, `"` + strings.Repeat("é", 1025) + `"`, []string{
			rule + ".fullDescription.text: error: has 1025 characters, and GitHub takes no more than 1024",
		}},
		{"unknown level", `"level": "warning"`, `"level": "high"`, []string{
			rule + `.defaultConfiguration.level: error: "high" is no value of the schema, which has [none note warning error]`,
		}},
		{"more tags than are kept", `["security"]`, list(11, `"t"`), []string{
			rule + ".properties.tags: warning: there are 11 tags, of which GitHub keeps 10",
		}},
		{"more tags than are taken", `["security"]`, list(21, `"t"`), []string{
			rule + `.properties.tags: error: "rejecting SARIF, as there are more tags than allowed (21 > 20)"`,
		}},
		{"unknown precision", `"precision": "high"`, `"precision": "exact"`, []string{
			rule + `.properties.precision: warning: "exact" means nothing to GitHub, which knows [very-high high medium low]`,
		}},
		{"severity in words", `"5.5"`, `"medium"`, []string{
			rule + `.properties["security-severity"]: error: is "medium": "could not convert rules: invalid security severity value, is not a number"`,
		}},
		{"no severity", `"5.5"`, `"0.0"`, []string{
			rule + `.properties["security-severity"]: warning: is "0.0", and GitHub takes what is not above 0.0 and up to 10.0 for none`,
		}},
		{"severity that is no text", `"5.5"`, `5.5`, []string{
			rule + `.properties["security-severity"]: warning: is a number, and GitHub documents it as a string`,
		}},

		{"no message", `"message"`, `"massage"`, []string{result + ".message: error: is missing, and the schema requires it"}},
		{"message by reference", `"text": "It is [here](1)."`, `"id": "default"`, []string{
			result + ".message.text: error: is missing or empty, and GitHub takes no message without",
		}},
		{"link to nothing", `(1)`, `(2)`, []string{result + `.message.text: warning: "[here](2)" links to no related location`}},
		{"link that is none", `[here](1)`, `\\[here](2)`, nil},
		{"link that spells brackets", `[here](1)`, `[a\\[0\\]](2)`, []string{
			result + `.message.text: warning: "[a\\[0\\]](2)" links to no related location`,
		}},
		{"kind", `"level": "error"`, `"kind": "pass", "level": "none"`, []string{
			result + `.kind: warning: GitHub ignores it: a result of kind "pass" becomes an alert too`,
		}},
		{"suppressed", `"level": "error"`, `"suppressions": [{"kind": "inSource"}]`, []string{
			result + ".suppressions: warning: GitHub ignores them: the result becomes an open alert",
		}},
		{"rejected suppression", `"level": "error"`, `"suppressions": [{"kind": "inSource", "status": "rejected"}]`, nil},
		{"no fingerprint", `"primaryLocationLineHash"`, `"other"`, []string{
			"runs[0].results: warning: 1 of 1 have no partialFingerprints.primaryLocationLineHash: without the upload-sarif action, " +
				"which adds it, GitHub opens their alerts anew when lines move",
		}},

		{"no locations", `"locations": [{"physical`, `"places": [{"physical`, []string{
			result + `.locations: error: "locationFromSarifResult: expected at least one location"`,
		}},
		{"logical location", `{"physicalLocation": {
        "artifactLocation"`, `{"logicalLocations": [{}], "x": {
        "artifactLocation"`, []string{
			first + `: error: "locationFromSarifResult: expected a physical location"`,
		}},
		{"no artifact", `{"uri": "a%20b/main.tf", "uriBaseId": "%SRCROOT%"}`, `{}`, []string{
			first + `.artifactLocation: error: "locationFromSarifResult: expected artifact location"`,
		}},
		{"artifact by index", `{"uri": "a%20b/main.tf", "uriBaseId": "%SRCROOT%"}`, `{"index": 1}`, []string{
			first + `.artifactLocation: error: "locationFromSarifResult: expected artifact location"`,
		}},
		{"no region", `"region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 4}`, `"x": 1`, []string{
			first + ".region.startLine: warning: is missing: GitHub cannot tell the line",
		}},
		{"line 0", `"startLine": 2`, `"startLine": 0`, []string{
			first + ".region.startLine: error: must be a whole number from 1 by the schema",
		}},
		{"half a line", `"startLine": 2`, `"startLine": 1.5`, []string{
			first + ".region.startLine: error: must be a whole number from 1 by the schema",
		}},
		{"backward", `"endLine": 2`, `"endLine": 1`, []string{first + ".region: warning: ends before it begins"}},
		{"backward in a line", `"endColumn": 4`, `"endColumn": 2`, []string{first + ".region: warning: ends before it begins"}},
		{"related location without a place", `"relatedLocations": [{"id": 1,`, `"relatedLocations": [{"id": 1}, {`, []string{
			result + `.relatedLocations[0].physicalLocation: warning: "locationFromSarifResult: expected a physical location"`,
		}},
		{"step by index", `{"location": {"physical`, `{"index": 0}, {"location": {"physical`, []string{
			result + ".codeFlows[0].threadFlows[0].locations[0].location: warning: is missing: GitHub shows no result with a step that is an index",
		}},

		{"invalid URI", `a%20b/main.tf`, `a%2/main.tf`, []string{
			first + `.artifactLocation.uri: error: "a%2/main.tf": "an invalid URI was provided as a SARIF location"`,
		}},
		{"scheme", `a%20b/main.tf`, `https://example.com/main.tf`, []string{
			first + `.artifactLocation.uri: error: "https://example.com/main.tf": "SARIF URI scheme https did not match the checkout URI scheme file"`,
		}},
		{"drive", `a%20b/main.tf`, `C:/main.tf`, []string{
			first + `.artifactLocation.uri: error: "C:/main.tf": "SARIF URI scheme c did not match the checkout URI scheme file"`,
		}},
		{"absolute", `a%20b/main.tf`, `file:///src/main.tf`, []string{
			first + `.artifactLocation.uri: warning: "file:///src/main.tf" is absolute: GitHub shows it only if it lies below the folder of the checkout`,
		}},
		{"slash", `a%20b/main.tf`, `/src/main.tf`, []string{
			first + `.artifactLocation.uri: warning: "/src/main.tf" begins with a slash: GitHub wants it relative to the root of the repository`,
		}},
		{"upward", `a%20b/main.tf`, `a/%2e%2E/main.tf`, []string{
			first + `.artifactLocation.uri: warning: "a/%2e%2E/main.tf" leads upward: GitHub finds no file by it`,
		}},
		{"blank", `a%20b/main.tf`, `a b/main.tf`, []string{
			first + `.artifactLocation.uri: warning: "a b/main.tf" has " ", which a URI must write with a percent sign`,
		}},
		{"letter", `a%20b/main.tf`, `é.tf`, []string{
			first + `.artifactLocation.uri: warning: "é.tf" has "é", which a URI must write with a percent sign`,
		}},
		{"backslash", `a%20b/main.tf`, `a\\main.tf`, []string{
			first + `.artifactLocation.uri: warning: "a\\main.tf" has "\\", which a URI must write with a percent sign`,
		}},
		{"terminal", `a%20b/main.tf`, `a\u001b[31m`, []string{
			first + `.artifactLocation.uri: error: "a\x1b[31m": "an invalid URI was provided as a SARIF location"`,
			first + `.artifactLocation.uri: warning: "a\x1b[31m" has "\x1b", which a URI must write with a percent sign`,
		}},

		{"runs that are no list", `"runs": [{`, `"runs": {}, "x": [{`, []string{"runs: error: must be an array by the schema"}},
		{"run that is no object", `"runs": [{`, `"runs": [null, {`, []string{
			"runs[0]: error: must be an object by the schema",
			"runs[0].tool.driver.name: error: is missing, and the schema requires it",
			"runs[0].tool.driver.rules: warning: is missing, and GitHub documents it as required",
			`runs[0].results: error: "Invalid SARIF. Missing 'results' array in run."`,
		}},
		{"results that are null", `"results": [{`, `"results": null, "x": [{`, []string{"runs[0].results: error: must be an array by the schema"}},
		{"ID that is a number", `"id": "R1"`, `"id": 1`, []string{rule + ".id: error: must be a string by the schema"}},
		{"tags that are no strings", `["security"]`, `[1]`, []string{rule + ".properties.tags: error: must be an array of strings by the schema"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if strings.Count(valid, test.old) != 1 {
				t.Fatalf("%d times %s", strings.Count(valid, test.old), test.old)
			}
			if d := cmp.Diff(test.want, faults(t, strings.Replace(valid, test.old, test.new, 1))); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

// list gives a JSON array of n times the same.
func list(n int, item string) string {
	return "[" + strings.TrimSuffix(strings.Repeat(item+",", n), ",") + "]"
}

// TestCheckBases looks at locations that the rest of a run explains.
func TestCheckBases(t *testing.T) {
	with := func(uri, more string) string {
		s := strings.Replace(valid, `{"uri": "a%20b/main.tf", "uriBaseId": "%SRCROOT%"}`, uri, 1)
		return strings.Replace(s, `"tool":`, more+`, "tool":`, 1)
	}
	for name, log := range map[string]string{
		"folder of the run": with(`{"uri": "file:///src/main.tf"}`, `"invocations": [{"workingDirectory": {"uri": "file:///src"}}]`),
		"artifact by index": with(`{"index": 1}`, `"artifacts": [{}, {"location": {"uri": "main.tf"}}]`),
	} {
		if got := faults(t, log); got != nil {
			t.Errorf("%s: %q", name, got)
		}
	}
	const want = `runs[0].artifacts[0].location.uri: error: "ftp:x": "SARIF URI scheme ftp did not match the checkout URI scheme file"`
	if got := faults(t, with(`{"index": 0}`, `"artifacts": [{"location": {"uri": "ftp:x"}}]`)); len(got) != 1 || got[0] != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestCheckCategories looks at runs of one tool.
func TestCheckCategories(t *testing.T) {
	run := func(tool, id string) string {
		return `{"tool": {"driver": {"name": "` + tool + `", "rules": []}}, "automationDetails": {"id": "` + id + `"}, "results": []}`
	}
	log := func(runs ...string) string {
		return `{"$schema": "s", "version": "2.1.0", "runs": [` + strings.Join(runs, ",") + `]}`
	}
	same := []string{`runs[1]: error: has the tool and category of runs[0]: "A delivery cannot contain multiple runs with the same category"`}
	for _, test := range []struct {
		name, log string
		want      []string
	}{
		{"other tools", log(run("a", "c/"), run("b", "c/")), nil},
		{"other categories", log(run("a", "c/1"), run("a", "d/1")), nil},
		{"other runs of a category", log(run("a", "c/1"), run("a", "c/2")), same},
		{"no category", log(run("a", "1"), run("a", "2")), same},
	} {
		if d := cmp.Diff(test.want, faults(t, test.log)); d != "" {
			t.Errorf("%s: -want +got\n%s", test.name, d)
		}
	}
}

// TestCheckLimits looks at logs with too much.
func TestCheckLimits(t *testing.T) {
	step := `{"location": {"physicalLocation": {"artifactLocation": {"uri": "c.tf"}, "region": {"startLine": 1}}}}`
	place := `{"physicalLocation": {"artifactLocation": {"uri": "b.tf"}, "region": {"startLine": 1}}}`
	minimal := `{"message": {"text": "m"}, "locations": [` + place + `], "partialFingerprints": {"primaryLocationLineHash": "1:1"}}`
	results := func(n int) string {
		return `{"$schema": "s", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a", "rules": []}}, "results": ` + list(n, minimal) + `}]}`
	}
	for _, test := range []struct {
		name, log string
		want      []string
	}{
		{"results that are kept", results(5000), nil},
		{"results that are taken", results(25_000), []string{"runs[0].results: warning: there are 25000 results, of which GitHub keeps 5000"}},
		{"results", results(25_001), []string{
			`runs[0].results: error: "rejecting SARIF, as there are more results than allowed (25001 > 25000)"`,
		}},
		{"extensions", strings.Replace(valid, `{"driver"`, `{"extensions": `+list(101, `{"name": "x"}`)+`, "driver"`, 1), []string{
			`runs[0].tool.extensions: error: "rejecting SARIF, as there are more tool extensions than allowed (101 > 100)"`,
		}},
		{"locations that are kept", strings.Replace(valid, `"locations": [{"physical`, `"locations": [`+strings.Repeat(place+",", 100)+`{"physical`, 1), []string{
			"runs[0].results[0].locations: warning: there are 101 locations, of which GitHub keeps 100",
		}},
		{"locations", strings.Replace(valid, `"locations": [{"physical`, `"locations": [`+strings.Repeat(place+",", 1000)+`{"physical`, 1), []string{
			`runs[0].results[0].locations: error: "rejecting SARIF, as there are more locations than allowed (1001 > 1000)"`,
		}},
		{"steps that are kept", strings.Replace(valid, `[
        {"location"`, `[`+strings.Repeat(step+",", 1000)+`{"location"`, 1), []string{
			"runs[0].results[0].codeFlows: warning: there are 1001 threadflow steps per result, of which GitHub keeps 1000",
		}},
		{"steps", strings.Replace(valid, `[
        {"location"`, `[`+strings.Repeat(step+",", 10_000)+`{"location"`, 1), []string{
			`runs[0].results[0].codeFlows: error: "rejecting SARIF, as there are more threadflow steps per result than allowed (10001 > 10000)"`,
		}},
	} {
		if d := cmp.Diff(test.want, faults(t, test.log)); d != "" {
			t.Errorf("%s: -want +got\n%s", test.name, d)
		}
	}

	var runs []string
	for i := range 21 {
		runs = append(runs, fmt.Sprintf(`{"tool": {"driver": {"name": "%d", "rules": []}}, "results": []}`, i))
	}
	want := []string{`runs: error: "rejecting SARIF, as there are more runs than allowed (21 > 20)"`}
	if d := cmp.Diff(want, faults(t, `{"$schema": "s", "version": "2.1.0", "runs": [`+strings.Join(runs, ",")+`]}`)); d != "" {
		t.Errorf("runs: -want +got\n%s", d)
	}
}

// TestCheckSize looks at a log that does not compress.
func TestCheckSize(t *testing.T) {
	noise := make([]byte, 10_100_000)
	rand.NewChaCha8([32]byte{}).Read(noise) //nolint:errcheck // it never fails
	got := faults(t, strings.Replace(valid, `"x-more"`, `"y": "`+base64.StdEncoding.EncodeToString(noise)+`", "x-more"`, 1))
	if len(got) != 1 || !strings.HasPrefix(got[0], ": error: compressed it has 10") || !strings.HasSuffix(got[0], " bytes, and GitHub takes no more than 10000000") {
		t.Errorf("%q", got)
	}
}

// TestCheckManyFaults bounds what is said of a file.
func TestCheckManyFaults(t *testing.T) {
	got := faults(t, `{"$schema": "s", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a", "rules": []}}, "results": `+list(3000, "{}")+`}]}`)
	if n := len(got); n != maxFaults+1 {
		t.Fatalf("%d faults", n)
	}
	if want := ": error: and 5001 more faults"; got[maxFaults] != want { // two each, and one for the fingerprints
		t.Errorf("%q, want %q", got[maxFaults], want)
	}
}

// TestCheckNoLog looks at what is no log at all.
func TestCheckNoLog(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"empty":          {"", "it is no JSON: line 1: unexpected end of JSON input"},
		"text":           {"<xml>\n", "it is no JSON: line 1: invalid character '<' looking for beginning of value"},
		"cut":            {valid[:300], "it is no JSON: line 6: unexpected end of JSON input"},
		"two":            {"{}\n{}", "it is no JSON: line 2: invalid character '{' after top-level value"},
		"list":           {"[]", "the outermost value is no object"},
		"null":           {"null", "the outermost value is no object"},
		"deep":           {strings.Repeat("[", 1_000_000), "it is no JSON: line 1: invalid character '[' exceeded max depth"},
		"mark":           {"\xef\xbb\xbf{}", "it begins with a byte order mark, which is no JSON"},
		"UTF-16":         {"\xff\xfe{\x00}\x00", "it is written in UTF-16, not in UTF-8"},
		"UTF-16 unknown": {"{\x00}\x00", "it is written in UTF-16, not in UTF-8"},
		"UTF-16 reverse": {"\x00{\x00}", "it is written in UTF-16, not in UTF-8"},
		"Latin-1":        {"{\"a\": \"\xe9\"}", "it is not written in UTF-8"},
	} {
		if _, err := Check([]byte(test.text)); err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
}

// FuzzCheck looks for input on which the check breaks down.
func FuzzCheck(f *testing.F) {
	f.Add([]byte(valid))
	f.Add([]byte(`{"runs":[{"results":[{"locations":[null,{"id":-1}]}],"tool":{"driver":[]}}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		all, err := Check(text)
		if err == nil && !json.Valid(text) {
			t.Error("no error for what is no JSON")
		}
		for _, x := range all {
			if strings.ContainsAny(x.Path+x.Message, "\n\x1b") {
				t.Errorf("%q: %q", x.Path, x.Message)
			}
		}
	})
}
