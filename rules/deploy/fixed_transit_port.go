package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

var fixedTransitPort = &rules.Rule{
	ID:       "DEPLOY.89",
	Slug:     "fixed-transit-port",
	Severity: rules.Low,
	Title:    "Port for encryption in transit is fixed",
	Why: "Without encryption in transit the port means nothing. With it, several volumes on one port keep each " +
		"other from being mounted.",
	Fix:   "Delete `transitEncryptionPort`: the mount helper picks a free one.",
	Notes: "That two volumes of one port get into each other's way was reported for newer agents.",
	Docs:  []rules.Link{apiPage("EFSVolumeConfiguration")},
	Check: rules.On(func(p *rules.Pass, t *model.TaskDefinition) {
		if !p.Scope(t.Volumes.Any((*model.Volume).OnEfs), &t.Volumes) {
			return
		}
		for v := range rules.Each(p, &t.Volumes) {
			number := v.Efs.TransitEncryptionPort
			fixed := number.Satisfies(func(n int) bool { return n != 0 })
			p.When(fixed.And(withEncryption(v).Not()), number, "volume %s has a port for encryption in transit, which is off", v)
			twice := t.Volumes.Any(func(w *model.Volume) value.Truth {
				return value.True(w != v).And(w.Efs.TransitEncryptionPort.Equals(number))
			})
			p.When(fixed.And(withEncryption(v)).And(twice), number, "volume %s uses port %s for encryption in transit, as another volume does", v, number)
		}
	}),
}
