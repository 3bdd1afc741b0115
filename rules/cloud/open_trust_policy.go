package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var openTrustPolicy = &analyzer.Rule{
	Name:    "open-trust-policy",
	Summary: "anybody can become the role",
	Why: "The trust policy says who may act as the role. Without a principal or a condition that narrows it, every " +
		"account, or every repository on GitHub, may, and does so as the server.",
	Remedy: "Name the account or role, and add `aws:PrincipalOrgID`, `sts:ExternalId` or the exact subject of the token as " +
		"a condition.",
	Severity:   analyzer.Critical,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{284, 441},
	OWASP:      []string{"MCP07", "MCP02", "ASI03"},
	SafeMCP:    []string{"T1307", "T1706"},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
		"https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
	},
	Bad:  analyzer.Example{File: "trust.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]}`},
	Good: analyzer.Example{File: "trust.json", Text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}]}`},
}
