package mcp

const (
	onlyOwnSettings    = "Claude Code ignores it in a project's settings"
	onlyUserSettings   = "VS Code takes this setting from user settings only"
	onlyTrustedFolders = "Claude Code heeds it in a committed file only after the folder is trusted"
)

// The clients that share a format, by their ids in knowledge.Clients.
const (
	openCodeLike = "opencode kilo codearts"
	geminiLike   = "gemini qwen"
	amazonQLike  = "amazonq kiro"
)

// settingTables returns the settings by client, in the order of the clients'
// documentation. Defaults are left out, and so are settings that only narrow.
func settingTables() []settingTable {
	return []settingTable{
		{rows: claudeRows}, {rows: cursorRows},
		{rows: vscodeRows}, {rows: vscodeOwnRows}, {prefix: "settings.", rows: vscodeRows}, {prefix: "customizations.vscode.settings.", rows: vscodeRows},
		{rows: copilotRows}, {rows: clineRows}, {rows: openCodeRows}, {rows: geminiRows}, {rows: gooseRows}, {rows: zedRows}, {rows: ampRows},
		{rows: amazonQRows}, {rows: otherRows},
	}
}

// Claude Code: settings*.json and ~/.claude.json. Qwen Code reads the same
// permission lists.
var claudeRows = []settingRow{
	{path: "enableAllProjectMcpServers", effect: EffectEnableServers, values: []string{"true"}},
	{path: "projects.*.enableAllProjectMcpServers", effect: EffectEnableServers, values: []string{"true"}},
	{path: "enabledMcpjsonServers.[]", read: enabledServer, project: onlyTrustedFolders},
	{path: "permissions.allow.[]", read: claudePermission},
	{path: "permissions.defaultMode", effect: EffectBypassPermission, values: []string{"bypassPermissions"}},
	{path: "skipDangerousModePermissionPrompt", effect: EffectTrust, values: []string{"true"}, project: onlyOwnSettings},
	{path: "bypassPermissionsModeAccepted", effect: EffectTrust, values: []string{"true"}},
	{path: "hasTrustDialogAccepted", effect: EffectTrust, values: []string{"true"}},
	{path: "projects.*.hasTrustDialogAccepted", effect: EffectTrust, values: []string{"true"}},
	{path: "projects.*.hasTrustDialogHooksAccepted", effect: EffectTrust, values: []string{"true"}},
	{path: "sandbox.excludedCommands.[]", effect: EffectDisableSandbox, values: []string{"*"}},
	{path: "sandbox.filesystem.allowWrite.[]", read: widePath},
	{path: "sandbox.network.allowedDomains.[]", effect: EffectWidenSandbox, values: []string{"*"}},
	{path: "hooks.*.[].hooks.[].command", effect: EffectRunCommand},
	{path: "hooks.*.[].hooks.[].tool", read: hookTool},
	{path: "apiKeyHelper", effect: EffectRunCommand},
	{path: "awsAuthRefresh", effect: EffectRunCommand},
	{path: "awsCredentialExport", effect: EffectRunCommand},
	{path: "otelHeadersHelper", effect: EffectRunCommand},
	{path: "statusLine.command", effect: EffectRunCommand},
	{path: "extraKnownMarketplaces.*.source", read: marketplace},
}

// Cursor: permissions.json, cli-config.json and cli.json.
var cursorRows = []settingRow{
	{path: "mcpAllowlist.[]", read: pairPattern},
	{path: "terminalAllowlist.[]", effect: EffectAllowCommand, values: []string{"*", "**", ".*"}},
	{path: "permissions.allow.[]", read: cursorPermission},
	{path: "approvalMode", effect: EffectBypassPermission, values: []string{"unrestricted"}},
	{path: "sandbox", only: "cursor", effect: EffectDisableSandbox, values: []string{"off", "false", "disabled"}},
	{path: "sandbox.mode", only: "cursor", effect: EffectDisableSandbox, values: []string{"off", "disabled"}},
}

// VS Code: user, profile and workspace settings, *.code-workspace, devcontainer.
var vscodeRows = []settingRow{
	{path: "chat.tools.global.autoApprove", effect: EffectAutoApprove, values: []string{"true"}, project: onlyUserSettings},
	{path: "chat.tools.autoApprove", effect: EffectAutoApprove, values: []string{"true"}},
	{path: "chat.tools.terminal.autoApprove", effect: EffectAllowCommand, values: []string{"true"}},
	{path: "chat.tools.terminal.autoApprove.*", read: everyCommand},
	{path: "chat.tools.urls.autoApprove", effect: EffectAllowTool, values: []string{"true"}},
	{path: "chat.tools.urls.autoApprove.*", read: everyURL},
	{path: "chat.permissions.default", effect: EffectBypassPermission, values: []string{"bypassApprovals", "bypass-approvals", "Bypass Approvals", "bypass", "autopilot"}},
	{path: "chat.mcp.serverSampling.{server}.allowedDuringChat", effect: EffectSampling, values: []string{"true"}},
	{path: "chat.mcp.serverSampling.{server}.allowedOutsideChat", effect: EffectSampling, values: []string{"true"}},
	{path: "security.workspace.trust.enabled", effect: EffectTrust, values: []string{"false"}, project: onlyUserSettings},
	{path: "roo-cline.allowedCommands.[]", effect: EffectAllowCommand, values: []string{"*"}},
	{path: "kilo-code.allowedCommands.[]", effect: EffectAllowCommand, values: []string{"*"}},
	{path: "kiroAgent.trustedCommands.[]", effect: EffectAllowCommand, values: []string{"*"}},
	{path: "windsurf.cascadeCommandsAllowList.[]", effect: EffectAllowCommand, values: []string{"*"}},
}

// VS Code: mcp.json.
var vscodeOwnRows = []settingRow{
	{path: "sandbox.network.allowedDomains.[]", only: "vscode visual-studio", effect: EffectWidenSandbox, values: []string{"*"}},
	{path: "servers.{server}.sandbox.filesystem.allowWrite.[]", read: widePath},
	{path: "servers.{server}.sandbox.network.allowedDomains.[]", effect: EffectWidenSandbox, values: []string{"*"}},
}

// Copilot CLI: settings.json, config.json. Its headless switch is an environment
// variable, which settings of other programs can set.
var copilotRows = []settingRow{
	{path: "allowedUrls.[]", only: "copilot-cli", effect: EffectWidenSandbox, values: []string{"*", "https://*", "http://*"}},
	{path: "allowed_urls.[]", only: "copilot-cli", effect: EffectWidenSandbox, values: []string{"*", "https://*", "http://*"}},
	{path: "trustedFolders.[]", only: "copilot-cli", read: trustedFolder},
	{path: "trusted_folders.[]", only: "copilot-cli", read: trustedFolder},
	{path: "env.GITHUB_COPILOT_PROMPT_MODE_WORKSPACE_MCP", effect: EffectEnableServers, values: []string{"true", "1"}},
	{path: "containerEnv.GITHUB_COPILOT_PROMPT_MODE_WORKSPACE_MCP", effect: EffectEnableServers, values: []string{"true", "1"}},
	{path: "remoteEnv.GITHUB_COPILOT_PROMPT_MODE_WORKSPACE_MCP", effect: EffectEnableServers, values: []string{"true", "1"}},
}

// Cline, and the settings Roo Code and Kilo Code export.
var clineRows = []settingRow{
	{path: "yoloModeToggled", effect: EffectBypassPermission, values: []string{"true"}},
	{path: "autoApprovalSettings.actions.executeAllCommands", effect: EffectAllowCommand, values: []string{"true"}},
	{path: "allow.[]", only: "cline", effect: EffectAllowCommand, values: []string{"*", "**"}},
	{path: "globalSettings.allowedCommands.[]", effect: EffectAllowCommand, values: []string{"*"}},
}

// OpenCode, Kilo Code and what follows their format.
var openCodeRows = []settingRow{
	{path: "permission", only: openCodeLike, effect: EffectBypassPermission, values: []string{"allow"}},
	{path: "permission.{tool}", only: openCodeLike, read: openCodePermission},
	{path: "permission.bash.*", only: openCodeLike, read: everyCommand},
	{path: "agent.*.permission", only: openCodeLike, effect: EffectBypassPermission, values: []string{"allow"}},
	{path: "agent.*.permission.{tool}", only: openCodeLike, read: openCodePermission},
	{path: "agent.*.permission.bash.*", only: openCodeLike, read: everyCommand},
	{path: "sandbox", only: openCodeLike, effect: EffectDisableSandbox, values: []string{"off", "false"}},
	{path: "sandbox.enabled", only: openCodeLike, effect: EffectDisableSandbox, values: []string{"false"}},
}

// Gemini CLI and Qwen Code. Gemini itself takes yolo only as a flag.
var geminiRows = []settingRow{
	{path: "security.folderTrust.enabled", effect: EffectEnableServers, values: []string{"false"}},
	{path: "folderTrust", only: geminiLike, effect: EffectEnableServers, values: []string{"false"}},
	{path: "tools.approvalMode", only: geminiLike, effect: EffectBypassPermission, values: []string{"yolo"}},
	{path: "general.defaultApprovalMode", only: geminiLike, effect: EffectBypassPermission, values: []string{"yolo"}},
	{path: "approvalMode", only: geminiLike, effect: EffectBypassPermission, values: []string{"yolo"}},
	{path: "tools.allowed.[]", only: geminiLike, effect: EffectAllowCommand, values: []string{"run_shell_command", "ShellTool"}},
	{path: "tools.discoveryCommand", only: geminiLike, effect: EffectRunCommand},
	{path: "tools.callCommand", only: geminiLike, effect: EffectRunCommand},
	{path: "mcp.serverCommand", only: geminiLike, effect: EffectRunCommand},
}

// Goose: config.yaml and permission.yaml.
var gooseRows = []settingRow{
	{path: "GOOSE_MODE", effect: EffectBypassPermission, values: []string{"auto"}},
	{path: "user.always_allow.[]", only: "goose", read: gooseTool},
}

// Zed. Its write profile enables all context servers by default, which says which
// tools a profile has and not that they run unasked; so that key is no row here.
var zedRows = []settingRow{
	{path: "agent.always_allow_tool_actions", effect: EffectAutoApprove, values: []string{"true"}},
	{path: "assistant.always_allow_tool_actions", effect: EffectAutoApprove, values: []string{"true"}},
	{path: "agent.tool_permissions.default", effect: EffectAutoApprove, values: []string{"allow"}},
	{path: "agent.tool_permissions.tools.{tool}.default", read: zedTool},
	{path: "agent.tool_permissions.tools.terminal.always_allow.[].pattern", read: everyPattern},
	{path: "agent.sandbox_permissions.allow_unsandboxed", effect: EffectDisableSandbox, values: []string{"true"}},
	{path: "agent.sandbox_permissions.allow_all_hosts", effect: EffectWidenSandbox, values: []string{"true"}},
	{path: "session.trust_all_worktrees", effect: EffectEnableServers, values: []string{"true"}},
	{path: "trust_all_worktrees", only: "zed", effect: EffectEnableServers, values: []string{"true"}},
}

// Amp: dotted keys at the top.
var ampRows = []settingRow{
	{path: "amp.dangerouslyAllowAll", effect: EffectBypassPermission, values: []string{"true"}},
	{path: "amp.permissions.[]", read: ampPermission},
	{path: "amp.commands.allowlist.[]", effect: EffectAllowCommand, values: []string{"*"}},
	{path: "amp.mcpTrustedServers", effect: EffectEnableServers, values: []string{"true", "*"}},
	{path: "amp.mcpTrustedServers.[]", effect: EffectEnableServers, values: []string{"*"}},
}

// Amazon Q Developer and Kiro agents.
var amazonQRows = []settingRow{
	{path: "allowedTools.[]", read: amazonQTool},
	{path: "allowedTools.[]", only: amazonQLike, read: amazonQBuiltin},
	{path: "tools.[]", only: amazonQLike, read: everyTool},
	{path: "toolsSettings.execute_bash.allowedCommands.[]", read: everyPattern},
	{path: "toolsSettings.shell.allowedCommands.[]", read: everyPattern},
	{path: "hooks.*.[].command", effect: EffectRunCommand},
}

var otherRows = []settingRow{
	// Crush
	{path: "permissions.allowed_tools.[]", only: "crush", read: crushTool},
	{path: "permissions.skip_requests", only: "crush", effect: EffectBypassPermission, values: []string{"true"}},
	// Codex beyond codexSettings
	{path: "default_permissions", effect: EffectDisableSandbox, values: []string{":danger-full-access"}},
	{path: "profiles.*.default_permissions", effect: EffectDisableSandbox, values: []string{":danger-full-access"}},
	{path: "apps._default.default_tools_approval_mode", effect: EffectAutoApprove, values: []string{"approve"}},
	{path: "projects.*.trust_level", read: trustedProject},
	{path: "sandbox_workspace_write.writable_roots.[]", read: widePath},
	{path: "notify.[]", only: "codex", effect: EffectRunCommand},
	// OpenClaw
	{path: "mcp.servers.{server}.codex.defaultToolsApprovalMode", effect: EffectAutoApprove, values: []string{"approve"}},
	{path: "tools.exec.security", only: "openclaw", effect: EffectAllowCommand, values: []string{"full"}},
	// MCPHub
	{path: "systemConfig.routing.skipAuth", effect: EffectDisableAuth, values: []string{"true"}},
	// Docker MCP Gateway
	{path: "registry.{server}.volumes.[]", only: "docker-gateway", read: wideVolume},
	{path: "registry.{server}.allowHosts.[]", only: "docker-gateway", effect: EffectWidenSandbox, values: []string{"*", "*:*", "0.0.0.0/0"}},
	{path: "volumes.[]", only: "docker-gateway", read: wideVolume},
	// ToolHive RunConfig
	{path: "permission_profile.network.outbound.insecure_allow_all", effect: EffectWidenSandbox, values: []string{"true"}},
	{path: "permission_profile.read.[]", only: "toolhive", read: wideVolume},
	{path: "permission_profile.write.[]", only: "toolhive", read: wideVolume},
	{path: "allow_docker_gateway", only: "toolhive", effect: EffectWidenSandbox, values: []string{"true"}},
	// Kimi
	{path: "default_permission_mode", effect: EffectBypassPermission, values: []string{"yolo"}},
	{path: "default_yolo", effect: EffectBypassPermission, values: []string{"true"}},
	// Grok
	{path: "permission.allow.[]", only: "grok", read: claudePermission},
	// Antigravity
	{path: "toolPermission", effect: EffectBypassPermission, values: []string{"always-proceed"}},
	{path: "enableTerminalSandbox", only: "antigravity", effect: EffectDisableSandbox, values: []string{"false"}},
	{path: "trustedWorkspaces.[]", read: trustedFolder},
	// Augment
	{path: "toolPermissions.[]", only: "augment", read: augmentPermission},
	// Hermes
	{path: "mcp_servers.{server}.sampling.enabled", only: "hermes", effect: EffectSampling, values: []string{"true"}},
}
