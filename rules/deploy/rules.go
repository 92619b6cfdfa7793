// Package deploy holds rules about what Amazon ECS refuses, or takes and can
// never run: everything that people otherwise learn from a failed deployment,
// one error at a time.
//
// # Strength
//
// The severity says how sure the refusal is. High: the live API's error is on
// record, or AWS documents a value as required, as excluded by another one or as
// limited. Medium: AWS calls it unsupported, which may mean ignored, or only
// other tools refuse it. Low: a note, or a trap. Each rule's Notes name the
// source. A value that is newer than a table of this package is never more than
// a note (DEPLOY.201 and DEPLOY.202).
//
// # Numbers
//
// DEPLOY.n is about fact n of the list of conditions that ECS refuses, which
// goes by subject: 1 to 27 task definitions, 30 to 38 CPU and memory, 40 to 54
// networks and ports, 60 to 76 Fargate, 80 to 95 drivers, volumes and other
// compute, 100 to 130 services, 140 to 147 clusters. Where one fact is several
// rules, as its parts differ in nature or strength, the others have numbers from
// 200:
//
//   - DEPLOY.200 containers are no list, DEPLOY.201 value not in a table
//     15  also DEPLOY.203 and DEPLOY.205: other things that need a platform version
//     16  also DEPLOY.204: links in a circle
//     25  also DEPLOY.207: volumesFrom
//     26  also DEPLOY.208: several volumes configured at launch, DEPLOY.209: names
//     27  also DEPLOY.210: routers and their users
//     31  also DEPLOY.202: sizes that are not in the table
//     36  also DEPLOY.211: limits that add up to more than the task's
//     37  also DEPLOY.212: amounts that cannot be read
//     48  also DEPLOY.235: container ports of network mode awsvpc
//     50  also DEPLOY.230: names that several ports have
//     53, 65, 68 and 71  also DEPLOY.231: what needs a platform version
//     91  also DEPLOY.232: drivers on Windows
//     93  also DEPLOY.233: timeouts, DEPLOY.234: execution roles
//     100  also DEPLOY.279: names of clusters
//     103  also DEPLOY.260: weights, DEPLOY.261: Fargate beside other compute,
//     DEPLOY.277: capacity providers that the cluster does not have
//     107  also DEPLOY.262: networks outside of network mode awsvpc
//     112  also DEPLOY.263: classic load balancers, DEPLOY.264: none for CodeDeploy
//     115  also DEPLOY.265: desired counts of daemons
//     119  also DEPLOY.266: rounding, DEPLOY.272: rebalancing across zones,
//     DEPLOY.273: the range of the percentages
//     125  also DEPLOY.267: namespaces
//     128  also DEPLOY.269: volumes that are left open, DEPLOY.270: volumes in EBS
//     129  also DEPLOY.271: the range of the grace period
//     141  also DEPLOY.274: clusters of Auto Scaling groups
//     143  also DEPLOY.275: the Auto Scaling group's own protection
//     146  also DEPLOY.278: the log of ECS Exec
//     147  also DEPLOY.276: associations of capacity providers
//
// Traps of operation, which ECS takes, are from 300 on, and in the profile
// "operations" alone, as is DEPLOY.123.
//
// Not checked are dependsOn under a blue/green deployment that CloudFormation
// drives (a part of 15), and an empty list of tags (a part of 24), which tools
// that deploy task definition files leave out; nor are kernel parameters that
// containers of one network share (a part of 53), tmpfs on Fargate (a part of 68),
// which has it since January 2026, autoprovision of volumes that are not shared (a
// part of 91), and users and Docker volumes on Windows (a part of 92), about which
// AWS's pages disagree. Of services, a missing desired count (105) is not checked,
// which every format or the tool that deploys a file makes good, nor whether
// subnets are in one VPC (a part of 108). That no task definition in the code has
// the name that a service gives (130) leaves the service undecided.
//
// # What cfn-lint checks
//
// cfn-lint's rules for ECS, which look at CloudFormation alone, have these
// counterparts: E3042 is DEPLOY.9, E3044 DEPLOY.115, E3046 DEPLOY.82, E3047
// DEPLOY.31, E3048 DEPLOY.30, DEPLOY.40, DEPLOY.67 and DEPLOY.69, E3049 DEPLOY.114,
// E3052 DEPLOY.107, E3053 DEPLOY.41, E3054 DEPLOY.106, and E3713 DEPLOY.69.
package deploy

import "github.com/ecslint/ecslint/rules"

// Rules lists the module's rules, in the order of the documentation.
var Rules = []*rules.Rule{
	invalidFamily,
	noContainers,
	unnamedContainer,
	invalidContainerName,
	containerWithoutImage,
	invalidImageReference,
	duplicateContainerName,
	tooManyContainers,
	noEssentialContainer,
	invalidDependencyCondition,
	unknownDependency,
	essentialDependencyCompletes,
	healthyWithoutHealthCheck,
	dependencyCycle,
	orderingOnOldPlatform,
	linksOutsideBridge,
	invalidHealthCheckCommand,
	healthCheckOutOfRange,
	invalidRestartPolicy,
	invalidEnvironmentFile,
	variableSetTwice,
	secretsWithoutExecutionRole,
	invalidPlacementConstraint,
	invalidTags,
	unknownMountSource,
	conflictingVolumeKinds,
	invalidFirelens,
	fargateWithoutSize,
	invalidFargateSize,
	noContainerMemory,
	memoryBelowReservation,
	containerMemoryTooSmall,
	containersExceedTaskCPU,
	containersExceedTaskMemory,
	taskCPUOutOfRange,
	windowsTaskSize,
	fargateOutsideAwsvpc,
	hostPortDiffersInAwsvpc,
	hostPortDiffersOnHost,
	portsWithoutNetwork,
	invalidContainerPort,
	portOfTwoProtocols,
	invalidPortProtocol,
	reservedHostPort,
	hostPortUsedTwice,
	invalidPortRange,
	invalidPortName,
	invalidAppProtocol,
	hostNamesInAwsvpc,
	unsupportedSystemControl,
	windowsNetworkMode,
	logsWithoutExecutionRole,
	privateImageWithoutExecutionRole,
	privilegedOnFargate,
	dockerVolumeOnFargate,
	hostPathOnFargate,
	hostPidModeOnFargate,
	ipcModeOnFargate,
	unsupportedOnFargate,
	linuxParametersOnFargate,
	logDriverOnFargate,
	remoteFirelensFileOnFargate,
	ephemeralStorageOutOfRange,
	ephemeralStorageOutsideFargate,
	timeoutOutOfRange,
	windowsVersionOnFargate,
	unsupportedOnWindowsFargate,
	efsOnOldPlatform,
	invalidLogDriver,
	logDriverOnManagedInstances,
	incompleteAwslogs,
	awslogsWithoutStreamPrefix,
	twoMultilinePatterns,
	incompleteSplunk,
	invalidLogMode,
	efsAccessWithoutEncryption,
	accessPointWithDirectory,
	fixedTransitPort,
	volumeWithoutTaskRole,
	invalidVolumeScope,
	unsupportedWindowsParameter,
	unsupportedOnManagedInstances,
	invalidProxy,
	invalidCPUArchitecture,
	invalidServiceName,
	launchTypeWithStrategy,
	managedInstancesLaunchType,
	invalidCapacityStrategy,
	serviceWithoutTaskDefinition,
	fargateNotRequired,
	awsvpcWithoutNetwork,
	tooManySubnets,
	platformVersionOutsideFargate,
	unknownLoadBalancedContainer,
	unmappedLoadBalancedPort,
	ambiguousLoadBalancer,
	targetGroupOfInstances,
	fixedHealthCheckPort,
	unsupportedDaemon,
	placementOnFargate,
	tooManyPlacementRules,
	unusableServiceRole,
	deploymentWithoutRoom,
	percentagesWithController,
	circuitBreakerWithController,
	invalidDeploymentStrategy,
	managedTagsWithoutPropagation,
	unknownServiceConnectPort,
	invalidServiceConnect,
	serviceConnectOnHost,
	invalidServiceRegistry,
	unknownLaunchVolume,
	gracePeriodWithoutLoadBalancer,
	ambiguousCapacityProvider,
	managedInstancesWithoutCluster,
	invalidCapacityProviderName,
	terminationProtectionWithoutScaling,
	managedScalingOutOfRange,
	invalidManagedInstances,
	invalidClusterSetting,
	unlistedDefaultProvider,

	unlistedContainers,
	valueNotInTable,
	fargateSizeNotInTable,
	largeTaskOnOldPlatform,
	linkCycle,
	environmentFilesOnOldPlatform,
	unknownVolumesFrom,
	severalLaunchVolumes,
	invalidVolumeName,
	unpairedFirelens,
	memoryLimitsExceedTask,
	unreadableTaskSize,
	duplicatePortName,
	featureOnOldPlatform,
	windowsVolumeDriver,
	timeoutOnManagedInstances,
	managedInstancesWithoutExecutionRole,
	containerPortUsedTwice,
	capacityStrategyWithoutWeight,
	mixedCapacityStrategy,
	networkOutsideAwsvpc,
	classicLoadBalancerInAwsvpc,
	codeDeployWithoutLoadBalancer,
	daemonWithDesiredCount,
	deploymentRoundsToNothing,
	serviceConnectWithoutNamespace,
	unconfiguredLaunchVolume,
	incompleteEBSVolume,
	gracePeriodOutOfRange,
	unsupportedZoneRebalancing,
	minimumPercentOutOfRange,
	clusterOfAutoScalingGroup,
	unprotectedAutoScalingGroup,
	unassociatedDefaultProvider,
	unassociatedServiceProvider,
	invalidExecLogging,
	invalidClusterName,

	floatingImage,
	loadBalancedWithoutHealthCheck,
	blockingLogDriver,
	singleSubnet,
	singleTaskStoppedFirst,
	unlimitedContainerMemory,
	noCircuitBreaker,
}
