package hygiene

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var unsandboxedExecServer = &analyzer.Rule{
	Name:       "unsandboxed-exec-server",
	Summary:    "a server whose tools run commands is started on the host itself",
	Why:        `A server that runs commands for the model runs them with all rights of the user, and the model takes its orders from whatever it reads. The protocol's security guidance asks for a sandbox around local servers.`,
	Remedy:     `Start it in a container or below a sandbox such as bubblewrap or firejail, with only the project's directory inside.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{653},
	OWASP:      []string{"MCP05", "ASI05"},
	SafeMCP:    []string{"T1303"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-11-25/basic/security_best_practices"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"shell": {"command": "npx", "args": ["-y", "@wonderwhy-er/desktop-commander@0.2.3"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"shell": {"command": "docker", "args": ["run", "-i", "--rm", "mcp/desktop-commander:0.2.3"]}}}`},
}

var unsandboxedExecServerCheck = analyzer.Check{
	Rules: []*analyzer.Rule{unsandboxedExecServer},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			known := s.Known()
			if known == nil || !known.Has("destructive-exec") || s.Dormant() != "" || !s.Command.Present() || isSandboxed(s) {
				continue
			}
			pass.Report(analyzer.Diagnostic{
				Rule: unsandboxedExecServer, Span: s.Command.Span,
				Message: fmt.Sprintf("server %q is %s, which runs commands, and it is started without a sandbox", s.Name.Value, known.Title),
			})
		}
	},
}

// isSandboxed reports whether something stands between the server and the host.
func isSandboxed(s *mcp.Server) bool {
	for l := range s.Launches {
		if l.Container != nil {
			return true
		}
		for _, w := range l.Wrappers {
			if isOneOf(w.Name, []string{"bwrap", "firejail", "sandbox-exec", "unshare", "systemd-run", "nsjail"}) {
				return true
			}
		}
	}
	return false
}
