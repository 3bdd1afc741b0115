package schema

import "github.com/mcplumb/mcplumb/analyzer"

var invalidOrHostileSchema = &analyzer.Rule{
	Name:    "invalid-or-hostile-schema",
	Summary: "schema that is broken, endless or far too large",
	Why: "A schema that is no schema hides its parameters from the form that a user confirms, or makes the client drop the tool. One that is very deep, very large or " +
		"refers to itself without end costs every client that reads it memory and time, and a reviewer gives up on it.",
	Remedy:     "Correct the keyword, flatten the schema, and give circular references an end: an optional property or an empty list.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{674, 400},
	OWASP:      []string{"MCP05", "LLM10"},
	SafeMCP:    []string{"T1501"},
	References: []string{"https://json-schema.org/draft/2020-12/json-schema-validation"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"text": {"type": "str"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}}}}]}
`},
}
