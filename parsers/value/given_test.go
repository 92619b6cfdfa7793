package value

import "testing"

func TestGiven(t *testing.T) {
	t.Parallel()
	arn := unknown().WithLink(Link{Address: "aws_x.y", Attr: "arn"})
	for _, test := range []struct {
		name string
		v    *Value
		want Truth
	}{
		{"text", NewString(none, "a"), Yes},
		{"blank", NewString(none, " "), No},
		{"absent", NewAbsent(none), No},
		{"null", NewNull(none), No},
		{"unknown", unknown(), Maybe},
		{"attribute", arn, Yes},
		{"computed from an attribute", arn.Loosened(), Maybe},
		{"either attribute", either(arn, NewString(none, "a")), Yes},
		{"perhaps an attribute", either(arn, NewNull(none)), Maybe},
	} {
		if got := NewOf[string]("x", test.v, none, nil).Given(); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestIdentity shows of what a value is an attribute itself.
func TestIdentity(t *testing.T) {
	t.Parallel()
	link := Link{Address: "aws_x.y", Attr: "id"}
	id := unknown().WithLink(link)
	other := unknown().WithLink(Link{Address: "aws_x.z", Attr: "id"})
	text := func(before string, v *Value) *Value {
		var b Builder
		b.Literal(before, none, Verbatim)
		b.Interpolate(v, none)
		return b.Value(none)
	}
	for _, test := range []struct {
		name string
		v    *Value
		want bool // is it the attribute
	}{
		{"attribute", id, true},
		{"alone in a text", text("", id), true},
		{"in a text", text("a-", id), false},
		{"written attribute", NewString(none, "a").WithLink(link), true},
		{"computed", id.Loosened(), false},
		{"either", NewEither(none, "", id, other), false},
		{"either, or what fails", NewEither(none, "", id, NewFailed(none, "")), true},
		{"either, or something unknown", NewEither(none, "", id, unknown()), false},
		{"the same in both cases", NewEither(none, "", id, id.At(none)), true},
		{"unknown", unknown(), false},
	} {
		links := test.v.Identity()
		if got := len(links) == 1 && links[0] == link; got != test.want {
			t.Errorf("%s: %v", test.name, links)
		}
		if !test.want && test.name != "unknown" && len(test.v.Links()) == 0 {
			t.Errorf("%s: no link at all", test.name)
		}
	}
}
