package terraform

import (
	"embed"
	"path"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/parsers/source"
)

// knownFiles describe modules of the public registry that most users write ECS
// with, so that a call is understood although the module is not downloaded: its
// variables with their defaults, and the resources that these become, in our own
// words. A folder is the module's address with its major version, such as
// known/terraform-aws-modules/ecs/aws/v7/modules/service. What a summary leaves
// out is unknown in it.
//
//go:embed all:known
var knownFiles embed.FS

// registry begins the names of folders that are in knownFiles.
const registry = "<registry>/"

func isKnown(dir string) bool { return strings.HasPrefix(dir, registry) }

// knownModule gives the folder that stands for a module of the registry, or
// nothing if the module or its major version is not described.
func knownModule(src, version string) string {
	src = strings.TrimPrefix(src, "registry.terraform.io/")
	name, sub, _ := strings.Cut(src, "//")
	major := majorVersion(version)
	if strings.Count(name, "/") != 2 || major == "" {
		return ""
	}
	dir := path.Join(name, "v"+major, sub)
	text, err := knownFiles.ReadFile(path.Join("known", dir, "main.tf"))
	if err != nil || !covers(string(text), version) {
		return ""
	}
	return registry + dir
}

// covers reports whether a summary describes the versions that a constraint
// allows: the first line says from which minor version to which. A constraint
// that also allows later ones is taken for those.
func covers(summary, constraint string) bool {
	first, _, _ := strings.Cut(summary, "\n")
	_, span, _ := strings.Cut(first, ", ")
	span, _, _ = strings.Cut(span, ",")
	from, to, _ := strings.Cut(span, " to ")
	low, high := minorVersion(from), minorVersion(to)
	for c := range strings.SplitSeq(constraint, ",") {
		c = strings.TrimSpace(c)
		if number := strings.TrimLeft(c, "=~ "); majorVersion(c) != "" {
			minor := minorVersion(number)
			return low <= minor && minor <= high
		}
	}
	return false
}

// minorVersion gives the second number of a version; 0 if it has none.
func minorVersion(version string) int {
	parts := strings.Split(strings.TrimSpace(version), ".")
	if len(parts) < 2 {
		return 0
	}
	n, err := strconv.Atoi(parts[1])
	if err != nil {
		return 0
	}
	return n
}

// majorVersion gives the one major version that a constraint allows, or nothing.
// https://developer.hashicorp.com/terraform/language/expressions/version-constraints
func majorVersion(constraint string) string {
	major := ""
	for c := range strings.SplitSeq(constraint, ",") {
		c = strings.TrimSpace(c)
		number := strings.TrimLeft(c, "=~<>! ")
		op := strings.TrimSpace(strings.TrimSuffix(c, number))
		first, rest, dotted := strings.Cut(number, ".")
		switch {
		case op != "" && op != "=" && op != "~>" || first == "" || strings.Trim(first, "0123456789") != "":
			continue // a bound, which does not name one version
		case op == "~>" && !dotted:
			continue // "~> 7" allows 8
		case rest == "" && op == "":
			return ""
		}
		major = first
	}
	return major
}

func readDir(set *source.Set, dir string) ([]string, error) {
	if !isKnown(dir) {
		return set.ReadDir(dir)
	}
	entries, err := knownFiles.ReadDir(path.Join("known", strings.TrimPrefix(dir, registry)))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

func readFile(set *source.Set, name string) (*source.File, error) {
	if !isKnown(name) {
		return set.Read(name)
	}
	b, err := knownFiles.ReadFile(path.Join("known", strings.TrimPrefix(name, registry)))
	if err != nil {
		return nil, err
	}
	f := source.NewFile(name, b)
	f.External = true
	return f, nil
}
