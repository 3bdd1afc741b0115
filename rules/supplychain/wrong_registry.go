package supplychain

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var wrongRegistry = &analyzer.Rule{
	Name:       "wrong-registry",
	Summary:    "a known server's name is looked up in another registry",
	Why:        "The server is published for another language. Under this name the registry that is asked has nothing, so that anybody may claim it, or something else. Names that models and tutorials get wrong are registered on purpose.",
	Remedy:     "Start it with the runner of its own registry, which the message names.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{829, 427},
	OWASP:      []string{"MCP04", "LLM03", "LLM09", "ASI04"},
	SafeMCP:    []string{"T1006"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"fetch": {"command": "npx", "args": ["-y", "mcp-server-fetch"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"fetch": {"command": "uvx", "args": ["mcp-server-fetch"]}}}`},
}

var wrongRegistryCheck = analyzer.Check{
	Rules: []*analyzer.Rule{wrongRegistry},
	Run: func(pass *analyzer.Pass) {
		eachPackage(pass.File, func(s *mcp.Server, _ *launch.Launch, p *launch.Package) {
			other, registry, runner := "", "", ""
			switch p.Ecosystem {
			case "npm":
				other, registry, runner = "pypi", "PyPI", "uvx"
			case "pypi":
				other, registry, runner = "npm", "npm", "npx"
			default:
				return
			}
			if p.Pin == launch.Local || knowledge.ServerByPackage(p.Ecosystem, p.Name) != nil {
				return
			}
			known := knowledge.ServerByPackage(other, p.Name)
			if known == nil || known.In(p.Ecosystem) {
				return
			}
			pass.Report(analyzer.Diagnostic{
				Rule: wrongRegistry, Span: p.Spec.Span, Confidence: wrongRegistry.ConfidenceIn(s),
				Message: fmt.Sprintf("server %q fetches %s with the wrong runner: %s is published on %s; start it with %s", s.Name.Value, p.Name, known.Title, registry, runner),
			})
		})
	},
}
