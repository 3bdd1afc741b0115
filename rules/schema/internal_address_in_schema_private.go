package schema

import "github.com/mcplumb/mcplumb/analyzer"

var internalAddressInSchemaPrivate = &analyzer.Rule{
	Name:    "internal-address-in-schema-private",
	Summary: "schema offers an address of a private network",
	Why: "A private address as default or example tells everybody who reads the listing how the author's network is laid out, and leads the tool to whatever " +
		"answers there in the user's.",
	Remedy:     "Use a documentation address (`192.0.2.1`, `example.com`) or `localhost`, or leave the value out.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{918, 1188},
	OWASP:      []string{"MCP05", "MCP01", "LLM02"},
	SafeMCP:    []string{"T1804"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "fetch_page", "description": "Fetch a page.", "inputSchema": {"type": "object", "properties": {"url": {"type": "string", "default": "http://10.4.0.12/"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "fetch_page", "description": "Fetch a page.", "inputSchema": {"type": "object", "properties": {"url": {"type": "string", "default": "http://localhost:8000/"}}}}]}
`},
}
