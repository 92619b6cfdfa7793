package model

import (
	"testing"

	"github.com/ecslint/ecslint/parsers/value"
)

func TestNonRootUser(t *testing.T) {
	for _, test := range []struct {
		user any
		want value.Truth
	}{
		{absent(), value.No},
		{nil, value.No},
		{"", value.No},
		{"  ", value.No},
		{"root", value.No},
		{" root ", value.No},
		{"0", value.No},
		{0, value.No},
		{"00", value.No},
		{"0:0", value.No},
		{"0:1000", value.No},
		{"root:root", value.No},
		{"root:app", value.No},
		{":1000", value.No},
		{"app", value.Yes},
		{"Root", value.Yes}, // names are case-sensitive
		{"rootless", value.Yes},
		{"1000", value.Yes},
		{1000, value.Yes},
		{"1000:0", value.Yes},
		{"app:root", value.Yes},
		{"10", value.Yes},
		{unknown(), value.Maybe},
		{text("", ":1000"), value.Maybe},
		{text("0:", ""), value.No},
		{text("1000:", ""), value.Yes},
		{either("root", "app"), value.Maybe},
		{either("root", absent()), value.No},
		{either("0", "root"), value.No},
		{either("1000", "app"), value.Yes},
	} {
		c := container(t, test.user)
		check(t, "user "+of(test.user).String(), c.NonRootUser(), test.want)
	}
}

func TestNonAdministratorUser(t *testing.T) {
	for _, test := range []struct {
		user any
		want value.Truth
	}{
		{absent(), value.No},
		{"", value.No},
		{"ContainerAdministrator", value.No},
		{"containeradministrator", value.No},
		{`User Manager\ContainerAdministrator`, value.No},
		{"ContainerUser", value.Yes},
		{`CORP\app`, value.Yes},
		{unknown(), value.Maybe},
		{either(absent(), "ContainerAdministrator"), value.No},
	} {
		c := container(t, test.user)
		check(t, "user "+of(test.user).String(), c.NonAdministratorUser(), test.want)
	}
}

func container(t *testing.T, user any) *Container {
	t.Helper()
	task := decoded[*TaskDefinition](t, tfTask, object{"container_definitions": list{object{"user": user}}})
	return task.Containers.Items[0]
}
