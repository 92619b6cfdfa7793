package model

import (
	"cmp"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Setting gives the value of the cluster's setting of a name.
func (c *Cluster) Setting(name string) value.StringSetting {
	var alts []*value.Value
	reason := c.Settings.Reason()
	for _, s := range c.Settings.Items {
		switch s.Name.Is(name).And(s.Exists()) {
		case value.Yes:
			return s.Value
		case value.Maybe:
			alts = append(alts, s.Value.Value())
			reason = cmp.Or(reason, s.Reason())
		case value.No:
		}
	}
	if c.Settings.Complete != value.Yes {
		alts = append(alts, value.NewUnknown(c.Settings.Range(), reason))
	}
	alts = append(alts, value.NewAbsent(c.Header))
	return value.NewOf[string]("value", value.NewEither(c.Settings.Range(), reason, alts...), source.Range{}, nil)
}

// ContainerInsights gives the setting of that name of a cluster. A cluster
// without it takes the account's default, which is off unless somebody changed
// it. Where this code changes it, it is not known which of both comes first.
func (m *Model) ContainerInsights(c *Cluster) value.StringSetting {
	const name = "containerInsights"
	own := c.Setting(name)
	for a := range All[*AccountSetting](m) {
		if own.Set() == value.Yes || a.Name.Is(name) == value.No || a.Value.Is("disabled") == value.Yes {
			continue
		}
		inherited := value.NewUnknown(c.Header, a.Address+" sets the default of the account")
		v := value.NewEither(own.Range(), inherited.Reason(), own.Value().Present(), inherited)
		if own.Set() == value.No {
			v = inherited
		}
		return value.NewOf[string](own.Name(), v, own.Key(), nil)
	}
	return own
}
