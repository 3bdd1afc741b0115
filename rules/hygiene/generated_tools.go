package hygiene

import (
	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var generatedTools = &analyzer.Rule{
	Name:       "generated-tools",
	Summary:    "the server makes tools or prompts while it runs, so this list is not all",
	Why:        `What a server offers only at run time is in no file. A verdict on this one says nothing about the rest, and a server may change what was approved.`,
	Remedy:     `Keep a recorded tools/list answer beside the manifest and check that too; compare it again when the server is updated.`,
	Severity:   analyzer.Info,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{353},
	OWASP:      []string{"MCP03", "ASI04"},
	SafeMCP:    []string{"T1201", "T1112"},
	References: []string{"https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md"},
	Bad:        analyzer.Example{File: "manifest.json", Text: `{"manifest_version": "0.3", "name": "notes", "version": "1.0.0", "tools_generated": true, "server": {"type": "node", "entry_point": "index.js", "mcp_config": {"command": "node", "args": ["index.js"]}}}`},
	Good:       analyzer.Example{File: "manifest.json", Text: `{"manifest_version": "0.3", "name": "notes", "version": "1.0.0", "tools_generated": false, "server": {"type": "node", "entry_point": "index.js", "mcp_config": {"command": "node", "args": ["index.js"]}}}`},
}

var generatedToolsCheck = analyzer.Check{
	Rules: []*analyzer.Rule{generatedTools},
	Run: func(pass *analyzer.Pass) {
		report := func(root *tree.Node, message string, path ...string) {
			if n := root.Path(path...); n.Is(tree.Bool) && n.Value == "true" {
				pass.Reportf(generatedTools, n.Span, "%s", message)
			}
		}
		for _, p := range pass.File.Packages {
			report(p.Node, "the bundle makes more tools when it runs than it lists", "tools_generated")
			report(p.Node, "the bundle makes more prompts when it runs than it lists", "prompts_generated")
		}
		for _, l := range pass.File.Manifests {
			report(l.Node, "the server may change its tools while it runs", "capabilities", "tools", "listChanged")
			report(l.Node, "the server may change its prompts while it runs", "capabilities", "prompts", "listChanged")
		}
	},
}
