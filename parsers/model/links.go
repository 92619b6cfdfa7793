package model

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// The launch types, and what a task definition can require.
// API: Compatibility; "MANAGED_INSTANCES" since 2025.
const (
	EC2              = "EC2"
	Fargate          = "FARGATE"
	External         = "EXTERNAL"
	ManagedInstances = "MANAGED_INSTANCES"
)

// TaskDefinitionsOf gives the task definitions that v, a setting of a service or
// task set, refers to: by a link, by family, by family and revision, or by ARN.
// The second result tells whether they are certainly the ones.
func (m *Model) TaskDefinitionsOf(v value.StringSetting) ([]*TaskDefinition, value.Truth) {
	f := once(m, naming[*TaskDefinition]{v.Value()}, func() found[*TaskDefinition] {
		items, sure := find(m, v.Value(), func(t *TaskDefinition, v *value.Value) value.Truth {
			return t.Family.In(FamilyOf(v)).And(known(v))
		})
		return found[*TaskDefinition]{items, sure}
	})
	return f.items, f.sure
}

// ClustersOf gives the clusters that v refers to: by a link, name or ARN.
func (m *Model) ClustersOf(v value.StringSetting) ([]*Cluster, value.Truth) {
	f := once(m, naming[*Cluster]{v.Value()}, func() found[*Cluster] {
		items, sure := find(m, v.Value(), func(c *Cluster, v *value.Value) value.Truth {
			return c.Name.In(lastPart(v)).And(known(v))
		})
		return found[*Cluster]{items, sure}
	})
	return f.items, f.sure
}

// naming is a value that names resources of a kind, and found what it names.
type (
	naming[E Entity] struct{ *value.Value }
	found[E Entity]  struct {
		items []E
		sure  value.Truth
	}
)

// HasArn asks whether the service has one of the ARNs. What its name or cluster
// is called may be up to AWS, and so unknown.
func (m *Model) HasArn(s *Service, arns ...string) value.Truth {
	t := value.No
	for _, arn := range arns {
		// arn:aws:ecs:REGION:ACCOUNT:service/CLUSTER/NAME; the old form has no cluster.
		_, path, _ := strings.Cut(arn, ":service/")
		cluster, name, found := strings.Cut(path, "/")
		if !found {
			cluster, name = "", path
		}
		t = t.Or(called(s.Name, name).And(m.inCluster(s.Cluster, cluster)))
	}
	return t
}

// called asks whether a resource has a name. AWS makes one up for a resource
// without.
func called(own value.StringSetting, name string) value.Truth {
	if own.Set() == value.No {
		return value.Maybe
	}
	return own.Is(name)
}

// inCluster asks whether v refers to the cluster of a name; any cluster will do
// where the name is empty.
func (m *Model) inCluster(v value.StringSetting, name string) value.Truth {
	switch {
	case name == "":
		return value.Yes
	case v.Set() == value.No:
		return value.True(name == "default")
	case v.Value().Kind() == value.String:
		return value.True(lastPart(v.Value()) == name)
	}
	clusters, sure := m.ClustersOf(v)
	if sure != value.Yes {
		return value.Maybe
	}
	var answers []value.Truth
	for _, c := range clusters {
		answers = append(answers, called(c.Name, name))
	}
	return agreed(answers)
}

// CapacityProvidersOf gives the capacity providers that v refers to: by a link,
// name or ARN.
func (m *Model) CapacityProvidersOf(v value.StringSetting) ([]*CapacityProvider, value.Truth) {
	return find(m, v.Value(), func(c *CapacityProvider, v *value.Value) value.Truth {
		return c.Name.In(lastPart(v)).And(known(v))
	})
}

// known is Yes for a value that is plain text, No for one that is not there.
func known(v *value.Value) value.Truth {
	switch v.Kind() {
	case value.Absent, value.Null:
		return value.No
	case value.String:
		return value.Yes
	case value.Text:
		if FamilyOf(v) != "" {
			return value.Yes
		}
	case value.Unknown, value.Bool, value.Number, value.List, value.Map, value.Either:
	}
	return value.Maybe
}

// lastPart gives the name at the end of an ARN, or the whole text.
func lastPart(v *value.Value) string {
	s, _ := v.Str()
	return s[strings.LastIndexByte(s, '/')+1:]
}

// FamilyOf gives the family that a reference to a task definition names, also
// where only the revision is unknown; empty if it is not known.
func FamilyOf(v *value.Value) string {
	s := v.Content()
	s = s[strings.LastIndexByte(s, '/')+1:]
	s, _, _ = strings.Cut(s, ":")
	if strings.IndexByte(s, value.Hole) >= 0 {
		return ""
	}
	return s
}

// RunsOn asks whether tasks of the definition run on a kind of compute: what it
// requires, else what the services and task sets that use it say.
func (m *Model) RunsOn(t *TaskDefinition, compute string) value.Truth {
	switch t.RequiresCompatibilities.Empty() {
	case value.No:
		return t.RequiresCompatibilities.Contains(compute)
	case value.Maybe:
		return value.Maybe
	case value.Yes:
	}
	return once(m, running{t, compute}, func() value.Truth { return m.runsOn(t, compute) })
}

// running is a task definition and a kind of compute on which it may run.
type running struct {
	*TaskDefinition
	compute string
}

// runsOn is [Model.RunsOn] by the services that use the task definition.
func (m *Model) runsOn(t *TaskDefinition, compute string) value.Truth {
	out, used := value.No, false
	each := func(v value.StringSetting, on func() value.Truth) {
		tasks, sure := m.TaskDefinitionsOf(v)
		for _, u := range tasks {
			if u.Address == t.Address {
				used = true
				out = out.Or(on().And(sure.Or(value.Maybe)))
				return
			}
		}
	}
	for s := range All[*Service](m) {
		each(s.TaskDefinition, func() value.Truth { return m.ServiceRunsOn(s, compute) })
	}
	for s := range All[*TaskSet](m) {
		each(s.TaskDefinition, func() value.Truth { return m.TaskSetRunsOn(s, compute) })
	}
	if used {
		return out
	}
	return value.Maybe // without a service nothing says where it runs
}

// ServiceRunsOn asks whether the service's tasks run on a kind of compute: by
// its launch type, else its capacity provider strategy, else its cluster's.
// Where these leave it open, its task definition may decide.
func (m *Model) ServiceRunsOn(s *Service, compute string) value.Truth {
	type runsOn struct {
		*Service
		compute string
	}
	return once(m, runsOn{s, compute}, func() value.Truth {
		if t := m.compute(s.LaunchType, &s.CapacityProviderStrategy, s.Cluster, compute); t != value.Maybe {
			return t
		}
		return m.required(s.TaskDefinition, compute)
	})
}

// TaskSetRunsOn is [Model.ServiceRunsOn] for a task set.
func (m *Model) TaskSetRunsOn(s *TaskSet, compute string) value.Truth {
	if t := m.compute(s.LaunchType, &s.CapacityProviderStrategy, s.Cluster, compute); t != value.Maybe {
		return t
	}
	return m.required(s.TaskDefinition, compute)
}

// required asks whether the task definitions that v refers to require a kind of
// compute: ECS refuses to run their tasks on any that they do not list.
func (m *Model) required(v value.StringSetting, compute string) value.Truth {
	tasks, sure := m.TaskDefinitionsOf(v)
	if sure != value.Yes {
		return value.Maybe
	}
	var answers []value.Truth
	for _, t := range tasks {
		r := &t.RequiresCompatibilities
		answer := r.Contains(compute)
		if r.Empty() != value.No || answer == value.Yes && (len(r.Items) > 1 || r.Complete != value.Yes) {
			answer = value.Maybe
		}
		answers = append(answers, answer)
	}
	return agreed(answers)
}

func (m *Model) compute(launch value.StringSetting, strategy *List[CapacityProviderStrategyItem], cluster value.StringSetting, compute string) value.Truth {
	direct := launch.Is(compute)
	switch launch.Set() {
	case value.Yes:
		return direct
	case value.Maybe:
		return direct.Agree(m.strategy(strategy, compute))
	case value.No:
	}
	if len(strategy.Items) > 0 || strategy.Complete != value.Yes {
		return m.strategy(strategy, compute)
	}
	clusters, sure := m.ClustersOf(cluster)
	if sure != value.Yes {
		return value.Maybe
	}
	out := value.No
	for _, c := range clusters {
		out = out.Or(m.clusterDefault(c, compute))
	}
	return out
}

// clusterDefault asks whether a service that says nothing itself runs on a kind
// of compute. Without a default strategy ECS takes EC2.
func (m *Model) clusterDefault(c *Cluster, compute string) value.Truth {
	strategies := []*List[CapacityProviderStrategyItem]{&c.DefaultCapacityProviderStrategy}
	sure := value.Yes
	for p := range All[*ClusterCapacityProviders](m) {
		of, s := m.ClustersOf(p.Cluster)
		for _, x := range of {
			if x.Address == c.Address {
				strategies = append(strategies, &p.DefaultCapacityProviderStrategy)
				sure = sure.And(s)
			}
		}
		if len(of) == 0 && s == value.Maybe {
			sure = value.Maybe
		}
	}
	out, given := value.No, value.No
	for _, s := range strategies {
		given = given.Or(value.True(len(s.Items) > 0)).Or(s.Complete.Not())
		out = out.Or(m.strategy(s, compute))
	}
	switch {
	case sure != value.Yes || given == value.Maybe:
		return value.Maybe
	case given == value.No:
		return value.True(compute == EC2)
	}
	return out
}

func (m *Model) strategy(s *List[CapacityProviderStrategyItem], compute string) value.Truth {
	out := s.Complete.Not()
	for _, item := range s.Items {
		out = out.Or(item.Exists().And(m.Provides(item.CapacityProvider, compute)))
	}
	return out
}

// builtIn asks whether a capacity provider is one that every account has.
func builtIn(p value.StringSetting) value.Truth { return p.In("FARGATE", "FARGATE_SPOT") }

// Provides asks whether a capacity provider gives a kind of compute.
func (m *Model) Provides(p value.StringSetting, compute string) value.Truth {
	if t := builtIn(p); t == value.Yes || compute == Fargate && t == value.No {
		return value.True(t == value.Yes && compute == Fargate)
	}
	providers, sure := m.CapacityProvidersOf(p)
	if sure != value.Yes {
		if compute == External {
			return value.No
		}
		if len(p.Value().Links()) > 0 && compute == Fargate {
			return value.No // the built-in providers are never a resource
		}
		return value.Maybe
	}
	out := value.No
	for _, c := range providers {
		switch compute {
		case EC2:
			out = out.Or(c.AutoScalingGroup.Exists())
		case ManagedInstances:
			out = out.Or(c.ManagedInstances.Exists())
		}
	}
	return out
}

// AskCluster asks q about the cluster of a service. It is Maybe where that is not
// known.
func (m *Model) AskCluster(s *Service, q func(*Cluster) value.Truth) value.Truth {
	clusters, sure := m.ClustersOf(s.Cluster)
	if sure != value.Yes {
		return value.Maybe
	}
	var answers []value.Truth
	for _, c := range clusters {
		answers = append(answers, q(c))
	}
	return agreed(answers)
}

// ListsProvider asks whether a list has a capacity provider, by the same name or as
// the same resource.
func (m *Model) ListsProvider(list *Strings, provider value.StringSetting) value.Truth {
	t := list.Complete.Not()
	for _, s := range list.Items {
		t = t.Or(m.sameProvider(s, provider))
	}
	return t
}

func (m *Model) sameProvider(a, b value.StringSetting) value.Truth {
	as, sureA := m.CapacityProvidersOf(a)
	bs, sureB := m.CapacityProvidersOf(b)
	if sureA == value.Yes && sureB == value.Yes {
		return value.True(as[0].Address == bs[0].Address)
	}
	if sureA == value.Yes && builtIn(b) == value.Yes || sureB == value.Yes && builtIn(a) == value.Yes {
		return value.No
	}
	return a.Equals(b)
}

// HasProviders asks whether the code associates any capacity provider with a
// cluster.
func (m *Model) HasProviders(c *Cluster) value.Truth {
	t := value.No
	for _, list := range m.providersOf(c) {
		t = t.Or(list.Empty().Not())
	}
	return t
}

// HasProvider asks whether a capacity provider is associated with a cluster.
func (m *Model) HasProvider(c *Cluster, provider value.StringSetting) value.Truth {
	t := value.No
	for _, list := range m.providersOf(c) {
		t = t.Or(m.ListsProvider(list, provider))
	}
	own, sure := m.CapacityProvidersOf(provider)
	for _, p := range own {
		t = t.Or(sure.And(p.Cluster.Set())) // Managed Instances are a part of their cluster
	}
	if why := m.mayHaveMore("clusterCapacityProviders", c.Address); why != "" {
		t = t.Or(value.Maybe)
	}
	return t
}

// providersOf gives the lists of capacity providers that are associated with a
// cluster, or may be.
func (m *Model) providersOf(c *Cluster) []*Strings {
	out := []*Strings{&c.CapacityProviders}
	for a := range All[*ClusterCapacityProviders](m) {
		of, sure := m.ClustersOf(a.Cluster)
		named := slices.ContainsFunc(of, func(x *Cluster) bool { return x.Address == c.Address })
		switch {
		case named && sure == value.Yes:
			out = append(out, &a.CapacityProviders)
		case named || len(of) == 0 && sure == value.Maybe:
			out = append(out, &Strings{Complete: value.Maybe})
		}
	}
	return out
}
