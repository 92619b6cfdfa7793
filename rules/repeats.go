package rules

import (
	"iter"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
)

// Repeats goes over the objects of a list as [Each] does, and tells of each
// whether an earlier one has the same name. That is certain only where both
// certainly exist and both names are known.
func Repeats[T any, P object[T]](p *Pass, l *model.List[T], name func(P) value.StringSetting) iter.Seq2[P, value.Truth] {
	return func(yield func(P, value.Truth) bool) {
		var earlier []P
		for x := range Each[T, P](p, l) {
			twice := value.No
			for _, e := range earlier {
				twice = twice.Or(e.Exists().And(name(e).Equals(name(x))))
			}
			earlier = append(earlier, x)
			if !yield(x, twice) {
				return
			}
		}
	}
}
