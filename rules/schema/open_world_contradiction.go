package schema

import "github.com/mcplumb/mcplumb/analyzer"

var openWorldContradiction = &analyzer.Rule{
	Name:    "open-world-contradiction",
	Summary: "tool says that it stays in a closed world, but it reads the web",
	Why: "A host takes the results of a tool with `openWorldHint: false` for the vendor's own. What comes from any page can hold orders for the model, and " +
		"tools that watch for that look away.",
	Remedy:     "Set `openWorldHint` to `true`, or fix the host by an anchored `pattern`.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{1173},
	OWASP:      []string{"MCP06", "LLM01", "ASI01"},
	SafeMCP:    []string{"T1406"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/schema#toolannotations"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "fetch_page", "description": "Fetch a page.", "annotations": {"openWorldHint": false}, "inputSchema": {"type": "object", "properties": {"url": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "fetch_page", "description": "Fetch a page.", "annotations": {"openWorldHint": true}, "inputSchema": {"type": "object", "properties": {"url": {"type": "string"}}}}]}
`},
}
