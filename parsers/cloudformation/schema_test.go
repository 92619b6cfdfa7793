package cloudformation

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// resourceTypes are those that have a schema.
var resourceTypes = []string{"CapacityProvider", "Cluster", "ClusterCapacityProviderAssociations", "Service", "TaskDefinition", "TaskSet"}

// TestAdditions finds what goformation has learned, which is then no addition,
// and additions to objects that are not there.
func TestAdditions(t *testing.T) {
	t.Parallel()
	paths := map[string]bool{}
	for _, typ := range resourceTypes {
		for path := range objects(properties(generated(typ), typ), typ) {
			paths[path] = true
		}
	}
	for path, names := range additions() {
		if !paths[path] {
			t.Errorf("%s is no object of the schema", path)
		}
		typ, rest, _ := strings.Cut(path, ".")
		learned := within(typ, rest)
		for _, name := range names {
			if learned[name] {
				t.Errorf("%s.%s: goformation has it, delete the addition", path, name)
			}
		}
	}
}

// within gives the names that goformation itself has for the object at a path in
// a type.
func within(typ, path string) map[string]bool {
	t := generated(typ)
	for name := range strings.SplitSeq(path, ".") {
		if name == "" {
			break
		}
		if t = fieldsOf(t)[name]; t == nil {
			return nil
		}
	}
	out := map[string]bool{}
	for name := range fieldsOf(t) {
		out[name] = true
	}
	return out
}

// TestStale judges the additions as a schema would that does not have them: a
// property that is merely new must not be taken for a misspelt one.
func TestStale(t *testing.T) {
	t.Parallel()
	for path, names := range additions() {
		typ, rest, _ := strings.Cut(path, ".")
		known := within(typ, rest)
		if known == nil {
			continue // all of the object is new
		}
		others := map[string]*model.Schema{}
		for name := range known {
			others[name] = nil
		}
		for _, name := range names {
			for _, x := range misspelt(others, name) {
				t.Errorf("%s.%s would be taken for %s", path, name, x.Meant)
			}
		}
	}
}

// TestNoNameIsAnother judges every known name in an object that has none of the
// others. Where names are near to each other a new one could be taken for an old
// one.
func TestNoNameIsAnother(t *testing.T) {
	t.Parallel()
	var near []string
	for _, typ := range resourceTypes {
		for path, s := range objects(properties(generated(typ), typ), typ) {
			if len(s.Members()) == 0 {
				t.Errorf("%s has no members", path)
			}
			for name := range s.Members() {
				others := maps.Clone(s.Members())
				delete(others, name)
				for _, x := range misspelt(others, name) {
					near = append(near, path+": "+name+" "+x.Meant)
				}
			}
		}
	}
	slices.Sort(near)
	want := []string{
		"CapacityProvider.AutoScalingGroupProvider.ManagedScaling: MaximumScalingStepSize MinimumScalingStepSize",
		"CapacityProvider.AutoScalingGroupProvider.ManagedScaling: MinimumScalingStepSize MaximumScalingStepSize",
	}
	if !slices.Equal(near, want) {
		t.Errorf("near to each other:\n%s", strings.Join(near, "\n"))
	}
}

// misspelt judges an object with one member, of which the others are known.
func misspelt(others map[string]*model.Schema, name string) []*model.Misspelling {
	s := &model.Schema{Members: func() map[string]*model.Schema { return others }}
	f := source.NewFile("x", nil)
	m := &model.Model{Schema: func(string) *model.Schema { return s }}
	fields := []value.Field{{Key: name, Range: f.Whole(), Value: value.NewNull(f.Whole())}}
	m.Add(model.Input{Type: model.TaskDefinitionFile, Value: value.NewMap(f.Whole(), fields, false)})
	for r := range m.Resources() {
		names, _ := m.NamesOf(r.Base())
		return names.Misspelt
	}
	return nil
}

// objects gives the schemas of a type's objects by their paths.
func objects(s *model.Schema, path string) map[string]*model.Schema {
	out := map[string]*model.Schema{path: s}
	for name, below := range s.Members() {
		if below != nil {
			maps.Copy(out, objects(below, path+"."+name))
		}
	}
	return out
}

// TestSpellings looks names up in the spelling of each format.
func TestSpellings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ typ, path, name string }{
		{"AWS::ECS::TaskDefinition", "ContainerDefinitions.LinuxParameters.Capabilities", "Add"},
		{"AWS::ECS::TaskDefinition", "ContainerDefinitions.RestartPolicy", "IgnoredExitCodes"},
		{"AWS::ECS::TaskDefinition", "Volumes.EFSVolumeConfiguration", "FilesystemId"},
		{"AWS::ECS::Service", "DeploymentConfiguration.LifecycleHooks", "HookTargetArn"},
		{model.TaskDefinitionFile, "", "enableFaultInjection"},
		{model.TaskDefinitionFile, "", "taskDefinitionArn"},
		{model.TaskDefinitionFile, "containerDefinitions.restartPolicy", "ignoredExitCodes"},
		{model.TaskDefinitionFile, "volumes.efsVolumeConfiguration", "fileSystemId"},
		{model.TaskDefinitionFile, "volumes.efsVolumeConfiguration.authorizationConfig", "iam"},
		{model.TaskDefinitionFile, "volumes.s3filesVolumeConfiguration", "fileSystemArn"},
		{model.TaskDefinitionFile, "proxyConfiguration.properties", "name"},
		{model.ServiceFile, "networkConfiguration.awsvpcConfiguration", "assignPublicIp"},
		{model.ServiceFile, "placementStrategy", "field"},
		{"aws_ecs_task_definition", "container_definitions.portMappings", "containerPort"},
	} {
		s := Schema(c.typ)
		for name := range strings.SplitSeq(c.path, ".") {
			if name != "" && s != nil {
				s = s.Members()[name]
			}
		}
		if s == nil {
			t.Errorf("%s: %s is no object", c.typ, c.path)
		} else if _, ok := s.Members()[c.name]; !ok {
			t.Errorf("%s: %s has no %s", c.typ, c.path, c.name)
		}
	}
	for _, typ := range []string{"aws_ecs_service", "AWS::ECS::Nothing", "AWS::EC2::Instance", ""} {
		if Schema(typ) != nil {
			t.Errorf("%s has a schema", typ)
		}
	}
}

// BenchmarkSchema asks for the names that are known in a container definition.
func BenchmarkSchema(b *testing.B) {
	for b.Loop() {
		schemaOf("aws_ecs_task_definition").Members()["container_definitions"].Members()
	}
}
