package knowledge

// project, user, managed and packaged make places. The installed names may be left
// out where a file has no fixed place.
func project(syntax Strictness, patterns ...string) []Place {
	return somewhere(Project, syntax, patterns)
}

func packaged(syntax Strictness, patterns ...string) []Place {
	return somewhere(Package, syntax, patterns)
}

func somewhere(scope Scope, syntax Strictness, patterns []string) []Place {
	places := make([]Place, len(patterns))
	for i, p := range patterns {
		places[i] = Place{Pattern: p, Scope: scope, Syntax: syntax}
	}
	return places
}

func user(syntax Strictness, pattern string, installed ...string) []Place {
	return []Place{{Pattern: pattern, Scope: User, Syntax: syntax, Installed: installed}}
}

func managed(syntax Strictness, pattern string, installed ...string) []Place {
	return []Place{{Pattern: pattern, Scope: Managed, Syntax: syntax, Installed: installed}}
}

// editor is a file in the user folder of VS Code, which its extensions share.
func editor(syntax Strictness, name string) []Place {
	return user(syntax, "Code/User/"+name,
		"linux:~/.config/Code/User/"+name, "linux:~/.vscode-server/data/User/"+name,
		"darwin:~/Library/Application Support/Code/User/"+name, "windows:%APPDATA%/Code/User/"+name)
}

// shared marks places of files that are about much else.
func shared(places []Place) []Place {
	for i := range places {
		places[i].Shared = true
	}
	return places
}

// settingsOnly marks places of files in which the client looks for no servers.
func settingsOnly(places []Place) []Place {
	for i := range places {
		places[i].NoServers = true
	}
	return places
}

func all(groups ...[]Place) []Place {
	var places []Place
	for _, g := range groups {
		places = append(places, g...)
	}
	return places
}

// clients is one entry a client. A field that is not there is not known.
var clients = []Client{
	{
		ID: "claude-desktop", Name: "Claude Desktop", Containers: []string{"mcpServers", "managedMcpServers"}, Exact: true, StdioOnly: true, Expands: []Form{},
		Source: "vendor documentation; other tools' tables",
		Places: all(
			user(Strict, "claude_desktop_config.json", "linux:~/.config/Claude/claude_desktop_config.json",
				"darwin:~/Library/Application Support/Claude/claude_desktop_config.json", "windows:%APPDATA%/Claude/claude_desktop_config.json"),
		),
	},
	{
		ID: "claude-code", Name: "Claude Code", Containers: []string{"mcpServers", "projects.*.mcpServers"}, Exact: true,
		Expands: []Form{ShellBraces, ShellDefault}, NeedsType: true,
		Transports: []string{"stdio", "http", "streamable-http", "sse", "ws", "sdk"},
		Reserved:   []string{"workspace", "claude-in-chrome", "computer-use", "Claude Preview", "Claude Browser"},
		Approvals:  []string{"enableAllProjectMcpServers", "enabledMcpjsonServers", "permissions.allow", "permissions.defaultMode", "skipDangerousModePermissionPrompt"},
		Source:     "vendor documentation and changelog",
		Places: all(
			project(Strict, ".mcp.json"),
			settingsOnly(project(Strict, ".claude/settings.json", ".claude/settings.local.json")),
			user(Strict, ".claude.json", "~/.claude.json"),
			settingsOnly(user(Strict, ".claude/settings.json", "~/.claude/settings.json")),
			managed(Strict, "managed-mcp.json", "linux:/etc/claude-code/managed-mcp.json",
				"darwin:/Library/Application Support/ClaudeCode/managed-mcp.json", "windows:C:/Program Files/ClaudeCode/managed-mcp.json"),
			settingsOnly(managed(Strict, "managed-settings.json", "linux:/etc/claude-code/managed-settings.json",
				"darwin:/Library/Application Support/ClaudeCode/managed-settings.json", "windows:C:/Program Files/ClaudeCode/managed-settings.json")),
		),
	},
	{
		ID: "claude-plugin", Name: "Claude Code plugins and agents", Containers: []string{"mcpServers", "", "plugins[].mcpServers"},
		Expands: []Form{ShellBraces, ShellDefault}, Source: "vendor documentation",
		Places: all(
			packaged(Strict, ".claude-plugin/plugin.json", ".claude-plugin/marketplace.json"),
			shared(project(Markdown, ".claude/agents/*.md")),
			user(Strict, ".claude/plugins/cache/*/.mcp.json", "~/.claude/plugins/cache/*/.mcp.json", "~/.claude/plugins/cache/*/*/.mcp.json"),
			shared(user(Markdown, ".claude/agents/*.md", "~/.claude/agents/*.md")),
		),
	},
	{
		ID: "cursor", Name: "Cursor", Containers: []string{"mcpServers"}, Exact: true, Expands: []Form{EnvColon, Editor},
		Approvals: []string{"mcpAllowlist", "terminalAllowlist", "permissions.allow", "approvalMode"}, Source: "vendor documentation",
		Places: all(
			project(Strict, ".cursor/mcp.json"),
			settingsOnly(project(Strict, ".cursor/cli.json")),
			user(Strict, ".cursor/mcp.json", "~/.cursor/mcp.json"),
			settingsOnly(user(Strict, ".cursor/cli-config.json", "~/.cursor/cli-config.json")),
			settingsOnly(user(Relaxed, ".cursor/permissions.json", "~/.cursor/permissions.json")),
		),
	},
	{
		ID: "vscode", Name: "VS Code", Containers: []string{"servers", "mcp.servers", "customizations.vscode.mcp.servers"}, Exact: true,
		Expands: []Form{EnvColon, InputColon, Editor}, Transports: []string{"stdio", "http", "sse"},
		Approvals: []string{"chat.tools.global.autoApprove", "chat.tools.terminal.autoApprove", "chat.mcp.autostart", "sandboxEnabled", "security.workspace.trust.enabled"},
		Source:    "source code and vendor documentation",
		Places: all(
			project(Relaxed, ".vscode/mcp.json"),
			shared(project(Relaxed, ".vscode/settings.json", "*.code-workspace", ".devcontainer/devcontainer.json", ".devcontainer/*/devcontainer.json", ".devcontainer.json")),
			editor(Relaxed, "mcp.json"), shared(editor(Relaxed, "settings.json")),
			user(Relaxed, "Code - Insiders/User/mcp.json", "linux:~/.config/Code - Insiders/User/mcp.json",
				"darwin:~/Library/Application Support/Code - Insiders/User/mcp.json", "windows:%APPDATA%/Code - Insiders/User/mcp.json"),
			user(Relaxed, "Code/User/profiles/*/mcp.json", "linux:~/.config/Code/User/profiles/*/mcp.json",
				"darwin:~/Library/Application Support/Code/User/profiles/*/mcp.json", "windows:%APPDATA%/Code/User/profiles/*/mcp.json"),
		),
	},
	{
		ID: "visual-studio", Name: "Visual Studio", Containers: []string{"servers"}, Expands: []Form{EnvColon, InputColon, Editor},
		Source: "vendor documentation",
		Places: all(project(JSON, ".vs/mcp.json")),
	},
	{
		ID: "copilot-cli", Name: "Copilot CLI", Containers: []string{"mcpServers"},
		Transports: []string{"local", "stdio", "http", "sse"}, Approvals: []string{"tools"}, Source: "vendor documentation",
		Places: all(
			project(Strict, ".github/mcp.json", ".github/copilot/settings.json"),
			user(Strict, ".copilot/mcp-config.json", "~/.copilot/mcp-config.json"),
			user(Strict, ".copilot/settings.json", "~/.copilot/settings.json"),
		),
	},
	{
		ID: "copilot-agent", Name: "Copilot cloud agent", Containers: []string{"mcp-servers", "mcpServers"},
		Expands: []Form{Actions, ShellBare, ShellBraces, ShellDefault}, Transports: []string{"local", "stdio", "http", "sse"},
		Approvals: []string{"tools"}, Source: "vendor documentation",
		Places: all(shared(project(Markdown, ".github/agents/*.md", "*.agent.md"))),
	},
	{
		ID: "copilot-ide", Name: "Copilot in JetBrains, Xcode and Eclipse", Containers: []string{"servers"}, Source: "vendor documentation; paths from other tools",
		Places: all(
			project(JSON, ".github/copilot/mcp.json"),
			user(JSON, "github-copilot/intellij/mcp.json", "~/.config/github-copilot/intellij/mcp.json", "windows:%LOCALAPPDATA%/github-copilot/intellij/mcp.json"),
			user(JSON, "github-copilot/eclipse/mcp.json", "~/.config/github-copilot/eclipse/mcp.json"),
			user(JSON, "github-copilot/xcode/mcp.json", "darwin:~/.config/github-copilot/xcode/mcp.json"),
		),
	},
	{
		ID: "xcode", Name: "Xcode agents", Containers: []string{"mcpServers", "mcp_servers"}, Source: "vendor documentation",
		Places: all(
			user(TOML, "CodingAssistant/codex/config.toml", "darwin:~/Library/Developer/Xcode/CodingAssistant/codex/config.toml"),
			user(Strict, "CodingAssistant/ClaudeAgentConfig/.claude.json", "darwin:~/Library/Developer/Xcode/CodingAssistant/ClaudeAgentConfig/.claude.json"),
		),
	},
	{
		ID: "jetbrains", Name: "JetBrains AI Assistant", Containers: []string{"mcpServers"}, Source: "other tools' tables",
		Places: all(project(JSON, ".ai/mcp/mcp.json"), user(JSON, ".ai/mcp/mcp.json", "~/.ai/mcp/mcp.json")),
	},
	{
		ID: "jetbrains-air", Name: "JetBrains Air", Containers: []string{"mcpServers"}, Source: "vendor documentation",
		Places: all(project(JSON, ".air/mcp.json")),
	},
	{
		ID: "junie", Name: "Junie", Containers: []string{"mcpServers"}, Source: "vendor documentation; paths from other tools",
		Places: all(project(JSON, ".junie/mcp/mcp.json"), user(JSON, ".junie/mcp/mcp.json", "~/.junie/mcp/mcp.json")),
	},
	{
		ID: "windsurf", Name: "Windsurf", Containers: []string{"mcpServers"}, Expands: []Form{EnvColon, FileColon},
		Approvals: []string{"alwaysAllow"}, Source: "vendor documentation",
		Places: all(
			user(JSON, "windsurf/mcp_config.json", "~/.codeium/windsurf/mcp_config.json"),
			user(JSON, ".codeium/mcp_config.json", "~/.codeium/mcp_config.json"),
		),
	},
	{
		ID: "devin", Name: "Devin CLI", Containers: []string{"mcpServers"}, Source: "other tools' tables",
		Places: all(
			project(JSON, ".devin/mcp_config.json", ".devin/config.json"),
			user(JSON, "devin/mcp_config.json", "~/.config/devin/mcp_config.json"),
		),
	},
	{
		ID: "cline", Name: "Cline", Containers: []string{"mcpServers"}, Exact: true, Expands: []Form{EnvColon},
		Transports: []string{"stdio", "sse", "streamableHttp"}, Fallback: "sse",
		Approvals: []string{"autoApprove", "autoApprovalSettings"}, Source: "source code",
		Places: all(
			user(Strict, "cline_mcp_settings.json", "~/.cline/data/settings/cline_mcp_settings.json"),
			editor(Strict, "globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json"),
			project(Strict, ".cline/command-permissions.json"),
		),
	},
	{
		ID: "roo", Name: "Roo Code", Containers: []string{"mcpServers"}, Exact: true, Expands: []Form{EnvColon, Editor},
		Transports: []string{"stdio", "sse", "streamable-http"}, Approvals: []string{"alwaysAllow"}, Source: "source code",
		Places: all(
			project(Strict, ".roo/mcp.json"),
			editor(Strict, "globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json"),
		),
	},
	{
		ID: "kilo", Name: "Kilo Code", Containers: []string{"mcp", "mcpServers"}, Exact: true, Expands: []Form{EnvBraces, FileBraces, EnvColon, Editor},
		Approvals: []string{"permission", "alwaysAllow"}, Source: "vendor documentation",
		Places: all(
			project(Relaxed, "kilo.jsonc", "kilo.json", ".kilo/kilo.jsonc"), project(Strict, ".kilocode/mcp.json"),
			user(Relaxed, "kilo/kilo.jsonc", "~/.config/kilo/kilo.jsonc"), user(Relaxed, "kilo/kilo.json", "~/.config/kilo/kilo.json"),
			user(Strict, ".kilocode/cli/global/settings/mcp_settings.json", "~/.kilocode/cli/global/settings/mcp_settings.json"),
			editor(Strict, "globalStorage/kilocode.kilo-code/settings/mcp_settings.json"),
		),
	},
	{
		ID: "continue", Name: "Continue", Containers: []string{"mcpServers", "projects.*.mcpServers"}, Expands: []Form{Actions},
		Transports: []string{"stdio", "sse", "streamable-http"}, Source: "source code",
		Places: all(
			project(YAML, ".continue/mcpServers/*.yaml", ".continue/mcpServers/*.yml", ".continue/config.yaml", ".continue/agents/*.yaml", ".continue/assistants/*.yaml"),
			project(Relaxed, ".continue/mcpServers/*.json", ".continue/config.json"),
			user(YAML, ".continue/config.yaml", "~/.continue/config.yaml"), user(Relaxed, ".continue/config.json", "~/.continue/config.json"),
			user(YAML, ".continue/mcpServers/*.yaml", "~/.continue/mcpServers/*.yaml"), user(Relaxed, ".continue/mcpServers/*.json", "~/.continue/mcpServers/*.json"),
		),
	},
	{
		ID: "zed", Name: "Zed", Containers: []string{"context_servers"}, Exact: true,
		Approvals: []string{"agent.always_allow_tool_actions", "agent.tool_permissions", "session.trust_all_worktrees"}, Source: "source code",
		Places: all(
			shared(project(Relaxed, ".zed/settings.json")),
			shared(user(Relaxed, "zed/settings.json", "linux:~/.config/zed/settings.json", "darwin:~/.config/zed/settings.json", "windows:%APPDATA%/Zed/settings.json")),
		),
	},
	{
		ID: "gemini", Name: "Gemini CLI", Containers: []string{"mcpServers"}, Exact: true, Expands: []Form{ShellBraces, ShellDefault, ShellBare, Percent},
		Approvals: []string{"trust", "tools.approvalMode", "security.folderTrust"}, Source: "source code",
		Places: all(
			project(WithComments, ".gemini/settings.json"), packaged(WithComments, "gemini-extension.json"),
			user(WithComments, ".gemini/settings.json", "~/.gemini/settings.json"),
			user(WithComments, ".gemini/extensions/*/gemini-extension.json", "~/.gemini/extensions/*/gemini-extension.json"),
			managed(WithComments, "gemini-cli/settings.json", "linux:/etc/gemini-cli/settings.json", "windows:C:/ProgramData/gemini-cli/settings.json"),
			managed(WithComments, "GeminiCli/settings.json", "darwin:/Library/Application Support/GeminiCli/settings.json"),
		),
	},
	{
		ID: "qwen", Name: "Qwen Code", Containers: []string{"mcpServers"}, Expands: []Form{ShellBraces, ShellDefault, ShellBare},
		Approvals: []string{"trust", "tools.approvalMode", "security.folderTrust"}, Source: "vendor documentation",
		Places: all(project(WithComments, ".qwen/settings.json"), user(WithComments, ".qwen/settings.json", "~/.qwen/settings.json")),
	},
	{
		ID: "codex", Name: "Codex", Containers: []string{"mcp_servers"}, Exact: true, Expands: []Form{},
		Approvals: []string{"approval_policy", "sandbox_mode", "default_tools_approval_mode", "projects.*.trust_level"}, Source: "source code and documentation",
		Places: all(
			project(TOML, ".codex/config.toml"), packaged(JSON, ".codex-plugin/plugin.json", ".codex-plugin/.mcp.json"),
			user(TOML, ".codex/config.toml", "~/.codex/config.toml"),
			managed(TOML, "codex/config.toml", "linux:/etc/codex/config.toml", "darwin:/etc/codex/config.toml", "windows:C:/ProgramData/OpenAI/Codex/config.toml"),
			managed(TOML, "codex/requirements.toml", "linux:/etc/codex/requirements.toml", "darwin:/etc/codex/requirements.toml"),
		),
	},
	{
		ID: "goose", Name: "Goose", Containers: []string{"extensions"}, Approvals: []string{"GOOSE_MODE", "available_tools"}, Source: "source code",
		Transports: []string{"stdio", "streamable_http", "sse", "builtin", "platform", "frontend", "inline_python"},
		Places: all(
			user(YAML, "goose/config.yaml", "linux:~/.config/goose/config.yaml", "darwin:~/.config/goose/config.yaml", "windows:%APPDATA%/Block/goose/config/config.yaml"),
			packaged(JSON, ".agents/plugins/*/.mcp.json"),
		),
	},
	{
		ID: "librechat", Name: "LibreChat", Containers: []string{"mcpServers"}, Expands: []Form{ShellBraces, Mustache},
		Transports: []string{"stdio", "websocket", "sse", "streamable-http", "http"}, Source: "source code",
		Places: all(project(YAML, "librechat.yaml", "librechat.yml")),
	},
	{
		ID: "amazonq", Name: "Amazon Q Developer", Containers: []string{"mcpServers"}, Approvals: []string{"allowedTools"}, Source: "vendor documentation",
		Places: all(
			project(Strict, ".amazonq/mcp.json", ".amazonq/cli-agents/*.json", ".amazonq/default.json"),
			user(Strict, ".aws/amazonq/mcp.json", "~/.aws/amazonq/mcp.json"),
			user(Strict, ".aws/amazonq/cli-agents/*.json", "~/.aws/amazonq/cli-agents/*.json"),
			user(Strict, ".aws/amazonq/agents/default.json", "~/.aws/amazonq/agents/default.json"),
		),
	},
	{
		ID: "kiro", Name: "Kiro", Containers: []string{"mcpServers"}, Expands: []Form{ShellBraces}, Approvals: []string{"autoApprove", "allowedTools"}, Source: "vendor documentation",
		Places: all(
			project(JSON, ".kiro/settings/mcp.json", ".kiro/agents/*.json"),
			user(JSON, ".kiro/settings/mcp.json", "~/.kiro/settings/mcp.json"),
			user(JSON, ".kiro/powers/installed/*/mcp.json", "~/.kiro/powers/installed/*/mcp.json"),
		),
	},
	{
		ID: "opencode", Name: "OpenCode", Containers: []string{"mcp", "mcp.servers"}, Exact: true, Expands: []Form{EnvBraces, FileBraces},
		Transports: []string{"local", "remote"}, Approvals: []string{"permission", "tools"}, Source: "vendor documentation",
		Places: all(
			project(Relaxed, "opencode.json", "opencode.jsonc", ".opencode/opencode.json", ".opencode/opencode.jsonc"),
			user(Relaxed, "opencode/opencode.json", "~/.config/opencode/opencode.json", "~/.opencode/opencode.json"),
			user(Relaxed, "opencode/opencode.jsonc", "~/.config/opencode/opencode.jsonc", "~/.opencode/opencode.jsonc"),
			user(Relaxed, "opencode/mcp-local.json", "~/.local/share/opencode/mcp-local.json"),
		),
	},
	{
		ID: "crush", Name: "Crush", Containers: []string{"mcp"}, Expands: []Form{ShellBraces, ShellBare, ShellDefault, Substitution},
		Transports: []string{"stdio", "sse", "http"}, Approvals: []string{"permissions.allowed_tools"}, Source: "source code",
		Places: all(
			project(JSON, ".crush.json", "crush.json"), project(Shell, ".crushrc", "crushrc"),
			user(JSON, "crush/crush.json", "~/.config/crush/crush.json", "linux:~/.local/share/crush/crush.json", "darwin:~/.local/share/crush/crush.json", "windows:%LOCALAPPDATA%/crush/crush.json"),
			user(Shell, "crush/crushrc", "~/.config/crush/crushrc"),
		),
	},
	{
		ID: "amp", Name: "Amp", Containers: []string{"amp.mcpServers"}, Expands: []Form{ShellBraces},
		Approvals: []string{"amp.dangerouslyAllowAll", "amp.mcpPermissions", "amp.mcpTrustedServers"}, Source: "vendor manual; other tools' tables",
		Places: all(
			project(Relaxed, ".amp/settings.json", ".amp/settings.jsonc"),
			user(Relaxed, "amp/settings.json", "~/.config/amp/settings.json", "windows:%APPDATA%/amp/settings.json"),
			user(Relaxed, "amp/settings.jsonc", "~/.config/amp/settings.jsonc"),
			managed(Relaxed, "ampcode/managed-settings.json", "linux:/etc/ampcode/managed-settings.json",
				"darwin:/Library/Application Support/ampcode/managed-settings.json", "windows:C:/ProgramData/ampcode/managed-settings.json"),
		),
	},
	{
		ID: "warp", Name: "Warp", Containers: []string{"mcpServers", ""}, Source: "vendor documentation",
		Places: all(project(JSON, ".warp/.mcp.json"), user(JSON, ".warp/.mcp.json", "~/.warp/.mcp.json")),
	},
	{
		ID: "lmstudio", Name: "LM Studio", Containers: []string{"mcpServers"}, Source: "vendor documentation",
		Places: all(user(JSON, ".lmstudio/mcp.json", "~/.lmstudio/mcp.json"), user(JSON, "lm-studio/mcp.json", "~/.cache/lm-studio/mcp.json")),
	},
	{
		ID: "trae", Name: "Trae", Containers: []string{"mcpServers"}, Source: "vendor documentation",
		Places: all(
			project(JSON, ".trae/mcp.json"),
			user(JSON, "Trae/User/mcp.json", "linux:~/.config/Trae/User/mcp.json", "darwin:~/Library/Application Support/Trae/User/mcp.json", "windows:%APPDATA%/Trae/User/mcp.json"),
		),
	},
	{
		ID: "augment", Name: "Augment", Containers: []string{"mcpServers"}, Approvals: []string{"toolPermissions"}, Source: "vendor documentation; other tools' tables",
		Places: all(project(JSON, ".augment/settings.json", ".augment/settings.local.json"), user(JSON, ".augment/settings.json", "~/.augment/settings.json")),
	},
	{
		ID: "factory", Name: "Factory", Containers: []string{"mcpServers"}, Source: "vendor documentation",
		Places: all(
			project(JSON, ".factory/mcp.json"), user(JSON, ".factory/mcp.json", "~/.factory/mcp.json"),
			user(JSON, "Factory Bridge/mcp.json", "darwin:~/Library/Application Support/Factory Bridge/mcp.json", "windows:%APPDATA%/Factory Bridge/mcp.json"),
		),
	},
	{
		ID: "antigravity", Name: "Antigravity", Containers: []string{"mcpServers"}, Approvals: []string{"toolPermission", "trustedWorkspaces"}, Source: "other tools' tables",
		Places: all(
			project(JSON, ".agents/mcp_config.json"),
			user(JSON, ".gemini/config/mcp_config.json", "~/.gemini/config/mcp_config.json"),
			user(JSON, ".gemini/antigravity/mcp_config.json", "~/.gemini/antigravity/mcp_config.json"),
			user(JSON, ".gemini/antigravity-cli/settings.json", "~/.gemini/antigravity-cli/settings.json"),
		),
	},
	{
		ID: "docker-gateway", Name: "Docker MCP Gateway", Containers: []string{"registry"}, Expands: []Form{Mustache}, Source: "source code",
		Places: all(
			user(YAML, ".docker/mcp/registry.yaml", "~/.docker/mcp/registry.yaml"), user(YAML, ".docker/mcp/config.yaml", "~/.docker/mcp/config.yaml"),
			user(YAML, ".docker/mcp/tools.yaml", "~/.docker/mcp/tools.yaml"), user(YAML, ".docker/mcp/catalogs/*.yaml", "~/.docker/mcp/catalogs/*.yaml"),
		),
	},
	{
		ID: "mcp-agent", Name: "mcp-agent", Containers: []string{"mcp.servers"}, Source: "source code",
		Transports: []string{"stdio", "sse", "streamable_http", "websocket"},
		Places:     all(project(YAML, "mcp_agent.config.yaml", "mcp_agent.secrets.yaml")),
	},
	{
		ID: "fastmcp", Name: "FastMCP", Containers: []string{"mcpServers"}, Expands: []Form{ShellBraces}, Source: "vendor documentation",
		Places: all(packaged(JSON, "fastmcp.json")),
	},
	{
		ID: "mcpo", Name: "mcpo", Containers: []string{"mcpServers"}, Transports: []string{"stdio", "sse", "streamable-http"}, Source: "README",
		Places: all(project(JSON, "mcpo/config.json", "mcpo.json")),
	},
	{
		ID: "mcphub", Name: "MCPHub", Containers: []string{"mcpServers"}, Expands: []Form{ShellBraces, ShellBare}, Approvals: []string{"systemConfig.skipAuth"}, Source: "source code",
		Places: all(project(JSON, "mcp_settings.json")),
	},
	{
		ID: "mcp-hub", Name: "mcp-hub (Neovim)", Containers: []string{"mcpServers", "servers"}, Expands: []Form{ShellBraces, EnvColon, InputColon, CommandColon, ShellBare}, Source: "source code",
		Places: all(project(JSON5, ".mcphub/servers.json"), user(JSON5, "mcphub/servers.json", "~/.config/mcphub/servers.json")),
	},
	{
		ID: "5ire", Name: "5ire", Containers: []string{"servers"}, Source: "source code of a fork",
		Places: all(user(JSON, "5ire/mcp.json", "linux:~/.config/5ire/mcp.json", "darwin:~/Library/Application Support/5ire/mcp.json", "windows:%APPDATA%/5ire/mcp.json")),
	},
	{
		ID: "cherry-studio", Name: "Cherry Studio", Containers: []string{"mcpServers", "servers"}, Source: "source code",
		Transports: []string{"stdio", "sse", "inMemory", "streamableHttp"},
	},
	{
		ID: "openclaw", Name: "OpenClaw", Containers: []string{"mcp.servers"}, Approvals: []string{"codex.defaultToolsApprovalMode"}, Source: "vendor documentation",
		Places: all(user(JSON5, ".openclaw/openclaw.json", "~/.openclaw/openclaw.json")),
	},
	{
		ID: "hermes", Name: "Hermes", Containers: []string{"mcp_servers"}, Expands: []Form{ShellBraces, EnvColon, Editor}, Approvals: []string{"trust"}, Source: "vendor documentation",
		Places: all(user(YAML, ".hermes/config.yaml", "~/.hermes/config.yaml")),
	},
	{
		ID: "mcporter", Name: "mcporter", Containers: []string{"mcpServers"}, Expands: []Form{ShellBraces, ShellDefault}, Source: "source code",
		Places: all(
			project(Relaxed, "config/mcporter.json", "mcporter.json", "mcporter.jsonc"),
			user(Relaxed, ".mcporter/mcporter.json", "~/.mcporter/mcporter.json"), user(Relaxed, ".mcporter/mcporter.jsonc", "~/.mcporter/mcporter.jsonc"),
		),
	},
	{
		ID: "inspector", Name: "MCP Inspector", Containers: []string{"mcpServers"}, Source: "source code",
		Places: all(user(JSON, ".mcp-inspector/mcp.json", "~/.mcp-inspector/mcp.json")),
	},
	{
		ID: "toolhive", Name: "ToolHive", Containers: []string{"", "spec"}, Approvals: []string{"permission_profile", "isolate_network"}, Source: "source code",
		Places: all(user(JSON, "toolhive/runconfigs/*.json", "linux:~/.local/state/toolhive/runconfigs/*.json", "darwin:~/Library/Application Support/toolhive/runconfigs/*.json")),
	},
	{
		ID: "anythingllm", Name: "AnythingLLM", Containers: []string{"mcpServers"}, Expands: []Form{}, Transports: []string{"sse", "streamable"}, Source: "public repositories",
		Places: all(user(JSON, "plugins/anythingllm_mcp_servers.json", "linux:~/.config/anythingllm-desktop/storage/plugins/anythingllm_mcp_servers.json",
			"darwin:~/Library/Application Support/anythingllm-desktop/storage/plugins/anythingllm_mcp_servers.json",
			"windows:%APPDATA%/anythingllm-desktop/storage/plugins/anythingllm_mcp_servers.json")),
	},
	{
		ID: "vibe", Name: "Mistral Vibe", Containers: []string{"mcp_servers"}, Transports: []string{"stdio", "http", "streamable-http"}, Source: "other tools' tables",
		Places: all(project(TOML, ".vibe/config.toml"), user(TOML, ".vibe/config.toml", "~/.vibe/config.toml")),
	},
	{
		ID: "grok", Name: "Grok CLI", Containers: []string{"mcp_servers"}, Approvals: []string{"permission"}, Source: "other tools' tables",
		Places: all(project(TOML, ".grok/config.toml"), user(TOML, ".grok/config.toml", "~/.grok/config.toml")),
	},
	{
		ID: "kimi", Name: "Kimi", Containers: []string{"mcpServers"}, Approvals: []string{"default_permission_mode"}, Source: "other tools' tables",
		Places: all(project(JSON, ".kimi-code/mcp.json", ".kimi/mcp.json"), user(JSON, ".kimi/mcp.json", "~/.kimi/mcp.json", "~/.kimi-code/mcp.json")),
	},
	{
		ID: "qoder", Name: "Qoder", Containers: []string{"mcpServers"}, Source: "other tools' tables",
		Places: all(user(JSON, ".qoder/mcp.json", "~/.qoder/mcp.json"), user(JSON, "Qoder/SharedClientCache/mcp.json", "windows:%APPDATA%/Qoder/SharedClientCache/mcp.json")),
	},
	{
		ID: "deepagents", Name: "deepagents", Containers: []string{"mcpServers"}, Approvals: []string{"allowedTools"}, Source: "other tools' tables",
		Places: all(project(JSON, ".deepagents/.mcp.json")),
	},
	{
		ID: "rovodev", Name: "Rovo Dev", Containers: []string{"mcpServers"}, Source: "other tools' tables",
		Places: all(
			project(JSON, ".rovodev/mcp.json"), user(JSON, ".rovodev/mcp.json", "~/.rovodev/mcp.json"),
			user(YAML, ".rovodev/config.yml", "~/.rovodev/config.yml"),
		),
	},
	{
		ID: "muse", Name: "Muse", Containers: []string{"mcp_servers"}, Source: "other tools' tables",
		Places: all(user(JSON, "muse/settings.json", "~/.config/muse/settings.json")),
	},
	{
		ID: "reasonix", Name: "Reasonix", Containers: []string{"plugins"}, Source: "other tools' tables",
		Places: all(project(TOML, "reasonix.toml")),
	},
	{
		ID: "zcode", Name: "ZCode", Containers: []string{"mcp.servers", "mcpServers"}, Source: "other tools' tables",
		Places: all(user(JSON, ".zcode/cli/config.json", "~/.zcode/cli/config.json")),
	},
	{
		ID: "codearts", Name: "Huawei CodeArts", Containers: []string{"mcp", "mcpServers"}, Source: "vendor documentation",
		Places: all(
			project(Relaxed, ".codeartsdoer/codearts_cli.jsonc"), project(JSON, ".codeartsdoer/mcp/mcp_settings.json"),
			user(Relaxed, ".codeartsdoer/codearts_cli.jsonc", "~/.codeartsdoer/codearts_cli.jsonc"),
		),
	},
	{
		ID: "abacus", Name: "Abacus", Containers: []string{"mcpServers"}, Source: "vendor documentation",
		Places: all(project(JSON, ".abacusai/mcp.json"), user(JSON, ".abacusai/mcp.json", "~/.abacusai/mcp.json")),
	},
	{
		ID: "lunar", Name: "Lunar MCPX", Containers: []string{"mcpServers"}, Source: "vendor documentation",
		Places: all(project(JSON, "mcpx/config/mcp.json")),
	},
	{
		ID: "mcp-use", Name: "mcp-use", Containers: []string{"mcpServers"}, Source: "vendor documentation",
	},
	{
		ID: "tiny-agents", Name: "Hugging Face tiny-agents", Containers: []string{"servers"}, Source: "course page",
		Places: all(project(JSON, "tiny-agents/*/agent.json", "tiny-agents/agent.json")),
	},
	{
		ID: "takt", Name: "Takt", Containers: []string{"mcp_servers"}, Source: "other tools' tables",
		Places: all(project(YAML, ".takt/*.yaml", ".takt/workflows/*.yaml")),
	},
	{
		ID: "mux", Name: "Mux", Containers: []string{"servers"}, Source: "source code",
		Transports: []string{"stdio", "http", "sse", "auto"},
		Places:     all(project(Relaxed, ".mux/mcp.jsonc"), user(Relaxed, ".mux/mcp.jsonc", "~/.mux/mcp.jsonc")),
	},
	{
		ID: "rulesync", Name: "rulesync", Containers: []string{"mcpServers"}, Source: "source code",
		Places: all(project(Relaxed, ".rulesync/mcp.jsonc", ".rulesync/mcp.json")),
	},
	{
		ID: "mastra", Name: "Mastra Code", Containers: []string{"mcpServers"}, Source: "issue reports",
		Places: all(project(JSON, ".mastracode/mcp.json")),
	},
	{
		ID: "zencoder", Name: "Zencoder", Containers: []string{""}, Source: "other vendors' documentation",
	},
	{
		ID: "codebuff", Name: "Codebuff", Containers: []string{"mcpServers", ""}, Expands: []Form{ShellBare, ShellBraces, EnvBraces, FileBraces}, Source: "public integration plan",
		Places: all(project(JSON, ".agents/mcp.json"), user(JSON, ".agents/mcp.json", "~/.agents/mcp.json")),
	},
	{
		ID: "omp", Name: "Oh My Pi", Containers: []string{"mcpServers"}, Source: "public integration plan",
		Places: all(project(JSON, ".omp/mcp.json"), user(JSON, ".omp/agent/mcp.json", "~/.omp/agent/mcp.json")),
	},
}
