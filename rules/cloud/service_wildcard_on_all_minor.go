package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var serviceWildcardOnAllMinor = &analyzer.Rule{
	Name:    "service-wildcard-on-all-minor",
	Summary: "policy allows every action of a lesser service on every resource",
	Why: "The service is mostly read, or is about logs, metrics and models, but its wildcard includes writing: with " +
		"`logs:*` a server deletes the traces of what it did.",
	Remedy:     "List the actions that the server calls, such as `logs:Get*` and `logs:StartQuery`, and the resources.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1104"},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
	},
	Bad:  analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]}`},
	Good: analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["logs:Describe*", "logs:StartQuery"], "Resource": "*"}]}`},
}
