package schema

import "github.com/mcplumb/mcplumb/analyzer"

var destinationOverrideParameterUnproven = &analyzer.Rule{
	Name:    "destination-override-parameter-unproven",
	Summary: "model chooses the host that the server talks to",
	Why: "If the server holds a credential, it is sent to whatever host the model names. A manifest alone does not show whether it holds one, so this is a " +
		"lead for a reviewer; with the configuration beside it, it becomes `destination-override-parameter`.",
	Remedy:     "Take the origin from the server's configuration, or list the allowed ones in an `enum`.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{918, 441},
	OWASP:      []string{"MCP05", "MCP07", "LLM06", "ASI02", "ASI03"},
	SafeMCP:    []string{"T1307", "T1706", "T1804"},
	References: []string{"CVE-2026-15583", "CVE-2026-27826"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_issues", "description": "List issues.", "inputSchema": {"type": "object", "properties": {"base_url": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_issues", "description": "List issues.", "inputSchema": {"type": "object", "properties": {"project": {"type": "string"}}}}]}
`},
}
