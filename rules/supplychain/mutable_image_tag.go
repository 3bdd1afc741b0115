package supplychain

import "github.com/mcplumb/mcplumb/analyzer"

var mutableImageTag = &analyzer.Rule{
	Name:       "mutable-image-tag",
	Summary:    "a server's container image is fixed by a tag and no digest",
	Why:        "A tag is a name that its owner, or whoever holds the owner's password, can move to another image. A digest is the image.",
	Remedy:     "Add the digest behind the tag: `image:1.4@sha256:...`. Update tools for container images raise both together.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{829},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1003"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "docker", "args": ["run", "-i", "--rm", "acme/notes:1.4"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "docker", "args": ["run", "-i", "--rm", "acme/notes:1.4@sha256:0f3c1d2a9b8e7f6055443322110099887766554433221100ffeeddccbbaa9988"]}}}`},
}
