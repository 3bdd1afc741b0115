package supplychain

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var manifestIntegrity = &analyzer.Rule{
	Name:       "manifest-integrity",
	Summary:    "a registry entry does not fix what it tells others to install",
	Why:        "Clients and catalogues install what the entry names and trust it to be what was published. Without an exact version, or a hash for a bundle that is downloaded from anywhere, two installations of one entry are two programs.",
	Remedy:     "State the exact version of every package, `fileSha256` for MCPB bundles, and the registry's own address.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{353, 345},
	OWASP:      []string{"MCP04", "MCP09", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1004", "T1003"},
	References: []string{"https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md"},
	Bad:        analyzer.Example{File: "server.json", Text: `{"name": "io.example/notes", "description": "notes", "version": "1.4.2", "packages": [{"registryType": "npm", "identifier": "notes-mcp", "version": "latest", "transport": {"type": "stdio"}}]}`},
	Good:       analyzer.Example{File: "server.json", Text: `{"name": "io.example/notes", "description": "notes", "version": "1.4.2", "packages": [{"registryType": "npm", "identifier": "notes-mcp", "version": "1.4.2", "transport": {"type": "stdio"}}]}`},
}

var manifestIntegrityCheck = analyzer.Check{
	Rules: []*analyzer.Rule{manifestIntegrity},
	Run: func(pass *analyzer.Pass) {
		for _, p := range pass.File.Packages {
			if p.Form != "server.json" {
				continue
			}
			at, message := integrity(p)
			if message == "" {
				continue
			}
			c := manifestIntegrity.Confidence
			if pass.File.Scope == mcp.ScopeExample {
				c = c.Lower()
			}
			pass.Report(analyzer.Diagnostic{Rule: manifestIntegrity, Span: at.Span, Message: message, Confidence: c})
		}
	},
}

// integrity says what a package of a registry entry leaves open, and where.
func integrity(p *mcp.Packaged) (source.String, string) {
	name, kind := p.Name.Value, strings.ToLower(p.Registry.Value)
	if name == "" || host.HasPlaceholder(name) || host.HasPlaceholder(p.Version.Value) {
		return source.String{}, ""
	}
	switch kind {
	case "mcpb":
		if p.Hash.Value == "" {
			return p.Name, fmt.Sprintf("bundle %q is named without its fileSha256", name)
		}
	case "npm", "pypi", "nuget":
		switch pin := launch.PinOf(kind, p.Version.Value); {
		case pin == launch.Unversioned:
			return p.Name, fmt.Sprintf("package %q is named without a version", name)
		case pin == launch.Tag || pin == launch.Range:
			return p.Version, fmt.Sprintf("package %q is named by %q, which is no exact version", name, p.Version.Value)
		}
	}
	return source.String{}, ""
}
