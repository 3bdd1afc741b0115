package secrets

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// secretSchemaNotMarked reports an input that asks for a secret without saying so.
var secretSchemaNotMarked = &analyzer.Rule{
	Name:    "secret-schema-not-marked",
	Summary: "an input that asks for a secret is not marked as one",
	Why: `Installers and clients hide and encrypt what is marked as a secret. An input that is not marked is echoed while it ` +
		`is typed, stored in clear text, and shown in settings and logs.`,
	Remedy: `Mark the input: "password": true in a VS Code input, "isSecret": true in a registry entry, "sensitive": true in a ` +
		`bundle's or extension's user configuration.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{312, 549},
	OWASP:      []string{"MCP01", "LLM02"},
	SafeMCP:    []string{"T1503"},
	References: []string{
		"https://code.visualstudio.com/docs/copilot/reference/mcp-configuration",
		"https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md",
		"https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md",
	},
	Bad: analyzer.Example{File: ".vscode/mcp.json", Text: `{
  "inputs": [{ "id": "billing-api-key", "type": "promptString", "description": "API key of the billing service" }],
  "servers": { "billing": { "command": "billing-mcp", "env": { "BILLING_API_KEY": "${input:billing-api-key}" } } }
}
`},
	Good: analyzer.Example{File: ".vscode/mcp.json", Text: `{
  "inputs": [{ "id": "billing-api-key", "type": "promptString", "description": "API key of the billing service", "password": true }],
  "servers": { "billing": { "command": "billing-mcp", "env": { "BILLING_API_KEY": "${input:billing-api-key}" } } }
}
`},
}

var secretSchemaNotMarkedCheck = analyzer.Check{
	Rules: []*analyzer.Rule{secretSchemaNotMarked},
	Run: func(pass *analyzer.Pass) {
		for _, in := range pass.File.Inputs {
			if in.Secret || !typed(in) || !asksForSecret(in) {
				continue
			}
			mark := marker(pass.File, in)
			d := analyzer.Diagnostic{
				Rule: secretSchemaNotMarked, Span: in.ID.Span,
				Message: fmt.Sprintf("input %q asks for a secret and is not marked as one", in.ID.Value),
				Help:    fmt.Sprintf("add %s", mark),
			}
			if doc := pass.File.Document(in.Node.Span); doc != nil && doc.Syntax == tree.JSON && in.Node.Kind == tree.Map && len(in.Node.Children) > 0 {
				at := in.Node.Span.Start + 1
				d.Fix = &analyzer.Fix{Description: "mark the input as a secret", Safe: true, Edits: []analyzer.Edit{{Span: source.Span{Start: at, End: at}, Text: " " + mark + ","}}}
			}
			pass.Report(d)
		}
	},
}

// typed reports whether the input takes free text.
func typed(in *mcp.Input) bool {
	switch strings.ToLower(in.Type.Value) {
	case "boolean", "bool", "number", "integer", "file", "filepath", "directory", "pickstring", "command":
		return false
	}
	return true
}

// asksForSecret goes by the name; a description only counts for a name that says
// nothing by itself.
func asksForSecret(in *mcp.Input) bool {
	class := credential.ClassifyName(in.ID.Value)
	if class == credential.NameSecret || class == credential.NamePassword {
		return true
	}
	return class == credential.NameOther && credential.AsksForSecret(strings.TrimRight(in.Description.Value, ". :")) && len(in.Description.Value) < 60
}

// marker is the member that marks an input as a secret in this kind of file.
func marker(f *mcp.File, in *mcp.Input) string {
	for _, p := range f.Packages {
		if p.Form == "server.json" {
			return `"isSecret": true`
		}
	}
	if len(f.Packages) > 0 || f.Client == "gemini" {
		return `"sensitive": true`
	}
	return `"password": true`
}
