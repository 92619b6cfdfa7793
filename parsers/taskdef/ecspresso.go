package taskdef

import (
	"bytes"
	"path"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// ecspresso (github.com/kayac/ecspresso, version 2) has a configuration, such as
// ecspresso.yml, that names a file with the task definition and one with the
// service, relative to itself. The service's name and cluster stand in the
// configuration. Both files may be Jsonnet.

// mentionsConfig reports whether a file can be a configuration of ecspresso.
func mentionsConfig(text []byte) bool {
	return bytes.Contains(text, []byte("task_definition")) &&
		(bytes.Contains(text, []byte("service_definition")) || bytes.Contains(text, []byte("cluster")))
}

// isConfig reports whether a document is a configuration of ecspresso.
func isConfig(doc *value.Value) bool {
	text := func(key string) bool { return doc.Get(key).Is(value.String, value.Text) }
	return doc.Kind() == value.Map && text("task_definition") && (text("service_definition") || text("cluster"))
}

// config adds what a configuration names.
func (u *unit) config(doc *value.Value) {
	task := doc.Field("task_definition")
	found, file := u.named(task, definitions)
	addresses := u.add(file, typed(model.TaskDefinitionFile, found))

	var fields []value.Field
	for _, name := range [][2]string{{"cluster", "cluster"}, {"service", "serviceName"}} {
		if f := doc.Field(name[0]); f.Value.Kind() != value.Absent {
			fields = append(fields, value.Field{Key: name[1], Range: f.Range, Value: f.Value})
		}
	}
	if len(addresses) == 1 {
		link := value.NewUnknown(task.Value.Range(), "the task definition gets its revision when it is registered")
		fields = append(fields, value.Field{
			Key: "taskDefinition", Range: task.Range, Value: link.WithLink(value.Link{Address: addresses[0], Attr: "arn"}),
		})
	}
	found, file = u.named(doc.Field("service_definition"), func(doc *value.Value) []*value.Value {
		if doc.Kind() != value.Map {
			return nil
		}
		return []*value.Value{with(doc, fields...)}
	})
	u.add(file, typed(model.ServiceFile, found))
}

// named gives what take finds in the documents of the file that a member of a
// configuration names.
func (u *unit) named(f value.Field, take func(doc *value.Value) []*value.Value) ([]*value.Value, *source.File) {
	name, ok := f.Value.Str()
	if !ok {
		return nil, nil // not written, or made of what is unknown
	}
	problem := func(level source.Level, message string) {
		u.problems = append(u.problems, source.Problem{Range: f.Value.Range().FirstLine(), Level: level, Message: message})
	}
	file, err := u.loader.set.Read(path.Join(path.Dir(u.file.Name), name))
	if err != nil {
		problem(source.Warning, name+" is not read: "+err.Error())
		return nil, nil
	}
	docs, problems := parse(file)
	if len(docs) == 0 && hasSuffix(name, ".jsonnet", ".libsonnet") {
		problem(source.Note, name+" is not read: Jsonnet is not evaluated unless it is plain JSON")
		return nil, nil
	}
	u.problems = append(u.problems, problems...)
	u.others = append(u.others, file.Name)
	var out []*value.Value
	for _, doc := range docs {
		out = append(out, take(doc)...)
	}
	return out, file
}
