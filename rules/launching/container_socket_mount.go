package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var containerSocketMount = &analyzer.Rule{
	Name:       "container-socket-mount",
	Summary:    "a server is handed the control socket of the container runtime",
	Why:        "Whoever can write to the socket can start a container that mounts the host's whole disk. That is root on the machine, however small the container around the server is, and read-only mounting does not change it.",
	Remedy:     "Do not mount the socket. A server that manages containers can talk to a socket proxy that allows single operations, or to a rootless daemon of its own.",
	Severity:   analyzer.Critical,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250, 668},
	OWASP:      []string{"MCP02", "MCP05", "ASI03", "ASI05"},
	SafeMCP:    []string{"T1303", "T1305"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"fleet": {"command": "docker", "args": ["run", "-i", "-v", "/var/run/docker.sock:/var/run/docker.sock", "acme/fleet:1.4"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"fleet": {"command": "docker", "args": ["run", "-i", "-v", "./reports:/reports:ro", "acme/fleet:1.4"]}}}`},
}

var containerSocketMountCheck = analyzer.Check{
	Rules: []*analyzer.Rule{containerSocketMount},
	Run: func(pass *analyzer.Pass) {
		report := func(s *mcp.Server, at source.Span, format string, args ...any) {
			pass.Report(analyzer.Diagnostic{
				Rule: containerSocketMount, Span: at, Confidence: containerSocketMount.ConfidenceIn(s),
				Message: fmt.Sprintf("server %q ", s.Name.Value) + fmt.Sprintf(format, args...),
			})
		}
		eachContainer(pass.File, func(s *mcp.Server, c *launch.Container) {
			for _, m := range c.Mounts {
				if isRuntimeSocket(m.Source.Value) {
					report(s, m.Source.Span, "mounts %s, which is root on the host", quoteShort(m.Source.Value))
				}
			}
			for _, f := range c.Flags {
				if f.Name == "--use-api-socket" {
					report(s, f.Word.Span, "is given the container runtime's socket, which is root on the host")
				}
			}
		})
		for _, s := range pass.File.Servers {
			if v, ok := openDaemon(s); ok {
				report(s, v.Span, "reaches a container runtime over plain TCP, where nobody proves who they are")
			}
		}
	},
}

// isRuntimeSocket reports whether a host path is the socket of a container
// runtime, or the directory that holds it.
func isRuntimeSocket(p string) bool {
	p = strings.ToLower(strings.ReplaceAll(p, `\`, "/"))
	for _, name := range []string{"docker.sock", "podman.sock", "containerd.sock", "crio.sock", "cri-dockerd.sock", "docker_engine", "buildkitd.sock"} {
		if strings.HasSuffix(p, name) {
			return true
		}
	}
	return p == "/var/run" || p == "/run" || p == "/var/run/" || p == "/run/"
}

// openDaemon finds DOCKER_HOST=tcp:// to another machine without TLS. A socket
// proxy, which allows single operations, is reached the same way and is what it
// should be.
func openDaemon(s *mcp.Server) (source.String, bool) {
	var found source.String
	secured := false
	for _, p := range environment(s) {
		switch p.Key.Value {
		case "DOCKER_HOST", "CONTAINER_HOST":
			v := strings.ToLower(p.Value.Value)
			if strings.HasPrefix(v, "tcp://") && !strings.HasSuffix(v, ":2376") && !containsAny(v, "//localhost", "//127.", "//[::1]", "proxy") {
				found = p.Value
			}
		case "DOCKER_TLS_VERIFY", "DOCKER_TLS", "DOCKER_CERT_PATH":
			secured = p.Value.Value != "" && p.Value.Value != "0"
		}
	}
	return found, found.Present() && !secured
}

// environment returns the variables that a server is given, by its entry and on
// its command line.
func environment(s *mcp.Server) []mcp.Pair {
	out := append([]mcp.Pair(nil), s.Env...)
	for l := &s.Launch; l != nil; l = l.Inner {
		for _, set := range l.Env {
			out = append(out, mcp.Pair{Key: set.Name, Value: set.Value})
		}
	}
	return out
}
