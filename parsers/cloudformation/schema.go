package cloudformation

import (
	"reflect"
	"strings"
	"sync"

	"github.com/awslabs/goformation/v7/cloudformation/ecs"

	"github.com/ecslint/ecslint/parsers/model"
)

// goformation is a list of names here and nothing else. As a parser it is of no
// use: it replaces intrinsic functions by guesses, keeps no places, and refuses a
// whole template for one property that it does not know. Of its packages only
// that of ECS is linked, as the others weigh megabytes.

// generated gives goformation's struct for a type; nil if it has none.
func generated(name string) reflect.Type {
	switch name {
	case "CapacityProvider":
		return reflect.TypeFor[ecs.CapacityProvider]()
	case "Cluster":
		return reflect.TypeFor[ecs.Cluster]()
	case "ClusterCapacityProviderAssociations":
		return reflect.TypeFor[ecs.ClusterCapacityProviderAssociations]()
	case "Service":
		return reflect.TypeFor[ecs.Service]()
	case "TaskDefinition":
		return reflect.TypeFor[ecs.TaskDefinition]()
	case "TaskSet":
		return reflect.TypeFor[ecs.TaskSet]()
	}
	return nil
}

var schemas sync.Map // type -> *model.Schema

// Schema says which properties a resource of a type can have: CloudFormation's,
// and in the spelling of the API those of a file of its own and of container
// definitions in Terraform. It is nil for any other type. A schema is made when
// it is first asked for.
func Schema(typ string) *model.Schema {
	if s, ok := schemas.Load(typ); ok {
		return s.(*model.Schema) //nolint:forcetypeassert // nothing else is stored
	}
	s := schemaOf(typ)
	schemas.Store(typ, s)
	return s
}

func schemaOf(typ string) *model.Schema {
	switch typ {
	case model.TaskDefinitionFile:
		return api("TaskDefinition")
	case model.ServiceFile:
		return api("Service")
	case "aws_ecs_task_definition":
		// Terraform refuses an attribute that it does not know, but reads container
		// definitions as Go reads JSON: it passes over unknown members in silence, and
		// the case of names does not matter (terraform-provider-aws, issue 43217).
		const path = "TaskDefinition.ContainerDefinitions"
		containers := respelt(properties(reflect.TypeFor[[]ecs.TaskDefinition_ContainerDefinition](), path), path)
		containers.AnyCase = true
		members := map[string]*model.Schema{"container_definitions": containers}
		return &model.Schema{Partial: true, Members: func() map[string]*model.Schema { return members }}
	}
	if name, ok := strings.CutPrefix(typ, "AWS::ECS::"); ok {
		return properties(generated(name), name)
	}
	return nil
}

// properties gives the properties of an object at a path: goformation's, if it
// has a struct for it, and those that AWS has added since.
func properties(t reflect.Type, path string) *model.Schema {
	t = structOf(t)
	added := additions()[path]
	if t == nil && len(added) == 0 {
		return nil
	}
	return &model.Schema{Members: sync.OnceValue(func() map[string]*model.Schema {
		members := map[string]*model.Schema{}
		for name, typ := range fieldsOf(t) {
			members[name] = below(typ, path, name)
		}
		for _, name := range added {
			members[name] = below(nil, path, name)
		}
		return members
	})}
}

// structOf gives the struct of an object, or of the elements of a list of such; nil for
// anything else.
func structOf(t reflect.Type) reflect.Type {
	for t != nil && (t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice) {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct {
		return nil
	}
	return t
}

// fieldsOf gives the properties that goformation has for an object, or for the
// elements of a list of such; none for anything else.
func fieldsOf(t reflect.Type) map[string]reflect.Type {
	if t = structOf(t); t == nil {
		return nil
	}
	out := make(map[string]reflect.Type, t.NumField())
	for f := range t.Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "-" {
			out[name] = f.Type
		}
	}
	return out
}

// below gives the schema of a property.
func below(t reflect.Type, path, name string) *model.Schema {
	switch name {
	case "Tags", "Environment": // users write them in ways of their own
		return nil
	}
	return properties(t, path+"."+name)
}

// api gives the members of a type in the spelling of the API, which differs in
// the case of the first letter and in few names.
func api(typ string) *model.Schema {
	return respelt(properties(generated(typ), typ), typ)
}

func respelt(s *model.Schema, path string) *model.Schema {
	if s == nil {
		return nil
	}
	return &model.Schema{Members: sync.OnceValue(func() map[string]*model.Schema {
		members := s.Members()
		out := make(map[string]*model.Schema, len(members))
		for name, below := range members {
			spelt, ok := renamed()[path+"."+name]
			if !ok {
				spelt = strings.ToLower(name[:1]) + name[1:]
			}
			out[spelt] = respelt(below, path+"."+name)
		}
		for _, name := range apiOnly()[path] {
			out[name] = nil
		}
		return out
	})}
}

// renamed are the API's names where they are not CloudFormation's but for the
// first letter.
var renamed = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"Service.PlacementStrategies":                                           "placementStrategy",
		"TaskDefinition.ProxyConfiguration.ProxyConfigurationProperties":        "properties",
		"TaskDefinition.Volumes.EFSVolumeConfiguration":                         "efsVolumeConfiguration",
		"TaskDefinition.Volumes.EFSVolumeConfiguration.FilesystemId":            "fileSystemId",
		"TaskDefinition.Volumes.EFSVolumeConfiguration.AuthorizationConfig.IAM": "iam",
		"TaskDefinition.Volumes.FSxWindowsFileServerVolumeConfiguration":        "fsxWindowsFileServerVolumeConfiguration",
		"TaskDefinition.Volumes.S3FilesVolumeConfiguration":                     "s3filesVolumeConfiguration",
	}
})

// apiOnly are members that requests and answers of the API have beside those of
// the resource, as of the API of May 2026.
var apiOnly = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		"Service": {
			"clientToken", "clusterArn", "createdAt", "createdBy", "currentServiceDeployment", "currentServiceRevisions",
			"deployments", "events", "pendingCount", "platformFamily", "resourceManagementType", "roleArn", "runningCount",
			"service", "serviceArn", "status", "taskSets",
		},
		"TaskDefinition": {
			"compatibilities", "deleteRequestedAt", "deregisteredAt", "registeredAt", "registeredBy", "requiresAttributes",
			"revision", "status", "taskDefinitionArn",
		},
	}
})
