package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var passroleUnbounded = &analyzer.Rule{
	Name:    "passrole-unbounded",
	Summary: "policy lets any role be handed to any service",
	Why: "Whoever may pass every role starts a function or a machine with the strongest one and lets it act. The policy " +
		"looks small and is worth an administrator.",
	Remedy:     "Name the roles in Resource and set the condition `iam:PassedToService` to the one service they are for.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{269},
	OWASP:      []string{"MCP02", "ASI03"},
	SafeMCP:    []string{"T1302", "T1307"},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
	},
	Bad:  analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}]}`},
	Good: analyzer.Example{File: "policy.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}]}`},
}
