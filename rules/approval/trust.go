package approval

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// trustCheck finds answers to the trust question that were written down in
// advance.
var trustCheck = analyzer.Check{
	Rules: []*analyzer.Rule{trustPreseeded, trustPreseededUser},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Policies {
			if s.Effect != mcp.EffectTrust {
				continue
			}
			rule := trustPreseeded
			switch {
			case s.Inert != "" || s.Name.Value == "skipDangerousModePermissionPrompt" || strings.HasSuffix(s.Path, "trust.enabled"):
				rule = trustPreseededUser // clients take these from a person's own settings only
			case pass.File.Scope == mcp.ScopeUser:
				if strings.HasPrefix(s.Name.Value, "hasTrustDialog") || s.Name.Value == "bypassPermissionsModeAccepted" {
					continue // where the client itself keeps a person's answer
				}
				rule = trustPreseededUser
			}
			onSetting(pass, s, analyzer.Diagnostic{Rule: rule, Message: trustMessage(pass, s)})
		}
	},
}

func trustMessage(pass *analyzer.Pass, s *mcp.Setting) string {
	switch {
	case s.Name.Value == "trust_level":
		folder := strings.TrimSuffix(strings.TrimPrefix(s.Path, "projects."), ".trust_level")
		return fmt.Sprintf("projects trusts everything below %s, each clone in it too; trust single projects", folder)
	case strings.HasPrefix(strings.ToLower(s.Name.Value), "trusted"):
		return fmt.Sprintf("%s trusts everything below %s, each clone in it too; trust single projects", s.Path, s.Value.Value)
	case strings.HasSuffix(s.Path, "trust.enabled"):
		return fmt.Sprintf("%s: false makes %s trust every folder that is opened; leave it on", s.Path, client(pass))
	case strings.Contains(s.Name.Value, "Dangerous"), strings.HasPrefix(s.Name.Value, "bypass"):
		return fmt.Sprintf("%s answers the warning before the mode without permissions; leave the answer to the person at the machine", s.Name.Value)
	}
	return fmt.Sprintf("%s answers the trust question for whoever opens the folder next; remove it from the file", s.Name.Value)
}
