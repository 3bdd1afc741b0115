package mcp

import "slices"

const (
	onlyOwnSettings    = "Claude Code ignores it in a project's settings"
	onlyUserSettings   = "VS Code takes this setting from user settings only"
	onlyTrustedFolders = "Claude Code heeds it in a committed file only after the folder is trusted"
)

// The clients that share a format, by their ids in knowledge.Clients.
var (
	openCodeLike = []string{"opencode", "kilo", "codearts"}
	geminiLike   = []string{"gemini", "qwen"}
	amazonQLike  = []string{"amazonq", "kiro"}
	cursorOnly   = []string{"cursor"}
	copilotOnly  = []string{"copilot-cli"}
	zedOnly      = []string{"zed"}
	clineOnly    = []string{"cline"}
	openClawOnly = []string{"openclaw"}
	crushOnly    = []string{"crush"}
	toolHiveOnly = []string{"toolhive"}
	gatewayOnly  = []string{"docker-gateway"}
	augmentOnly  = []string{"augment"}
	antigravity  = []string{"antigravity"}
)

// settingRows is the table of settings by client, in the order of the clients'
// documentation. Defaults are left out, and so are settings that only narrow.
var settingRows = slices.Concat(
	claudeRows, cursorRows, vscodeRows(""), vscodeRows("settings."), vscodeRows("customizations.vscode.settings."),
	copilotRows, clineRows, openCodeRows, geminiRows, gooseRows, zedRows, ampRows, amazonQRows, otherRows)

// Claude Code: settings*.json and ~/.claude.json. Qwen Code reads the same
// permission lists.
var claudeRows = []settingRow{
	{path: "enableAllProjectMcpServers", read: when(EffectEnableServers, "true")},
	{path: "projects.*.enableAllProjectMcpServers", read: when(EffectEnableServers, "true")},
	{path: "enabledMcpjsonServers.[]", read: enabledServer, project: onlyTrustedFolders},
	{path: "permissions.allow.[]", read: claudePermission},
	{path: "permissions.defaultMode", read: when(EffectBypassPermission, "bypassPermissions")},
	{path: "skipDangerousModePermissionPrompt", read: when(EffectTrust, "true"), project: onlyOwnSettings},
	{path: "bypassPermissionsModeAccepted", read: when(EffectTrust, "true")},
	{path: "hasTrustDialogAccepted", read: when(EffectTrust, "true")},
	{path: "projects.*.hasTrustDialogAccepted", read: when(EffectTrust, "true")},
	{path: "projects.*.hasTrustDialogHooksAccepted", read: when(EffectTrust, "true")},
	{path: "sandbox.excludedCommands.[]", read: when(EffectDisableSandbox, "*")},
	{path: "sandbox.filesystem.allowWrite.[]", read: widePath},
	{path: "sandbox.network.allowedDomains.[]", read: when(EffectWidenSandbox, "*")},
	{path: "hooks.*.[].hooks.[].command", read: does(EffectRunCommand)},
	{path: "hooks.*.[].hooks.[].tool", read: hookTool},
	{path: "apiKeyHelper", read: does(EffectRunCommand)},
	{path: "awsAuthRefresh", read: does(EffectRunCommand)},
	{path: "awsCredentialExport", read: does(EffectRunCommand)},
	{path: "otelHeadersHelper", read: does(EffectRunCommand)},
	{path: "statusLine.command", read: does(EffectRunCommand)},
	{path: "extraKnownMarketplaces.*.source", read: marketplace},
}

// Cursor: permissions.json, cli-config.json and cli.json.
var cursorRows = []settingRow{
	{path: "mcpAllowlist.[]", read: pairPattern},
	{path: "terminalAllowlist.[]", read: when(EffectAllowCommand, "*", "**", ".*")},
	{path: "permissions.allow.[]", read: cursorPermission},
	{path: "approvalMode", read: when(EffectBypassPermission, "unrestricted")},
	{path: "sandbox", only: cursorOnly, read: when(EffectDisableSandbox, "off", "false", "disabled")},
	{path: "sandbox.mode", only: cursorOnly, read: when(EffectDisableSandbox, "off", "disabled")},
}

// VS Code: user, profile and workspace settings, *.code-workspace, devcontainer.
func vscodeRows(prefix string) []settingRow {
	rows := []settingRow{
		{path: "chat.tools.global.autoApprove", read: when(EffectAutoApprove, "true"), project: onlyUserSettings},
		{path: "chat.tools.autoApprove", read: when(EffectAutoApprove, "true")},
		{path: "chat.tools.terminal.autoApprove", read: when(EffectAllowCommand, "true")},
		{path: "chat.tools.terminal.autoApprove.*", read: everyCommand},
		{path: "chat.tools.urls.autoApprove", read: when(EffectAllowTool, "true")},
		{path: "chat.tools.urls.autoApprove.*", read: everyURL},
		{path: "chat.permissions.default", read: when(EffectBypassPermission, "bypassApprovals", "bypass-approvals", "Bypass Approvals", "bypass", "autopilot")},
		{path: "chat.mcp.serverSampling.{server}.allowedDuringChat", read: when(EffectSampling, "true")},
		{path: "chat.mcp.serverSampling.{server}.allowedOutsideChat", read: when(EffectSampling, "true")},
		{path: "security.workspace.trust.enabled", read: when(EffectTrust, "false"), project: onlyUserSettings},
		{path: "roo-cline.allowedCommands.[]", read: when(EffectAllowCommand, "*")},
		{path: "kilo-code.allowedCommands.[]", read: when(EffectAllowCommand, "*")},
		{path: "kiroAgent.trustedCommands.[]", read: when(EffectAllowCommand, "*")},
		{path: "windsurf.cascadeCommandsAllowList.[]", read: when(EffectAllowCommand, "*")},
	}
	if prefix == "" {
		rows = append(rows,
			settingRow{path: "sandbox.network.allowedDomains.[]", only: []string{"vscode", "visual-studio"}, read: when(EffectWidenSandbox, "*")},
			settingRow{path: "servers.{server}.sandbox.filesystem.allowWrite.[]", read: widePath},
			settingRow{path: "servers.{server}.sandbox.network.allowedDomains.[]", read: when(EffectWidenSandbox, "*")})
	}
	for i := range rows {
		rows[i].path = prefix + rows[i].path
	}
	return rows
}

// Copilot CLI: settings.json, config.json. Its headless switch is an environment
// variable, which settings of other programs can set.
var copilotRows = []settingRow{
	{path: "allowedUrls.[]", only: copilotOnly, read: when(EffectWidenSandbox, "*", "https://*", "http://*")},
	{path: "allowed_urls.[]", only: copilotOnly, read: when(EffectWidenSandbox, "*", "https://*", "http://*")},
	{path: "trustedFolders.[]", only: copilotOnly, read: trustedFolder},
	{path: "trusted_folders.[]", only: copilotOnly, read: trustedFolder},
	{path: "env.GITHUB_COPILOT_PROMPT_MODE_WORKSPACE_MCP", read: when(EffectEnableServers, "true", "1")},
	{path: "containerEnv.GITHUB_COPILOT_PROMPT_MODE_WORKSPACE_MCP", read: when(EffectEnableServers, "true", "1")},
	{path: "remoteEnv.GITHUB_COPILOT_PROMPT_MODE_WORKSPACE_MCP", read: when(EffectEnableServers, "true", "1")},
}

// Cline, and the settings Roo Code and Kilo Code export.
var clineRows = []settingRow{
	{path: "yoloModeToggled", read: when(EffectBypassPermission, "true")},
	{path: "autoApprovalSettings.actions.executeAllCommands", read: when(EffectAllowCommand, "true")},
	{path: "allow.[]", only: clineOnly, read: when(EffectAllowCommand, "*", "**")},
	{path: "globalSettings.allowedCommands.[]", read: when(EffectAllowCommand, "*")},
}

// OpenCode, Kilo Code and what follows their format.
var openCodeRows = []settingRow{
	{path: "permission", only: openCodeLike, read: when(EffectBypassPermission, "allow")},
	{path: "permission.{tool}", only: openCodeLike, read: openCodePermission},
	{path: "permission.bash.*", only: openCodeLike, read: everyCommand},
	{path: "agent.*.permission", only: openCodeLike, read: when(EffectBypassPermission, "allow")},
	{path: "agent.*.permission.{tool}", only: openCodeLike, read: openCodePermission},
	{path: "agent.*.permission.bash.*", only: openCodeLike, read: everyCommand},
	{path: "sandbox", only: openCodeLike, read: when(EffectDisableSandbox, "off", "false")},
	{path: "sandbox.enabled", only: openCodeLike, read: when(EffectDisableSandbox, "false")},
}

// Gemini CLI and Qwen Code. Gemini itself takes yolo only as a flag.
var geminiRows = []settingRow{
	{path: "security.folderTrust.enabled", read: when(EffectEnableServers, "false")},
	{path: "folderTrust", only: geminiLike, read: when(EffectEnableServers, "false")},
	{path: "tools.approvalMode", only: geminiLike, read: when(EffectBypassPermission, "yolo")},
	{path: "general.defaultApprovalMode", only: geminiLike, read: when(EffectBypassPermission, "yolo")},
	{path: "approvalMode", only: geminiLike, read: when(EffectBypassPermission, "yolo")},
	{path: "tools.allowed.[]", only: geminiLike, read: when(EffectAllowCommand, "run_shell_command", "ShellTool")},
	{path: "tools.discoveryCommand", only: geminiLike, read: does(EffectRunCommand)},
	{path: "tools.callCommand", only: geminiLike, read: does(EffectRunCommand)},
	{path: "mcp.serverCommand", only: geminiLike, read: does(EffectRunCommand)},
}

// Goose: config.yaml and permission.yaml.
var gooseRows = []settingRow{
	{path: "GOOSE_MODE", read: when(EffectBypassPermission, "auto")},
	{path: "user.always_allow.[]", only: []string{"goose"}, read: joinedName("__")},
}

// Zed. Its write profile enables all context servers by default, which says which
// tools a profile has and not that they run unasked; so that key is no row here.
var zedRows = []settingRow{
	{path: "agent.always_allow_tool_actions", read: when(EffectAutoApprove, "true")},
	{path: "assistant.always_allow_tool_actions", read: when(EffectAutoApprove, "true")},
	{path: "agent.tool_permissions.default", read: when(EffectAutoApprove, "allow")},
	{path: "agent.tool_permissions.tools.{tool}.default", read: zedTool},
	{path: "agent.tool_permissions.tools.terminal.always_allow.[].pattern", read: everyPattern(EffectAllowCommand)},
	{path: "agent.sandbox_permissions.allow_unsandboxed", read: when(EffectDisableSandbox, "true")},
	{path: "agent.sandbox_permissions.allow_all_hosts", read: when(EffectWidenSandbox, "true")},
	{path: "session.trust_all_worktrees", read: when(EffectEnableServers, "true")},
	{path: "trust_all_worktrees", only: zedOnly, read: when(EffectEnableServers, "true")},
}

// Amp: dotted keys at the top.
var ampRows = []settingRow{
	{path: "amp.dangerouslyAllowAll", read: when(EffectBypassPermission, "true")},
	{path: "amp.permissions.[]", read: ampPermission},
	{path: "amp.commands.allowlist.[]", read: when(EffectAllowCommand, "*")},
	{path: "amp.mcpTrustedServers", read: when(EffectEnableServers, "true", "*")},
	{path: "amp.mcpTrustedServers.[]", read: when(EffectEnableServers, "*")},
}

// Amazon Q Developer and Kiro agents.
var amazonQRows = []settingRow{
	{path: "allowedTools.[]", read: amazonQTool},
	{path: "allowedTools.[]", only: amazonQLike, read: amazonQBuiltin},
	{path: "tools.[]", only: amazonQLike, read: everyTool},
	{path: "toolsSettings.execute_bash.allowedCommands.[]", read: everyPattern(EffectAllowCommand)},
	{path: "toolsSettings.shell.allowedCommands.[]", read: everyPattern(EffectAllowCommand)},
	{path: "hooks.*.[].command", read: does(EffectRunCommand)},
}

var otherRows = []settingRow{
	// Crush
	{path: "permissions.allowed_tools.[]", only: crushOnly, read: crushTool},
	{path: "permissions.skip_requests", only: crushOnly, read: when(EffectBypassPermission, "true")},
	// Codex beyond codexSettings
	{path: "default_permissions", read: when(EffectDisableSandbox, ":danger-full-access")},
	{path: "profiles.*.default_permissions", read: when(EffectDisableSandbox, ":danger-full-access")},
	{path: "apps._default.default_tools_approval_mode", read: when(EffectAutoApprove, "approve")},
	{path: "projects.*.trust_level", read: trustedProject},
	{path: "sandbox_workspace_write.writable_roots.[]", read: widePath},
	{path: "notify.[]", only: []string{"codex"}, read: does(EffectRunCommand)},
	// OpenClaw
	{path: "mcp.servers.{server}.codex.defaultToolsApprovalMode", read: when(EffectAutoApprove, "approve")},
	{path: "tools.exec.security", only: openClawOnly, read: when(EffectAllowCommand, "full")},
	// MCPHub
	{path: "systemConfig.routing.skipAuth", read: when(EffectDisableAuth, "true")},
	// Docker MCP Gateway
	{path: "registry.{server}.volumes.[]", only: gatewayOnly, read: wideVolume},
	{path: "registry.{server}.allowHosts.[]", only: gatewayOnly, read: when(EffectWidenSandbox, "*", "*:*", "0.0.0.0/0")},
	{path: "volumes.[]", only: gatewayOnly, read: wideVolume},
	// ToolHive RunConfig
	{path: "permission_profile.network.outbound.insecure_allow_all", read: when(EffectWidenSandbox, "true")},
	{path: "permission_profile.read.[]", only: toolHiveOnly, read: wideVolume},
	{path: "permission_profile.write.[]", only: toolHiveOnly, read: wideVolume},
	{path: "allow_docker_gateway", only: toolHiveOnly, read: when(EffectWidenSandbox, "true")},
	// Kimi
	{path: "default_permission_mode", read: when(EffectBypassPermission, "yolo")},
	{path: "default_yolo", read: when(EffectBypassPermission, "true")},
	// Grok
	{path: "permission.allow.[]", only: []string{"grok"}, read: claudePermission},
	// Antigravity
	{path: "toolPermission", read: when(EffectBypassPermission, "always-proceed")},
	{path: "enableTerminalSandbox", only: antigravity, read: when(EffectDisableSandbox, "false")},
	{path: "trustedWorkspaces.[]", read: trustedFolder},
	// Augment
	{path: "toolPermissions.[]", only: augmentOnly, read: augmentPermission},
	// Hermes
	{path: "mcp_servers.{server}.sampling.enabled", only: []string{"hermes"}, read: when(EffectSampling, "true")},
}
