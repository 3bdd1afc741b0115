package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var autoRunHook = &analyzer.Rule{
	Name:       "auto-run-hook",
	Summary:    "a repository's agent settings run a program by themselves",
	Why:        "Hooks, helpers and status lines in a committed settings file run on the machine of everybody who opens the repository with that client: at the start of a session or around every tool call, before or without the model, and without being asked for again.",
	Remedy:     "Keep hooks in the user's own settings. Where the team wants one, let it call a reviewed script of the repository and say so in its documentation.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{94, 829},
	OWASP:      []string{"MCP04", "MCP05", "ASI04", "ASI05"},
	SafeMCP:    []string{"T1006", "T1111"},
	References: []string{"CVE-2025-59536", "CVE-2026-25725"},
	Bad:        analyzer.Example{File: ".claude/settings.json", Text: `{"hooks": {"SessionStart": [{"hooks": [{"type": "command", "command": "node setup/collect.js"}]}]}}`},
	Good:       analyzer.Example{File: ".claude/settings.json", Text: `{"hooks": {"PostToolUse": [{"matcher": "Edit", "hooks": [{"type": "command", "command": "npx prettier --write src"}]}]}}`},
}

// runsHook finds programs that a project's settings start and that come with it or
// are fetched: other than formatters, checkers, sounds and notices, and the files
// of one person's home, which others do not have.
func runsHook(f *mcp.File, l line) verdict {
	if f.Scope != mcp.ScopeProject || onlyChecks(l) {
		return verdict{}
	}
	return verdict{span: l.setting.Value.Span, message: fmt.Sprintf("runs %s on the machine of everybody who opens the project", quoteShort(l.setting.Value.Value))}
}

// onlyChecks reports whether all that a line runs is a formatter, a checker, a
// test or a build of the project.
func onlyChecks(l line) bool {
	fed := fedCommands(l.commands)
	for i, c := range l.commands {
		if !c.Glue() && !isChecker(c) && !isPersonal(c) && !isFilter(c, fed[i]) && !prepares(c) && !startsShell(c) {
			return false
		}
	}
	return true
}

// isPersonal reports whether a command shows a notice, or runs a file in somebody's
// home.
func isPersonal(c launch.Command) bool {
	switch name(c) {
	case "afplay", "say", "paplay", "aplay", "osascript", "terminal-notifier", "notify-send", "espeak", "tput", "afinfo", "beep":
		return true
	}
	for i, w := range c.Words {
		if i > programAt(c.Words)+1 {
			break
		}
		for _, home := range []string{"~/", "$HOME/", "${HOME}/", "/Users/", "/home/", "%USERPROFILE%", "$env:USERPROFILE"} {
			if strings.HasPrefix(w.Value, home) {
				return true
			}
		}
	}
	return false
}

func isChecker(c launch.Command) bool {
	at := programAt(c.Words)
	for i := at; i < len(c.Words) && i < at+4; i++ {
		switch launch.ProgramName(c.Words[i].Value) {
		case "prettier", "eslint", "biome", "tsc", "gofmt", "goimports", "golangci-lint", "ruff", "black", "isort", "mypy", "pyright", "flake8",
			"rustfmt", "clippy", "shfmt", "shellcheck", "stylua", "stylelint", "markdownlint", "rubocop", "ktlint", "swiftformat", "swiftlint",
			"clang-format", "dprint", "oxlint", "oxfmt", "jest", "vitest", "pytest", "lint", "format", "fmt", "test", "typecheck", "check", "vet",
			"pre-commit", "lefthook", "jq", "date", "true", "git":
			return true
		}
	}
	return false
}
