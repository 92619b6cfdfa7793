// Package exposure holds rules about how services and their instances are exposed:
// what they may do in the account, and who can reach them.
//
// The facts are the traits of the Security Hub User Guide's pages "Remediating
// exposures for EC2 instances" and "Remediating exposures for Amazon ECS services",
// of the editions of 2025 and of November 2026. Security Hub gives traits neither
// IDs nor severities: the severity is that of the nearest control.
//
// The rules look from the resource that is exposed: the service, the task
// definition, the instance, the Auto Scaling group and the capacity provider.
// Traits that coincide with a control of Security Hub have the control's ID, in
// package securityhub: IMDSv1 (EC2.8, EC2.170, AutoScaling.3), public addresses
// (EC2.9, EC2.25, AutoScaling.5, ECS.2, ECS.16), network ACLs (EC2.21), the host's
// process namespace (ECS.3) and network (ECS.17), and credentials in plain text
// (ECS.8).
//
// Cannot be decided from code: vulnerable, outdated and malicious software, paths
// through peerings and VPNs, and what permission boundaries and organisations take
// away from a role. Whether a whole network can reach a resource, which AWS dropped
// from its list, is not looked at.
package exposure

import "github.com/ecslint/ecslint/rules"

// Rules lists the module's rules, in the order of the documentation.
var Rules = []*rules.Rule{
	administratorRole,
	serviceAdministratorRole,
	openSecurityGroup,
	remoteAccessFromAnywhere,
	reachableFromInternet,
}

// docs are the pages that the traits come from.
var docs = []rules.Link{
	{
		Title: "Remediating exposures for EC2 instances",
		URL:   "https://docs.aws.amazon.com/securityhub/latest/userguide/exposure-ec2-instance.html",
	},
	{
		Title: "Remediating exposures for Amazon ECS services",
		URL:   "https://docs.aws.amazon.com/securityhub/latest/userguide/exposure-ecs-service.html",
	},
}
