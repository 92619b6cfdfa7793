package deploy

import (
	"math"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidManagedInstances = &rules.Rule{
	ID:       "DEPLOY.145",
	Slug:     "invalid-managed-instances",
	Severity: rules.High,
	Title:    "Settings of Managed Instances are invalid",
	Why: "ECS refuses the capacity provider: a disk has at least 1 GiB, instances are removed after -1 (never) to " +
		"3600 seconds, and reservations are for instances of type `RESERVED`.",
	Fix:   "Correct the number, or set `capacityOptionType` to `RESERVED`.",
	Notes: "AWS documents it; the messages of the live API were not seen.",
	Docs:  []rules.Link{apiPage("InstanceLaunchTemplate"), apiPage("InfrastructureOptimization")},
	Check: rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
		if !p.Scope(c.ManagedInstances.Exists(), &c.ManagedInstances) {
			return
		}
		launch, after := &c.ManagedInstances.Launch, c.ManagedInstances.ScaleInAfter
		p.When(outside(launch.StorageSizeGiB, 1, math.MaxInt), launch.StorageSizeGiB, "disks of capacity provider %s have less than 1 GiB", c)
		p.When(outside(after, -1, maxScaleInAfter), after, "scaleInAfter %s of capacity provider %s is not from -1 to %d", after, c, maxScaleInAfter)
		p.When(launch.CapacityReservations.Exists().And(launch.CapacityOptionType.Is("RESERVED").Not()), &launch.CapacityReservations,
			"capacity provider %s has reservations for instances of type %s", c, launch.CapacityOptionType)
	}),
}

// maxScaleInAfter is the longest wait in seconds before idle instances are removed.
// API Reference, InfrastructureOptimization, November 2026.
const maxScaleInAfter = 3600
