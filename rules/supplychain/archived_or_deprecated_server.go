package supplychain

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var archivedOrDeprecatedServer = &analyzer.Rule{
	Name:       "archived-or-deprecated-server",
	Summary:    "a server's project is archived and gets no fixes",
	Why:        "The maintainers have stopped. Flaws that are found from now on stay, and the package keeps the dependencies of the day it was left.",
	Remedy:     "Move to the successor that the message names, or to another maintained server for the service.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1104},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1002"},
	References: []string{"https://github.com/modelcontextprotocol/servers-archived"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"github": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-github@2025.4.8"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"github": {"type": "http", "url": "https://api.githubcopilot.com/mcp/"}}}`},
}

var archivedOrDeprecatedServerCheck = analyzer.Check{
	Rules: []*analyzer.Rule{archivedOrDeprecatedServer, archivedOrDeprecatedServerUnfixed},
	Run: func(pass *analyzer.Pass) {
		eachPackage(pass.File, func(s *mcp.Server, _ *launch.Launch, p *launch.Package) {
			a, ok := archivedServer(p)
			if !ok {
				return
			}
			rule := archivedOrDeprecatedServer
			message := fmt.Sprintf("server %q fetches %s, whose project is archived", s.Name.Value, p.Name)
			if a.unfixed != "" && pass.Enabled(archivedOrDeprecatedServerUnfixed) {
				rule = archivedOrDeprecatedServerUnfixed
				message += fmt.Sprintf(" and will not fix %s", a.unfixed)
			}
			if a.successor != "" {
				message += "; " + a.successor + " took its place"
			}
			pass.Report(analyzer.Diagnostic{Rule: rule, Span: p.Spec.Span, Message: message, Confidence: rule.ConfidenceIn(s)})
		})
	},
}

type archived struct {
	successor string // what its users are pointed to, "" for nothing in particular
	unfixed   string // an advisory that stays open
}

// archivedServer looks a package up among those whose repositories are archived.
// Sources: the README of modelcontextprotocol/servers-archived, and the archived
// notice of pydantic/mcp-run-python; both read in November 2026.
func archivedServer(p *launch.Package) (archived, bool) {
	switch p.Ecosystem + " " + p.Name {
	case "npm @modelcontextprotocol/server-github", "oci mcp/github":
		return archived{successor: "GitHub's own server (ghcr.io/github/github-mcp-server)"}, true
	case "npm @modelcontextprotocol/server-slack", "oci mcp/slack":
		return archived{unfixed: "CVE-2025-34072"}, true
	case "npm @modelcontextprotocol/server-brave-search":
		return archived{successor: "@brave/brave-search-mcp-server"}, true
	case "npm @modelcontextprotocol/server-puppeteer", "oci mcp/puppeteer":
		return archived{successor: "@playwright/mcp, for one,"}, true
	case "npm @modelcontextprotocol/server-redis":
		return archived{successor: "redis-mcp-server"}, true
	case "npm @modelcontextprotocol/server-gitlab", "npm @modelcontextprotocol/server-postgres", "npm @modelcontextprotocol/server-gdrive",
		"npm @modelcontextprotocol/server-google-maps", "npm @modelcontextprotocol/server-everart", "npm @modelcontextprotocol/server-aws-kb-retrieval",
		"npm @modelcontextprotocol/server-sqlite", "npm @modelcontextprotocol/server-sentry", "pypi mcp-server-sqlite", "pypi mcp-server-sentry",
		"oci mcp/gitlab", "oci mcp/postgres", "oci mcp/gdrive", "oci mcp/google-maps", "oci mcp/everart", "oci mcp/sqlite", "oci mcp/aws-kb-retrieval-server":
		return archived{}, true
	case "pypi mcp-run-python", "jsr @pydantic/mcp-run-python":
		return archived{unfixed: "CVE-2026-25905"}, true
	}
	return archived{}, false
}
