package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/parsers/value"
)

// Schema says which members an object can have.
type Schema struct {
	// Members gives the known ones by name. One that is no object, or whose members
	// users name as they like, has no schema: nothing below it is judged. Most objects
	// of a type are never looked at: what a schema has is made when it is asked for.
	Members func() map[string]*Schema
	// AnyCase says of the object, and of all below it, that whoever reads it does
	// not mind the case of names.
	AnyCase bool
	// Partial says that somebody else judges the names of the object's members.
	Partial bool
}

// Names is what there is to the names of a resource's members.
type Names struct {
	// Misspelt are those that are not known, but near to one that is and that the
	// same object lacks. Any other unknown name may be newer than the schema.
	Misspelt []*Misspelling
	// Unread are the objects not all members of which are known.
	Unread []*Node
}

// Misspelling is a member by a name that nobody reads. Its place is the name, and
// it exists for certain where the object does and lacks the member that was meant.
type Misspelling struct {
	Node
	Written string
	Meant   string
}

// NamesOf judges the names of a resource's members. It reports false for a
// resource that has no schema.
func (m *Model) NamesOf(r *Resource) (Names, bool) {
	if m.Schema == nil {
		return Names{}, false
	}
	schema := m.Schema(r.Type)
	if schema == nil {
		return Names{}, false
	}
	var n Names
	n.read(schema, r.Value(), place{})
	return n, true
}

// place is where an object stands in its resource.
type place struct {
	path    *step
	anyCase bool
}

// read judges v, which should be an object of the schema or a list of such.
func (n *Names) read(s *Schema, v *value.Value, at place) {
	switch v.Kind() {
	case value.Map:
		n.object(s, v, at)
	case value.List:
		for i, e := range v.Elems() {
			n.read(s, e, place{&step{up: at.path, elem: e.Present(), num: i}, at.anyCase})
		}
		n.unread(v, at)
	case value.Either:
		n.either(s, v, at)
	case value.Unknown:
		n.unread(v, at)
	case value.Absent, value.Null, value.Bool, value.Number, value.String, value.Text:
	}
}

// either judges the alternatives. If there is a wrong name in each of them, one
// is certain to be there.
func (n *Names) either(s *Schema, v *value.Value, at place) {
	var all []Names
	certain := value.Yes
	for _, a := range v.Alternatives() {
		var alt Names
		alt.read(s, a, at)
		wrong := value.No
		for _, m := range alt.Misspelt {
			wrong = wrong.Or(m.exists)
		}
		certain = certain.And(wrong)
		all = append(all, alt)
	}
	for _, alt := range all {
		for _, m := range alt.Misspelt {
			if certain != value.Yes && m.exists == value.Yes {
				m.exists, m.why = value.Maybe, v.Reason()
			}
		}
		n.Misspelt = append(n.Misspelt, alt.Misspelt...)
		n.Unread = append(n.Unread, alt.Unread...)
	}
}

func (n *Names) object(s *Schema, v *value.Value, at place) {
	at.anyCase = at.anyCase || s.AnyCase
	for f := range v.Fields() {
		path := &step{up: at.path, name: apiName(f.Key)}
		if below, known := s.member(f.Key, at.anyCase); known {
			if below != nil {
				n.read(below, f.Value, place{path, at.anyCase})
			}
			continue
		}
		if s.Partial {
			continue
		}
		meant, exists := s.meant(f.Key, v, at.anyCase)
		if exists == value.No {
			continue
		}
		r := f.Range
		if r.IsZero() {
			r = f.Value.Range()
		}
		name := value.NewString(r, f.Key).Along(f.Value)
		if v.Style() == value.Computed || v.Holds(value.Shape) {
			name = name.Held(value.Content) // with another name it may not get to where it is used
		}
		n.Misspelt = append(n.Misspelt, &Misspelling{
			Node:    Node{value: name, exists: exists, why: v.Reason(), path: path},
			Written: f.Key, Meant: meant,
		})
	}
	if !s.Partial {
		n.unread(v, at)
	}
}

// unread notes an object that may have more members, or a list more elements.
func (n *Names) unread(v *value.Value, at place) {
	if v.Open() || v.Kind() == value.Unknown {
		n.Unread = append(n.Unread, &Node{value: v, exists: value.Maybe, why: v.Reason(), path: at.path})
	}
}

// member gives the schema of a member and whether it is known.
func (s *Schema) member(name string, anyCase bool) (*Schema, bool) {
	below, known := s.Members()[name]
	if !known && anyCase {
		for k, b := range s.Members() {
			if strings.EqualFold(k, name) {
				return b, true
			}
		}
	}
	return below, known
}

// meant gives the known name that was probably meant by one that is not known in
// v, and whether v lacks it; No if there is none.
func (s *Schema) meant(name string, v *value.Value, anyCase bool) (string, value.Truth) {
	meant, lacking, least := "", value.No, farAway
	for _, k := range slices.Sorted(maps.Keys(s.Members())) {
		d := slips(name, k)
		if d >= least {
			continue
		}
		own := v.Get(k)
		if anyCase {
			own = v.Fold(k).Value
		}
		if t := value.Written(own).Not(); t != value.No {
			meant, lacking, least = k, t, d
		}
	}
	return meant, lacking
}

// farAway is more slips than a near name has.
const farAway = 3

// Near reports whether a word is probably a known one that somebody mistyped. A
// word that is known is near to itself.
func Near(word, known string) bool { return slips(word, known) < farAway }

// slips counts how far a name is from a known one: 0 if they differ only in case
// and in what separates words, else the letters that are missing, too many, wrong
// or exchanged with their neighbour. Two are near in a name of eight letters, one
// in a name of four. Shorter words are words of their own, as "gpu" is beside "cpu".
func slips(name, known string) int {
	a, b := plain(name), plain(known)
	if a == b {
		return 0
	}
	const long, short = "configuration", "config"
	if strings.ReplaceAll(a, long, short) == strings.ReplaceAll(b, long, short) {
		return 1
	}
	limit := min(2, len(a)/4, len(b)/4)
	if d := distance(a, b, limit); d <= limit {
		return d
	}
	return farAway
}

// plain gives the letters and digits of a name in lower case; a name with others
// than these, hyphens and underscores is nothing that anybody mistyped.
func plain(name string) string {
	b := make([]byte, 0, len(name))
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			b = append(b, c)
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case c == '_', c == '-':
		default:
			return ""
		}
	}
	return string(b)
}

// distance is the number of letters to insert, to delete, to replace or to
// exchange with their neighbour to get from a to b; any number above limit if it
// is more than that.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var before []int
	above, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			d := above[j]
			if a[i] != b[j] {
				d = 1 + min(d, above[j+1], row[j])
			}
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				d = min(d, before[j-1]+1)
			}
			row[j+1] = d
		}
		before, above, row = above, row, make([]int, len(b)+1)
	}
	return above[len(b)]
}

// apiName gives a name in the spelling of the API's.
func apiName(name string) string {
	var b strings.Builder
	for i, word := range strings.Split(name, "_") {
		if word == "" {
			continue
		}
		first := strings.ToUpper(word[:1])
		if i == 0 {
			first = strings.ToLower(word[:1])
		}
		b.WriteString(first + word[1:])
	}
	return cmp.Or(b.String(), name)
}
