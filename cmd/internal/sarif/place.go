package sarif

import (
	"net/url"
	"slices"
	"strings"
)

// places checks the locations of a run.
type places struct {
	checker   *checker
	base      string   // the folder in which the tool says that it ran, with a slash at the end; or empty
	artifacts []object // to which locations refer by index
}

// base gives the URI of the folder below which GitHub takes absolute URIs for
// files of the repository, as far as a log says it.
func base(run object) string {
	if inv := run.objects("invocations"); len(inv) > 0 {
		if uri := inv[0].object("workingDirectory").text("uri"); uri != "" {
			return strings.TrimRight(uri, "/") + "/"
		}
	}
	return ""
}

// location checks a location. Without the first one of a result, which is that of
// the alert, GitHub rejects the file; others it leaves out.
func (p places) location(l object, first bool) {
	missing := p.checker.warn
	if first {
		missing = p.checker.reject
	}
	physical := l.object("physicalLocation")
	if !physical.there() {
		missing(physical.path, `"locationFromSarifResult: expected a physical location"`)
		return
	}
	artifact := physical.object("artifactLocation")
	if i, ok := artifact.integer("index", -1); ok && !artifact.has("uri") && i >= 0 && int(i) < len(p.artifacts) {
		artifact = p.artifacts[int(i)].object("location")
	}
	if uri := artifact.text("uri"); uri != "" {
		p.uri(artifact.at("uri"), uri)
	} else {
		missing(artifact.path, `"locationFromSarifResult: expected artifact location"`)
	}
	p.region(physical.object("region"))
}

func (p places) region(r object) {
	startLine, ok := r.integer("startLine", 1)
	if !ok {
		p.checker.warn(r.at("startLine"), "is missing: GitHub cannot tell the line")
	}
	startColumn, _ := r.integer("startColumn", 1)
	endLine, ends := r.integer("endLine", 1)
	endColumn, hasColumn := r.integer("endColumn", 1)
	if !ends {
		endLine = startLine
	}
	if ok && (endLine < startLine || endLine == startLine && hasColumn && endColumn < max(startColumn, 1)) {
		p.checker.warn(r.path, "ends before it begins")
	}
}

// uri checks the URI of a file.
func (p places) uri(path, uri string) {
	u, err := url.Parse(uri)
	switch {
	case err != nil:
		p.checker.reject(path, "%s: %q", quote(uri), "an invalid URI was provided as a SARIF location")
	case u.Scheme == "file":
		if p.base == "" || !strings.HasPrefix(uri, p.base) {
			p.checker.warn(path, "%s is absolute: GitHub shows it only if it lies below the folder of the checkout", quote(uri))
		}
	case u.Scheme != "":
		p.checker.reject(path, "%s: %q", quote(uri), "SARIF URI scheme "+u.Scheme+" did not match the checkout URI scheme file")
	case strings.HasPrefix(uri, "/"):
		p.checker.warn(path, "%s begins with a slash: GitHub wants it relative to the root of the repository", quote(uri))
	case slices.Contains(strings.Split(u.Path, "/"), ".."):
		p.checker.warn(path, "%s leads upward: GitHub finds no file by it", quote(uri))
	}
	if i := strings.IndexFunc(uri, func(c rune) bool { return c > '~' || c <= ' ' || strings.ContainsRune(`"<>\^`+"`{|}", c) }); i >= 0 {
		p.checker.warn(path, "%s has %s, which a URI must write with a percent sign", quote(uri), quote(string([]rune(uri[i:])[:1])))
	}
}
