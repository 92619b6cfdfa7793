// Package taskdef reads task definitions and services that stand in files of
// their own into the model. It takes, as JSON or YAML:
//
//   - what "aws ecs register-task-definition" and "create-service" take by
//     --cli-input-json and --cli-input-yaml, and "update-service";
//   - what "describe-task-definition" and "describe-services" answer, with
//     read-only members and nulls;
//   - a list of container definitions alone;
//   - a list of task definitions, and several YAML documents;
//   - the configuration of ecspresso, with the files that it names;
//   - ecs-params.yml of the old ECS CLI, with the Compose file beside it.
//
// What a file is shows in its content. A file that another one names is read
// through that one: a service is linked to its task definition so.
//
// Many of these files have placeholders that a tool fills in before AWS sees
// them. These are unknown.
package taskdef

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/parsers/jsondoc"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/parsers/yamldoc"
)

const containers = "containerDefinitions"

// telling are members of container definitions that lists of other things with
// a name and an image, such as products or virtual machines, do not have.
var telling = []string{
	"dockerLabels", "entryPoint", "essential", "firelensConfiguration", "linuxParameters", "logConfiguration",
	"memoryReservation", "mountPoints", "portMappings", "readonlyRootFilesystem", "repositoryCredentials", "volumesFrom",
}

// Mentions reports whether a file can be one of this package's. It reads no
// structure and is fast, so that it can be asked of every file.
func Mentions(text []byte) bool {
	return mentionsDefinition(text) || leads(text) || mentionsCopilot(text)
}

// mentionsCopilot reports whether a file can be a manifest of AWS Copilot.
func mentionsCopilot(text []byte) bool {
	return (bytes.HasPrefix(text, []byte("type:")) || bytes.Contains(text, []byte("\ntype:"))) && copilot().Match(text)
}

// mentionsDefinition reports whether a file can be a task definition: one that
// does not list containers by that name has to be the list itself.
func mentionsDefinition(text []byte) bool {
	if bytes.Contains(text, []byte(containers)) {
		return true
	}
	return listed().Match(text) && slices.ContainsFunc(telling, func(name string) bool {
		return bytes.Contains(text, []byte(name))
	})
}

// leads reports whether a file can be one that leads to others.
func leads(text []byte) bool {
	// The others have one name in common: most files do not have it, which one look tells.
	return mentionsService(text) || bytes.Contains(text, []byte("task_definition")) && (mentionsConfig(text) || mentionsParams(text))
}

// listed matches a file that holds a list, behind comments and the line that
// opens a YAML document.
var listed = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\x{FEFF}?(?:\s+|#.*\n|//.*\n|---[ \t]*\r?\n)*(?:\[|-[ \t\r\n])`)
})

// copilot matches a manifest of AWS Copilot by its kind of workload.
var copilot = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^type: *["']?(?:Load Balanced Web|Backend|Worker|Request-Driven Web) Service["']?\s*(?:#.*)?$|^type: *["']?Scheduled Job["']?\s*(?:#.*)?$`)
})

// meant matches a list of container definitions as a member of the outermost
// object, which tells a broken task definition from a text that talks about one.
var meant = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^[ \t{]*(?:"` + containers + `"\s*:\s*\[|` + containers + `:\s*$)`)
})

// parse reads the documents of a file; none if it cannot be read.
func parse(f *source.File) ([]*value.Value, []source.Problem) {
	text := bytes.TrimLeft(f.Bytes, "\ufeff \t\r\n")
	if len(text) > 0 && bytes.IndexByte([]byte("{[/"), text[0]) >= 0 {
		doc, problems := jsondoc.Parse(f, jsondoc.Placeholders)
		if doc == nil {
			return nil, problems
		}
		return []*value.Value{doc}, problems
	}
	if hasSuffix(f.Name, ".jsonnet", ".libsonnet") {
		return nil, nil // it is no YAML
	}
	docs, problems := yamldoc.Parse(f)
	for i, doc := range docs {
		docs[i] = jsondoc.MarkPlaceholders(doc)
	}
	return docs, problems
}

func hasSuffix(name string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasSuffix(name, s) })
}

// item is a resource in a file.
type item struct {
	typ   string
	value *value.Value // its properties, in the spelling of the API
}

// items gives the resources in a document. Only the outermost levels count: API
// models, examples of an API, and the inner files of other tools have such
// objects deeper inside.
func items(doc *value.Value) []item {
	return append(typed(model.TaskDefinitionFile, definitions(doc)), typed(model.ServiceFile, services(doc))...)
}

func typed(typ string, values []*value.Value) []item {
	var out []item
	for _, v := range values {
		out = append(out, item{typ, v})
	}
	return out
}

// opening is the line that opens a resource: its bracket, or in YAML its first
// member.
func opening(d *value.Value) source.Range {
	r := d.Range().FirstLine()
	if s := r.Text(); s != "" && (s[0] == '{' || s[0] == '[') {
		r.End = r.Start + 1
	}
	return r
}

// definitions gives the task definitions in a document, each as a map.
func definitions(doc *value.Value) []*value.Value {
	switch doc.Kind() {
	case value.Map:
		if isDefinition(doc) {
			return []*value.Value{doc}
		}
		if d := doc.Get("taskDefinition"); isDefinition(d) {
			return []*value.Value{tagged(d, doc.Field("tags"))}
		}
	case value.List:
		if isFragment(doc) {
			list := value.Field{Key: containers, Value: doc}
			return []*value.Value{value.NewMap(doc.Range(), []value.Field{list}, true)}
		}
		var out []*value.Value
		for _, e := range doc.Elems() {
			if !isDefinition(e) {
				return nil
			}
			out = append(out, e)
		}
		return out
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.Either:
	}
	return nil
}

// isDefinition reports whether v is a task definition: it lists containers, or
// has a placeholder or a single container where the list belongs.
func isDefinition(v *value.Value) bool {
	if v.Kind() != value.Map {
		return false
	}
	list := v.Get(containers)
	switch list.Kind() {
	case value.List:
		for _, e := range list.Elems() {
			if !e.Is(value.Map, value.Unknown, value.Null) {
				return false
			}
		}
		return true
	case value.Unknown:
		return !v.Open() && v.Get("family").Kind() != value.Absent
	case value.Map:
		return list.Get("image").Is(value.String, value.Text) && v.Get("family").Kind() != value.Absent
	case value.Absent, value.Null, value.Bool, value.Number, value.String, value.Text, value.Either:
	}
	return false
}

// isFragment reports whether v is a list of container definitions.
func isFragment(v *value.Value) bool {
	told := false
	for _, e := range v.Elems() {
		if e.Kind() == value.Unknown {
			continue
		}
		if e.Kind() != value.Map || e.Get("name").Kind() == value.Absent || e.Get("image").Kind() == value.Absent {
			return false
		}
		for _, name := range telling {
			told = told || e.Get(name).Kind() != value.Absent
		}
	}
	return told
}

// tagged gives a definition with the tags that a describe answer has beside it.
// An answer has them only if they were asked for ("--include TAGS").
func tagged(d *value.Value, tags value.Field) *value.Value {
	if d.Get("tags").Kind() != value.Absent {
		return d
	}
	if tags.Value.Kind() == value.Absent {
		tags = value.Field{Key: "tags", Value: value.NewUnknown(d.Range(), "the answer was made without tags")}
	}
	var fields []value.Field
	for f := range d.Written() {
		fields = append(fields, f)
	}
	return value.NewMap(d.Range(), append(fields, tags), d.Open())
}
