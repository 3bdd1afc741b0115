package supplychain

import (
	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var mutableGitSource = &analyzer.Rule{
	Name:       "mutable-git-source",
	Summary:    "a server is installed from a git repository without a commit",
	Why:        "A branch moves with every push, and a tag can be pushed again. Whoever may write to the repository, or takes it over, decides what the next start of the client builds and runs, without a release and without a registry that keeps the old one.",
	Remedy:     "Name the full commit: `git+https://host/owner/repo@<40 hexadecimal digits>` for uv and pip, `github:owner/repo#<commit>` for npm. Better still, use a released package with an exact version.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{829},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1207"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "uvx", "args": ["--from", "git+https://git.example/acme/notes-mcp", "notes-mcp"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "uvx", "args": ["--from", "git+https://git.example/acme/notes-mcp@7c0e4bd1f3a95e2288d1c64a0b9f7e3d5c2a1b08", "notes-mcp"]}}}`},
}

var mutableGitSourceCheck = analyzer.Check{
	Rules: []*analyzer.Rule{mutableGitSource},
	Run: func(pass *analyzer.Pass) {
		eachPackage(pass.File, func(s *mcp.Server, _ *launch.Launch, p *launch.Package) {
			if p.Ecosystem != "git" {
				return
			}
			switch p.Pin {
			case launch.Unversioned:
				report(pass, mutableGitSource, s, p, "is built from the newest state of %s", p.Name)
			case launch.Tag, launch.Range:
				report(pass, mutableGitSource, s, p, "is built from %s at %q, which can move", p.Name, p.Version)
			}
		})
	},
}
