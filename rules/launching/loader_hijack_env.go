package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var loaderHijackEnv = &analyzer.Rule{
	Name:       "loader-hijack-env",
	Summary:    "an environment variable makes the server load foreign code",
	Why:        "The variable tells the loader, the shell or the interpreter to run something before the server's own code. The command line still names a trusted program, and that program now does what the variable says. Goose and OpenClaw refuse these names in server entries for that reason.",
	Remedy:     "Remove the variable. What the server needs belongs in its own package or installation.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{426, 427},
	OWASP:      []string{"MCP04", "MCP05", "ASI05"},
	SafeMCP:    []string{"T1203", "T1206"},
	References: []string{
		"https://github.com/block/goose/blob/main/crates/goose/src/agents/extension.rs",
		"https://github.com/openclaw/openclaw/blob/main/src/infra/host-env-security-policy.json",
		"CVE-2026-44995",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "node", "args": ["dist/index.js"], "env": {"NODE_OPTIONS": "--require /opt/trace/hook.js"}}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "node", "args": ["dist/index.js"], "env": {"NODE_OPTIONS": "--max-old-space-size=4096"}}}}`},
}

var loaderHijackEnvCheck = analyzer.Check{
	Rules: []*analyzer.Rule{loaderHijackEnv, loaderHijackEnvPath},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			report := func(r *analyzer.Rule, at source.Span, format string, args ...any) {
				pass.Report(analyzer.Diagnostic{
					Rule: r, Span: at, Confidence: r.ConfidenceIn(s),
					Message: fmt.Sprintf("server %q ", s.Name.Value) + fmt.Sprintf(format, args...),
				})
			}
			for _, p := range environment(s) {
				if p.Value.Value == "" {
					continue
				}
				if what := loadsCode(p); what != "" && !pass.Enabled(loaderHijackEnvPath) || what != "" && !loadsOwnCode(p) {
					report(loaderHijackEnv, p.Key.Span, "sets %s, which %s", p.Key.Value, what)
				} else if what != "" {
					report(loaderHijackEnvPath, p.Value.Span, "sets %s, which %s", p.Key.Value, what)
				} else if dir := openSearchPath(p); dir != "" {
					report(loaderHijackEnvPath, p.Value.Span, "looks for code in %s first, by %s", quoteShort(dir), p.Key.Value)
				}
			}
		}
	},
}

// loadsOwnCode reports whether an option names a module of the repository itself,
// by a path that starts there, or a Java agent, which tracing tools ask for.
func loadsOwnCode(p mcp.Pair) bool {
	return strings.Contains(p.Value.Value, "-javaagent:") && !isOpenFolder(p.Value.Value[strings.Index(p.Value.Value, "-javaagent:")+11:]) ||
		p.Key.Value == "NODE_OPTIONS" && containsAny(p.Value.Value, "=./", " ./", "=${workspaceFolder}/", " ${workspaceFolder}/", "=${CLAUDE_PROJECT_DIR}/")
}

// loadsCode says what a variable makes a process load or run, "" for nothing.
func loadsCode(p mcp.Pair) string {
	value := p.Value.Value
	switch p.Key.Value {
	case "LD_PRELOAD", "LD_AUDIT", "DYLD_INSERT_LIBRARIES":
		// Allocators and the like come from the system's own library folders.
		if strings.Contains(value, "malloc") && !containsAny(value, "/tmp/", "/home/", "/Users/") {
			return ""
		}
		return "loads a library into every process that the server starts"
	case "BASH_ENV", "ENV", "PROMPT_COMMAND", "ZDOTDIR":
		// A value of one word is another program's own setting: ENV=production.
		if containsAny(value, "/", "$(", "`", ";", " ", "~") {
			return "runs a script whenever the server starts a shell"
		}
	case "PYTHONSTARTUP", "PYTHONBREAKPOINT", "PERL5OPT", "RUBYOPT", "PERL5DB":
		if value == "0" || p.Key.Value == "RUBYOPT" && !containsAny(value, "-r", "-I") {
			return ""
		}
		return "runs code whenever the interpreter starts"
	case "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS":
		if containsAny(value, "-javaagent", "-agentpath", "-agentlib", "-Xbootclasspath") {
			return "loads an agent into every Java process"
		}
	case "NODE_OPTIONS":
		for _, word := range strings.Fields(value) {
			switch name, _, _ := strings.Cut(word, "="); name {
			case "--require", "-r", "--import", "--loader", "--experimental-loader":
				return "loads a module into every Node.js process"
			}
		}
	case "GIT_SSH_COMMAND", "GIT_SSH", "GIT_EXTERNAL_DIFF", "GIT_PROXY_COMMAND":
		// ssh with another key or option, and programs that do nothing, are usual.
		first, _, _ := strings.Cut(value, " ")
		switch first[strings.LastIndexByte(first, '/')+1:] {
		case "ssh", "ssh.exe", "plink", "plink.exe", "difft", "delta":
			if !strings.Contains(value, "ProxyCommand") {
				return ""
			}
		}
		return "makes git run a program of its choice"
	case "APPINIT_DLLS", "COMSPEC", "COR_PROFILER_PATH", "CORECLR_PROFILER_PATH", "DOTNET_STARTUP_HOOKS":
		if strings.HasSuffix(strings.ToLower(value), `system32\cmd.exe`) {
			return ""
		}
		return "loads a library into the server's process"
	}
	return ""
}
