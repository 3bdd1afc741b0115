package launching

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
)

var blanketRuntimePermissions = &analyzer.Rule{
	Name:       "blanket-runtime-permissions",
	Summary:    "a server opts out of its runtime's own sandbox",
	Why:        "Deno and Node.js can limit a program to named files, hosts and variables. With everything allowed, a compromised dependency reads and sends what it likes.",
	Remedy:     "List what the server needs: `--allow-net=api.example.com --allow-read=./data`.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "ASI05"},
	SafeMCP:    []string{"T1303"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "deno", "args": ["run", "-A", "jsr:@acme/notes@1.4.2"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "deno", "args": ["run", "--allow-read=./notes", "jsr:@acme/notes@1.4.2"]}}}`},
}

var blanketRuntimePermissionsCheck = analyzer.Check{
	Rules: []*analyzer.Rule{blanketRuntimePermissions},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for l := &s.Launch; l != nil; l = l.Inner {
				for _, f := range l.Options {
					blanket := l.Runner == "deno" && (f.Name == "-A" || f.Name == "--allow-all") ||
						l.Runner == "node" && (f.Name == "--allow-fs-read" || f.Name == "--allow-fs-write") && f.Value.Value == "*"
					if blanket {
						pass.Report(analyzer.Diagnostic{
							Rule: blanketRuntimePermissions, Span: span(f.Word, f.Value), Confidence: blanketRuntimePermissions.ConfidenceIn(s),
							Message: fmt.Sprintf("server %q runs in %s with everything allowed", s.Name.Value, l.Runner),
						})
					}
				}
			}
		}
	},
}
