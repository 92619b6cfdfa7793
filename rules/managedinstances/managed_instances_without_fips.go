package managedinstances

import (
	"cmp"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var managedInstancesWithoutFips = &rules.Rule{
	ID:       "MI.10",
	Slug:     "managed-instances-without-fips",
	Severity: rules.Medium,
	Title:    "Managed instances do not run in FIPS mode",
	Why: "Only instances in FIPS mode encrypt with validated modules. It is on by default in the Regions of AWS " +
		"GovCloud (US), and off in all others, where there are no images for it.",
	Fix: "Deploy to AWS GovCloud (US), and delete `fipsEnabled` or set it to `true`. The change replaces the capacity provider.",
	Notes: "Without `fipsEnabled` the Region decides, which a template does not say: that cannot be told then. " +
		"`true` in a Region that is known to be no part of GovCloud is reported too.",
	Profile: "fips",
	Docs: []rules.Link{security, {
		Title: "API reference: InstanceLaunchTemplate",
		URL:   "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InstanceLaunchTemplate.html",
	}},
	Check: onProviders(func(p *rules.Pass, c *model.CapacityProvider, l *model.InstanceLaunch) {
		fips, region := l.FipsEnabled, c.Region
		gov := region.StartsWith("us-gov-")
		if region.Set() == value.No {
			gov = value.Maybe
		}
		off := fips.Is(false).Or(fips.Set().Not().And(gov.Not()))
		p.When(off, byRegion{fips}, "instances of capacity provider %s do not run in FIPS mode", c)
		elsewhere := region.Set().And(gov.Not()).And(value.True(region.Reason() == ""))
		p.When(fips.Is(true).And(elsewhere), fips, "capacity provider %s asks for FIPS mode in Region %s, which has no image for it", c, region)
	}),
}

// byRegion is the place of a setting for which the Region may decide.
type byRegion struct{ value.BoolSetting }

// Reason says why it is not known what the instances do.
func (b byRegion) Reason() string {
	return cmp.Or(b.BoolSetting.Reason(), "the Region, which decides without the setting, is unknown")
}
