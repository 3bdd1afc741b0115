package hygiene

import (
	"fmt"
	"path"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var unresolvedPlaceholder = &analyzer.Rule{
	Name:    "unresolved-placeholder",
	Summary: "a placeholder that the client does not replace",
	Why: `Each client has its own way to write "the value of this variable", and passes on what it does not know as plain text. ` +
		`The server then gets the literal placeholder for a token or a path: it runs without authentication, or not at all.`,
	Remedy: `Write the reference in the form that the client replaces, or set the variable where the client is started and leave ` +
		`it out here. ` + "`mcplumb clients`" + ` lists the forms.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{1188},
	OWASP:      []string{"MCP07"},
	SafeMCP:    []string{"T1005"},
	Bad:        analyzer.Example{File: "claude_desktop_config.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "env": {"NOTES_TOKEN": "${env:NOTES_TOKEN}"}}}}`},
	Good:       analyzer.Example{File: ".cursor/mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "env": {"NOTES_TOKEN": "${env:NOTES_TOKEN}"}}}}`},
}

var unresolvedPlaceholderCheck = analyzer.Check{
	Rules: []*analyzer.Rule{unresolvedPlaceholder},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			if pass.File.Kind == mcp.ClientConfig && s.Dormant() == "" {
				judgePlaceholders(pass, s)
			}
		}
	},
}

// judgePlaceholders reports the first placeholder of an entry that is not replaced,
// and how many more there are.
func judgePlaceholders(pass *analyzer.Pass, s *mcp.Server) {
	var first analyzer.Diagnostic
	more := 0
	add := func(text mcp.String, start, end int, format string, args ...any) {
		if first.Rule != nil {
			more++
			return
		}
		first = analyzer.Diagnostic{Rule: unresolvedPlaceholder, Span: text.At(start, end), Message: fmt.Sprintf(format, args...)}
	}
	judge := func(what string, text mcp.String) {
		for _, found := range placeholders(text.Value) {
			if reason := unreplaced(pass.File, s, found.form, found.name); reason != "" {
				add(text, found.start, found.end, "server %q: %s holds %s, which %s",
					s.Name.Value, what, shorten(text.Value[found.start:found.end]), reason)
				return
			}
		}
	}
	unfilled := func(what string, text mcp.String) {
		if start, end := blank(text.Value); end > 0 {
			add(text, start, end, "server %q: %s still holds %s, which is to be filled in",
				s.Name.Value, what, shorten(text.Value[start:end]))
		}
	}
	unfilled("the command", s.Command)
	unfilled("the URL", s.URL)
	judge("the command", s.Command)
	judge("the URL", s.URL)
	judge("the working directory", s.Cwd)
	if !replacesItself(s) {
		for i, a := range s.Args {
			judge(fmt.Sprintf("argument %d", i+1), a)
		}
	}
	for _, p := range s.Env {
		judge("environment variable "+p.Key.Value, p.Value)
	}
	for _, p := range s.Headers {
		judge("header "+p.Key.Value, p.Value)
	}
	switch {
	case first.Rule == nil:
		return
	case more > 0:
		first.Message += fmt.Sprintf(" (and %d more)", more)
	}
	pass.Report(first)
}

// unreplaced says why the client leaves a placeholder as it is, "" when it replaces
// it or when that is not known.
func unreplaced(f *mcp.File, s *mcp.Server, form knowledge.Form, name string) string {
	client := knowledge.ClientByID(s.Client)
	if client == nil {
		return ""
	}
	yes, known := client.Replaces(form)
	switch {
	case !known:
		return ""
	case yes && form == knowledge.InputColon && !declared(f, name):
		return "is declared nowhere under inputs"
	case yes:
		return ""
	case len(client.Expands) == 0:
		return client.Name + " passes on as it is; it replaces no placeholders"
	}
	return fmt.Sprintf("%s passes on as it is; it replaces %s", client.Name, client.Expands[0])
}

func declared(f *mcp.File, id string) bool {
	for _, input := range f.Inputs {
		if input.ID.Value == id {
			return true
		}
	}
	return false
}

// replacesItself reports whether what is started replaces variables in its own
// arguments: a shell, a bridge to a remote server, a password manager.
func replacesItself(s *mcp.Server) bool {
	switch strings.TrimSuffix(path.Base(strings.ReplaceAll(s.Command.Value, `\`, "/")), ".exe") {
	case "sh", "bash", "zsh", "fish", "dash", "ksh", "cmd", "powershell", "pwsh", "op", "env", "make", "just":
		return true
	}
	return s.Launch.RemoteURL.Present() || len(s.Launch.Wrappers) > 0
}

// A placeholder is a reference inside a string.
type placeholder struct {
	form       knowledge.Form
	name       string
	start, end int
}

// placeholders finds the references in a string.
func placeholders(s string) []placeholder {
	var found []placeholder
	switch {
	case strings.HasPrefix(s, "op://"):
		return []placeholder{{form: knowledge.SecretRef, end: len(s)}}
	case len(s) > 1 && s[0] == '$' && isVariable(s[1:]):
		return []placeholder{{form: knowledge.ShellBare, name: s[1:], end: len(s)}}
	case len(s) > 2 && s[0] == '%' && s[len(s)-1] == '%' && isVariable(s[1:len(s)-1]):
		return []placeholder{{form: knowledge.Percent, name: s[1 : len(s)-1], end: len(s)}}
	}
	for at := 0; ; {
		open := strings.IndexByte(s[at:], '{')
		if open < 0 {
			return found
		}
		open += at
		length := strings.IndexByte(s[open:], '}')
		if length < 0 {
			return found
		}
		end := open + length + 1
		start := open
		inner := s[open+1 : end-1]
		form, name := knowledge.Form(""), inner
		if open > 0 && s[open-1] == '$' {
			start--
			form, name = dollarForm(inner)
		} else if rest, ok := strings.CutPrefix(inner, "env:"); ok {
			form, name = knowledge.EnvBraces, rest
		} else if rest, ok := strings.CutPrefix(inner, "file:"); ok {
			form, name = knowledge.FileBraces, rest
		}
		if form != "" {
			found = append(found, placeholder{form, name, start, end})
		}
		at = end
	}
}

// dollarForm tells what stands between ${ and }.
func dollarForm(inner string) (knowledge.Form, string) {
	for prefix, form := range map[string]knowledge.Form{
		"env:": knowledge.EnvColon, "input:": knowledge.InputColon, "file:": knowledge.FileColon, "cmd:": knowledge.CommandColon,
	} {
		if rest, ok := strings.CutPrefix(inner, prefix); ok {
			return form, rest
		}
	}
	switch inner {
	case "workspaceFolder", "workspaceRoot", "workspaceFolderBasename", "userHome", "pathSeparator":
		return knowledge.Editor, inner
	}
	if isVariable(inner) {
		return knowledge.ShellBraces, inner
	}
	if name, _, ok := strings.Cut(inner, ":-"); ok && isVariable(name) {
		return knowledge.ShellDefault, name
	}
	return "", ""
}

// isVariable reports whether a name is one that environment variables have.
func isVariable(name string) bool {
	for i := 0; i < len(name); i++ {
		c := name[i]
		if !('A' <= c && c <= 'Z' || c == '_' || i > 0 && '0' <= c && c <= '9') {
			return false
		}
	}
	return len(name) > 0
}

// blank finds text in a command or URL that its author was to replace: <your-host>,
// YOUR_HOST, an encoded brace.
func blank(s string) (start, end int) {
	if open := strings.IndexByte(s, '<'); open >= 0 {
		if length := strings.IndexByte(s[open:], '>'); length > 1 && length < 60 {
			return open, open + length + 1
		}
	}
	for _, mark := range []string{"YOUR_", "YOUR-", "your-domain", "your-server", "TODO", "%7B"} {
		if at := strings.Index(s, mark); at >= 0 {
			end := at + len(mark)
			for end < len(s) && (s[end] == '_' || s[end] == '-' || 'A' <= s[end] && s[end] <= 'Z') {
				end++
			}
			return at, end
		}
	}
	return 0, 0
}

func shorten(s string) string {
	if len(s) > 60 {
		return s[:60] + "…"
	}
	return s
}
