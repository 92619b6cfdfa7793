package lint

import "testing"

func TestWithoutIndexes(t *testing.T) {
	for address, want := range map[string]string{
		`aws_x.y`:                           "aws_x.y",
		`module.a["x"].module.b[0].aws_x.y`: "module.a.module.b.aws_x.y",
		`module.a["]\"["].aws_x.y[12]`:      "module.a.aws_x.y",
		`aws_x.y["a[0]"]`:                   "aws_x.y",
		`Logical]Id`:                        "Logical]Id",
		`aws_x.y[`:                          "aws_x.y",
	} {
		if got := withoutIndexes(address); got != want {
			t.Errorf("withoutIndexes(%s) = %s, want %s", address, got, want)
		}
	}
}
