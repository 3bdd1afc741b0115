// Package knowledge holds what is known about the world: which client reads
// which file and how, which servers exist, and what their options mean. It is
// data with a date; nothing here looks anything up.
package knowledge

import (
	"path"
	"strings"
)

// Date is the day on which the tables were last checked.
const Date = "2026-11-22"

// A Scope says whose file a place is.
type Scope uint8

// The scopes.
const (
	AnyScope Scope = iota
	Project
	User
	Managed
	Package
)

// Strictness is the syntax a client accepts.
type Strictness uint8

// The degrees of strictness.
const (
	Strict       Strictness = iota // JSON and nothing else
	WithComments                   // comments, but no trailing commas
	Relaxed                        // comments and trailing commas
	JSON5                          // the whole of JSON5
	YAML
	TOML
)

// A Place is where a client looks for a file. Pattern is a slash-separated path
// suffix, in which a whole segment may be "*" and the last may be "*.ext".
type Place struct {
	Pattern string
	Scope   Scope
	Syntax  Strictness
	Known   bool // filled in by ClientOf
}

// A Client is a program that runs MCP servers.
type Client struct {
	ID         string
	Name       string
	Places     []Place
	Containers []string // dotted paths under which it reads servers
}

// ClientByID returns the client with this id, or nil.
func ClientByID(id string) *Client {
	for i := range clients {
		if clients[i].ID == id {
			return &clients[i]
		}
	}
	return nil
}

// Clients returns every known client.
func Clients() []Client { return clients }

// ClientOf returns the client whose place fits the path best (the longest
// pattern), and that place. It returns nil when no place fits.
func ClientOf(file string) (*Client, Place) {
	file = strings.ReplaceAll(file, "\\", "/")
	var best *Client
	var place Place
	for i := range clients {
		for _, p := range clients[i].Places {
			if len(p.Pattern) > len(place.Pattern) && fits(p.Pattern, file) {
				best, place = &clients[i], p
			}
		}
	}
	place.Known = best != nil
	return best, place
}

// fits reports whether the pattern is a suffix of the path, segment by segment.
func fits(pattern, file string) bool {
	for {
		cut := strings.LastIndexByte(pattern, '/')
		at := strings.LastIndexByte(file, '/')
		if ok, _ := path.Match(pattern[cut+1:], file[at+1:]); !ok {
			return false
		}
		if cut < 0 {
			return true
		}
		if at < 0 {
			return false
		}
		pattern, file = pattern[:cut], file[:at]
	}
}

// clients is one entry a client.
var clients = []Client{
	{ID: "claude-desktop", Name: "Claude Desktop", Containers: []string{"mcpServers"}, Places: []Place{
		{Pattern: "claude_desktop_config.json", Scope: User},
	}},
	{ID: "claude-code", Name: "Claude Code", Containers: []string{"mcpServers"}, Places: []Place{
		{Pattern: ".mcp.json", Scope: Project},
		{Pattern: ".claude.json", Scope: User},
		{Pattern: ".claude/settings.json", Scope: Project},
		{Pattern: ".claude/settings.local.json", Scope: Project},
		{Pattern: "managed-mcp.json", Scope: Managed},
		{Pattern: "managed-settings.json", Scope: Managed},
	}},
	{ID: "cursor", Name: "Cursor", Containers: []string{"mcpServers"}, Places: []Place{
		{Pattern: ".cursor/mcp.json", Scope: Project},
	}},
	{ID: "vscode", Name: "VS Code", Containers: []string{"servers", "mcp.servers"}, Places: []Place{
		{Pattern: ".vscode/mcp.json", Scope: Project, Syntax: Relaxed},
		{Pattern: ".vscode/settings.json", Scope: Project, Syntax: Relaxed},
		{Pattern: ".devcontainer/devcontainer.json", Scope: Project, Syntax: Relaxed},
		{Pattern: "*.code-workspace", Scope: Project, Syntax: Relaxed},
		{Pattern: "Code/User/mcp.json", Scope: User, Syntax: Relaxed},
		{Pattern: "Code/User/settings.json", Scope: User, Syntax: Relaxed},
	}},
	{ID: "windsurf", Name: "Windsurf", Containers: []string{"mcpServers"}, Places: []Place{
		{Pattern: ".codeium/windsurf/mcp_config.json", Scope: User},
		{Pattern: "windsurf/mcp_config.json", Scope: User},
	}},
	{ID: "cline", Name: "Cline", Containers: []string{"mcpServers"}, Places: []Place{
		{Pattern: "cline_mcp_settings.json", Scope: User},
	}},
	{ID: "roo", Name: "Roo Code", Containers: []string{"mcpServers"}, Places: []Place{
		{Pattern: ".roo/mcp.json", Scope: Project},
	}},
	{ID: "zed", Name: "Zed", Containers: []string{"context_servers"}, Places: []Place{
		{Pattern: ".zed/settings.json", Scope: Project, Syntax: Relaxed},
		{Pattern: "zed/settings.json", Scope: User, Syntax: Relaxed},
	}},
	{ID: "gemini", Name: "Gemini CLI", Containers: []string{"mcpServers"}, Places: []Place{
		{Pattern: ".gemini/settings.json", Scope: Project, Syntax: WithComments},
		{Pattern: "gemini-extension.json", Scope: Package, Syntax: WithComments},
	}},
	{ID: "opencode", Name: "OpenCode", Containers: []string{"mcp"}, Places: []Place{
		{Pattern: "opencode.json", Scope: Project, Syntax: Relaxed},
		{Pattern: "opencode.jsonc", Scope: Project, Syntax: Relaxed},
	}},
	{ID: "amp", Name: "Amp", Containers: []string{"amp.mcpServers"}, Places: []Place{
		{Pattern: ".amp/settings.json", Scope: Project, Syntax: Relaxed},
		{Pattern: ".amp/settings.jsonc", Scope: Project, Syntax: Relaxed},
	}},
	{ID: "kiro", Name: "Kiro", Containers: []string{"mcpServers"}, Places: []Place{
		{Pattern: ".kiro/settings/mcp.json", Scope: Project},
	}},
	{ID: "amazonq", Name: "Amazon Q Developer", Containers: []string{"mcpServers"}, Places: []Place{
		{Pattern: ".amazonq/mcp.json", Scope: Project},
	}},
}
