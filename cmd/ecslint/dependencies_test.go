package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// licences are told by what their texts say.
var licences = []struct {
	id   string
	text *regexp.Regexp
}{
	{"Apache-2.0", regexp.MustCompile(`Apache License,? Version 2\.0`)},
	{"BSD-3-Clause", regexp.MustCompile(`Redistribution and use in source and binary forms, .* Neither the name`)},
	{"MIT", regexp.MustCompile(`Permission is hereby granted, free of charge, to any person obtaining a copy of this software`)},
	{"MPL-2.0", regexp.MustCompile(`Mozilla Public License, version 2\.0`)},
	{"Unicode-DFS-2016", regexp.MustCompile(`UNICODE INC\.'S DATA FILES`)},
}

// licencesOf gives those that the licence files in a folder name.
func licencesOf(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "LICEN[CS]E*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no licence: %v", dir, err)
	}
	var out []string
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(string(b)), " ")
		for _, l := range licences {
			if l.text.MatchString(text) && !slices.Contains(out, l.id) {
				out = append(out, l.id)
			}
		}
	}
	return strings.Join(out, ", ")
}

// The list of dependencies is that of the build.
func TestDependencies(t *testing.T) {
	linked := map[string]bool{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", ".")
		cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.FieldsFuncSeq(string(out), func(r rune) bool { return r == '\n' }) {
			linked[line] = true
		}
	}
	var want []string
	for line := range linked {
		fields := strings.Split(line, "\t")
		want = append(want, "`"+fields[0]+"` | "+fields[1]+" | "+licencesOf(t, fields[2]))
	}
	slices.Sort(want)

	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "dependencies.md"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(string(page)) {
		if row, ok := strings.CutPrefix(line, "| `"); ok {
			cells := strings.SplitN("`"+row, " | ", 4)
			got = append(got, strings.Join(cells[:3], " | "))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("docs/dependencies.md: -want +got\n%s", diff)
	}
}
