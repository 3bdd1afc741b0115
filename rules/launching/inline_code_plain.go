package launching

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
)

var inlineCodePlain = &analyzer.Rule{
	Name:       "inline-code-plain",
	Summary:    "a server's program text stands in the configuration itself",
	Why:        "The program is neither a package with a version nor a file that reviews, tests and scanners look at. It can be changed by whoever may change a settings file, and it runs at every start.",
	Remedy:     "Put the program into a file of the repository, or publish it as a package, and start that.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{94},
	OWASP:      []string{"MCP05", "MCP04", "ASI05"},
	SafeMCP:    []string{"T1101"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "node", "args": ["-e", "const s = require('notes'); for (const n of s.list()) { s.serve(n, { stdio: true }) }"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "python3", "args": ["-c", "from notes_mcp import main; main()"]}}}`},
}

func holdsPlainProgram(l line) verdict {
	text, language := programText(l)
	if text.Value == "" {
		return verdict{}
	}
	return verdict{span: text.Span, message: fmt.Sprintf("holds a %s program in its arguments", language)}
}
