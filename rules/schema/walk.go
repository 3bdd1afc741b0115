package schema

import (
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// maxSubschemas bounds a walk; schemas beyond it are reported by
// invalid-or-hostile-schema and not looked at further.
const maxSubschemas = 20_000

// subschemas calls visit for every schema below root, with its nesting of schemas.
// References are not followed. Positions that hold values, such as default and
// examples, are no schemas.
func subschemas(root *tree.Node, visit func(n *tree.Node, depth int)) (count int) {
	var walk func(n *tree.Node, depth int)
	walk = func(n *tree.Node, depth int) {
		if n = n.Resolve(); n == nil || n.Kind != tree.Map || count >= maxSubschemas {
			return
		}
		count++
		visit(n, depth)
		for _, m := range n.Children {
			switch m.Key {
			case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas":
				for _, c := range m.Items() {
					walk(c, depth+1)
				}
			case "allOf", "anyOf", "oneOf", "prefixItems":
				for _, c := range m.Items() {
					walk(c, depth+1)
				}
			case "items":
				if m.Is(tree.List) {
					for _, c := range m.Items() {
						walk(c, depth+1)
					}
				} else {
					walk(m, depth+1)
				}
			case "additionalProperties", "unevaluatedProperties", "additionalItems", "unevaluatedItems", "contains", "propertyNames", "if", "then", "else", "not", "contentSchema":
				walk(m, depth+1)
			}
		}
	}
	walk(root, 0)
	return count
}

// roots returns the schemas of a tool.
func roots(t *mcp.Tool) []*tree.Node {
	found := make([]*tree.Node, 0, 2)
	for _, n := range [...]*tree.Node{t.Input, t.Output} {
		if n.Is(tree.Map) {
			found = append(found, n)
		}
	}
	return found
}

// revision reports whether the listing states a protocol revision before the given
// one. Revisions are dates, so they compare as text.
func statesBefore(l *mcp.Listing, revision string) bool {
	return l != nil && l.Protocol.Present() && l.Protocol.Value < revision
}

func textOf(n *tree.Node) string {
	if n.Is(tree.Text) {
		return n.Resolve().Value
	}
	return ""
}

func isBool(n *tree.Node) bool { return n.Is(tree.Bool) }
