package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/cmd/internal/lint"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// review is code for reports that people read.
const review = `locals {
  agent = { privileged = true }
}

resource "aws_ecs_task_definition" "api" {
  container_definitions = jsonencode([merge(local.agent, { name = "a|b" })])
}

resource "aws_ecs_service" "api" {
  assign_public_ip = var.public
	tags             = { owner = "x" }
}
`

var publicIP = &rules.Rule{
	ID: "ECS.2", Slug: "public-ip", Severity: rules.High, Title: "Service gives its tasks public IP addresses",
	Why: "It can be reached.", Fix: "Set `assignPublicIp` to `DISABLED`.",
	Docs: []rules.Link{{Title: "Control ECS.2", URL: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2"}},
}

// part is the place of a text in a file.
func part(f *source.File, text string) source.Range {
	i := strings.Index(string(f.Bytes), text)
	return source.Range{File: f, Start: i, End: i + len(text)}
}

// reviewRun has findings that are new, known, ignored and undecided.
func reviewRun() *Run {
	f := source.NewFile("app/main.tf", []byte(review))
	task, service := part(f, `resource "aws_ecs_task_definition" "api"`), part(f, `resource "aws_ecs_service" "api"`)
	finding := func(n int, rule *rules.Rule, severity rules.Severity, place source.Range, message string, in ...lint.Instance) *lint.Finding {
		for i := range in {
			in[i].Unit = "app"
			if in[i].Message == "" {
				in[i].Message = message
			}
		}
		return &lint.Finding{
			Rule: rule, Severity: severity, Range: place, Key: fmt.Sprintf("%032x:1", n), Message: message, Instances: in,
		}
	}
	minor := finding(1, low, rules.Low, part(f, "tags"), "tags is misspelt", lint.Instance{Address: "aws_ecs_service.api", Resource: service})
	privileged := finding(2, high, rules.High, part(f, "true"), `container "a|b" of @team is privileged`,
		lint.Instance{Address: "aws_ecs_task_definition.api", Path: "containerDefinitions[a|b].privileged", Resource: task, Condition: "var.enabled"},
		lint.Instance{Address: "aws_ecs_task_definition.api", Resource: task, Message: "another container is privileged", Sets: []string{"prod"}})
	privileged.Trail = []value.Step{{Range: part(f, "local.agent"), Kind: value.Local, Name: "local.agent"}}
	privileged.Fixes = []rules.Fix{{
		Message: "Set privileged to false",
		Edits:   []rules.TextEdit{{Range: part(f, "true"), NewText: "false\npassword = \"" + secret + "\""}},
	}}
	known := finding(3, low, rules.Medium, part(f, "merge"), "merge is misspelt", lint.Instance{Address: "aws_ecs_task_definition.api", Resource: task})
	known.Suppression = &lint.Suppression{Kind: lint.Known}
	ignored := finding(4, publicIP, rules.High, part(f, "assign_public_ip"), "service is public", lint.Instance{Address: "aws_ecs_service.api", Resource: service})
	ignored.Suppression = &lint.Suppression{
		Kind: lint.Configured, Reason: "see https://example.com/#7", Until: "2027-03-31",
		Range: part(source.NewFile(".ecslint.yaml", []byte("ignores:\n  - rule: ECS.2\n")), "rule: ECS.2"),
	}
	undecided := finding(5, publicIP, rules.High, part(f, "var.public"), "service is public", lint.Instance{Address: "aws_ecs_service.api", Resource: service})
	undecided.Reason = "var.public has no default"

	judge := func(rule *rules.Rule, address string, resource source.Range, v rules.Verdict) lint.Judgement {
		return lint.Judgement{Rule: rule, Unit: "app", Address: address, Resource: resource, Verdict: v}
	}
	return &Run{
		Version: "1.2.3", ShowUndecided: true,
		Result: &lint.Result{
			Rules:    []*rules.Rule{publicIP, high, low},
			Findings: []*lint.Finding{minor, privileged}, Undecided: []*lint.Finding{undecided},
			Suppressed: []*lint.Finding{known, ignored}, Elsewhere: 1,
			Judgements: []lint.Judgement{
				judge(high, "aws_ecs_task_definition.api", task, rules.Failed),
				judge(low, "aws_ecs_task_definition.api", task, rules.Failed),
				judge(publicIP, "aws_ecs_service.api", service, rules.Failed),
				judge(high, "aws_ecs_service.api", service, rules.NotApplicable),
				judge(low, "aws_ecs_service.api", service, rules.Failed),
			},
			Resources: map[string]int{"service": 1, "taskDefinition": 1},
			Problems: []source.Problem{
				{Name: "app/net.tf", Message: "module \"net\" is not here", Level: source.Note},
				{Range: part(f, "var.public"), Message: "variable <public> is not declared", Level: source.Warning},
			},
		},
	}
}

// moduleRun has a finding in the code of a module, in resources of two units.
func moduleRun() *Run {
	r := reviewRun()
	f := r.Findings[0]
	f.Inside = source.NewFile(".terraform/m/x.tf", []byte("tags\n")).Line(1)
	f.Instances = append(f.Instances, lint.Instance{Unit: "stage", Address: "aws_ecs_service.b", Message: f.Message})
	for range 5 {
		f.Instances = append(f.Instances, lint.Instance{Unit: "stage", Address: "c", Message: f.Message})
	}
	r.Findings = []*lint.Finding{f}
	return r
}

// manyRun has n findings, of all severities in turn, with a resource each.
func manyRun(n int) *Run {
	r := &Run{Result: &lint.Result{Rules: []*rules.Rule{high}, Resources: map[string]int{"service": n}}}
	for i := range n {
		f := source.NewFile(fmt.Sprintf("stack-%d.yaml", i), []byte("A: 1\n"))
		place := f.Line(1)
		message := fmt.Sprintf("service %d is %s", i, strings.Repeat("*wrong* ", 10+i%50))
		r.Findings = append(r.Findings, &lint.Finding{
			Rule: high, Severity: severities[i%len(severities)], Range: place, Key: fmt.Sprintf("%032x:1", i), Message: message,
			Instances: []lint.Instance{{Unit: f.Name, Address: "Service", Message: message, Resource: place}},
		})
		r.Judgements = append(r.Judgements, lint.Judgement{Rule: high, Unit: f.Name, Address: "Service", Resource: place, Verdict: rules.Failed})
	}
	return r
}

func TestOutcome(t *testing.T) {
	nothing := emptyRun()
	nothing.Resources = nil
	known := emptyRun()
	known.Suppressed = reviewRun().Suppressed
	for want, r := range map[string]*Run{
		"no findings":                          emptyRun(),
		"no new findings":                      known,
		"no ECS resources found":               nothing,
		"2 new findings (1 high, 1 low)":       reviewRun(),
		"2 findings (1 high, 1 low), 3 errors": hostileRun(),
	} {
		if got := r.outcome(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestTroubles(t *testing.T) {
	got := fmt.Sprint(reviewRun().troubles(source.Note))
	want := "[{warning app/main.tf:10:22 variable <public> is not declared} {note app/net.tf module \"net\" is not here}]"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var levels []string
	for _, x := range hostileRun().troubles(source.Error) {
		levels = append(levels, x.level)
	}
	if got, want := strings.Join(levels, " "), "defect error error"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
