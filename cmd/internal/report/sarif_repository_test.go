package report

import "testing"

func TestRepository(t *testing.T) {
	for remote, want := range map[string]string{
		"https://github.com/example/shop.git":             "https://github.com/example/shop",
		"https://github.com/example/shop":                 "https://github.com/example/shop",
		"https://github.com/example/shop/":                "https://github.com/example/shop",
		"https://x-access-token:s3cret@GitHub.com/e/shop": "https://github.com/e/shop",
		"https://s3cret@github.com/e/shop.git":            "https://github.com/e/shop",
		"https://git.example.com:8443/e/shop.git?key=s3c": "https://git.example.com:8443/e/shop",
		"http://git.example.com:8080/shop.git":            "http://git.example.com:8080/shop",
		"git@github.com:example/shop.git":                 "https://github.com/example/shop",
		"github.com:example/shop":                         "https://github.com/example/shop",
		"git@git.example.com:/srv/shop.git/":              "https://git.example.com/srv/shop",
		"ssh://git@github.com/example/shop.git":           "https://github.com/example/shop",
		"ssh://git:s3cret@git.example.com:2222/shop.git":  "https://git.example.com/shop",
		"git://git.example.com/shop.git":                  "https://git.example.com/shop",
		"https://github.com/example/a b%20é.git":          "https://github.com/example/a%20b%20%C3%A9",

		// These say nothing to others.
		"":                                  "",
		"/srv/git/shop.git":                 "",
		"../shop.git":                       "",
		"file:///home/me/shop.git":          "",
		`C:\code\shop`:                      "",
		"C:/code/shop":                      "",
		"work:example/shop.git":             "",
		"https://localhost/shop.git":        "",
		"https://[::1]/shop.git":            "",
		"https://github.com/":               "",
		"https://github.com/.git":           "",
		"https://github.com/a/../../b":      "",
		"https://github.com/%zz":            "",
		"ext::ssh -i key git.example.com x": "",
		"javascript://example.com/x":        "",
	} {
		if got := Repository([]byte("[remote \"origin\"]\n\turl = " + remote + "\n")); got != want {
			t.Errorf("%s: %q, want %q", remote, got, want)
		}
	}
}

func TestOrigin(t *testing.T) {
	const want = "https://example.com/a"
	for name, config := range map[string]string{
		"among others": `[core]
	url = https://example.com/core
[remote "fork"]
	url = https://example.com/fork
[remote "origin"]
	fetch = +refs/heads/*:refs/remotes/origin/*
	url = https://example.com/a
[branch "main"]
	remote = origin
	url = https://example.com/branch
`,
		"the first of several":   "[remote \"origin\"]\nurl=https://example.com/a\nurl=https://example.com/b\npushurl=https://example.com/c",
		"in any case":            "[REMOTE \"origin\"]\r\n  URL = https://example.com/a\r\n",
		"in the line of section": `[remote "origin"] url = https://example.com/a`,
		"with comments":          "[remote \"origin\"] ; mine\n# url = x\n; url = y\nurl = https://example.com/a # here",
	} {
		if got := origin(config); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	for name, config := range map[string]string{
		"empty":          "",
		"another case":   "[remote \"Origin\"]\nurl = https://example.com/a",
		"another remote": "[remote \"upstream\"]\nurl = https://example.com/a",
		"no remote":      "[remote]\nurl = https://example.com/a",
		"quoted":         "[remote \"origin\"]\nurl = \"https://example.com/a\"",
		"another key":    "[remote \"origin\"]\npushurl = https://example.com/a",
		"pointer":        "gitdir: /home/me/shop/.git/worktrees/x\n",
		"no text":        "\x00\xff[remote \"origin",
	} {
		if got := origin(config); got != "" {
			t.Errorf("%s: %q", name, got)
		}
	}
}
