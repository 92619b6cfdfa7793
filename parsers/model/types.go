package model

import (
	"reflect"
	"strings"
	"sync"
)

// types says what a type of resource is in the model.
var types = map[string]func() Entity{
	"aws_ecs_task_definition":                       entity[TaskDefinition],
	"aws_ecs_service":                               entity[Service],
	"aws_ecs_task_set":                              entity[TaskSet],
	"aws_ecs_cluster":                               entity[Cluster],
	"aws_ecs_capacity_provider":                     entity[CapacityProvider],
	"aws_ecs_cluster_capacity_providers":            entity[ClusterCapacityProviders],
	"aws_ecs_account_setting_default":               entity[AccountSetting],
	"AWS::ECS::TaskDefinition":                      entity[TaskDefinition],
	"AWS::ECS::Service":                             entity[Service],
	"AWS::ECS::TaskSet":                             entity[TaskSet],
	"AWS::ECS::Cluster":                             entity[Cluster],
	"AWS::ECS::CapacityProvider":                    entity[CapacityProvider],
	"AWS::ECS::ClusterCapacityProviderAssociations": entity[ClusterCapacityProviders],
	TaskDefinitionFile:                              entity[TaskDefinition],
	ServiceFile:                                     entity[Service],

	// Networks.
	"aws_vpc":                               entity[Vpc],
	"aws_default_vpc":                       entity[Vpc],
	"aws_subnet":                            entity[Subnet],
	"aws_default_subnet":                    entity[Subnet],
	"aws_route_table":                       entity[RouteTable],
	"aws_default_route_table":               entity[RouteTable],
	"aws_route":                             entity[SeparateRoute],
	"aws_route_table_association":           entity[RouteTableAssociation],
	"aws_main_route_table_association":      entity[RouteTableAssociation],
	"aws_internet_gateway":                  entity[InternetGateway],
	"aws_internet_gateway_attachment":       entity[InternetGatewayAttachment],
	"aws_network_acl":                       entity[NetworkAcl],
	"aws_default_network_acl":               entity[NetworkAcl],
	"aws_network_acl_rule":                  entity[SeparateAclRule],
	"aws_network_acl_association":           entity[NetworkAclAssociation],
	"aws_vpc_block_public_access_options":   entity[VpcBlockPublicAccess],
	"AWS::EC2::VPC":                         entity[Vpc],
	"AWS::EC2::Subnet":                      entity[Subnet],
	"AWS::EC2::RouteTable":                  entity[RouteTable],
	"AWS::EC2::Route":                       entity[SeparateRoute],
	"AWS::EC2::SubnetRouteTableAssociation": entity[RouteTableAssociation],
	"AWS::EC2::InternetGateway":             entity[InternetGateway],
	"AWS::EC2::VPCGatewayAttachment":        entity[InternetGatewayAttachment],
	"AWS::EC2::NetworkAcl":                  entity[NetworkAcl],
	"AWS::EC2::NetworkAclEntry":             entity[SeparateAclRule],
	"AWS::EC2::SubnetNetworkAclAssociation": entity[NetworkAclAssociation],
	"AWS::EC2::VPCBlockPublicAccessOptions": entity[VpcBlockPublicAccess],

	// Security groups.
	"aws_security_group":                  entity[SecurityGroup],
	"aws_default_security_group":          entity[SecurityGroup],
	"aws_security_group_rule":             entity[SeparateRule],
	"aws_vpc_security_group_ingress_rule": entity[SeparateRule],
	"aws_vpc_security_group_egress_rule":  entity[SeparateRule],
	"aws_ec2_managed_prefix_list":         entity[PrefixList],
	"aws_ec2_managed_prefix_list_entry":   entity[SeparatePrefixListEntry],
	"AWS::EC2::SecurityGroup":             entity[SecurityGroup],
	"AWS::EC2::SecurityGroupIngress":      entity[SeparateRule],
	"AWS::EC2::SecurityGroupEgress":       entity[SeparateRule],
	"AWS::EC2::PrefixList":                entity[PrefixList],

	// Instances.
	"aws_instance":                          entity[Instance],
	"aws_launch_template":                   entity[LaunchTemplate],
	"aws_launch_configuration":              entity[LaunchConfiguration],
	"aws_autoscaling_group":                 entity[AutoScalingGroup],
	"aws_network_interface":                 entity[NetworkInterface],
	"aws_network_interface_attachment":      entity[NetworkInterfaceAttachment],
	"aws_network_interface_sg_attachment":   entity[SecurityGroupAttachment],
	"aws_eip":                               entity[ElasticIP],
	"aws_eip_association":                   entity[ElasticIPAssociation],
	"aws_ec2_instance_metadata_defaults":    entity[InstanceMetadataDefaults],
	"aws_ebs_encryption_by_default":         entity[EbsEncryptionByDefault],
	"aws_ebs_default_kms_key":               entity[EbsDefaultKmsKey],
	"AWS::EC2::Instance":                    entity[Instance],
	"AWS::EC2::LaunchTemplate":              entity[LaunchTemplate],
	"AWS::AutoScaling::LaunchConfiguration": entity[LaunchConfiguration],
	"AWS::AutoScaling::AutoScalingGroup":    entity[AutoScalingGroup],
	"AWS::EC2::NetworkInterface":            entity[NetworkInterface],
	"AWS::EC2::NetworkInterfaceAttachment":  entity[NetworkInterfaceAttachment],
	"AWS::EC2::EIP":                         entity[ElasticIP],
	"AWS::EC2::EIPAssociation":              entity[ElasticIPAssociation],

	// Permissions.
	"aws_iam_role":                              entity[Role],
	"aws_iam_user":                              entity[User],
	"aws_iam_group":                             entity[Group],
	"aws_iam_policy":                            entity[Policy],
	"aws_iam_role_policy":                       entity[SeparateInlinePolicy],
	"aws_iam_user_policy":                       entity[SeparateInlinePolicy],
	"aws_iam_group_policy":                      entity[SeparateInlinePolicy],
	"aws_iam_policy_attachment":                 entity[PolicyAttachment],
	"aws_iam_role_policy_attachment":            entity[PolicyAttachment],
	"aws_iam_role_policy_attachments_exclusive": entity[PolicyAttachment],
	"aws_iam_user_policy_attachment":            entity[PolicyAttachment],
	"aws_iam_group_policy_attachment":           entity[PolicyAttachment],
	"aws_iam_instance_profile":                  entity[InstanceProfile],
	"AWS::IAM::Role":                            entity[Role],
	"AWS::IAM::User":                            entity[User],
	"AWS::IAM::Group":                           entity[Group],
	"AWS::IAM::ManagedPolicy":                   entity[Policy],
	"AWS::IAM::Policy":                          entity[SeparateInlinePolicy],
	"AWS::IAM::RolePolicy":                      entity[SeparateInlinePolicy],
	"AWS::IAM::UserPolicy":                      entity[SeparateInlinePolicy],
	"AWS::IAM::GroupPolicy":                     entity[SeparateInlinePolicy],
	"AWS::IAM::InstanceProfile":                 entity[InstanceProfile],

	// Load balancers.
	"aws_lb":                                    entity[LoadBalancer],
	"aws_alb":                                   entity[LoadBalancer],
	"aws_elb":                                   entity[LoadBalancer],
	"aws_lb_listener":                           entity[Listener],
	"aws_alb_listener":                          entity[Listener],
	"aws_lb_listener_rule":                      entity[ListenerRule],
	"aws_alb_listener_rule":                     entity[ListenerRule],
	"aws_lb_target_group":                       entity[TargetGroup],
	"aws_alb_target_group":                      entity[TargetGroup],
	"aws_lb_target_group_attachment":            entity[TargetGroupAttachment],
	"aws_alb_target_group_attachment":           entity[TargetGroupAttachment],
	"aws_autoscaling_attachment":                entity[AutoScalingAttachment],
	"AWS::ElasticLoadBalancing::LoadBalancer":   entity[LoadBalancer],
	"AWS::ElasticLoadBalancingV2::LoadBalancer": entity[LoadBalancer],
	"AWS::ElasticLoadBalancingV2::Listener":     entity[Listener],
	"AWS::ElasticLoadBalancingV2::ListenerRule": entity[ListenerRule],
	"AWS::ElasticLoadBalancingV2::TargetGroup":  entity[TargetGroup],

	// The rest.
	"aws_api_gateway_stage":               entity[Stage],
	"aws_wafv2_web_acl_association":       entity[WebAclAssociation],
	"aws_wafregional_web_acl_association": entity[WebAclAssociation],
	"aws_cloudfront_distribution":         entity[Distribution],
	"aws_cloudwatch_log_delivery_source":  entity[LogDeliverySource],
	"aws_cloudwatch_log_group":            entity[LogGroup],
	"aws_cloudtrail":                      entity[Trail],
	"aws_elasticsearch_domain":            entity[SearchDomain],
	"aws_opensearch_domain":               entity[SearchDomain],
	"aws_rds_cluster":                     entity[DBCluster],
	"aws_rds_cluster_instance":            entity[DBInstance],
	"aws_s3_bucket":                       entity[Bucket],
	"aws_s3_bucket_public_access_block":   entity[BucketPublicAccessBlock],
	"aws_s3_account_public_access_block":  entity[AccountPublicAccessBlock],
	"AWS::ApiGateway::Stage":              entity[Stage],
	"AWS::WAFv2::WebACLAssociation":       entity[WebAclAssociation],
	"AWS::WAFRegional::WebACLAssociation": entity[WebAclAssociation],
	"AWS::CloudFront::Distribution":       entity[Distribution],
	"AWS::Logs::DeliverySource":           entity[LogDeliverySource],
	"AWS::Logs::LogGroup":                 entity[LogGroup],
	"AWS::CloudTrail::Trail":              entity[Trail],
	"AWS::Elasticsearch::Domain":          entity[SearchDomain],
	"AWS::OpenSearchService::Domain":      entity[SearchDomain],
	"AWS::RDS::DBCluster":                 entity[DBCluster],
	"AWS::RDS::DBInstance":                entity[DBInstance],
	"AWS::S3::Bucket":                     entity[Bucket],
}

// entity makes an empty resource.
func entity[T any, E interface {
	*T
	Entity
}]() Entity {
	return E(new(T))
}

// Known reports whether the model has a place for a type of resource.
func Known(typ string) bool { return types[typ] != nil }

// OfECS reports whether a type of resource is one of ECS itself, and no
// neighbour.
func OfECS(typ string) bool {
	return strings.HasPrefix(typ, "aws_ecs_") || strings.HasPrefix(typ, "AWS::ECS::") || typ == TaskDefinitionFile || typ == ServiceFile
}

// Own is a resource of ECS itself, and no neighbour.
type Own interface {
	Entity
	own()
}

func (*TaskDefinition) own()           {}
func (*Service) own()                  {}
func (*TaskSet) own()                  {}
func (*Cluster) own()                  {}
func (*CapacityProvider) own()         {}
func (*ClusterCapacityProviders) own() {}
func (*AccountSetting) own()           {}

// spellingOf says how a type of resource is written.
func spellingOf(typ string) Spelling {
	switch {
	case strings.HasPrefix(typ, "aws_"):
		return Snake
	case strings.HasPrefix(typ, "AWS::"):
		return Pascal
	}
	return Camel
}

var read sync.Map // type of resource -> map[string]bool

// Reads reports whether the model reads a property of a type of resource, by its
// name. Of a resource of ECS it keeps all. The properties of a neighbour that it
// does not read are nobody's business here: a parser leaves them out.
func Reads(typ, name string) bool {
	if OfECS(typ) {
		return true
	}
	names, ok := read.Load(typ)
	if !ok {
		set := map[string]bool{}
		if create := types[typ]; create != nil {
			addNames(set, reflect.TypeOf(create()).Elem(), spellingOf(typ))
		}
		names, _ = read.LoadOrStore(typ, set)
	}
	return names.(map[string]bool)[name] //nolint:forcetypeassert // nothing else is stored
}

// identifiers are attributes that Terraform's plans and states have of resources
// that exist.
var identifiers = [...]string{"id", "arn"}

// addNames adds the names of the properties that are read for a struct.
func addNames(set map[string]bool, t reflect.Type, s Spelling) {
	if s == Snake {
		for _, name := range identifiers {
			set[name] = true
		}
	}
	for _, f := range plan(t, s) {
		for _, w := range f.ways {
			if len(w) > 0 {
				set[w[0]] = true
			} else {
				addNames(set, t.Field(f.index).Type, s)
			}
		}
	}
}
