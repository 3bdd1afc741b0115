package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var bulkDataReadOnAllSecrets = &analyzer.Rule{
	Name:    "bulk-data-read-on-all-secrets",
	Summary: "policy reads every secret of the account",
	Why: "Secrets open other systems. A server that may read them all brings them into the model's context, from where " +
		"any later call can carry them out.",
	Remedy: "Name the secrets, parameters or keys that the server needs, and let the process fetch them at its start and " +
		"not the model through a tool.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{200, 250},
	OWASP:      []string{"MCP02", "MCP01", "MCP10", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1803", "T1502"},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
	},
	Bad:  analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]}`},
	Good: analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:reports-*"}]}`},
}
