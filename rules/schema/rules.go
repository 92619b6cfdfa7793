// Package schema holds the rules about the form of configurations: what AWS's
// tools pass over in silence, or refuse only when something is deployed.
package schema

import "github.com/ecslint/ecslint/rules"

// Rules lists the module's rules, in the order of the documentation.
var Rules = []*rules.Rule{
	misspeltProperty,
}
