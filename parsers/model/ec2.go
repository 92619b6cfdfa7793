package model

import (
	"encoding/base64"
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// LaunchSettings are what instances are launched with. They are a part of an
// instance, a launch template and a launch configuration.
type LaunchSettings struct {
	Node
	ImageId                  value.StringSetting `tf:"image_id|ami"`
	InstanceType             value.StringSetting
	IamInstanceProfile       InstanceProfileRef
	UserData                 value.StringSetting `tf:"user_data|user_data_base64"` // may hold secrets: never shown
	SecurityGroupIds         Strings             `cfn:"SecurityGroupIds|SecurityGroups" tf:"vpc_security_group_ids|security_groups|security_group_names"`
	SubnetId                 value.StringSetting // of an instance
	AssociatePublicIpAddress value.BoolSetting   // of an instance in Terraform, and of a launch configuration
	NetworkInterfaces        List[InterfaceSpec] `tf:"network_interfaces|network_interface"`
	MetadataOptions          MetadataOptions
	BlockDevices             List[BlockDevice] `cfn:"BlockDeviceMappings" tf:"block_device_mappings|ebs_block_device"`
	RootBlockDevice          BlockDevice       `cfn:"-"`
}

// MetadataOptions say how instances read their metadata, credentials included.
// Without a value the account and the image decide.
type MetadataOptions struct {
	Node
	HttpEndpoint            value.StringSetting // "enabled" (the default) or "disabled"
	HttpTokens              value.StringSetting // "required" or "optional"
	HttpPutResponseHopLimit value.IntSetting
}

// InterfaceSpec is a network interface that instances are launched with.
type InterfaceSpec struct {
	Node
	DeviceIndex              value.IntSetting
	NetworkInterfaceId       value.StringSetting
	SubnetId                 value.StringSetting
	AssociatePublicIpAddress value.BoolSetting
	SecurityGroups           Strings `cfn:"Groups|GroupSet"`
}

// BlockDevice is a disk of an instance.
type BlockDevice struct {
	Node
	DeviceName value.StringSetting
	Encrypted  value.BoolSetting   `ecs:"ebs.encrypted" tf:"ebs.encrypted|encrypted"`
	KmsKeyId   value.StringSetting `ecs:"ebs.kmsKeyId" tf:"ebs.kms_key_id|kms_key_id"`
}

// InstanceProfileRef refers to an instance profile, by its name or its ARN.
type InstanceProfileRef struct {
	Node
	Name value.StringSetting
	Arn  value.StringSetting
}

// decode takes a plain string for the name or the ARN: launch templates alone have
// an object here.
func (r *InstanceProfileRef) decode(d decoder, v *value.Value) {
	type object struct {
		Node
		Name, Arn value.StringSetting
	}
	var o object
	into(d, &o, each(v, func(v *value.Value) *value.Value {
		if v.Is(value.Absent, value.Null, value.List, value.Map) {
			return v
		}
		return value.NewMap(v.Range(), []value.Field{{Key: "name", Value: v}}, false)
	}))
	*r = InstanceProfileRef(o)
}

// Setting is whichever of name and ARN is given.
func (r *InstanceProfileRef) Setting() value.StringSetting {
	if r.Name.Set() != value.Yes && r.Arn.Set() != value.No {
		return r.Arn
	}
	return r.Name
}

// JoinsCluster asks whether instances that are launched so are visibly meant for an
// ECS cluster: by their user data or their image. Maybe is the usual answer, as
// neither need say so.
func (s *LaunchSettings) JoinsCluster() value.Truth {
	data := s.UserData.Value()
	text := data.Content()
	if b, err := base64.StdEncoding.DecodeString(text); err == nil {
		text = string(b)
	}
	image := s.ImageId.Value()
	for _, s := range []string{text, image.Content(), image.Reason(), data.Range().Text(), image.Range().Text()} {
		s = strings.ToLower(s)
		if strings.Contains(s, "ecs_cluster") || strings.Contains(s, "ecs/optimized-ami") || strings.Contains(s, "aws-ecs-") {
			return value.Yes
		}
	}
	return value.Maybe
}

// Instance is a single EC2 instance. API: RunInstances.
type Instance struct {
	Resource
	LaunchTemplate      LaunchTemplateRef
	SecondaryInterfaces List[InterfaceSpec] `cfn:"-" tf:"secondary_network_interface"`
	Launch              LaunchSettings      `ecs:"."` // what it says itself: see [Model.LaunchOf]
}

// Kind is "instance".
func (*Instance) Kind() string { return "instance" }

// String names the instance in messages.
func (i *Instance) String() string { return i.Address }

// LaunchTemplate is settings to launch instances with. API: CreateLaunchTemplate.
type LaunchTemplate struct {
	Resource
	Name   value.StringSetting `cfn:"LaunchTemplateName"`
	Launch LaunchSettings      `ecs:"." cfn:"LaunchTemplateData"`
}

// Kind is "launchTemplate".
func (*LaunchTemplate) Kind() string { return "launchTemplate" }

// String names the launch template in messages.
func (t *LaunchTemplate) String() string { return label(t.Name, t.Address) }

func (t *LaunchTemplate) named() value.StringSetting { return t.Name }

// LaunchTemplateRef refers to a launch template, by its ID or its name.
type LaunchTemplateRef struct {
	Node
	Id   value.StringSetting `cfn:"LaunchTemplateId" tf:"id|launch_template_id"`
	Name value.StringSetting `cfn:"LaunchTemplateName" tf:"name|launch_template_name"`
}

// Setting is whichever of ID and name is given.
func (r *LaunchTemplateRef) Setting() value.StringSetting {
	if r.Id.Set() != value.Yes && r.Name.Set() != value.No {
		return r.Name
	}
	return r.Id
}

// LaunchConfiguration is the predecessor of launch templates. API:
// CreateLaunchConfiguration.
type LaunchConfiguration struct {
	Resource
	Name   value.StringSetting `cfn:"LaunchConfigurationName"`
	Launch LaunchSettings      `ecs:"."`
}

// Kind is "launchConfiguration".
func (*LaunchConfiguration) Kind() string { return "launchConfiguration" }

// String names the launch configuration in messages.
func (c *LaunchConfiguration) String() string { return label(c.Name, c.Address) }

func (c *LaunchConfiguration) named() value.StringSetting { return c.Name }

// AutoScalingGroup keeps a number of instances running. What these are launched
// with is [Model.LaunchesOf]'s. API: CreateAutoScalingGroup.
type AutoScalingGroup struct {
	Resource
	Name                             value.StringSetting `cfn:"AutoScalingGroupName"`
	LaunchTemplate                   LaunchTemplateRef
	MixedInstances                   LaunchTemplateRef   `ecs:"mixedInstancesPolicy.launchTemplate.launchTemplateSpecification"`
	LaunchConfigurationName          value.StringSetting `tf:"launch_configuration"`
	Subnets                          OneOrMany           `ecs:"vpcZoneIdentifier" cfn:"VPCZoneIdentifier"`
	TargetGroupArns                  Strings             `cfn:"TargetGroupARNs"`
	NewInstancesProtectedFromScaleIn value.BoolSetting   `tf:"protect_from_scale_in" default:"false"`
	Tags                             Tags                `tf:"tag|tags"`
}

// Kind is "autoScalingGroup".
func (*AutoScalingGroup) Kind() string { return "autoScalingGroup" }

// String names the Auto Scaling group in messages.
func (g *AutoScalingGroup) String() string { return label(g.Name, g.Address) }

func (g *AutoScalingGroup) named() value.StringSetting { return g.Name }

// NetworkInterface is a network interface that exists by itself. API:
// CreateNetworkInterface.
type NetworkInterface struct {
	Resource
	SubnetId       value.StringSetting
	SecurityGroups Strings             `cfn:"GroupSet"`
	InstanceId     value.StringSetting `cfn:"-" tf:"attachment.instance"`
}

// Kind is "networkInterface".
func (*NetworkInterface) Kind() string { return "networkInterface" }

// NetworkInterfaceAttachment gives an instance a further network interface. API:
// AttachNetworkInterface.
type NetworkInterfaceAttachment struct {
	Resource
	InstanceId         value.StringSetting
	NetworkInterfaceId value.StringSetting
}

// Kind is "networkInterfaceAttachment".
func (*NetworkInterfaceAttachment) Kind() string { return "networkInterfaceAttachment" }

// SecurityGroupAttachment puts a network interface into a security group.
// Terraform: aws_network_interface_sg_attachment.
type SecurityGroupAttachment struct {
	Resource
	SecurityGroupId    value.StringSetting
	NetworkInterfaceId value.StringSetting // often the primary_network_interface_id of an instance
}

// Kind is "securityGroupAttachment".
func (*SecurityGroupAttachment) Kind() string { return "securityGroupAttachment" }

// ElasticIP is a public address of the account. API: AllocateAddress.
type ElasticIP struct {
	Resource
	InstanceId         value.StringSetting `tf:"instance"`
	NetworkInterfaceId value.StringSetting `cfn:"-" tf:"network_interface"`
}

// Kind is "elasticIp".
func (*ElasticIP) Kind() string { return "elasticIp" }

// ElasticIPAssociation gives an instance a public address. API: AssociateAddress.
type ElasticIPAssociation struct {
	Resource
	InstanceId         value.StringSetting
	NetworkInterfaceId value.StringSetting
}

// Kind is "elasticIpAssociation".
func (*ElasticIPAssociation) Kind() string { return "elasticIpAssociation" }

// InstanceMetadataDefaults are the metadata options of the account and region, for
// instances that say nothing. API: ModifyInstanceMetadataDefaults.
type InstanceMetadataDefaults struct {
	Resource
	HttpTokens value.StringSetting // "required", "optional" or "no-preference"
}

// Kind is "instanceMetadataDefaults".
func (*InstanceMetadataDefaults) Kind() string { return "instanceMetadataDefaults" }

// EbsEncryptionByDefault encrypts all new disks of the account and region. API:
// EnableEbsEncryptionByDefault.
type EbsEncryptionByDefault struct {
	Resource
	Enabled value.BoolSetting `default:"true"`
}

// Kind is "ebsEncryptionByDefault".
func (*EbsEncryptionByDefault) Kind() string { return "ebsEncryptionByDefault" }

// EbsDefaultKmsKey is the key that encrypts new disks of the account and region for
// which nothing else is said. API: ModifyEbsDefaultKmsKeyId.
type EbsDefaultKmsKey struct {
	Resource
	KeyArn value.StringSetting
}

// Kind is "ebsDefaultKmsKey".
func (*EbsDefaultKmsKey) Kind() string { return "ebsDefaultKmsKey" }
