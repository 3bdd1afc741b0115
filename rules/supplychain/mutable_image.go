package supplychain

import (
	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var mutableImage = &analyzer.Rule{
	Name:       "mutable-image",
	Summary:    "a server's container image is named without a version",
	Why:        "The image behind no tag, or behind `latest`, is whatever was pushed last. Two machines with the same configuration run different programs, and a push to the registry changes what the next pull starts.",
	Remedy:     "Name the digest: `image:1.4@sha256:...`. A version tag is a first step, though it can be pushed again.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{829},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1003"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "docker", "args": ["run", "-i", "--rm", "acme/notes"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "docker", "args": ["run", "-i", "--rm", "acme/notes@sha256:0f3c1d2a9b8e7f6055443322110099887766554433221100ffeeddccbbaa9988"]}}}`},
}

var mutableImageCheck = analyzer.Check{
	Rules: []*analyzer.Rule{mutableImage, mutableImageTag},
	Run: func(pass *analyzer.Pass) {
		eachPackage(pass.File, func(s *mcp.Server, _ *launch.Launch, p *launch.Package) {
			if p.Ecosystem != "oci" {
				return
			}
			switch {
			case p.Pin == launch.Unversioned:
				report(pass, mutableImage, s, p, "runs the image %s without a tag or digest", p.Name)
			case p.Pin == launch.Tag && isMovingTag(p.Version):
				report(pass, mutableImage, s, p, "runs the image %s by the tag %q, which moves", p.Name, p.Version)
			case p.Pin == launch.Tag:
				report(pass, mutableImageTag, s, p, "runs the image %s by the tag %q and without a digest", p.Name, p.Version)
			}
		})
	},
}

// isMovingTag reports whether a tag is meant to move.
func isMovingTag(tag string) bool {
	switch tag {
	case "latest", "main", "master", "edge", "nightly", "stable", "dev", "develop", "canary", "next", "beta", "alpha", "lts", "trunk", "head", "snapshot":
		return true
	}
	return false
}
