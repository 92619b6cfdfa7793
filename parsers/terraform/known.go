package terraform

import (
	"embed"
	"path"
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
	if entries, err := knownFiles.ReadDir(path.Join("known", dir)); err != nil || len(entries) == 0 {
		return ""
	}
	return registry + dir
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
