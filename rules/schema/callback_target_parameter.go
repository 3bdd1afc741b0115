package schema

import "github.com/mcplumb/mcplumb/analyzer"

var callbackTargetParameter = &analyzer.Rule{
	Name:    "callback-target-parameter",
	Summary: "model chooses where results are delivered",
	Why: "A webhook or callback of the caller's choice sends data out with the vendor's own blessing: an order hidden in a page or an issue is enough to name " +
		"another receiver.",
	Remedy:     "Configure receivers outside of the tool, or fix their host by an anchored `pattern` or an `enum`.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{918, 601},
	OWASP:      []string{"MCP05", "MCP10", "LLM02", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1901", "T1913"},
	References: []string{"https://modelcontextprotocol.io/specification/draft/basic/security_best_practices"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "export_report", "description": "Export a report.", "inputSchema": {"type": "object", "properties": {"webhook_url": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "export_report", "description": "Export a report.", "inputSchema": {"type": "object", "properties": {"webhook_url": {"type": "string", "pattern": "^https://hooks\\.shop\\.dev/"}}}}]}
`},
}
