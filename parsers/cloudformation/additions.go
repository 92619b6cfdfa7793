package cloudformation

import "sync"

// additions are the properties that AWS has added to its types since goformation
// was generated, in April 2024, by the path of the object that has them. They are
// those of the CloudFormation resource specification, as @aws-cdk/aws-service-spec
// 0.1.216 has it, read in November 2026. A test tells which goformation has
// learned: these go from here.
//
// Types that the model does not have are not here, nor what is in a range (Max and
// Min).
var additions = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		"CapacityProvider": {"ClusterName", "ManagedInstancesProvider"},
		"CapacityProvider.ManagedInstancesProvider": {
			"AutoRepairConfiguration", "InfrastructureOptimization", "InfrastructureRoleArn", "InstanceLaunchTemplate",
			"PropagateTags",
		},
		"CapacityProvider.ManagedInstancesProvider.AutoRepairConfiguration":    {"ActionsStatus"},
		"CapacityProvider.ManagedInstancesProvider.InfrastructureOptimization": {"ScaleInAfter"},
		"CapacityProvider.ManagedInstancesProvider.InstanceLaunchTemplate": {
			"CapacityOptionType", "CapacityReservations", "Ec2InstanceProfileArn", "FipsEnabled",
			"InstanceMetadataTagsPropagation", "InstanceRequirements", "LocalStorageConfiguration", "Monitoring",
			"NetworkConfiguration", "StorageConfiguration",
		},
		"CapacityProvider.ManagedInstancesProvider.InstanceLaunchTemplate.CapacityReservations": {
			"ReservationGroupArn", "ReservationPreference",
		},
		"CapacityProvider.ManagedInstancesProvider.InstanceLaunchTemplate.InstanceRequirements": {
			"AcceleratorCount", "AcceleratorManufacturers", "AcceleratorNames", "AcceleratorTotalMemoryMiB",
			"AcceleratorTypes", "AllowedInstanceTypes", "BareMetal", "BaselineEbsBandwidthMbps", "BurstablePerformance",
			"CpuManufacturers", "ExcludedInstanceTypes", "InstanceGenerations", "LocalStorage", "LocalStorageTypes",
			"MaxSpotPriceAsPercentageOfOptimalOnDemandPrice", "MemoryGiBPerVCpu", "MemoryMiB", "NetworkBandwidthGbps",
			"NetworkInterfaceCount", "OnDemandMaxPricePercentageOverLowestPrice", "RequireHibernateSupport",
			"SpotMaxPricePercentageOverLowestPrice", "TotalLocalStorageGB", "VCpuCount",
		},
		"CapacityProvider.ManagedInstancesProvider.InstanceLaunchTemplate.LocalStorageConfiguration": {"UseLocalStorage"},
		"CapacityProvider.ManagedInstancesProvider.InstanceLaunchTemplate.NetworkConfiguration":      {"SecurityGroups", "Subnets"},
		"CapacityProvider.ManagedInstancesProvider.InstanceLaunchTemplate.StorageConfiguration":      {"StorageSizeGiB"},
		"Cluster.Configuration":                             {"ManagedStorageConfiguration"},
		"Cluster.Configuration.ManagedStorageConfiguration": {"FargateEphemeralStorageKmsKeyId", "KmsKeyId"},
		"Service": {"AvailabilityZoneRebalancing", "ForceNewDeployment", "Monitoring", "VpcLatticeConfigurations"},
		"Service.DeploymentConfiguration": {
			"BakeTimeInMinutes", "CanaryConfiguration", "EarlySuccessCriteria", "LifecycleHooks", "LinearConfiguration",
			"Strategy",
		},
		"Service.DeploymentConfiguration.CanaryConfiguration":                             {"CanaryBakeTimeInMinutes", "CanaryPercent"},
		"Service.DeploymentConfiguration.DeploymentCircuitBreaker":                        {"ResetOnHealthyTask", "ThresholdConfiguration"},
		"Service.DeploymentConfiguration.DeploymentCircuitBreaker.ThresholdConfiguration": {"Type", "Value"},
		"Service.DeploymentConfiguration.EarlySuccessCriteria":                            {"Enable", "HealthyPercent", "SourceServiceRevisionCleanup"},
		"Service.DeploymentConfiguration.LifecycleHooks": {
			"HookDetails", "HookTargetArn", "LifecycleStages", "RoleArn", "TargetType", "TimeoutConfiguration",
		},
		"Service.DeploymentConfiguration.LifecycleHooks.TimeoutConfiguration": {"Action", "TimeoutInMinutes"},
		"Service.DeploymentConfiguration.LinearConfiguration":                 {"StepBakeTimeInMinutes", "StepPercent"},
		"Service.ForceNewDeployment":                                          {"EnableForceNewDeployment", "ForceNewDeploymentNonce"},
		"Service.LoadBalancers":                                               {"AdvancedConfiguration"},
		"Service.LoadBalancers.AdvancedConfiguration": {
			"AlternateTargetGroupArn", "ProductionListenerRule", "RoleArn", "TestListenerRule",
		},
		"Service.Monitoring":                                                                       {"MetricConfigurations"},
		"Service.Monitoring.MetricConfigurations":                                                  {"MetricNames", "ResolutionSeconds"},
		"Service.ServiceConnectConfiguration":                                                      {"AccessLogConfiguration"},
		"Service.ServiceConnectConfiguration.AccessLogConfiguration":                               {"Format", "IncludeQueryParameters"},
		"Service.ServiceConnectConfiguration.Services.ClientAliases":                               {"TestTrafficRules"},
		"Service.ServiceConnectConfiguration.Services.ClientAliases.TestTrafficRules":              {"Header"},
		"Service.ServiceConnectConfiguration.Services.ClientAliases.TestTrafficRules.Header":       {"Name", "Value"},
		"Service.ServiceConnectConfiguration.Services.ClientAliases.TestTrafficRules.Header.Value": {"Exact"},
		"Service.VolumeConfigurations.ManagedEBSVolume":                                            {"VolumeInitializationRate"},
		"Service.VpcLatticeConfigurations":                                                         {"PortName", "RoleArn", "TargetGroupArn"},
		"TaskDefinition":                                                                           {"EnableFaultInjection"},
		"TaskDefinition.ContainerDefinitions":                                                      {"RestartPolicy", "VersionConsistency"},
		"TaskDefinition.ContainerDefinitions.RestartPolicy":                                        {"Enabled", "IgnoredExitCodes", "RestartAttemptPeriod"},
		"TaskDefinition.Volumes":                                                                   {"S3FilesVolumeConfiguration"},
		"TaskDefinition.Volumes.S3FilesVolumeConfiguration": {
			"AccessPointArn", "FileSystemArn", "RootDirectory", "TransitEncryptionPort",
		},
		"TaskSet":                          {"CapacityProviderStrategy"},
		"TaskSet.CapacityProviderStrategy": {"Base", "CapacityProvider", "Weight"},
	}
})
