package value

// Truth is the answer to a question about a value that may not be known. The
// order of the constants makes "and" a minimum and "or" a maximum.
type Truth int8

// The three answers.
const (
	No Truth = iota - 1
	Maybe
	Yes
)

// True gives Yes for true and No for false.
func True(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// Not turns Yes into No and the other way round. Maybe stays.
func (t Truth) Not() Truth { return -t }

// And is Yes if both are, No if one is.
func (t Truth) And(u Truth) Truth { return min(t, u) }

// Or is Yes if one is, No if both are.
func (t Truth) Or(u Truth) Truth { return max(t, u) }

// Agree is t if both answers are the same, else Maybe: what holds whichever of
// two undecided alternatives comes true.
func (t Truth) Agree(u Truth) Truth {
	if t == u {
		return t
	}
	return Maybe
}

// String gives "yes", "no" or "maybe".
func (t Truth) String() string {
	switch t {
	case No:
		return "no"
	case Maybe:
		return "maybe"
	case Yes:
		return "yes"
	}
	return "invalid"
}
