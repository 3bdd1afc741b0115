package launching

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
)

var broadHostMountSystem = &analyzer.Rule{
	Name:       "broad-host-mount-system",
	Summary:    "a server's container is given a system directory of the host",
	Why:        "System directories hold password hashes, service credentials, logs and the programs that everybody runs. A server seldom needs more than one file of them.",
	Remedy:     "Mount the single file or folder that the server reads, read-only: `-v /etc/localtime:/etc/localtime:ro`.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{668, 732},
	OWASP:      []string{"MCP02", "MCP10", "ASI02"},
	SafeMCP:    []string{"T1502"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"audit": {"command": "docker", "args": ["run", "-i", "-v", "/etc:/host-etc", "acme/audit:1.4"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"audit": {"command": "docker", "args": ["run", "-i", "-v", "/etc/localtime:/etc/localtime:ro", "acme/audit:1.4"]}}}`},
}

// systemMount says that a host path is a directory of the system itself.
func systemMount(p string) string {
	switch strings.ToLower(strings.TrimSuffix(strings.ReplaceAll(strings.Trim(p, `"'`), `\`, "/"), "/")) {
	case "/etc", "/var", "/var/lib", "/var/log", "/usr", "/usr/local", "/bin", "/sbin", "/lib", "/opt", "/boot", "/proc", "/sys", "/dev", "/srv", "/mnt",
		"/media", "/system", "/library", "/private", "/private/etc", "/private/var", "/volumes", "/applications", "c:/windows", "c:/programdata",
		"c:/program files", "/var/lib/docker", "/etc/kubernetes", "/etc/ssl":
		return "a directory of the host's system"
	}
	return ""
}
