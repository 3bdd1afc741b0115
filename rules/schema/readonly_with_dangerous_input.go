package schema

import "github.com/mcplumb/mcplumb/analyzer"

var readonlyWithDangerousInput = &analyzer.Rule{
	Name:    "readonly-with-dangerous-input",
	Summary: "tool that says it only reads takes commands, code or any request",
	Why: "Hosts let tools with `readOnlyHint` run without asking. A tool that runs a command line, evaluates code, or sends requests with any method can change " +
		"whatever its process can, so the hint removes the question where it matters most.",
	Remedy:     "Remove the hint, or tie the argument down by an `enum` or an anchored `pattern` to what only reads.",
	Severity:   analyzer.High,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{863},
	OWASP:      []string{"MCP02", "MCP05", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1406", "T1302"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/schema#toolannotations", "CVE-2025-59333"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "shell", "description": "Run a shell command.", "annotations": {"readOnlyHint": true}, "inputSchema": {"type": "object", "properties": {"command": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "shell", "description": "Run a shell command.", "annotations": {"readOnlyHint": false}, "inputSchema": {"type": "object", "properties": {"command": {"type": "string"}}}}]}
`},
}
