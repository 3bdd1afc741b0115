package hygiene

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
)

var containerHardening = &analyzer.Rule{
	Name:    "container-hardening",
	Summary: "a container keeps rights that its server hardly needs",
	Why: `A container shuts the server off from the host. It still starts with capabilities of root, a file system that it may ` +
		`write to and no limit to its memory, which help whoever takes over the server.`,
	Remedy:     "Start it with `--read-only`, `--cap-drop ALL`, `--security-opt no-new-privileges`, a `--user` and a `--memory` limit, and give back what it turns out to need.",
	Severity:   analyzer.Info,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{250, 770},
	OWASP:      []string{"MCP05", "ASI05"},
	SafeMCP:    []string{"T1303"},
	References: []string{"https://docs.docker.com/engine/security/"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "docker", "args": ["run", "-i", "--rm", "example/notes:1.4.2"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "docker", "args": ["run", "-i", "--rm", "--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--user", "1000", "--memory", "256m", "example/notes:1.4.2"]}}}`},
}

var containerHardeningCheck = analyzer.Check{
	Rules: []*analyzer.Rule{containerHardening},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			c := s.Launch.Container
			if c == nil || s.Dormant() != "" || !s.Command.Present() {
				continue // a gateway hardens what it starts from a catalog
			}
			if missing := softness(c); len(missing) > 0 {
				pass.Report(analyzer.Diagnostic{
					Rule: containerHardening, Span: c.Image.Span,
					Message: fmt.Sprintf("server %q runs in a container without %s", s.Name.Value, strings.Join(missing, ", ")),
				})
			}
		}
	},
}

// softness lists the options that a container was not given.
func softness(c *launch.Container) []string {
	given := map[string]bool{}
	for _, f := range c.Flags {
		value := strings.ToLower(f.Value.Value)
		switch f.Name {
		case "--cap-drop":
			given[f.Name] = given[f.Name] || value == "all"
		case "--security-opt":
			given[f.Name] = given[f.Name] || strings.HasPrefix(value, "no-new-privileges") && !strings.HasSuffix(value, "false")
		default:
			given[f.Name] = value != "false" && value != "root" && value != "0"
		}
	}
	var missing []string
	for _, name := range []string{"--read-only", "--cap-drop", "--security-opt", "--user", "--memory"} {
		if !given[name] {
			missing = append(missing, map[string]string{"--cap-drop": "--cap-drop ALL", "--security-opt": "no-new-privileges"}[name])
			if missing[len(missing)-1] == "" {
				missing[len(missing)-1] = name
			}
		}
	}
	return missing
}
