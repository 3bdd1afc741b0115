package supplychain

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/launch"
)

var scopeDroppedOrImpersonating = &analyzer.Rule{
	Name:       "scope-dropped-or-impersonating",
	Summary:    "a package has the name of a vendor's scoped one, without the scope",
	Why:        "The vendor publishes under a scope that only it can publish to. The same words without the scope are anybody's: an older try, another project, or a package that was put there for those who leave the scope out.",
	Remedy:     "Write the name with its scope, which the message gives. If the other package is the one that is wanted, pin it and say so.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{829},
	OWASP:      []string{"MCP04", "MCP09", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1004"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"browser": {"command": "npx", "args": ["-y", "playwright-mcp@0.0.13"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"browser": {"command": "npx", "args": ["-y", "@playwright/mcp@0.0.41"]}}}`},
}

// scopedTwin returns the scoped package that an unscoped name stands for: the
// scope joined to the rest (playwright-mcp), or a rest that is no everyday word
// (server-filesystem). It is "" for none.
func scopedTwin(p *launch.Package) string {
	if p.Ecosystem != "npm" || strings.HasPrefix(p.Name, "@") {
		return ""
	}
	for real := range knowledge.Packages("npm") {
		scope, base := cutScope(real)
		if scope == "" {
			continue
		}
		vendor := strings.TrimPrefix(scope, "@")
		if p.Name == vendor+"-"+base || scope == "@modelcontextprotocol" && strings.HasPrefix(base, "server-") && (p.Name == base || p.Name == "mcp-"+base) {
			return real
		}
	}
	return ""
}
