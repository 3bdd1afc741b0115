package supplychain

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var unpinnedWithKnownAdvisories = &analyzer.Rule{
	Name:       "unpinned-with-known-advisories",
	Summary:    "a package without a version had releases with published flaws",
	Why:        "Runners keep what they once fetched: a cache, an image or a lockfile elsewhere may hold one of the affected releases, and the configuration does not say which one runs.",
	Remedy:     "Pin an exact version, at or above the one that the message names.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{1395, 1357},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1002"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "mcp-remote", "https://notes.example/mcp"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "mcp-remote@0.1.30", "https://notes.example/mcp"]}}}`},
}

// adviseUnpinned says which version is the first without any of the flaws.
func adviseUnpinned(pass *analyzer.Pass, s *mcp.Server, p *launch.Package, rows []knowledge.Advisory) {
	if len(rows) == 0 || p.Pin == launch.Exact {
		return
	}
	message := fmt.Sprintf("server %q fetches %s without a version, and releases of it have published flaws (%s)", s.Name.Value, p.Name, rows[0].IDs[0])
	switch safe := knowledge.Fix(rows, ""); {
	case safe == "":
	case !knowledge.IsDate(safe) && knowledge.HasDates(rows):
		message += fmt.Sprintf("; pin %s or a later release, but none that is numbered by its date, which are older", safe)
	default:
		message += fmt.Sprintf("; pin %s or later", safe)
	}
	pass.Report(analyzer.Diagnostic{Rule: unpinnedWithKnownAdvisories, Span: p.Spec.Span, Message: message, Confidence: unpinnedWithKnownAdvisories.ConfidenceIn(s)})
}
