// Package parserstest makes the inputs of benchmarks: repositories of any size,
// with the faults that are found in real ones. The same size always gives the same
// bytes.
package parserstest

import (
	"embed"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

//go:embed templates
var embedded embed.FS

var templates = template.Must(template.ParseFS(embedded, "templates/*.tmpl"))

// Files are the texts of files by their names, which have slashes.
type Files = iter.Seq2[string, string]

// Terraform gives the root module of the service of a number, counted from 0, whose
// variables have values in a file: main.tf, variables.tf and terraform.tfvars, in a
// folder terraform/s00000.
func Terraform(number int) Files {
	dir := fmt.Sprintf("terraform/s%05d/", number)
	s := newService(number)
	return func(yield func(string, string) bool) {
		for _, name := range []string{"main.tf", "variables.tf", "terraform.tfvars"} {
			if !yield(dir+name, text(name, s)) {
				return
			}
		}
	}
}

// Template gives the CloudFormation template of the service of a number.
func Template(number int) string { return text("template.yaml", newService(number)) }

// TaskDefinition gives the task definition of the service of a number as JSON.
func TaskDefinition(number int) string { return text("taskdef.json", newService(number)) }

// Monorepo gives a repository of so many services: of each a root module and a
// template, and of every other one a task definition.
func Monorepo(services int) Files {
	return func(yield func(string, string) bool) {
		for i := range services {
			for name, text := range Terraform(i) {
				if !yield(name, text) {
					return
				}
			}
			if !yield(fmt.Sprintf("cloudformation/s%05d.yaml", i), Template(i)) {
				return
			}
			if i%2 == 0 && !yield(fmt.Sprintf("taskdefs/s%05d.json", i), TaskDefinition(i)) {
				return
			}
		}
	}
}

// Fleet gives a root module that calls one module for each of so many services.
func Fleet(n int) Files {
	return func(yield func(string, string) bool) {
		_ = yield("main.tf", text("fleet.tf", services(n))) &&
			yield("modules/service/main.tf", text("fleet_module.tf", nil))
	}
}

// LargeTemplate gives a CloudFormation template with so many task definitions.
// CloudFormation takes 500 resources.
func LargeTemplate(n int) string { return text("large.yaml", services(n)) }

// Write writes files below a folder, which it makes if it is missing.
func Write(dir string, files Files) error {
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// text executes an embedded template. That they fit their data is a matter of this
// package alone, so that a mistake is a panic.
func text(name string, data any) string {
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, name+".tmpl", data); err != nil {
		panic(err)
	}
	return b.String()
}
