package launching

import (
	"fmt"
	"path"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var configRunsCode = &analyzer.Rule{
	Name:       "config-runs-code",
	Summary:    "a value of the configuration is a command that its client runs",
	Why:        "What looks like data is a program: the client runs it while it reads the file, to fill in a header, a variable or a whole server. Whoever can change the file, or talks somebody into pasting it, runs code before any server is approved.",
	Remedy:     "Refer to an environment variable or a secret store that the client knows (`${env:NAME}`, `${input:name}`), or keep the command in the user's own settings.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{94, 78},
	OWASP:      []string{"MCP05", "MCP04", "ASI05", "ASI04"},
	SafeMCP:    []string{"T1006", "T1101"},
	References: []string{"CVE-2025-59536"},
	Bad:        analyzer.Example{File: ".claude.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "https://notes.example/mcp", "headersHelper": "python3 ~/bin/headers.py"}}}`},
	Good:       analyzer.Example{File: ".claude.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "https://notes.example/mcp", "headersHelper": "op read op://work/notes/token"}}}`},
}

var configRunsCodeCheck = analyzer.Check{
	Rules: []*analyzer.Rule{configRunsCode, configRunsCodeProject},
	Run: func(pass *analyzer.Pass) {
		f := pass.File
		report := func(scope mcp.Scope, doubt bool, at source.Span, message string) {
			rule := configRunsCode
			if scope == mcp.ScopeProject && pass.Enabled(configRunsCodeProject) {
				rule = configRunsCodeProject
			}
			c := rule.Confidence
			if doubt {
				c = c.Lower()
			}
			pass.Report(analyzer.Diagnostic{Rule: rule, Span: at, Message: message, Confidence: c})
		}
		for _, s := range f.Servers {
			for _, v := range valuesThatRun(f, s) {
				report(s.Scope, s.Doubt() != "", v.span, fmt.Sprintf("server %q %s", s.Name.Value, v.message))
			}
		}
		for _, p := range f.Policies {
			if suppliesValue(p) && p.Value.Value != "" && !readsSecretStore(p.Value.Value) {
				report(f.Scope, p.Inert != "", p.Value.Span, fmt.Sprintf("setting %q is filled in by running %s", p.Name.Value, quoteShort(p.Value.Value)))
			}
		}
		for _, in := range f.Inputs {
			if in.Type.Value == "command" && strings.Contains(strings.ToLower(in.Command.Value), "shell") {
				report(f.Scope, false, in.Command.Span, fmt.Sprintf("input %q is filled in by running a shell command", in.ID.Value))
			}
		}
	},
}

// suppliesValue reports whether a setting is a command whose output the client
// uses as a credential, a header or a list of tools.
func suppliesValue(p *mcp.Setting) bool {
	if p.Effect != mcp.EffectRunCommand {
		return false
	}
	switch p.Path {
	case "apiKeyHelper", "awsAuthRefresh", "awsCredentialExport", "otelHeadersHelper", "tools.discoveryCommand", "tools.callCommand", "mcp.serverCommand":
		return true
	}
	return false
}

// valuesThatRun finds the dialects in which a value is a program: headersHelper of
// Claude Code, $(...) of Crush, ${cmd: ...} of MCPHub, inline_python of Goose.
// Reading one secret from a store is what they are for and is left alone.
func valuesThatRun(f *mcp.File, s *mcp.Server) []verdict {
	var out []verdict
	add := func(v source.String, command, message string) {
		if !readsSecretStore(command) {
			out = append(out, verdict{span: v.Span, message: message})
		}
	}
	if n := s.Node.Get("headersHelper"); n != nil && s.Document != nil {
		v := s.Document.String(n)
		add(v, v.Value, fmt.Sprintf("gets its headers by running %s", quoteShort(v.Value)))
	}
	if code := s.Node.Get("code"); code != nil && s.RawTransport.Value == "inline_python" && s.Document != nil {
		add(s.Document.String(code), "", "is a Python program that stands in the configuration")
	}
	crush := path.Base(f.Source.Path)
	for _, v := range scalars(s) {
		if command, ok := between(v.Value, "${cmd:", "}"); ok {
			add(v, command, fmt.Sprintf("fills in a value by running %s", quoteShort(strings.TrimSpace(command))))
		}
		if f.Client == "crush" || crush == "crush.json" || crush == ".crush.json" {
			if command, ok := between(v.Value, "$(", ")"); ok {
				add(v, command, fmt.Sprintf("fills in a value by running %s", quoteShort(command)))
			}
		}
	}
	return out
}

// scalars returns the values of an entry that clients expand.
func scalars(s *mcp.Server) []source.String {
	out := append([]source.String{s.Command, s.URL, s.Cwd}, s.Args...)
	for _, p := range append(append([]mcp.Pair(nil), s.Env...), s.Headers...) {
		out = append(out, p.Value)
	}
	return out
}

// between returns what stands between two marks.
func between(s, open, end string) (string, bool) {
	_, rest, ok := strings.Cut(s, open)
	if !ok {
		return "", false
	}
	inner, _, ok := strings.Cut(rest, end)
	return inner, ok
}

// readsSecretStore reports whether a command only asks a secret store or an
// already signed-in tool for one value.
func readsSecretStore(command string) bool {
	if strings.ContainsAny(command, "|;&<>`\n") || strings.Contains(command, "$(") {
		return false
	}
	words := strings.Fields(command)
	if len(words) == 0 {
		return false
	}
	switch launch.ProgramName(words[0]) {
	case "op", "pass", "gopass", "security", "secret-tool", "keyring", "bw", "rbw", "vault", "doppler", "infisical", "lpass", "dashlane", "chamber", "akeyless", "echo", "printenv", "pwd":
		return true
	case "gh", "gcloud", "az", "aws", "glab", "heroku", "databricks":
		return containsAny(command, "token", "secret", "login", "export-credentials")
	}
	return false
}
