package launching

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
)

var containerEscapeSurfaceShared = &analyzer.Rule{
	Name:       "container-escape-surface-shared",
	Summary:    "a server's container shares a part of the host that it may do without",
	Why:        "Shared memory, the host's name or the right to change its network take single walls away. Browsers and VPN clients ask for them, most servers do not need them, and what they open is reached by whoever controls the server.",
	Remedy:     "Leave the option out. A browser that runs out of shared memory is helped by `--shm-size=1g` as well as by `--ipc=host`.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250, 668},
	OWASP:      []string{"MCP02", "ASI05"},
	SafeMCP:    []string{"T1303"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"browser": {"command": "docker", "args": ["run", "-i", "--rm", "--ipc=host", "acme/browser:1.4"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"browser": {"command": "docker", "args": ["run", "-i", "--rm", "--shm-size=1g", "acme/browser:1.4"]}}}`},
}

// shares says which single part of the host a flag hands over, "" for none.
func shares(f launch.Flag) string {
	value := strings.ToLower(f.Value.Value)
	switch {
	case (f.Name == "--ipc" || f.Name == "--uts" || f.Name == "--cgroupns") && value == "host":
		return "shares that part of the host with it"
	case f.Name == "--cap-add" && strings.TrimPrefix(value, "cap_") == "net_admin":
		return "lets it change the network around it"
	}
	return ""
}
