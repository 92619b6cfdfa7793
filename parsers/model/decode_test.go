package model

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

const (
	tfTask    = "aws_ecs_task_definition"
	tfService = "aws_ecs_service"
	tfCluster = "aws_ecs_cluster"
	cfnTask   = "AWS::ECS::TaskDefinition"
)

func TestCloudFormationInAnyCase(t *testing.T) {
	task := decoded[*TaskDefinition](t, cfnTask, object{
		"pidmode": "host",
		"Volumes": list{object{
			"Name": "data",
			// The service writes EFSVolumeConfiguration and FilesystemId.
			"EfsVolumeConfiguration": object{"FileSystemID": "fs-1", "TransitEncryption": "ENABLED"},
		}},
		"ContainerDefinitions": list{object{"ReadOnlyRootFilesystem": true}},
	})
	check(t, "pid mode", task.PidMode.Is("host"), value.Yes)
	efs := &task.Volumes.Items[0].Efs
	check(t, "file system", efs.FileSystemId.Is("fs-1"), value.Yes)
	check(t, "encryption", efs.TransitEncryption.Is("ENABLED"), value.Yes)
	check(t, "read-only", task.Containers.Items[0].ReadonlyRootFilesystem.Is(true), value.Yes)
}

func TestExactSpellingGoesFirst(t *testing.T) {
	task := decoded[*TaskDefinition](t, cfnTask, object{"PIDMODE": "task", "PidMode": "host", "pidMode": "task"})
	check(t, "pid mode", task.PidMode.Is("host"), value.Yes)
}

func TestScalarsAsStrings(t *testing.T) {
	task := decoded[*TaskDefinition](t, cfnTask, object{
		"Cpu": 256,
		"ContainerDefinitions": list{
			object{"Name": "a", "Privileged": "true", "User": 0},
			object{"Name": "b", "Privileged": "False", "User": "1000"},
		},
	})
	check(t, "cpu", task.Cpu.Is("256"), value.Yes)
	a, b := task.Containers.Items[0], task.Containers.Items[1]
	check(t, `"true"`, a.Privileged.Is(true), value.Yes)
	check(t, `"False"`, b.Privileged.Is(true), value.No)
	check(t, "user 0", a.User.Is("0"), value.Yes)
}

func TestAbsentSettings(t *testing.T) {
	task := decoded[*TaskDefinition](t, tfTask, object{
		"container_definitions": list{object{"name": "web", "user": nil, "privileged": nil}},
	})
	c := task.Containers.Items[0]
	check(t, "null is not set", c.User.Set(), value.No)
	check(t, "null has the default", c.Privileged.Is(false), value.Yes)
	check(t, "absent has the default", c.ReadonlyRootFilesystem.Is(false), value.Yes)
	check(t, "without default", task.PidMode.Is("task"), value.No)
	check(t, "below an absent object", c.LogConfiguration.LogDriver.Set(), value.No)
	check(t, "absent object", c.LogConfiguration.Exists(), value.No)
	check(t, "no volumes", task.Volumes.NotEmpty(), value.No)
}

func TestAbsentSettingIsAtTheObjectThatLacksIt(t *testing.T) {
	file := source.NewFile("t.json", []byte(`{"logConfiguration": {}}`))
	logs := value.NewMap(source.Range{File: file, Start: 21, End: 23}, nil, false)
	container := value.NewMap(file.Whole(), []value.Field{{Key: "logConfiguration", Value: logs}}, false)
	task := decoded[*TaskDefinition](t, tfTask, object{"container_definitions": list{container}})
	c := task.Containers.Items[0]
	if got := c.LogConfiguration.LogDriver.Range().Text(); got != "{}" {
		t.Errorf("the log driver is missing at %q, want {}", got)
	}
	if got := c.User.Range(); got != file.Whole() {
		t.Errorf("the user is missing at %v, want the container", got)
	}
	if got := task.PidMode.Range(); got != here.FirstLine() {
		t.Errorf("the pid mode is missing at %q, want the header of the resource", got.Text())
	}
}

func TestBlocks(t *testing.T) {
	network := func(x any) *AwsvpcConfiguration {
		return &decoded[*Service](t, tfService, object{"network_configuration": x}).Network
	}
	on := object{"assign_public_ip": true}
	off := object{"assign_public_ip": false}
	for _, test := range []struct {
		name           string
		blocks         any
		exists, public value.Truth
	}{
		{"one", list{on}, value.Yes, value.Yes},
		{"none", list{}, value.No, value.No},
		{"an attribute", on, value.Yes, value.Yes},
		{"unknown", unknown(), value.Maybe, value.Maybe},
		{"one that may be absent", list{either(on, absent())}, value.Maybe, value.Maybe},
		{"one or none", either(list{on}, list{}), value.Maybe, value.Maybe},
		{"one or the other", either(list{on}, list{off}), value.Yes, value.Maybe},
		{"both ways the same", either(list{on}, list{object{"assign_public_ip": "true"}}), value.Yes, value.Yes},
		{"off or none", either(list{off}, absent()), value.Maybe, value.No},
	} {
		n := network(test.blocks)
		check(t, test.name+": exists", n.Exists(), test.exists)
		check(t, test.name+": public", n.AssignPublicIp.Is("ENABLED"), test.public)
	}
}

func TestBoolWords(t *testing.T) {
	for _, test := range []struct {
		name, typ string
		properties
		enabled value.Truth
	}{
		{"terraform", tfService, properties{"network_configuration", "assign_public_ip", true}, value.Yes},
		{"terraform, as text", tfService, properties{"network_configuration", "assign_public_ip", "true"}, value.Yes},
		{"terraform, undecided", tfService, properties{"network_configuration", "assign_public_ip", either(true, false)}, value.Maybe},
		{"task set", "aws_ecs_task_set", properties{"network_configuration", "assign_public_ip", false}, value.No},
	} {
		m := &Model{}
		add(m, test.typ, "x", object{test.block: list{object{test.attr: test.x}}})
		for e := range m.Resources() {
			var n *AwsvpcConfiguration
			switch e := e.(type) {
			case *Service:
				n = &e.Network
			case *TaskSet:
				n = &e.Network
			}
			check(t, test.name, n.AssignPublicIp.Is("ENABLED"), test.enabled)
		}
	}
}

type properties struct {
	block, attr string
	x           any
}

func TestLists(t *testing.T) {
	task := decoded[*TaskDefinition](t, tfTask, object{"container_definitions": list{
		object{"name": "web"},
		nil,
		either(object{"name": "agent", "privileged": true}, absent()),
		unknown(),
	}})
	l := &task.Containers
	if len(l.Items) != 3 {
		t.Fatalf("%d containers, want 3: a null is none", len(l.Items))
	}
	check(t, "first exists", l.Items[0].Exists(), value.Yes)
	check(t, "second exists", l.Items[1].Exists(), value.Maybe)
	check(t, "what it says is certain where it exists", l.Items[1].Privileged.Is(true), value.Yes)
	check(t, "third is known", l.Items[2].Privileged.Is(true), value.Maybe)
	check(t, "any privileged", l.Any(func(c *Container) value.Truth { return c.Privileged.Is(true) }), value.Maybe)
	check(t, "any named web", l.Any(func(c *Container) value.Truth { return c.Name.Is("web") }), value.Yes)
	if got, want := l.Items[1].Path(), "containerDefinitions[agent]"; got != want {
		t.Errorf("path %s, want %s", got, want)
	}
	if got, want := l.Items[2].Path(), "containerDefinitions[3]"; got != want {
		t.Errorf("path %s, want %s", got, want)
	}
	check(t, "complete", l.Complete, value.Yes)
	task = decoded[*TaskDefinition](t, tfTask, object{"container_definitions": unknown()})
	check(t, "unknown list", task.Containers.Complete, value.Maybe)
	check(t, "not empty", task.Containers.NotEmpty(), value.Maybe)
}

func TestStrings(t *testing.T) {
	for _, test := range []struct {
		name            string
		list            any
		empty, contains value.Truth
	}{
		{"one", list{"FARGATE"}, value.No, value.Yes},
		{"another", list{"EC2"}, value.No, value.No},
		{"none", list{}, value.Yes, value.No},
		{"unknown", unknown(), value.Maybe, value.Maybe},
		{"an unknown one", list{"EC2", unknown()}, value.No, value.Maybe},
		{"one that may be absent", list{either("FARGATE", absent())}, value.Maybe, value.Maybe},
	} {
		task := decoded[*TaskDefinition](t, tfTask, object{"requires_compatibilities": test.list})
		check(t, test.name+": empty", task.RequiresCompatibilities.Empty(), test.empty)
		check(t, test.name+": contains", task.RequiresCompatibilities.Contains(Fargate), test.contains)
	}
}

func TestLabels(t *testing.T) {
	for _, test := range []struct {
		name   string
		family any
		want   string
	}{
		{"known", "api", `"api"`},
		{"partly known", text("api-", ""), `"api-…"`},
		{"nothing known", text("", "-"), "aws_ecs_task_definition.x"},
		{"unknown", unknown(), "aws_ecs_task_definition.x"},
		{"null", nil, "aws_ecs_task_definition.x"},
	} {
		m := &Model{}
		add(m, tfTask, "aws_ecs_task_definition.x", object{"family": test.family})
		if got := only[*TaskDefinition](t, m).String(); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestPresets decodes every kind of resource, as a default that does not parse
// breaks down only then.
func TestPresets(t *testing.T) {
	for _, create := range entities {
		into(decoder{}, create(), unknown())
	}
}
