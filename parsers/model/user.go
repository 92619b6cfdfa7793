package model

import (
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// NonRootUser asks whether the container sets a user that is not root. Of the
// forms user, user:group, uid and uid:gid only the part before the colon counts:
// "app:root" has a group of root, "0:1000" is root. Names are case-sensitive.
func (c *Container) NonRootUser() value.Truth {
	return c.User.Before(":").Satisfies(func(s string) bool {
		s = strings.TrimSpace(s)
		return s != "root" && strings.Trim(s, "0") != "" // "00" is uid 0 too
	})
}

// NonAdministratorUser asks whether the container sets a user that is not the
// administrator of Windows containers, in any domain. Names of Windows accounts
// are not case-sensitive.
func (c *Container) NonAdministratorUser() value.Truth {
	return c.User.Satisfies(func(s string) bool {
		s = strings.TrimSpace(s[strings.LastIndexByte(s, '\\')+1:])
		return s != "" && !strings.EqualFold(s, "ContainerAdministrator")
	})
}
