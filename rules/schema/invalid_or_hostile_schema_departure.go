package schema

import "github.com/mcplumb/mcplumb/analyzer"

var invalidOrHostileSchemaDeparture = &analyzer.Rule{
	Name:    "invalid-or-hostile-schema-departure",
	Summary: "input schema departs from what the protocol asks for",
	Why: "The protocol asks for an input schema whose type is `object`, in a dialect that clients know. Some clients fill the gap, some drop the tool, and some drop the " +
		"whole listing, so that what one user sees another does not.",
	Remedy:     "Write `{\"type\": \"object\"}` for a tool without arguments, and use JSON Schema 2020-12 or draft-07.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{20},
	OWASP:      []string{"MCP05"},
	SafeMCP:    []string{"T1501"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-11-25/server/tools"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"properties": {"text": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}}}}]}
`},
}
