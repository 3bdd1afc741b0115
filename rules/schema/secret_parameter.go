package schema

import "github.com/mcplumb/mcplumb/analyzer"

var secretParameter = &analyzer.Rule{
	Name:    "secret-parameter",
	Summary: "tool asks the model for a private key or client secret",
	Why: "What is passed as an argument goes through the model, its provider, the transcript and the client's log. A private key, seed phrase or client secret that " +
		"was there once is lost, and users learn to paste keys into chats.",
	Remedy:     "Read the key from the server's environment or a keychain. Where a user must enter it, use URL-mode elicitation, which keeps it from the model.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{522, 200},
	OWASP:      []string{"MCP01", "MCP10", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1504", "T1911"},
	References: []string{"CVE-2026-43992", "https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "sign_payment", "description": "Sign a payment.", "inputSchema": {"type": "object", "properties": {"private_key": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "sign_payment", "description": "Sign a payment.", "inputSchema": {"type": "object", "properties": {"key_id": {"type": "string"}}}}]}
`},
}
