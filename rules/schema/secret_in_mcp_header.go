package schema

import "github.com/mcplumb/mcplumb/analyzer"

var secretInMCPHeader = &analyzer.Rule{
	Name:    "secret-in-mcp-header",
	Summary: "secret argument is copied into an HTTP header",
	Why: "`x-mcp-header` mirrors an argument into a header of the request, where proxies, load balancers and their logs read it. The specification says not to " +
		"mark secrets and personal data so.",
	Remedy:     "Remove the `x-mcp-header` annotation from the property, and better the property: see `secret-parameter`.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{598, 532},
	OWASP:      []string{"MCP01", "LLM02"},
	SafeMCP:    []string{"T1506"},
	References: []string{"https://modelcontextprotocol.io/specification/2026-07-28/server/tools"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_orders", "description": "List orders.", "inputSchema": {"type": "object", "properties": {"api_key": {"type": "string", "x-mcp-header": "Api-Key"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_orders", "description": "List orders.", "inputSchema": {"type": "object", "properties": {"region": {"type": "string", "x-mcp-header": "Region"}}}}]}
`},
}
