package value

import "testing"

var truths = []Truth{No, Maybe, Yes}

// TestTruth checks the tables of Kleene's three-valued logic.
func TestTruth(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		op   func(a, b Truth) Truth
		want [3][3]Truth // by a, then b: No, Maybe, Yes
	}{
		{"and", Truth.And, [3][3]Truth{{No, No, No}, {No, Maybe, Maybe}, {No, Maybe, Yes}}},
		{"or", Truth.Or, [3][3]Truth{{No, Maybe, Yes}, {Maybe, Maybe, Yes}, {Yes, Yes, Yes}}},
		{"agree", Truth.Agree, [3][3]Truth{{No, Maybe, Maybe}, {Maybe, Maybe, Maybe}, {Maybe, Maybe, Yes}}},
	} {
		for i, a := range truths {
			for j, b := range truths {
				if got := test.op(a, b); got != test.want[i][j] {
					t.Errorf("%v %s %v is %v, want %v", a, test.name, b, got, test.want[i][j])
				}
			}
		}
	}
	if No.Not() != Yes || Maybe.Not() != Maybe || Yes.Not() != No {
		t.Error("not")
	}
	if True(true) != Yes || True(false) != No {
		t.Error("true")
	}
	for truth, want := range map[Truth]string{No: "no", Maybe: "maybe", Yes: "yes", 7: "invalid"} {
		if truth.String() != want {
			t.Errorf("got %v, want %s", truth, want)
		}
	}
}
