package model

import "github.com/ecslint/ecslint/parsers/value"

// LoadBalancer is an application, network, gateway or classic load balancer. API:
// CreateLoadBalancer.
type LoadBalancer struct {
	Resource
	Name             value.StringSetting `cfn:"Name|LoadBalancerName"`
	LoadBalancerType value.StringSetting `cfn:"Type" default:"application"` // not of a classic one
	Scheme           value.StringSetting `tf:"internal" bool:"internal,internet-facing" default:"internet-facing"`
	Subnets          Strings
	SubnetMappings   List[SubnetMapping] `tf:"subnet_mapping"`
	SecurityGroups   Strings
	Instances        Strings // of a classic one
}

// Kind is "loadBalancer".
func (*LoadBalancer) Kind() string { return "loadBalancer" }

// String names the load balancer in messages.
func (l *LoadBalancer) String() string { return label(l.Name, l.Address) }

// Classic reports whether it is a load balancer of the first generation.
func (l *LoadBalancer) Classic() bool {
	return l.Type == "aws_elb" || l.Type == "AWS::ElasticLoadBalancing::LoadBalancer"
}

func (l *LoadBalancer) named() value.StringSetting { return l.Name }

// SubnetMapping is a subnet of a load balancer, with an address of its own there.
type SubnetMapping struct {
	Node
	SubnetId value.StringSetting
}

// Listener is a port on which a load balancer takes requests. API: CreateListener.
type Listener struct {
	Resource
	LoadBalancerArn value.StringSetting
	Port            value.IntSetting
	Protocol        value.StringSetting
	DefaultActions  List[ListenerAction] `tf:"default_action"`
}

// Kind is "listener".
func (*Listener) Kind() string { return "listener" }

// String names the listener in messages.
func (l *Listener) String() string { return l.Address }

// ListenerAction is what a listener does with a request.
type ListenerAction struct {
	Node
	ActionType     value.StringSetting `ecs:"type"`
	TargetGroupArn value.StringSetting
	TargetGroups   List[WeightedTargetGroup] `ecs:"forwardConfig.targetGroups" tf:"forward.target_group"`
}

// WeightedTargetGroup is one of several target groups that share requests.
type WeightedTargetGroup struct {
	Node
	TargetGroupArn value.StringSetting `tf:"arn"`
}

// ListenerRule is what a listener does with some of the requests. API: CreateRule.
type ListenerRule struct {
	Resource
	ListenerArn value.StringSetting
	Actions     List[ListenerAction] `tf:"action"`
}

// Kind is "listenerRule".
func (*ListenerRule) Kind() string { return "listenerRule" }

// String names the rule in messages.
func (r *ListenerRule) String() string { return r.Address }

// TargetGroup is what load balancers send requests to. API: CreateTargetGroup.
type TargetGroup struct {
	Resource
	Name                value.StringSetting
	Port                value.IntSetting
	Protocol            value.StringSetting
	TargetType          value.StringSetting `default:"instance"`
	VpcId               value.StringSetting
	HealthCheckPort     value.StringSetting `tf:"health_check.port" default:"traffic-port"`
	HealthCheckPath     value.StringSetting `tf:"health_check.path"`
	HealthCheckProtocol value.StringSetting `tf:"health_check.protocol"`
	Targets             List[Target]        `tf:"-"`
}

// Kind is "targetGroup".
func (*TargetGroup) Kind() string { return "targetGroup" }

// String names the target group in messages.
func (g *TargetGroup) String() string { return label(g.Name, g.Address) }

// Target is one target: an instance, an address or a function.
type Target struct {
	Node
	Id value.StringSetting `tf:"target_id"`
}

// TargetGroupAttachment adds a target to a target group. API: RegisterTargets.
type TargetGroupAttachment struct {
	Resource
	TargetGroupArn value.StringSetting
	Target         Target `ecs:"."`
}

// Kind is "targetGroupAttachment".
func (*TargetGroupAttachment) Kind() string { return "targetGroupAttachment" }

// AutoScalingAttachment adds the instances of an Auto Scaling group to a target
// group or a classic load balancer. API: AttachLoadBalancerTargetGroups.
type AutoScalingAttachment struct {
	Resource
	AutoScalingGroupName value.StringSetting `tf:"autoscaling_group_name"`
	TargetGroupArn       value.StringSetting `tf:"lb_target_group_arn|alb_target_group_arn"`
	LoadBalancerName     value.StringSetting `tf:"elb"`
}

// Kind is "autoScalingAttachment".
func (*AutoScalingAttachment) Kind() string { return "autoScalingAttachment" }
