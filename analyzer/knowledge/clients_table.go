package knowledge

// clients is one entry a client. A field that is not there is not known.
var clients = []Client{
	{
		ID: "claude-desktop", Name: "Claude Desktop", Containers: []string{"mcpServers", "managedMcpServers"}, Exact: true, StdioOnly: true,
		Expands: []Form{},
		Places: []Place{
			{Pattern: "claude_desktop_config.json", Scope: User, Syntax: Strict, Installed: []string{
				"linux:~/.config/Claude/claude_desktop_config.json",
				"darwin:~/Library/Application Support/Claude/claude_desktop_config.json",
				"windows:%APPDATA%/Claude/claude_desktop_config.json",
			}},
		},
		Source: "vendor documentation; other tools' tables",
	},
	{
		ID: "claude-code", Name: "Claude Code", Containers: []string{"mcpServers", "projects.*.mcpServers"}, Exact: true, NeedsType: true,
		Expands:    []Form{ShellBraces, ShellDefault},
		Transports: []string{"stdio", "http", "streamable-http", "sse", "ws", "sdk"},
		Reserved:   []string{"workspace", "claude-in-chrome", "computer-use", "Claude Preview", "Claude Browser"},
		Approvals:  []string{"enableAllProjectMcpServers", "enabledMcpjsonServers", "permissions.allow", "permissions.defaultMode", "skipDangerousModePermissionPrompt"},
		Places: []Place{
			{Pattern: ".mcp.json", Scope: Project, Syntax: Strict},
			{Pattern: ".claude/settings.json", Scope: Project, Syntax: Strict, NoServers: true},
			{Pattern: ".claude/settings.local.json", Scope: Project, Syntax: Strict, NoServers: true},
			{Pattern: ".claude.json", Scope: User, Syntax: Strict, Installed: []string{"~/.claude.json"}},
			{Pattern: ".claude/settings.json", Scope: User, Syntax: Strict, NoServers: true, Installed: []string{"~/.claude/settings.json"}},
			{Pattern: "managed-mcp.json", Scope: Managed, Syntax: Strict, Installed: []string{
				"linux:/etc/claude-code/managed-mcp.json",
				"darwin:/Library/Application Support/ClaudeCode/managed-mcp.json",
				"windows:C:/Program Files/ClaudeCode/managed-mcp.json",
			}},
			{Pattern: "managed-settings.json", Scope: Managed, Syntax: Strict, NoServers: true, Installed: []string{
				"linux:/etc/claude-code/managed-settings.json",
				"darwin:/Library/Application Support/ClaudeCode/managed-settings.json",
				"windows:C:/Program Files/ClaudeCode/managed-settings.json",
			}},
		},
		Source: "vendor documentation and changelog",
	},
	{
		ID: "claude-plugin", Name: "Claude Code plugins and agents", Containers: []string{"mcpServers", "", "plugins[].mcpServers"},
		Expands: []Form{ShellBraces, ShellDefault},
		Places: []Place{
			{Pattern: ".claude-plugin/plugin.json", Scope: Package, Syntax: Strict},
			{Pattern: ".claude-plugin/marketplace.json", Scope: Package, Syntax: Strict},
			{Pattern: ".claude/agents/*.md", Scope: Project, Syntax: Markdown, Shared: true},
			{Pattern: ".claude/plugins/cache/*/.mcp.json", Scope: User, Syntax: Strict, Installed: []string{"~/.claude/plugins/cache/*/.mcp.json", "~/.claude/plugins/cache/*/*/.mcp.json"}},
			{Pattern: ".claude/agents/*.md", Scope: User, Syntax: Markdown, Shared: true, Installed: []string{"~/.claude/agents/*.md"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "cursor", Name: "Cursor", Containers: []string{"mcpServers"}, Exact: true,
		Expands:   []Form{EnvColon, Editor},
		Approvals: []string{"mcpAllowlist", "terminalAllowlist", "permissions.allow", "approvalMode"},
		Places: []Place{
			{Pattern: ".cursor/mcp.json", Scope: Project, Syntax: Strict},
			{Pattern: ".cursor/cli.json", Scope: Project, Syntax: Strict, NoServers: true},
			{Pattern: ".cursor/mcp.json", Scope: User, Syntax: Strict, Installed: []string{"~/.cursor/mcp.json"}},
			{Pattern: ".cursor/cli-config.json", Scope: User, Syntax: Strict, NoServers: true, Installed: []string{"~/.cursor/cli-config.json"}},
			{Pattern: ".cursor/permissions.json", Scope: User, Syntax: Relaxed, NoServers: true, Installed: []string{"~/.cursor/permissions.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "vscode", Name: "VS Code", Containers: []string{"servers", "mcp.servers", "customizations.vscode.mcp.servers"}, Exact: true,
		Expands:    []Form{EnvColon, InputColon, Editor},
		Transports: []string{"stdio", "http", "sse"},
		Approvals:  []string{"chat.tools.global.autoApprove", "chat.tools.terminal.autoApprove", "chat.mcp.autostart", "sandboxEnabled", "security.workspace.trust.enabled"},
		Places: []Place{
			{Pattern: ".vscode/mcp.json", Scope: Project, Syntax: Relaxed},
			{Pattern: ".vscode/settings.json", Scope: Project, Syntax: Relaxed, Shared: true},
			{Pattern: "*.code-workspace", Scope: Project, Syntax: Relaxed, Shared: true},
			{Pattern: ".devcontainer/devcontainer.json", Scope: Project, Syntax: Relaxed, Shared: true},
			{Pattern: ".devcontainer/*/devcontainer.json", Scope: Project, Syntax: Relaxed, Shared: true},
			{Pattern: ".devcontainer.json", Scope: Project, Syntax: Relaxed, Shared: true},
			{Pattern: "Code/User/mcp.json", Scope: User, Syntax: Relaxed, Installed: []string{
				"linux:~/.config/Code/User/mcp.json",
				"linux:~/.vscode-server/data/User/mcp.json",
				"darwin:~/Library/Application Support/Code/User/mcp.json",
				"windows:%APPDATA%/Code/User/mcp.json",
			}},
			{Pattern: "Code/User/settings.json", Scope: User, Syntax: Relaxed, Shared: true, Installed: []string{
				"linux:~/.config/Code/User/settings.json",
				"linux:~/.vscode-server/data/User/settings.json",
				"darwin:~/Library/Application Support/Code/User/settings.json",
				"windows:%APPDATA%/Code/User/settings.json",
			}},
			{Pattern: "Code - Insiders/User/mcp.json", Scope: User, Syntax: Relaxed, Installed: []string{
				"linux:~/.config/Code - Insiders/User/mcp.json",
				"darwin:~/Library/Application Support/Code - Insiders/User/mcp.json",
				"windows:%APPDATA%/Code - Insiders/User/mcp.json",
			}},
			{Pattern: "Code/User/profiles/*/mcp.json", Scope: User, Syntax: Relaxed, Installed: []string{
				"linux:~/.config/Code/User/profiles/*/mcp.json",
				"darwin:~/Library/Application Support/Code/User/profiles/*/mcp.json",
				"windows:%APPDATA%/Code/User/profiles/*/mcp.json",
			}},
		},
		Source: "source code and vendor documentation",
	},
	{
		ID: "visual-studio", Name: "Visual Studio", Containers: []string{"servers"},
		Expands: []Form{EnvColon, InputColon, Editor},
		Places: []Place{
			{Pattern: ".vs/mcp.json", Scope: Project, Syntax: JSON},
		},
		Source: "vendor documentation",
	},
	{
		ID: "copilot-cli", Name: "Copilot CLI", Containers: []string{"mcpServers"},
		Transports: []string{"local", "stdio", "http", "sse"},
		Approvals:  []string{"tools"},
		Places: []Place{
			{Pattern: ".github/mcp.json", Scope: Project, Syntax: Strict},
			{Pattern: ".github/copilot/settings.json", Scope: Project, Syntax: Strict},
			{Pattern: ".copilot/mcp-config.json", Scope: User, Syntax: Strict, Installed: []string{"~/.copilot/mcp-config.json"}},
			{Pattern: ".copilot/settings.json", Scope: User, Syntax: Strict, Installed: []string{"~/.copilot/settings.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "copilot-agent", Name: "Copilot cloud agent", Containers: []string{"mcp-servers", "mcpServers"},
		Expands:    []Form{Actions, ShellBare, ShellBraces, ShellDefault},
		Transports: []string{"local", "stdio", "http", "sse"},
		Approvals:  []string{"tools"},
		Places: []Place{
			{Pattern: ".github/agents/*.md", Scope: Project, Syntax: Markdown, Shared: true},
			{Pattern: "*.agent.md", Scope: Project, Syntax: Markdown, Shared: true},
		},
		Source: "vendor documentation",
	},
	{
		ID: "copilot-ide", Name: "Copilot in JetBrains, Xcode and Eclipse", Containers: []string{"servers"},
		Places: []Place{
			{Pattern: ".github/copilot/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: "github-copilot/intellij/mcp.json", Scope: User, Syntax: JSON, Installed: []string{
				"~/.config/github-copilot/intellij/mcp.json",
				"windows:%LOCALAPPDATA%/github-copilot/intellij/mcp.json",
			}},
			{Pattern: "github-copilot/eclipse/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.config/github-copilot/eclipse/mcp.json"}},
			{Pattern: "github-copilot/xcode/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"darwin:~/.config/github-copilot/xcode/mcp.json"}},
		},
		Source: "vendor documentation; paths from other tools",
	},
	{
		ID: "xcode", Name: "Xcode agents", Containers: []string{"mcpServers", "mcp_servers"},
		Places: []Place{
			{Pattern: "CodingAssistant/codex/config.toml", Scope: User, Syntax: TOML, Installed: []string{"darwin:~/Library/Developer/Xcode/CodingAssistant/codex/config.toml"}},
			{Pattern: "CodingAssistant/ClaudeAgentConfig/.claude.json", Scope: User, Syntax: Strict, Installed: []string{"darwin:~/Library/Developer/Xcode/CodingAssistant/ClaudeAgentConfig/.claude.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "jetbrains", Name: "JetBrains AI Assistant", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".ai/mcp/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".ai/mcp/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.ai/mcp/mcp.json"}},
		},
		Source: "other tools' tables",
	},
	{
		ID: "jetbrains-air", Name: "JetBrains Air", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".air/mcp.json", Scope: Project, Syntax: JSON},
		},
		Source: "vendor documentation",
	},
	{
		ID: "junie", Name: "Junie", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".junie/mcp/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".junie/mcp/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.junie/mcp/mcp.json"}},
		},
		Source: "vendor documentation; paths from other tools",
	},
	{
		ID: "windsurf", Name: "Windsurf", Containers: []string{"mcpServers"},
		Expands:   []Form{EnvColon, FileColon},
		Approvals: []string{"alwaysAllow"},
		Places: []Place{
			{Pattern: "windsurf/mcp_config.json", Scope: User, Syntax: JSON, Installed: []string{"~/.codeium/windsurf/mcp_config.json"}},
			{Pattern: ".codeium/mcp_config.json", Scope: User, Syntax: JSON, Installed: []string{"~/.codeium/mcp_config.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "devin", Name: "Devin CLI", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".devin/mcp_config.json", Scope: Project, Syntax: JSON},
			{Pattern: ".devin/config.json", Scope: Project, Syntax: JSON},
			{Pattern: "devin/mcp_config.json", Scope: User, Syntax: JSON, Installed: []string{"~/.config/devin/mcp_config.json"}},
		},
		Source: "other tools' tables",
	},
	{
		ID: "cline", Name: "Cline", Containers: []string{"mcpServers"}, Exact: true,
		Expands:    []Form{EnvColon},
		Transports: []string{"stdio", "sse", "streamableHttp"},
		Fallback:   "sse",
		Approvals:  []string{"autoApprove", "autoApprovalSettings"},
		Places: []Place{
			{Pattern: "cline_mcp_settings.json", Scope: User, Syntax: Strict, Installed: []string{"~/.cline/data/settings/cline_mcp_settings.json"}},
			{Pattern: "Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json", Scope: User, Syntax: Strict, Installed: []string{
				"linux:~/.config/Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json",
				"linux:~/.vscode-server/data/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json",
				"darwin:~/Library/Application Support/Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json",
				"windows:%APPDATA%/Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json",
			}},
			{Pattern: ".cline/command-permissions.json", Scope: Project, Syntax: Strict},
		},
		Source: "source code",
	},
	{
		ID: "roo", Name: "Roo Code", Containers: []string{"mcpServers"}, Exact: true,
		Expands:    []Form{EnvColon, Editor},
		Transports: []string{"stdio", "sse", "streamable-http"},
		Approvals:  []string{"alwaysAllow"},
		Places: []Place{
			{Pattern: ".roo/mcp.json", Scope: Project, Syntax: Strict},
			{Pattern: "Code/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json", Scope: User, Syntax: Strict, Installed: []string{
				"linux:~/.config/Code/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json",
				"linux:~/.vscode-server/data/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json",
				"darwin:~/Library/Application Support/Code/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json",
				"windows:%APPDATA%/Code/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json",
			}},
		},
		Source: "source code",
	},
	{
		ID: "kilo", Name: "Kilo Code", Containers: []string{"mcp", "mcpServers"}, Exact: true,
		Expands:   []Form{EnvBraces, FileBraces, EnvColon, Editor},
		Approvals: []string{"permission", "alwaysAllow"},
		Places: []Place{
			{Pattern: "kilo.jsonc", Scope: Project, Syntax: Relaxed},
			{Pattern: "kilo.json", Scope: Project, Syntax: Relaxed},
			{Pattern: ".kilo/kilo.jsonc", Scope: Project, Syntax: Relaxed},
			{Pattern: ".kilocode/mcp.json", Scope: Project, Syntax: Strict},
			{Pattern: "kilo/kilo.jsonc", Scope: User, Syntax: Relaxed, Installed: []string{"~/.config/kilo/kilo.jsonc"}},
			{Pattern: "kilo/kilo.json", Scope: User, Syntax: Relaxed, Installed: []string{"~/.config/kilo/kilo.json"}},
			{Pattern: ".kilocode/cli/global/settings/mcp_settings.json", Scope: User, Syntax: Strict, Installed: []string{"~/.kilocode/cli/global/settings/mcp_settings.json"}},
			{Pattern: "Code/User/globalStorage/kilocode.kilo-code/settings/mcp_settings.json", Scope: User, Syntax: Strict, Installed: []string{
				"linux:~/.config/Code/User/globalStorage/kilocode.kilo-code/settings/mcp_settings.json",
				"linux:~/.vscode-server/data/User/globalStorage/kilocode.kilo-code/settings/mcp_settings.json",
				"darwin:~/Library/Application Support/Code/User/globalStorage/kilocode.kilo-code/settings/mcp_settings.json",
				"windows:%APPDATA%/Code/User/globalStorage/kilocode.kilo-code/settings/mcp_settings.json",
			}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "continue", Name: "Continue", Containers: []string{"mcpServers", "projects.*.mcpServers"},
		Expands:    []Form{Actions},
		Transports: []string{"stdio", "sse", "streamable-http"},
		Places: []Place{
			{Pattern: ".continue/mcpServers/*.yaml", Scope: Project, Syntax: YAML},
			{Pattern: ".continue/mcpServers/*.yml", Scope: Project, Syntax: YAML},
			{Pattern: ".continue/config.yaml", Scope: Project, Syntax: YAML},
			{Pattern: ".continue/agents/*.yaml", Scope: Project, Syntax: YAML},
			{Pattern: ".continue/assistants/*.yaml", Scope: Project, Syntax: YAML},
			{Pattern: ".continue/mcpServers/*.json", Scope: Project, Syntax: Relaxed},
			{Pattern: ".continue/config.json", Scope: Project, Syntax: Relaxed},
			{Pattern: ".continue/config.yaml", Scope: User, Syntax: YAML, Installed: []string{"~/.continue/config.yaml"}},
			{Pattern: ".continue/config.json", Scope: User, Syntax: Relaxed, Installed: []string{"~/.continue/config.json"}},
			{Pattern: ".continue/mcpServers/*.yaml", Scope: User, Syntax: YAML, Installed: []string{"~/.continue/mcpServers/*.yaml"}},
			{Pattern: ".continue/mcpServers/*.json", Scope: User, Syntax: Relaxed, Installed: []string{"~/.continue/mcpServers/*.json"}},
		},
		Source: "source code",
	},
	{
		ID: "zed", Name: "Zed", Containers: []string{"context_servers"}, Exact: true,
		Approvals: []string{"agent.always_allow_tool_actions", "agent.tool_permissions", "session.trust_all_worktrees"},
		Places: []Place{
			{Pattern: ".zed/settings.json", Scope: Project, Syntax: Relaxed, Shared: true},
			{Pattern: "zed/settings.json", Scope: User, Syntax: Relaxed, Shared: true, Installed: []string{
				"linux:~/.config/zed/settings.json",
				"darwin:~/.config/zed/settings.json",
				"windows:%APPDATA%/Zed/settings.json",
			}},
		},
		Source: "source code",
	},
	{
		ID: "gemini", Name: "Gemini CLI", Containers: []string{"mcpServers"}, Exact: true,
		Expands:   []Form{ShellBraces, ShellDefault, ShellBare, Percent},
		Approvals: []string{"trust", "tools.approvalMode", "security.folderTrust"},
		Places: []Place{
			{Pattern: ".gemini/settings.json", Scope: Project, Syntax: WithComments},
			{Pattern: "gemini-extension.json", Scope: Package, Syntax: WithComments},
			{Pattern: ".gemini/settings.json", Scope: User, Syntax: WithComments, Installed: []string{"~/.gemini/settings.json"}},
			{Pattern: ".gemini/extensions/*/gemini-extension.json", Scope: User, Syntax: WithComments, Installed: []string{"~/.gemini/extensions/*/gemini-extension.json"}},
			{Pattern: "gemini-cli/settings.json", Scope: Managed, Syntax: WithComments, Installed: []string{"linux:/etc/gemini-cli/settings.json", "windows:C:/ProgramData/gemini-cli/settings.json"}},
			{Pattern: "GeminiCli/settings.json", Scope: Managed, Syntax: WithComments, Installed: []string{"darwin:/Library/Application Support/GeminiCli/settings.json"}},
		},
		Source: "source code",
	},
	{
		ID: "qwen", Name: "Qwen Code", Containers: []string{"mcpServers"},
		Expands:   []Form{ShellBraces, ShellDefault, ShellBare},
		Approvals: []string{"trust", "tools.approvalMode", "security.folderTrust"},
		Places: []Place{
			{Pattern: ".qwen/settings.json", Scope: Project, Syntax: WithComments},
			{Pattern: ".qwen/settings.json", Scope: User, Syntax: WithComments, Installed: []string{"~/.qwen/settings.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "codex", Name: "Codex", Containers: []string{"mcp_servers"}, Exact: true,
		Expands:   []Form{},
		Approvals: []string{"approval_policy", "sandbox_mode", "default_tools_approval_mode", "projects.*.trust_level"},
		Places: []Place{
			{Pattern: ".codex/config.toml", Scope: Project, Syntax: TOML},
			{Pattern: ".codex-plugin/plugin.json", Scope: Package, Syntax: JSON},
			{Pattern: ".codex-plugin/.mcp.json", Scope: Package, Syntax: JSON},
			{Pattern: ".codex/config.toml", Scope: User, Syntax: TOML, Installed: []string{"~/.codex/config.toml"}},
			{Pattern: "codex/config.toml", Scope: Managed, Syntax: TOML, Installed: []string{
				"linux:/etc/codex/config.toml",
				"darwin:/etc/codex/config.toml",
				"windows:C:/ProgramData/OpenAI/Codex/config.toml",
			}},
			{Pattern: "codex/requirements.toml", Scope: Managed, Syntax: TOML, Installed: []string{"linux:/etc/codex/requirements.toml", "darwin:/etc/codex/requirements.toml"}},
		},
		Source: "source code and documentation",
	},
	{
		ID: "goose", Name: "Goose", Containers: []string{"extensions"},
		Transports: []string{"stdio", "streamable_http", "sse", "builtin", "platform", "frontend", "inline_python"},
		Approvals:  []string{"GOOSE_MODE", "available_tools"},
		Places: []Place{
			{Pattern: "goose/config.yaml", Scope: User, Syntax: YAML, Installed: []string{
				"linux:~/.config/goose/config.yaml",
				"darwin:~/.config/goose/config.yaml",
				"windows:%APPDATA%/Block/goose/config/config.yaml",
			}},
			{Pattern: ".agents/plugins/*/.mcp.json", Scope: Package, Syntax: JSON},
		},
		Source: "source code",
	},
	{
		ID: "librechat", Name: "LibreChat", Containers: []string{"mcpServers"},
		Expands:    []Form{ShellBraces, Mustache},
		Transports: []string{"stdio", "websocket", "sse", "streamable-http", "http"},
		Places: []Place{
			{Pattern: "librechat.yaml", Scope: Project, Syntax: YAML},
			{Pattern: "librechat.yml", Scope: Project, Syntax: YAML},
		},
		Source: "source code",
	},
	{
		ID: "amazonq", Name: "Amazon Q Developer", Containers: []string{"mcpServers"},
		Approvals: []string{"allowedTools"},
		Places: []Place{
			{Pattern: ".amazonq/mcp.json", Scope: Project, Syntax: Strict},
			{Pattern: ".amazonq/cli-agents/*.json", Scope: Project, Syntax: Strict},
			{Pattern: ".amazonq/default.json", Scope: Project, Syntax: Strict},
			{Pattern: ".aws/amazonq/mcp.json", Scope: User, Syntax: Strict, Installed: []string{"~/.aws/amazonq/mcp.json"}},
			{Pattern: ".aws/amazonq/cli-agents/*.json", Scope: User, Syntax: Strict, Installed: []string{"~/.aws/amazonq/cli-agents/*.json"}},
			{Pattern: ".aws/amazonq/agents/default.json", Scope: User, Syntax: Strict, Installed: []string{"~/.aws/amazonq/agents/default.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "kiro", Name: "Kiro", Containers: []string{"mcpServers"},
		Expands:   []Form{ShellBraces},
		Approvals: []string{"autoApprove", "allowedTools"},
		Places: []Place{
			{Pattern: ".kiro/settings/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".kiro/agents/*.json", Scope: Project, Syntax: JSON},
			{Pattern: ".kiro/settings/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.kiro/settings/mcp.json"}},
			{Pattern: ".kiro/powers/installed/*/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.kiro/powers/installed/*/mcp.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "opencode", Name: "OpenCode", Containers: []string{"mcp", "mcp.servers"}, Exact: true,
		Expands:    []Form{EnvBraces, FileBraces},
		Transports: []string{"local", "remote"},
		Approvals:  []string{"permission", "tools"},
		Places: []Place{
			{Pattern: "opencode.json", Scope: Project, Syntax: Relaxed},
			{Pattern: "opencode.jsonc", Scope: Project, Syntax: Relaxed},
			{Pattern: ".opencode/opencode.json", Scope: Project, Syntax: Relaxed},
			{Pattern: ".opencode/opencode.jsonc", Scope: Project, Syntax: Relaxed},
			{Pattern: "opencode/opencode.json", Scope: User, Syntax: Relaxed, Installed: []string{"~/.config/opencode/opencode.json", "~/.opencode/opencode.json"}},
			{Pattern: "opencode/opencode.jsonc", Scope: User, Syntax: Relaxed, Installed: []string{"~/.config/opencode/opencode.jsonc", "~/.opencode/opencode.jsonc"}},
			{Pattern: "opencode/mcp-local.json", Scope: User, Syntax: Relaxed, Installed: []string{"~/.local/share/opencode/mcp-local.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "crush", Name: "Crush", Containers: []string{"mcp"},
		Expands:    []Form{ShellBraces, ShellBare, ShellDefault, Substitution},
		Transports: []string{"stdio", "sse", "http"},
		Approvals:  []string{"permissions.allowed_tools"},
		Places: []Place{
			{Pattern: ".crush.json", Scope: Project, Syntax: JSON},
			{Pattern: "crush.json", Scope: Project, Syntax: JSON},
			{Pattern: ".crushrc", Scope: Project, Syntax: Shell},
			{Pattern: "crushrc", Scope: Project, Syntax: Shell},
			{Pattern: "crush/crush.json", Scope: User, Syntax: JSON, Installed: []string{
				"~/.config/crush/crush.json",
				"linux:~/.local/share/crush/crush.json",
				"darwin:~/.local/share/crush/crush.json",
				"windows:%LOCALAPPDATA%/crush/crush.json",
			}},
			{Pattern: "crush/crushrc", Scope: User, Syntax: Shell, Installed: []string{"~/.config/crush/crushrc"}},
		},
		Source: "source code",
	},
	{
		ID: "amp", Name: "Amp", Containers: []string{"amp.mcpServers"},
		Expands:   []Form{ShellBraces},
		Approvals: []string{"amp.dangerouslyAllowAll", "amp.mcpPermissions", "amp.mcpTrustedServers"},
		Places: []Place{
			{Pattern: ".amp/settings.json", Scope: Project, Syntax: Relaxed},
			{Pattern: ".amp/settings.jsonc", Scope: Project, Syntax: Relaxed},
			{Pattern: "amp/settings.json", Scope: User, Syntax: Relaxed, Installed: []string{"~/.config/amp/settings.json", "windows:%APPDATA%/amp/settings.json"}},
			{Pattern: "amp/settings.jsonc", Scope: User, Syntax: Relaxed, Installed: []string{"~/.config/amp/settings.jsonc"}},
			{Pattern: "ampcode/managed-settings.json", Scope: Managed, Syntax: Relaxed, Installed: []string{
				"linux:/etc/ampcode/managed-settings.json",
				"darwin:/Library/Application Support/ampcode/managed-settings.json",
				"windows:C:/ProgramData/ampcode/managed-settings.json",
			}},
		},
		Source: "vendor manual; other tools' tables",
	},
	{
		ID: "warp", Name: "Warp", Containers: []string{"mcpServers", ""},
		Places: []Place{
			{Pattern: ".warp/.mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".warp/.mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.warp/.mcp.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "lmstudio", Name: "LM Studio", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".lmstudio/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.lmstudio/mcp.json"}},
			{Pattern: "lm-studio/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.cache/lm-studio/mcp.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "trae", Name: "Trae", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".trae/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: "Trae/User/mcp.json", Scope: User, Syntax: JSON, Installed: []string{
				"linux:~/.config/Trae/User/mcp.json",
				"darwin:~/Library/Application Support/Trae/User/mcp.json",
				"windows:%APPDATA%/Trae/User/mcp.json",
			}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "augment", Name: "Augment", Containers: []string{"mcpServers"},
		Approvals: []string{"toolPermissions"},
		Places: []Place{
			{Pattern: ".augment/settings.json", Scope: Project, Syntax: JSON},
			{Pattern: ".augment/settings.local.json", Scope: Project, Syntax: JSON},
			{Pattern: ".augment/settings.json", Scope: User, Syntax: JSON, Installed: []string{"~/.augment/settings.json"}},
		},
		Source: "vendor documentation; other tools' tables",
	},
	{
		ID: "factory", Name: "Factory", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".factory/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".factory/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.factory/mcp.json"}},
			{Pattern: "Factory Bridge/mcp.json", Scope: User, Syntax: JSON, Installed: []string{
				"darwin:~/Library/Application Support/Factory Bridge/mcp.json",
				"windows:%APPDATA%/Factory Bridge/mcp.json",
			}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "antigravity", Name: "Antigravity", Containers: []string{"mcpServers"},
		Approvals: []string{"toolPermission", "trustedWorkspaces"},
		Places: []Place{
			{Pattern: ".agents/mcp_config.json", Scope: Project, Syntax: JSON},
			{Pattern: ".gemini/config/mcp_config.json", Scope: User, Syntax: JSON, Installed: []string{"~/.gemini/config/mcp_config.json"}},
			{Pattern: ".gemini/antigravity/mcp_config.json", Scope: User, Syntax: JSON, Installed: []string{"~/.gemini/antigravity/mcp_config.json"}},
			{Pattern: ".gemini/antigravity-cli/settings.json", Scope: User, Syntax: JSON, Installed: []string{"~/.gemini/antigravity-cli/settings.json"}},
		},
		Source: "other tools' tables",
	},
	{
		ID: "docker-gateway", Name: "Docker MCP Gateway", Containers: []string{"registry"},
		Expands: []Form{Mustache},
		Places: []Place{
			{Pattern: ".docker/mcp/registry.yaml", Scope: User, Syntax: YAML, Installed: []string{"~/.docker/mcp/registry.yaml"}},
			{Pattern: ".docker/mcp/config.yaml", Scope: User, Syntax: YAML, Installed: []string{"~/.docker/mcp/config.yaml"}},
			{Pattern: ".docker/mcp/tools.yaml", Scope: User, Syntax: YAML, Installed: []string{"~/.docker/mcp/tools.yaml"}},
			{Pattern: ".docker/mcp/catalogs/*.yaml", Scope: User, Syntax: YAML, Installed: []string{"~/.docker/mcp/catalogs/*.yaml"}},
		},
		Source: "source code",
	},
	{
		ID: "mcp-agent", Name: "mcp-agent", Containers: []string{"mcp.servers"},
		Transports: []string{"stdio", "sse", "streamable_http", "websocket"},
		Places: []Place{
			{Pattern: "mcp_agent.config.yaml", Scope: Project, Syntax: YAML},
			{Pattern: "mcp_agent.secrets.yaml", Scope: Project, Syntax: YAML},
		},
		Source: "source code",
	},
	{
		ID: "fastmcp", Name: "FastMCP", Containers: []string{"mcpServers"},
		Expands: []Form{ShellBraces},
		Places: []Place{
			{Pattern: "fastmcp.json", Scope: Package, Syntax: JSON},
		},
		Source: "vendor documentation",
	},
	{
		ID: "mcpo", Name: "mcpo", Containers: []string{"mcpServers"},
		Transports: []string{"stdio", "sse", "streamable-http"},
		Places: []Place{
			{Pattern: "mcpo/config.json", Scope: Project, Syntax: JSON},
			{Pattern: "mcpo.json", Scope: Project, Syntax: JSON},
		},
		Source: "README",
	},
	{
		ID: "mcphub", Name: "MCPHub", Containers: []string{"mcpServers"},
		Expands:   []Form{ShellBraces, ShellBare},
		Approvals: []string{"systemConfig.skipAuth"},
		Places: []Place{
			{Pattern: "mcp_settings.json", Scope: Project, Syntax: JSON},
		},
		Source: "source code",
	},
	{
		ID: "mcp-hub", Name: "mcp-hub (Neovim)", Containers: []string{"mcpServers", "servers"},
		Expands: []Form{ShellBraces, EnvColon, InputColon, CommandColon, ShellBare},
		Places: []Place{
			{Pattern: ".mcphub/servers.json", Scope: Project, Syntax: JSON5},
			{Pattern: "mcphub/servers.json", Scope: User, Syntax: JSON5, Installed: []string{"~/.config/mcphub/servers.json"}},
		},
		Source: "source code",
	},
	{
		ID: "5ire", Name: "5ire", Containers: []string{"servers"},
		Places: []Place{
			{Pattern: "5ire/mcp.json", Scope: User, Syntax: JSON, Installed: []string{
				"linux:~/.config/5ire/mcp.json",
				"darwin:~/Library/Application Support/5ire/mcp.json",
				"windows:%APPDATA%/5ire/mcp.json",
			}},
		},
		Source: "source code of a fork",
	},
	{
		ID: "cherry-studio", Name: "Cherry Studio", Containers: []string{"mcpServers", "servers"},
		Transports: []string{"stdio", "sse", "inMemory", "streamableHttp"},
		Source:     "source code",
	},
	{
		ID: "openclaw", Name: "OpenClaw", Containers: []string{"mcp.servers"},
		Approvals: []string{"codex.defaultToolsApprovalMode"},
		Places: []Place{
			{Pattern: ".openclaw/openclaw.json", Scope: User, Syntax: JSON5, Installed: []string{"~/.openclaw/openclaw.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "hermes", Name: "Hermes", Containers: []string{"mcp_servers"},
		Expands:   []Form{ShellBraces, EnvColon, Editor},
		Approvals: []string{"trust"},
		Places: []Place{
			{Pattern: ".hermes/config.yaml", Scope: User, Syntax: YAML, Installed: []string{"~/.hermes/config.yaml"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "mcporter", Name: "mcporter", Containers: []string{"mcpServers"},
		Expands: []Form{ShellBraces, ShellDefault},
		Places: []Place{
			{Pattern: "config/mcporter.json", Scope: Project, Syntax: Relaxed},
			{Pattern: "mcporter.json", Scope: Project, Syntax: Relaxed},
			{Pattern: "mcporter.jsonc", Scope: Project, Syntax: Relaxed},
			{Pattern: ".mcporter/mcporter.json", Scope: User, Syntax: Relaxed, Installed: []string{"~/.mcporter/mcporter.json"}},
			{Pattern: ".mcporter/mcporter.jsonc", Scope: User, Syntax: Relaxed, Installed: []string{"~/.mcporter/mcporter.jsonc"}},
		},
		Source: "source code",
	},
	{
		ID: "inspector", Name: "MCP Inspector", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".mcp-inspector/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.mcp-inspector/mcp.json"}},
		},
		Source: "source code",
	},
	{
		ID: "toolhive", Name: "ToolHive", Containers: []string{"", "spec"},
		Approvals: []string{"permission_profile", "isolate_network"},
		Places: []Place{
			{Pattern: "toolhive/runconfigs/*.json", Scope: User, Syntax: JSON, Installed: []string{
				"linux:~/.local/state/toolhive/runconfigs/*.json",
				"darwin:~/Library/Application Support/toolhive/runconfigs/*.json",
			}},
		},
		Source: "source code",
	},
	{
		ID: "anythingllm", Name: "AnythingLLM", Containers: []string{"mcpServers"},
		Expands:    []Form{},
		Transports: []string{"sse", "streamable"},
		Places: []Place{
			{Pattern: "plugins/anythingllm_mcp_servers.json", Scope: User, Syntax: JSON, Installed: []string{
				"linux:~/.config/anythingllm-desktop/storage/plugins/anythingllm_mcp_servers.json",
				"darwin:~/Library/Application Support/anythingllm-desktop/storage/plugins/anythingllm_mcp_servers.json",
				"windows:%APPDATA%/anythingllm-desktop/storage/plugins/anythingllm_mcp_servers.json",
			}},
		},
		Source: "public repositories",
	},
	{
		ID: "vibe", Name: "Mistral Vibe", Containers: []string{"mcp_servers"},
		Transports: []string{"stdio", "http", "streamable-http"},
		Places: []Place{
			{Pattern: ".vibe/config.toml", Scope: Project, Syntax: TOML},
			{Pattern: ".vibe/config.toml", Scope: User, Syntax: TOML, Installed: []string{"~/.vibe/config.toml"}},
		},
		Source: "other tools' tables",
	},
	{
		ID: "grok", Name: "Grok CLI", Containers: []string{"mcp_servers"},
		Approvals: []string{"permission"},
		Places: []Place{
			{Pattern: ".grok/config.toml", Scope: Project, Syntax: TOML},
			{Pattern: ".grok/config.toml", Scope: User, Syntax: TOML, Installed: []string{"~/.grok/config.toml"}},
		},
		Source: "other tools' tables",
	},
	{
		ID: "kimi", Name: "Kimi", Containers: []string{"mcpServers"},
		Approvals: []string{"default_permission_mode"},
		Places: []Place{
			{Pattern: ".kimi-code/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".kimi/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".kimi/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.kimi/mcp.json", "~/.kimi-code/mcp.json"}},
		},
		Source: "other tools' tables",
	},
	{
		ID: "qoder", Name: "Qoder", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".qoder/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.qoder/mcp.json"}},
			{Pattern: "Qoder/SharedClientCache/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"windows:%APPDATA%/Qoder/SharedClientCache/mcp.json"}},
		},
		Source: "other tools' tables",
	},
	{
		ID: "deepagents", Name: "deepagents", Containers: []string{"mcpServers"},
		Approvals: []string{"allowedTools"},
		Places: []Place{
			{Pattern: ".deepagents/.mcp.json", Scope: Project, Syntax: JSON},
		},
		Source: "other tools' tables",
	},
	{
		ID: "rovodev", Name: "Rovo Dev", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".rovodev/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".rovodev/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.rovodev/mcp.json"}},
			{Pattern: ".rovodev/config.yml", Scope: User, Syntax: YAML, Installed: []string{"~/.rovodev/config.yml"}},
		},
		Source: "other tools' tables",
	},
	{
		ID: "muse", Name: "Muse", Containers: []string{"mcp_servers"},
		Places: []Place{
			{Pattern: "muse/settings.json", Scope: User, Syntax: JSON, Installed: []string{"~/.config/muse/settings.json"}},
		},
		Source: "other tools' tables",
	},
	{
		ID: "reasonix", Name: "Reasonix", Containers: []string{"plugins"},
		Places: []Place{
			{Pattern: "reasonix.toml", Scope: Project, Syntax: TOML},
		},
		Source: "other tools' tables",
	},
	{
		ID: "zcode", Name: "ZCode", Containers: []string{"mcp.servers", "mcpServers"},
		Places: []Place{
			{Pattern: ".zcode/cli/config.json", Scope: User, Syntax: JSON, Installed: []string{"~/.zcode/cli/config.json"}},
		},
		Source: "other tools' tables",
	},
	{
		ID: "codearts", Name: "Huawei CodeArts", Containers: []string{"mcp", "mcpServers"},
		Places: []Place{
			{Pattern: ".codeartsdoer/codearts_cli.jsonc", Scope: Project, Syntax: Relaxed},
			{Pattern: ".codeartsdoer/mcp/mcp_settings.json", Scope: Project, Syntax: JSON},
			{Pattern: ".codeartsdoer/codearts_cli.jsonc", Scope: User, Syntax: Relaxed, Installed: []string{"~/.codeartsdoer/codearts_cli.jsonc"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "abacus", Name: "Abacus", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".abacusai/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".abacusai/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.abacusai/mcp.json"}},
		},
		Source: "vendor documentation",
	},
	{
		ID: "lunar", Name: "Lunar MCPX", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: "mcpx/config/mcp.json", Scope: Project, Syntax: JSON},
		},
		Source: "vendor documentation",
	},
	{
		ID: "mcp-use", Name: "mcp-use", Containers: []string{"mcpServers"},
		Source: "vendor documentation",
	},
	{
		ID: "tiny-agents", Name: "Hugging Face tiny-agents", Containers: []string{"servers"},
		Places: []Place{
			{Pattern: "tiny-agents/*/agent.json", Scope: Project, Syntax: JSON},
			{Pattern: "tiny-agents/agent.json", Scope: Project, Syntax: JSON},
		},
		Source: "course page",
	},
	{
		ID: "takt", Name: "Takt", Containers: []string{"mcp_servers"},
		Places: []Place{
			{Pattern: ".takt/*.yaml", Scope: Project, Syntax: YAML},
			{Pattern: ".takt/workflows/*.yaml", Scope: Project, Syntax: YAML},
		},
		Source: "other tools' tables",
	},
	{
		ID: "mux", Name: "Mux", Containers: []string{"servers"},
		Transports: []string{"stdio", "http", "sse", "auto"},
		Places: []Place{
			{Pattern: ".mux/mcp.jsonc", Scope: Project, Syntax: Relaxed},
			{Pattern: ".mux/mcp.jsonc", Scope: User, Syntax: Relaxed, Installed: []string{"~/.mux/mcp.jsonc"}},
		},
		Source: "source code",
	},
	{
		ID: "rulesync", Name: "rulesync", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".rulesync/mcp.jsonc", Scope: Project, Syntax: Relaxed},
			{Pattern: ".rulesync/mcp.json", Scope: Project, Syntax: Relaxed},
		},
		Source: "source code",
	},
	{
		ID: "mastra", Name: "Mastra Code", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".mastracode/mcp.json", Scope: Project, Syntax: JSON},
		},
		Source: "issue reports",
	},
	{
		ID: "zencoder", Name: "Zencoder", Containers: []string{""},
		Source: "other vendors' documentation",
	},
	{
		ID: "codebuff", Name: "Codebuff", Containers: []string{"mcpServers", ""},
		Expands: []Form{ShellBare, ShellBraces, EnvBraces, FileBraces},
		Places: []Place{
			{Pattern: ".agents/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".agents/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.agents/mcp.json"}},
		},
		Source: "public integration plan",
	},
	{
		ID: "omp", Name: "Oh My Pi", Containers: []string{"mcpServers"},
		Places: []Place{
			{Pattern: ".omp/mcp.json", Scope: Project, Syntax: JSON},
			{Pattern: ".omp/agent/mcp.json", Scope: User, Syntax: JSON, Installed: []string{"~/.omp/agent/mcp.json"}},
		},
		Source: "public integration plan",
	},
}
