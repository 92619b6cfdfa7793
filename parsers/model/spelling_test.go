package model

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/awslabs/goformation/v7/cloudformation/ecs"

	"github.com/ecslint/ecslint/parsers/value"
)

// spellings say how each setting of the model is written in each format; "[]"
// marks a list. The names are those of the ECS API Reference, the CloudFormation
// Template Reference and the documentation of the Terraform provider, not what
// this package derives.
var spellings = []struct {
	resource, field string
	api, cfn, tf    string // empty where the format lacks it
}{
	{"TaskDefinition", "Arn", "taskDefinitionArn", "", ""},
	{"TaskDefinition", "Family", "family", "Family", "family"},
	{"TaskDefinition", "NetworkMode", "networkMode", "NetworkMode", "network_mode"},
	{"TaskDefinition", "PidMode", "pidMode", "PidMode", "pid_mode"},
	{"TaskDefinition", "IpcMode", "ipcMode", "IpcMode", "ipc_mode"},
	{"TaskDefinition", "RequiresCompatibilities", "requiresCompatibilities", "RequiresCompatibilities", "requires_compatibilities"},
	{"TaskDefinition", "Cpu", "cpu", "Cpu", "cpu"},
	{"TaskDefinition", "Memory", "memory", "Memory", "memory"},
	{"TaskDefinition", "TaskRoleArn", "taskRoleArn", "TaskRoleArn", "task_role_arn"},
	{"TaskDefinition", "ExecutionRoleArn", "executionRoleArn", "ExecutionRoleArn", "execution_role_arn"},
	{"TaskDefinition", "RuntimePlatform.OperatingSystemFamily", "runtimePlatform.operatingSystemFamily", "RuntimePlatform.OperatingSystemFamily", "runtime_platform[].operating_system_family"},
	{"TaskDefinition", "RuntimePlatform.CpuArchitecture", "runtimePlatform.cpuArchitecture", "RuntimePlatform.CpuArchitecture", "runtime_platform[].cpu_architecture"},
	{"TaskDefinition", "EphemeralStorage.SizeInGiB", "ephemeralStorage.sizeInGiB", "EphemeralStorage.SizeInGiB", "ephemeral_storage[].size_in_gib"},
	{"TaskDefinition", "ProxyConfiguration.Type", "proxyConfiguration.type", "ProxyConfiguration.Type", "proxy_configuration[].type"},
	{"TaskDefinition", "ProxyConfiguration.ContainerName", "proxyConfiguration.containerName", "ProxyConfiguration.ContainerName", "proxy_configuration[].container_name"},
	{"TaskDefinition", "PlacementConstraints[].Type", "placementConstraints[].type", "PlacementConstraints[].Type", "placement_constraints[].type"},
	{"TaskDefinition", "PlacementConstraints[].Expression", "placementConstraints[].expression", "PlacementConstraints[].Expression", "placement_constraints[].expression"},
	{"TaskDefinition", "Volumes[].ConfiguredAtLaunch", "volumes[].configuredAtLaunch", "Volumes[].ConfiguredAtLaunch", "volume[].configure_at_launch"},
	{"TaskDefinition", "Volumes[].Docker.Scope", "volumes[].dockerVolumeConfiguration.scope", "Volumes[].DockerVolumeConfiguration.Scope", "volume[].docker_volume_configuration[].scope"},
	{"TaskDefinition", "Volumes[].Docker.Autoprovision", "volumes[].dockerVolumeConfiguration.autoprovision", "Volumes[].DockerVolumeConfiguration.Autoprovision", "volume[].docker_volume_configuration[].autoprovision"},
	{"TaskDefinition", "Volumes[].Docker.Driver", "volumes[].dockerVolumeConfiguration.driver", "Volumes[].DockerVolumeConfiguration.Driver", "volume[].docker_volume_configuration[].driver"},
	{"TaskDefinition", "Volumes[].Fsx", "volumes[].fsxWindowsFileServerVolumeConfiguration", "Volumes[].FSxWindowsFileServerVolumeConfiguration", "volume[].fsx_windows_file_server_volume_configuration[]"},
	{"TaskDefinition", "Volumes[].S3Files", "volumes[].s3filesVolumeConfiguration", "Volumes[].S3FilesVolumeConfiguration", "volume[].s3files_volume_configuration[]"},
	{"TaskDefinition", "Volumes[].Name", "volumes[].name", "Volumes[].Name", "volume[].name"},
	{"TaskDefinition", "Volumes[].SourcePath", "volumes[].host.sourcePath", "Volumes[].Host.SourcePath", "volume[].host_path"},
	{"TaskDefinition", "Volumes[].Efs.FileSystemId", "volumes[].efsVolumeConfiguration.fileSystemId", "Volumes[].EFSVolumeConfiguration.FilesystemId", "volume[].efs_volume_configuration[].file_system_id"},
	{"TaskDefinition", "Volumes[].Efs.RootDirectory", "volumes[].efsVolumeConfiguration.rootDirectory", "Volumes[].EFSVolumeConfiguration.RootDirectory", "volume[].efs_volume_configuration[].root_directory"},
	{"TaskDefinition", "Volumes[].Efs.TransitEncryption", "volumes[].efsVolumeConfiguration.transitEncryption", "Volumes[].EFSVolumeConfiguration.TransitEncryption", "volume[].efs_volume_configuration[].transit_encryption"},
	{"TaskDefinition", "Volumes[].Efs.TransitEncryptionPort", "volumes[].efsVolumeConfiguration.transitEncryptionPort", "Volumes[].EFSVolumeConfiguration.TransitEncryptionPort", "volume[].efs_volume_configuration[].transit_encryption_port"},
	{"TaskDefinition", "Volumes[].Efs.AccessPointId", "volumes[].efsVolumeConfiguration.authorizationConfig.accessPointId", "Volumes[].EFSVolumeConfiguration.AuthorizationConfig.AccessPointId", "volume[].efs_volume_configuration[].authorization_config[].access_point_id"},
	{"TaskDefinition", "Volumes[].Efs.Iam", "volumes[].efsVolumeConfiguration.authorizationConfig.iam", "Volumes[].EFSVolumeConfiguration.AuthorizationConfig.IAM", "volume[].efs_volume_configuration[].authorization_config[].iam"},
	{"TaskDefinition", "InferenceAccelerators[].DeviceName", "inferenceAccelerators[].deviceName", "InferenceAccelerators[].DeviceName", "inference_accelerator[].device_name"},
	{"TaskDefinition", "Containers[].Name", "containerDefinitions[].name", "ContainerDefinitions[].Name", "container_definitions[].name"},
	{"TaskDefinition", "Containers[].Image", "containerDefinitions[].image", "ContainerDefinitions[].Image", "container_definitions[].image"},
	{"TaskDefinition", "Containers[].Essential", "containerDefinitions[].essential", "ContainerDefinitions[].Essential", "container_definitions[].essential"},
	{"TaskDefinition", "Containers[].Privileged", "containerDefinitions[].privileged", "ContainerDefinitions[].Privileged", "container_definitions[].privileged"},
	{"TaskDefinition", "Containers[].ReadonlyRootFilesystem", "containerDefinitions[].readonlyRootFilesystem", "ContainerDefinitions[].ReadonlyRootFilesystem", "container_definitions[].readonlyRootFilesystem"},
	{"TaskDefinition", "Containers[].User", "containerDefinitions[].user", "ContainerDefinitions[].User", "container_definitions[].user"},
	{"TaskDefinition", "Containers[].Environment[].Name", "containerDefinitions[].environment[].name", "ContainerDefinitions[].Environment[].Name", "container_definitions[].environment[].name"},
	{"TaskDefinition", "Containers[].Environment[].Value", "containerDefinitions[].environment[].value", "ContainerDefinitions[].Environment[].Value", "container_definitions[].environment[].value"},
	{"TaskDefinition", "Containers[].Secrets[].Name", "containerDefinitions[].secrets[].name", "ContainerDefinitions[].Secrets[].Name", "container_definitions[].secrets[].name"},
	{"TaskDefinition", "Containers[].Secrets[].ValueFrom", "containerDefinitions[].secrets[].valueFrom", "ContainerDefinitions[].Secrets[].ValueFrom", "container_definitions[].secrets[].valueFrom"},
	{"TaskDefinition", "Containers[].LogConfiguration.LogDriver", "containerDefinitions[].logConfiguration.logDriver", "ContainerDefinitions[].LogConfiguration.LogDriver", "container_definitions[].logConfiguration.logDriver"},
	{"TaskDefinition", "Containers[].LogConfiguration.SecretOptions[].Name", "containerDefinitions[].logConfiguration.secretOptions[].name", "ContainerDefinitions[].LogConfiguration.SecretOptions[].Name", "container_definitions[].logConfiguration.secretOptions[].name"},
	{"TaskDefinition", "Containers[].LogConfiguration.SecretOptions[].ValueFrom", "containerDefinitions[].logConfiguration.secretOptions[].valueFrom", "ContainerDefinitions[].LogConfiguration.SecretOptions[].ValueFrom", "container_definitions[].logConfiguration.secretOptions[].valueFrom"},
	{"TaskDefinition", "Containers[].Cpu", "containerDefinitions[].cpu", "ContainerDefinitions[].Cpu", "container_definitions[].cpu"},
	{"TaskDefinition", "Containers[].Memory", "containerDefinitions[].memory", "ContainerDefinitions[].Memory", "container_definitions[].memory"},
	{"TaskDefinition", "Containers[].MemoryReservation", "containerDefinitions[].memoryReservation", "ContainerDefinitions[].MemoryReservation", "container_definitions[].memoryReservation"},
	{"TaskDefinition", "Containers[].Links", "containerDefinitions[].links", "ContainerDefinitions[].Links", "container_definitions[].links"},
	{"TaskDefinition", "Containers[].EnvironmentFiles[].Type", "containerDefinitions[].environmentFiles[].type", "ContainerDefinitions[].EnvironmentFiles[].Type", "container_definitions[].environmentFiles[].type"},
	{"TaskDefinition", "Containers[].EnvironmentFiles[].Value", "containerDefinitions[].environmentFiles[].value", "ContainerDefinitions[].EnvironmentFiles[].Value", "container_definitions[].environmentFiles[].value"},
	{"TaskDefinition", "Containers[].DependsOn[].ContainerName", "containerDefinitions[].dependsOn[].containerName", "ContainerDefinitions[].DependsOn[].ContainerName", "container_definitions[].dependsOn[].containerName"},
	{"TaskDefinition", "Containers[].DependsOn[].Condition", "containerDefinitions[].dependsOn[].condition", "ContainerDefinitions[].DependsOn[].Condition", "container_definitions[].dependsOn[].condition"},
	{"TaskDefinition", "Containers[].HealthCheck.Command", "containerDefinitions[].healthCheck.command", "ContainerDefinitions[].HealthCheck.Command", "container_definitions[].healthCheck.command"},
	{"TaskDefinition", "Containers[].HealthCheck.Interval", "containerDefinitions[].healthCheck.interval", "ContainerDefinitions[].HealthCheck.Interval", "container_definitions[].healthCheck.interval"},
	{"TaskDefinition", "Containers[].HealthCheck.Timeout", "containerDefinitions[].healthCheck.timeout", "ContainerDefinitions[].HealthCheck.Timeout", "container_definitions[].healthCheck.timeout"},
	{"TaskDefinition", "Containers[].HealthCheck.Retries", "containerDefinitions[].healthCheck.retries", "ContainerDefinitions[].HealthCheck.Retries", "container_definitions[].healthCheck.retries"},
	{"TaskDefinition", "Containers[].HealthCheck.StartPeriod", "containerDefinitions[].healthCheck.startPeriod", "ContainerDefinitions[].HealthCheck.StartPeriod", "container_definitions[].healthCheck.startPeriod"},
	{"TaskDefinition", "Containers[].RestartPolicy.Enabled", "containerDefinitions[].restartPolicy.enabled", "ContainerDefinitions[].RestartPolicy.Enabled", "container_definitions[].restartPolicy.enabled"},
	{"TaskDefinition", "Containers[].RestartPolicy.IgnoredExitCodes", "containerDefinitions[].restartPolicy.ignoredExitCodes", "ContainerDefinitions[].RestartPolicy.IgnoredExitCodes", "container_definitions[].restartPolicy.ignoredExitCodes"},
	{"TaskDefinition", "Containers[].RestartPolicy.RestartAttemptPeriod", "containerDefinitions[].restartPolicy.restartAttemptPeriod", "ContainerDefinitions[].RestartPolicy.RestartAttemptPeriod", "container_definitions[].restartPolicy.restartAttemptPeriod"},
	{"TaskDefinition", "Containers[].MountPoints[].SourceVolume", "containerDefinitions[].mountPoints[].sourceVolume", "ContainerDefinitions[].MountPoints[].SourceVolume", "container_definitions[].mountPoints[].sourceVolume"},
	{"TaskDefinition", "Containers[].MountPoints[].ContainerPath", "containerDefinitions[].mountPoints[].containerPath", "ContainerDefinitions[].MountPoints[].ContainerPath", "container_definitions[].mountPoints[].containerPath"},
	{"TaskDefinition", "Containers[].MountPoints[].ReadOnly", "containerDefinitions[].mountPoints[].readOnly", "ContainerDefinitions[].MountPoints[].ReadOnly", "container_definitions[].mountPoints[].readOnly"},
	{"TaskDefinition", "Containers[].VolumesFrom[].SourceContainer", "containerDefinitions[].volumesFrom[].sourceContainer", "ContainerDefinitions[].VolumesFrom[].SourceContainer", "container_definitions[].volumesFrom[].sourceContainer"},
	{"TaskDefinition", "Containers[].VolumesFrom[].ReadOnly", "containerDefinitions[].volumesFrom[].readOnly", "ContainerDefinitions[].VolumesFrom[].ReadOnly", "container_definitions[].volumesFrom[].readOnly"},
	{"TaskDefinition", "Containers[].LogConfiguration.Options", "containerDefinitions[].logConfiguration.options", "ContainerDefinitions[].LogConfiguration.Options", "container_definitions[].logConfiguration.options"},
	{"TaskDefinition", "Containers[].Firelens.Type", "containerDefinitions[].firelensConfiguration.type", "ContainerDefinitions[].FirelensConfiguration.Type", "container_definitions[].firelensConfiguration.type"},
	{"TaskDefinition", "Containers[].Firelens.Options", "containerDefinitions[].firelensConfiguration.options", "ContainerDefinitions[].FirelensConfiguration.Options", "container_definitions[].firelensConfiguration.options"},
	{"TaskDefinition", "Containers[].ResourceRequirements[].Type", "containerDefinitions[].resourceRequirements[].type", "ContainerDefinitions[].ResourceRequirements[].Type", "container_definitions[].resourceRequirements[].type"},
	{"TaskDefinition", "Containers[].ResourceRequirements[].Value", "containerDefinitions[].resourceRequirements[].value", "ContainerDefinitions[].ResourceRequirements[].Value", "container_definitions[].resourceRequirements[].value"},
	{"TaskDefinition", "Containers[].SystemControls[].Namespace", "containerDefinitions[].systemControls[].namespace", "ContainerDefinitions[].SystemControls[].Namespace", "container_definitions[].systemControls[].namespace"},
	{"TaskDefinition", "Containers[].SystemControls[].Value", "containerDefinitions[].systemControls[].value", "ContainerDefinitions[].SystemControls[].Value", "container_definitions[].systemControls[].value"},
	{"TaskDefinition", "Containers[].PortMappings[].ContainerPort", "containerDefinitions[].portMappings[].containerPort", "ContainerDefinitions[].PortMappings[].ContainerPort", "container_definitions[].portMappings[].containerPort"},
	{"TaskDefinition", "Containers[].PortMappings[].HostPort", "containerDefinitions[].portMappings[].hostPort", "ContainerDefinitions[].PortMappings[].HostPort", "container_definitions[].portMappings[].hostPort"},
	{"TaskDefinition", "Containers[].PortMappings[].ContainerPortRange", "containerDefinitions[].portMappings[].containerPortRange", "ContainerDefinitions[].PortMappings[].ContainerPortRange", "container_definitions[].portMappings[].containerPortRange"},
	{"TaskDefinition", "Containers[].PortMappings[].Protocol", "containerDefinitions[].portMappings[].protocol", "ContainerDefinitions[].PortMappings[].Protocol", "container_definitions[].portMappings[].protocol"},
	{"TaskDefinition", "Containers[].PortMappings[].Name", "containerDefinitions[].portMappings[].name", "ContainerDefinitions[].PortMappings[].Name", "container_definitions[].portMappings[].name"},
	{"TaskDefinition", "Containers[].PortMappings[].AppProtocol", "containerDefinitions[].portMappings[].appProtocol", "ContainerDefinitions[].PortMappings[].AppProtocol", "container_definitions[].portMappings[].appProtocol"},
	{"TaskDefinition", "Containers[].LinuxParameters.AddCapabilities", "containerDefinitions[].linuxParameters.capabilities.add", "ContainerDefinitions[].LinuxParameters.Capabilities.Add", "container_definitions[].linuxParameters.capabilities.add"},
	{"TaskDefinition", "Containers[].LinuxParameters.DropCapabilities", "containerDefinitions[].linuxParameters.capabilities.drop", "ContainerDefinitions[].LinuxParameters.Capabilities.Drop", "container_definitions[].linuxParameters.capabilities.drop"},
	{"TaskDefinition", "Containers[].LinuxParameters.Devices[].HostPath", "containerDefinitions[].linuxParameters.devices[].hostPath", "ContainerDefinitions[].LinuxParameters.Devices[].HostPath", "container_definitions[].linuxParameters.devices[].hostPath"},
	{"TaskDefinition", "Containers[].LinuxParameters.Tmpfs[].ContainerPath", "containerDefinitions[].linuxParameters.tmpfs[].containerPath", "ContainerDefinitions[].LinuxParameters.Tmpfs[].ContainerPath", "container_definitions[].linuxParameters.tmpfs[].containerPath"},
	{"TaskDefinition", "Containers[].LinuxParameters.SharedMemorySize", "containerDefinitions[].linuxParameters.sharedMemorySize", "ContainerDefinitions[].LinuxParameters.SharedMemorySize", "container_definitions[].linuxParameters.sharedMemorySize"},
	{"TaskDefinition", "Containers[].LinuxParameters.MaxSwap", "containerDefinitions[].linuxParameters.maxSwap", "ContainerDefinitions[].LinuxParameters.MaxSwap", "container_definitions[].linuxParameters.maxSwap"},
	{"TaskDefinition", "Containers[].LinuxParameters.Swappiness", "containerDefinitions[].linuxParameters.swappiness", "ContainerDefinitions[].LinuxParameters.Swappiness", "container_definitions[].linuxParameters.swappiness"},
	{"TaskDefinition", "Containers[].Ulimits[].Name", "containerDefinitions[].ulimits[].name", "ContainerDefinitions[].Ulimits[].Name", "container_definitions[].ulimits[].name"},
	{"TaskDefinition", "Containers[].Hostname", "containerDefinitions[].hostname", "ContainerDefinitions[].Hostname", "container_definitions[].hostname"},
	{"TaskDefinition", "Containers[].ExtraHosts[].Hostname", "containerDefinitions[].extraHosts[].hostname", "ContainerDefinitions[].ExtraHosts[].Hostname", "container_definitions[].extraHosts[].hostname"},
	{"TaskDefinition", "Containers[].ExtraHosts[].IpAddress", "containerDefinitions[].extraHosts[].ipAddress", "ContainerDefinitions[].ExtraHosts[].IpAddress", "container_definitions[].extraHosts[].ipAddress"},
	{"TaskDefinition", "Containers[].DnsServers", "containerDefinitions[].dnsServers", "ContainerDefinitions[].DnsServers", "container_definitions[].dnsServers"},
	{"TaskDefinition", "Containers[].DnsSearchDomains", "containerDefinitions[].dnsSearchDomains", "ContainerDefinitions[].DnsSearchDomains", "container_definitions[].dnsSearchDomains"},
	{"TaskDefinition", "Containers[].DockerSecurityOptions", "containerDefinitions[].dockerSecurityOptions", "ContainerDefinitions[].DockerSecurityOptions", "container_definitions[].dockerSecurityOptions"},
	{"TaskDefinition", "Containers[].DisableNetworking", "containerDefinitions[].disableNetworking", "ContainerDefinitions[].DisableNetworking", "container_definitions[].disableNetworking"},
	{"TaskDefinition", "Containers[].StartTimeout", "containerDefinitions[].startTimeout", "ContainerDefinitions[].StartTimeout", "container_definitions[].startTimeout"},
	{"TaskDefinition", "Containers[].StopTimeout", "containerDefinitions[].stopTimeout", "ContainerDefinitions[].StopTimeout", "container_definitions[].stopTimeout"},
	{"TaskDefinition", "Tags", "tags", "Tags", "tags"},

	{"Service", "Name", "serviceName", "ServiceName", "name"},
	{"Service", "Cluster", "cluster", "Cluster", "cluster"},
	{"Service", "TaskDefinition", "taskDefinition", "TaskDefinition", "task_definition"},
	{"Service", "LaunchType", "launchType", "LaunchType", "launch_type"},
	{"Service", "CapacityProviderStrategy[].CapacityProvider", "capacityProviderStrategy[].capacityProvider", "CapacityProviderStrategy[].CapacityProvider", "capacity_provider_strategy[].capacity_provider"},
	{"Service", "CapacityProviderStrategy[].Base", "capacityProviderStrategy[].base", "CapacityProviderStrategy[].Base", "capacity_provider_strategy[].base"},
	{"Service", "CapacityProviderStrategy[].Weight", "capacityProviderStrategy[].weight", "CapacityProviderStrategy[].Weight", "capacity_provider_strategy[].weight"},
	{"Service", "PlatformVersion", "platformVersion", "PlatformVersion", "platform_version"},
	{"Service", "Network.AssignPublicIp", "networkConfiguration.awsvpcConfiguration.assignPublicIp", "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp", "network_configuration[].assign_public_ip"},
	{"Service", "Network.Subnets", "networkConfiguration.awsvpcConfiguration.subnets", "NetworkConfiguration.AwsvpcConfiguration.Subnets", "network_configuration[].subnets"},
	{"Service", "Network.SecurityGroups", "networkConfiguration.awsvpcConfiguration.securityGroups", "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups", "network_configuration[].security_groups"},
	{"Service", "DeploymentController", "deploymentController.type", "DeploymentController.Type", "deployment_controller[].type"},
	{"Service", "SchedulingStrategy", "schedulingStrategy", "SchedulingStrategy", "scheduling_strategy"},
	{"Service", "DesiredCount", "desiredCount", "DesiredCount", "desired_count"},
	{"Service", "MinimumHealthyPercent", "deploymentConfiguration.minimumHealthyPercent", "DeploymentConfiguration.MinimumHealthyPercent", "deployment_minimum_healthy_percent"},
	{"Service", "MaximumPercent", "deploymentConfiguration.maximumPercent", "DeploymentConfiguration.MaximumPercent", "deployment_maximum_percent"},
	{"Service", "CircuitBreaker", "deploymentConfiguration.deploymentCircuitBreaker.enable", "DeploymentConfiguration.DeploymentCircuitBreaker.Enable", "deployment_circuit_breaker[].enable"},
	{"Service", "DeploymentStrategy", "deploymentConfiguration.strategy", "DeploymentConfiguration.Strategy", "deployment_configuration[].strategy"},
	{"Service", "BakeTimeInMinutes", "deploymentConfiguration.bakeTimeInMinutes", "DeploymentConfiguration.BakeTimeInMinutes", "deployment_configuration[].bake_time_in_minutes"},
	{"Service", "Canary.CanaryPercent", "deploymentConfiguration.canaryConfiguration.canaryPercent", "DeploymentConfiguration.CanaryConfiguration.CanaryPercent", "deployment_configuration[].canary_configuration[].canary_percent"},
	{"Service", "Linear.StepPercent", "deploymentConfiguration.linearConfiguration.stepPercent", "DeploymentConfiguration.LinearConfiguration.StepPercent", "deployment_configuration[].linear_configuration[].step_percent"},
	{"Service", "AvailabilityZoneRebalancing", "availabilityZoneRebalancing", "AvailabilityZoneRebalancing", "availability_zone_rebalancing"},
	{"Service", "LoadBalancers[].TargetGroupArn", "loadBalancers[].targetGroupArn", "LoadBalancers[].TargetGroupArn", "load_balancer[].target_group_arn"},
	{"Service", "LoadBalancers[].LoadBalancerName", "loadBalancers[].loadBalancerName", "LoadBalancers[].LoadBalancerName", "load_balancer[].elb_name"},
	{"Service", "LoadBalancers[].ContainerName", "loadBalancers[].containerName", "LoadBalancers[].ContainerName", "load_balancer[].container_name"},
	{"Service", "LoadBalancers[].ContainerPort", "loadBalancers[].containerPort", "LoadBalancers[].ContainerPort", "load_balancer[].container_port"},
	{"Service", "HealthCheckGracePeriodSeconds", "healthCheckGracePeriodSeconds", "HealthCheckGracePeriodSeconds", "health_check_grace_period_seconds"},
	{"Service", "Role", "role", "Role", "iam_role"},
	{"Service", "PlacementConstraints[].Type", "placementConstraints[].type", "PlacementConstraints[].Type", "placement_constraints[].type"},
	{"Service", "PlacementConstraints[].Expression", "placementConstraints[].expression", "PlacementConstraints[].Expression", "placement_constraints[].expression"},
	{"Service", "PlacementStrategy[].Type", "placementStrategy[].type", "PlacementStrategies[].Type", "ordered_placement_strategy[].type"},
	{"Service", "PlacementStrategy[].Field", "placementStrategy[].field", "PlacementStrategies[].Field", "ordered_placement_strategy[].field"},
	{"Service", "EnableECSManagedTags", "enableECSManagedTags", "EnableECSManagedTags", "enable_ecs_managed_tags"},
	{"Service", "PropagateTags", "propagateTags", "PropagateTags", "propagate_tags"},
	{"Service", "ServiceConnect.Enabled", "serviceConnectConfiguration.enabled", "ServiceConnectConfiguration.Enabled", "service_connect_configuration[].enabled"},
	{"Service", "ServiceConnect.Namespace", "serviceConnectConfiguration.namespace", "ServiceConnectConfiguration.Namespace", "service_connect_configuration[].namespace"},
	{"Service", "ServiceConnect.Log.LogDriver", "serviceConnectConfiguration.logConfiguration.logDriver", "ServiceConnectConfiguration.LogConfiguration.LogDriver", "service_connect_configuration[].log_configuration[].log_driver"},
	{"Service", "ServiceConnect.AccessLog.Format", "serviceConnectConfiguration.accessLogConfiguration.format", "ServiceConnectConfiguration.AccessLogConfiguration.Format", "service_connect_configuration[].access_log_configuration[].format"},
	{"Service", "ServiceConnect.Services[].PortName", "serviceConnectConfiguration.services[].portName", "ServiceConnectConfiguration.Services[].PortName", "service_connect_configuration[].service[].port_name"},
	{"Service", "ServiceConnect.Services[].DiscoveryName", "serviceConnectConfiguration.services[].discoveryName", "ServiceConnectConfiguration.Services[].DiscoveryName", "service_connect_configuration[].service[].discovery_name"},
	{"Service", "ServiceConnect.Services[].ClientAliases[].Port", "serviceConnectConfiguration.services[].clientAliases[].port", "ServiceConnectConfiguration.Services[].ClientAliases[].Port", "service_connect_configuration[].service[].client_alias[].port"},
	{"Service", "ServiceConnect.Services[].ClientAliases[].DnsName", "serviceConnectConfiguration.services[].clientAliases[].dnsName", "ServiceConnectConfiguration.Services[].ClientAliases[].DnsName", "service_connect_configuration[].service[].client_alias[].dns_name"},
	{"Service", "VpcLattice[].PortName", "vpcLatticeConfigurations[].portName", "VpcLatticeConfigurations[].PortName", "vpc_lattice_configurations[].port_name"},
	{"Service", "ServiceRegistries[].RegistryArn", "serviceRegistries[].registryArn", "ServiceRegistries[].RegistryArn", "service_registries[].registry_arn"},
	{"Service", "ServiceRegistries[].Port", "serviceRegistries[].port", "ServiceRegistries[].Port", "service_registries[].port"},
	{"Service", "ServiceRegistries[].ContainerName", "serviceRegistries[].containerName", "ServiceRegistries[].ContainerName", "service_registries[].container_name"},
	{"Service", "ServiceRegistries[].ContainerPort", "serviceRegistries[].containerPort", "ServiceRegistries[].ContainerPort", "service_registries[].container_port"},
	{"Service", "VolumeConfigurations[].Name", "volumeConfigurations[].name", "VolumeConfigurations[].Name", "volume_configuration[].name"},
	{"Service", "VolumeConfigurations[].Ebs.RoleArn", "volumeConfigurations[].managedEBSVolume.roleArn", "VolumeConfigurations[].ManagedEBSVolume.RoleArn", "volume_configuration[].managed_ebs_volume[].role_arn"},
	{"Service", "VolumeConfigurations[].Ebs.SizeInGiB", "volumeConfigurations[].managedEBSVolume.sizeInGiB", "VolumeConfigurations[].ManagedEBSVolume.SizeInGiB", "volume_configuration[].managed_ebs_volume[].size_in_gb"},
	{"Service", "VolumeConfigurations[].Ebs.SnapshotId", "volumeConfigurations[].managedEBSVolume.snapshotId", "VolumeConfigurations[].ManagedEBSVolume.SnapshotId", "volume_configuration[].managed_ebs_volume[].snapshot_id"},
	{"Service", "Tags", "tags", "Tags", "tags"},

	{"TaskSet", "Service", "service", "Service", "service"},
	{"TaskSet", "Cluster", "cluster", "Cluster", "cluster"},
	{"TaskSet", "TaskDefinition", "taskDefinition", "TaskDefinition", "task_definition"},
	{"TaskSet", "LaunchType", "launchType", "LaunchType", "launch_type"},
	{"TaskSet", "CapacityProviderStrategy[].CapacityProvider", "capacityProviderStrategy[].capacityProvider", "CapacityProviderStrategy[].CapacityProvider", "capacity_provider_strategy[].capacity_provider"},
	{"TaskSet", "CapacityProviderStrategy[].Base", "capacityProviderStrategy[].base", "CapacityProviderStrategy[].Base", "capacity_provider_strategy[].base"},
	{"TaskSet", "CapacityProviderStrategy[].Weight", "capacityProviderStrategy[].weight", "CapacityProviderStrategy[].Weight", "capacity_provider_strategy[].weight"},
	{"TaskSet", "PlatformVersion", "platformVersion", "PlatformVersion", "platform_version"},
	{"TaskSet", "Network.AssignPublicIp", "networkConfiguration.awsvpcConfiguration.assignPublicIp", "NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp", "network_configuration[].assign_public_ip"},
	{"TaskSet", "Network.Subnets", "networkConfiguration.awsvpcConfiguration.subnets", "NetworkConfiguration.AwsVpcConfiguration.Subnets", "network_configuration[].subnets"},
	{"TaskSet", "Network.SecurityGroups", "networkConfiguration.awsvpcConfiguration.securityGroups", "NetworkConfiguration.AwsVpcConfiguration.SecurityGroups", "network_configuration[].security_groups"},
	{"TaskSet", "Tags", "tags", "Tags", "tags"},

	{"Cluster", "Name", "clusterName", "ClusterName", "name"},
	{"Cluster", "Settings[].Name", "settings[].name", "ClusterSettings[].Name", "setting[].name"},
	{"Cluster", "Settings[].Value", "settings[].value", "ClusterSettings[].Value", "setting[].value"},
	{"Cluster", "KmsKeyId", "configuration.managedStorageConfiguration.kmsKeyId", "Configuration.ManagedStorageConfiguration.KmsKeyId", "configuration[].managed_storage_configuration[].kms_key_id"},
	{"Cluster", "FargateKmsKeyId", "configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId", "Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId", "configuration[].managed_storage_configuration[].fargate_ephemeral_storage_kms_key_id"},
	{"Cluster", "ExecLogging", "configuration.executeCommandConfiguration.logging", "Configuration.ExecuteCommandConfiguration.Logging", "configuration[].execute_command_configuration[].logging"},
	{"Cluster", "ExecLog.CloudWatchLogGroupName", "configuration.executeCommandConfiguration.logConfiguration.cloudWatchLogGroupName", "Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName", "configuration[].execute_command_configuration[].log_configuration[].cloud_watch_log_group_name"},
	{"Cluster", "ExecLog.S3BucketName", "configuration.executeCommandConfiguration.logConfiguration.s3BucketName", "Configuration.ExecuteCommandConfiguration.LogConfiguration.S3BucketName", "configuration[].execute_command_configuration[].log_configuration[].s3_bucket_name"},
	{"Cluster", "ServiceConnectNamespace", "serviceConnectDefaults.namespace", "ServiceConnectDefaults.Namespace", "service_connect_defaults[].namespace"},
	{"Cluster", "CapacityProviders", "capacityProviders", "CapacityProviders", "capacity_providers"},
	{"Cluster", "DefaultCapacityProviderStrategy[].CapacityProvider", "defaultCapacityProviderStrategy[].capacityProvider", "DefaultCapacityProviderStrategy[].CapacityProvider", "default_capacity_provider_strategy[].capacity_provider"},
	{"Cluster", "DefaultCapacityProviderStrategy[].Base", "defaultCapacityProviderStrategy[].base", "DefaultCapacityProviderStrategy[].Base", "default_capacity_provider_strategy[].base"},
	{"Cluster", "DefaultCapacityProviderStrategy[].Weight", "defaultCapacityProviderStrategy[].weight", "DefaultCapacityProviderStrategy[].Weight", "default_capacity_provider_strategy[].weight"},
	{"Cluster", "Tags", "tags", "Tags", "tags"},

	{"CapacityProvider", "Name", "name", "Name", "name"},
	{"CapacityProvider", "AutoScalingGroup.AutoScalingGroupArn", "autoScalingGroupProvider.autoScalingGroupArn", "AutoScalingGroupProvider.AutoScalingGroupArn", "auto_scaling_group_provider[].auto_scaling_group_arn"},
	{"CapacityProvider", "AutoScalingGroup.ManagedTerminationProtection", "autoScalingGroupProvider.managedTerminationProtection", "AutoScalingGroupProvider.ManagedTerminationProtection", "auto_scaling_group_provider[].managed_termination_protection"},
	{"CapacityProvider", "AutoScalingGroup.ManagedScalingStatus", "autoScalingGroupProvider.managedScaling.status", "AutoScalingGroupProvider.ManagedScaling.Status", "auto_scaling_group_provider[].managed_scaling[].status"},
	{"CapacityProvider", "AutoScalingGroup.TargetCapacity", "autoScalingGroupProvider.managedScaling.targetCapacity", "AutoScalingGroupProvider.ManagedScaling.TargetCapacity", "auto_scaling_group_provider[].managed_scaling[].target_capacity"},
	{"CapacityProvider", "AutoScalingGroup.MinimumScalingStepSize", "autoScalingGroupProvider.managedScaling.minimumScalingStepSize", "AutoScalingGroupProvider.ManagedScaling.MinimumScalingStepSize", "auto_scaling_group_provider[].managed_scaling[].minimum_scaling_step_size"},
	{"CapacityProvider", "AutoScalingGroup.MaximumScalingStepSize", "autoScalingGroupProvider.managedScaling.maximumScalingStepSize", "AutoScalingGroupProvider.ManagedScaling.MaximumScalingStepSize", "auto_scaling_group_provider[].managed_scaling[].maximum_scaling_step_size"},
	{"CapacityProvider", "AutoScalingGroup.InstanceWarmupPeriod", "autoScalingGroupProvider.managedScaling.instanceWarmupPeriod", "AutoScalingGroupProvider.ManagedScaling.InstanceWarmupPeriod", "auto_scaling_group_provider[].managed_scaling[].instance_warmup_period"},
	{"CapacityProvider", "ManagedInstances.Launch.CapacityReservations.ReservationPreference", "managedInstancesProvider.instanceLaunchTemplate.capacityReservations.reservationPreference", "ManagedInstancesProvider.InstanceLaunchTemplate.CapacityReservations.ReservationPreference", "managed_instances_provider[].instance_launch_template[].capacity_reservations[].reservation_preference"},
	{"CapacityProvider", "Cluster", "cluster", "ClusterName", "cluster"},
	{"CapacityProvider", "ManagedInstances.InfrastructureRoleArn", "managedInstancesProvider.infrastructureRoleArn", "ManagedInstancesProvider.InfrastructureRoleArn", "managed_instances_provider[].infrastructure_role_arn"},
	{"CapacityProvider", "ManagedInstances.PropagateTags", "managedInstancesProvider.propagateTags", "ManagedInstancesProvider.PropagateTags", "managed_instances_provider[].propagate_tags"},
	{"CapacityProvider", "ManagedInstances.ScaleInAfter", "managedInstancesProvider.infrastructureOptimization.scaleInAfter", "ManagedInstancesProvider.InfrastructureOptimization.ScaleInAfter", "managed_instances_provider[].infrastructure_optimization[].scale_in_after"},
	{"CapacityProvider", "ManagedInstances.AutoRepair", "managedInstancesProvider.autoRepairConfiguration.actionsStatus", "ManagedInstancesProvider.AutoRepairConfiguration.ActionsStatus", ""},
	{"CapacityProvider", "ManagedInstances.Launch.InstanceProfileArn", "managedInstancesProvider.instanceLaunchTemplate.ec2InstanceProfileArn", "ManagedInstancesProvider.InstanceLaunchTemplate.Ec2InstanceProfileArn", "managed_instances_provider[].instance_launch_template[].ec2_instance_profile_arn"},
	{"CapacityProvider", "ManagedInstances.Launch.Network.Subnets", "managedInstancesProvider.instanceLaunchTemplate.networkConfiguration.subnets", "ManagedInstancesProvider.InstanceLaunchTemplate.NetworkConfiguration.Subnets", "managed_instances_provider[].instance_launch_template[].network_configuration[].subnets"},
	{"CapacityProvider", "ManagedInstances.Launch.Network.SecurityGroups", "managedInstancesProvider.instanceLaunchTemplate.networkConfiguration.securityGroups", "ManagedInstancesProvider.InstanceLaunchTemplate.NetworkConfiguration.SecurityGroups", "managed_instances_provider[].instance_launch_template[].network_configuration[].security_groups"},
	{"CapacityProvider", "ManagedInstances.Launch.StorageSizeGiB", "managedInstancesProvider.instanceLaunchTemplate.storageConfiguration.storageSizeGiB", "ManagedInstancesProvider.InstanceLaunchTemplate.StorageConfiguration.StorageSizeGiB", "managed_instances_provider[].instance_launch_template[].storage_configuration[].storage_size_gib"},
	{"CapacityProvider", "ManagedInstances.Launch.UseLocalStorage", "managedInstancesProvider.instanceLaunchTemplate.localStorageConfiguration.useLocalStorage", "ManagedInstancesProvider.InstanceLaunchTemplate.LocalStorageConfiguration.UseLocalStorage", "managed_instances_provider[].instance_launch_template[].local_storage_configuration[].use_local_storage"},
	{"CapacityProvider", "ManagedInstances.Launch.Monitoring", "managedInstancesProvider.instanceLaunchTemplate.monitoring", "ManagedInstancesProvider.InstanceLaunchTemplate.Monitoring", "managed_instances_provider[].instance_launch_template[].monitoring"},
	{"CapacityProvider", "ManagedInstances.Launch.CapacityOptionType", "managedInstancesProvider.instanceLaunchTemplate.capacityOptionType", "ManagedInstancesProvider.InstanceLaunchTemplate.CapacityOptionType", "managed_instances_provider[].instance_launch_template[].capacity_option_type"},
	{"CapacityProvider", "ManagedInstances.Launch.FipsEnabled", "managedInstancesProvider.instanceLaunchTemplate.fipsEnabled", "ManagedInstancesProvider.InstanceLaunchTemplate.FipsEnabled", ""},
	{"CapacityProvider", "ManagedInstances.Launch.InstanceMetadataTagsPropagation", "managedInstancesProvider.instanceLaunchTemplate.instanceMetadataTagsPropagation", "ManagedInstancesProvider.InstanceLaunchTemplate.InstanceMetadataTagsPropagation", ""},
	{"CapacityProvider", "Tags", "tags", "Tags", "tags"},

	{"ClusterCapacityProviders", "Cluster", "cluster", "Cluster", "cluster_name"},
	{"ClusterCapacityProviders", "CapacityProviders", "capacityProviders", "CapacityProviders", "capacity_providers"},
	{"ClusterCapacityProviders", "DefaultCapacityProviderStrategy[].CapacityProvider", "defaultCapacityProviderStrategy[].capacityProvider", "DefaultCapacityProviderStrategy[].CapacityProvider", "default_capacity_provider_strategy[].capacity_provider"},
	{"ClusterCapacityProviders", "DefaultCapacityProviderStrategy[].Base", "defaultCapacityProviderStrategy[].base", "DefaultCapacityProviderStrategy[].Base", "default_capacity_provider_strategy[].base"},
	{"ClusterCapacityProviders", "DefaultCapacityProviderStrategy[].Weight", "defaultCapacityProviderStrategy[].weight", "DefaultCapacityProviderStrategy[].Weight", "default_capacity_provider_strategy[].weight"},

	{"AccountSetting", "Name", "name", "", "name"},
	{"AccountSetting", "Value", "value", "", "value"},
}

// entities are the resources of the model by name.
var entities = map[string]func() Entity{
	"TaskDefinition":           func() Entity { return &TaskDefinition{} },
	"Service":                  func() Entity { return &Service{} },
	"TaskSet":                  func() Entity { return &TaskSet{} },
	"Cluster":                  func() Entity { return &Cluster{} },
	"CapacityProvider":         func() Entity { return &CapacityProvider{} },
	"ClusterCapacityProviders": func() Entity { return &ClusterCapacityProviders{} },
	"AccountSetting":           func() Entity { return &AccountSetting{} },
}

func TestDecodeSpellings(t *testing.T) {
	for _, s := range spellings {
		for spelling, path := range map[Spelling]string{Camel: s.api, Pascal: s.cfn, Snake: s.tf} {
			if path == "" {
				continue
			}
			e := entities[s.resource]()
			into(decoder{spelling: spelling}, e, of(nested(strings.Split(path, "."), leafFor(s.field, spelling))))
			if got := written(reflect.ValueOf(e).Elem(), strings.Split(s.field, ".")); got != value.Yes {
				t.Errorf("%s.%s is not read from %s", s.resource, s.field, path)
			}
		}
	}
}

// leafFor is a value of a type that the field takes.
func leafFor(field string, s Spelling) any {
	switch name := field[strings.LastIndexByte(field, '.')+1:]; name {
	case "RequiresCompatibilities", "Subnets", "SecurityGroups", "CapacityProviders", "Links", "Command",
		"AddCapabilities", "DropCapabilities", "DnsServers", "DnsSearchDomains", "DockerSecurityOptions":
		return list{"x"}
	case "IgnoredExitCodes":
		return list{1}
	case "Tags":
		if s == Snake {
			return object{"team": "web"}
		}
		return list{object{"Key": "team", "Value": "web"}}
	case "AssignPublicIp", "FipsEnabled", "InstanceMetadataTagsPropagation", "Privileged", "UseLocalStorage", "ConfiguredAtLaunch", "Autoprovision", "Enabled", "ReadOnly",
		"DisableNetworking", "CircuitBreaker", "EnableECSManagedTags":
		return true
	case "Base", "Weight", "ScaleInAfter", "SizeInGiB", "StorageSizeGiB", "TransitEncryptionPort", "Cpu", "Memory", "MemoryReservation",
		"Interval", "Timeout", "Retries", "StartPeriod", "RestartAttemptPeriod",
		"ContainerPort", "HostPort", "SharedMemorySize", "MaxSwap", "Swappiness", "StartTimeout", "StopTimeout",
		"DesiredCount", "MinimumHealthyPercent", "MaximumPercent", "BakeTimeInMinutes", "HealthCheckGracePeriodSeconds", "Port",
		"TargetCapacity", "MinimumScalingStepSize", "MaximumScalingStepSize", "InstanceWarmupPeriod":
		return 1
	case "ManagedInstances", "Fsx", "S3Files", "Options":
		return object{"x": 1}
	}
	return "x"
}

// nested puts x at the end of a path.
func nested(path []string, x any) any {
	if len(path) == 0 {
		return x
	}
	inner := nested(path[1:], x)
	name, isList := strings.CutSuffix(path[0], "[]")
	if isList {
		inner = list{inner}
	}
	return object{name: inner}
}

// written asks whether the field at the end of a path of Go names is set.
func written(v reflect.Value, path []string) value.Truth {
	if len(path) == 0 {
		switch x := v.Addr().Interface().(type) {
		case interface{ Set() value.Truth }:
			return x.Set()
		case *Strings:
			return x.Empty().Not()
		case *OneOrMany:
			return x.Empty().Not()
		case *Tags:
			return x.Any()
		case interface{ Exists() value.Truth }:
			return x.Exists()
		}
		return value.No
	}
	name, isList := strings.CutSuffix(path[0], "[]")
	v = v.FieldByName(name)
	if isList {
		if v = v.FieldByName("Items"); v.Len() != 1 {
			return value.No
		}
		v = v.Index(0).Elem()
	}
	return written(v, path[1:])
}

// TestSpellingsComplete finds a setting of the model that no test reads.
func TestSpellingsComplete(t *testing.T) {
	for name, create := range entities {
		for _, path := range settings(reflect.TypeOf(create()).Elem()) {
			known := false
			for _, s := range spellings {
				known = known || s.resource == name && s.field == path
			}
			if !known {
				t.Errorf("%s.%s is in no row of the table", name, path)
			}
		}
	}
}

// settings lists the paths of all settings of a type.
func settings(typ reflect.Type) []string {
	var out []string
	for _, f := range plan(typ, Camel) {
		f := typ.Field(f.index)
		switch reflect.New(f.Type).Interface().(type) {
		case *value.StringSetting, *value.BoolSetting, *value.IntSetting, *Strings, *OneOrMany, *Tags:
			out = append(out, f.Name)
			continue
		}
		inner, name := f.Type, f.Name
		if items, ok := inner.FieldByName("Items"); ok {
			inner, name = items.Type.Elem().Elem(), name+"[]"
		}
		below := settings(inner)
		if len(below) == 0 {
			out = append(out, name)
		}
		for _, path := range below {
			out = append(out, name+"."+path)
		}
	}
	slices.Sort(out)
	return out
}

// newer are members that AWS added to CloudFormation after goformation's structs
// were generated, in April 2024.
var newer = []string{
	"CapacityProvider.ClusterName", "CapacityProvider.ManagedInstancesProvider", "Cluster.ManagedStorageConfiguration",
	"Service.AccessLogConfiguration", "Service.AvailabilityZoneRebalancing", "Service.BakeTimeInMinutes",
	"Service.CanaryConfiguration", "Service.LinearConfiguration", "Service.Strategy", "Service.VpcLatticeConfigurations",
	"TaskSet.CapacityProviderStrategy",
	"TaskDefinition.RestartPolicy", "TaskDefinition.S3FilesVolumeConfiguration",
}

// TestCloudFormationNames compares the table with a source that is not ours.
func TestCloudFormationNames(t *testing.T) {
	oracle := map[string]reflect.Type{
		"TaskDefinition":           reflect.TypeFor[ecs.TaskDefinition](),
		"Service":                  reflect.TypeFor[ecs.Service](),
		"TaskSet":                  reflect.TypeFor[ecs.TaskSet](),
		"Cluster":                  reflect.TypeFor[ecs.Cluster](),
		"CapacityProvider":         reflect.TypeFor[ecs.CapacityProvider](),
		"ClusterCapacityProviders": reflect.TypeFor[ecs.ClusterCapacityProviderAssociations](),
	}
	for _, s := range spellings {
		typ := oracle[s.resource]
		if typ == nil || s.cfn == "" {
			continue
		}
		for name := range strings.SplitSeq(s.cfn, ".") {
			name, isList := strings.CutSuffix(name, "[]")
			if slices.Contains(newer, s.resource+"."+name) {
				break
			}
			member, ok := memberOf(typ, name)
			if !ok {
				t.Errorf("%s: CloudFormation has no %q in %s", s.cfn, name, typ)
				break
			}
			typ = member
			if isList && typ.Kind() != reflect.Slice {
				t.Errorf("%s: in CloudFormation %q is a %s, not a list", s.cfn, name, typ)
			}
			for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
				typ = typ.Elem()
			}
		}
	}
}

// memberOf gives the type of a member by its name in JSON.
func memberOf(typ reflect.Type, name string) (reflect.Type, bool) {
	if typ.Kind() != reflect.Struct {
		return nil, false
	}
	for f := range typ.Fields() {
		tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if tag == name {
			member := f.Type
			for member.Kind() == reflect.Pointer {
				member = member.Elem()
			}
			return member, true
		}
	}
	return nil, false
}
