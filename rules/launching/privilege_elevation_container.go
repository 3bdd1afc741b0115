package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
)

var privilegeElevationContainer = &analyzer.Rule{
	Name:       "privilege-elevation-container",
	Summary:    "a container is told to run its server as root",
	Why:        "The option overrides the unprivileged user that the image may have chosen. Root inside is root over every mounted path, and one flaw of the container runtime away from root outside.",
	Remedy:     "Leave the image's own user, or name an unprivileged one: `--user 1000:1000`.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "ASI03"},
	SafeMCP:    []string{"T1305"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"disk": {"command": "docker", "args": ["run", "-i", "--rm", "--user", "root", "acme/disk:1.4"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"disk": {"command": "docker", "args": ["run", "-i", "--rm", "--user", "1000:1000", "acme/disk:1.4"]}}}`},
}

func elevatesInContainer(l line) verdict {
	if l.Container == nil {
		return verdict{}
	}
	user, _, _ := strings.Cut(l.Container.User.Value, ":")
	if user != "root" && user != "0" {
		return verdict{}
	}
	return verdict{span: l.Container.User.Span, message: fmt.Sprintf("runs as %s inside its container", quoteShort(l.Container.User.Value))}
}
