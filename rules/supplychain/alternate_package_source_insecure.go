package supplychain

import "github.com/mcplumb/mcplumb/analyzer"

var alternatePackageSourceInsecure = &analyzer.Rule{
	Name:       "alternate-package-source-insecure",
	Summary:    "packages come over http or from a second registry beside the usual",
	Why:        "Over http, anybody on the way to the registry replaces the package. A second index beside the usual one answers for every name: whoever publishes there, or finds a name that only exists there and takes it on the public one, has their package installed instead.",
	Remedy:     "Use one registry, over https, that serves both public and private packages.",
	Severity:   analyzer.High,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{427, 494, 319},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1207", "T1002"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "uvx", "args": ["--extra-index-url", "https://packages.example.net/simple", "notes-mcp==1.4.2"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "uvx", "args": ["--extra-index-url", "https://download.pytorch.org/whl/cpu", "notes-mcp==1.4.2"]}}}`},
}
