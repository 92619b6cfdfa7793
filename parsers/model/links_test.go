package model

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

func TestTaskDefinitionsOf(t *testing.T) {
	const api, web = "aws_ecs_task_definition.api", "aws_ecs_task_definition.web"
	m := &Model{}
	add(m, tfTask, api, object{"family": "api"})
	add(m, tfTask, web, object{"family": text("", "-web")})
	for _, test := range []struct {
		name string
		ref  any
		want []string
		sure value.Truth
	}{
		{"link", attribute(api, "arn"), []string{api}, value.Yes},
		{"link to what is not here", attribute("data.aws_ecs_task_definition.x", "arn"), nil, value.Maybe},
		{"either link", either(attribute(api, "arn"), attribute(web, "arn")), []string{api, web}, value.Maybe},
		{"family", "api", []string{api}, value.Yes},
		{"family and revision", "api:3", []string{api}, value.Yes},
		{"ARN", "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:3", []string{api}, value.Yes},
		{"unknown revision", text("api:", ""), []string{api}, value.Yes},
		{"a family that may be the one", "blue-web", []string{web}, value.Maybe},
		{"another family", "worker", nil, value.Maybe},
		{"unknown", unknown(), nil, value.Maybe},
		{"absent", absent(), nil, value.No},
	} {
		s := decoded[*Service](t, tfService, object{"task_definition": test.ref})
		got, sure := m.TaskDefinitionsOf(s.TaskDefinition)
		check(t, test.name, sure, test.sure)
		if !sameAddresses(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func sameAddresses(got []*TaskDefinition, want []string) bool {
	if len(got) != len(want) {
		return false
	}
	for i, x := range got {
		if x.Address != want[i] {
			return false
		}
	}
	return true
}

// TestServiceRunsOn follows section "launch type" of the ECS API: launchType,
// else the strategy of the service, else that of its cluster, else EC2.
func TestServiceRunsOn(t *testing.T) {
	strategy := func(providers ...any) list {
		var out list
		for _, p := range providers {
			out = append(out, object{"capacity_provider": p, "weight": 1})
		}
		return out
	}
	const (
		plain, fargate, associated = "aws_ecs_cluster.plain", "aws_ecs_cluster.fargate", "aws_ecs_cluster.associated"
		asg, managed               = "aws_ecs_capacity_provider.asg", "aws_ecs_capacity_provider.managed"
		task                       = "aws_ecs_task_definition.api"
	)
	m := &Model{}
	add(m, tfCluster, plain, object{"name": "plain"})
	add(m, tfCluster, fargate, object{"name": "fargate", "default_capacity_provider_strategy": strategy("FARGATE")})
	add(m, tfCluster, associated, object{"name": "associated"})
	add(m, "aws_ecs_cluster_capacity_providers", "aws_ecs_cluster_capacity_providers.x", object{
		"cluster_name":                       attribute(associated, "name"),
		"default_capacity_provider_strategy": strategy("FARGATE_SPOT"),
	})
	add(m, "aws_ecs_capacity_provider", asg, object{"name": "asg", "auto_scaling_group_provider": list{object{}}})
	add(m, "aws_ecs_capacity_provider", managed, object{"name": "managed", "managed_instances_provider": list{object{}}})
	add(m, tfTask, task, object{"family": "api", "requires_compatibilities": list{"FARGATE"}})
	add(m, tfTask, "aws_ecs_task_definition.any", object{"family": "any", "requires_compatibilities": list{"FARGATE", "EC2"}})

	for _, test := range []struct {
		name                       string
		service                    object
		fargate, ec2, managed, ext value.Truth
	}{
		{"launch type", object{"launch_type": "FARGATE"}, value.Yes, value.No, value.No, value.No},
		{"external", object{"launch_type": "EXTERNAL"}, value.No, value.No, value.No, value.Yes},
		{"unknown launch type", object{"launch_type": unknown()}, value.Maybe, value.Maybe, value.Maybe, value.Maybe},
		{"unknown launch type of a Fargate task", object{"launch_type": unknown(), "task_definition": "api"}, value.Yes, value.No, value.No, value.No},
		{"unknown launch type of a task for both", object{"launch_type": unknown(), "task_definition": "any"}, value.Maybe, value.Maybe, value.No, value.No},
		{"spot", object{"capacity_provider_strategy": strategy("FARGATE_SPOT")}, value.Yes, value.No, value.No, value.No},
		{"Auto Scaling group", object{"capacity_provider_strategy": strategy("asg")}, value.No, value.Yes, value.No, value.No},
		{"managed instances", object{"capacity_provider_strategy": strategy(attribute(managed, "name"))}, value.No, value.No, value.Yes, value.No},
		{"mixed", object{"capacity_provider_strategy": strategy("FARGATE", "asg")}, value.Yes, value.Yes, value.No, value.No},
		{"a provider that is not here", object{"capacity_provider_strategy": strategy("other")}, value.No, value.Maybe, value.Maybe, value.No},
		{"an unknown provider", object{"capacity_provider_strategy": strategy(unknown())}, value.Maybe, value.Maybe, value.Maybe, value.No},
		{"cluster without default", object{"cluster": attribute(plain, "id")}, value.No, value.Yes, value.No, value.No},
		{"default of the cluster", object{"cluster": attribute(fargate, "id")}, value.Yes, value.No, value.No, value.No},
		{"default in a resource of its own", object{"cluster": "associated"}, value.Yes, value.No, value.No, value.No},
		{"cluster that is not here", object{"cluster": "other"}, value.Maybe, value.Maybe, value.Maybe, value.Maybe},
		{"nothing said", object{}, value.Maybe, value.Maybe, value.Maybe, value.Maybe},
		{"only the task says it", object{"task_definition": attribute(task, "arn")}, value.Yes, value.No, value.No, value.No},
	} {
		s := decoded[*Service](t, tfService, test.service)
		check(t, test.name+": Fargate", m.ServiceRunsOn(s, Fargate), test.fargate)
		check(t, test.name+": EC2", m.ServiceRunsOn(s, EC2), test.ec2)
		check(t, test.name+": Managed Instances", m.ServiceRunsOn(s, ManagedInstances), test.managed)
		check(t, test.name+": external", m.ServiceRunsOn(s, External), test.ext)
	}
}

func TestRunsOn(t *testing.T) {
	const task = "aws_ecs_task_definition.api"
	runs := func(properties object, services ...object) value.Truth {
		m := &Model{}
		add(m, tfTask, task, properties)
		for _, s := range services {
			add(m, tfService, "aws_ecs_service.x", s)
		}
		return m.RunsOn(only[*TaskDefinition](t, m), Fargate)
	}
	uses := func(launch any) object {
		return object{"task_definition": attribute(task, "arn"), "launch_type": launch}
	}
	check(t, "requires it", runs(object{"requires_compatibilities": list{"EC2", "FARGATE"}}), value.Yes)
	check(t, "requires another", runs(object{"requires_compatibilities": list{"EC2"}}, uses("FARGATE")), value.No)
	check(t, "its service", runs(object{}, uses("FARGATE")), value.Yes)
	check(t, "one of its services", runs(object{}, uses("EC2"), uses("FARGATE")), value.Yes)
	check(t, "none of its services", runs(object{}, uses("EC2")), value.No)
	check(t, "unknown service", runs(object{}, uses(unknown())), value.Maybe)
	check(t, "no service", runs(object{}), value.Maybe)
	check(t, "a service of another task", runs(object{}, object{"task_definition": "web", "launch_type": "FARGATE"}), value.Maybe)
}

func TestServiceOnWindows(t *testing.T) {
	windows := object{"family": "app", "runtime_platform": list{object{"operating_system_family": "WINDOWS_SERVER_2022_CORE"}}}
	linux := object{"family": "app", "runtime_platform": list{object{"operating_system_family": "LINUX"}}}
	for _, test := range []struct {
		name  string
		tasks []object
		want  value.Truth
	}{
		{"windows", []object{windows}, value.Yes},
		{"linux", []object{linux}, value.No},
		{"unset", []object{{"family": "app"}}, value.No},
		{"unknown", []object{{"family": "app", "runtime_platform": unknown()}}, value.Maybe},
		{"part of it is known", []object{{"family": "app", "runtime_platform": list{object{"operating_system_family": text("WINDOWS_SERVER_", "_CORE")}}}}, value.Yes},
		{"not always given", []object{{"family": "app", "runtime_platform": list{either(windows["runtime_platform"].(list)[0], absent())}}}, value.Maybe},
		{"not here", nil, value.Maybe},
		{"they differ", []object{windows, linux}, value.Maybe},
	} {
		m := &Model{}
		for _, x := range test.tasks {
			add(m, tfTask, "aws_ecs_task_definition.app", x)
		}
		s := decoded[*Service](t, tfService, object{"task_definition": "app"})
		check(t, test.name, m.ServiceOnWindows(s), test.want)
	}
}

func TestHasArn(t *testing.T) {
	const arn, old = "arn:aws:ecs:eu-west-1:123456789012:service/main/web", "arn:aws:ecs:eu-west-1:123456789012:service/web"
	m := &Model{}
	add(m, tfCluster, "aws_ecs_cluster.main", object{"name": "main"})
	add(m, tfCluster, "aws_ecs_cluster.unnamed", object{})
	for _, test := range []struct {
		name    string
		service object
		arn     string
		want    value.Truth
	}{
		{"name and cluster", object{"name": "web", "cluster": "main"}, arn, value.Yes},
		{"linked cluster", object{"name": "web", "cluster": attribute("aws_ecs_cluster.main", "arn")}, arn, value.Yes},
		{"ARN of the cluster", object{"name": "web", "cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/main"}, arn, value.Yes},
		{"another name", object{"name": "api", "cluster": "main"}, arn, value.No},
		{"another cluster", object{"name": "web", "cluster": "test"}, arn, value.No},
		{"the default cluster", object{"name": "web"}, arn, value.No},
		{"a cluster whose name AWS makes", object{"name": "web", "cluster": attribute("aws_ecs_cluster.unnamed", "arn")}, arn, value.Maybe},
		{"unknown cluster", object{"name": "web", "cluster": unknown()}, arn, value.Maybe},
		{"a name that AWS makes", object{"cluster": "main"}, arn, value.Maybe},
		{"old form", object{"name": "web", "cluster": "test"}, old, value.Yes},
		{"no ARN", object{"name": "web", "cluster": "main"}, "web", value.No},
	} {
		s := decoded[*Service](t, tfService, test.service)
		check(t, test.name, m.HasArn(s, test.arn), test.want)
	}
}
