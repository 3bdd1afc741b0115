package cloud

import (
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

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

func TestBounded(t *testing.T) {
	for _, c := range []struct {
		operator, key, value string
		want                 bool
	}{
		{"StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5", true},
		{"StringLike", "aws:PrincipalArn", "*", false},
		{"StringLike", "aws:PrincipalArn", "arn:aws:iam::123456789012:role/*", true},
		{"Bool", "aws:SecureTransport", "true", false},
		{"Bool", "aws:MultiFactorAuthPresent", "true", true},
		{"BoolIfExists", "aws:MultiFactorAuthPresent", "true", false}, // access keys have no such key
		{"StringEqualsIfExists", "aws:RequestedRegion", "eu-west-1", true},
		{"StringNotEquals", "aws:RequestedRegion", "eu-west-1", false},
		{"IpAddress", "aws:SourceIp", "0.0.0.0/0", false},
		{"IpAddress", "aws:SourceIp", "192.0.2.0/24", true},
		{"NotIpAddress", "aws:SourceIp", "192.0.2.0/24", false},
		{"Null", "aws:PrincipalTag/team", "true", false},
		{"Null", "aws:PrincipalTag/team", "false", true},
		{"ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/*", true},
		{"DateLessThan", "aws:CurrentTime", "2030-01-01T00:00:00Z", false},
	} {
		s := &mcp.IAMStatement{Conditions: []mcp.IAMCondition{{Operator: c.operator, Key: mcp.String{Value: c.key}, Values: []mcp.String{{Value: c.value}}}}}
		if got := bounded(s); got != c.want {
			t.Errorf("%s %s %s: %v, want %v", c.operator, c.key, c.value, got, c.want)
		}
	}
}

// FuzzMatch holds patterns without wildcards against plain comparison.
func FuzzMatch(f *testing.F) {
	f.Add("s3:Get*", "s3:GetObject")
	f.Add("s3:getobject", "s3:GetObject")
	f.Fuzz(func(t *testing.T, pattern, s string) {
		got := match(pattern, s)
		lowPattern, low := strings.ToLower(pattern), strings.ToLower(s)
		if !strings.ContainsAny(pattern, "*?") && got != (lowPattern == low) {
			t.Errorf("%q %q: %v", pattern, s, got)
		}
		if !match("*"+pattern+"*", pattern) {
			t.Errorf("%q does not match itself between stars", pattern)
		}
		if isEveryResource(pattern, "s3") && !strings.Contains(pattern, "*") {
			t.Errorf("%q has no wildcard and is not every resource", pattern)
		}
	})
}
