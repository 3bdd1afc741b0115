package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var bulkDataReadOnAll = &analyzer.Rule{
	Name:    "bulk-data-read-on-all",
	Summary: "policy reads the data of the whole account",
	Why: "Reading looks harmless until it is the content of every bucket, table or log group. To look after resources a " +
		"server needs their names and settings (`List*`, `Describe*`), not what is in them.",
	Remedy: "Name the buckets, tables or log groups, or use the managed policies ViewOnlyAccess and SecurityAudit, which " +
		"read no data.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{200, 250},
	OWASP:      []string{"MCP02", "MCP10", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1803", "T1502"},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
	},
	Bad:  analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}`},
	Good: analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*"}]}`},
}
