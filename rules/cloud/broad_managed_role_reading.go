package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var broadManagedRoleReading = &analyzer.Rule{
	Name:    "broad-managed-role-reading",
	Summary: "role may read the data of the whole account",
	Why: "ReadOnlyAccess changes nothing, but it reads what is in the buckets, tables and queues, and that is what an " +
		"injected instruction wants to carry away.",
	Remedy:     "Use ViewOnlyAccess or SecurityAudit, which read names and settings and no data.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{200, 250},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1502"},
	References: []string{"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html"},
	Bad:        analyzer.Example{File: "template.json", Text: `{"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}, "ManagedPolicyArns": ["arn:aws:iam::aws:policy/ReadOnlyAccess"]}}}}`},
	Good:       analyzer.Example{File: "template.json", Text: `{"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}, "ManagedPolicyArns": ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"]}}}}`},
}
