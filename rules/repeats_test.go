package rules

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
)

func TestRepeats(t *testing.T) {
	named := func(n int, name *value.Value) *value.Value {
		return value.NewMap(line(n), []value.Field{{Key: "name", Value: name}}, false)
	}
	perhaps := func(n int, v *value.Value) *value.Value {
		return value.NewEither(line(n), "var.on is unknown", v, value.NewAbsent(line(1)))
	}
	web, other := named(2, text(2, "web")), named(3, text(3, "proxy"))
	again := named(4, text(4, "web"))
	for _, test := range []struct {
		name       string
		containers *value.Value
		want       []value.Truth
	}{
		{"different", list(web, other), []value.Truth{value.No, value.No}},
		{"twice", list(web, other, again), []value.Truth{value.No, value.No, value.Yes}},
		{"three times", list(web, again, again), []value.Truth{value.No, value.Yes, value.Yes}},
		{"unknown", list(web, named(3, unknown(3))), []value.Truth{value.No, value.Maybe}},
		{"first perhaps", list(perhaps(2, web), again), []value.Truth{value.No, value.Maybe}},
		{"nameless", list(named(2, value.NewNull(line(2))), named(3, value.NewNull(line(3)))), []value.Truth{value.No, value.No}},
	} {
		var got []value.Truth
		rule := &Rule{ID: "TEST.2", Check: On(func(p *Pass, t *model.TaskDefinition) {
			for _, twice := range Repeats(p, &t.Containers, func(c *model.Container) value.StringSetting { return c.Name }) {
				got = append(got, twice)
			}
		})}
		judged(t, task(test.containers, text(1, "host")), rule)
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
}
