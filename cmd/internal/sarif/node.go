package sarif

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// object is an object of a log of any tool: its members, not read yet, and where it
// stands. A member of another type than the schema wants is reported once it is
// asked for, and is then as if it were not there. The zero object has no members.
type object struct {
	checker *checker
	path    string
	members map[string]json.RawMessage
}

// there reports whether the object is in the log.
func (o object) there() bool { return o.members != nil }

// has reports whether there is a member of a name, of whatever type.
func (o object) has(name string) bool { _, ok := o.members[name]; return ok }

// at gives the path of a member.
func (o object) at(name string) string {
	switch {
	case strings.ContainsAny(name, ".-"):
		return o.path + "[" + strconv.Quote(name) + "]"
	case o.path == "":
		return name
	}
	return o.path + "." + name
}

// read decodes a member. It is done in vain if there is none.
func (o object) read(name, kind string, into any) bool {
	raw, ok := o.members[name]
	if !ok {
		return false
	}
	if string(raw) == "null" || json.Unmarshal(raw, into) != nil {
		o.checker.mistype(o.at(name), kind)
		return false
	}
	return true
}

// object gives the member of a name; the zero object if there is none.
func (o object) object(name string) object {
	out := object{checker: o.checker, path: o.at(name)}
	o.read(name, "an object", &out.members)
	return out
}

// objects gives the elements of an array.
func (o object) objects(name string) []object {
	var list []json.RawMessage
	o.read(name, "an array", &list)
	out := make([]object, len(list))
	for i, raw := range list {
		out[i] = object{checker: o.checker, path: o.at(name) + "[" + strconv.Itoa(i) + "]"}
		if string(raw) == "null" || json.Unmarshal(raw, &out[i].members) != nil {
			o.checker.mistype(out[i].path, "an object")
		}
	}
	return out
}

// text gives a string; empty if there is none.
func (o object) text(name string) string {
	var out string
	o.read(name, "a string", &out)
	return out
}

// texts gives the strings of an array.
func (o object) texts(name string) []string {
	var out []string
	o.read(name, "an array of strings", &out)
	return out
}

// integer gives a whole number, which is at least least.
func (o object) integer(name string, least float64) (n float64, ok bool) {
	const most = 1 << 63
	if !o.read(name, "a number", &n) {
		return 0, false
	}
	if n != math.Trunc(n) || n < least || n >= most {
		o.checker.mistype(o.at(name), fmt.Sprintf("a whole number from %.0f", least))
		return 0, false
	}
	return n, true
}

// oneOf checks a string of which the schema has a list.
func (o object) oneOf(name string, allowed ...string) string {
	s := o.text(name)
	if o.has(name) && !contains(allowed, s) {
		o.checker.reject(o.at(name), "%s is no value of the schema, which has %v", quote(s), allowed)
	}
	return s
}
