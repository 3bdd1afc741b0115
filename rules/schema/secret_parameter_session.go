package schema

import "github.com/mcplumb/mcplumb/analyzer"

var secretParameterSession = &analyzer.Rule{
	Name:    "secret-parameter-session",
	Summary: "tool asks the model for a password, token or API key",
	Why: "What is passed as an argument goes through the model, its provider, the transcript and the client's log, and users learn to paste credentials into " +
		"chats. Unlike a private key it can be changed afterwards.",
	Remedy:     "Read the credential from the server's environment or negotiate OAuth. Where a user must enter it, use URL-mode elicitation.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{522, 200},
	OWASP:      []string{"MCP01", "MCP10", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1504", "T1911"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_orders", "description": "List orders.", "inputSchema": {"type": "object", "properties": {"api_key": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_orders", "description": "List orders.", "inputSchema": {"type": "object", "properties": {"page_token": {"type": "string"}}}}]}
`},
}
