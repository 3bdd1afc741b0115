package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var invertedAllow = &analyzer.Rule{
	Name:    "inverted-allow",
	Summary: "policy allows everything but a list",
	Why: "An Allow with NotAction or NotResource grants everything its author did not think of, and every service and " +
		"resource that comes into being later. `NotAction` on `iam:*` still leaves data, keys and machines.",
	Remedy: "List in Action and Resource what is needed. To take something away from a wide grant, use a Deny statement " +
		"beside a narrow Allow.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{266},
	OWASP:      []string{"MCP02", "ASI03"},
	SafeMCP:    []string{"T1104"},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
	},
	Bad:  analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}]}`},
	Good: analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "NotAction": "iam:*", "Resource": "*"}]}`},
}
