package launching

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
)

var shellWrapper = &analyzer.Rule{
	Name:       "shell-wrapper",
	Summary:    "a server is started through a shell that it does not need",
	Why:        "A shell interprets the whole string, so that a blank, a quote or a variable in it changes what runs, and the client can no longer show which program it starts.",
	Remedy:     "Name the program in `command` and its arguments in `args`. A login shell that only sets PATH can be replaced by the program's full path.",
	Severity:   analyzer.Info,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{78},
	OWASP:      []string{"MCP05"},
	SafeMCP:    []string{"T1101"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "bash", "args": ["-c", "npx notes-mcp@1.4.2"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "cmd", "args": ["/c", "npx", "notes-mcp@1.4.2"]}}}`},
}

// wrapsInShell finds Unix shells and PowerShell. On Windows, cmd /c is how npx and
// other scripts have to be started.
func wrapsInShell(l line) verdict {
	for _, w := range l.Wrappers {
		if isShell(w.Name) || w.Name == "powershell" || w.Name == "pwsh" {
			return verdict{span: w.Word.Span, message: fmt.Sprintf("is started through %s", w.Name)}
		}
	}
	return verdict{}
}
