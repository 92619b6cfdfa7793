package model

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

func TestContainerInsights(t *testing.T) {
	setting := func(name, v any) object { return object{"name": name, "value": v} }
	insights := func(v any) object { return setting("containerInsights", v) }
	for _, test := range []struct {
		name     string
		settings any
		account  any // the account's default, nil if the code does not set it
		want     value.Truth
	}{
		{"enabled", list{insights("enabled")}, nil, value.Yes},
		{"disabled", list{insights("disabled")}, nil, value.No},
		{"absent", list{}, nil, value.No},
		{"another setting", list{setting("other", "enabled")}, nil, value.No},
		{"behind another", list{setting("other", "x"), insights("enabled")}, nil, value.Yes},
		{"unknown value", list{insights(unknown())}, nil, value.Maybe},
		{"unknown name", list{setting(unknown(), "enabled")}, nil, value.Maybe},
		{"unknown name, but off", list{setting(unknown(), "disabled")}, nil, value.No},
		{"unknown settings", unknown(), nil, value.Maybe},
		{"may be absent", list{either(insights("enabled"), absent())}, nil, value.Maybe},
		{"off or absent", list{either(insights("disabled"), absent())}, nil, value.No},
		{"absent, default of the account", list{}, "enabled", value.Maybe},
		{"absent, unknown default of the account", list{}, unknown(), value.Maybe},
		{"absent, account off", list{}, "disabled", value.No},
		{"disabled, default of the account", list{insights("disabled")}, "enabled", value.No},
		{"off or absent, default of the account", list{either(insights("disabled"), absent())}, "enabled", value.Maybe},
	} {
		m := &Model{}
		add(m, tfCluster, "aws_ecs_cluster.main", object{"setting": test.settings})
		if test.account != nil {
			add(m, "aws_ecs_account_setting_default", "aws_ecs_account_setting_default.x", insights(test.account))
		}
		got := m.ContainerInsights(only[*Cluster](t, m))
		check(t, test.name, got.Is("enabled"), test.want)
	}
}

func TestAnotherAccountSetting(t *testing.T) {
	m := &Model{}
	add(m, tfCluster, "aws_ecs_cluster.main", object{})
	add(m, "aws_ecs_account_setting_default", "aws_ecs_account_setting_default.x", object{"name": "awsvpcTrunking", "value": "enabled"})
	check(t, "insights", m.ContainerInsights(only[*Cluster](t, m)).Is("enabled"), value.No)
}
