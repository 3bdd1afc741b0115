package secrets

import (
	"path"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// wholeEnvironmentPassthrough reports a server that is given every variable of the
// project instead of those it needs.
var wholeEnvironmentPassthrough = &analyzer.Rule{
	Name:    "whole-environment-passthrough",
	Summary: "a server is given the project's whole environment file",
	Why: `A general .env holds the secrets of everything in the project. A server that is given all of it can read and leak ` +
		`credentials that it has no use for, and so can whatever it fetches.`,
	Remedy: `Name the variables that this server needs, or keep them in a file of its own such as .env.billing.`,

	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{526, 668},
	OWASP:      []string{"MCP01", "MCP10", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1503"},
	References: []string{"CVE-2026-40159", "https://modelcontextprotocol.io/specification/draft/basic/security_best_practices"},
	Bad: analyzer.Example{File: ".vscode/mcp.json", Text: `{
  "servers": {
    "billing": { "command": "billing-mcp", "args": ["stdio"], "envFile": "${workspaceFolder}/.env" }
  }
}
`},
	Good: analyzer.Example{File: ".vscode/mcp.json", Text: `{
  "servers": {
    "billing": { "command": "billing-mcp", "args": ["stdio"], "envFile": "${workspaceFolder}/.env.billing" }
  }
}
`},
}

var wholeEnvironmentPassthroughCheck = analyzer.Check{
	Rules: []*analyzer.Rule{wholeEnvironmentPassthrough},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for _, file := range envFiles(s) {
				if general(file.Value) {
					pass.Reportf(wholeEnvironmentPassthrough, file.Span, "server %q is given every variable of %s", s.Name.Value, path.Base(slashed(file.Value)))
				}
			}
		}
	},
}

// envFiles returns the files whose variables a server is given: by the client, by
// docker, by a shell, by a launcher.
func envFiles(s *mcp.Server) []mcp.String {
	var files []mcp.String
	if s.EnvFile.Present() {
		files = append(files, s.EnvFile)
	}
	if s.Launch.Container != nil {
		for _, f := range s.Launch.Container.Flags {
			if f.Name == "--env-file" {
				files = append(files, f.Value)
			}
		}
	}
	words := s.Launch.Words
	for i, w := range words {
		switch {
		case strings.HasPrefix(w.Value, "--env-file="):
			files = append(files, w.Slice(len("--env-file="), len(w.Value)))
		case i+1 < len(words) && (w.Value == "--env-file" && s.Launch.Container == nil || w.Value == "-e" && i > 0 && strings.HasPrefix(path.Base(words[i-1].Value), "dotenv")):
			files = append(files, words[i+1])
		}
	}
	if s.Launch.Script != nil {
		for _, c := range s.Launch.Script.Commands {
			if len(c.Words) > 1 && (c.Words[0].Value == "." || c.Words[0].Value == "source") {
				files = append(files, c.Words[1])
			}
		}
	}
	seen := map[int]bool{}
	kept := files[:0]
	for _, f := range files {
		if !seen[f.Span.Start] || f.Span.Len() == 0 {
			kept = append(kept, f)
		}
		seen[f.Span.Start] = true
	}
	return kept
}

// general reports whether an environment file belongs to the project and not to
// one server.
func general(file string) bool {
	switch strings.ToLower(path.Base(slashed(file))) {
	case ".env", ".env.local", ".env.production", ".env.development", ".env.prod", ".env.dev", ".envrc":
		return true
	}
	return false
}

func slashed(file string) string { return strings.ReplaceAll(file, `\`, "/") }
