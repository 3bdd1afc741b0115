package schema

import "github.com/mcplumb/mcplumb/analyzer"

var externalSchemaReferenceRelative = &analyzer.Rule{
	Name:    "external-schema-reference-relative",
	Summary: "schema refers to another document by a relative name",
	Why: "The other document does not come with the listing: the model and the user see a parameter without a description, and a validator fails or goes looking " +
		"for it.",
	Remedy:     "Copy the part into `$defs` of the same schema and refer to it by `#/$defs/...`.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{610},
	OWASP:      []string{"MCP05", "LLM03"},
	SafeMCP:    []string{"T1501"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"note": {"$ref": "note.json#/definitions/note"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"note": {"$ref": "#/$defs/note"}}, "$defs": {"note": {"type": "string"}}}}]}
`},
}
