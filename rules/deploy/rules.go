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
//
// Not checked are dependsOn under a blue/green deployment that CloudFormation
// drives (a part of 15), and an empty list of tags (a part of 24), which tools
// that deploy task definition files leave out.
//
// # What cfn-lint checks
//
// cfn-lint's rules for ECS, which look at CloudFormation alone, have these
// counterparts: E3042 is DEPLOY.9, E3047 is DEPLOY.31, and of E3048 DEPLOY.30 is a
// part.
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
}
