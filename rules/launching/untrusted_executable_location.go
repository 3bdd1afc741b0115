package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var untrustedExecutableLocation = &analyzer.Rule{
	Name:       "untrusted-executable-location",
	Summary:    "a server's program lies where others can replace it",
	Why:        "Anything that may write to a temporary folder or a network share decides what runs at the next start of the client, with the user's rights and credentials. The folder is emptied at a restart, too, and then the name is free for whoever comes first.",
	Remedy:     "Install the program into a folder that only the user or the system can write to.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{426, 379},
	OWASP:      []string{"MCP04", "ASI04"},
	SafeMCP:    []string{"T1203"},
	References: []string{"CVE-2025-54135", "CVE-2025-54136"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "python", "args": ["/tmp/notes/server.py"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "python", "args": ["/opt/notes/server.py", "/tmp/notes"]}}}`},
}

var untrustedExecutableLocationCheck = analyzer.Check{
	Rules: []*analyzer.Rule{untrustedExecutableLocation, untrustedExecutableLocationDownloads, untrustedExecutableLocationRepository},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for _, program := range programFiles(s) {
				rule, where := location(s, program.Value)
				if rule == nil {
					continue
				}
				pass.Report(analyzer.Diagnostic{
					Rule: rule, Span: program.Span, Confidence: rule.ConfidenceIn(s),
					Message: fmt.Sprintf("server %q runs %s, which lies in %s", s.Name.Value, quoteShort(program.Value), where),
				})
			}
		}
	},
}

// programFiles returns the files that are executed: the program and the script
// that an interpreter or shell is given.
func programFiles(s *mcp.Server) []source.String {
	var out []source.String
	for l := &s.Launch; l != nil; l = l.Inner {
		out = append(out, l.Program, l.Entry)
		if isShell(l.Runner) && len(l.Args) > 0 && !strings.HasPrefix(l.Args[0].Value, "-") {
			out = append(out, l.Args[0])
		}
	}
	return out
}

// location says which rule a path breaks and where it lies.
func location(s *mcp.Server, p string) (*analyzer.Rule, string) {
	slashed := strings.ReplaceAll(p, `\`, "/")
	switch {
	case p == "" || strings.Contains(p, "://"):
	case isOpenFolder(slashed):
		return untrustedExecutableLocation, "a temporary folder"
	case strings.HasPrefix(p, `\\`) && !strings.HasPrefix(strings.ToLower(p), `\\wsl`) && !strings.HasPrefix(p, `\\?\`) && !strings.HasPrefix(p, `\\.\`):
		return untrustedExecutableLocation, "a network share"
	case strings.Contains(strings.ToLower(slashed), "/downloads/"):
		return untrustedExecutableLocationDownloads, "a folder for downloads"
	case s.Scope == mcp.ScopeProject && (strings.HasPrefix(slashed, "./") || strings.HasPrefix(slashed, "../") || strings.HasPrefix(slashed, "${workspaceFolder}/")) &&
		!strings.Contains(slashed, "node_modules/") && !strings.Contains(slashed, ".venv/") && p == s.Command.Value:
		return untrustedExecutableLocationRepository, "the repository itself"
	}
	return nil, ""
}
