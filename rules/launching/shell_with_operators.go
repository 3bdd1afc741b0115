package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
)

var shellWithOperators = &analyzer.Rule{
	Name:       "shell-with-operators",
	Summary:    "one start line runs several programs through a shell",
	Why:        "The client shows one entry, but the shell runs everything in the string. That is how a second program is slipped into a configuration that looked approved, and how values that are pasted into the string become commands.",
	Remedy:     "Name the server's program in `command` and its arguments one by one in `args`. What has to happen before belongs in a script of the repository, or in the server.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{78},
	OWASP:      []string{"MCP05", "MCP04", "ASI05"},
	SafeMCP:    []string{"T1101", "T1006"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "bash", "args": ["-c", "helper --daemon & npx notes-mcp@1.4.2"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "bash", "args": ["-lc", "cd ~/notes && exec npx notes-mcp@1.4.2"]}}}`},
}

// runsSeveralPrograms counts the programs of a script. Not counted are commands
// that prepare the shell, builds of the server itself, filters behind it, look-ups
// of a path and the reading of one secret from a store.
func runsSeveralPrograms(l line) verdict {
	if l.Script == nil || !joinsCommands(l.Script) {
		return verdict{}
	}
	var programs []launch.Command
	seen, fed := map[string]bool{}, fedCommands(l.commands)
	for i, c := range l.commands {
		if c.Glue() || prepares(c) || isFilter(c, fed[i]) || c.Nested && answers(c) || startsShell(c) {
			continue
		}
		if text := name(c) + " " + firstPositional(c); !seen[text] {
			seen[text] = true
			programs = append(programs, c)
		}
	}
	if len(programs) < 2 {
		return verdict{}
	}
	return verdict{
		span:    l.Script.Text.Span,
		message: fmt.Sprintf("runs %s and %s from one shell string", called(programs[0]), called(programs[1])),
	}
}

// called writes the start of a command for a message.
func called(c launch.Command) string {
	return quoteShort(strings.TrimSpace(name(c) + " " + firstPositional(c)))
}

// joinsCommands reports whether an operator of a script runs one command beside
// another. Alternatives run in place of each other.
func joinsCommands(s *launch.Script) bool {
	for _, op := range s.Operators {
		switch op.Value {
		case "||", ">", "<", ">>":
		default:
			return true
		}
	}
	return false
}

// firstPositional returns the first argument that is no option.
func firstPositional(c launch.Command) string {
	for _, w := range arguments(c) {
		if !strings.HasPrefix(w.Value, "-") {
			return w.Value
		}
	}
	return ""
}

// prepares reports whether a command signs in, builds, installs or clears the way
// for the server.
func prepares(c launch.Command) bool {
	args := arguments(c)
	if has(args, "login", "signin", "sign-in") {
		return true
	}
	first, second := "", ""
	for _, w := range args {
		if strings.HasPrefix(w.Value, "-") {
			continue
		}
		if first == "" {
			first = w.Value
		} else if second == "" {
			second = w.Value
		}
	}
	switch name(c) {
	case "npm", "pnpm", "yarn", "bun":
		return first == "ci" || first == "run" && strings.Contains(second, "build") || first == "build" ||
			first == "install" || first == "i" || first == "add"
	case "go", "cargo", "dotnet", "make", "mvn", "gradle", "gradlew":
		return first == "build" || first == "restore" || first == "package" || name(c) == "make"
	case "tsc", "rm", "lsof", "kill", "pkill", "killall", "tput", "stty", "touch", "chmod", "ln", "ssh-add", "cat", "kinit", "clear":
		return true
	case "uv":
		return first == "sync" || first == "venv" || first == "pip" || first == "tool" && second == "install"
	case "pip", "pip3", "pipx", "python":
		return has(args, "install") || has(args, "-m") && has(args, "venv")
	case "docker", "podman":
		switch first {
		case "build", "pull", "rm", "stop", "start", "network", "volume", "compose", "inspect", "ps", "image":
			return true
		}
	case "mise", "asdf", "direnv", "brew", "fnm", "nvm", "pyenv", "rbenv", "conda":
		return true
	}
	return false
}

// isFilter reports whether a command only reads what another one prints.
func isFilter(c launch.Command, fed bool) bool {
	switch name(c) {
	case "tee", "grep", "egrep", "sed", "awk", "jq", "cat", "head", "tail", "sort", "tr", "cut", "xargs", "ts", "logger", "stdbuf", "wc", "uniq":
		return fed
	}
	return false
}

// fedCommands returns which commands read what another one prints.
func fedCommands(commands []launch.Command) map[int]bool {
	fed := map[int]bool{}
	for _, c := range commands {
		fed[c.Feeds] = true
	}
	return fed
}

// answers reports whether a substituted command only tells a path, a name or one
// secret from a store.
func answers(c launch.Command) bool {
	switch name(c) {
	case "pwd", "id", "whoami", "hostname", "date", "dirname", "basename", "realpath", "readlink", "which", "uname", "cat", "tty", "nproc", "getent",
		"git", "brew", "gh", "op", "pass", "gopass", "security", "secret-tool", "keyring", "bw", "rbw", "vault", "gcloud", "az", "aws", "doppler",
		"infisical", "npm", "node", "python", "ls", "head", "grep", "awk", "sed", "cut", "tr", "jq", "xargs", "sort", "find", "printenv", "ipconfig", "ip":
		return true
	}
	return false
}

// startsShell reports whether a command is only the shell around an inner script,
// whose commands are listed on their own.
func startsShell(c launch.Command) bool {
	switch n := name(c); {
	case isShell(n):
		return has(c.Words, "-c", "-lc", "-ic", "-ec")
	case n == "powershell", n == "pwsh":
		return has(c.Words, "-c", "-C", "-command", "-Command")
	case n == "cmd":
		return has(c.Words, "/c", "/C", "/k", "/K")
	}
	return false
}
