package approval

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// sandboxCheck finds sandboxes that are off, or on and open.
var sandboxCheck = analyzer.Check{
	Rules: []*analyzer.Rule{sandboxDisabled, sandboxDisabledProject, sandboxGrantsTooWide},
	Run: func(pass *analyzer.Pass) {
		sandboxed := map[string]bool{}
		for _, s := range pass.File.Servers {
			for _, a := range s.Approvals {
				if a.Key.Value == "sandboxEnabled" {
					sandboxed[s.Name.Value] = true
				}
			}
		}
		for _, s := range pass.File.Policies {
			switch s.Effect {
			case mcp.EffectDisableSandbox:
				rule := sandboxDisabled
				if pass.File.Scope == mcp.ScopeProject && pass.Enabled(sandboxDisabledProject) {
					rule = sandboxDisabledProject
				}
				onSetting(pass, s, analyzer.Diagnostic{Rule: rule,
					Message: fmt.Sprintf("%s: %s runs commands outside of any sandbox, with all rights of the user; keep it on and widen it where needed", s.Path, shown(s))})
			case mcp.EffectWidenSandbox:
				onSetting(pass, s, analyzer.Diagnostic{Rule: sandboxGrantsTooWide, Message: wideMessage(s, sandboxed)})
			}
		}
		for _, s := range pass.File.Servers {
			browserSandbox(pass, s)
		}
	},
}

// wideMessage says what an open sandbox costs. In VS Code it costs the question
// too.
func wideMessage(s *mcp.Setting, sandboxed map[string]bool) string {
	message := fmt.Sprintf("%s lets %s through, which leaves nothing of the sandbox; name the directories or hosts", s.Path, shown(s))
	switch {
	case sandboxed[s.Server]:
		message += fmt.Sprintf("; VS Code does not ask about tools of server %q because it is sandboxed", s.Server)
	case s.Server == "" && len(sandboxed) > 0:
		message += "; VS Code does not ask about tools of sandboxed servers"
	}
	return message
}

// browserSandbox finds browsers whose page processes run without their sandbox. In
// a container there is often no other way, and the container is one.
func browserSandbox(pass *analyzer.Pass, s *mcp.Server) {
	known := s.Known()
	if known == nil || s.Launch.Container != nil {
		return
	}
	for i := range known.Options {
		o := &known.Options[i]
		if at := s.Option(o); o.Kind == knowledge.SandboxOff && at.Present() {
			onServer(pass, s, nil, analyzer.Diagnostic{Rule: sandboxDisabled, Span: at.Span,
				Message: fmt.Sprintf("%s is %s with %s, which %s; %s", subject(s), known.Title, o.Name(), o.Says, o.Instead)})
		}
	}
}
