package model

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// Stage is a deployed version of a REST API. Which web ACL is in front of it is
// [Model.AclOf]'s. API: CreateStage.
type Stage struct {
	Resource
	StageName value.StringSetting
	RestApiId value.StringSetting
}

// Kind is "stage".
func (*Stage) Kind() string { return "stage" }

// String names the stage in messages.
func (s *Stage) String() string { return label(s.StageName, s.Address) }

// called asks whether v is the ARN of the stage,
// arn:aws:apigateway:REGION::/restapis/API/stages/NAME.
func (s *Stage) called(v *value.Value) value.Truth {
	text := v.Content()
	_, path, found := strings.Cut(text, "/restapis/")
	api, name, ok := strings.Cut(path, "/stages/")
	if !found || !ok {
		return partlyUnknown(v)
	}
	end := len(text) - len(name)
	return s.isApi(part(v, len(text)-len(path), len(text)-len(path)+len(api))).And(isName(s.StageName, part(v, end, len(text))))
}

// isApi asks whether v is the ID of the API that the stage belongs to.
func (s *Stage) isApi(v *value.Value) value.Truth {
	for _, l := range v.Identity() {
		for _, own := range s.RestApiId.Value().Identity() {
			if l.Address == own.Address {
				return value.Yes
			}
		}
	}
	if v.Kind() == value.String && s.RestApiId.Value().Kind() == value.String {
		return v.Equal(s.RestApiId.Value())
	}
	return value.Maybe
}

// WebAclAssociation puts a web ACL in front of a resource. API: AssociateWebACL.
type WebAclAssociation struct {
	Resource
	ResourceArn value.StringSetting
	WebAcl      value.StringSetting `cfn:"WebACLArn|WebACLId" tf:"web_acl_arn|web_acl_id"`
}

// Kind is "webAclAssociation".
func (*WebAclAssociation) Kind() string { return "webAclAssociation" }

// Distribution is a distribution of CloudFront. API: CreateDistribution.
type Distribution struct {
	Resource
	Logging  DistributionLogging `cfn:"DistributionConfig.Logging" tf:"logging_config"`
	WebAclId value.StringSetting `cfn:"DistributionConfig.WebACLId"`
}

// Kind is "distribution".
func (*Distribution) Kind() string { return "distribution" }

// String names the distribution in messages. Distributions have no names.
func (d *Distribution) String() string { return d.Address }

// DistributionLogging is the standard logging of a distribution to a bucket,
// without that through CloudWatch: see [Model.LogDeliveriesOf].
type DistributionLogging struct {
	Node
	Bucket value.StringSetting
}

// LogDeliverySource is a resource whose logs CloudWatch delivers. API:
// PutDeliverySource.
type LogDeliverySource struct {
	Resource
	Name        value.StringSetting
	ResourceArn value.StringSetting
	LogType     value.StringSetting
}

// Kind is "logDeliverySource".
func (*LogDeliverySource) Kind() string { return "logDeliverySource" }

// LogGroup is where logs are kept. API: CreateLogGroup.
type LogGroup struct {
	Resource
	Name            value.StringSetting `cfn:"LogGroupName"`
	KmsKeyId        value.StringSetting
	RetentionInDays value.IntSetting // absent or 0: for ever
}

// Kind is "logGroup".
func (*LogGroup) Kind() string { return "logGroup" }

// String names the log group in messages.
func (g *LogGroup) String() string { return label(g.Name, g.Address) }

// called knows the group's ARN too, arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*.
func (g *LogGroup) called(v *value.Value) value.Truth {
	const before = ":log-group:"
	text := v.Content()
	if i := strings.Index(text, before); i >= 0 {
		v = part(v, i+len(before), len(strings.TrimSuffix(text, ":*")))
	}
	if g.Name.Set() == value.No {
		return partlyUnknown(v)
	}
	return g.Name.Value().Equal(v)
}

// Trail records the calls of AWS's APIs. API: CreateTrail.
type Trail struct {
	Resource
	Name               value.StringSetting `cfn:"TrailName"`
	IsLogging          value.BoolSetting   `tf:"enable_logging" tfdefault:"true" default:"false"`
	IsMultiRegionTrail value.BoolSetting   `default:"false"`
}

// Kind is "trail".
func (*Trail) Kind() string { return "trail" }

// String names the trail in messages.
func (t *Trail) String() string { return label(t.Name, t.Address) }

// SearchDomain is a domain of Elasticsearch or OpenSearch. API:
// CreateElasticsearchDomain, CreateDomain.
type SearchDomain struct {
	Resource
	Name value.StringSetting `ecs:"domainName"`
	Logs LogPublishing       `ecs:"logPublishingOptions"`
}

// Kind is "searchDomain".
func (*SearchDomain) Kind() string { return "searchDomain" }

// String names the domain in messages.
func (d *SearchDomain) String() string { return label(d.Name, d.Address) }

// Elasticsearch reports whether the domain is made through the API of
// Elasticsearch, which has controls of its own.
func (d *SearchDomain) Elasticsearch() bool {
	return d.Type == "aws_elasticsearch_domain" || d.Type == "AWS::Elasticsearch::Domain"
}

// LogPublishing are the logs that a domain writes to CloudWatch: in Terraform a
// list, in CloudFormation a map by the type of log.
type LogPublishing struct {
	List[LogPublishingOption]
}

// LogPublishingOption is one log of a domain.
type LogPublishingOption struct {
	Node
	LogType  value.StringSetting // "ES_APPLICATION_LOGS"
	Enabled  value.BoolSetting   `default:"false" tfdefault:"true"`
	LogGroup value.StringSetting `ecs:"cloudWatchLogsLogGroupArn" tf:"cloudwatch_log_group_arn"`
}

func (l *LogPublishing) decode(d decoder, v *value.Value) {
	if d.spelling == Pascal {
		v = each(v, func(v *value.Value) *value.Value { return keyed(v, "LogType") })
	}
	l.List.decode(d, v)
}

// keyed gives a map of objects as a list of objects that have their key as one of
// their members.
func keyed(v *value.Value, name string) *value.Value {
	if v.Kind() != value.Map {
		return v
	}
	var elems []*value.Value
	for f := range v.Fields() {
		key := value.Field{Key: name, Range: f.Range, Value: value.NewString(f.Range, f.Key)}
		elems = append(elems, each(f.Value, func(o *value.Value) *value.Value {
			if o.Kind() != value.Map {
				return o
			}
			fields := []value.Field{key}
			for g := range o.Fields() {
				fields = append(fields, g)
			}
			return value.NewMap(o.Range(), fields, o.Open()).Along(o)
		}))
	}
	if v.Open() {
		return value.NewScattered(v.Range(), elems, 0).Along(v)
	}
	return value.NewList(v.Range(), elems, false).Along(v)
}

// DBCluster is a cluster of RDS, usually of Aurora. Its members are
// [Model.MembersOf]'s. API: CreateDBCluster.
type DBCluster struct {
	Resource
	Name              value.StringSetting `cfn:"DBClusterIdentifier" tf:"cluster_identifier"`
	Engine            value.StringSetting
	EngineMode        value.StringSetting
	InstanceClass     value.StringSetting `cfn:"DBClusterInstanceClass" tf:"db_cluster_instance_class"` // of a Multi-AZ DB cluster, which is not Aurora
	AvailabilityZones Strings
}

// Kind is "dbCluster".
func (*DBCluster) Kind() string { return "dbCluster" }

// String names the cluster in messages.
func (c *DBCluster) String() string { return label(c.Name, c.Address) }

func (c *DBCluster) named() value.StringSetting { return c.Name }

// DBInstance is an instance of a cluster of RDS, or in CloudFormation one by
// itself. API: CreateDBInstance.
type DBInstance struct {
	Resource
	ClusterIdentifier value.StringSetting `cfn:"DBClusterIdentifier"`
	AvailabilityZone  value.StringSetting
}

// Kind is "dbInstance".
func (*DBInstance) Kind() string { return "dbInstance" }

// String names the instance in messages.
func (i *DBInstance) String() string { return i.Address }

// Bucket is a bucket of S3. Whether it is shut off from the public is
// [Model.PublicAccessBlockOf]'s. API: CreateBucket.
type Bucket struct {
	Resource
	Name              value.StringSetting `cfn:"BucketName" tf:"bucket"`
	PublicAccessBlock PublicAccessBlock   `ecs:"publicAccessBlockConfiguration" tf:"-"`
}

// Kind is "bucket".
func (*Bucket) Kind() string { return "bucket" }

// String names the bucket in messages.
func (b *Bucket) String() string { return label(b.Name, b.Address) }

func (b *Bucket) named() value.StringSetting { return b.Name }

// PublicAccessBlock shuts a bucket, or all of an account, off from the public. API:
// PutPublicAccessBlock.
type PublicAccessBlock struct {
	Node
	BlockPublicAcls       value.BoolSetting `default:"false"`
	BlockPublicPolicy     value.BoolSetting `default:"false"`
	IgnorePublicAcls      value.BoolSetting `default:"false"`
	RestrictPublicBuckets value.BoolSetting `default:"false"`
}

// BucketPublicAccessBlock is the block of a bucket in a resource of its own.
type BucketPublicAccessBlock struct {
	Resource
	Bucket value.StringSetting
	Block  PublicAccessBlock `ecs:"."`
}

// Kind is "bucketPublicAccessBlock".
func (*BucketPublicAccessBlock) Kind() string { return "bucketPublicAccessBlock" }

// AccountPublicAccessBlock is the block of the account.
type AccountPublicAccessBlock struct {
	Resource
	Block PublicAccessBlock `ecs:"."`
}

// Kind is "accountPublicAccessBlock".
func (*AccountPublicAccessBlock) Kind() string { return "accountPublicAccessBlock" }
