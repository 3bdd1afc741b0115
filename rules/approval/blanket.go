package approval

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// blanketCheck finds what approves every tool, of one server or of all.
var blanketCheck = analyzer.Check{
	Rules: []*analyzer.Rule{blanketAutoApproval, blanketAutoApprovalShell},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for i := range s.Approvals {
				if a := &s.Approvals[i]; isBlanket(s, a) {
					onServer(pass, s, a, analyzer.Diagnostic{Rule: blanketAutoApproval, Span: a.Value.Span, Message: blanketMessage(s, a)})
				}
			}
		}
		for _, s := range pass.File.Policies {
			switch s.Effect {
			case mcp.EffectAutoApprove, mcp.EffectBypassPermission:
				onSetting(pass, s, analyzer.Diagnostic{Rule: blanketAutoApproval, Message: settingMessage(pass, s)})
			case mcp.EffectAllowCommand:
				onSetting(pass, s, analyzer.Diagnostic{Rule: blanketAutoApprovalShell,
					Message: fmt.Sprintf("%s lets %s run every shell command without asking; name the commands", s.Path, client(pass))})
			}
		}
	},
}

// isBlanket reports whether an approval covers every tool of its server. A
// sandbox that approves is judged by what it lets out, and a tool filter only
// where nobody can be asked.
func isBlanket(s *mcp.Server, a *mcp.Approval) bool {
	switch a.Key.Value {
	case "sandboxEnabled":
		return false
	case "tools":
		return a.Covers() == "*" && s.Unattended()
	}
	return a.Covers() == "*"
}

func blanketMessage(s *mcp.Server, a *mcp.Approval) string {
	switch a.Key.Value {
	case "trust":
		return fmt.Sprintf("%s is trusted, so that all its tools run without asking; remove trust and approve single tools", subject(s))
	case "tools":
		return fmt.Sprintf("%s gives every tool to an agent in the cloud, which runs listed tools without asking; list the reading ones", subject(s))
	}
	return fmt.Sprintf("%s runs every tool without asking (%s), those it will have tomorrow too; approve single reading tools", subject(s), a.Key.Value)
}

func settingMessage(pass *analyzer.Pass, s *mcp.Setting) string {
	whom := "every tool of every server"
	if s.Server != "" {
		whom = fmt.Sprintf("every tool of server %q", s.Server)
	}
	switch {
	case s.Effect == mcp.EffectBypassPermission:
		return fmt.Sprintf("%s: %s makes %s act without asking at all; use a mode that asks before it changes something", s.Path, shown(s), client(pass))
	case s.Node.KeySpan.Len() == 0: // an item of a list
		return fmt.Sprintf("%s covers %s, so that none of them asks; name tools that only read", shown(s), whom)
	}
	return fmt.Sprintf("%s lets %s run %s without asking; remove it and approve single tools that only read", s.Path, client(pass), whom)
}

// shown is the value of a setting in messages.
func shown(s *mcp.Setting) string {
	if s.Value.Value == "" {
		return s.Name.Value
	}
	return s.Value.Value
}
