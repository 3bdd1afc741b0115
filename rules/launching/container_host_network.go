package launching

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var containerHostNetwork = &analyzer.Rule{
	Name:       "container-host-network",
	Summary:    "a server's container uses the host's network",
	Why:        "The container reaches every service that listens on loopback only, often without asking for a password: databases, browsers' debugging ports, other MCP servers. It can also listen on every port of the host.",
	Remedy:     "Use a network of its own: `--network` with a user-defined network, and `host.docker.internal` with one published port for the service it needs. `--network none` fits servers that only compute.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{668},
	OWASP:      []string{"MCP07", "MCP02", "ASI02"},
	SafeMCP:    []string{"T1704"},
	References: []string{"CVE-2026-58197"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"db": {"command": "docker", "args": ["run", "-i", "--network=host", "acme/db:1.4"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"db": {"command": "docker", "args": ["run", "-i", "--network=tools", "acme/db:1.4"]}}}`},
}

var containerHostNetworkCheck = analyzer.Check{
	Rules: []*analyzer.Rule{containerHostNetwork},
	Run: func(pass *analyzer.Pass) {
		eachContainer(pass.File, func(s *mcp.Server, c *launch.Container) {
			for _, f := range c.Flags {
				if f.Name == "--network" && f.Value.Value == "host" {
					pass.Report(analyzer.Diagnostic{
						Rule: containerHostNetwork, Span: span(f.Word, f.Value), Confidence: containerHostNetwork.ConfidenceIn(s),
						Message: fmt.Sprintf("server %q runs its container on the host's network", s.Name.Value),
					})
				}
			}
		})
	},
}
