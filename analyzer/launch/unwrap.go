package launch

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// A parser fills one Launch.
type parser struct {
	launch *Launch
	depth  int
}

// line reads a script that a shell interprets and goes on with the command in it
// that is the server.
func (p *parser) line(shell string, text source.String, explicit bool) {
	if p.depth++; p.depth > maxDepth {
		return
	}
	if !explicit && hasDrive(text.Value) {
		shell = "cmd"
	}
	script := readScript(shell, p.bound(text), 0)
	if p.launch.Script == nil && (explicit || len(script.Operators) > 0) {
		p.launch.Script = script
	}
	for _, c := range script.Commands {
		if len(c.Words) > 1 && c.Words[0].Value == "export" && !c.Nested {
			for _, w := range c.Words[1:] {
				if set, ok := cutSetting(w); ok {
					p.launch.Env = append(p.launch.Env, set)
				}
			}
		}
	}
	if c, ok := script.main(); ok {
		defer func() { p.launch.Extra = append(p.launch.Extra, script.installs()...) }()
		p.launch.Env = append(p.launch.Env, c.Env...)
		p.program(c.Words)
	}
}

// bound returns as much of a text as is looked at.
func (p *parser) bound(text source.String) source.String {
	if len(text.Value) <= maxLexed {
		return text
	}
	p.launch.Cut = true
	return text.Slice(0, maxLexed)
}

// hasDrive reports whether a Windows path such as C:\x stands in the text.
func hasDrive(text string) bool {
	i := strings.Index(text, `:\`)
	return i > 0 && 'a' <= text[i-1]|0x20 && text[i-1]|0x20 <= 'z' && (i == 1 || strings.IndexByte(" \"'=", text[i-2]) >= 0)
}

// program takes wrappers off and reads what is left.
func (p *parser) program(words []source.String) {
	for range maxDepth {
		for len(words) > 0 {
			set, ok := cutSetting(words[0])
			if !ok {
				break
			}
			p.launch.Env = append(p.launch.Env, set)
			words = words[1:]
		}
		if len(words) == 0 {
			return
		}
		name := ProgramName(words[0].Value)
		rest, ok := p.unwrap(name, words)
		if !ok {
			p.run(name, words)
			return
		}
		p.launch.Wrappers = append(p.launch.Wrappers, Wrapper{name, words[0], between(words[1:], rest)})
		if shell, text, ok := shellScript(words); ok {
			p.line(shell, text, true)
			return
		}
		words = rest
	}
}

// between returns the words in front of rest, which is the end of words or, where
// a wrapper splits a string of its own, something else.
func between(words, rest []source.String) []source.String {
	if len(rest) > len(words) {
		return nil
	}
	return words[:len(words)-len(rest)]
}

// unwrap returns the words of the command that a wrapper starts; ok is false when
// words[0] is no wrapper or wraps nothing.
func (p *parser) unwrap(name string, words []source.String) (rest []source.String, ok bool) {
	args := words[1:]
	if _, _, ok := shellScript(words); ok {
		return nil, true
	}
	switch name {
	case "cmd":
		return afterCmdSwitch(args)
	case "env":
		rest, ok = skip(args, "-u --unset -C --chdir -S --split-string", 0)
		if split, found := envSplit(args); found {
			return split, len(split) > 0
		}
	case "sudo":
		rest, ok = skip(args, "-u --user -g --group -h --host -p --prompt -C -r --role -t --type -T -U -D --chdir -R --chroot", 0)
	case "doas":
		rest, ok = skip(args, "-u -C -a", 0)
	case "gsudo", "pkexec", "nohup", "setsid", "exec", "command", "builtin", "time", "winpty", "unbuffer", "catchsegv",
		"dumb-init", "tini", "fakeroot", "&", "call", "start-process", "with-contenv":
		rest, ok = skip(args, "-a --user -u", 0)
	case "cross-env", "cross-env-shell":
		rest, ok = args, len(args) > 0
	case "nice", "ionice", "chrt", "caffeinate", "stdbuf", "arch", "xvfb-run", "systemd-run", "unshare", "firejail", "bwrap", "script":
		rest, ok = skip(args, "-n --adjustment -c --class -p --property -w -t -i -o -e --unit -s --server-args -a -f", 0)
	case "timeout", "gtimeout":
		rest, ok = skip(args, "-k --kill-after -s --signal", 1)
	case "chamber", "aws-vault", "envchain":
		if rest, ok = afterDashes(args); !ok && name == "envchain" {
			rest, ok = skip(args, "", 1)
		}
	case "direnv":
		if len(args) > 2 && args[0].Value == "exec" {
			rest, ok = args[2:], true
		}
	case "mise", "rtx", "op", "doppler", "infisical", "dotenvx", "varlock", "fnox", "teller", "flox", "devbox", "pixi",
		"poetry", "pipenv", "pdm", "hatch", "rye", "conda", "mamba", "micromamba", "volta", "fnm", "asdf", "bundle",
		"rbenv", "pyenv", "nix", "bws", "phase", "akeyless", "vlt", "hcp", "proto":
		rest, ok = runSubcommand(name, args)
	case "dotenv", "dotenv-cli":
		if rest, ok = afterDashes(args); !ok {
			rest, ok = skip(args, "-e -f --file -v -c -p", 0)
			if ok && rest[0].Value == "run" {
				rest, ok = skip(rest[1:], "", 0)
			}
		}
	case "wsl":
		if rest, ok = afterDashes(args); !ok {
			rest, ok = skip(args, "-d --distribution -u --user --cd --shell-type", 0)
		}
	}
	return rest, ok && len(rest) > 0
}

// skip drops options, of which those listed take a value, assignments that are
// kept for the caller to read, and then some positional words.
func skip(words []source.String, values string, positional int) ([]source.String, bool) {
	_, rest := readOptions(words, listed(values))
	if len(rest) <= positional {
		return nil, false
	}
	return rest[positional:], true
}

// listed is an option table of names that take a value.
func listed(values string) optionTable {
	names := strings.Fields(values)
	return func(name string) (string, bool) {
		for _, n := range names {
			if n == name {
				return name, true
			}
		}
		return name, false
	}
}

func afterDashes(words []source.String) ([]source.String, bool) {
	for i, w := range words {
		if w.Value == "--" && i+1 < len(words) {
			return words[i+1:], true
		}
	}
	return nil, false
}

// envSplit reads env -S "program args".
func envSplit(args []source.String) ([]source.String, bool) {
	for i, w := range args {
		switch {
		case (w.Value == "-S" || w.Value == "--split-string") && i+1 < len(args):
			return append(splitWords(args[i+1]), args[i+2:]...), true
		case strings.HasPrefix(w.Value, "-S") && len(w.Value) > 2:
			return append(splitWords(w.Slice(2, len(w.Value))), args[i+1:]...), true
		case !strings.HasPrefix(w.Value, "-"):
			return nil, false
		}
	}
	return nil, false
}

// runSubcommand reads tools that start a program behind a subcommand: mise x --
// cmd, op run -- cmd, poetry run cmd, nix shell pkgs -c cmd.
func runSubcommand(name string, args []source.String) ([]source.String, bool) {
	for i, w := range args {
		switch w.Value {
		case "run", "exec", "x", "env", "shell", "develop", "activate", "dev", "env-exec":
		default:
			if strings.HasPrefix(w.Value, "-") || i == 0 && name == "bws" {
				continue
			}
			return nil, false
		}
		if rest, ok := afterDashes(args[i+1:]); ok {
			return rest, name != "nix" || w.Value != "run"
		}
		switch name {
		case "poetry", "pipenv", "pdm", "rye", "bundle", "pixi", "hatch", "conda", "mamba", "micromamba", "asdf",
			"volta", "pyenv", "rbenv", "fnm", "dotenvx", "bws":
			return skip(args[i+1:], "-n --name -p --prefix -e --environment --manifest-path --node --npm --using -f --env-file --cwd --project-id", 0)
		case "nix":
			for j := i + 1; j < len(args)-1; j++ {
				if args[j].Value == "-c" || args[j].Value == "--command" {
					return args[j+1:], true
				}
			}
		}
		return nil, false
	}
	return nil, false
}

// afterCmdSwitch returns what cmd.exe is told to run by /c or /k.
func afterCmdSwitch(args []source.String) ([]source.String, bool) {
	for i, w := range args {
		v := strings.ToLower(w.Value)
		switch {
		case (v == "/c" || v == "/k" || v == "/r" || v == "-c") && i+1 < len(args):
			return args[i+1:], true
		case !strings.HasPrefix(v, "/"):
			return nil, false
		}
	}
	return nil, false
}

// shellScript returns the script that a shell is handed on its command line.
func shellScript(words []source.String) (shell string, text source.String, ok bool) {
	if len(words) < 2 {
		return "", source.String{}, false
	}
	name, args := ProgramName(words[0].Value), words[1:]
	switch name {
	case "sh", "bash", "zsh", "dash", "ash", "ksh", "fish", "busybox":
		text, ok = unixScript(args)
	case "nix-shell":
		text, ok = optionValue(args, "--run", "--command")
		name = "bash"
	case "su", "runuser":
		text, ok = optionValue(args, "-c", "--command")
		name = "sh"
	case "cmd":
		text, ok = cmdScript(args)
	case "powershell", "pwsh":
		name = "powershell"
		text, ok = powershellScript(args)
	}
	return name, text, ok
}

func optionValue(args []source.String, names ...string) (source.String, bool) {
	for i := 0; i+1 < len(args); i++ {
		for _, n := range names {
			if args[i].Value == n {
				return args[i+1], true
			}
		}
	}
	return source.String{}, false
}

// unixScript finds the operand of -c, which may stand in a cluster such as -lc
// and behind other options.
func unixScript(args []source.String) (source.String, bool) {
	command := false
	for i := 0; i < len(args); i++ {
		v := args[i].Value
		switch {
		case v == "--command":
			command = true
		case v == "-o" || v == "+o" || v == "-O" || v == "--rcfile" || v == "--init-file":
			i++
		case strings.HasPrefix(v, "--"), strings.HasPrefix(v, "+"):
		case strings.HasPrefix(v, "-") && len(v) > 1:
			command = command || strings.Contains(v[1:], "c")
		case i == 0 && (v == "sh" || v == "ash"): // busybox sh -c
		default:
			return args[i], command
		}
	}
	return source.String{}, false
}

// cmdScript returns the script of cmd /c when it is one string or has operators
// of its own; else the words are the program's.
func cmdScript(args []source.String) (source.String, bool) {
	rest, ok := afterCmdSwitch(args)
	if !ok {
		return source.String{}, false
	}
	if len(rest) == 1 && strings.ContainsAny(rest[0].Value, " \t&|<>^\"%") {
		return unquoteCmd(rest[0]), true
	}
	for _, w := range rest {
		switch w.Value {
		case "&", "&&", "|", "||", ">", ">>", "<":
			return join(rest), true
		}
	}
	return source.String{}, false
}

// unquoteCmd removes the quotes that cmd.exe takes off the ends of what follows /c.
// It keeps them where they are the only ones, nothing in between is special, and
// the whole can be the path of a program.
//
// Source: the text of cmd /?.
func unquoteCmd(text source.String) source.String {
	s := text.Value
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return text
	}
	inner := s[1 : len(s)-1]
	first, _, _ := strings.Cut(inner, " ")
	if !strings.ContainsAny(inner, "\"&<>()@^|") && !known(ProgramName(first)) {
		return text
	}
	return text.Slice(1, len(s)-1)
}

// powershellScript returns the script of -Command, which takes all that follows.
// Parameters may be shortened as far as they stay unique.
func powershellScript(args []source.String) (source.String, bool) {
	for i := 0; i < len(args); i++ {
		v := strings.ToLower(args[i].Value)
		name := strings.TrimLeft(v, "-/")
		if name == v {
			return join(args[i:]), !strings.HasSuffix(v, ".ps1")
		}
		switch {
		case len(name) > 0 && strings.HasPrefix("command", name) || name == "commandwithargs" || name == "cwa":
			if i+1 < len(args) {
				return join(args[i+1:]), true
			}
		case len(name) > 0 && strings.HasPrefix("file", name), IsEncodedCommand(v):
			return source.String{}, false
		case name == "ex" || name == "ep" || strings.HasPrefix(name, "exec"), len(name) > 0 && strings.HasPrefix("windowstyle", name),
			len(name) > 2 && strings.HasPrefix("version", name), len(name) > 2 && strings.HasPrefix("inputformat", name),
			len(name) > 0 && strings.HasPrefix("outputformat", name), strings.HasPrefix(name, "config"),
			name == "workingdirectory" || name == "wd", name == "custompipename", name == "psconsolefile", name == "settingsfile":
			i++
		}
	}
	return source.String{}, false
}

// IsEncodedCommand reports whether a PowerShell parameter is -EncodedCommand in
// any of the spellings that PowerShell accepts.
func IsEncodedCommand(parameter string) bool {
	name := strings.ToLower(strings.TrimLeft(parameter, "-/"))
	return name != "" && name != strings.ToLower(parameter) &&
		(name == "ec" || name == "encodedcommand" || strings.HasPrefix("encodedcommand", name))
}

// known reports whether a name is that of a program this package can read.
func known(name string) bool {
	switch name {
	case "npx", "npm", "pnpm", "pnpx", "yarn", "yarnpkg", "bun", "bunx", "deno", "uvx", "uv", "pipx", "python", "node", "tsx",
		"ts-node", "go", "cargo", "dotnet", "dnx", "docker", "podman", "nerdctl", "ruby", "perl", "php", "java",
		"bash", "sh", "zsh", "dash", "ash", "ksh", "fish", "busybox", "cmd", "powershell", "pwsh", "env", "sudo", "doas", "gsudo",
		"pkexec", "nohup", "setsid", "exec", "command", "time", "nice", "timeout", "mise", "op", "doppler", "infisical",
		"dotenvx", "dotenv", "direnv", "cross-env", "nix", "nix-shell", "poetry", "pipenv", "pdm", "hatch", "rye", "conda",
		"micromamba", "wsl", "supergateway", "mcp-remote", "mcp-proxy", "su", "volta", "fnm", "pixi", "bundle", "asdf":
		return true
	}
	return false
}
