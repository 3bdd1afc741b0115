package mcp

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/paths"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

func enabledServer(s *Setting) bool {
	s.Effect, s.Server = EffectOther, s.Value.Value
	return s.Server != ""
}

// claudePermission reads one entry of permissions.allow: mcp__server__tool,
// mcp__server, mcp__server__*, Bash(pattern).
func claudePermission(s *Setting) bool {
	name, argument, _ := strings.Cut(strings.TrimSuffix(s.Value.Value, ")"), "(")
	if name == "Bash" || name == "PowerShell" {
		s.Effect, s.Tool = EffectAllowCommand, name
		return argument == "" || strings.Trim(argument, "*: ") == ""
	}
	if name == "*" || name == "mcp__*" || name == "mcp__" || name == "mcp__*__*" {
		s.Effect = EffectAutoApprove
		return true
	}
	rest, ok := strings.CutPrefix(name, "mcp__")
	if !ok {
		return false
	}
	s.Effect = EffectAllowTool
	s.Server, s.Tool, _ = strings.Cut(rest, "__")
	if s.Tool == "" {
		s.Tool = "*"
	}
	return s.Server != ""
}

// cursorPermission reads one entry of permissions.allow: Mcp(server:tool),
// Shell(command).
func cursorPermission(s *Setting) bool {
	kind, argument, _ := strings.Cut(strings.TrimSuffix(s.Value.Value, ")"), "(")
	switch kind {
	case "Mcp":
		return pairs(s, argument)
	case "Shell":
		s.Effect, s.Tool = EffectAllowCommand, "Shell"
		return argument == "*" || argument == "**"
	}
	return false
}

func pairPattern(s *Setting) bool { return pairs(s, s.Value.Value) }

// pairs reads Cursor's "server:tool", either side of which may be "*".
func pairs(s *Setting, pattern string) bool {
	server, tool, _ := strings.Cut(pattern, ":")
	if tool == "" {
		tool = "*"
	}
	if server == "*" && tool == "*" {
		s.Effect = EffectAutoApprove
		return true
	}
	s.Effect, s.Tool = EffectAllowTool, tool
	if server != "*" {
		s.Server = server
	}
	return server != ""
}

func hookTool(s *Setting) bool {
	s.Effect, s.Tool = EffectRunCommand, s.Value.Value
	return s.Tool != ""
}

// marketplace reads a plugin source of Claude Code. A source of kind command is a
// program that runs at the start of every session.
func marketplace(s *Setting) bool {
	s.Effect = EffectMarketplace
	if kind := s.Node.Get("source"); kind.Is(tree.Text) && kind.Value == "command" {
		s.Effect = EffectRunCommand
	}
	return true
}

// everyCommand accepts a catch-all pattern whose value allows. The patterns are
// keys: "*" or "/.*/" with true, "allow" or an object that approves.
func everyCommand(s *Setting) bool {
	s.Effect, s.Tool = EffectAllowCommand, ""
	return allows(s) && catchAll(s.Name.Value)
}

func everyURL(s *Setting) bool {
	s.Effect, s.Tool = EffectAllowTool, "fetch"
	return allows(s) && slices.Contains([]string{"*", "**", "https://*", "http://*"}, s.Name.Value)
}

func allows(s *Setting) bool {
	if approve := s.Node.Get("approve"); approve != nil {
		return approve.Value == "true"
	}
	if approve := s.Node.Get("approveRequest"); approve != nil {
		return approve.Value == "true"
	}
	return s.Value.Value == "true" || s.Value.Value == "allow"
}

// everyPattern accepts regular expressions and globs that match everything.
func everyPattern(s *Setting) bool {
	s.Effect, s.Tool = EffectAllowCommand, ""
	return catchAll(s.Value.Value)
}

// catchAll reports whether a glob or regular expression matches every command.
func catchAll(pattern string) bool {
	pattern, _ = strings.CutPrefix(pattern, "/")
	if i := strings.LastIndexByte(pattern, '/'); i >= 0 && strings.Trim(pattern[i+1:], "gimsuy") == "" {
		pattern = pattern[:i]
	}
	switch strings.TrimPrefix(strings.TrimSuffix(pattern, "$"), "^") {
	case "*", "**", ".*", ".+", "(.*)", "(.+)", ".", `[\s\S]*`, `[\s\S]+`, `\s*.+`, `\s*.*`, "":
		return pattern != ""
	}
	return false
}

// openCodePermission reads permission.<tool>: "*" covers all, bash is the shell,
// other names that are not built in are globs over MCP tools.
func openCodePermission(s *Setting) bool {
	if s.Value.Value != "allow" {
		return false
	}
	switch s.Tool {
	case "*":
		s.Effect, s.Tool = EffectBypassPermission, ""
	case "bash":
		s.Effect = EffectAllowCommand
	case "read", "edit", "write", "patch", "glob", "grep", "list", "ls", "task", "skill", "lsp", "webfetch", "websearch",
		"codesearch", "todowrite", "todoread", "external_directory", "doom_loop", "question":
		return false
	default:
		s.Effect = EffectAllowTool
		if server, ok := strings.CutSuffix(s.Tool, "_*"); ok {
			s.Server, s.Tool = server, "*"
		} else if server, ok := strings.CutSuffix(s.Tool, "*"); ok {
			s.Server, s.Tool = server, "*"
		}
	}
	return true
}

// zedTool reads agent.tool_permissions.tools."mcp:server:tool".default.
func zedTool(s *Setting) bool {
	if s.Value.Value != "allow" {
		return false
	}
	if s.Tool == "terminal" {
		s.Effect = EffectAllowCommand
		return true
	}
	rest, ok := strings.CutPrefix(s.Tool, "mcp:")
	s.Effect = EffectAllowTool
	s.Server, s.Tool, _ = strings.Cut(rest, ":")
	return ok
}

// ampPermission reads one rule of amp.permissions: {tool, action, matches}.
func ampPermission(s *Setting) bool {
	tool, action := s.Node.Get("tool"), s.Node.Get("action")
	if tool == nil || action == nil || action.Value != "allow" || len(s.Node.Get("matches").Items()) > 0 {
		return false
	}
	s.Value.Value, s.Node = tool.Value, tool
	switch {
	case tool.Value == "*":
		s.Effect = EffectBypassPermission
		return true
	case tool.Value == "Bash":
		s.Effect, s.Tool = EffectAllowCommand, tool.Value
		return true
	}
	return claudePermission(s)
}

// amazonQTool reads one entry of an agent's allowedTools that is about MCP:
// @server, @server/tool, @*/tool.
func amazonQTool(s *Setting) bool {
	rest, ok := strings.CutPrefix(s.Value.Value, "@")
	if !ok || rest == "" || rest == "builtin" {
		return false
	}
	if rest == "*" || rest == "*/*" {
		s.Effect = EffectAutoApprove
		return true
	}
	s.Effect = EffectAllowTool
	s.Server, s.Tool, _ = strings.Cut(rest, "/")
	if s.Server == "*" {
		s.Server = ""
	}
	if s.Tool == "" {
		s.Tool = "*"
	}
	return true
}

// amazonQBuiltin reads the other entries: everything, and the shell.
func amazonQBuiltin(s *Setting) bool {
	switch s.Value.Value {
	case "*":
		s.Effect = EffectAutoApprove
		return true
	case "execute_bash", "execute_cmd", "shell":
		s.Effect, s.Tool = EffectAllowCommand, s.Value.Value
		return true
	}
	return false
}

// everyTool accepts the wildcard in an agent's list of tools.
func everyTool(s *Setting) bool {
	s.Effect, s.Tool = EffectAllowTool, "*"
	return s.Value.Value == "*"
}

// crushTool reads one entry of permissions.allowed_tools: bash, view,
// mcp_server_tool.
func crushTool(s *Setting) bool {
	switch {
	case s.Value.Value == "*":
		s.Effect = EffectAutoApprove
	case s.Value.Value == "bash" || s.Value.Value == "bash:execute":
		s.Effect, s.Tool = EffectAllowCommand, "bash"
	case strings.HasPrefix(s.Value.Value, "mcp_"):
		s.Effect = EffectAllowTool
		s.Server, s.Tool, _ = strings.Cut(strings.TrimPrefix(s.Value.Value, "mcp_"), "_")
	default:
		return false
	}
	return true
}

// joinedName reads an approved tool written as server, separator, tool.
func gooseTool(s *Setting) bool {
	s.Effect = EffectAllowTool
	s.Server, s.Tool, _ = strings.Cut(s.Value.Value, "__")
	return s.Tool != ""
}

// augmentPermission reads one rule of toolPermissions: {toolName, permission}.
func augmentPermission(s *Setting) bool {
	name, kind := s.Node.Get("toolName"), s.Node.Path("permission", "type")
	if name == nil || kind == nil || kind.Value != "allow" || s.Node.Get("shellInputRegex") != nil {
		return false
	}
	s.Value.Value, s.Tool, s.Node = name.Value, name.Value, name
	s.Effect = EffectAllowTool
	switch name.Value {
	case "*":
		s.Effect, s.Tool = EffectAutoApprove, ""
	case "launch-process":
		s.Effect = EffectAllowCommand
	case "view", "save-file", "str-replace-editor", "web-fetch", "web-search", "codebase-retrieval":
		return false
	}
	return true
}

// widePath accepts the file system's root, a home and a drive.
func widePath(s *Setting) bool {
	s.Effect = EffectWidenSandbox
	return wholeDisk(s.Value.Value)
}

// wideVolume accepts a mount "source:target" of the root, a home or the Docker
// socket, and such a path alone.
func wideVolume(s *Setting) bool {
	s.Effect = EffectWidenSandbox
	source := s.Value.Value
	if len(source) > 2 && source[1] == ':' && source[0] != '/' { // a drive letter
		if i := strings.IndexByte(source[2:], ':'); i >= 0 {
			source = source[:i+2]
		}
	} else {
		source, _, _ = strings.Cut(source, ":")
	}
	return wholeDisk(source) || strings.HasSuffix(source, "docker.sock")
}

// trustedFolder accepts folders so wide that everything below a home is trusted.
func trustedFolder(s *Setting) bool {
	s.Effect = EffectTrust
	return wholeDisk(s.Value.Value)
}

// trustedProject reads Codex's projects.<path>.trust_level; the path is the key.
func trustedProject(s *Setting) bool {
	s.Effect = EffectTrust
	parts := strings.TrimSuffix(strings.TrimPrefix(s.Path, "projects."), ".trust_level")
	return s.Value.Value == "trusted" && wholeDisk(parts)
}

// wholeDisk reports whether a path is the root, a drive, a home or their parent.
func wholeDisk(path string) bool {
	switch paths.Classify(path) {
	case paths.Root, paths.Home, paths.ParentHome:
		return true
	}
	return false
}
