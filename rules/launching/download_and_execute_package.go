package launching

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
)

var downloadAndExecutePackage = &analyzer.Rule{
	Name:       "download-and-execute-package",
	Summary:    "a package runner installs an archive from a bare URL",
	Why:        "An archive that is named by its address has no version and no registry behind it: the same line may install another program tomorrow, and nobody is told. The runner installs and starts it without asking at every start of the client.",
	Remedy:     "Name the package and an exact version from its registry. Where there is only an archive, add its hash (`#sha256=...` for uv and pip) or keep a copy in the repository.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{494, 829},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1003", "T1207"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "https://notes.example/notes-mcp.tgz"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "notes-mcp@1.4.2"]}}}`},
}

func installsFromURL(l line) verdict {
	for p := range l.Launch.Packages {
		if p.Ecosystem == "url" && p.Pin != launch.Digest && p.Spec != l.Entry && l.Runner != "deno" {
			return verdict{span: p.Spec.Span, message: fmt.Sprintf("installs %s, an archive without a version or a hash", quoteShort(p.Name))}
		}
	}
	return verdict{}
}
