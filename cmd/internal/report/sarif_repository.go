package report

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/cmd/internal/sarif"
)

// Repository gives the address of a repository on the web, which Git's
// configuration file names: where its remote "origin" is, without credentials,
// query, port of SSH and ".git", so that a clone by SSH and one by HTTPS have the
// same. It is empty if there is none, or if it means something on this machine
// alone, as a path and the name of a host without a domain do.
func Repository(config []byte) string { return webAddress(origin(string(config))) }

// header matches the line that opens a section of Git's configuration, and what
// stands behind it in the same line.
var header = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\[\s*([^\s"\]]+)(?:\s+"([^"]*)")?\s*\](.*)$`)
})

// origin gives the first URL of the remote "origin", from which Git fetches. A
// quoted value, which no URL needs, counts as none.
func origin(config string) string {
	in := false
	for line := range strings.Lines(config) {
		line = strings.TrimSpace(line)
		if m := header().FindStringSubmatch(line); m != nil {
			in = strings.EqualFold(m[1], "remote") && m[2] == "origin"
			line = m[3]
		}
		key, value, _ := strings.Cut(line, "=")
		if !in || !strings.EqualFold(strings.TrimSpace(key), "url") || strings.ContainsAny(value, "\"\\") {
			continue
		}
		if i := strings.IndexAny(value, "#;"); i >= 0 {
			value = value[:i] // a comment
		}
		return strings.TrimSpace(value)
	}
	return ""
}

// byName matches a host that has the same name everywhere.
var byName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)
})

// short matches the form of SSH without a scheme, "git@example.com:team/shop.git".
var short = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[^@/:]*@)?([^@/:]+):([^:]*)$`)
})

// webAddress makes the URL of a remote one that a browser can open.
func webAddress(remote string) string {
	scheme, host, port, name := "https", "", "", ""
	if m := short().FindStringSubmatch(remote); m != nil && !strings.Contains(remote, "://") {
		host, name = m[1], m[2]
	} else {
		u, err := url.Parse(remote)
		if err != nil {
			return ""
		}
		host, name = u.Hostname(), u.Path
		switch u.Scheme {
		case "http", "https":
			scheme, port = u.Scheme, u.Port()
		case "ssh", "git", "git+ssh", "ssh+git":
		default:
			return ""
		}
	}
	name = strings.Trim(strings.TrimSuffix(strings.TrimRight(name, "/"), ".git"), "/")
	if !byName().MatchString(host) || name == "" || slices.Contains(strings.Split(name, "/"), "..") {
		return ""
	}
	if port != "" {
		host += ":" + port
	}
	return scheme + "://" + strings.ToLower(host) + "/" + sarif.URI(name)
}
