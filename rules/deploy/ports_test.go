package deploy

import "testing"

func TestPortRange(t *testing.T) {
	for _, test := range []struct {
		s           string
		first, last int // 0 for what is no range
	}{
		{"8000-8010", 8000, 8010},
		{"1-65535", 1, 65535},
		{"8000-8000", 0, 0},
		{"8010-8000", 0, 0},
		{"0-10", 0, 0},
		{"1-65536", 0, 0},
		{"8000", 0, 0},
		{"-8000", 0, 0},
		{"8000-", 0, 0},
		{"8000-8010-8020", 0, 0},
		{"", 0, 0},
	} {
		first, last, ok := portRange(test.s)
		if ok != (test.first > 0) || ok && (first != test.first || last != test.last) {
			t.Errorf("%q: %d to %d, %t, want %d to %d", test.s, first, last, ok, test.first, test.last)
		}
	}
}

func TestOverlap(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"10-20", "20-30", true},
		{"10-20", "12-13", true},
		{"10-20", "21-30", false},
		{"10-20", "", false},
		{"10-20", "30-10", false},
	} {
		if overlap(test.a, test.b) != test.want || overlap(test.b, test.a) != test.want {
			t.Errorf("%s and %s: want %t", test.a, test.b, test.want)
		}
	}
}

func TestPrivateImage(t *testing.T) {
	for image, want := range map[string]bool{
		"123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1.9":           true,
		"123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/web":      true,
		"123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/web":           true,
		"public.ecr.aws/docker/library/nginx:1.27":                       false,
		"12345.dkr.ecr.eu-west-1.amazonaws.com/web":                      false,
		"example.com/123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1": false,
		"123456789012.dkr.ecr.eu-west-1.amazonaws.com.example.com/web":   false,
	} {
		if privateImage().MatchString(image) != want {
			t.Errorf("%s: want %t", image, want)
		}
	}
}
