package managedinstances

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var noManagedStorageKey = &rules.Rule{
	ID:       "MI.7",
	Slug:     "no-managed-storage-key",
	Severity: rules.Low,
	Title:    "Cluster with managed instances has no key of its own for storage",
	Why: "Volumes that ECS makes for the tasks of a cluster are encrypted by a key of AWS unless the cluster names " +
		"another one. Who may use a customer managed key, and until when, is yours to say, and every use is logged.",
	Fix: "Set `kmsKeyId` in the cluster's `configuration.managedStorageConfiguration`.",
	Notes: "Looked at are capacity providers that configure storage, with the cluster that they belong to. A default " +
		"key of the account for EBS in the same code will do. Which key encrypts the data volume of the instance " +
		"itself no setting of the provider says.",
	Docs: []rules.Link{security, {
		Title: "API reference: ManagedStorageConfiguration",
		URL:   "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedStorageConfiguration.html",
	}},
	Check: onProviders(func(p *rules.Pass, c *model.CapacityProvider, l *model.InstanceLaunch) {
		if !p.Scope(l.StorageSizeGiB.Set(), l.StorageSizeGiB) {
			return
		}
		clusters, sure := p.Model.ClustersOf(c.Cluster)
		if sure != value.Yes {
			p.When(value.Maybe, c.Cluster, "which cluster capacity provider %s belongs to is not known", c)
			return
		}
		for _, cluster := range clusters {
			named := cluster.KmsKeyId.Given().Or(accountKey(p.Model))
			p.When(named.Not(), cluster.KmsKeyId, "cluster %s of capacity provider %s has no key for the storage that ECS manages", cluster, c)
		}
	}),
}

// accountKey asks whether the code sets a default key for the volumes of the
// account.
func accountKey(m *model.Model) value.Truth {
	out := value.No
	for k := range model.All[*model.EbsDefaultKmsKey](m) {
		out = out.Or(k.KeyArn.Given())
	}
	return out
}
