package supplychain

import (
	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var unpinnedPackage = &analyzer.Rule{
	Name:       "unpinned-package",
	Summary:    "a server's package is fetched without an exact version",
	Why:        "Every start runs whatever the registry serves at that moment. A release that was taken over or turned bad is then executed on the next start, with the credentials of the entry, before anybody hears of it; that is how the harmful releases of `postmark-mcp` and `litellm` reached their users.",
	Remedy:     "Write the exact version behind the name, `name@1.2.3` or `name==1.2.3`, and raise it by a reviewed change. It fixes the package itself, not what the package depends on.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1357, 829},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1002", "T1207"},
	References: []string{"MAL-2025-47604"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "notes-mcp@latest"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "notes-mcp@1.4.2"]}}}`},
}

var unpinnedPackageCheck = analyzer.Check{
	Rules: []*analyzer.Rule{unpinnedPackage},
	Run: func(pass *analyzer.Pass) {
		eachPackage(pass.File, func(s *mcp.Server, l *launch.Launch, p *launch.Package) {
			switch p.Ecosystem {
			case "npm", "pypi", "jsr", "nuget", "go", "cargo":
			default:
				return
			}
			if staysOffline(l) {
				return
			}
			switch p.Pin {
			case launch.Unversioned:
				report(pass, unpinnedPackage, s, p, "fetches %s in whatever version is newest", p.Name)
			case launch.Tag:
				report(pass, unpinnedPackage, s, p, "fetches %s by the tag %q, which moves", p.Name, p.Version)
			case launch.Range:
				report(pass, unpinnedPackage, s, p, "fetches %s in any version that fits %q", p.Name, p.Version)
			}
		})
	},
}

// staysOffline reports whether the runner is told to use what is installed.
func staysOffline(l *launch.Launch) bool {
	for _, f := range l.Options {
		switch f.Name {
		case "--offline", "--no-install", "--no", "--cached-only":
			return true
		}
	}
	return false
}
