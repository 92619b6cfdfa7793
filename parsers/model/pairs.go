package model

import (
	"cmp"

	"github.com/ecslint/ecslint/parsers/value"
)

// AclOf gives what puts a web ACL in front of a stage of a REST API: its existence
// is that of the ACL.
func (m *Model) AclOf(s *Stage) *Attached[*WebAclAssociation] {
	return attached(m, s, "ResourceArn", func(a *WebAclAssociation) value.StringSetting { return a.ResourceArn })
}

// LogDeliveriesOf gives the deliveries of a distribution's logs through CloudWatch,
// which the control for access logs does not count.
func (m *Model) LogDeliveriesOf(d *Distribution) *Attached[*LogDeliverySource] {
	return attached(m, d, "ResourceArn", func(l *LogDeliverySource) value.StringSetting { return l.ResourceArn })
}

// MembersOf gives the instances of a cluster of RDS. Where count or for_each is
// unknown, one that may exist stands for all.
func (m *Model) MembersOf(c *DBCluster) *Attached[*DBInstance] {
	return attached(m, c, "ClusterIdentifier", func(i *DBInstance) value.StringSetting { return i.ClusterIdentifier })
}

// PublicAccessBlockOf gives the block that shuts a bucket off from the public: its
// own, or one in a resource of its own. Its existence and settings are known as
// far as it is known which of them apply; where there is none, it is absent, at the
// place of the bucket.
func (m *Model) PublicAccessBlockOf(b *Bucket) *PublicAccessBlock {
	if b.PublicAccessBlock.Exists() != value.No {
		return &b.PublicAccessBlock
	}
	blocks := attached(m, b, "Bucket", func(x *BucketPublicAccessBlock) value.StringSetting { return x.Bucket })
	candidates := []*value.Value{value.NewAbsent(b.Header)}
	why := ""
	for _, a := range blocks.Items {
		if a.Sure == value.Yes {
			return &a.Item.Block
		}
		why = cmp.Or(why, a.why)
		candidates = append(candidates, a.Item.Value())
	}
	if blocks.Complete != value.Yes {
		why = cmp.Or(why, blocks.Reason())
		candidates = append(candidates, value.NewUnknown(b.Header, why))
	}
	out := &PublicAccessBlock{}
	into(decoder{spelling: Snake, path: &step{name: "publicAccessBlockConfiguration"}}, out, value.NewEither(b.Header, why, candidates...))
	return out
}
