package schema

import "github.com/mcplumb/mcplumb/analyzer"

var unconstrainedURLParameter = &analyzer.Rule{
	Name:    "unconstrained-url-parameter",
	Summary: "tool calls whatever URL the model passes",
	Why: "A URL that the model chooses can lead to metadata services and internal hosts, and its path and query carry data out. Many tools exist to do just " +
		"that, and the server may refuse private addresses; the schema does not show it, so this is a note and no verdict.",
	Remedy: "Publish the allowed hosts: an `enum`, a `const`, or a `pattern` that is anchored and fixes scheme and host (`^https://api\\.vendor\\.dev/`). " +
		"Where any host is the purpose, refuse private, link-local and metadata addresses after resolving, and follow no redirect to them.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{918},
	OWASP:      []string{"MCP05", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1804"},
	References: []string{"https://modelcontextprotocol.io/specification/draft/basic/security_best_practices", "CVE-2025-5276"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "fetch_page", "description": "Fetch a page.", "inputSchema": {"type": "object", "properties": {"url": {"type": "string", "format": "uri"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "fetch_page", "description": "Fetch a page of the manual.", "inputSchema": {"type": "object", "properties": {"url": {"type": "string", "pattern": "^https://docs\\.shop\\.dev/"}}}}]}
`},
}
