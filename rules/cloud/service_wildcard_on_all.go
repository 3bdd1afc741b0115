package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var serviceWildcardOnAll = &analyzer.Rule{
	Name:    "service-wildcard-on-all",
	Summary: "policy allows every action of a service on every resource",
	Why: "To read one bucket a server needs `s3:GetObject` on it. With `s3:*` on `*` it empties, deletes and publishes " +
		"every bucket of the account, and one injected instruction is enough. In services such as iam, ec2 or lambda " +
		"the wildcard is also a way to become administrator.",
	Remedy: "List the actions that the server calls and the ARNs it calls them on. A wildcard over reading (`s3:Get*`) on a " +
		"named resource is fine.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1104"},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
	},
	Bad:  analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}`},
	Good: analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"]}]}`},
}
