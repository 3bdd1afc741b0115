package cloud

import "github.com/mcplumb/mcplumb/analyzer"

var broadManagedRole = &analyzer.Rule{
	Name:    "broad-managed-role",
	Summary: "role is given a managed policy that no server needs whole",
	Why: "AWS's own FullAccess and administrator policies are written for people who set a service up. Given to a " +
		"server's role they are every action on every resource, and they grow with each feature of the service.",
	Remedy:     "Write a policy of the actions that the server's tools call and the ARNs they call them on.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1302"},
	References: []string{
		"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
	},
	Bad:  analyzer.Example{File: "template.json", Text: `{"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}, "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]}}}}`},
	Good: analyzer.Example{File: "template.json", Text: `{"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}, "ManagedPolicyArns": ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]}}}}`},
}
