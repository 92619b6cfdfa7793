package taskdef

import (
	"bytes"
	"path"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// The Amazon ECS CLI (ecs-cli, which AWS no longer develops) makes a task
// definition of a Compose file and of ecs-params.yml beside it: the containers
// are the services of the one, and what ECS has beyond them is in the other. The
// names are those of "Using Amazon ECS parameters" in its documentation.

// mentionsParams reports whether a file can be an ecs-params.yml.
func mentionsParams(text []byte) bool {
	return bytes.Contains(text, []byte("task_definition:")) && bytes.Contains(text, []byte("version:"))
}

// isParams reports whether a document is an ecs-params.yml.
func isParams(doc *value.Value) bool {
	return doc.Kind() == value.Map && doc.Get("version").Kind() != value.Absent && doc.Get("task_definition").Kind() == value.Map
}

// composeFiles are the names by which a Compose file is found.
var composeFiles = []string{"docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml"}

// rename moves a member to another object under the name of the API.
type rename struct{ from, to string }

var (
	taskNames = []rename{
		{"ecs_network_mode", "networkMode"},
		{"task_role_arn", "taskRoleArn"},
		{"task_execution_role", "executionRoleArn"},
		{"pid_mode", "pidMode"},
		{"ipc_mode", "ipcMode"},
	}
	sizeNames      = []rename{{"cpu_limit", "cpu"}, {"mem_limit", "memory"}}
	containerNames = []rename{
		{"image", "image"},
		{"privileged", "privileged"},
		{"user", "user"},
		{"read_only", "readonlyRootFilesystem"},
		{"command", "command"},
		{"entrypoint", "entryPoint"},
		{"working_dir", "workingDirectory"},
		{"hostname", "hostname"},
	}
	paramNames = []rename{
		{"essential", "essential"}, {"cpu_shares", "cpu"}, {"mem_limit", "memory"}, {"mem_reservation", "memoryReservation"},
	}
	healthNames = []rename{
		{"command", "command"},
		{"test", "command"},
		{"interval", "interval"},
		{"timeout", "timeout"},
		{"retries", "retries"},
		{"start_period", "startPeriod"},
	}
	logNames        = []rename{{"driver", "logDriver"}, {"options", "options"}}
	capabilityNames = []rename{{"cap_add", "add"}, {"cap_drop", "drop"}}
	initNames       = []rename{{"init_process_enabled", "initProcessEnabled"}}
	efsNames        = []rename{
		{"filesystem_id", "fileSystemId"},
		{"root_directory", "rootDirectory"},
		{"transit_encryption", "transitEncryption"},
		{"transit_encryption_port", "transitEncryptionPort"},
	}
)

// params adds the task definition of an ecs-params.yml.
func (u *unit) params(doc *value.Value) {
	task := doc.Get("task_definition")
	fields := append(renamed(task, taskNames), renamed(task.Get("task_size"), sizeNames)...)
	// The rest is said on the command line.
	for _, name := range []string{"family", "requiresCompatibilities", "tags"} {
		fields = append(fields, value.Field{Key: name, Value: value.NewUnknown(task.Range(), "it is up to the command line of ecs-cli")})
	}
	if volumes := efsVolumes(task.Get("efs_volumes")); volumes != nil {
		fields = append(fields, value.Field{Key: "volumes", Range: task.Field("efs_volumes").Range, Value: volumes})
	}
	fields = append(fields, value.Field{Key: containers, Value: u.composed(task)})
	u.model.Add(model.Input{
		Type: model.TaskDefinitionFile, Address: u.file.Name, Header: opening(doc),
		Value: value.NewMap(task.Range(), fields, task.Open()),
	})
}

func renamed(v *value.Value, names []rename) []value.Field {
	var out []value.Field
	for _, n := range names {
		if f := v.Field(n.from); f.Value.Kind() != value.Absent {
			out = append(out, value.Field{Key: n.to, Range: f.Range, Value: f.Value})
		}
	}
	return out
}

func efsVolumes(list *value.Value) *value.Value {
	if list.Kind() != value.List {
		return nil
	}
	var out []*value.Value
	for _, v := range list.Elems() {
		efs := value.NewMap(v.Range(), renamed(v, efsNames), v.Open())
		fields := append(renamed(v, []rename{{"name", "name"}}), value.Field{Key: "efsVolumeConfiguration", Value: efs})
		out = append(out, value.NewMap(v.Range(), fields, v.Open()))
	}
	return value.NewList(list.Range(), out, list.Open())
}

// composed gives the containers of the Compose file beside ecs-params.yml.
func (u *unit) composed(task *value.Value) *value.Value {
	f, services := u.compose()
	if f == nil {
		return value.NewUnknown(task.Range(), "the Compose file is not beside "+path.Base(u.file.Name))
	}
	var out []*value.Value
	for s := range services.Fields() {
		out = append(out, container(s, task.Get("services").Get(s.Key)))
	}
	return value.NewList(services.Range(), out, services.Open())
}

// compose gives the Compose file and its services.
func (u *unit) compose() (*source.File, *value.Value) {
	for _, name := range composeFiles {
		f, err := u.loader.set.Read(path.Join(path.Dir(u.file.Name), name))
		if err != nil {
			continue
		}
		docs, problems := parse(f)
		u.problems = append(u.problems, problems...)
		for _, doc := range docs {
			services := doc.Get("services")
			if version, _ := doc.Get("version").Scalar(); services.Kind() == value.Absent && (version == "" || version == "1") {
				services = doc // the first version has no more than services
			}
			if services.Kind() == value.Map {
				u.others = append(u.others, f.Name)
				return f, services
			}
		}
	}
	return nil, nil
}

// container gives a service of a Compose file as a container definition, with the
// parameters of the same service.
func container(service value.Field, params *value.Value) *value.Value {
	v := service.Value
	fields := []value.Field{{Key: "name", Range: service.Range, Value: value.NewString(service.Range, service.Key)}}
	fields = append(fields, renamed(v, containerNames)...)
	fields = append(fields, renamed(params, paramNames)...)
	fields = append(fields, object(v.Field("logging"), "logConfiguration", logNames)...)
	fields = append(fields, object(v.Field("healthcheck"), "healthCheck", healthNames)...)
	fields = append(fields, object(params.Field("healthcheck"), "healthCheck", healthNames)...)
	linux := renamed(params, initNames)
	if c := renamed(v, capabilityNames); len(c) > 0 {
		linux = append(linux, value.Field{Key: "capabilities", Value: value.NewMap(v.Range(), c, v.Open())})
	}
	if len(linux) > 0 {
		fields = append(fields, value.Field{Key: "linuxParameters", Value: value.NewMap(v.Range(), linux, v.Open())})
	}
	files := v.Get("env_file").Kind() != value.Absent
	if env := v.Field("environment"); env.Value.Kind() != value.Absent || files {
		e := environment(env.Value)
		if files {
			e = e.Opened()
		}
		fields = append(fields, value.Field{Key: "environment", Range: env.Range, Value: e})
	}
	r := v.Range()
	if service.Range.File == r.File && service.Range.Start < r.Start {
		r.Start = service.Range.Start // what it lacks is shown at its name
	}
	return value.NewMap(r, fields, v.Open() || params.Open() || v.Get("extends").Kind() != value.Absent)
}

// object gives a member that is an object with the names of the API.
func object(f value.Field, name string, names []rename) []value.Field {
	switch f.Value.Kind() {
	case value.Absent:
		return nil
	case value.Map:
		f.Value = value.NewMap(f.Value.Range(), renamed(f.Value, names), f.Value.Open())
	case value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.List, value.Either:
	}
	f.Key = name
	return []value.Field{f}
}

// environment gives environment variables, written as a map or as a list of
// "NAME=VALUE", as a list of names and values.
func environment(v *value.Value) *value.Value {
	var out []*value.Value
	variable := func(r source.Range, name, val *value.Value) {
		out = append(out, value.NewMap(r, []value.Field{{Key: "name", Range: r, Value: name}, {Key: "value", Range: r, Value: val}}, false))
	}
	switch v.Kind() {
	case value.Map:
		for f := range v.Fields() {
			variable(f.Range, value.NewString(f.Range, f.Key), f.Value)
		}
	case value.List:
		for _, e := range v.Elems() {
			name, rest, given := strings.Cut(e.Content(), "=")
			if strings.IndexByte(name, value.Hole) >= 0 || name == "" {
				out = append(out, value.NewUnknown(e.Range(), e.Reason()))
				continue
			}
			val := value.NewUnknown(e.Range(), name+" comes from the environment of ecs-cli")
			if given {
				var b value.Builder
				b.Part(e, len(name)+1, len(name)+1+len(rest))
				val = b.Value(e.Place(len(name)+1, len(name)+1+len(rest)))
			}
			variable(e.Range(), value.NewString(e.Place(0, len(name)), name), val)
		}
	case value.Absent:
		return value.NewList(v.Range(), nil, false)
	case value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.Either:
		return v
	}
	return value.NewList(v.Range(), out, v.Open())
}
