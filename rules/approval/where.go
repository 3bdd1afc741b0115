package approval

import (
	"fmt"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// onServer adds a finding about an approval in a server's entry, or about the entry
// when a is nil.
func onServer(pass *analyzer.Pass, s *mcp.Server, a *mcp.Approval, d analyzer.Diagnostic) {
	dormant := s.Dormant()
	if dormant == "" && a != nil {
		dormant = foreign(s, a.Key.Value)
	}
	pass.ReportWeighed(d, dormant)
}

// onSetting adds a finding about a setting.
func onSetting(pass *analyzer.Pass, s *mcp.Setting, d analyzer.Diagnostic) {
	d.Span = s.Span()
	pass.ReportWeighed(d, s.Inert)
}

// subject names a server in messages.
func subject(s *mcp.Server) string { return fmt.Sprintf("server %q", s.Name.Value) }

// speaks lists the approval fields that clients with a published format of their
// own read; other clients are not known well enough to say what they ignore.
var speaks = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		"claude-code":    nil,
		"claude-desktop": nil,
		"cursor":         nil,
		"vscode":         {"sandboxEnabled"},
		"codex":          {"default_tools_approval_mode", "approval_mode"},
		"gemini":         {"trust"},
		"qwen":           {"trust"},
		"roo":            {"alwaysAllow"},
		"zed":            nil,
		"opencode":       nil,
		"goose":          nil,
	}
})

// foreign returns why the client of an entry pays no heed to an approval field,
// "" when it does or nobody knows.
func foreign(s *mcp.Server, key string) string {
	if key == "trust" && s.Client == "gemini" && s.Scope == mcp.ScopePackage {
		return "Gemini CLI ignores trust inside extensions"
	}
	fields, known := speaks()[s.Client]
	if !known || key == "tools" {
		return ""
	}
	for _, f := range fields {
		if f == key {
			return ""
		}
	}
	if c := knowledge.ClientByID(s.Client); c != nil {
		return fmt.Sprintf("%s does not read %s", c.Name, key)
	}
	return ""
}

// client names the client of the file in messages.
func client(pass *analyzer.Pass) string {
	if c := knowledge.ClientByID(pass.File.Client); c != nil {
		return c.Name
	}
	return "the client"
}
