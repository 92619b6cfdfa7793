// Package managedinstances holds rules about Amazon ECS Managed Instances:
// instances that ECS launches, patches and replaces in the account of the user.
//
// The facts are those of the Amazon ECS Developer Guide's page "Security
// considerations for Amazon ECS Managed Instances" (editions of 2025 and of
// November 2026), of the pages that it refers to, and of the API and the
// CloudFormation reference. The severity of a rule is low where it informs.
//
// # What other rules show
//
// The observation of the cluster is ECS.12's, on every kind of compute. What tasks on managed instances cannot have is DEPLOY's.
// Administrators' roles, open security groups and public addresses are EXPOSURE's.
//
// # What cannot be decided from code
//
//   - That AWS patches the instances, that nobody can log in to them, that their root
//     file system is read-only and SELinux is on: the platform guarantees it.
//   - The mode of one task for each instance, and the switch of a capacity provider
//     for privileged Linux capabilities: the API, CloudFormation and Terraform had no
//     property for either in November 2026.
//   - Whether tasks outside services end before their instance does, after 14 days:
//     how long they run is up to their program.
//   - Whether an event window says when instances may be replaced: it is associated
//     by tags, from any stack, and CloudFormation has no type for it.
//   - By which key the data volume of an instance is encrypted: the instance launch
//     template has no member for it, and the defaults for EBS are the account's.
//   - Compliance programmes.
package managedinstances

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

// Rules lists the module's rules, in the order of the documentation.
var Rules = []*rules.Rule{
	dangerousCapability,
	broadInstanceRole,
	publicInstanceSubnet,
	shortStopTimeout,
	interruptedByReplacement,
	sharedInstance,
	noManagedStorageKey,
	noDetailedMonitoring,
	tagsInInstanceMetadata,
	managedInstancesWithoutFips,
	privilegedManagedContainer,
}

// guide is a page of the Amazon ECS Developer Guide.
func guide(title, page string) rules.Link {
	return rules.Link{Title: title, URL: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/" + page + ".html"}
}

// security is the page that most of the rules come from.
var security = guide("Security considerations for Amazon ECS Managed Instances", "managed-instances-security")

// onProviders gives a check that calls f for each capacity provider whose instances
// ECS manages.
func onProviders(f func(p *rules.Pass, c *model.CapacityProvider, l *model.InstanceLaunch)) rules.Check {
	return rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
		if p.Scope(c.ManagedInstances.Exists(), &c.ManagedInstances) {
			f(p, c, &c.ManagedInstances.Launch)
		}
	})
}

// onTasks gives a check that calls f for each task definition that runs on managed
// instances.
func onTasks(f func(p *rules.Pass, t *model.TaskDefinition)) rules.Check {
	return rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if p.Scope(p.Model.RunsOn(t, model.ManagedInstances), &t.RequiresCompatibilities) {
			f(p, t)
		}
	})
}

// onServices gives a check that calls f for each service that runs on managed
// instances.
func onServices(f func(p *rules.Pass, s *model.Service)) rules.Check {
	return rules.On(func(p *rules.Pass, s *model.Service) {
		if p.Scope(p.Model.ServiceRunsOn(s, model.ManagedInstances), &s.CapacityProviderStrategy) {
			f(p, s)
		}
	})
}
