package schema

import "github.com/mcplumb/mcplumb/analyzer"

var externalSchemaReference = &analyzer.Rule{
	Name:    "external-schema-reference",
	Summary: "schema refers to a URL or a file outside of the document",
	Why: "A validator that follows the reference sends a request, or opens a file, on behalf of whoever wrote the manifest, and the part that comes back was " +
		"reviewed by nobody. The specification tells clients not to follow such references, which leaves the parameter undescribed.",
	Remedy:     "Copy the part into `$defs` of the same schema and refer to it by `#/$defs/...`.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{918, 610},
	OWASP:      []string{"MCP05", "LLM03"},
	SafeMCP:    []string{"T1501"},
	References: []string{"GHSA-rwrf-2pqf-9j8j", "CVE-2026-59973"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"note": {"$ref": "https://schemas.shop.dev/note.json"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"note": {"$ref": "#/$defs/note"}}, "$defs": {"note": {"type": "string"}}}}]}
`},
}
