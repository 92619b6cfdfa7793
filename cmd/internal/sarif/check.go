package sarif

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Fault is something that GitHub code scanning has against a log.
type Fault struct {
	Path string // of the property, "runs[0].results[3].locations"; empty for the file
	// Rejected says that GitHub takes nothing of the file. Otherwise it takes it,
	// and what the fault is about is lost or shown wrongly.
	Rejected bool
	Message  string // one line; what is quoted in it are GitHub's own words
}

// GitHub's limits: SARIF data of which there is more makes it reject the file, and
// of some it keeps less (GitHub Docs, "SARIF support for code scanning",
// November 2026).
const (
	maxGzip       = 10_000_000 // bytes
	maxRuns       = 20
	maxResults    = 25_000
	maxRules      = 25_000
	maxExtensions = 100
	maxLocations  = 1_000
	maxSteps      = 10_000
	maxTags       = 20
	maxName       = 255 // characters
	maxText       = 1_024

	keptResults   = 5_000
	keptLocations = 100
	keptSteps     = 1_000
	keptTags      = 10
)

// maxFaults bounds what is said of one file.
const maxFaults = 1_000

// Check applies the rules of GitHub code scanning to a log of any tool, and gives
// its faults in the order of the file. The error says why the text is no JSON in
// UTF-8 that can be a log.
func Check(text []byte) ([]Fault, error) {
	if err := readable(text); err != nil {
		return nil, err
	}
	c := &checker{mistyped: map[string]bool{}}
	log := object{checker: c}
	if json.Unmarshal(text, &log.members) != nil || log.members == nil {
		return nil, errors.New("the outermost value is no object")
	}
	if n := zipped(text); n > maxGzip {
		c.reject("", "compressed it has %d bytes, and GitHub takes no more than %d", n, maxGzip)
	}
	c.log(log)
	if c.more > 0 {
		c.faults = append(c.faults, Fault{Message: fmt.Sprintf("and %d more faults", c.more), Rejected: c.moreRejected})
	}
	return c.faults, nil
}

// readable says why text is no JSON as GitHub's uploader reads it.
func readable(text []byte) error {
	switch {
	case bytes.HasPrefix(text, []byte("\xef\xbb\xbf")):
		return errors.New("it begins with a byte order mark, which is no JSON")
	case bytes.HasPrefix(text, []byte("\xfe\xff")), bytes.HasPrefix(text, []byte("\xff\xfe")), bytes.IndexByte(text[:min(len(text), 2)], 0) >= 0:
		return errors.New("it is written in UTF-16, not in UTF-8")
	case !utf8.Valid(text):
		return errors.New("it is not written in UTF-8")
	}
	var all json.RawMessage
	err := json.Unmarshal(text, &all)
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		before := text[:min(int(syntax.Offset), len(text))]
		line := 1 + bytes.Count(before, []byte("\n"))
		return fmt.Errorf("it is no JSON: line %d: %w", line, err)
	}
	return err
}

// zipped gives the size of text after compression by gzip.
func zipped(text []byte) int64 {
	var n counter
	z := gzip.NewWriter(&n)
	z.Write(text) //nolint:errcheck // counting cannot fail
	z.Close()     //nolint:errcheck // as above
	return int64(n)
}

// counter counts what is written to it.
type counter int64

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}

var _ io.Writer = (*counter)(nil)

// checker collects faults.
type checker struct {
	faults       []Fault
	mistyped     map[string]bool // paths of which nothing more is said
	more         int             // those for which there was no room
	moreRejected bool
}

func (c *checker) add(f Fault) {
	if c.mistyped[f.Path] {
		return
	}
	if len(c.faults) >= maxFaults {
		c.more++
		c.moreRejected = c.moreRejected || f.Rejected
		return
	}
	c.faults = append(c.faults, f)
}

func (c *checker) reject(path, format string, args ...any) {
	c.add(Fault{path, true, fmt.Sprintf(format, args...)})
}

func (c *checker) warn(path, format string, args ...any) {
	c.add(Fault{path, false, fmt.Sprintf(format, args...)})
}

// mistype reports a value of another type than the schema wants.
func (c *checker) mistype(path, want string) {
	c.reject(path, "must be %s by the schema", want)
	c.mistyped[path] = true
}

// limit checks the number of what, of which GitHub rejects more than most and
// keeps no more than kept.
func (c *checker) limit(path, what string, n, most, kept int) {
	switch {
	case n > most:
		c.reject(path, "%q", fmt.Sprintf("rejecting SARIF, as there are more %s than allowed (%d > %d)", what, n, most))
	case n > kept:
		c.warn(path, "there are %d %s, of which GitHub keeps %d", n, what, kept)
	}
}

// quote shows text of the log.
func quote(s string) string {
	const most = 80
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strconv.Quote(s)
}

func contains(all []string, s string) bool { return slices.Contains(all, s) }

func (c *checker) log(log object) {
	if !log.has("$schema") {
		c.warn("$schema", "is missing, and GitHub documents it as required")
	}
	log.text("$schema")
	if v := log.text("version"); v != Version {
		c.reject("version", "is %s, and GitHub takes nothing but %q", quote(v), Version)
	}
	if !log.has("runs") {
		c.reject("runs", `"Invalid SARIF. Missing 'runs' array."`)
	}
	runs := log.objects("runs")
	c.limit("runs", "runs", len(runs), maxRuns, maxRuns)
	categories := map[[2]string]string{}
	for _, r := range runs {
		c.run(r)
		id := r.object("automationDetails").text("id")
		key := [2]string{r.object("tool").object("driver").text("name"), id[:strings.LastIndexByte(id, '/')+1]}
		if first, taken := categories[key]; taken {
			c.reject(r.path, "has the tool and category of %s: %q", first, "A delivery cannot contain multiple runs with the same category")
			continue
		}
		categories[key] = r.path
	}
}

func (c *checker) run(r object) {
	driver := r.object("tool").object("driver")
	if driver.text("name") == "" {
		c.reject(driver.at("name"), "is missing, and the schema requires it")
	}
	if !driver.has("rules") {
		c.warn(driver.at("rules"), "is missing, and GitHub documents it as required")
	}
	extensions := r.object("tool").objects("extensions")
	c.limit(r.object("tool").at("extensions"), "tool extensions", len(extensions), maxExtensions, maxExtensions)
	n := 0
	for _, component := range append([]object{driver}, extensions...) {
		rules := component.objects("rules")
		n += len(rules)
		for _, rule := range rules {
			c.rule(rule)
		}
	}
	c.limit(driver.at("rules"), "rules", n, maxRules, maxRules)
	if !r.has("results") {
		c.reject(r.at("results"), `"Invalid SARIF. Missing 'results' array in run."`)
	}
	c.results(r)
}

// rule checks a reportingDescriptor.
func (c *checker) rule(r object) {
	if r.text("id") == "" {
		c.reject(r.at("id"), "is missing, and the schema requires it")
	}
	c.identifier(r, "id")
	c.identifier(r, "name")
	for _, name := range []string{"shortDescription", "fullDescription", "help"} {
		text := r.object(name).text("text")
		path := r.at(name) + ".text"
		if text == "" {
			c.warn(path, "is missing or empty, and GitHub documents it as required")
		}
		if n := utf8.RuneCountInString(text); n > maxText && name != "help" {
			c.reject(path, "has %d characters, and GitHub takes no more than %d", n, maxText)
		}
	}
	r.object("defaultConfiguration").oneOf("level", "none", "note", "warning", "error")
	p := r.object("properties")
	c.limit(p.at("tags"), "tags", len(p.texts("tags")), maxTags, keptTags)
	c.known(p, "precision", "very-high", "high", "medium", "low")
	c.known(p, "problem.severity", "error", "warning", "recommendation")
	if p.has("security-severity") {
		c.severity(p)
	}
}

// identifier checks the length of an identifier.
func (c *checker) identifier(o object, name string) {
	if n := utf8.RuneCountInString(o.text(name)); n > maxName {
		c.reject(o.at(name), "has %d characters: %q", n, "could not convert rules: sarif identifier exceeds maximum length of 255 characters")
	}
}

// known checks a property of GitHub's own that has a few values.
func (c *checker) known(o object, name string, allowed ...string) {
	if s := o.text(name); o.has(name) && !contains(allowed, s) {
		c.warn(o.at(name), "%s means nothing to GitHub, which knows %v", quote(s), allowed)
	}
}

// severity checks the number that makes a rule one about security.
func (c *checker) severity(p object) {
	const name = "security-severity"
	path := p.at(name)
	var number float64
	if json.Unmarshal(p.members[name], &number) == nil {
		c.warn(path, "is a number, and GitHub documents it as a string")
		return
	}
	text := p.text(name)
	n, err := strconv.ParseFloat(text, 64)
	switch {
	case err != nil:
		c.reject(path, "is %s: %q", quote(text), "could not convert rules: invalid security severity value, is not a number")
	case n > 0 && n <= 10:
	default:
		c.warn(path, "is %s, and GitHub takes what is not above 0.0 and up to 10.0 for none", quote(text))
	}
}

func (c *checker) results(r object) {
	results := r.objects("results")
	c.limit(r.at("results"), "results", len(results), maxResults, keptResults)
	p := places{checker: c, base: base(r), artifacts: r.objects("artifacts")}
	unmarked := 0
	for _, result := range results {
		c.result(result, p)
		if result.object("partialFingerprints").text("primaryLocationLineHash") == "" {
			unmarked++
		}
	}
	if unmarked > 0 {
		c.warn(r.at("results"), "%d of %d have no partialFingerprints.primaryLocationLineHash: without the upload-sarif action, "+
			"which adds it, GitHub opens their alerts anew when lines move", unmarked, len(results))
	}
}

func (c *checker) result(r object, p places) {
	if !r.has("message") {
		c.reject(r.at("message"), "is missing, and the schema requires it")
	} else if message := r.object("message"); message.text("text") == "" {
		c.reject(message.at("text"), "is missing or empty, and GitHub takes no message without")
	}
	c.identifier(r, "ruleId")
	r.oneOf("level", "none", "note", "warning", "error")
	if kind := r.oneOf("kind", "notApplicable", "pass", "fail", "review", "open", "informational"); kind != "" && kind != "fail" {
		c.warn(r.at("kind"), "GitHub ignores it: a result of kind %s becomes an alert too", quote(kind))
	}
	if s := r.objects("suppressions"); slices.ContainsFunc(s, func(x object) bool { return x.text("status") != "rejected" }) {
		c.warn(r.at("suppressions"), "GitHub ignores them: the result becomes an open alert")
	}

	locations := r.objects("locations")
	c.limit(r.at("locations"), "locations", len(locations), maxLocations, keptLocations)
	if len(locations) == 0 {
		c.reject(r.at("locations"), `"locationFromSarifResult: expected at least one location"`)
	}
	for i, l := range locations {
		p.location(l, i == 0)
	}
	related := r.objects("relatedLocations")
	c.limit(r.at("relatedLocations"), "related locations", len(related), maxLocations, keptLocations)
	ids := map[float64]bool{}
	for _, l := range related {
		p.location(l, false)
		if id, ok := l.integer("id", -1); ok {
			ids[id] = true
		}
	}
	c.links(r.object("message"), ids)
	c.codeFlows(r, p)
}

// link matches a link to a location in a message, and what is escaped: a bracket
// that opens none.
var link = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\\.|\[(?:\\.|[^\\\[\]])*\]\(([0-9]{1,15})\)`)
})

// links checks that the locations that a message links to are there.
func (c *checker) links(message object, ids map[float64]bool) {
	for _, m := range link().FindAllStringSubmatch(message.text("text"), -1) {
		if id, err := strconv.ParseFloat(m[1], 64); err == nil && !ids[id] { // no number: what is escaped
			c.warn(message.at("text"), "%s links to no related location", quote(m[0]))
		}
	}
}

func (c *checker) codeFlows(r object, p places) {
	n := 0
	for _, flow := range r.objects("codeFlows") {
		for _, thread := range flow.objects("threadFlows") {
			for _, step := range thread.objects("locations") {
				n++
				if !step.has("location") {
					c.warn(step.at("location"), "is missing: GitHub shows no result with a step that is an index")
					continue
				}
				p.location(step.object("location"), false)
			}
		}
	}
	c.limit(r.at("codeFlows"), "threadflow steps per result", n, maxSteps, keptSteps)
}
