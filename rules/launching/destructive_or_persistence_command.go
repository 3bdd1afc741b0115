package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
)

var destructiveOrPersistenceCommand = &analyzer.Rule{
	Name:       "destructive-or-persistence-command",
	Summary:    "a start line destroys data or installs itself into the system",
	Why:        "The line erases a root, home or disk, or writes into a place that the system runs by itself: shell profiles, scheduled jobs, service units, trusted keys. A server needs neither; both are what sabotage and a lasting foothold look like.",
	Remedy:     "Remove the command. If the client has already started the server, look for what it left behind: authorized_keys, crontab, shell profiles, service units and launch agents.",
	Severity:   analyzer.Critical,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{78, 912},
	OWASP:      []string{"MCP05", "ASI05"},
	SafeMCP:    []string{"T1203", "T2101"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "sh", "args": ["-c", "echo 'nohup notes &' >> ~/.bashrc; npx notes-mcp@1.4.2"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "sh", "args": ["-c", "rm -rf ./build/cache; npx notes-mcp@1.4.2"]}}}`},
}

func destroysOrPersists(l line) verdict {
	moved := false // into a directory that "*" is then about
	for _, c := range l.commands {
		moved = moved || name(c) == "cd" || name(c) == "pushd"
		if what := destroys(c, moved); what != "" {
			return verdict{span: commandSpan(c), message: what}
		}
		for _, r := range c.Redirects {
			if strings.HasPrefix(r.Operator, ">") || strings.HasPrefix(r.Operator, "&>") {
				if what := startupPlace(r.Target.Value); what != "" {
					return verdict{span: commandSpan(c), message: fmt.Sprintf("writes to %s", what)}
				}
				if strings.HasPrefix(r.Target.Value, "/dev/sd") || strings.HasPrefix(r.Target.Value, "/dev/nvme") || strings.HasPrefix(r.Target.Value, "/dev/disk") {
					return verdict{span: commandSpan(c), message: fmt.Sprintf("writes over the disk %s", r.Target.Value)}
				}
			}
		}
		if what := persists(c); what != "" {
			return verdict{span: commandSpan(c), message: what}
		}
	}
	if text := strings.ReplaceAll(scriptText(l), " ", ""); strings.Contains(text, ":(){:|:&};:") {
		return verdict{span: l.Script.Text.Span, message: "starts processes until the machine stops answering"}
	}
	return verdict{}
}

// destroys says what a command erases beyond a working directory, "" for nothing.
func destroys(c launch.Command, moved bool) string {
	args := arguments(c)
	switch n := name(c); {
	case n == "rm":
		recursive := false
		for _, w := range args {
			if v := w.Value; v == "--recursive" || strings.HasPrefix(v, "-") && !strings.HasPrefix(v, "--") && strings.ContainsAny(v, "rR") {
				recursive = true
			}
		}
		for _, w := range args {
			if recursive && isVitalPath(w.Value) && !(moved && strings.HasSuffix(w.Value, "*") && strings.Trim(w.Value, "./*") == "" && !strings.HasPrefix(w.Value, "/")) {
				return fmt.Sprintf("deletes %s with all that is in it", quoteShort(w.Value))
			}
		}
	case n == "find" && has(args, "-delete"), n == "shred", n == "wipefs":
		for _, w := range args {
			if isVitalPath(w.Value) || strings.HasPrefix(w.Value, "/dev/") {
				return fmt.Sprintf("deletes what is in %s", quoteShort(w.Value))
			}
		}
	case n == "dd":
		for _, w := range args {
			if to, ok := strings.CutPrefix(w.Value, "of=/dev/"); ok && to != "null" && to != "stdout" && to != "stderr" {
				return fmt.Sprintf("writes over the disk /dev/%s", to)
			}
		}
	case strings.HasPrefix(n, "mkfs"):
		return "formats a disk"
	case n == "format" && len(args) > 0 && len(args[0].Value) == 2 && args[0].Value[1] == ':':
		return "formats a disk"
	case (n == "del" || n == "rd" || n == "rmdir" || n == "erase") && (has(args, "/s") || has(args, "/S")):
		for _, w := range args {
			if isVitalPath(w.Value) {
				return fmt.Sprintf("deletes %s with all that is in it", quoteShort(w.Value))
			}
		}
	case n == "remove-item" || n == "ri":
		for _, w := range args {
			if isVitalPath(w.Value) {
				return fmt.Sprintf("deletes %s with all that is in it", quoteShort(w.Value))
			}
		}
	}
	return ""
}

// isVitalPath reports whether a path is a root, a home, a system directory or
// everything in the current one.
func isVitalPath(p string) bool {
	p = strings.Trim(strings.ReplaceAll(p, `\`, "/"), `"'`)
	if p == "*" || p == "./*" || p == "/" || p == "/*" {
		return true
	}
	p = strings.TrimSuffix(strings.TrimSuffix(p, "*"), "/")
	switch strings.ToLower(p) {
	case "~", "$home", "${home}", "/home", "/users", "/root", "/etc", "/usr", "/var", "/bin", "/lib", "/boot", "/opt", "/system", "/library",
		"$env:userprofile", "%userprofile%", "$env:systemdrive", "%systemdrive%":
		return true
	}
	return len(p) >= 2 && len(p) <= 3 && p[1] == ':' || strings.EqualFold(p, "c:/windows") || strings.EqualFold(p, "c:/users")
}

// startupPlace says which place that the system runs by itself a path is in.
func startupPlace(p string) string {
	p = strings.ToLower(strings.ReplaceAll(strings.Trim(p, `"'`), `\`, "/"))
	base := p[strings.LastIndexByte(p, '/')+1:]
	switch base {
	case ".bashrc", ".bash_profile", ".bash_login", ".profile", ".zshrc", ".zprofile", ".zshenv", ".zlogin", "config.fish", "$profile":
		return "a shell profile, which every terminal runs"
	case "authorized_keys", "authorized_keys2":
		return "authorized_keys, which lets its holder log in"
	case "sudoers":
		return "sudoers, which grants root"
	}
	for _, place := range []struct{ part, what string }{
		{"/etc/cron", "the system's scheduled jobs"}, {"/var/spool/cron", "the system's scheduled jobs"}, {"/etc/sudoers.d/", "sudoers, which grants root"},
		{"/systemd/system/", "the system's service units"}, {"/systemd/user/", "the user's service units"}, {"/launchagents/", "the user's launch agents"},
		{"/launchdaemons/", "the system's launch daemons"}, {"/etc/profile", "a shell profile, which every terminal runs"}, {"/etc/rc.local", "the system's start script"},
		{"/start menu/programs/startup", "the Startup folder"}, {"/.config/autostart/", "the desktop's autostart folder"}, {"/etc/ld.so.preload", "the loader's preload list"},
	} {
		if strings.Contains(p, place.part) {
			return place.what
		}
	}
	return ""
}

// persists says how a command makes something run again later, "" for not at all.
func persists(c launch.Command) string {
	args := arguments(c)
	switch name(c) {
	case "crontab":
		if len(args) > 0 && !has(args, "-l") {
			return "installs a scheduled job"
		}
	case "at", "batch":
		if len(args) > 0 && !has(args, "-l") {
			return "installs a scheduled job"
		}
	case "schtasks":
		if has(args, "/create", "/Create", "/CREATE") {
			return "installs a scheduled job"
		}
	case "systemctl":
		if has(args, "enable", "link") {
			return "installs a service that starts by itself"
		}
	case "launchctl":
		if has(args, "load", "bootstrap", "submit") {
			return "installs a service that starts by itself"
		}
	case "sc":
		if has(args, "create") {
			return "installs a service that starts by itself"
		}
	case "new-service", "register-scheduledtask":
		return "installs a service that starts by itself"
	case "reg", "set-itemproperty", "new-itemproperty":
		for _, w := range args {
			if v := strings.ToLower(w.Value); strings.Contains(v, `currentversion\run`) {
				return "adds a program to the registry's Run key"
			}
		}
	case "useradd", "adduser", "visudo":
		return "adds a login to the system"
	case "tee", "cp", "mv", "ln", "install", "ssh-copy-id":
		if len(args) > 0 {
			for _, w := range args {
				if name(c) != "tee" && w.Value != args[len(args)-1].Value {
					continue
				}
				if what := startupPlace(w.Value); what != "" {
					return "writes to " + what
				}
			}
		}
	}
	return ""
}
