package discover

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"
)

func write(t *testing.T, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestInstalled(t *testing.T) {
	home := filepath.Join(t.TempDir(), "[ada]*")
	roaming := t.TempDir()
	for _, name := range []string{
		".cursor/mcp.json", ".claude.json", ".config/Claude/claude_desktop_config.json",
		"Library/Application Support/Claude/claude_desktop_config.json", ".dotfiles/zed/settings.json", ".continue/mcpServers/a.yaml", ".continue/mcpServers/b.yaml",
		".claude/plugins/cache/notes/.mcp.json", "other/mcp.json",
	} {
		write(t, filepath.Join(home, filepath.FromSlash(name)))
	}
	write(t, filepath.Join(roaming, "Claude", "claude_desktop_config.json"))
	if err := os.MkdirAll(filepath.Join(home, ".junie", "mcp", "mcp.json"), 0o755); err != nil {
		t.Fatal(err)
	}
	common := []string{
		"~/.claude.json", "~/.claude/plugins/cache/notes/.mcp.json",
		"~/.continue/mcpServers/a.yaml", "~/.continue/mcpServers/b.yaml", "~/.cursor/mcp.json",
	}
	all := []string{"Claude Desktop", "Claude Code", "Claude Code plugins and agents", "Cursor", "Continue"}
	tests := []struct {
		system  string
		more    []string
		clients []string
	}{
		{"linux", []string{"~/.config/Claude/claude_desktop_config.json", "~/.dotfiles/zed/settings.json"}, append(slices.Clone(all), "Zed")},
		{"darwin", []string{"~/Library/Application Support/Claude/claude_desktop_config.json"}, all},
		{"windows", []string{filepath.ToSlash(filepath.Join(roaming, "Claude", "claude_desktop_config.json"))}, all},
	}
	for _, test := range tests {
		result, clients := Installed(Machine{System: test.system, Home: home, Getenv: func(name string) string {
			return map[string]string{"APPDATA": roaming, "XDG_CONFIG_HOME": filepath.Join(home, ".dotfiles")}[name]
		}})
		var got []string
		for _, f := range result.Files {
			got = append(got, f.Path)
			if _, err := f.Open(100); err != nil || !f.Known {
				t.Errorf("%s: %v", f.Path, err)
			}
			if _, err := f.Sibling(path.Base(f.Path), 100); err == nil {
				t.Errorf("%s: a file beside it was read", f.Path)
			}
		}
		want := append(test.more, common...)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", test.system, got, want)
		}
		slices.Sort(clients)
		slices.Sort(test.clients)
		if !slices.Equal(clients, test.clients) {
			t.Errorf("%s: clients %q", test.system, clients)
		}
	}
}

func TestInstalledWithoutHome(t *testing.T) {
	result, clients := Installed(Machine{System: "plan9"})
	if len(result.Files) > 0 || len(clients) > 0 {
		t.Errorf("%d files of %q", len(result.Files), clients)
	}
}
