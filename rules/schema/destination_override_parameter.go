package schema

import "github.com/mcplumb/mcplumb/analyzer"

var destinationOverrideParameter = &analyzer.Rule{
	Name:    "destination-override-parameter",
	Summary: "model chooses the host that receives the server's credential",
	Why: "The server attaches the token that it was configured with to whatever host the model names: the confused deputy in one argument. Several published " +
		"advisories are exactly this.",
	Remedy:     "Take the origin from the server's configuration. Where several are needed, list them in an `enum` or fix them by an anchored `pattern`.",
	Severity:   analyzer.High,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{918, 441},
	OWASP:      []string{"MCP05", "MCP07", "LLM06", "ASI02", "ASI03"},
	SafeMCP:    []string{"T1307", "T1706", "T1804"},
	References: []string{"CVE-2026-15583", "CVE-2026-27826", "CVE-2026-61559", "CVE-2026-26118"},
	Bad: analyzer.Example{File: "mcp.json", Text: `{"mcpServers": {"tracker": {"command": "tracker-mcp", "env": {"TRACKER_TOKEN": "${TRACKER_TOKEN}"}}},
 "tools": [{"name": "list_issues", "description": "List issues.", "inputSchema": {"type": "object", "properties": {"base_url": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "mcp.json", Text: `{"mcpServers": {"tracker": {"command": "tracker-mcp", "env": {"TRACKER_TOKEN": "${TRACKER_TOKEN}"}}},
 "tools": [{"name": "list_issues", "description": "List issues.", "inputSchema": {"type": "object", "properties": {"base_url": {"type": "string", "enum": ["https://eu.tracker.dev", "https://us.tracker.dev"]}}}}]}
`},
}
