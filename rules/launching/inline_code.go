package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var inlineCode = &analyzer.Rule{
	Name:       "inline-code",
	Summary:    "program text in a configuration decodes, downloads or starts things",
	Why:        "The program is neither a package with a version nor a file that reviews and scanners look at. It hides in one long string of a settings file, runs at every start, and reaches the network, the disk or other programs from there.",
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

// holdsProgram finds program text for an interpreter that does what hidden
// programs do.
func holdsProgram(l line) verdict {
	if l.Runner == "powershell" || l.Runner == "pwsh" {
		for i, w := range l.Args {
			if launch.IsEncodedCommand(w.Value) && i+1 < len(l.Args) {
				return verdict{span: l.Args[i+1].Span, message: "runs a PowerShell program that is encoded, so that nobody reads it"}
			}
		}
	}
	text, language := programText(l)
	if text.Value == "" {
		return verdict{}
	}
	v := verdict{span: text.Span, message: fmt.Sprintf("holds a %s program in its arguments", language)}
	switch code := text.Value; {
	case containsAny(code, "b64decode", "fromhex", "atob(", "'base64'", "\"base64\"", "marshal.loads", "zlib.decompress", "fromCharCode", "FromBase64String", "base64_decode", "MIME::Base64"):
		v.message += ", part of it encoded"
	case containsAny(code, "socket.socket", "urlopen", "urllib.request", "requests.get", "requests.post", "httpx.", "Net::HTTP.", "http.get", "https.get", "'http')", "'https')", "\"http\")", "\"https\")", "node:http", ".request(", "fetch(",
		"axios", "curl_exec", "fsockopen", "TCPSocket", "net.connect", "LWP::", "Invoke-WebRequest", "Invoke-RestMethod", "WebClient", "http://", "https://"):
		v.message += ", which talks to the network"
		v.confidence = analyzer.Likely
	case containsAny(code, "subprocess", "os.system", "os.popen", "child_process", "execSync", "spawn(", "eval(", "exec(", "shell_exec", "Start-Process", "writeFile", ", 'w')", ", \"w\")", "file_put_contents", "File.write", "Set-Content", "Out-File"):
		v.message += ", which writes files or starts programs"
		v.confidence = analyzer.Likely
	default:
		return verdict{}
	}
	return v
}

// programText returns the program text of a line and its language. A line that
// only imports a module and calls its entry point is another way of writing
// python -m and counts as none.
func programText(l line) (source.String, string) {
	if l.Script != nil && l.Script.Shell == "powershell" && isPowerShellProgram(l.Script.Text.Value) {
		return l.Script.Text, "PowerShell"
	}
	if startsModule(l.Code.Value) {
		return source.String{}, ""
	}
	return l.Code, l.Runner
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
		case (strings.HasPrefix(stmt, "require(") || strings.HasPrefix(stmt, "import(")) && strings.Count(stmt, "(") <= 2 && !containsAny(stmt, "'http", "\"http", "child_process", "'fs'", "\"fs\"", "'net'"):
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
