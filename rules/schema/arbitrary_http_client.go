package schema

import "github.com/mcplumb/mcplumb/analyzer"

var arbitraryHTTPClient = &analyzer.Rule{
	Name:    "arbitrary-http-client",
	Summary: "tool sends any request to any host",
	Why: "A free URL together with a method, headers or a body is a complete way out for data and a complete way in to the network of the server: a header is " +
		"all that newer metadata services ask for, and internal interfaces rarely ask for anything.",
	Remedy:     "Offer the operations that are needed as tools of their own with fixed hosts, or fix the host by an anchored `pattern`. Refuse private and link-local addresses after resolving.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{918, 441},
	OWASP:      []string{"MCP05", "MCP02", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1901", "T1913"},
	References: []string{"https://modelcontextprotocol.io/specification/draft/basic/security_best_practices"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "http_request", "description": "Send an HTTP request.", "inputSchema": {"type": "object", "properties": {"url": {"type": "string"}, "method": {"type": "string"}, "headers": {"type": "object"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "http_request", "description": "Send a request to the shop.", "inputSchema": {"type": "object", "properties": {"url": {"type": "string", "pattern": "^https://api\\.shop\\.dev/"}, "method": {"type": "string"}}}}]}
`},
}
