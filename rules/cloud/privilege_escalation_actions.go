package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var privilegeEscalationActions = &analyzer.Rule{
	Name:    "privilege-escalation-actions",
	Summary: "policy allows an action by which an identity gives itself more",
	Why: "Some actions change what identities may do, or run code as another one: attach a policy, make a key for " +
		"somebody else, replace a function's code, assume any role. On every resource each of them leads to " +
		"administrator.",
	Remedy: "Remove the action, or name the one resource it is for. Management of identities belongs into a pipeline with a " +
		"review, not into an agent's hands.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{269},
	OWASP:      []string{"MCP02", "ASI03"},
	SafeMCP:    []string{"T1302", "T1305"},
	References: []string{
		"https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
		"https://bishopfox.com/blog/privilege-escalation-in-aws",
	},
	Bad:  analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:AttachRolePolicy"], "Resource": "*"}]}`},
	Good: analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:CreateAccessKey"], "Resource": "arn:aws:iam::*:user/${aws:username}"}]}`},
}
