package hygiene

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var incompleteMetadata = &analyzer.Rule{
	Name:       "incomplete-metadata",
	Summary:    "a published manifest does not say who made the server, or where",
	Why:        `Whoever installs a server from a registry or a bundle judges it by its author, its source and its license. What is not there cannot be compared with the package later either.`,
	Remedy:     `Fill in the version, the repository, the author and the license.`,
	Severity:   analyzer.Info,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{1059},
	OWASP:      []string{"MCP04"},
	SafeMCP:    []string{"T1003"},
	References: []string{"https://github.com/modelcontextprotocol/registry"},
	Bad:        analyzer.Example{File: "manifest.json", Text: `{"manifest_version": "0.3", "name": "notes", "version": "1.0.0", "server": {"type": "node", "entry_point": "index.js", "mcp_config": {"command": "node", "args": ["index.js"]}}}`},
	Good:       analyzer.Example{File: "manifest.json", Text: `{"manifest_version": "0.3", "name": "notes", "version": "1.0.0", "author": {"name": "Ada"}, "license": "MIT", "repository": {"type": "git", "url": "https://git.example.org/notes"}, "server": {"type": "node", "entry_point": "index.js", "mcp_config": {"command": "node", "args": ["index.js"]}}}`},
}

var incompleteMetadataCheck = analyzer.Check{
	Rules: []*analyzer.Rule{incompleteMetadata},
	Run: func(pass *analyzer.Pass) {
		told := map[*tree.Document]bool{}
		for _, p := range pass.File.Packages {
			d := pass.File.Document(p.Node.Span)
			if d == nil || told[d] {
				continue
			}
			told[d] = true
			root, wanted := d.Root, []string{"version", "repository"}
			if p.Form == "mcpb" {
				wanted = []string{"version", "author", "license", "repository"}
			} else if p.Form != "server.json" {
				continue
			}
			if inner := root.Get("server"); p.Form == "server.json" && inner.Get("name") != nil {
				root = inner
			}
			if missing := lacking(root, wanted); len(missing) > 0 {
				name := root.Find("name")
				if name == nil {
					name = p.Node
				}
				pass.Report(analyzer.Diagnostic{Rule: incompleteMetadata, Span: name.Span, Message: fmt.Sprintf("the manifest of %q has no %s", nameOf(p), strings.Join(missing, ", "))})
			}
		}
	},
}

func lacking(root *tree.Node, wanted []string) []string {
	var missing []string
	for _, key := range wanted {
		if root.Find(key) == nil && !(key == "version" && root.Find("version_detail") != nil) {
			missing = append(missing, key)
		}
	}
	return missing
}

func nameOf(p *mcp.Packaged) string {
	if p.Name.Value == "" {
		return p.Form
	}
	return p.Name.Value
}
