package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
)

var inlineCode = &analyzer.Rule{
	Name:       "inline-code",
	Summary:    "a server's program text stands in the configuration itself",
	Why:        "The program is neither a package with a version nor a file that reviews and scanners look at. It hides in one long string of a settings file, runs at every start, and can be changed by whoever may change that file.",
	Remedy:     "Put the program into a file of the repository, or publish it as a package, and start that.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{94},
	OWASP:      []string{"MCP05", "MCP04", "ASI05"},
	SafeMCP:    []string{"T1003", "T1101"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "python3", "args": ["-c", "import os, base64; exec(base64.b64decode(os.environ['P']))"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "python3", "args": ["-m", "notes_mcp"]}}}`},
}

// holdsProgram finds program text for an interpreter. A line that only imports a
// module and calls its entry point is another way of writing python -m.
func holdsProgram(l line) verdict {
	if launch.ProgramName(l.Program.Value) == "powershell" || l.Runner == "pwsh" {
		for i, w := range l.Args {
			if launch.IsEncodedCommand(w.Value) && i+1 < len(l.Args) {
				return verdict{span: l.Args[i+1].Span, message: "runs a PowerShell program that is encoded, so that nobody reads it"}
			}
		}
	}
	if l.Script != nil && l.Script.Shell == "powershell" && isPowerShellProgram(l.Script.Text.Value) {
		return verdict{span: l.Script.Text.Span, message: "holds a PowerShell program in its arguments", confidence: analyzer.Likely}
	}
	code := l.Code.Value
	if code == "" || startsModule(code) {
		return verdict{}
	}
	v := verdict{span: l.Code.Span, message: fmt.Sprintf("holds a %s program in its arguments", l.Runner), confidence: analyzer.Likely}
	switch {
	case containsAny(code, "b64decode", "fromhex", "atob(", "'base64'", "\"base64\"", "marshal.loads", "zlib.decompress", "fromCharCode"):
		v.message += ", part of it encoded"
		v.confidence = 0
	case containsAny(code, "socket", "urlopen", "requests.", "http", "fetch("):
		v.message += ", which talks to the network"
	case containsAny(code, "writeFile", "open(", "subprocess", "os.system", "child_process"):
		v.message += ", which writes files or starts programs"
	}
	return v
}

// startsModule reports whether program text does nothing but import something
// and call it.
func startsModule(code string) bool {
	if len(code) <= 40 && !containsAny(code, "exec", "eval", "system", "(`") {
		return true
	}
	code = strings.NewReplacer("\n", ";", "\r", "").Replace(code)
	for _, stmt := range strings.Split(code, ";") {
		stmt = strings.TrimSpace(stmt)
		switch {
		case stmt == "", strings.HasPrefix(stmt, "import "), strings.HasPrefix(stmt, "from ") && strings.Contains(stmt, " import "):
		case strings.HasPrefix(stmt, "sys.path.insert("), strings.HasPrefix(stmt, "sys.path.append("), strings.HasPrefix(stmt, "sys.argv"):
		case strings.HasPrefix(stmt, "require(") || strings.HasPrefix(stmt, "import("):
		case isPlainCall(stmt):
		default:
			return false
		}
	}
	return true
}

// isPlainCall reports whether a statement is name.name(...) with nothing but
// names inside: main(), sys.exit(app.run()), asyncio.run(main()).
func isPlainCall(stmt string) bool {
	if !strings.HasSuffix(stmt, ")") || containsAny(stmt, "exec(", "eval(", "system(", "popen(", "compile(", "__import__") {
		return false
	}
	return strings.IndexFunc(stmt, func(r rune) bool {
		return r != '_' && r != '.' && r != '(' && r != ')' && r != '=' && r != '\'' && r != '"' && r != ' ' && r != ',' &&
			(r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z')
	}) < 0
}

// isPowerShellProgram reports whether text is more than the call of a program.
func isPowerShellProgram(text string) bool {
	lower := strings.ToLower(text)
	return containsAny(lower, "new-object", "foreach", "function ", "[system.", "[convert]::", "frombase64string", "| where-object", "throw ", "if (", "if(")
}
