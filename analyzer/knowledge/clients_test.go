package knowledge

import (
	"slices"
	"strings"
	"testing"
)

func TestClientsTable(t *testing.T) {
	ids := map[string]bool{}
	owner := map[string]string{}
	for _, c := range Clients() {
		if c.ID == "" || c.Name == "" || c.Source == "" || len(c.Containers) == 0 || ids[c.ID] {
			t.Errorf("row %q is incomplete or repeated", c.ID)
		}
		ids[c.ID] = true
		if ClientByID(c.ID) == nil {
			t.Errorf("%s is not found by its id", c.ID)
		}
		if c.Fallback != "" && len(c.Transports) == 0 {
			t.Errorf("%s falls back from words that are not known", c.ID)
		}
		for _, p := range c.Places {
			if other, taken := owner[p.Pattern]; taken && other != c.ID {
				t.Errorf("%s and %s claim %s", other, c.ID, p.Pattern)
			}
			owner[p.Pattern] = c.ID
			if p.Scope == AnyScope || strings.HasPrefix(p.Pattern, "/") || strings.ContainsAny(p.Pattern, `\?[`) {
				t.Errorf("%s: place %q", c.ID, p.Pattern)
			}
			for _, segment := range strings.Split(p.Pattern, "/") {
				if strings.LastIndexByte(segment, '*') > 0 {
					t.Errorf("%s: a wildcard of %q does not begin its segment", c.ID, p.Pattern)
				}
			}
			if (p.Scope == User || p.Scope == Managed) && len(p.Installed) == 0 {
				t.Errorf("%s: nobody knows where %s is installed", c.ID, p.Pattern)
			}
			for _, at := range p.Installed {
				system, rest, tagged := strings.Cut(at, ":")
				if tagged && !strings.ContainsAny(system, "~/%") && !slices.Contains([]string{"linux", "darwin", "windows"}, system) {
					t.Errorf("%s: no system %q", c.ID, system)
				}
				if !tagged {
					rest = at
				}
				if !strings.ContainsAny(rest[:1], "~/%C") {
					t.Errorf("%s: %q is not absolute", c.ID, at)
				}
			}
		}
	}
	if len(ids) < 70 {
		t.Errorf("only %d clients", len(ids))
	}
}

// The same path is a project's file in a project and the user's in the home folder.
func TestClientOfHome(t *testing.T) {
	for file, want := range map[string]Scope{
		".cursor/mcp.json": Project, "~/.cursor/mcp.json": User,
		".claude/settings.json": Project, "~/.claude/settings.json": User,
	} {
		if _, p := ClientOf(file); p.Scope != want {
			t.Errorf("%s is of scope %s, want %s", file, p.Scope, want)
		}
	}
}

func TestClientOf(t *testing.T) {
	tests := []struct {
		file, client string
		syntax       Strictness
	}{
		{".mcp.json", "claude-code", Strict},
		{"sub/project/.mcp.json", "claude-code", Strict},
		{".warp/.mcp.json", "warp", JSON},
		{`C:\Users\ada\AppData\Roaming\Code\User\mcp.json`, "vscode", Relaxed},
		{"/home/ada/.config/zed/settings.json", "zed", Relaxed},
		{"/home/ada/.continue/mcpServers/x.yaml", "continue", YAML},
		{"team.code-workspace", "vscode", Relaxed},
		{"a/.devcontainer/node/devcontainer.json", "vscode", Relaxed},
		{"gemini-extension.json", "gemini", WithComments},
		{".codex/config.toml", "codex", TOML},
		{"x/.claude/agents/y.md", "claude-plugin", Markdown},
		{"crushrc", "crush", Shell},
		{"mcp.json", "", JSON},
		{"settings.json", "", JSON},
		{"config.yaml", "", JSON},
		{"notzed/settings.json", "", JSON},
	}
	for _, test := range tests {
		c, p := ClientOf(test.file)
		id := ""
		if c != nil {
			id = c.ID
		}
		if id != test.client || p.Known != (c != nil) || c != nil && p.Syntax != test.syntax {
			t.Errorf("ClientOf(%q) = %q, %v", test.file, id, p.Syntax)
		}
	}
}

func TestLocations(t *testing.T) {
	p := Place{Installed: []string{"~/.x/mcp.json", "linux:~/.config/x.json", "windows:%APPDATA%/x.json", "windows:C:/x.json"}}
	for system, want := range map[string]string{
		"linux":   "~/.x/mcp.json ~/.config/x.json",
		"darwin":  "~/.x/mcp.json",
		"windows": "~/.x/mcp.json %APPDATA%/x.json C:/x.json",
	} {
		if got := strings.Join(p.Locations(system), " "); got != want {
			t.Errorf("%s: %s", system, got)
		}
	}
}

func TestReplaces(t *testing.T) {
	for _, test := range []struct {
		id         string
		form       Form
		yes, known bool
	}{
		{"codex", ShellBraces, false, true},
		{"cursor", EnvColon, true, true},
		{"trae", EnvColon, false, false},
	} {
		if yes, known := ClientByID(test.id).Replaces(test.form); yes != test.yes || known != test.known {
			t.Errorf("%s replaces %s: %v, %v", test.id, test.form, yes, known)
		}
	}
}
