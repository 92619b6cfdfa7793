package taskdef

import (
	"bytes"

	"github.com/ecslint/ecslint/parsers/value"
)

// serviceMembers are members of a service in the API, besides serviceName and
// taskDefinition. Those that are true do not belong to a task that is run alone.
var serviceMembers = map[string]bool{
	"availabilityZoneRebalancing": true, "capacityProviderStrategy": false, "cluster": false,
	"deploymentConfiguration": true, "deploymentController": true, "desiredCount": true,
	"enableECSManagedTags": false, "enableExecuteCommand": false, "forceNewDeployment": true,
	"healthCheckGracePeriodSeconds": true, "launchType": false, "loadBalancers": true,
	"networkConfiguration": false, "placementConstraints": false, "placementStrategy": false,
	"platformVersion": false, "propagateTags": false, "role": false, "schedulingStrategy": true,
	"serviceConnectConfiguration": true, "serviceRegistries": true, "volumeConfigurations": false,
	"vpcLatticeConfigurations": true,
}

// hints are those members that some of stand in nearly every service.
var hints = []string{"desiredCount", "deploymentConfiguration", "loadBalancers", "schedulingStrategy", "networkConfiguration"}

// mentionsService reports whether a file can be a service.
func mentionsService(text []byte) bool {
	n := 0
	for _, name := range hints {
		if bytes.Contains(text, []byte(name)) {
			n++
		}
	}
	return n > 1 || n == 1 && bytes.Contains(text, []byte("taskDefinition"))
}

// services gives the services in a document, each as a map.
func services(doc *value.Value) []*value.Value {
	if isService(doc) {
		return []*value.Value{asCreated(doc)}
	}
	if s := doc.Get("service"); isService(s) { // the answer to a request
		return []*value.Value{answered(s)}
	}
	list := doc.Get("services")
	if doc.Kind() != value.Map || list.Kind() != value.List {
		return nil
	}
	var out []*value.Value
	for _, s := range list.Elems() {
		if !isService(s) {
			return nil
		}
		out = append(out, answered(s))
	}
	return out
}

// isService reports whether v is a service: it has members that only services
// have, and nothing tells that it is another thing.
func isService(v *value.Value) bool {
	if v.Kind() != value.Map || v.Get(containers).Kind() != value.Absent {
		return false
	}
	known, own, other := 0, 0, 0
	for f := range v.Fields() {
		is, ok := serviceMembers[f.Key]
		switch {
		case ok && is:
			known, own = known+1, own+1
		case ok:
			known++
		case f.Key == "serviceName" || f.Key == "taskDefinition" || f.Key == "service":
			if !f.Value.Is(value.String, value.Text, value.Unknown, value.Null) {
				return false
			}
			known++
		default:
			other++
		}
	}
	named := v.Get("serviceArn").Kind() != value.Absent // an answer has many members that only it has
	return own > 0 && known > 2 && (named || other*2 < known)
}

// asCreated gives a service with what may be given apart. A request to update one
// leaves all else as it is; a definition without a name gets it, and maybe more,
// from a tool.
func asCreated(s *value.Value) *value.Value {
	if s.Get("serviceName").Kind() != value.Absent {
		return s
	}
	var fields []value.Field
	for f := range s.Written() {
		if f.Key == "service" {
			f.Key = "serviceName"
		}
		fields = append(fields, f)
	}
	return value.NewMap(s.Range(), fields, true)
}

// answered gives a service of an answer, which has tags only if they were asked
// for ("--include TAGS").
func answered(s *value.Value) *value.Value {
	if s.Get("tags").Kind() != value.Absent {
		return s
	}
	return with(s, value.Field{Key: "tags", Value: value.NewUnknown(s.Range(), "the answer was made without tags")})
}

// with gives a map with more members, in place of those of the same names.
func with(v *value.Value, more ...value.Field) *value.Value {
	var fields []value.Field
	for f := range v.Written() {
		fields = append(fields, f)
	}
	return value.NewMap(v.Range(), append(fields, more...), v.Open())
}
