package launching

import (
	"fmt"
	"path"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var downloadAndExecute = &analyzer.Rule{
	Name:       "download-and-execute",
	Summary:    "a start line downloads a program and runs it at once",
	Why:        "What is fetched is handed to a shell or interpreter before anybody could read it. Whoever controls the address, or the path to it, runs code with the user's rights at every start of the client, and can serve something else to every visitor.",
	Remedy:     "Install the program once, from a package with a fixed version or a file in the repository, and start that. Keep the installer out of the client's configuration.",
	Severity:   analyzer.Critical,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{494, 829},
	OWASP:      []string{"MCP04", "MCP05", "LLM03", "ASI04", "ASI05"},
	SafeMCP:    []string{"T1003", "T1006"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "bash", "args": ["-c", "curl -fsSL https://notes.example/start.sh | bash"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "bash", "args": ["scripts/start.sh"]}}}`},
}

// downloadsAndExecutes finds a download that reaches an interpreter: through
// pipes, as a substitution, by way of a file, or named as the program itself.
func downloadsAndExecutes(l line) verdict {
	for i, c := range l.commands {
		if url, ok := runsURL(c); ok {
			return verdict{span: url.Span, message: fmt.Sprintf("runs %s straight from a URL", quoteShort(url.Value))}
		}
		if !fetches(c) {
			continue
		}
		if j := consumer(l, i); j >= 0 {
			return verdict{
				span:    commandSpan(c, l.commands[j]),
				message: fmt.Sprintf("runs what %s downloads with %s", strings.TrimPrefix(name(c), "."), name(l.commands[j])),
			}
		}
		if file := downloadedFile(c); file != "" {
			for _, later := range l.commands[i+1 : min(len(l.commands), i+64)] {
				if runsFile(later, file) {
					return verdict{span: commandSpan(c, later), message: fmt.Sprintf("downloads %s and runs it", quoteShort(file))}
				}
			}
		}
	}
	if (l.Runner == "deno" || l.Runner == "uv") && isURL(l.Entry.Value) && l.Package.Ecosystem != "git" && !isFixedModule(l.Entry.Value) {
		return verdict{span: l.Entry.Span, message: fmt.Sprintf("runs %s straight from a URL", quoteShort(l.Entry.Value))}
	}
	if l.Package.Ecosystem == "url" && strings.HasPrefix(strings.ToLower(l.Package.Name), "http://") {
		return verdict{span: l.Package.Spec.Span, message: "installs a package over http, which anybody on the way can replace"}
	}
	if code := l.Code.Value; code != "" && containsAny(code, "exec(", "eval(", "Function(", "os.system", "child_process", "subprocess") &&
		containsAny(code, "urlopen", "requests.get", "urlretrieve", "fetch(", "http.get", "https.get", "axios", "file_get_contents(\"http", "file_get_contents('http") {
		return verdict{span: l.Code.Span, message: "runs code that an inline program downloads"}
	}
	return verdict{}
}

// isFixedModule reports whether a URL is that of a module host which never changes
// what it serves for a version: https://deno.land/x/oak@v12.6.1/mod.ts.
func isFixedModule(url string) bool {
	path, ok := strings.CutPrefix(url, "https://deno.land/")
	_, version, found := strings.Cut(path, "@")
	return ok && found && strings.IndexFunc(version, func(r rune) bool { return r >= '0' && r <= '9' }) <= 1
}

// fetches reports whether the command prints or stores what a server sends.
func fetches(c launch.Command) bool {
	switch name(c) {
	case "curl", "wget", "fetch", "http", "https", "xh", "aria2c", "lwp-request", "lynx", "iwr", "irm", "invoke-webrequest",
		"invoke-restmethod", "start-bitstransfer":
		return true
	}
	for _, w := range c.Words {
		if strings.Contains(strings.ToLower(w.Value), ".downloadstring") || strings.Contains(strings.ToLower(w.Value), ".downloadfile") {
			return true
		}
	}
	return false
}

// consumer follows the output of a command to the interpreter that executes it,
// or returns -1.
func consumer(l line, i int) int {
	for j := range downstream(l.commands, i) {
		if executesInput(l.commands[j]) {
			return j
		}
	}
	// PowerShell writes iex in front of parentheses and behind pipes alike.
	at := -1
	powershell := l.Script != nil && l.Script.Shell == "powershell"
	for j := max(0, i-8); j < min(len(l.commands), i+8); j++ {
		switch name(l.commands[j]) {
		case "iex", "invoke-expression":
			if at < 0 {
				at = j
			}
		case "powershell", "pwsh":
			powershell = powershell || j < i
		}
	}
	if !powershell {
		return -1
	}
	return at
}

// executesInput reports whether a command runs what it reads or what a
// substitution gives it.
func executesInput(c launch.Command) bool {
	args := arguments(c)
	switch name(c) {
	case "eval", "source", ".", "iex", "invoke-expression":
		return true
	case "sh", "bash", "zsh", "dash", "ash", "ksh", "fish", "python", "node", "perl", "ruby", "php", "powershell", "pwsh", "bun", "deno", "osascript":
	default:
		return false
	}
	for i, w := range args {
		v := w.Value
		switch {
		case strings.Contains(v, "$(") || strings.Contains(v, "`") || strings.HasPrefix(v, "<("):
			return true // its program, as everything before it was an option
		case v == "-" || v == "/dev/stdin" || v == "-s" || v == "--":
			return true
		case (v == "-c" || v == "-e" || v == "-m" || v == "-r") && i+1 < len(args) && !strings.ContainsAny(args[i+1].Value, "$`"):
			return false // a program of its own that reads the download as data
		case strings.HasPrefix(v, "-"):
		default:
			return false
		}
	}
	return true
}

// runsURL finds programs that take a URL as what to execute.
func runsURL(c launch.Command) (source.String, bool) {
	args := arguments(c)
	switch name(c) {
	case "bash", "sh", "zsh", "node", "python", "ruby", "perl", "php", "bun", "pwsh", "powershell":
		if len(args) > 0 && isURL(args[0].Value) {
			return args[0], true
		}
	case "mshta", "regsvr32", "msiexec", "rundll32", "certutil", "bitsadmin":
		for _, w := range args {
			if i := strings.Index(strings.ToLower(w.Value), "http"); i >= 0 && isURL(w.Value[i:]) {
				return w, true
			}
		}
	}
	return source.String{}, false
}

// downloadedFile returns where a command stores what it fetches, "" for nowhere.
func downloadedFile(c launch.Command) string {
	for _, r := range c.Redirects {
		if strings.HasPrefix(r.Operator, ">") {
			return r.Target.Value
		}
	}
	args := arguments(c)
	for i, w := range args {
		switch v := strings.ToLower(w.Value); v {
		case "-o":
			if w.Value == "-O" && name(c) == "curl" { // keeps the name that the URL ends with
				continue
			}
			if i+1 < len(args) && (w.Value != "-o" || name(c) != "wget") {
				return args[i+1].Value
			}
		case "--output", "--output-document", "-outfile":
			if i+1 < len(args) {
				return args[i+1].Value
			}
		default:
			if name(c) == "curl" && len(v) > 2 && v[0] == '-' && v[1] != '-' && strings.HasSuffix(w.Value, "o") && i+1 < len(args) { // -so FILE
				return args[i+1].Value
			}
			for _, prefix := range []string{"-o", "--output="} {
				if rest, ok := strings.CutPrefix(w.Value, prefix); ok && rest != "" && name(c) != "wget" && !strings.HasPrefix(rest, "-") {
					return rest
				}
			}
		}
	}
	if name(c) == "wget" || has(args, "-O", "--remote-name", "-LO", "-fsSLO", "-sSLO", "-OL") {
		for i, w := range args {
			if w.Value == "-O" && name(c) == "wget" && i+1 < len(args) {
				return args[i+1].Value
			}
		}
		for _, w := range args {
			if isURL(w.Value) {
				return path.Base(strings.SplitN(w.Value, "?", 2)[0])
			}
		}
	}
	return ""
}

// runsFile reports whether a command starts the file or makes it executable.
func runsFile(c launch.Command, file string) bool {
	base := path.Base(file)
	same := func(v string) bool { return v == file || strings.TrimPrefix(v, "./") == base && base != "-" }
	if at := programAt(c.Words); at < len(c.Words) && same(c.Words[at].Value) {
		return true
	}
	switch name(c) {
	case "sh", "bash", "zsh", "dash", "python", "node", "perl", "ruby", "php", "powershell", "pwsh", "source", ".", "chmod", "open", "start":
		for _, w := range arguments(c) {
			if same(w.Value) {
				return true
			}
		}
	}
	return false
}

func isURL(s string) bool {
	lower := strings.ToLower(s)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
