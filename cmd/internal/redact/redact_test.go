package redact

import (
	"errors"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

func TestSecretsByForm(t *testing.T) {
	for _, test := range []struct{ name, line, want string }{
		{"HCL", `{ name = "A", value = "hunter2" },`, `{ name = "A", value = "***" },`},
		{"HCL, escapes", `value = "hun\"ter2"`, `value = "***"`},
		{"HCL reference", `value = var.password`, `value = var.password`},
		{"HCL switch", `value = "disabled"`, `value = "disabled"`},
		{"HCL number", `value = 123456`, `value = ***`},
		{"JSON", `{"name": "A", "value": "hunter2"}`, `{"name": "A", "value": "***"}`},
		{"JSON in a quoted string", `"[{\"name\":\"A\",\"value\":\"hunter2\"}]"`, `"[{\"name\":\"A\",\"value\":\"***\"}]"`},
		{"YAML", `- { Name: A, Value: hunter2 }`, `- { Name: A, Value: ***}`},
		{"YAML block", `  Value: hunter2 and more`, `  Value: ***`},
		{"YAML quoted", `Value: 'hunter2'`, `Value: '***'`},
		{"YAML Sub", `Value: !Sub "pw-${X}-hunter2"`, `Value: !Sub "***"`},
		{"YAML Ref", `Value: !Ref Password`, `Value: !Ref Password`},
		{"unterminated", `value = "hunter2`, `value = "***`},
		{"key with a promise", `db_password = "hunter2"`, `db_password = "***"`},
		{"key with a promise, YAML", `MasterUserPassword: hunter2`, `MasterUserPassword: ***`},
		{"key with a promise, reference", `password = random_password.db.result`, `password = random_password.db.result`},
		{"ARN is no secret", `secret_arn = "arn:aws:secretsmanager:eu-west-1:1:secret:x"`, `secret_arn = "arn:aws:secretsmanager:eu-west-1:1:secret:x"`},
		{"list of secrets", `secrets = [{ name = "A" }]`, `secrets = [{ name = "A" }]`},
		{"option", `command = ["app", "--password", "hunter2"]`, `command = ["app", "--password", "***"]`},
		{"option with equals sign", `command: app --token=hunter2 -v`, `command: app --token=*** -v`},
		{"URL", `url = "postgres://app:hunter2@db/x"`, `url = "postgres://app:***@db/x"`},
		{"URL with a reference", `"postgres://${var.user}:${var.pw}@db"`, `"postgres://${var.user}:${var.pw}@db"`},
		{"access key", `key AKIAIOSFODNN7EXAMPLE here`, `key *** here`},
		{"secret key", `x = "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"`, `x = "***"`},
		{"private key", `-----BEGIN RSA PRIVATE KEY-----MIIabc`, `***`},
		{"GitHub token", `"ghp_0123456789abcdefghij0123456789"`, `"***"`},
		{"JWT", `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln`, `***`},
		{"bearer", `Authorization: Bearer abcdef0123456789`, `Authorization: Bearer ***`},
		{"digest is no secret", `image = "x@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"`, `image = "x@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"`},
		{"generated name", `ApiFargateServiceTaskDefinitionExecutionRole8A7B3C2D`, `ApiFargateServiceTaskDefinitionExecutionRole8A7B3C2D`},
		{"plain code", `resource "aws_ecs_service" "secret_service" {`, `resource "aws_ecs_service" "secret_service" {`},
		{"long line", strings.Repeat("x", maxLine+1), Hidden},
	} {
		f := source.NewFile("x", []byte("before\n"+test.line+"\nafter"))
		m := &Mask{}
		if got := m.Range(f.Line(2)); got != test.want && test.name != "long line" {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
		if got := m.Text(test.line); got != test.want {
			t.Errorf("%s, as a message: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestSecretsByPlace(t *testing.T) {
	text := "a = \"one\"\nb = \"two\"\nc = \"x-${local.b}-y\"\nd = [true, 5]\n"
	f := source.NewFile("x.tf", []byte(text))
	at := func(s string) source.Range {
		i := strings.Index(text, s)
		return source.Range{File: f, Start: i, End: i + len(s)}
	}
	var b value.Builder
	b.Literal("x-", at("x-"), value.Verbatim)
	b.Interpolate(value.NewString(at(`"two"`), "two"), at("${local.b}"))
	b.Literal("-y", at("-y"), value.Verbatim)

	unit, all := &Mask{}, &Mask{}
	unit.Add("A", value.NewEither(at(`"one"`), "", value.NewString(at(`"one"`), "one"), value.NewAbsent(at("a"))))
	unit.Add("B", b.Value(at(`"x-${local.b}-y"`)))
	unit.Add("C", value.NewBool(at("true"), true))
	unit.Add("D", value.NewUnknown(at("local.b"), "unknown"))
	all.Join(unit, &Mask{})

	want := "a = ***\nb = ***\nc = ***\nd = [***, 5]\n"
	if got := all.Range(f.Whole()); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := all.Range(at("ne\"\nb")); got != "***\nb" {
		t.Errorf("a part of it: got %q", got)
	}
	copied := source.NewFile("y.tf", []byte(text))
	all.Alias(f, copied)
	if got := all.Range(copied.Whole()); got != want {
		t.Errorf("alias: got\n%swant\n%s", got, want)
	}
}

func TestValueInMessage(t *testing.T) {
	m := &Mask{}
	r := source.Range{}
	m.Add("DB_PASSWORD", value.NewString(r, "tr0ub4dor"))
	m.Add("DB_PASSWORD", value.NewString(r, "short"))
	m.Add("STAGE", value.NewString(r, "production"))
	m.Join()
	const message = `cannot read "tr0ub4dor" of production shortly`
	if got, want := m.Text(message), `cannot read "***" of production shortly`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestKeyed(t *testing.T) {
	m := &Mask{}
	for _, test := range []struct{ key, text, want string }{
		{"DB_PASSWORD", "hunter2", Hidden},
		{"--token", "hunter2", Hidden},
		{"splunk-token", "arn:aws:ssm:eu-west-1:1:parameter/x", "arn:aws:ssm:eu-west-1:1:parameter/x"},
		{"secret", "enabled", "enabled"},
		{"url", "https://app:hunter2@host", "https://app:***@host"},
		{"name", "web", "web"},
		{"", "web", "web"},
	} {
		if got := m.Keyed(test.key, test.text); got != test.want {
			t.Errorf("%s, %s: got %s, want %s", test.key, test.text, got, test.want)
		}
	}
}

func TestPanic(t *testing.T) {
	var none []int
	outOfRange := func() (cause any) {
		defer func() { cause = recover() }()
		return none[len(none)]
	}()
	for _, test := range []struct {
		cause any
		want  string
	}{
		{outOfRange, "runtime error: index out of range [0] with length 0"},
		{"out of order", "out of order"},
		{errors.New(`bad value "hun\"ter2" and ` + "`hunter2`"), `bad value "***" and "***"`},
		{`unfinished "hunter2`, `unfinished "***"`},
		{5, "5"},
	} {
		if got := Panic(test.cause); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}
