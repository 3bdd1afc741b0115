package approval

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// projectServersCheck finds switches that start whatever a repository declares.
var projectServersCheck = analyzer.Check{
	Rules: []*analyzer.Rule{autoEnableProjectServers},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Policies {
			if s.Effect == mcp.EffectEnableServers {
				onSetting(pass, s, analyzer.Diagnostic{Rule: autoEnableProjectServers, Message: enableMessage(s)})
			}
		}
	},
}

func enableMessage(s *mcp.Setting) string {
	switch {
	case s.Name.Value == "enableAllProjectMcpServers":
		return "enableAllProjectMcpServers starts every server that the project's .mcp.json declares, now or after the next pull; list them in enabledMcpjsonServers"
	case strings.Contains(s.Path, "olderTrust"):
		return fmt.Sprintf("%s: false treats every folder as trusted, so that the servers of any clone start unasked; keep folder trust on", s.Path)
	case strings.Contains(s.Path, "trust_all_worktrees"):
		return fmt.Sprintf("%s trusts every project that is opened, so that its servers start unasked; trust projects one by one", s.Path)
	case strings.Contains(s.Path, "COPILOT"):
		return fmt.Sprintf("%s makes Copilot start the servers of any workspace in prompt mode, where it asks nobody; name the servers with --additional-mcp-config", s.Name.Value)
	}
	return fmt.Sprintf("%s starts every server that a project declares without asking; name the servers", s.Path)
}
