package cloud

import "testing"

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, s string
		want       bool
	}{
		{"s3:GetObject", "s3:GetObject", true}, {"S3:getobject", "s3:GetObject", true}, {"s3:Get*", "s3:GetObject", true},
		{"s3:*Object", "s3:GetObject", true}, {"s3:*Object", "s3:GetObjectAcl", false}, {"s3:?etObject", "s3:GetObject", true},
		{"s3:??Object", "s3:GetObject", false}, {"*", "iam:PassRole", true}, {"*:*", "iam:PassRole", true}, {"i*m:*Role", "iam:PassRole", true},
		{"", "x", false}, {"", "", true}, {"**", "", true}, {"s3:", "s3:GetObject", false}, {"*a*b*c*", "xaybzc", true}, {"*a*b*c*", "xaybz", false},
	} {
		if got := match(c.pattern, c.s); got != c.want {
			t.Errorf("%q %q: %v, want %v", c.pattern, c.s, got, c.want)
		}
	}
}

func TestIsEveryResource(t *testing.T) {
	for _, c := range []struct {
		pattern, service string
		want             bool
	}{
		{"*", "s3", true}, {"**", "s3", true}, {"arn:*", "s3", true}, {"arn:aws:*", "s3", true}, {"arn:aws:s3:*", "s3", true}, {"arn:aws:s3:::*", "s3", true},
		{"arn:aws:s3:::*/*", "s3", true}, {"arn:aws:s3:::*", "iam", false}, {"arn:aws:s3:::bucket/*", "s3", false}, {"arn:aws:s3:::bucket*", "s3", false},
		{"arn:aws:iam::123456789012:role/*", "iam", true}, {"arn:aws:iam::*:role/app-*", "iam", false}, {"arn:aws:iam::123456789012:role/app/*", "iam", false},
		{"arn:aws:secretsmanager:*:*:secret:*", "secretsmanager", true}, {"arn:aws:secretsmanager:eu-west-1:1:secret:*", "secretsmanager", false},
		{"arn:aws:dynamodb:*:*:table/orders", "dynamodb", false}, {"arn:*:*:*:*:*", "kms", true}, {"arn:aws:kms:*:*:key/*", "kms", true},
		{"", "s3", false}, {"bucket", "s3", false}, {"arn", "s3", false}, {"arn:aws:iam::*:user/${aws:username}", "iam", false},
	} {
		if got := isEveryResource(c.pattern, c.service); got != c.want {
			t.Errorf("%q %s: %v, want %v", c.pattern, c.service, got, c.want)
		}
	}
}

func TestWholeServices(t *testing.T) {
	for pattern, want := range map[string]int{"s3:*": 1, "S3:**": 1, "s3:Get*": 0, "s3:*Object": 0, "ec2:?*": 1, "iam": 0, "unheard-of:*": 1} {
		if got := wholeServices(pattern); len(got) != want {
			t.Errorf("%q: %v, want %d", pattern, got, want)
		}
	}
	if got := wholeServices("s*:*"); len(got) < 5 {
		t.Errorf("a wildcard service covers several: %v", got)
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("*a*", "bab")
	f.Fuzz(func(t *testing.T, pattern, s string) {
		match(pattern, s)
		isEveryResource(pattern, "s3")
	})
}
