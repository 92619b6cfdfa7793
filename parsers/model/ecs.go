package model

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// TaskDefinition is a set of containers that run together.
// API: RegisterTaskDefinition.
type TaskDefinition struct {
	Resource
	Family                  value.StringSetting
	NetworkMode             value.StringSetting
	PidMode                 value.StringSetting
	IpcMode                 value.StringSetting
	RequiresCompatibilities Strings
	Cpu                     value.StringSetting //nolint:revive // the API's name
	Memory                  value.StringSetting
	TaskRoleArn             value.StringSetting
	ExecutionRoleArn        value.StringSetting
	RuntimePlatform         RuntimePlatform
	EphemeralStorage        EphemeralStorage
	Volumes                 List[Volume]    `tf:"volume"`
	Containers              List[Container] `ecs:"containerDefinitions" format:"json"`
	Tags                    Tags
}

// Kind is "taskDefinition".
func (*TaskDefinition) Kind() string { return "taskDefinition" }

// RuntimePlatform is the operating system and processor that a task needs.
type RuntimePlatform struct {
	Node
	OperatingSystemFamily value.StringSetting
	CpuArchitecture       value.StringSetting //nolint:revive // the API's name
}

// EphemeralStorage is the size of a Fargate task's own disk.
type EphemeralStorage struct {
	Node
	SizeInGiB value.IntSetting `tf:"size_in_gib"`
}

// Volume is storage that containers can mount.
type Volume struct {
	Node
	Name       value.StringSetting
	SourcePath value.StringSetting `ecs:"host.sourcePath" tf:"host_path"`
	Efs        EfsVolume           `ecs:"efsVolumeConfiguration"`
}

// EfsVolume is a volume in Amazon EFS.
type EfsVolume struct {
	Node
	FileSystemId          value.StringSetting //nolint:revive // the API's name
	RootDirectory         value.StringSetting
	TransitEncryption     value.StringSetting `default:"DISABLED"`
	TransitEncryptionPort value.IntSetting
}

// Container is one entry of a task definition's containerDefinitions.
type Container struct {
	Node
	Name                   value.StringSetting
	Image                  value.StringSetting
	Essential              value.BoolSetting `default:"true"`
	Privileged             value.BoolSetting `default:"false"`
	ReadonlyRootFilesystem value.BoolSetting `default:"false"`
	User                   value.StringSetting
	Environment            List[KeyValue]
	Secrets                List[Secret]
	LogConfiguration       LogConfiguration
}

// KeyValue is an environment variable in plain text. Its value may be a secret
// and is never shown.
type KeyValue struct {
	Node
	Name  value.StringSetting
	Value value.StringSetting `ecs:"value"`
}

// Secret is an environment variable or log option that ECS reads from Secrets
// Manager or the Parameter Store.
type Secret struct {
	Node
	Name      value.StringSetting
	ValueFrom value.StringSetting
}

// LogConfiguration says where a container's output goes.
type LogConfiguration struct {
	Node
	LogDriver     value.StringSetting
	SecretOptions List[Secret]
}

// Service keeps a number of tasks running. API: CreateService.
type Service struct {
	Resource
	Name                     value.StringSetting `ecs:"serviceName" tf:"name"`
	Cluster                  value.StringSetting
	TaskDefinition           value.StringSetting
	LaunchType               value.StringSetting
	CapacityProviderStrategy List[CapacityProviderStrategyItem]
	PlatformVersion          value.StringSetting `default:"LATEST"`
	Network                  AwsvpcConfiguration `ecs:"networkConfiguration.awsvpcConfiguration" tf:"network_configuration"`
	Tags                     Tags
}

// Kind is "service".
func (*Service) Kind() string { return "service" }

// TaskSet is one of several sets of tasks of a service that an external
// controller deploys. API: CreateTaskSet.
type TaskSet struct {
	Resource
	Service                  value.StringSetting
	Cluster                  value.StringSetting
	TaskDefinition           value.StringSetting
	LaunchType               value.StringSetting
	CapacityProviderStrategy List[CapacityProviderStrategyItem]
	PlatformVersion          value.StringSetting `default:"LATEST"`
	Network                  AwsvpcConfiguration `ecs:"networkConfiguration.awsvpcConfiguration" tf:"network_configuration"`
	Tags                     Tags
}

// Kind is "taskSet".
func (*TaskSet) Kind() string { return "taskSet" }

// CapacityProviderStrategyItem is one provider's share of a service's tasks.
type CapacityProviderStrategyItem struct {
	Node
	CapacityProvider value.StringSetting
	Base             value.IntSetting `default:"0"`
	Weight           value.IntSetting `default:"0"`
}

// AwsvpcConfiguration is the network of tasks that have interfaces of their own.
type AwsvpcConfiguration struct {
	Node
	AssignPublicIp value.StringSetting `default:"DISABLED" bool:"ENABLED,DISABLED"` //nolint:revive // the API's name
	Subnets        Strings
	SecurityGroups Strings
}

// Cluster is a group of services and capacity. API: CreateCluster.
type Cluster struct {
	Resource
	Name                            value.StringSetting  `ecs:"clusterName" tf:"name"`
	Settings                        List[ClusterSetting] `cfn:"ClusterSettings" tf:"setting"`
	CapacityProviders               Strings
	DefaultCapacityProviderStrategy List[CapacityProviderStrategyItem]
	Tags                            Tags
}

// Kind is "cluster".
func (*Cluster) Kind() string { return "cluster" }

// ClusterSetting is a named setting of a cluster, such as containerInsights.
type ClusterSetting struct {
	Node
	Name  value.StringSetting
	Value value.StringSetting `ecs:"value"`
}

// CapacityProvider is where tasks can run besides FARGATE and FARGATE_SPOT.
// API: CreateCapacityProvider.
type CapacityProvider struct {
	Resource
	Name             value.StringSetting
	AutoScalingGroup AutoScalingGroupProvider `ecs:"autoScalingGroupProvider"`
	ManagedInstances ManagedInstancesProvider `ecs:"managedInstancesProvider"`
	Tags             Tags
}

// Kind is "capacityProvider".
func (*CapacityProvider) Kind() string { return "capacityProvider" }

// AutoScalingGroupProvider is a capacity provider's Auto Scaling group.
type AutoScalingGroupProvider struct {
	Node
	AutoScalingGroupArn          value.StringSetting
	ManagedTerminationProtection value.StringSetting `default:"DISABLED"`
	ManagedScalingStatus         value.StringSetting `ecs:"managedScaling.status"`
}

// ManagedInstancesProvider is a capacity provider whose instances ECS manages.
type ManagedInstancesProvider struct {
	Node
}

// ClusterCapacityProviders associates capacity providers with a cluster.
// API: PutClusterCapacityProviders.
type ClusterCapacityProviders struct {
	Resource
	Cluster                         value.StringSetting `tf:"cluster_name"`
	CapacityProviders               Strings
	DefaultCapacityProviderStrategy List[CapacityProviderStrategyItem]
}

// Kind is "clusterCapacityProviders".
func (*ClusterCapacityProviders) Kind() string { return "clusterCapacityProviders" }

// AccountSetting is a default of the account and region.
// API: PutAccountSettingDefault.
type AccountSetting struct {
	Resource
	Name  value.StringSetting
	Value value.StringSetting `ecs:"value"`
}

// Kind is "accountSetting".
func (*AccountSetting) Kind() string { return "accountSetting" }

// Tags are a resource's tags, whichever way they are written: a map, or a list
// of keys and values.
type Tags struct {
	Node
	keys     []tagKey
	complete value.Truth
}

type tagKey struct {
	key    value.StringSetting
	exists value.Truth
}

func (t *Tags) decode(d decoder, v *value.Value) {
	t.Node = Node{value: v, exists: value.Written(v), path: d.path}
	t.complete = value.Yes
	for _, a := range v.Alternatives() {
		certain := len(v.Alternatives()) == 1
		switch a.Kind() {
		case value.Map:
			if a.Open() {
				t.complete = value.Maybe
			}
			for f := range a.Fields() {
				e := value.Written(f.Value)
				if a.Exists() == value.Yes && !certain {
					e = e.And(value.Maybe)
				}
				key := value.NewString(f.Range, f.Key)
				t.keys = append(t.keys, tagKey{value.NewOf[string]("key", key, f.Range, nil), e})
			}
		case value.List:
			items, complete := a.Items()
			t.complete = t.complete.And(complete)
			for _, e := range items {
				k := e.Present().Fold("key")
				exists := value.Written(e)
				if !certain {
					exists = exists.And(value.Maybe)
				}
				t.keys = append(t.keys, tagKey{value.NewOf[string]("key", k.Value, k.Range, nil), exists})
			}
		case value.Absent, value.Null:
		case value.Unknown, value.Bool, value.Number, value.String, value.Text, value.Either:
			t.complete = value.Maybe
		}
	}
}

// Has asks whether a tag of the given key exists. Keys are case-sensitive.
func (t *Tags) Has(key string) value.Truth {
	return t.any(func(k value.StringSetting) value.Truth { return k.Is(key) })
}

// Any asks whether a tag exists that is not AWS's own ("aws:…").
func (t *Tags) Any() value.Truth {
	return t.any(func(k value.StringSetting) value.Truth {
		own := k.Satisfies(func(s string) bool { return !strings.HasPrefix(s, "aws:") })
		if own == value.Maybe && strings.IndexByte(k.Value().Content(), value.Hole) > len("aws:") {
			return value.True(!strings.HasPrefix(k.Value().Content(), "aws:"))
		}
		return own
	})
}

func (t *Tags) any(q func(value.StringSetting) value.Truth) value.Truth {
	out := t.complete.Not()
	for _, k := range t.keys {
		out = out.Or(k.exists.And(q(k.key)))
	}
	return out
}

// Reason says why the tags are not wholly known.
func (t *Tags) Reason() string { return t.Value().Reason() }
