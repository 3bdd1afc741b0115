package hygiene

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
)

var unrestrictedEgress = &analyzer.Rule{
	Name:       "unrestricted-egress",
	Summary:    "a container of a server that works offline may use the network",
	Why:        `A server that only reads local files or keeps notes has nobody to talk to. With the network switched off, taking it over does not get the data out.`,
	Remedy:     "Add `--network none` to docker run.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{923},
	OWASP:      []string{"MCP10", "LLM02"},
	SafeMCP:    []string{"T1913"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-11-25/basic/security_best_practices"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"clock": {"command": "docker", "args": ["run", "-i", "--rm", "mcp/time:1.0.0"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"clock": {"command": "docker", "args": ["run", "-i", "--rm", "--network", "none", "mcp/time:1.0.0"]}}}`},
}

var unrestrictedEgressCheck = analyzer.Check{
	Rules: []*analyzer.Rule{unrestrictedEgress},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			c, known := s.Launch.Container, s.Known()
			if c == nil || known == nil || s.Dormant() != "" || c.Network.Present() || !worksOffline(known) {
				continue
			}
			pass.Report(analyzer.Diagnostic{
				Rule: unrestrictedEgress, Span: c.Image.Span,
				Message: fmt.Sprintf("server %q is %s, which needs no network, and its container has one", s.Name.Value, known.Title),
			})
		}
	},
}

// worksOffline reports whether all that a server does stays on the machine.
func worksOffline(s *knowledge.Server) bool {
	for _, c := range s.Capabilities {
		switch c {
		case "none", "memory", "private-workspace", "destructive-local":
		default:
			return false
		}
	}
	return len(s.Capabilities) > 0
}
