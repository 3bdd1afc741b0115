package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var broadHostMount = &analyzer.Rule{
	Name:       "broad-host-mount",
	Summary:    "a server's container is given the whole disk, a home or credentials",
	Why:        "The container was to keep the server away from private files, and the mount hands them over: keys, tokens, browser profiles, shell profiles, every project. A writable mount also lets it change what the user's shell runs next.",
	Remedy:     "Mount the one directory that the server works on, read-only where that is enough: `-v ./project:/work:ro`.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{668, 732},
	OWASP:      []string{"MCP02", "MCP10", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1502", "T1606"},
	References: []string{"CVE-2026-17626"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"files": {"command": "docker", "args": ["run", "-i", "-v", "/home/ana:/data", "acme/files:1.4"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"files": {"command": "docker", "args": ["run", "-i", "-v", "/home/ana/projects/atlas:/data:ro", "acme/files:1.4"]}}}`},
}

var broadHostMountCheck = analyzer.Check{
	Rules: []*analyzer.Rule{broadHostMount, broadHostMountSystem},
	Run: func(pass *analyzer.Pass) {
		eachContainer(pass.File, func(s *mcp.Server, c *launch.Container) {
			for _, m := range c.Mounts {
				if m.Type != "bind" || isRuntimeSocket(m.Source.Value) {
					continue
				}
				rule, what := broadHostMount, privateMount(m.Source.Value)
				if what == "" || !pass.Enabled(rule) {
					if system := systemMount(m.Source.Value); system != "" {
						rule, what = broadHostMountSystem, system
					}
				}
				if what == "" {
					continue
				}
				access := "reads and writes"
				if m.ReadOnly {
					access = "reads"
				}
				pass.Report(analyzer.Diagnostic{
					Rule: rule, Span: m.Source.Span, Confidence: rule.ConfidenceIn(s),
					Message: fmt.Sprintf("server %q %s %s through the mount of %s", s.Name.Value, access, what, quoteShort(m.Source.Value)),
				})
			}
		})
	},
}

// privateMount says which private whole a host path is: the disk, a home, or a
// folder of credentials.
func privateMount(p string) string {
	p = strings.ReplaceAll(strings.Trim(p, `"'`), `\`, "/")
	if p == "/" || p == "//" {
		return "the host's whole disk"
	}
	lower := strings.ToLower(strings.TrimSuffix(p, "/"))
	if len(lower) == 2 && lower[1] == ':' || len(lower) == 3 && strings.HasPrefix(lower, "//") || len(lower) == 6 && strings.HasPrefix(lower, "/mnt/") {
		return "a whole drive"
	}
	switch lower {
	case "~", "$home", "${home}", "${env:home}", "${localenv:home}", "%userprofile%", "${env:userprofile}", "$env:userprofile", "${userhome}", "/root":
		return "the user's home"
	case "/home", "/users", "c:/users", "/c/users", "//c/users", "/mnt/c/users":
		return "the homes of all users"
	}
	for _, parent := range []string{"/home/", "/users/", "c:/users/", "/c/users/", "//c/users/", "/mnt/c/users/"} {
		if rest, ok := strings.CutPrefix(lower, parent); ok && !strings.Contains(rest, "/") && rest != "shared" && rest != "public" {
			return "a user's home"
		}
	}
	for _, folder := range []string{"/.ssh", "/.aws", "/.gnupg", "/.kube", "/.docker", "/.config", "/.azure", "/.config/gcloud", "/.config/gh", "/.password-store",
		"/library/keychains", "/appdata/roaming", "/library/application support"} {
		if strings.HasSuffix(lower, folder) {
			return "a folder of credentials"
		}
	}
	return ""
}
