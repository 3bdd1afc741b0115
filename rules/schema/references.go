package schema

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// referenceCheck looks at every reference that leaves the document.
var referenceCheck = analyzer.Check{
	Rules: []*analyzer.Rule{externalSchemaReference, externalSchemaReferenceRelative},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			for _, root := range roots(t) {
				ids := identifiers(root)
				subschemas(root, func(n *tree.Node, _ int) {
					for _, key := range []string{"$ref", "$dynamicRef", "$recursiveRef"} {
						if ref := n.Find(key); ref.Is(tree.Text) {
							judgeReference(pass, t, ref, ids)
						}
					}
				})
			}
		}
	},
}

// identifiers collects the $id values of a schema: references to them stay inside.
func identifiers(root *tree.Node) map[string]bool {
	ids := map[string]bool{}
	subschemas(root, func(n *tree.Node, _ int) {
		for _, key := range []string{"$id", "id"} {
			if id := textOf(n.Get(key)); id != "" {
				ids[strings.TrimSuffix(id, "#")] = true
			}
		}
	})
	return ids
}

func judgeReference(pass *analyzer.Pass, t *mcp.Tool, ref *tree.Node, ids map[string]bool) {
	text := t.Document.String(ref)
	target, _, _ := strings.Cut(text.Value, "#")
	if target == "" || ids[target] {
		return
	}
	u, absolute := host.Parse(target)
	if absolute && isDialectHost(u) {
		return
	}
	d := analyzer.Diagnostic{Span: text.Span, Confidence: sure(pass.File, analyzer.Certain)}
	switch {
	case absolute && (u.Plaintext() || u.SchemeName() == "https" || u.SchemeName() == "file"):
		d.Rule = externalSchemaReference
		d.Message = called(t) + " takes a part of its schema from " + where(u) + ", which a client may fetch"
	case strings.HasPrefix(target, "//"), strings.HasPrefix(target, "/"), strings.HasPrefix(target, `\\`):
		d.Rule = externalSchemaReference
		d.Message = called(t) + " takes a part of its schema from outside of the document, which a client may fetch or open"
	case absolute:
		d.Rule = externalSchemaReferenceRelative
		d.Message = called(t) + " takes a part of its schema from a " + u.SchemeName() + ": reference that is not in the document"
	default:
		d.Rule = externalSchemaReferenceRelative
		d.Message = called(t) + " takes a part of its schema from another document"
	}
	pass.Report(d)
}

func where(u host.URL) string {
	if u.SchemeName() == "file" {
		return "a local file"
	}
	return u.HostName().Name
}

// isDialectHost reports whether a URL names one of the published dialects, which
// validators have built in.
func isDialectHost(u host.URL) bool {
	h := u.HostName()
	return h.Within("json-schema.org") || h.Within("static.modelcontextprotocol.io")
}
