package rules

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// file has a place of its own for each thing that a test looks at.
var file = source.NewFile("main.tf", []byte("resource {\nfirst\nsecond\nthird\n}\n"))

func line(n int) source.Range { return file.Line(n) }

func text(n int, s string) *value.Value { return value.NewString(line(n), s) }

func unknown(n int) *value.Value { return value.NewUnknown(line(n), "var.x has no default") }

// container is a container with the given user.
func container(n int, user *value.Value) *value.Value {
	return value.NewMap(line(n), []value.Field{
		{Key: "name", Value: text(n, "c")},
		{Key: "user", Value: user},
	}, false)
}

// task is a model of one task definition with the given containers and mode.
func task(containers, mode *value.Value) *model.Model {
	m := &model.Model{}
	m.Add(model.Input{
		Type: "aws_ecs_task_definition", Address: "aws_ecs_task_definition.x", Header: line(1),
		Value: value.NewMap(line(1), []value.Field{
			{Key: "container_definitions", Value: containers},
			{Key: "network_mode", Value: mode},
		}, false),
	})
	return m
}

func list(elems ...*value.Value) *value.Value { return value.NewList(line(1), elems, false) }

// noRoot fails for each container whose user is root, in the network mode host.
var noRoot = &Rule{ID: "TEST.1", Check: On(func(p *Pass, t *model.TaskDefinition) {
	if !p.Scope(t.NetworkMode.Is("host"), t.NetworkMode) {
		return
	}
	for c := range Each(p, &t.Containers) {
		p.When(c.User.Is("root"), c.User, "%s is root", c)
	}
})}

// judged gives the verdict, the findings, and what is undecided with its reason.
func judged(t *testing.T, m *model.Model, r *Rule) (Verdict, []string) {
	t.Helper()
	js, defects := judge(m, []*Rule{r}, nil)
	if len(defects) > 0 {
		t.Fatal(defects[0].Error())
	}
	if len(js) != 1 {
		t.Fatalf("%d judgements, want 1", len(js))
	}
	var out []string
	for _, f := range js[0].Findings {
		out = append(out, f.Range.Text()+" "+f.Path)
	}
	for _, f := range js[0].Unsure {
		out = append(out, "? "+f.Range.Text()+" "+f.Path+": "+f.Reason)
	}
	return js[0].Verdict, out
}

func TestVerdicts(t *testing.T) {
	root, app := container(2, text(2, "root")), container(3, text(3, "app"))
	maybe := value.NewEither(line(4), "var.on is unknown", container(4, text(4, "root")), value.NewAbsent(line(1)))
	host := text(1, "host")
	for _, test := range []struct {
		name       string
		containers *value.Value
		mode       *value.Value
		verdict    Verdict
		found      []string
	}{
		{"pass", list(app), host, Passed, nil},
		{"fail", list(root, app), host, Failed, []string{"first containerDefinitions[c].user"}},
		{"unknown", list(container(2, unknown(2))), host, Undecided, []string{"? first containerDefinitions[c].user: var.x has no default"}},
		{"fail and unknown", list(root, container(3, unknown(3))), host, Failed, []string{
			"first containerDefinitions[c].user", "? second containerDefinitions[c].user: var.x has no default",
		}},
		{"out of scope", list(root), text(1, "awsvpc"), NotApplicable, nil},
		{"out of scope, whatever is unknown", list(container(2, unknown(2))), text(1, "awsvpc"), NotApplicable, nil},
		{"scope unknown", list(root), unknown(1), Undecided, []string{"? first containerDefinitions[c].user: var.x has no default"}},
		{"scope unknown, nothing wrong", list(app), unknown(1), Passed, nil},
		{"container that may be absent", list(maybe), host, Undecided, []string{"? third containerDefinitions[c].user: var.on is unknown"}},
		{"more containers may exist", value.NewList(line(1), []*value.Value{app}, true), host, Undecided, []string{
			"? resource { containerDefinitions: the list may have more elements",
		}},
		{"more containers may exist, one fails", value.NewList(line(1), []*value.Value{root}, true), host, Failed, []string{
			"first containerDefinitions[c].user", "? resource { containerDefinitions: the list may have more elements",
		}},
		{"no containers", list(), host, Passed, nil},
	} {
		verdict, found := judged(t, task(test.containers, test.mode), noRoot)
		if verdict != test.verdict {
			t.Errorf("%s: %s, want %s", test.name, verdict, test.verdict)
		}
		if d := cmp.Diff(test.found, found); d != "" {
			t.Errorf("%s: findings (-want +got):\n%s", test.name, d)
		}
	}
}

// TestReadings has task definitions of which a condition decides.
func TestReadings(t *testing.T) {
	root, other, app := container(2, text(2, "root")), container(3, text(3, "root")), container(4, text(4, "app"))
	const doubt = ": it holds for one of several definitions of the containers, and which one is taken is unknown"
	for _, test := range []struct {
		name    string
		alts    []*value.Value
		verdict Verdict
		found   []string
	}{
		{"both pass", []*value.Value{list(app), list(app, app)}, Passed, nil},
		{"both fail", []*value.Value{list(root), list(other)}, Failed, []string{
			"first containerDefinitions[c].user", "second containerDefinitions[c].user",
		}},
		{"both fail at one place", []*value.Value{list(root), list(root, app)}, Failed, []string{"first containerDefinitions[c].user"}},
		{"one fails", []*value.Value{list(root), list(app)}, Undecided, []string{"? first containerDefinitions[c].user" + doubt}},
		{"one of three passes", []*value.Value{list(root), list(app), list(root, app)}, Undecided, []string{"? first containerDefinitions[c].user" + doubt}},
	} {
		either := value.NewEither(line(1), "var.on is unknown", test.alts...)
		verdict, found := judged(t, task(either, text(1, "host")), noRoot)
		if verdict != test.verdict {
			t.Errorf("%s: %s, want %s", test.name, verdict, test.verdict)
		}
		if d := cmp.Diff(test.found, found); d != "" {
			t.Errorf("%s: findings (-want +got):\n%s", test.name, d)
		}
	}
}

func TestNestedEach(t *testing.T) {
	variable := value.NewMap(line(3), []value.Field{{Key: "name", Value: text(3, "KEY")}}, false)
	env := value.NewList(line(3), []*value.Value{variable}, false)
	with := value.NewMap(line(2), []value.Field{{Key: "name", Value: text(2, "c")}, {Key: "environment", Value: env}}, false)
	rule := &Rule{ID: "TEST.2", Check: On(func(p *Pass, t *model.TaskDefinition) {
		for c := range Each(p, &t.Containers) {
			for e := range Each(p, &c.Environment) {
				p.When(e.Name.Is("KEY"), e.Name, "it is here")
			}
			p.When(c.User.Is("root"), c.User, "%s is root", c)
		}
	})}
	host := text(1, "host")
	verdict, found := judged(t, task(list(with), host), rule)
	if d := cmp.Diff([]string{"second containerDefinitions[c].environment[KEY].name"}, found); verdict != Failed || d != "" {
		t.Errorf("%s (-want +got):\n%s", verdict, d)
	}
	// What is inside of an object that may be absent is not certain either, and
	// what follows it is.
	maybe := value.NewEither(line(2), "var.on is unknown", with, value.NewAbsent(line(1)))
	verdict, found = judged(t, task(list(maybe, container(4, text(4, "root"))), host), rule)
	want := []string{"third containerDefinitions[c].user", "? second containerDefinitions[c].environment[KEY].name: var.on is unknown"}
	if d := cmp.Diff(want, found); verdict != Failed || d != "" {
		t.Errorf("%s (-want +got):\n%s", verdict, d)
	}
}

func TestFindingWithoutPlaceIsAtTheHeader(t *testing.T) {
	rule := &Rule{ID: "TEST.3", Check: On(func(p *Pass, _ *model.TaskDefinition) {
		p.When(value.Yes, value.StringSetting{}, "here")
	})}
	_, found := judged(t, task(list(), text(1, "host")), rule)
	if d := cmp.Diff([]string{"resource { "}, found); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestParameters(t *testing.T) {
	rule := &Rule{
		ID:     "TEST.4",
		Params: []Param{{Name: "modes", Default: []string{"host"}}, {Name: "strict", Default: []string{"false"}}},
		Check: On(func(p *Pass, t *model.TaskDefinition) {
			p.When(t.NetworkMode.In(p.Strings("modes")...), t.NetworkMode, "strict: %t", p.Bool("strict"))
		}),
	}
	for _, test := range []struct {
		name   string
		params map[string][]string
		want   []string
	}{
		{"defaults", nil, []string{"strict: false"}},
		{"given", map[string][]string{"modes": {"bridge", "host"}, "strict": {"true"}}, []string{"strict: true"}},
		{"given as none", map[string][]string{"modes": {}}, nil},
	} {
		js, _ := judge(task(list(), text(1, "host")), []*Rule{rule}, Params{"TEST.4": test.params})
		var got []string
		for _, f := range js[0].Findings {
			got = append(got, f.Message)
		}
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
}

// TestDefects has a rule that breaks down on the first of two resources.
func TestDefects(t *testing.T) {
	broken := &Rule{ID: "TEST.5", Check: On(func(p *Pass, t *model.TaskDefinition) {
		p.When(value.Yes, t.NetworkMode, "found before")
		if t.Address == "a" {
			panic("no such thing")
		}
	})}
	m := &model.Model{}
	for _, address := range []string{"a", "b"} {
		m.Add(model.Input{Type: "aws_ecs_task_definition", Address: address, Header: line(1), Value: value.NewMap(line(1), nil, false)})
	}
	js, defects := judge(m, []*Rule{broken, noRoot}, nil)
	var got []string
	for _, j := range js {
		got = append(got, j.Rule.ID+" "+j.Entity.Base().Address+" "+j.Verdict.String())
	}
	want := []string{"TEST.5 a unknown", "TEST.5 b fail", "TEST.1 a notApplicable", "TEST.1 b notApplicable"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if len(defects) != 1 || defects[0].Error() != "rule TEST.5 broke down on a: no such thing" {
		t.Fatalf("defects: %v", defects)
	}
	if !strings.Contains(string(defects[0].Stack), "TestDefects") {
		t.Error("the stack of the defect does not lead to the rule")
	}
}

// TestConditionalResource fails for certain where it exists at all.
func TestConditionalResource(t *testing.T) {
	m := &model.Model{}
	m.Add(model.Input{
		Type: "aws_ecs_task_definition", Address: "x", Header: line(1), Condition: "count is unknown",
		Value: value.NewMap(line(1), []value.Field{
			{Key: "network_mode", Value: text(2, "host")},
			{Key: "container_definitions", Value: list(container(3, text(3, "root")))},
		}, false),
	})
	js, _ := judge(m, []*Rule{noRoot}, nil)
	if js[0].Verdict != Failed || js[0].Findings[0].Condition != "count is unknown" {
		t.Errorf("%s, condition %q", js[0].Verdict, js[0].Findings[0].Condition)
	}
}

func TestSeverities(t *testing.T) {
	for s := Low; s <= Critical; s++ {
		if got, err := ParseSeverity(s.String()); err != nil || got != s {
			t.Errorf("ParseSeverity(%q) is %s, %v", s.String(), got, err)
		}
	}
	if _, err := ParseSeverity("urgent"); err == nil {
		t.Error("a severity that does not exist is accepted")
	}
}

// TestChecks has a rule about two kinds of resources.
func TestChecks(t *testing.T) {
	m := task(list(container(2, text(2, "root"))), text(1, "host"))
	m.Add(model.Input{
		Type: "aws_ecs_service", Address: "aws_ecs_service.x", Header: line(3),
		Value: value.NewMap(line(3), []value.Field{{Key: "launch_type", Value: text(3, "EC2")}}, false),
	})
	rule := &Rule{ID: "TEST.2", Check: Checks(
		On(func(p *Pass, s *model.Service) { p.When(s.LaunchType.Is("EC2"), s.LaunchType, "%s", s) }),
		noRoot.Check,
	)}
	judgements, defects := judge(m, []*Rule{rule}, nil)
	if len(defects) > 0 {
		t.Fatal(defects[0].Error())
	}
	var got []string
	for _, j := range judgements {
		got = append(got, j.Entity.Kind()+" "+j.Verdict.String())
	}
	if d := cmp.Diff([]string{"service fail", "taskDefinition fail"}, got); d != "" {
		t.Errorf("judgements (-want +got):\n%s", d)
	}
}

// judge gives the verdicts of [Judge].
func judge(m *model.Model, all []*Rule, params Params) ([]*Judgement, []*Defect) {
	var out []*Judgement
	defects := Judge(context.Background(), m, all, Options{Params: params.Everywhere(), Fixes: true}, func(j *Judgement) { out = append(out, new(*j)) })
	return out, defects
}
