package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var privilegeElevation = &analyzer.Rule{
	Name:       "privilege-elevation",
	Summary:    "a server is started with administrator rights",
	Why:        "Every tool of the server, and whatever steers the model that calls them, then acts as root. A mistake or an injected instruction reaches the whole machine instead of one user's files, and the user is not asked again.",
	Remedy:     "Start the server as the ordinary user. Where one operation needs more, give that operation a narrow rule of its own instead of the whole process.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1305", "T1302"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"disk": {"command": "sudo", "args": ["disk-mcp"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"disk": {"command": "sudo", "args": ["-u", "nobody", "disk-mcp"]}}}`},
}

// elevates finds sudo and its kind, unless they step down to another user: around
// the server, and around every other command of a script.
func elevates(l line) verdict {
	for _, w := range l.Wrappers {
		if how := elevation(w.Name, w.Args); how != "" {
			return verdict{span: w.Word.Span, message: how}
		}
	}
	for _, c := range l.commands {
		for i, w := range c.Words {
			if i > 0 && !startsAnother(c.Words[i-1]) {
				continue
			}
			if how := elevation(launch.ProgramName(w.Value), c.Words[i+1:]); how != "" {
				return verdict{span: w.Span, message: how}
			}
		}
		for i, w := range c.Words {
			if strings.EqualFold(w.Value, "-verb") && i+1 < len(c.Words) && strings.EqualFold(c.Words[i+1].Value, "runas") {
				return verdict{span: c.Words[i+1].Span, message: "is started with an administrator's rights"}
			}
		}
	}
	return verdict{}
}

// elevation says how a program with these arguments gives more rights.
func elevation(tool string, args []source.String) string {
	switch tool {
	case "sudo", "doas", "gsudo", "pkexec", "run0":
		if user := optionOf(args, "-u", "--user"); user == "" || user == "root" || user == "0" || user == "#0" {
			return fmt.Sprintf("is started through %s, with root's rights", tool)
		}
	case "runas":
		for _, a := range args {
			if v := strings.ToLower(a.Value); strings.HasPrefix(v, "/user:") && strings.Contains(v, "admin") {
				return "is started through runas, with an administrator's rights"
			}
		}
	case "su":
		if len(args) > 0 && has(args[:min(len(args), 8)], "-c", "--command") && (args[0].Value == "-" || args[0].Value == "-c" || args[0].Value == "root") {
			return "is started through su, with root's rights"
		}
	}
	return ""
}

// startsAnother reports whether the word in front of a program is a wrapper, an
// option or an assignment, so that the program is what is run.
func startsAnother(w source.String) bool {
	switch launch.ProgramName(w.Value) {
	case "env", "exec", "nohup", "time", "nice", "--", "/c", "-e", "wsl", "command", "setsid":
		return true
	}
	return strings.Contains(w.Value, "=")
}

// optionOf returns the value behind an option in front of the first other word.
func optionOf(args []source.String, names ...string) string {
	for i, w := range args {
		for _, n := range names {
			switch {
			case w.Value == n && i+1 < len(args):
				return args[i+1].Value
			case strings.HasPrefix(w.Value, n+"="):
				return w.Value[len(n)+1:]
			case len(n) == 2 && strings.HasPrefix(w.Value, n) && len(w.Value) > 2:
				return w.Value[2:]
			}
		}
		if !strings.HasPrefix(w.Value, "-") {
			return ""
		}
	}
	return ""
}
