package model

import "github.com/ecslint/ecslint/parsers/value"

// TaskDefinition is a set of containers that run together.
// API: RegisterTaskDefinition.
type TaskDefinition struct {
	Resource
	Arn                     value.StringSetting `ecs:"taskDefinitionArn"` // of what a describe call answers
	Family                  value.StringSetting
	NetworkMode             value.StringSetting
	PidMode                 value.StringSetting
	IpcMode                 value.StringSetting
	RequiresCompatibilities Strings
	Cpu                     value.StringSetting
	Memory                  value.StringSetting
	TaskRoleArn             value.StringSetting
	ExecutionRoleArn        value.StringSetting
	RuntimePlatform         RuntimePlatform
	EphemeralStorage        EphemeralStorage
	ProxyConfiguration      ProxyConfiguration
	InferenceAccelerators   List[InferenceAccelerator] `tf:"inference_accelerator"`
	PlacementConstraints    List[PlacementConstraint]
	Volumes                 List[Volume]    `tf:"volume"`
	Containers              List[Container] `ecs:"containerDefinitions" format:"json"`
	Tags                    Tags
}

// Kind is "taskDefinition".
func (*TaskDefinition) Kind() string { return "taskDefinition" }

// String names the task definition in messages.
func (t *TaskDefinition) String() string { return label(t.Family, t.Address) }

// RuntimePlatform is the operating system and processor that a task needs.
type RuntimePlatform struct {
	Node
	OperatingSystemFamily value.StringSetting // absent means Linux
	CpuArchitecture       value.StringSetting
}

// EphemeralStorage is the size of a Fargate task's own disk.
type EphemeralStorage struct {
	Node
	SizeInGiB value.IntSetting `tf:"size_in_gib"`
}

// ProxyConfiguration is the App Mesh proxy of a task.
type ProxyConfiguration struct {
	Node
	Type          value.StringSetting `default:"APPMESH"`
	ContainerName value.StringSetting
}

// InferenceAccelerator is an Elastic Inference accelerator of a task.
type InferenceAccelerator struct {
	Node
	DeviceName value.StringSetting
}

// PlacementConstraint limits on which instances tasks run.
type PlacementConstraint struct {
	Node
	Type       value.StringSetting
	Expression value.StringSetting
}

// Volume is storage that containers can mount.
type Volume struct {
	Node
	Name               value.StringSetting
	SourcePath         value.StringSetting `ecs:"host.sourcePath" tf:"host_path"`
	ConfiguredAtLaunch value.BoolSetting   `tf:"configure_at_launch" default:"false"`
	Docker             DockerVolume        `ecs:"dockerVolumeConfiguration"`
	Efs                EfsVolume           `ecs:"efsVolumeConfiguration"`
	Fsx                FsxVolume           `ecs:"fsxWindowsFileServerVolumeConfiguration"`
	S3Files            S3FilesVolume       `ecs:"s3filesVolumeConfiguration"`
}

// String names the volume in messages.
func (v *Volume) String() string { return label(v.Name, v.Path()) }

// OnEfs asks whether the volume is in Amazon EFS.
func (v *Volume) OnEfs() value.Truth { return v.Efs.Exists() }

// EfsVolume is a volume in Amazon EFS.
type EfsVolume struct {
	Node
	FileSystemId          value.StringSetting
	RootDirectory         value.StringSetting
	TransitEncryption     value.StringSetting `default:"DISABLED"`
	TransitEncryptionPort value.IntSetting
	AccessPointId         value.StringSetting `ecs:"authorizationConfig.accessPointId"`
	Iam                   value.StringSetting `ecs:"authorizationConfig.iam" cfn:"AuthorizationConfig.IAM" default:"DISABLED"`
}

// DockerVolume is a volume that Docker on the instance manages.
type DockerVolume struct {
	Node
	Scope         value.StringSetting `default:"task"`
	Autoprovision value.BoolSetting
	Driver        value.StringSetting
}

// FsxVolume is a volume in Amazon FSx for Windows File Server.
type FsxVolume struct {
	Node
}

// S3FilesVolume is a volume in Amazon S3 Files.
type S3FilesVolume struct {
	Node
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
	Cpu                    value.IntSetting
	Memory                 value.IntSetting // the hard limit in MiB
	MemoryReservation      value.IntSetting // the soft limit in MiB
	Links                  Strings
	Environment            List[KeyValue]
	EnvironmentFiles       List[EnvironmentFile]
	Secrets                List[Secret]
	DependsOn              List[Dependency]
	HealthCheck            HealthCheck
	RestartPolicy          RestartPolicy
	MountPoints            List[MountPoint]
	VolumesFrom            List[VolumeFrom]
	LogConfiguration       LogConfiguration
	Firelens               FirelensConfiguration `ecs:"firelensConfiguration"`
	ResourceRequirements   List[ResourceRequirement]
	SystemControls         List[SystemControl]
	PortMappings           List[PortMapping]
	LinuxParameters        LinuxParameters
	Ulimits                List[Ulimit]
	Hostname               value.StringSetting
	ExtraHosts             List[HostEntry]
	DnsServers             Strings
	DnsSearchDomains       Strings
	DockerSecurityOptions  Strings
	DisableNetworking      value.BoolSetting `default:"false"`
	StartTimeout           value.IntSetting  // in seconds
	StopTimeout            value.IntSetting  // in seconds
}

// String names the container in messages.
func (c *Container) String() string { return label(c.Name, c.Path()) }

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

// EnvironmentFile is a file of environment variables.
type EnvironmentFile struct {
	Node
	Type  value.StringSetting
	Value value.StringSetting `ecs:"value"` // the ARN of an object in Amazon S3
}

// Dependency says for what state of another container a container waits.
type Dependency struct {
	Node
	ContainerName value.StringSetting
	Condition     value.StringSetting
}

// HealthCheck is a command by which the agent judges a container. Times are in
// seconds.
type HealthCheck struct {
	Node
	Command     Strings
	Interval    value.IntSetting
	Timeout     value.IntSetting
	Retries     value.IntSetting
	StartPeriod value.IntSetting
}

// RestartPolicy says when the agent starts a container again by itself.
type RestartPolicy struct {
	Node
	Enabled              value.BoolSetting
	IgnoredExitCodes     Strings
	RestartAttemptPeriod value.IntSetting // in seconds
}

// MountPoint is where a container sees a volume.
type MountPoint struct {
	Node
	SourceVolume  value.StringSetting
	ContainerPath value.StringSetting
	ReadOnly      value.BoolSetting `default:"false"`
}

// VolumeFrom names a container whose volumes another one shares.
type VolumeFrom struct {
	Node
	SourceContainer value.StringSetting
	ReadOnly        value.BoolSetting `default:"false"`
}

// LogConfiguration says where a container's output goes.
type LogConfiguration struct {
	Node
	LogDriver     value.StringSetting
	Options       Options
	SecretOptions List[Secret]
}

// FirelensConfiguration makes a container the log router of its task.
type FirelensConfiguration struct {
	Node
	Type    value.StringSetting
	Options Options
}

// ResourceRequirement is a number of GPUs, or an accelerator.
type ResourceRequirement struct {
	Node
	Type  value.StringSetting
	Value value.StringSetting `ecs:"value"`
}

// SystemControl is a parameter of the kernel.
type SystemControl struct {
	Node
	Namespace value.StringSetting
	Value     value.StringSetting `ecs:"value"`
}

// PortMapping opens a port of a container, or a range of ports.
type PortMapping struct {
	Node
	ContainerPort      value.IntSetting
	HostPort           value.IntSetting    // 0 and absent leave the choice to the instance
	ContainerPortRange value.StringSetting // "first-last"
	Protocol           value.StringSetting `default:"tcp"`
	Name               value.StringSetting
	AppProtocol        value.StringSetting
}

// LinuxParameters are options that only containers of Linux have.
type LinuxParameters struct {
	Node
	AddCapabilities  Strings `ecs:"capabilities.add"`
	DropCapabilities Strings `ecs:"capabilities.drop"`
	Devices          List[Device]
	Tmpfs            List[Tmpfs]
	SharedMemorySize value.IntSetting // in MiB
	MaxSwap          value.IntSetting // in MiB
	Swappiness       value.IntSetting
}

// Device is a device of the host that a container can use.
type Device struct {
	Node
	HostPath value.StringSetting
}

// Tmpfs is a file system of a container in memory.
type Tmpfs struct {
	Node
	ContainerPath value.StringSetting
}

// Ulimit is a limit on what the processes of a container can use.
type Ulimit struct {
	Node
	Name value.StringSetting
}

// HostEntry is a line that is added to a container's /etc/hosts.
type HostEntry struct {
	Node
	Hostname  value.StringSetting
	IpAddress value.StringSetting
}

// Options are settings whose names the model does not know, such as those of a
// log driver.
type Options struct {
	Node
}

// Get gives the option of a name.
func (o *Options) Get(name string) value.StringSetting {
	f := o.Value().Field(name)
	return value.NewOf[string](name, f.Value, f.Range, nil)
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
	DeploymentController     value.StringSetting `ecs:"deploymentController.type" default:"ECS"`
	SchedulingStrategy       value.StringSetting `default:"REPLICA"`
	DesiredCount             value.IntSetting
	// The percentages have these defaults in services that are no daemons.
	MinimumHealthyPercent         value.IntSetting          `ecs:"deploymentConfiguration.minimumHealthyPercent" tf:"deployment_minimum_healthy_percent" default:"100"`
	MaximumPercent                value.IntSetting          `ecs:"deploymentConfiguration.maximumPercent" tf:"deployment_maximum_percent" default:"200"`
	CircuitBreaker                value.BoolSetting         `ecs:"deploymentConfiguration.deploymentCircuitBreaker.enable" tf:"deployment_circuit_breaker.enable" default:"false"`
	DeploymentStrategy            value.StringSetting       `ecs:"deploymentConfiguration.strategy" default:"ROLLING"`
	BakeTimeInMinutes             value.IntSetting          `ecs:"deploymentConfiguration.bakeTimeInMinutes"`
	Canary                        CanaryConfiguration       `ecs:"deploymentConfiguration.canaryConfiguration"`
	Linear                        LinearConfiguration       `ecs:"deploymentConfiguration.linearConfiguration"`
	AvailabilityZoneRebalancing   value.StringSetting       // ECS turns it on where it can if it is absent
	LoadBalancers                 List[ServiceLoadBalancer] `tf:"load_balancer"`
	HealthCheckGracePeriodSeconds value.IntSetting
	Role                          value.StringSetting `tf:"iam_role"`
	PlacementConstraints          List[PlacementConstraint]
	PlacementStrategy             List[PlacementStrategy]       `cfn:"PlacementStrategies" tf:"ordered_placement_strategy"`
	EnableECSManagedTags          value.BoolSetting             `tf:"enable_ecs_managed_tags" default:"false"`
	PropagateTags                 value.StringSetting           `default:"NONE"`
	ServiceConnect                ServiceConnect                `ecs:"serviceConnectConfiguration"`
	VpcLattice                    List[VpcLatticeConfiguration] `ecs:"vpcLatticeConfigurations"`
	ServiceRegistries             List[ServiceRegistry]
	VolumeConfigurations          List[ServiceVolume] `tf:"volume_configuration"`
	Tags                          Tags
}

// Kind is "service".
func (*Service) Kind() string { return "service" }

// String names the service in messages.
func (s *Service) String() string { return label(s.Name, s.Address) }

// CanaryConfiguration is how a canary deployment shifts traffic.
type CanaryConfiguration struct {
	Node
	CanaryPercent value.StringSetting
}

// LinearConfiguration is how a linear deployment shifts traffic.
type LinearConfiguration struct {
	Node
	StepPercent value.StringSetting
}

// ServiceLoadBalancer is a port of a container behind a load balancer.
// API: LoadBalancer.
type ServiceLoadBalancer struct {
	Node
	TargetGroupArn   value.StringSetting
	LoadBalancerName value.StringSetting `tf:"elb_name"` // of a classic one
	ContainerName    value.StringSetting
	ContainerPort    value.IntSetting
}

// PlacementStrategy says by what ECS chooses among instances.
type PlacementStrategy struct {
	Node
	Type  value.StringSetting
	Field value.StringSetting
}

// ServiceConnect makes a service known to others by short names.
// API: ServiceConnectConfiguration.
type ServiceConnect struct {
	Node
	Enabled   value.BoolSetting
	Namespace value.StringSetting
	Log       ServiceConnectLog           `ecs:"logConfiguration"`
	AccessLog AccessLogConfiguration      `ecs:"accessLogConfiguration"`
	Services  List[ServiceConnectService] `tf:"service"`
}

// ServiceConnectLog is where the output of the proxy of Service Connect goes.
type ServiceConnectLog struct {
	Node
	LogDriver value.StringSetting
}

// AccessLogConfiguration is how the proxy of Service Connect logs requests.
type AccessLogConfiguration struct {
	Node
	Format value.StringSetting
}

// ServiceConnectService is one port of a service that others can reach.
type ServiceConnectService struct {
	Node
	PortName      value.StringSetting
	DiscoveryName value.StringSetting
	ClientAliases List[ClientAlias] `tf:"client_alias"`
}

// ClientAlias is the name and port by which others reach a service.
// API: ServiceConnectClientAlias.
type ClientAlias struct {
	Node
	Port    value.IntSetting
	DnsName value.StringSetting
}

// ServiceRegistry is an entry of a service in AWS Cloud Map.
type ServiceRegistry struct {
	Node
	RegistryArn   value.StringSetting
	Port          value.IntSetting
	ContainerName value.StringSetting
	ContainerPort value.IntSetting
}

// VpcLatticeConfiguration is a port of a container behind VPC Lattice.
type VpcLatticeConfiguration struct {
	Node
	PortName value.StringSetting
}

// ServiceVolume is a volume of a task definition that is configured at launch.
// API: ServiceVolumeConfiguration.
type ServiceVolume struct {
	Node
	Name value.StringSetting
	Ebs  ManagedEbsVolume `ecs:"managedEBSVolume" tf:"managed_ebs_volume"`
}

// ManagedEbsVolume is a volume of Amazon EBS that ECS makes for each task.
// API: ServiceManagedEBSVolumeConfiguration.
type ManagedEbsVolume struct {
	Node
	RoleArn    value.StringSetting
	SizeInGiB  value.IntSetting `tf:"size_in_gb"`
	SnapshotId value.StringSetting
}

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

// String names the task set in messages. Task sets have no names of their own.
func (s *TaskSet) String() string { return s.Address }

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
	AssignPublicIp value.StringSetting `default:"DISABLED" bool:"ENABLED,DISABLED"`
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
	KmsKeyId                        value.StringSetting  `ecs:"configuration.managedStorageConfiguration.kmsKeyId"` // of EBS volumes that ECS makes
	ExecLogging                     value.StringSetting  `ecs:"configuration.executeCommandConfiguration.logging"`
	ExecLog                         ExecLogConfiguration `ecs:"configuration.executeCommandConfiguration.logConfiguration"`
	ServiceConnectNamespace         value.StringSetting  `ecs:"serviceConnectDefaults.namespace"`
	FargateKmsKeyId                 value.StringSetting  `ecs:"configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId"` // of Fargate tasks' own disks
	Tags                            Tags
}

// Kind is "cluster".
func (*Cluster) Kind() string { return "cluster" }

// String names the cluster in messages.
func (c *Cluster) String() string { return label(c.Name, c.Address) }

// ExecLogConfiguration is where the output of ECS Exec goes.
// API: ExecuteCommandLogConfiguration.
type ExecLogConfiguration struct {
	Node
	CloudWatchLogGroupName value.StringSetting
	S3BucketName           value.StringSetting
}

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
	Cluster          value.StringSetting      `cfn:"ClusterName"` // of managed instances
	AutoScalingGroup AutoScalingGroupProvider `ecs:"autoScalingGroupProvider"`
	ManagedInstances ManagedInstancesProvider `ecs:"managedInstancesProvider"`
	Tags             Tags
}

// Kind is "capacityProvider".
func (*CapacityProvider) Kind() string { return "capacityProvider" }

// String names the capacity provider in messages.
func (c *CapacityProvider) String() string { return label(c.Name, c.Address) }

// AutoScalingGroupProvider is a capacity provider's Auto Scaling group.
type AutoScalingGroupProvider struct {
	Node
	AutoScalingGroupArn          value.StringSetting
	ManagedTerminationProtection value.StringSetting `default:"DISABLED"`
	ManagedScalingStatus         value.StringSetting `ecs:"managedScaling.status"`
	TargetCapacity               value.IntSetting    `ecs:"managedScaling.targetCapacity"` // in percent
	MinimumScalingStepSize       value.IntSetting    `ecs:"managedScaling.minimumScalingStepSize"`
	MaximumScalingStepSize       value.IntSetting    `ecs:"managedScaling.maximumScalingStepSize"`
	InstanceWarmupPeriod         value.IntSetting    `ecs:"managedScaling.instanceWarmupPeriod"` // in seconds
}

// ManagedInstancesProvider is a capacity provider whose instances ECS manages.
type ManagedInstancesProvider struct {
	Node
	InfrastructureRoleArn value.StringSetting
	PropagateTags         value.StringSetting // "CAPACITY_PROVIDER" or "NONE"
	ScaleInAfter          value.IntSetting    `ecs:"infrastructureOptimization.scaleInAfter"`      // in seconds
	AutoRepair            value.StringSetting `ecs:"autoRepairConfiguration.actionsStatus" tf:"-"` // "ENABLED" or "DISABLED"
	Launch                InstanceLaunch      `ecs:"instanceLaunchTemplate"`
}

// InstanceLaunch is what instances that ECS manages are launched with.
type InstanceLaunch struct {
	Node
	InstanceProfileArn              value.StringSetting `ecs:"ec2InstanceProfileArn" tf:"ec2_instance_profile_arn"`
	Network                         InstanceNetwork     `ecs:"networkConfiguration"`
	StorageSizeGiB                  value.IntSetting    `ecs:"storageConfiguration.storageSizeGiB" tf:"storage_configuration.storage_size_gib"`
	UseLocalStorage                 value.BoolSetting   `ecs:"localStorageConfiguration.useLocalStorage" default:"false"`
	Monitoring                      value.StringSetting `default:"BASIC"`
	CapacityOptionType              value.StringSetting `default:"ON_DEMAND"`
	CapacityReservations            CapacityReservations
	FipsEnabled                     value.BoolSetting // absent: on in GovCloud alone
	InstanceMetadataTagsPropagation value.BoolSetting `default:"true"`
}

// CapacityReservations are reservations out of which instances are launched.
// API: CapacityReservationRequest.
type CapacityReservations struct {
	Node
	ReservationPreference value.StringSetting
}

// InstanceNetwork is the network of instances that ECS manages.
type InstanceNetwork struct {
	Node
	Subnets        Strings
	SecurityGroups Strings
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
	All      List[Tag]
	readings []tagSet // one for each alternative of the tags
}

// Tag is one tag of a resource.
type Tag struct {
	Node
	Key   value.StringSetting
	Value value.StringSetting `ecs:"value"`
}

// tagSet is the keys of tags.
type tagSet struct {
	keys     []tagKey
	complete value.Truth // Maybe if more tags may exist
}

type tagKey struct {
	value.StringSetting
	exists value.Truth
}

func (t *Tags) decode(d decoder, v *value.Value) {
	t.Node = Node{value: v, path: d.path}
	t.mayLack(v)
	t.readings = nil
	for _, a := range v.Alternatives() {
		t.readings = append(t.readings, tagsOf(a))
	}
	t.All.decode(decoder{spelling: Camel, path: d.path, excess: d.excess}, tagList(v))
}

// tagList gives tags as a list of keys and values.
func tagList(v *value.Value) *value.Value {
	switch v.Kind() {
	case value.Either:
		alts := v.Alternatives()
		for i, a := range alts {
			alts[i] = tagList(a)
		}
		return value.NewEither(v.Range(), v.Reason(), alts...)
	case value.Map:
		var tags []*value.Value
		for f := range v.Fields() {
			at := f.Range
			if at.IsZero() {
				at = f.Value.Range()
			}
			tag := value.NewMap(at, []value.Field{
				{Key: "key", Value: value.NewString(at, f.Key).Along(f.Value)},
				{Key: "value", Value: f.Value},
			}, false)
			switch tagGiven(f.Value) {
			case value.Yes:
			case value.Maybe:
				tag = value.NewEither(at, f.Value.Reason(), tag, value.NewAbsent(at))
			case value.No:
				continue
			}
			tags = append(tags, tag)
		}
		return value.NewList(v.Range(), tags, v.Open())
	case value.Absent, value.Unknown, value.Null, value.Bool, value.Number, value.String, value.Text, value.List:
	}
	return v
}

func tagsOf(v *value.Value) tagSet {
	out := tagSet{complete: value.Yes}
	switch v.Kind() {
	case value.Map:
		out.complete = value.True(!v.Open()).Or(value.Maybe)
		for f := range v.Fields() {
			key := value.NewString(f.Range, f.Key)
			out.keys = append(out.keys, tagKey{value.NewOf[string]("key", key, f.Range, nil), tagGiven(f.Value)})
		}
	case value.List:
		var items []*value.Value
		items, out.complete = v.Items()
		for _, e := range items {
			k := e.Present().Fold("key")
			out.keys = append(out.keys, tagKey{value.NewOf[string]("key", k.Value, k.Range, nil), value.Written(e)})
		}
	case value.Absent, value.Null:
	case value.Unknown, value.Bool, value.Number, value.String, value.Text, value.Either:
		out.complete = value.Maybe
	}
	return out
}

// tagGiven asks whether a tag of this value is there. Only one that is certainly
// null is not: what a tag says, known or not, does not matter.
func tagGiven(v *value.Value) value.Truth {
	var answers []value.Truth
	for _, a := range v.Alternatives() {
		answers = append(answers, value.True(!a.Is(value.Absent, value.Null)))
	}
	return agreed(answers)
}

// Has asks whether a tag of the given key exists. Keys are case-sensitive.
func (t *Tags) Has(key string) value.Truth {
	return t.any(func(k value.StringSetting) value.Truth { return k.Is(key) })
}

// Any asks whether a tag exists that is not AWS's own ("aws:…").
func (t *Tags) Any() value.Truth {
	return t.any(func(k value.StringSetting) value.Truth { return k.StartsWith("aws:").Not() })
}

// any asks whether one of the keys answers q with Yes, whichever way undecided
// tags turn out.
func (t *Tags) any(q func(value.StringSetting) value.Truth) value.Truth {
	if len(t.readings) == 0 {
		return value.No
	}
	var answers []value.Truth
	for _, r := range t.readings {
		out := r.complete.Not()
		for _, k := range r.keys {
			out = out.Or(k.exists.And(q(k.StringSetting)))
		}
		answers = append(answers, out)
	}
	return agreed(answers)
}

// agreed is what all answers say, Maybe if they differ.
func agreed(answers []value.Truth) value.Truth {
	out := answers[0]
	for _, t := range answers[1:] {
		out = out.Agree(t)
	}
	return out
}
