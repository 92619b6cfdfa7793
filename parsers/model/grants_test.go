package model

import (
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

const admin = "arn:aws:iam::aws:policy/AdministratorAccess"

// allows is a policy with one statement.
func allows(actions any) object {
	return object{"Version": "2012-10-17", "Statement": object{"Effect": "Allow", "Action": actions, "Resource": "*"}}
}

// TestPoliciesOf has policies of a role in each form. Each is shown by its name,
// whether it is there, and what it allows.
func TestPoliciesOf(t *testing.T) {
	const role, policy = "aws_iam_role.web", "aws_iam_policy.web"
	own := attribute(role, "name")
	for _, test := range []struct {
		name     string
		role     object
		more     func(*Model)
		want     string
		complete value.Truth
	}{
		{"none", object{}, nil, "", value.Yes},
		{"inline", object{"inline_policy": list{object{"name": "a", "policy": allows("s3:*")}}}, nil, `"a" yes s3:*`, value.Yes},
		{"managed by AWS", object{"managed_policy_arns": list{admin}}, nil, `"` + admin + `" yes AdministratorAccess ?`, value.Yes},
		{"managed in the code", object{"managed_policy_arns": list{attribute(policy, "arn")}}, func(m *Model) {
			add(m, "aws_iam_policy", policy, object{"name": "web", "policy": allows(list{"s3:*", "sqs:*"})})
		}, `"web" yes s3:* sqs:*`, value.Yes},
		{"unknown list", object{"managed_policy_arns": unknown()}, nil, "", value.Maybe},
		{"unknown policy", object{"managed_policy_arns": list{unknown()}}, nil, "(resource) maybe ?", value.Yes},
		{"unknown blocks", object{"inline_policy": value.NewList(here, nil, true)}, nil, "", value.Maybe},
		{"role policy", object{}, func(m *Model) {
			add(m, "aws_iam_role_policy", "p", object{"role": own, "name": "b", "policy": allows("ecs:*")})
		}, `"b" yes ecs:*`, value.Yes},
		{"role policy of another role", object{}, func(m *Model) {
			add(m, "aws_iam_role_policy", "p", object{"role": "other", "name": "b", "policy": allows("ecs:*")})
		}, "", value.Yes},
		{"role policy of an unknown role", object{}, func(m *Model) {
			add(m, "aws_iam_role_policy", "p", object{"role": either(own, "other"), "name": "b", "policy": allows("ecs:*")})
		}, `"b" maybe ecs:*`, value.Yes},
		{"attachment", object{}, func(m *Model) {
			add(m, "aws_iam_role_policy_attachment", "a", object{"role": own, "policy_arn": admin})
		}, `"` + admin + `" yes AdministratorAccess ?`, value.Yes},
		{"attachment in an unknown partition", object{}, func(m *Model) {
			add(m, "aws_iam_role_policy_attachment", "a", object{"role": own, "policy_arn": text("arn:", ":iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy")})
		}, `"arn:…:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy" yes AmazonECSTaskExecutionRolePolicy ?`, value.Yes},
		{"attachment of several", object{}, func(m *Model) {
			add(m, "aws_iam_policy", policy, object{"name": "web", "policy": allows("s3:*")})
			add(m, "aws_iam_policy_attachment", "a", object{"roles": list{"other", own}, "policy_arn": attribute(policy, "arn")})
		}, `"web" yes s3:*`, value.Yes},
		{"exclusive attachments", object{}, func(m *Model) {
			add(m, "aws_iam_role_policy_attachments_exclusive", "a", object{"role_name": own, "policy_arns": list{admin}})
		}, `"` + admin + `" yes AdministratorAccess ?`, value.Yes},
		{"attachment that may exist", object{}, func(m *Model) {
			m.Add(Input{Type: "aws_iam_role_policy_attachment", Address: "a[0]", Condition: "count = var.on", Value: of(object{"role": own, "policy_arn": admin})})
		}, `"` + admin + `" maybe AdministratorAccess ?`, value.Yes},
		{"unknown number of attachments", object{}, func(m *Model) {
			m.AddMissing("aws_iam_role_policy_attachment", "for_each is unknown")
		}, "", value.Maybe},
		{"given to a module that is not here", object{}, func(m *Model) {
			m.AddOutside("module.x", of(object{"role": own}))
		}, "", value.Maybe},
		{"AWS::IAM::Policy", object{}, func(m *Model) {
			add(m, "AWS::IAM::Policy", "P", object{"PolicyName": "c", "Roles": list{attribute(role, "Ref")}, "PolicyDocument": allows("ecs:*")})
		}, `"c" yes ecs:*`, value.Yes},
		{"AWS::IAM::RolePolicy", object{}, func(m *Model) {
			add(m, "AWS::IAM::RolePolicy", "P", object{"PolicyName": "c", "RoleName": attribute(role, "Ref"), "PolicyDocument": allows("ecs:*")})
		}, `"c" yes ecs:*`, value.Yes},
		{"AWS::IAM::ManagedPolicy", object{}, func(m *Model) {
			add(m, "AWS::IAM::ManagedPolicy", "P", object{"Roles": list{attribute(role, "Ref")}, "PolicyDocument": allows("ecs:*")})
		}, `P yes ecs:*`, value.Yes},
		{"policies of others", object{}, func(m *Model) {
			add(m, "AWS::IAM::UserPolicy", "U", object{"PolicyName": "u", "UserName": "web", "PolicyDocument": allows("*")})
			add(m, "aws_iam_group_policy_attachment", "a", object{"group": "web", "policy_arn": admin})
		}, "", value.Yes},
	} {
		m := &Model{}
		add(m, tfRole, role, test.role)
		if test.more != nil {
			test.more(m)
		}
		l := m.PoliciesOf(only[*Role](t, m))
		check(t, test.name+": complete", l.Complete, test.complete)
		if (l.Reason() != "") != (test.complete == value.Maybe) && len(l.Items) == 0 {
			t.Errorf("%s: the reason is %q", test.name, l.Reason())
		}
		var got []string
		for _, p := range l.Items {
			got = append(got, shown(p))
		}
		if g := strings.Join(got, ", "); g != test.want {
			t.Errorf("%s: %s, want %s", test.name, g, test.want)
		}
	}
}

// shown is a policy with what it allows; "?" stands for statements that are not
// known.
func shown(p *GrantedPolicy) string {
	words := []string{p.String(), p.Exists().String()}
	if name, is := p.AWSManaged(); is == value.Yes {
		words = append(words, name)
	}
	for _, s := range p.Document.Statements.Items {
		for _, a := range s.Actions.Items {
			name, _ := a.Known()
			words = append(words, name)
		}
	}
	if p.Document.Statements.Complete != value.Yes {
		words = append(words, "?")
	}
	return strings.Join(words, " ")
}

func TestAWSManaged(t *testing.T) {
	for _, test := range []struct {
		arn  any
		name string
		is   value.Truth
	}{
		{admin, "AdministratorAccess", value.Yes},
		{"arn:aws-us-gov:iam::aws:policy/aws-service-role/X", "X", value.Yes},
		{"arn:aws:iam::123456789012:policy/AdministratorAccess", "", value.No},
		{text("arn:aws:iam::aws:policy/", ""), "", value.Maybe},
		{text("arn:aws:iam::", ":policy/x"), "", value.Maybe},
		{unknown(), "", value.Maybe},
		{absent(), "", value.No},
	} {
		p := &GrantedPolicy{Arn: setting(test.arn)}
		name, is := p.AWSManaged()
		check(t, p.Arn.String(), is, test.is)
		if name != test.name {
			t.Errorf("%s: name %q, want %q", p.Arn, name, test.name)
		}
	}
}

func TestStatements(t *testing.T) {
	for _, test := range []struct {
		name      string
		statement any
		effect    value.Truth // does it allow
		runTask   value.Truth // does it cover ecs:RunTask
		all       value.Truth // is it about everything
	}{
		{"one action", object{"Effect": "Allow", "Action": "ecs:RunTask", "Resource": "*"}, value.Yes, value.Yes, value.Yes},
		{"case does not matter", object{"Effect": "Allow", "Action": "ECS:runtask", "Resource": "*"}, value.Yes, value.Yes, value.Yes},
		{"wildcard", object{"Effect": "Allow", "Action": list{"s3:*", "ecs:Run*"}, "Resource": list{"*"}}, value.Yes, value.Yes, value.Yes},
		{"everything", object{"Effect": "Allow", "Action": "*", "Resource": "*"}, value.Yes, value.Yes, value.Yes},
		{"one letter", object{"Effect": "Allow", "Action": "ecs:?unTask", "Resource": "*"}, value.Yes, value.Yes, value.Yes},
		{"another action", object{"Effect": "Allow", "Action": "ecs:StopTask", "Resource": "arn:aws:ecs:*"}, value.Yes, value.No, value.No},
		{"deny", object{"Effect": "Deny", "Action": "ecs:*", "Resource": "*"}, value.No, value.Yes, value.Yes},
		{"all but others", object{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}, value.Yes, value.Yes, value.Yes},
		{"all but it", object{"Effect": "Allow", "NotAction": list{"ecs:*"}, "Resource": "*"}, value.Yes, value.No, value.Yes},
		{"unknown action", object{"Effect": "Allow", "Action": list{"s3:*", unknown()}, "Resource": "*"}, value.Yes, value.Maybe, value.Yes},
		{"unknown actions", object{"Effect": "Allow", "Action": unknown(), "Resource": "*"}, value.Yes, value.Maybe, value.Yes},
		{"unknown actions, one known", object{"Effect": "Allow", "Action": value.NewList(here, []*value.Value{of("ecs:*")}, true), "Resource": "*"}, value.Yes, value.Yes, value.Yes},
		{"all but unknown ones", object{"Effect": "Allow", "NotAction": unknown(), "Resource": "*"}, value.Yes, value.Maybe, value.Yes},
		{"no action", object{"Effect": "Allow", "Resource": "*"}, value.Yes, value.No, value.Yes},
		{"unknown effect", object{"Effect": unknown(), "Action": "ecs:*", "Resource": unknown()}, value.Maybe, value.Yes, value.Maybe},
	} {
		for typ, properties := range map[string]object{
			"aws_iam_policy":          {"policy": object{"Statement": list{test.statement}}},
			"AWS::IAM::ManagedPolicy": {"PolicyDocument": object{"Statement": test.statement}},
		} {
			p := decoded[*Policy](t, typ, properties)
			if n := len(p.Document.Statements.Items); n != 1 {
				t.Fatalf("%s: %d statements in %s", test.name, n, typ)
			}
			s := p.Document.Statements.Items[0]
			check(t, test.name+": allows", s.Allows(), test.effect)
			check(t, test.name+": covers", s.Covers("ecs:RunTask"), test.runTask)
			check(t, test.name+": everything", s.OnEverything(), test.all)
		}
	}
}

func TestPolicyDocument(t *testing.T) {
	p := decoded[*Policy](t, "aws_iam_policy", object{"policy": object{"Statement": value.NewList(here, []*value.Value{of(allows("s3:*")["Statement"])}, true)}})
	check(t, "an unknown statement more", p.Document.Statements.Complete, value.Maybe)
	p = decoded[*Policy](t, "aws_iam_policy", object{"policy": unknown()})
	check(t, "an unknown policy", p.Document.Statements.Complete, value.Maybe)
	check(t, "whether it exists", p.Document.Exists(), value.Maybe)

	r := decoded[*Role](t, tfRole, object{"assume_role_policy": object{"Statement": list{object{
		"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": object{"Service": list{"ecs-tasks.amazonaws.com", "ec2.amazonaws.com"}, "AWS": "*"},
		"Condition": object{"StringEquals": object{"aws:SourceAccount": "1"}},
	}}}})
	s := r.AssumeRolePolicy.Statements.Items[0]
	check(t, "service", s.Principals.Service.Contains("ecs-tasks.amazonaws.com"), value.Yes)
	check(t, "everybody", s.Principals.AWS.Contains("*"), value.Yes)
	check(t, "federated", s.Principals.Federated.Empty(), value.Yes)
	check(t, "condition", s.Conditions.Exists(), value.Yes)
	check(t, "other condition", s.NotPrincipals.Exists(), value.No)
}

func TestGlob(t *testing.T) {
	for _, test := range []struct {
		pattern, text string
		want          bool
	}{
		{"*", "", true},
		{"*", "ecs:RunTask", true},
		{"ecs:*", "ecs:RunTask", true},
		{"ecs:*task", "ecs:runtask", true},
		{"ecs:*run*task*", "ecs:runtask", true},
		{"ecs:?untask", "ecs:runtask", true},
		{"ecs:?runtask", "ecs:runtask", false},
		{"ecs:run", "ecs:runtask", false},
		{"", "", true},
		{"", "x", false},
		{"a*b*c", "aXbXbc", true},
		{"a*b*c", "aXbXb", false},
	} {
		if got := Glob(test.pattern, test.text); got != test.want {
			t.Errorf("%q matches %q: %v, want %v", test.pattern, test.text, got, test.want)
		}
	}
}

func TestInstanceRole(t *testing.T) {
	const role, profile = "aws_iam_role.web", "aws_iam_instance_profile.web"
	for _, test := range []struct {
		name    string
		profile any
		roles   any
		want    value.Truth
	}{
		{"name", attribute(profile, "name"), attribute(role, "name"), value.Yes},
		{"by a literal name", "web", "web", value.Yes},
		{"ARN", "arn:aws:iam::123456789012:instance-profile/web", attribute(role, "name"), value.Yes},
		{"none", absent(), attribute(role, "name"), value.No},
		{"a profile that is not here", "other", attribute(role, "name"), value.Maybe},
		{"unknown profile", unknown(), attribute(role, "name"), value.Maybe},
		{"a role that is not here", attribute(profile, "name"), "other", value.Maybe},
		{"unknown role", attribute(profile, "name"), unknown(), value.Maybe},
	} {
		m := &Model{}
		add(m, tfRole, role, object{"name": "web"})
		add(m, "aws_iam_instance_profile", profile, object{"name": "web", "role": test.roles})
		add(m, "aws_launch_configuration", "l", object{"iam_instance_profile": test.profile})
		ref := m.InstanceRole(&only[*LaunchConfiguration](t, m).Launch)
		check(t, test.name, ref.Sure, test.want)
		if (ref.Reason() != "") != (test.want == value.Maybe) {
			t.Errorf("%s: the reason is %q", test.name, ref.Reason())
		}
	}
	m := &Model{}
	add(m, "AWS::IAM::Role", "Role", object{})
	add(m, "AWS::IAM::InstanceProfile", "Profile", object{"Roles": list{attribute("Role", "Ref")}})
	add(m, "AWS::EC2::LaunchTemplate", "Template", object{"LaunchTemplateData": object{"IamInstanceProfile": object{"Arn": attribute("Profile", "Arn")}}})
	add(m, "AWS::ECS::CapacityProvider", "Managed", object{"ManagedInstancesProvider": object{"InstanceLaunchTemplate": object{"Ec2InstanceProfileArn": attribute("Profile", "Arn")}}})
	check(t, "template", m.InstanceRole(&only[*LaunchTemplate](t, m).Launch).Sure, value.Yes)
	check(t, "managed instances", m.ManagedInstanceRole(only[*CapacityProvider](t, m)).Sure, value.Yes)
}

func TestBoundaryOf(t *testing.T) {
	m := &Model{}
	add(m, "aws_iam_policy", "aws_iam_policy.limit", object{"name": "limit"})
	add(m, tfRole, "aws_iam_role.a", object{"permissions_boundary": attribute("aws_iam_policy.limit", "arn")})
	add(m, "aws_iam_user", "aws_iam_user.a", object{"permissions_boundary": unknown()})
	roles, users := m.BoundaryOf(only[*Policy](t, m))
	check(t, "of a role", roles.Exists(), value.Yes)
	check(t, "of a user", users.Exists(), value.Maybe)
	check(t, "of a certain role", roles.Any(func(r *Role) value.Truth { return value.True(r.Address == "aws_iam_role.a") }), value.Yes)
	if got := addresses([]*Role{roles.Items[0].Item}); !slices.Equal(got, []string{"aws_iam_role.a"}) {
		t.Errorf("%v", got)
	}
}
