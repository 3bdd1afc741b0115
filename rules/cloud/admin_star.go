package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var adminStar = &analyzer.Rule{
	Name:    "admin-star",
	Summary: "policy makes its identity an administrator",
	Why: "Every action on every resource is the whole account: users, keys, data, bills. A server that acts with this " +
		"policy hands all of it to whatever text talks its model into a call. Conditions and unconditional denials were " +
		"taken into account.",
	Remedy: "Allow the actions that the server's enabled tools call, on the resources they are for. Access Analyzer can " +
		"draft a policy from a week of use.",
	Severity:   analyzer.Critical,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250, 269},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1302", "T1305"},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
	},
	Bad:  analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}`},
	Good: analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports"}]}`},
}
