package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var debuggerExposed = &analyzer.Rule{
	Name:       "debugger-exposed",
	Summary:    "a server listens for debuggers from other machines",
	Why:        "A debugging port runs whatever it is sent, without a password. Bound to more than loopback, it gives that to everybody on the same network.",
	Remedy:     "Remove the option from the committed entry. For a debugging session, bind the port to 127.0.0.1.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{489, 1327},
	OWASP:      []string{"MCP05", "MCP09", "ASI05"},
	SafeMCP:    []string{"T1109", "T1005"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "node", "args": ["--inspect=0.0.0.0:9229", "dist/index.js"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "node", "args": ["dist/index.js"]}}}`},
}

var debuggerExposedCheck = analyzer.Check{
	Rules: []*analyzer.Rule{debuggerExposed, debuggerExposedLocal},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for _, d := range debuggers(s) {
				rule, where := debuggerExposed, "from other machines"
				if d.local || !pass.Enabled(rule) && pass.Enabled(debuggerExposedLocal) {
					rule, where = debuggerExposedLocal, "on this machine"
				}
				pass.Report(analyzer.Diagnostic{
					Rule: rule, Span: d.span, Confidence: rule.ConfidenceIn(s),
					Message: fmt.Sprintf("server %q listens for a debugger %s", s.Name.Value, where),
				})
			}
		}
	},
}

type debugger struct {
	span  source.Span
	local bool
}

// debuggers finds the debugging options of Node.js, Python, Java and Go among
// arguments and in the variables that carry options.
func debuggers(s *mcp.Server) []debugger {
	var out []debugger
	words := append([]source.String(nil), s.Launch.Words...)
	for _, p := range environment(s) {
		switch p.Key.Value {
		case "NODE_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS":
			words = append(words, p.Value)
		}
	}
	module := s.Launch.Entry.Value == "debugpy" || s.Launch.Runner == "dlv" || s.Launch.Runner == "debugpy"
	for i, w := range words {
		for _, option := range strings.Fields(w.Value) {
			name, value, _ := strings.Cut(option, "=")
			switch {
			case name == "--inspect" || name == "--inspect-brk" || name == "--inspect-wait":
				if s.Launch.Runner == "node" || s.Launch.Runner == "tsx" || s.Launch.Runner == "deno" || s.Launch.Runner == "bun" || len(s.Launch.Words) <= i {
					out = append(out, debugger{w.Span, !isOpenAddress(value)})
				}
			case strings.HasPrefix(option, "-agentlib:jdwp") || strings.HasPrefix(option, "-Xrunjdwp"):
				_, address, _ := strings.Cut(option, "address=")
				out = append(out, debugger{w.Span, !isOpenAddress(strings.Split(address, ",")[0])})
			case module && name == "--listen":
				if value == "" && i+1 < len(words) {
					value = words[i+1].Value
				}
				out = append(out, debugger{w.Span, !isOpenAddress(value)})
			}
		}
	}
	return out
}

// isOpenAddress reports whether a listener's address is more than loopback. A
// bare port listens on loopback with Node.js, debugpy, Java and Delve.
func isOpenAddress(address string) bool {
	host := strings.Trim(address, "[]")
	if i := strings.LastIndexByte(address, ':'); i >= 0 {
		host = strings.Trim(address[:i], "[]")
		if host == "" && i == 0 {
			return true // ":5678" is every interface
		}
	}
	switch host {
	case "", "localhost", "::1":
		return false
	case "*", "::":
		return true
	}
	return !strings.HasPrefix(host, "127.") && strings.Trim(host, "0123456789") != ""
}
