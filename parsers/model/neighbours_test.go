package model

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/awslabs/goformation/v7/cloudformation/apigateway"
	"github.com/awslabs/goformation/v7/cloudformation/autoscaling"
	"github.com/awslabs/goformation/v7/cloudformation/cloudfront"
	"github.com/awslabs/goformation/v7/cloudformation/cloudtrail"
	"github.com/awslabs/goformation/v7/cloudformation/ec2"
	"github.com/awslabs/goformation/v7/cloudformation/elasticloadbalancing"
	"github.com/awslabs/goformation/v7/cloudformation/elasticloadbalancingv2"
	"github.com/awslabs/goformation/v7/cloudformation/elasticsearch"
	"github.com/awslabs/goformation/v7/cloudformation/iam"
	"github.com/awslabs/goformation/v7/cloudformation/logs"
	"github.com/awslabs/goformation/v7/cloudformation/opensearchservice"
	"github.com/awslabs/goformation/v7/cloudformation/rds"
	"github.com/awslabs/goformation/v7/cloudformation/s3"
	"github.com/awslabs/goformation/v7/cloudformation/wafregional"
	"github.com/awslabs/goformation/v7/cloudformation/wafv2"

	"github.com/ecslint/ecslint/parsers/value"
)

// neighbour is a row of testdata/neighbours.txt.
type neighbour struct {
	resource, field string
	cfn, tf         []string
}

func neighbours(t *testing.T) []neighbour {
	t.Helper()
	var out []neighbour
	resource := ""
	for _, line := range lines(t, "testdata/neighbours.txt") {
		if !strings.HasPrefix(line, " ") {
			resource = line
			continue
		}
		columns := strings.FieldsFunc(strings.ReplaceAll(strings.TrimSpace(line), "  ", "\t"), func(r rune) bool { return r == '\t' })
		if len(columns) != 3 {
			t.Fatalf("not three columns: %q", line)
		}
		row := neighbour{resource: resource, field: columns[0]}
		for i, to := range []*[]string{&row.cfn, &row.tf} {
			if names := strings.TrimSpace(columns[i+1]); names != "-" {
				*to = strings.Fields(names)
			}
		}
		out = append(out, row)
	}
	return out
}

// lines gives the lines of a file, without comments.
func lines(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(strings.Split(strings.TrimRight(string(b), "\n"), "\n"), func(s string) bool { return strings.HasPrefix(s, "#") })
}

// resources gives the structs of the model by name, each with the types that are
// read into it.
func resources() (structs map[string]reflect.Type, typesOf map[string][]string) {
	structs, typesOf = map[string]reflect.Type{}, map[string][]string{}
	for typ, create := range types {
		s := reflect.TypeOf(create()).Elem()
		structs[s.Name()] = s
		typesOf[s.Name()] = append(typesOf[s.Name()], typ)
	}
	return structs, typesOf
}

// TestNeighbourSpellings reads each setting by each of its names.
func TestNeighbourSpellings(t *testing.T) {
	structs, _ := resources()
	for _, row := range neighbours(t) {
		for spelling, names := range map[Spelling][]string{Camel: nil, Pascal: row.cfn, Snake: row.tf} {
			for _, path := range names {
				e := reflect.New(structs[row.resource])
				into(decoder{spelling: spelling}, e.Interface(), of(nested(strings.Split(path, "."), leafOf(structs[row.resource], row.field, spelling))))
				if got := written(e.Elem(), strings.Split(row.field, ".")); got != value.Yes {
					t.Errorf("%s.%s is not read from %s", row.resource, row.field, path)
				}
			}
		}
	}
}

// leafOf is a value of a type that a field takes.
func leafOf(typ reflect.Type, field string, s Spelling) any {
	for name := range strings.SplitSeq(field, ".") {
		name, isList := strings.CutSuffix(name, "[]")
		f, _ := typ.FieldByName(name)
		if _, onOff := f.Tag.Lookup("bool"); onOff && s == Snake {
			return true
		}
		typ = f.Type
		if isList {
			items, _ := typ.FieldByName("Items")
			typ = items.Type.Elem().Elem()
		}
	}
	switch reflect.New(typ).Interface().(type) {
	case *value.BoolSetting:
		return true
	case *value.IntSetting:
		return 1
	case *Strings:
		return list{"x"}
	case *Tags:
		return list{object{"key": "team", "value": "web"}}
	case *Options:
		return object{"x": "y"}
	}
	return "x"
}

// TestNeighboursComplete finds a setting of the model that no row reads.
func TestNeighboursComplete(t *testing.T) {
	structs, typesOf := resources()
	rows := map[string]bool{}
	for _, row := range neighbours(t) {
		rows[row.resource+"."+row.field] = true
	}
	for name, typ := range structs {
		if OfECS(typesOf[name][0]) {
			continue
		}
		for _, path := range settings(typ) {
			if !rows[name+"."+path] {
				t.Errorf("%s.%s is in no row of the table", name, path)
			}
		}
	}
}

// later are names that CloudFormation has learned since goformation was generated,
// and earlier ones that older versions of the provider have, or later ones.
var (
	later   = []string{"Instance MetadataOptions", "VpcBlockPublicAccess InternetGatewayBlockMode"}
	earlier = []string{
		"AutoScalingAttachment alb_target_group_arn", "InstanceProfile roles", "Instance secondary_network_interface",
	}
)

func listed(names []string, resource, path string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		first, _, _ := strings.Cut(path, ".")
		return n == resource+" "+strings.TrimSuffix(first, "[]")
	})
}

// TestNeighbourNames compares the names with sources that are not ours.
func TestNeighbourNames(t *testing.T) {
	_, typesOf := resources()
	provider := map[string]map[string]bool{}
	for _, line := range lines(t, "testdata/provider.txt") {
		names := strings.Fields(line)
		provider[names[0]] = map[string]bool{}
		for _, n := range names[1:] {
			provider[names[0]][strings.ReplaceAll(n, "[]", "")] = true
		}
	}
	for _, row := range neighbours(t) {
		for _, path := range row.cfn {
			if !listed(later, row.resource, path) && !slices.ContainsFunc(goformation[row.resource], func(typ reflect.Type) bool { return has(typ, path) }) {
				t.Errorf("CloudFormation has no %s in %s", path, row.resource)
			}
		}
		for _, path := range row.tf {
			name, _, _ := strings.Cut(path, ".Statement")
			name, _, _ = strings.Cut(name, ".Version")
			name = strings.ReplaceAll(name, "[]", "")
			if !listed(earlier, row.resource, path) && !slices.ContainsFunc(typesOf[row.resource], func(typ string) bool { return provider[typ][name] }) {
				t.Errorf("Terraform has no %s in %s", path, row.resource)
			}
		}
	}
}

// has reports whether a type of goformation has a property at a path. What is free
// in form has any.
func has(typ reflect.Type, path string) bool {
	for name := range strings.SplitSeq(path, ".") {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() == reflect.Interface {
			return true
		}
		if typ.Kind() == reflect.Map {
			typ = typ.Elem()
			continue
		}
		member, ok := memberOf(typ, strings.TrimSuffix(name, "[]"))
		if !ok {
			return false
		}
		typ = member
	}
	return true
}

var goformation = map[string][]reflect.Type{
	"AutoScalingGroup":           {reflect.TypeFor[autoscaling.AutoScalingGroup]()},
	"Bucket":                     {reflect.TypeFor[s3.Bucket]()},
	"DBCluster":                  {reflect.TypeFor[rds.DBCluster]()},
	"DBInstance":                 {reflect.TypeFor[rds.DBInstance]()},
	"Distribution":               {reflect.TypeFor[cloudfront.Distribution]()},
	"ElasticIP":                  {reflect.TypeFor[ec2.EIP]()},
	"ElasticIPAssociation":       {reflect.TypeFor[ec2.EIPAssociation]()},
	"Group":                      {reflect.TypeFor[iam.Group]()},
	"Instance":                   {reflect.TypeFor[ec2.Instance]()},
	"InstanceProfile":            {reflect.TypeFor[iam.InstanceProfile]()},
	"InternetGatewayAttachment":  {reflect.TypeFor[ec2.VPCGatewayAttachment]()},
	"LaunchConfiguration":        {reflect.TypeFor[autoscaling.LaunchConfiguration]()},
	"LaunchTemplate":             {reflect.TypeFor[ec2.LaunchTemplate]()},
	"Listener":                   {reflect.TypeFor[elasticloadbalancingv2.Listener]()},
	"ListenerRule":               {reflect.TypeFor[elasticloadbalancingv2.ListenerRule]()},
	"LoadBalancer":               {reflect.TypeFor[elasticloadbalancingv2.LoadBalancer](), reflect.TypeFor[elasticloadbalancing.LoadBalancer]()},
	"LogDeliverySource":          {reflect.TypeFor[logs.DeliverySource]()},
	"LogGroup":                   {reflect.TypeFor[logs.LogGroup]()},
	"NetworkAcl":                 {reflect.TypeFor[ec2.NetworkAcl]()},
	"NetworkAclAssociation":      {reflect.TypeFor[ec2.SubnetNetworkAclAssociation]()},
	"NetworkInterface":           {reflect.TypeFor[ec2.NetworkInterface]()},
	"NetworkInterfaceAttachment": {reflect.TypeFor[ec2.NetworkInterfaceAttachment]()},
	"Policy":                     {reflect.TypeFor[iam.ManagedPolicy]()},
	"PrefixList":                 {reflect.TypeFor[ec2.PrefixList]()},
	"Role":                       {reflect.TypeFor[iam.Role]()},
	"RouteTable":                 {reflect.TypeFor[ec2.RouteTable]()},
	"RouteTableAssociation":      {reflect.TypeFor[ec2.SubnetRouteTableAssociation]()},
	"SearchDomain":               {reflect.TypeFor[elasticsearch.Domain](), reflect.TypeFor[opensearchservice.Domain]()},
	"SecurityGroup":              {reflect.TypeFor[ec2.SecurityGroup]()},
	"SeparateAclRule":            {reflect.TypeFor[ec2.NetworkAclEntry]()},
	"SeparateInlinePolicy":       {reflect.TypeFor[iam.Policy](), reflect.TypeFor[iam.RolePolicy](), reflect.TypeFor[iam.UserPolicy](), reflect.TypeFor[iam.GroupPolicy]()},
	"SeparateRoute":              {reflect.TypeFor[ec2.Route]()},
	"SeparateRule":               {reflect.TypeFor[ec2.SecurityGroupIngress](), reflect.TypeFor[ec2.SecurityGroupEgress]()},
	"Stage":                      {reflect.TypeFor[apigateway.Stage]()},
	"Subnet":                     {reflect.TypeFor[ec2.Subnet]()},
	"TargetGroup":                {reflect.TypeFor[elasticloadbalancingv2.TargetGroup]()},
	"Trail":                      {reflect.TypeFor[cloudtrail.Trail]()},
	"User":                       {reflect.TypeFor[iam.User]()},
	"Vpc":                        {reflect.TypeFor[ec2.VPC]()},
	"WebAclAssociation":          {reflect.TypeFor[wafv2.WebACLAssociation](), reflect.TypeFor[wafregional.WebACLAssociation]()},
}
