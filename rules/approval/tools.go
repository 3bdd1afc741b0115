package approval

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// toolsCheck judges single approved tools, and approvals that cover a server.
var toolsCheck = analyzer.Check{
	Rules: []*analyzer.Rule{autoApprovedDangerousTool, autoApprovedDangerousToolWriting, serverWideAllow, serverWideAllowDangerous},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			known, sure := s.Known(), true
			if known == nil {
				known, sure = knowledge.ServerNamed(s.Name.Value), false
			}
			for i := range s.Approvals {
				a := &s.Approvals[i]
				switch {
				case a.Key.Value == "tools" && a.Covers() == "*" && !s.Unattended():
					d := serverWide(pass, known, s.Name.Value)
					d.Span = a.Value.Span
					d.Message = fmt.Sprintf("server %q offers every tool, those it will have tomorrow too, and Copilot's cloud agent runs what is listed without asking; list the tools", s.Name.Value)
					onServer(pass, s, a, d)
				case a.Covers() == "*":
				default:
					if d, ok := dangerousTool(pass, verdict{known, sure}, s.Name.Value, a.Covers()); ok {
						d.Span = a.Value.Span
						onServer(pass, s, a, d)
					}
				}
			}
		}
		for _, s := range pass.File.Policies {
			if s.Effect != mcp.EffectAllowTool {
				continue
			}
			known := knowledge.ServerNamed(s.Server)
			if s.Tool == "*" && s.Server == "" {
				onSetting(pass, s, analyzer.Diagnostic{Rule: serverWideAllow,
					Message: fmt.Sprintf("%s offers the agent every tool of every server, those they will have tomorrow too; name the tools", s.Path)})
			} else if s.Tool == "*" {
				if known != nil && (known.Docs || known.Has("none")) {
					continue
				}
				onSetting(pass, s, serverWide(pass, known, s.Server))
			} else if d, ok := dangerousTool(pass, verdict{known, false}, s.Server, s.Tool); ok {
				onSetting(pass, s, d)
			}
		}
	},
}

// serverWide words the finding for an approval of all tools of one server.
func serverWide(pass *analyzer.Pass, known *knowledge.Server, name string) analyzer.Diagnostic {
	if known != nil && reachesOut(known) && pass.Enabled(serverWideAllowDangerous) {
		return analyzer.Diagnostic{Rule: serverWideAllowDangerous,
			Message: fmt.Sprintf("every tool of server %q runs without asking, and it is %s, which %s; name tools that only read", name, known.Title, can(known))}
	}
	return analyzer.Diagnostic{Rule: serverWideAllow,
		Message: fmt.Sprintf("every tool of server %q runs without asking, those it will have tomorrow too; name the tools", name)}
}

func reachesOut(known *knowledge.Server) bool { return can(known) != "" }

// can words the gravest thing a server's tools do.
func can(known *knowledge.Server) string {
	for _, c := range []struct {
		label knowledge.Capability
		words string
	}{
		{"destructive-exec", "runs programs"},
		{"destructive-payment", "moves money"},
		{"destructive-shared", "changes what others share"},
		{"secret", "hands out credentials"},
		{"private-secret", "reads secrets"},
	} {
		if known.Has(c.label) {
			return c.words
		}
	}
	return ""
}

// A verdict is what is known about the server of a tool, and whether by more than
// its name.
type verdict struct {
	known *knowledge.Server
	sure  bool
}

// dangerousTool judges one approved tool: by the table first, then by the verbs of
// its name. A server that only keeps notes or looks things up deletes nothing that
// matters.
func dangerousTool(pass *analyzer.Pass, v verdict, server, tool string) (analyzer.Diagnostic, bool) {
	risk, confidence := knowledge.Risk(""), analyzer.Likely
	if v.known != nil {
		risk = v.known.Risk(tool)
		if risk != "" && v.sure {
			confidence = analyzer.Certain
		}
	}
	if risk == "" {
		risk = riskByName(tool)
	}
	if risk == "" {
		return analyzer.Diagnostic{}, false
	}
	if v.known != nil && harmless(v.known) && risk != knowledge.Exec && risk != knowledge.Secret {
		return analyzer.Diagnostic{}, false
	}
	rule := autoApprovedDangerousTool
	if risk == writing {
		rule = autoApprovedDangerousToolWriting
	}
	whose := ""
	if server != "" {
		whose = fmt.Sprintf(" of server %q", server)
	}
	return analyzer.Diagnostic{Rule: rule, Confidence: confidence,
		Message: fmt.Sprintf("tool %q%s runs without asking, and it %s; let it ask", tool, whose, consequence(risk))}, true
}

// harmless reports whether nothing that a server can do is worth a question.
func harmless(known *knowledge.Server) bool {
	for _, c := range known.Capabilities {
		switch c {
		case "none", "memory", "untrusted-curated", "untrusted-web", "private-workspace":
		default:
			return false
		}
	}
	return true
}

// consequence says what a tool of this risk does: "it ...".
func consequence(risk knowledge.Risk) string {
	switch risk {
	case knowledge.Exec:
		return "runs code or commands"
	case knowledge.Destructive:
		return "deletes, overwrites or deploys"
	case knowledge.Sink:
		return "sends data where others read it"
	case knowledge.Secret:
		return "returns a credential"
	case writing:
		return "changes something"
	}
	return ""
}
