package model

import (
	"slices"
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

func TestAclOf(t *testing.T) {
	const stage, api = "aws_api_gateway_stage.prod", "aws_api_gateway_rest_api.web"
	stageArn := func(api, name *value.Value) *value.Value {
		var b value.Builder
		b.Literal("arn:aws:apigateway:eu-west-1::/restapis/", here, value.Verbatim)
		b.Interpolate(api, here)
		b.Literal("/stages/", here, value.Verbatim)
		b.Interpolate(name, here)
		return b.Value(here)
	}
	for _, test := range []struct {
		name   string
		target any
		want   value.Truth
	}{
		{"link", attribute(stage, "arn"), value.Yes},
		{"put together of API and name", stageArn(attribute(api, "id"), of("prod")), value.Yes},
		{"put together with the stage itself", stageArn(attribute(api, "id"), attribute(stage, "Ref")), value.Yes},
		{"another stage of the API", stageArn(attribute(api, "id"), of("test")), value.No},
		{"the same stage of an API that is written out", "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3/stages/prod", value.Maybe},
		{"another stage of an API that is written out", "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3/stages/test", value.No},
		{"a load balancer", attribute("aws_lb.web", "arn"), value.No},
		{"a load balancer that is written out", "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/web/1", value.No},
		{"another stage", attribute("aws_api_gateway_stage.test", "arn"), value.No},
		{"a stage that is not here", attribute("module.x.aws_api_gateway_stage.y", "arn"), value.Maybe},
		{"unknown", unknown(), value.Maybe},
	} {
		m := &Model{}
		add(m, "aws_lb", "aws_lb.web", object{})
		add(m, "aws_api_gateway_stage", "aws_api_gateway_stage.test", object{"stage_name": "test", "rest_api_id": attribute(api, "id")})
		add(m, "aws_api_gateway_stage", stage, object{"stage_name": "prod", "rest_api_id": attribute(api, "id")})
		add(m, "aws_wafv2_web_acl_association", "a", object{"resource_arn": test.target, "web_acl_arn": unknown()})
		for s := range All[*Stage](m) {
			if s.Address == stage {
				check(t, test.name, m.AclOf(s).Exists(), test.want)
			}
		}
	}
}

func TestWebAclAssociation(t *testing.T) {
	for typ, properties := range map[string]object{
		"aws_wafv2_web_acl_association":       {"web_acl_arn": "x"},
		"aws_wafregional_web_acl_association": {"web_acl_id": "x"},
		"AWS::WAFv2::WebACLAssociation":       {"WebACLArn": "x"},
		"AWS::WAFRegional::WebACLAssociation": {"WebACLId": "x"},
	} {
		check(t, typ, decoded[*WebAclAssociation](t, typ, properties).WebAcl.Is("x"), value.Yes)
	}
}

func TestLogDeliveriesOf(t *testing.T) {
	m := &Model{}
	add(m, "AWS::CloudFront::Distribution", "Web", object{"DistributionConfig": object{"Enabled": true}})
	d := only[*Distribution](t, m)
	check(t, "none", m.LogDeliveriesOf(d).Exists(), value.No)
	check(t, "logging", d.Logging.Exists(), value.No)
	add(m, "AWS::Logs::DeliverySource", "Logs", object{"ResourceArn": around("arn:aws:cloudfront::1:distribution/", attribute("Web", "Ref"), "")})
	check(t, "delivery", m.LogDeliveriesOf(d).Exists(), value.Yes)
}

func TestMembersOf(t *testing.T) {
	const cluster = "aws_rds_cluster.main"
	m := &Model{}
	add(m, "aws_rds_cluster", cluster, object{"cluster_identifier": "main"})
	add(m, "aws_rds_cluster_instance", "aws_rds_cluster_instance.a[0]", object{"cluster_identifier": attribute(cluster, "id"), "availability_zone": "eu-west-1a"})
	add(m, "aws_rds_cluster_instance", "aws_rds_cluster_instance.a[1]", object{"cluster_identifier": "main"})
	add(m, "aws_rds_cluster_instance", "aws_rds_cluster_instance.b", object{"cluster_identifier": "other"})
	m.Add(Input{Type: "aws_rds_cluster_instance", Address: "aws_rds_cluster_instance.c[0]", Condition: "count = var.n", Value: of(object{"cluster_identifier": "main"})})
	members := m.MembersOf(only[*DBCluster](t, m))
	var got []value.Truth
	for _, i := range members.Items {
		got = append(got, i.Sure)
	}
	if want := []value.Truth{value.Yes, value.Yes, value.Maybe}; !slices.Equal(got, want) {
		t.Errorf("members %v, want %v", got, want)
	}
	check(t, "all known", members.Complete, value.Yes)
}

func TestLogPublishing(t *testing.T) {
	errors := func(d *SearchDomain) value.Truth {
		return d.Logs.Any(func(o *LogPublishingOption) value.Truth {
			return o.LogType.Is("ES_APPLICATION_LOGS").And(o.Enabled.Is(true)).And(o.LogGroup.Given())
		})
	}
	for _, test := range []struct {
		name, typ  string
		properties object
		want       value.Truth
	}{
		{"enabled by default in Terraform", "aws_elasticsearch_domain", object{"log_publishing_options": list{
			object{"log_type": "INDEX_SLOW_LOGS", "cloudwatch_log_group_arn": "x"}, object{"log_type": "ES_APPLICATION_LOGS", "cloudwatch_log_group_arn": "x"},
		}}, value.Yes},
		{"disabled", "aws_elasticsearch_domain", object{"log_publishing_options": list{
			object{"log_type": "ES_APPLICATION_LOGS", "enabled": false, "cloudwatch_log_group_arn": "x"},
		}}, value.No},
		{"unknown type", "aws_elasticsearch_domain", object{"log_publishing_options": list{object{"log_type": unknown(), "cloudwatch_log_group_arn": "x"}}}, value.Maybe},
		{"none", "aws_elasticsearch_domain", object{}, value.No},
		{"disabled by default in CloudFormation", "AWS::Elasticsearch::Domain", object{"LogPublishingOptions": object{
			"ES_APPLICATION_LOGS": object{"CloudWatchLogsLogGroupArn": "x"},
		}}, value.No},
		{"enabled", "AWS::Elasticsearch::Domain", object{"LogPublishingOptions": object{
			"ES_APPLICATION_LOGS": object{"CloudWatchLogsLogGroupArn": attribute("Group", "Arn"), "Enabled": "true"},
		}}, value.Yes},
		{"enabled with a known group", "AWS::OpenSearchService::Domain", object{"LogPublishingOptions": object{
			"ES_APPLICATION_LOGS": object{"CloudWatchLogsLogGroupArn": "x", "Enabled": true},
		}}, value.Yes},
		{"another log", "AWS::Elasticsearch::Domain", object{"LogPublishingOptions": object{"AUDIT_LOGS": object{"CloudWatchLogsLogGroupArn": "x", "Enabled": true}}}, value.No},
		{"unknown", "AWS::Elasticsearch::Domain", object{"LogPublishingOptions": unknown()}, value.Maybe},
		{"unknown option", "AWS::Elasticsearch::Domain", object{"LogPublishingOptions": object{"ES_APPLICATION_LOGS": unknown()}}, value.Maybe},
		{"either", "AWS::Elasticsearch::Domain", object{"LogPublishingOptions": object{"ES_APPLICATION_LOGS": either(
			object{"CloudWatchLogsLogGroupArn": "x", "Enabled": true}, object{"CloudWatchLogsLogGroupArn": "x", "Enabled": false},
		)}}, value.Maybe},
	} {
		check(t, test.name, errors(decoded[*SearchDomain](t, test.typ, test.properties)), test.want)
	}
	for typ, want := range map[string]bool{"aws_elasticsearch_domain": true, "aws_opensearch_domain": false, "AWS::Elasticsearch::Domain": true} {
		if got := decoded[*SearchDomain](t, typ, object{}).Elasticsearch(); got != want {
			t.Errorf("%s is of Elasticsearch: %v", typ, got)
		}
	}
}

func TestDefaults(t *testing.T) {
	check(t, "a trail in Terraform logs", decoded[*Trail](t, "aws_cloudtrail", object{}).IsLogging.Is(true), value.Yes)
	check(t, "a trail in CloudFormation says so", decoded[*Trail](t, "AWS::CloudTrail::Trail", object{}).IsLogging.Is(true), value.No)
	check(t, "a target group is for instances", decoded[*TargetGroup](t, "aws_lb_target_group", object{}).TargetType.Is("instance"), value.Yes)
	check(t, "a group does not protect from scale-in", decoded[*AutoScalingGroup](t, "aws_autoscaling_group", object{}).NewInstancesProtectedFromScaleIn.Is(false), value.Yes)
	check(t, "nothing is said of tokens", decoded[*LaunchTemplate](t, "aws_launch_template", object{}).Launch.MetadataOptions.HttpTokens.Set(), value.No)
	check(t, "encryption by default is on", decoded[*EbsEncryptionByDefault](t, "aws_ebs_encryption_by_default", object{}).Enabled.Is(true), value.Yes)
}
