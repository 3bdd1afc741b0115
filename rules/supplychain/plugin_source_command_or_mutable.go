package supplychain

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var pluginSourceCommandOrMutable = &analyzer.Rule{
	Name:       "plugin-source-command-or-mutable",
	Summary:    "a plugin marketplace is the output of a command",
	Why:        "Plugins bring servers, hooks and skills with them. Where a command supplies the list, a string in a settings file is run to find out what else to install, and it may answer differently on every machine and every day.",
	Remedy:     "Name a repository and a commit as the source: `{\"source\": \"github\", \"repo\": \"owner/name\", \"sha\": \"...\"}`.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{829, 494, 78},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1207", "T1003", "T1201"},
	Bad:        analyzer.Example{File: ".claude/settings.json", Text: `{"extraKnownMarketplaces": {"team": {"source": {"source": "command", "command": "scripts/plugins.sh"}}}}`},
	Good:       analyzer.Example{File: ".claude/settings.json", Text: `{"extraKnownMarketplaces": {"team": {"source": {"source": "directory", "path": "./plugins"}}}}`},
}

var pluginSourceCheck = analyzer.Check{
	Rules: []*analyzer.Rule{pluginSourceCommandOrMutable, pluginSourceCommandOrMutableRef},
	Run: func(pass *analyzer.Pass) {
		for _, p := range pass.File.Policies {
			if !isPluginSource(p) {
				continue
			}
			kind := p.Node.Get("source")
			name := marketplaceName(p)
			report := func(r *analyzer.Rule, n *tree.Node, format string, args ...any) {
				c := r.Confidence
				if p.Inert != "" || pass.File.Scope == mcp.ScopeExample {
					c = c.Lower()
				}
				pass.Report(analyzer.Diagnostic{Rule: r, Span: n.Span, Confidence: c, Message: fmt.Sprintf("plugin marketplace %q ", name) + fmt.Sprintf(format, args...)})
			}
			switch kind.Value {
			case "command":
				report(pluginSourceCommandOrMutable, kind, "is whatever a command prints")
			case "github", "git", "url", "archive", "git-subdir":
				where := p.Node.Find("repo", "url", "repository")
				if where.Is(tree.Text) && !isFixed(p.Node) {
					report(pluginSourceCommandOrMutableRef, where.Resolve(), "follows %s without a commit", where.Resolve().Value)
				}
			}
		}
	},
}

// isPluginSource reports whether a setting is the source of a marketplace.
func isPluginSource(p *mcp.Setting) bool {
	return (p.Effect == mcp.EffectMarketplace || p.Effect == mcp.EffectRunCommand && strings.HasPrefix(p.Path, "extraKnownMarketplaces.")) &&
		p.Node.Get("source").Is(tree.Text)
}

// marketplaceName returns the key under which a marketplace is listed.
func marketplaceName(p *mcp.Setting) string {
	parts := strings.Split(p.Path, ".")
	if len(parts) < 3 {
		return p.Path
	}
	return strings.Join(parts[1:len(parts)-1], ".")
}

// isFixed reports whether a source names a full commit.
func isFixed(source *tree.Node) bool {
	for _, key := range []string{"sha", "commit", "rev", "ref"} {
		if n := source.Get(key); n.Is(tree.Text) && len(n.Value) == 40 && strings.Trim(n.Value, "0123456789abcdef") == "" {
			return true
		}
	}
	return false
}
