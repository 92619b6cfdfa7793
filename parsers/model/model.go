// Package model is what ecslint understood of a configuration: each resource as
// ECS would receive it, in whichever format it is written. Fields carry the
// names of the ECS API; what is unknown, absent or conditional stays so in every
// field.
//
// # Neighbours
//
// An ECS service is only as safe as what stands around it. So the model also has
// networks, security groups, instances, roles and policies, load balancers, and what
// the companions of the controls for ECS are about: stages, distributions, domains,
// databases, buckets. They count where there is something of ECS in the same root
// module or stack, and in a file that the user names; of their properties only those
// are read that a struct of this package has. A new property is one field, and a new
// type one line in types.go.
//
// Much of what belongs to a neighbour stands elsewhere: a rule asks the model and
// not the struct. There are two directions.
//
//   - A setting refers to a resource: [Model.RoleOf], [Model.SubnetOf] and their like
//     give a [Ref]. Its Sure is Yes if the one resource is known, by a reference, its
//     name or its ARN; what is not in the code is Maybe.
//   - Other resources belong to one because they name it: [Model.IngressOf],
//     [Model.PoliciesOf], [Model.RoutesOf] give lists with all of them,
//     [Model.AclOf], [Model.MembersOf] give [Attached] resources. Whatever may belong
//     to it, by an unknown reference or under an unknown condition, may be absent;
//     where there may be more than is known, as for_each is unknown or a module that is
//     not here is given the resource, the list is incomplete.
//
// All of these are places for findings with a reason where something is not known.
// Where a question takes several steps, [Model.RouteToInternet], there is an [Answer]
// whose trail leads over the resources that decide it. To ask whether a setting is
// given at all, use [value.Of.Given]: it takes an attribute of another resource for
// something, though nobody knows it yet.
package model

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Entity is a resource of the model: a pointer to a struct that embeds
// [Resource].
type Entity interface {
	// Base gives the part that all resources have.
	Base() *Resource
	// Kind names the kind of resource for people and in counts: "taskDefinition".
	Kind() string
}

// Resource is embedded in every resource.
type Resource struct {
	Node
	// Address identifies the resource in its run: "module.svc.aws_ecs_service.this",
	// a logical ID, or the name of a task definition file.
	Address string
	// Type is the type as written: "aws_ecs_service", "AWS::ECS::Service".
	Type string
	// Header is the line that opens the resource.
	Header source.Range
	// Extent is all of the resource's code, if it stands in one place.
	Extent source.Range
	// Variant is the number of this reading where an undecided condition gives
	// the resource several; all readings have one address.
	Variant int
	// Condition says on what the existence of the resource depends, if that is
	// undecided; empty if the resource certainly exists.
	Condition string
	// Calls are the module calls that lead to the resource, the outermost first.
	// Where a module is not a part of the repository, its caller is shown.
	Calls []value.Step
	// Creation is the line of the program that made the resource, if a program
	// wrote what was read, as a CDK app does, and says so. Findings are shown there.
	Creation source.Range
	// Metadata is what the resource's own Metadata says, and that of the templates
	// and nested stacks around it, the innermost first. CloudFormation alone has it.
	Metadata []*value.Value
	// Region is the AWS region that the resource is in: its own or its provider's.
	Region value.StringSetting
	// Ignored are the attributes of which the deployment tool ignores changes after
	// the resource exists (Terraform's lifecycle.ignore_changes); "all" is all.
	Ignored []string

	number int
}

// IgnoresChanges reports whether changes of the property that a path begins with
// are ignored once the resource exists: the verdict is then on what is written.
func (r *Resource) IgnoresChanges(path string) bool {
	first := path[:len(path)-len(strings.TrimLeft(path, letters))]
	for _, name := range r.Ignored {
		if name == "all" || name == snake(first) || name+"s" == snake(first) {
			return true
		}
	}
	return false
}

// letters are those of the API's names.
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// label names an object in messages: by the name that its users gave it, or by
// other where they gave none or nothing of it is known.
func label(name value.StringSetting, other string) string {
	known := strings.ReplaceAll(name.Value().Content(), string([]byte{value.Hole}), "")
	if strings.Trim(known, "-_/ ") == "" {
		return other
	}
	return name.String()
}

// Number is the place of the resource among those of its model, from 0.
func (r *Resource) Number() int { return r.number }

// Base gives the resource itself.
func (r *Resource) Base() *Resource { return r }

// Input is one resource as a parser found it.
type Input struct {
	Type      string
	Address   string
	Value     *value.Value // a Map of its properties in the format's spelling
	Header    source.Range
	Condition string         // as in [Resource]
	Extent    source.Range   // as in [Resource]
	Calls     []value.Step   // as in [Resource]
	Creation  source.Range   // as in [Resource]
	Metadata  []*value.Value // as in [Resource]
	Ignored   []string       // as in [Resource]
	Region    *value.Value   // as in [Resource]; may be nil
}

// Model is every resource of one root: a Terraform root module with the modules
// that it calls, a template, or a task definition file. Once it is complete, several
// goroutines can ask it at a time.
type Model struct {
	// Name is the folder or file that the model stands for.
	Name string
	// Schema gives the names that resources of a type can have, as far as they are
	// to be judged; nil for a type of which that is not known. It may be nil.
	Schema func(typ string) *Schema
	// Generated are files that a program wrote and will write again, such as a plan:
	// what is in them is mended elsewhere.
	Generated []*source.File
	resources []Entity
	inputs    []Input
	byAddress map[string][]Entity
	missing   map[string]string // kind of resource -> why there may be more; of all kinds: ""
	given     map[string]string // address -> the code outside that is given the resource
	excess    excess
	added     int      // resources so far
	backlog   *backlog // of those that are not yet read; nil if all are

	// What several rules ask.
	answering sync.RWMutex
	answers   map[any]any // by question: see once
}

// The types of resources in files of their own, in the spelling of the API.
const (
	TaskDefinitionFile = "taskDefinition"
	ServiceFile        = "service"
)

// maxVariants bounds the readings of one resource.
const maxVariants = 8

// variants gives the readings of a resource: one for each alternative of its
// list of containers. What holds in all of them is certain.
func variants(v *value.Value, e Entity, s Spelling) []*value.Value {
	if _, ok := e.(*TaskDefinition); !ok {
		return []*value.Value{v}
	}
	name := [...]string{Camel: "containerDefinitions", Pascal: "ContainerDefinitions", Snake: "container_definitions"}[s]
	f := v.Fold(name)
	alts := f.Value.Alternatives()
	if len(alts) == 1 || len(alts) > maxVariants {
		return []*value.Value{v}
	}
	out := make([]*value.Value, len(alts))
	for i, a := range alts {
		var fields []value.Field
		for g := range v.Fields() {
			if !strings.EqualFold(g.Key, name) {
				fields = append(fields, g)
			}
		}
		fields = append(fields, value.Field{Key: name, Range: f.Range, Value: a})
		out[i] = value.NewMap(v.Range(), fields, v.Open())
		if links := v.Links(); len(links) > 0 {
			out[i] = out[i].WithLink(links[0])
		}
	}
	return out
}

// kindOf asks for the resources of one type.
type kindOf[E Entity] struct{}

// Of gives the resources of one type, in the order in which they were added. The
// caller does not change the list.
func Of[E Entity](m *Model) []E {
	return once(m, kindOf[E]{}, func() []E {
		var all []E
		for _, r := range m.resources {
			if e, ok := r.(E); ok {
				all = append(all, e)
			}
		}
		return all
	})
}

// once gives the answer to a question that many rules ask. The type of the key tells
// questions apart, its value what is asked about. The answer is for all who ask, and
// not to be changed. Several may ask at the same time; all get the same answer.
func once[K comparable, V any](m *Model, key K, answer func() V) V {
	m.answering.RLock()
	known, ok := m.answers[key]
	m.answering.RUnlock()
	if !ok {
		known = m.settle(key, answer())
	}
	return known.(V) //nolint:forcetypeassert // a type of key stands for one question
}

// settle keeps the answer to a question, unless there is one by now, and gives the
// one that is kept.
func (m *Model) settle(key, answer any) any {
	m.answering.Lock()
	defer m.answering.Unlock()
	if known, ok := m.answers[key]; ok {
		return known
	}
	if m.answers == nil {
		m.answers = map[any]any{}
	}
	m.answers[key] = answer
	return answer
}

// All goes over the resources of one type, in the order in which they were
// added.
func All[E Entity](m *Model) iter.Seq[E] { return slices.Values(Of[E](m)) }

// Len is the number of resources.
func (m *Model) Len() int {
	m.Complete()
	return len(m.resources)
}

// Resources goes over all resources.
func (m *Model) Resources() iter.Seq[Entity] {
	m.Complete()
	return slices.Values(m.resources)
}

// Find gives the resources of one type to which v refers: by a link, or for
// plain text by what names it. The second result is Yes if v certainly names
// one of them and nothing else, No if it certainly names nothing here, else
// Maybe.
func find[E Entity](m *Model, v *value.Value, named func(E, *value.Value) value.Truth) ([]E, value.Truth) {
	var out []E
	sure := value.No
	for _, l := range v.Links() {
		for _, x := range m.byAddress[l.Address] {
			if e, ok := x.(E); ok {
				out = append(out, e)
				sure = value.Yes
			}
		}
	}
	if len(out) > 0 {
		another := func(e E) bool { return e.Base().Address != out[0].Base().Address }
		if v.Kind() == value.Either || slices.ContainsFunc(out, another) {
			sure = value.Maybe
		}
		return out, sure
	}
	for e := range All[E](m) {
		if t := named(e, v); t != value.No {
			out = append(out, e)
			sure = sure.Or(t)
		}
	}
	if sure == value.Yes {
		out = slices.DeleteFunc(out, func(e E) bool { return named(e, v) != value.Yes })
	}
	if sure == value.No && !v.Is(value.Absent, value.Null) {
		return nil, value.Maybe // it names something that is not here
	}
	return out, sure
}
