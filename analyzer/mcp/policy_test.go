package mcp

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var effectNames = map[Effect]string{
	EffectOther: "other", EffectAutoApprove: "approve-all", EffectEnableServers: "enable", EffectTrust: "trust",
	EffectDisableSandbox: "no-sandbox", EffectAllowTool: "allow", EffectRunCommand: "run", EffectMarketplace: "market",
	EffectBypassPermission: "bypass", EffectAllowCommand: "shell", EffectWidenSandbox: "widen", EffectDisableAuth: "no-auth",
	EffectSampling: "sampling",
}

func parsed(t *testing.T, text string) *tree.Document {
	t.Helper()
	docs := tree.Parse(source.NewFile("x.json", []byte(text)), tree.JSON, tree.Limits{})
	if len(docs) != 1 || docs[0].Root == nil {
		t.Fatalf("unreadable: %s", text)
	}
	return docs[0]
}

// TestSettings says for each client what its switches are read as: the effect,
// the server and tool it is about, and the source text under the span.
func TestSettings(t *testing.T) {
	for _, c := range []struct{ client, text, want string }{
		{"claude-code", `{"enableAllProjectMcpServers": true}`, `enable "enableAllProjectMcpServers": true`},
		{"claude-code", `{"enableAllProjectMcpServers": false}`, ``},
		{"", `{"projects": {"/x/a.b": {"hasTrustDialogAccepted": true}}}`, `trust "hasTrustDialogAccepted": true`},
		{"claude-code", `{"permissions": {"allow": ["mcp__gh__get_me", "mcp__gh", "mcp__gh__*", "mcp__*", "Bash(ls:*)", "Bash(*)", "Bash"]}}`,
			`allow gh get_me "mcp__gh__get_me"; allow gh * "mcp__gh"; allow gh * "mcp__gh__*"; approve-all "mcp__*"; shell  Bash "Bash(*)"; shell  Bash "Bash"`},
		{"claude-code", `{"permissions": {"deny": ["mcp__*"], "defaultMode": "acceptEdits"}}`, ``},
		{"claude-code", `{"permissions": {"defaultMode": "bypassPermissions"}, "skipDangerousModePermissionPrompt": true}`,
			`bypass "defaultMode": "bypassPermissions"; trust "skipDangerousModePermissionPrompt": true`},
		{"claude-code", `{"hooks": {"PreToolUse": [{"matcher": "*", "hooks": [{"type": "command", "command": "./x.sh"}]}]}}`, `run "command": "./x.sh"`},
		{"claude-code", `{"extraKnownMarketplaces": {"a": {"source": {"source": "command", "command": "x"}}, "b": {"source": {"source": "github"}}}}`,
			`run "source": {"source": "command", "command": "x"}; market "source": {"source": "github"}`},
		{"claude-code", `{"sandbox": {"filesystem": {"allowWrite": ["./build", "/", "~/"]}, "network": {"allowedDomains": ["x.org", "*"]}}}`,
			`widen "/"; widen "~/"; widen "*"`},
		{"cursor", `{"mcpAllowlist": ["*:*", "gh:*", "gh:get_me", "*:read"]}`,
			`approve-all "*:*"; allow gh * "gh:*"; allow gh get_me "gh:get_me"; allow  read "*:read"`},
		{"cursor", `{"permissions": {"allow": ["Shell(ls)", "Shell(*)", "Mcp(*:*)", "Mcp(gh:push)"]}, "approvalMode": "unrestricted"}`,
			`shell  Shell "Shell(*)"; approve-all "Mcp(*:*)"; allow gh push "Mcp(gh:push)"; bypass "approvalMode": "unrestricted"`},
		{"vscode", `{"chat.tools.global.autoApprove": true, "chat": {"tools": {"autoApprove": true}}}`,
			`approve-all "chat.tools.global.autoApprove": true; approve-all "autoApprove": true`},
		{"vscode", `{"chat.tools.terminal.autoApprove": {"ls": true, "/.*/": true, "/^git /": true, "*": {"approve": true}, "/.+/i": false}}`,
			`shell "/.*/": true; shell "*": {"approve": true}`},
		{"vscode", `{"settings": {"chat.permissions.default": "autopilot"}, "customizations": {"vscode": {"settings": {"chat.tools.global.autoApprove": true}}}}`,
			`bypass "chat.permissions.default": "autopilot"; approve-all "chat.tools.global.autoApprove": true`},
		{"vscode", `{"servers": {"x": {"sandboxEnabled": true, "sandbox": {"network": {"allowedDomains": ["*"]}, "filesystem": {"allowWrite": ["${workspaceFolder}", "${userHome}"]}}}}}`,
			`widen x "*"; widen x "${userHome}"`},
		{"vscode", `{"chat.mcp.serverSampling": {"x": {"allowedDuringChat": true}}, "security.workspace.trust.enabled": false}`,
			`sampling x "allowedDuringChat": true; trust "security.workspace.trust.enabled": false`},
		{"opencode", `{"permission": {"*": "allow", "bash": {"*": "allow", "rm *": "deny"}, "edit": "allow", "gh_*": "allow"}}`,
			`bypass "*": "allow"; shell "*": "allow"; allow gh * "gh_*": "allow"`},
		{"opencode", `{"permission": "allow"}`, `bypass "permission": "allow"`},
		{"", `{"permission": "allow"}`, ``},
		{"gemini", `{"security": {"folderTrust": {"enabled": false}}, "tools": {"allowed": ["run_shell_command(git)", "run_shell_command"]}}`,
			`enable "enabled": false; shell "run_shell_command"`},
		{"codex", `{"approval_policy": "never", "sandbox_mode": "danger-full-access"}`,
			`bypass "approval_policy": "never"; no-sandbox "sandbox_mode": "danger-full-access"`},
		{"codex", `{"approval_policy": "never", "sandbox_mode": "workspace-write"}`, `other "approval_policy": "never"`},
		{"codex", `{"profiles": {"ci": {"approval_policy": "never", "sandbox_workspace_write": {"network_access": true}}}}`, `bypass "approval_policy": "never"`},
		{"codex", `{"projects": {"/": {"trust_level": "trusted"}, "/home/a/src/b": {"trust_level": "trusted"}}}`, `trust "trust_level": "trusted"`},
		{"goose", `{"GOOSE_MODE": "auto"}`, `bypass "GOOSE_MODE": "auto"`},
		{"goose", `{"GOOSE_MODE": "smart_approve"}`, ``},
		{"zed", `{"agent": {"always_allow_tool_actions": true, "tool_permissions": {"default": "confirm", "tools": {"terminal": {"always_allow": [{"pattern": ".*"}, {"pattern": "^ls"}]}, "mcp:gh:push": {"default": "allow"}}}}}`,
			`approve-all "always_allow_tool_actions": true; shell  "pattern": ".*"; allow gh push "default": "allow"`},
		{"amp", `{"amp.dangerouslyAllowAll": true, "amp.permissions": [{"tool": "Bash", "action": "allow"}, {"tool": "Bash", "matches": {"cmd": "ls"}, "action": "allow"}, {"tool": "mcp__gh__*", "action": "allow"}, {"tool": "*", "action": "ask"}]}`,
			`bypass "amp.dangerouslyAllowAll": true; shell  Bash "tool": "Bash"; allow gh * "tool": "mcp__gh__*"`},
		{"kiro", `{"allowedTools": ["*", "@gh", "@gh/push", "@*/x", "fs_read", "execute_bash"]}`,
			`approve-all "*"; allow gh * "@gh"; allow gh push "@gh/push"; allow  x "@*/x"; shell  execute_bash "execute_bash"`},
		{"kiro", `{"tools": ["*"]}`, `allow  * "*"`},
		{"crush", `{"permissions": {"allowed_tools": ["view", "bash", "mcp_gh_push"]}}`, `shell  bash "bash"; allow gh push "mcp_gh_push"`},
		{"cline", `{"yoloModeToggled": true}`, `bypass "yoloModeToggled": true`},
		{"openclaw", `{"mcp": {"servers": {"x": {"codex": {"defaultToolsApprovalMode": "approve"}}}}}`, `approve-all x "defaultToolsApprovalMode": "approve"`},
		{"docker-gateway", `{"registry": {"x": {"volumes": ["/:/host", "data:/data", "/var/run/docker.sock:/s"], "allowHosts": ["*"]}}}`,
			`widen x "/:/host"; widen x "/var/run/docker.sock:/s"; widen x "*"`},
		{"toolhive", `{"permission_profile": {"network": {"outbound": {"insecure_allow_all": true}}, "write": ["/"]}}`, `widen "insecure_allow_all": true; widen "/"`},
		{"kimi", `{"default_permission_mode": "yolo"}`, `bypass "default_permission_mode": "yolo"`},
		{"antigravity", `{"toolPermission": "always-proceed", "enableTerminalSandbox": false, "trustedWorkspaces": ["/home/me", "/home/me/src/x"]}`,
			`bypass "toolPermission": "always-proceed"; no-sandbox "enableTerminalSandbox": false; trust "/home/me"`},
		{"augment", `{"toolPermissions": [{"toolName": "launch-process", "permission": {"type": "allow"}}, {"toolName": "view", "permission": {"type": "allow"}}]}`,
			`shell  launch-process "toolName": "launch-process"`},
		{"copilot-cli", `{"trusted_folders": ["/"], "allowedUrls": ["*"]}`, `trust "/"; widen "*"`},
		{"", `{"containerEnv": {"GITHUB_COPILOT_PROMPT_MODE_WORKSPACE_MCP": "true"}}`, `enable "GITHUB_COPILOT_PROMPT_MODE_WORKSPACE_MCP": "true"`},
		{"mcphub", `{"systemConfig": {"routing": {"skipAuth": true}}}`, `no-auth "skipAuth": true`},
	} {
		doc := parsed(t, c.text)
		var got []string
		for _, s := range settings(doc, c.client, ScopeUser) {
			subject := ""
			if s.Server != "" || s.Tool != "" {
				subject = strings.TrimRight(s.Server+" "+s.Tool, " ") + " "
			}
			got = append(got, effectNames[s.Effect]+" "+subject+string(doc.File.Data[s.Span().Start:s.Span().End]))
		}
		want := strings.Split(c.want, "; ")
		if c.want == "" {
			want = nil
		}
		normal := func(list []string) string {
			return strings.Join(strings.Fields(fmt.Sprint(list)), " ")
		}
		if normal(got) != normal(want) {
			t.Errorf("%s %s\n got  %q\n want %q", c.client, c.text, got, want)
		}
	}
}

// TestSettingClients wants every client that a row names to exist.
func TestSettingClients(t *testing.T) {
	for _, table := range settingTables() {
		for _, row := range table.rows {
			for _, id := range strings.Fields(row.only) {
				if knowledge.ClientByID(id) == nil {
					t.Errorf("%s: no client is called %q", row.path, id)
				}
			}
			if row.read != nil && (row.effect != 0 || row.values != nil) {
				t.Errorf("%s: says twice what the value does", row.path)
			}
		}
	}
}

func TestSettingInert(t *testing.T) {
	doc := parsed(t, `{"chat.tools.global.autoApprove": true}`)
	if s := settings(doc, "vscode", ScopeProject); len(s) != 1 || s[0].Inert == "" {
		t.Errorf("a project's file cannot set it: %+v", s)
	}
	if s := settings(doc, "vscode", ScopeUser); len(s) != 1 || s[0].Inert != "" {
		t.Errorf("a user's file can: %+v", s)
	}
}

func TestApprovals(t *testing.T) {
	for _, c := range []struct{ client, text, want string }{
		{"cline", `{"autoApprove": ["*"]}`, "autoApprove=*"},
		{"roo", `{"alwaysAllow": ["a", "b"]}`, "alwaysAllow=a alwaysAllow=b"},
		{"roo", `{"alwaysAllow": []}`, ""},
		{"", `{"autoApprove": true}`, "autoApprove=true"},
		{"", `{"autoApprove": false}`, ""},
		{"gemini", `{"trust": true}`, "trust=true"},
		{"gemini", `{"trust": false}`, ""},
		{"hermes", `{"trust": "full"}`, ""},
		{"codex", `{"default_tools_approval_mode": "approve", "tools": {"push": {"approval_mode": "approve"}, "get": {"approval_mode": "prompt"}}}`,
			"default_tools_approval_mode=approve approval_mode=push"},
		{"codex", `{"default_tools_approval_mode": "auto"}`, ""},
		{"copilot-cli", `{"tools": ["*"]}`, "tools=*"},
		{"copilot-cli", `{"tools": "*"}`, "tools=*"},
		{"copilot-cli", `{"tools": ["a"]}`, ""},
		{"copilot-agent", `{"tools": ["a"]}`, "tools=a"},
		{"vscode", `{"sandboxEnabled": true}`, "sandboxEnabled=true"},
		{"openclaw", `{"codex": {"defaultToolsApprovalMode": "approve"}}`, "defaultToolsApprovalMode=approve"},
		{"", `{"require_approval": "never"}`, "require_approval=never"},
		{"mcphub", `{"tools": {"a": {"enabled": true}}}`, ""},
	} {
		doc := parsed(t, c.text)
		var got []string
		for _, a := range approvals(doc, doc.Root, unattended(nil, c.client)) {
			got = append(got, a.Key.Value+"="+a.Value.Value)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %s: %q, want %q", c.client, c.text, got, c.want)
		}
	}
}

func TestIAMPolicies(t *testing.T) {
	const statement = `{"Effect": "Allow", "Action": "s3:*", "Resource": ["*"], "Condition": {"StringEquals": {"aws:x": "y"}}}`
	for _, c := range []struct {
		text string
		want int
	}{
		{`{"Version": "2012-10-17", "Statement": ` + statement + `}`, 1},
		{`{"Statement": [` + statement + `, {"Effect": "Deny", "NotAction": "a:b", "Resource": "*"}]}`, 1},
		{`{"Resources": {"R": {"Properties": {"AssumeRolePolicyDocument": {"Statement": [` + statement + `]}, "Policies": [{"PolicyDocument": {"Statement": ` + statement + `}}]}}}}`, 2},
		{`{"Statement": "in words"}`, 0},
		{`{"Statement": [{"Effect": "allow", "Action": "x"}]}`, 0},
		{`{"policies": [{"Statement": ` + statement + `}]}`, 0},
	} {
		doc := parsed(t, c.text)
		found := iamPolicies(doc, false)
		if len(found) != c.want {
			t.Errorf("%s: %d policies, want %d", c.text, len(found), c.want)
			continue
		}
		if c.want > 0 {
			s := found[0].Statements[0]
			if !s.Allow || s.Actions[0].Value != "s3:*" || s.Resources[0].Value != "*" || s.Conditions[0].Key.Value != "aws:x" {
				t.Errorf("%s: read as %+v", c.text, s)
			}
		}
	}
}

// FuzzSettings wants everything that reads approvals and policies to survive any
// document.
func FuzzSettings(f *testing.F) {
	f.Add(`{"permissions": {"allow": ["mcp__a__b", "Bash(*)"]}, "projects": {"/": {"trust_level": "trusted"}}}`)
	f.Add(`{"Statement": [{"Effect": "Allow", "Action": ["*"], "Principal": {"AWS": "*"}, "Condition": {"a": {"b": []}}}]}`)
	f.Add(`{"amp.permissions": [{"tool": "x", "action": "allow"}], "toolPermissions": [{}], "hooks": {"a": [{"hooks": [{"command": "x"}]}]}}`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, doc := range tree.Parse(source.NewFile("x.json", []byte(text)), tree.JSON, tree.Limits{}) {
			if doc.Root == nil {
				continue
			}
			for _, client := range []string{"", "cursor", "opencode", "kiro", "augment", "toolhive", "crush", "gemini"} {
				for _, s := range settings(doc, client, ScopeProject) {
					s.Span()
				}
			}
			approvals(doc, doc.Root, true)
			iamPolicies(doc, false)
		}
	})
}
