package schema

import "github.com/mcplumb/mcplumb/analyzer"

var codeEvaluationParameter = &analyzer.Rule{
	Name:    "code-evaluation-parameter",
	Summary: "tool evaluates whatever code the model passes",
	Why: "Code in an argument is a command line through an interpreter: with the server's files and network, or, in a browser, with the cookies of whoever is " +
		"logged in. Text that the model has read can decide what it says.",
	Remedy:     "Evaluate in a sandbox without network and credentials, and approve every call. A browser for agents has a profile of its own.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{94, 95},
	OWASP:      []string{"MCP05", "LLM06", "ASI05"},
	SafeMCP:    []string{"T1101", "T1303"},
	References: []string{"CVE-2026-25905", "CVE-2025-53372"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "run_python", "description": "Execute Python code.", "inputSchema": {"type": "object", "properties": {"code": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "lint_python", "description": "Check Python code for style.", "inputSchema": {"type": "object", "properties": {"code": {"type": "string"}}}}]}
`},
}
