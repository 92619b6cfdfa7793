// Package securityhub holds the controls of AWS Security Hub for Amazon ECS and
// for what stands around it.
//
// Facts come from the Security Hub User Guide, "Security Hub CSPM controls for
// Amazon ECS" and the like for the other services, and the pages of the AWS Config
// rules behind the controls, as of November 2026. Where AWS leaves a point open,
// the reading is the one that raises no false alarm, and the rule's Notes say so.
package securityhub

import (
	"strings"

	"github.com/ecslint/ecslint/rules"
)

// Rules lists the module's rules, in the order of the documentation: those for ECS
// first, then its neighbours.
var Rules = []*rules.Rule{
	hostModeRootUser,
	publicIP,
	hostPidMode,
	privilegedContainer,
	writableRootFilesystem,
	credentialsInEnvironment,
	noLogDriver,
	oldPlatformVersion,
	noContainerInsights,
	untaggedService,
	untaggedCluster,
	untaggedTaskDefinition,
	taskSetPublicIP,
	hostNetworkMode,
	efsUnencryptedInTransit,
	noTerminationProtection,
	rootUser,
	windowsAdministrator,

	stageWithoutWebACL,
	launchConfigurationMetadataWithoutToken,
	launchConfigurationWithPublicIP,
	distributionWithoutAccessLogs,
	distributionWithoutWebACL,
	instanceMetadataWithoutToken,
	instanceWithPublicIP,
	openSSHPort,
	openRDPPort,
	severalNetworkInterfaces,
	openUnauthorizedPort,
	openHighRiskPort,
	networkACLOpensAdministration,
	launchTemplateWithPublicIP,
	launchTemplateMetadataWithoutToken,
	noElasticsearchErrorLogs,
	fullAdministrationPolicy,
	serviceWildcardPolicy,
	databaseInOneZone,
	publicAccessNotBlocked,
}

// control is the page of a Security Hub control. Each service has one page.
func control(id string) rules.Link {
	service, number, _ := strings.Cut(strings.ToLower(id), ".")
	return rules.Link{
		Title: "Security Hub control " + id,
		URL:   "https://docs.aws.amazon.com/securityhub/latest/userguide/" + service + "-controls.html#" + service + "-" + number,
	}
}

// configRule is the page of an AWS Config managed rule.
func configRule(name string) rules.Link {
	return rules.Link{
		Title: "AWS Config rule " + name,
		URL:   "https://docs.aws.amazon.com/config/latest/developerguide/" + name + ".html",
	}
}

// nist gives requirements of NIST SP 800-53 Revision 5 as Security Hub names them.
func nist(numbers ...string) []string { return prefixed("NIST.800-53.r5 ", numbers) }

// pci3 gives requirements of PCI DSS v3.2.1.
func pci3(numbers ...string) []string { return prefixed("PCI DSS v3.2.1/", numbers) }

// pci4 gives requirements of PCI DSS v4.0.1.
func pci4(numbers ...string) []string { return prefixed("PCI DSS v4.0.1/", numbers) }

// controlTower gives proactive controls of AWS Control Tower that look for the
// same.
func controlTower(controls ...string) []string { return controls }

func prefixed(prefix string, numbers []string) []string {
	out := make([]string, len(numbers))
	for i, n := range numbers {
		out[i] = prefix + n
	}
	return out
}
