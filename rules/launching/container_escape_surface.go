package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var containerEscapeSurface = &analyzer.Rule{
	Name:       "container-escape-surface",
	Summary:    "a server's container is started without its isolation",
	Why:        "The option takes away what keeps the container apart from the host: its process, user or device boundary, or the filters on system calls. Whoever controls the server inside, or the model that calls it, is then a short way from controlling the machine.",
	Remedy:     "Drop the option. Where the server needs one right, add that capability or device by name, together with `--cap-drop ALL` and `--security-opt no-new-privileges`.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250, 269},
	OWASP:      []string{"MCP02", "MCP05", "ASI05"},
	SafeMCP:    []string{"T1303", "T1305"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"disk": {"command": "docker", "args": ["run", "-i", "--rm", "--privileged", "acme/disk:1.4"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"disk": {"command": "docker", "args": ["run", "-i", "--rm", "--cap-drop", "ALL", "acme/disk:1.4"]}}}`},
}

var containerEscapeSurfaceCheck = analyzer.Check{
	Rules: []*analyzer.Rule{containerEscapeSurface, containerEscapeSurfaceShared},
	Run: func(pass *analyzer.Pass) {
		eachContainer(pass.File, func(s *mcp.Server, c *launch.Container) {
			for _, f := range c.Flags {
				rule, what := containerEscapeSurface, weakens(f)
				if what == "" {
					rule, what = containerEscapeSurfaceShared, shares(f)
				}
				if what != "" {
					pass.Report(analyzer.Diagnostic{
						Rule: rule, Span: span(f.Word, f.Value), Confidence: rule.ConfidenceIn(s),
						Message: fmt.Sprintf("server %q runs its container with %s, which %s", s.Name.Value, option(f), what),
					})
				}
			}
		})
	},
}

// weakens says what a flag takes away from the isolation, "" for nothing.
func weakens(f launch.Flag) string {
	value := strings.ToLower(f.Value.Value)
	switch f.Name {
	case "--privileged":
		if value != "false" {
			return "gives it every device and capability of the host"
		}
	case "--cap-add":
		switch strings.TrimPrefix(value, "cap_") {
		case "all":
			return "gives it every capability of the host"
		case "sys_admin", "sys_ptrace", "sys_module", "sys_rawio", "dac_read_search", "bpf", "mknod", "sys_boot":
			return "lets it act on the host beyond the container"
		}
	case "--pid", "--userns":
		if value == "host" {
			return "shares that part of the host with it"
		}
	case "--security-opt":
		switch strings.ReplaceAll(value, ":", "=") {
		case "seccomp=unconfined", "apparmor=unconfined", "label=disable", "systempaths=unconfined", "no-new-privileges=false":
			return "switches a filter around it off"
		}
	case "--device":
		for _, disk := range []string{"/dev/sd", "/dev/nvme", "/dev/vd", "/dev/mem", "/dev/kmem", "/dev/mapper", "/dev/disk"} {
			if strings.HasPrefix(value, disk) {
				return "hands it a disk or the memory of the host"
			}
		}
	}
	return ""
}

// option writes a flag as a person would.
func option(f launch.Flag) string {
	if f.Value.Value == "" {
		return f.Name
	}
	return f.Name + "=" + f.Value.Value
}

// eachContainer yields the containers that the servers of a file run in.
func eachContainer(f *mcp.File, yield func(*mcp.Server, *launch.Container)) {
	for _, s := range f.Servers {
		for l := &s.Launch; l != nil; l = l.Inner {
			if l.Container != nil {
				yield(s, l.Container)
			}
		}
	}
}
