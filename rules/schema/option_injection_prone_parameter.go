package schema

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

var optionInjectionProneParameter = &analyzer.Rule{
	Name:    "option-injection-prone-parameter",
	Summary: "argument of a command-line tool may begin with a dash",
	Why: "Servers that wrap a command-line program pass arguments such as a branch or a resource name on. A value that begins with a dash becomes an option there, " +
		"which writes files, changes the server that is asked, or runs a helper. Whether the server puts `--` in front is not in the manifest.",
	Remedy:     "Publish `\"pattern\": \"^[^-]\"` (better a positive one), and pass `--` before values.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Unsure,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{88},
	OWASP:      []string{"MCP05", "ASI05"},
	SafeMCP:    []string{"T1101"},
	References: []string{"CVE-2025-68144", "CVE-2026-61459", "CVE-2026-97662"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "git_diff", "description": "Show a diff.", "inputSchema": {"type": "object", "properties": {"target": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "git_diff", "description": "Show a diff.", "inputSchema": {"type": "object", "properties": {"target": {"type": "string", "pattern": "^[A-Za-z0-9_][A-Za-z0-9_./-]*$"}}}}]}
`},
}

// wrapped are programs that servers are known to pass arguments on to.
var wrapped = []string{"git", "kubectl", "helm", "aws", "gcloud", "nmap", "ffmpeg", "terraform", "docker", "svn", "hg", "rsync", "tar", "curl"}

// passedOn are names of arguments that end up as words of a command line.
var passedOn = []string{"ref", "branch", "revision", "rev", "commit", "tag", "target", "resource", "remote", "range", "release", "chart", "namespace", "pod", "host", "image"}

var optionInjectionProneParameterCheck = analyzer.Check{
	Rules: []*analyzer.Rule{optionInjectionProneParameter},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			program := wrappedProgram(t)
			if program == "" {
				continue
			}
			for _, p := range t.Parameters().Free {
				if !argument(p) || !slices.Contains(passedOn, words.Last(p.Words())) || p.RejectsDash() {
					continue
				}
				pass.Report(analyzer.Diagnostic{
					Rule: optionInjectionProneParameter, Span: at(p), Confidence: analyzer.Unsure,
					Message: called(t) + " may pass " + label(p) + " on to " + program + ", where a value that begins with a dash is an option",
				})
			}
		}
	},
}

// wrappedProgram returns the program that the tool or its server is named after.
func wrappedProgram(t *mcp.Tool) string {
	if n := t.Words(); len(n) > 0 && slices.Contains(wrapped, n[0]) {
		return n[0]
	}
	if t.Listing == nil {
		return ""
	}
	server := strings.ToLower(t.Listing.Server.Value)
	for _, p := range wrapped {
		if server == p || server == "mcp-"+p || server == "mcp-server-"+p || server == p+"-mcp" || server == p+"-mcp-server" {
			return p
		}
	}
	return ""
}
