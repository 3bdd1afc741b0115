package mcp

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// mentionsTools reports whether a file's own name says that it lists tools.
func mentionsTools(base string) bool {
	base = strings.ToLower(base)
	return strings.Contains(base, "tool") || strings.Contains(base, "mcp") || strings.Contains(base, "manifest")
}

// textWalk collects every string of a tool that a model may read, in document
// order: the whole schema is an injection surface, unknown keywords included.
type textWalk struct {
	r       *reader
	listing *Listing
	tool    *Tool
	owner   string
	output  bool // inside an output schema
}

// maxTextDepth bounds the walk below one tool. It is more than a tree is deep, so that
// no text hides below it; only aliases in aliases could lead further.
const maxTextDepth = 256

func (w *textWalk) add(n *tree.Node, role Role, parameter string) {
	if !n.Is(tree.Text) {
		return
	}
	w.addString(w.r.doc.String(n), role, parameter)
}

func (w *textWalk) addString(text String, role Role, parameter string) {
	if text.Value == "" {
		return
	}
	if w.output && role > RoleEnum {
		role = RoleOutputSchema
	}
	w.listing.Texts = append(w.listing.Texts, Text{String: text, Role: role, Owner: w.owner, Parameter: parameter, Listing: w.listing, Tool: w.tool})
}

// members walks the members of one tool.
func (w *textWalk) members(n *tree.Node) {
	for _, m := range n.Children {
		switch m.Key {
		case "name":
			w.add(m, RoleName, "")
		case "title":
			w.add(m, RoleTitle, "")
		case "description":
			w.add(m, RoleDescription, "")
		case "inputSchema", "input_schema", "parameters":
			w.schema(m.Resolve(), "", 0)
		case "outputSchema", "output_schema":
			w.output = true
			w.schema(m.Resolve(), "", 0)
			w.output = false
		case "arguments":
			for _, a := range m.Items() {
				w.add(a.Get("name"), RoleParameterName, "")
				w.add(a.Find("desc", "description"), RoleParameterDescription, "")
			}
		case "annotations":
			w.annotations(m)
		case "icons":
		default:
			w.values(m.Resolve(), RoleMeta, m.Key, 0)
		}
	}
}

func (w *textWalk) annotations(n *tree.Node) {
	for _, m := range n.Items() {
		role := RoleAnnotation
		if m.Key == "title" {
			role = RoleTitle
		}
		w.add(m, role, "")
	}
}

// schema walks one JSON Schema by the meaning of its keywords.
func (w *textWalk) schema(n *tree.Node, parameter string, depth int) {
	if n == nil || depth > maxTextDepth {
		return
	}
	if n.Kind == tree.List {
		for _, c := range n.Children {
			w.schema(c.Resolve(), parameter, depth+1)
		}
		return
	}
	if n.Kind != tree.Map {
		return
	}
	for _, m := range n.Children {
		switch m.Key {
		case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas":
			for _, p := range m.Items() {
				name := join(parameter, p.Key)
				if m.Key == "properties" {
					w.addString(w.r.doc.KeyString(p), RoleParameterName, name)
				}
				w.schema(p.Resolve(), name, depth+1)
			}
		case "items", "prefixItems", "additionalProperties", "additionalItems", "unevaluatedProperties", "unevaluatedItems",
			"allOf", "anyOf", "oneOf", "not", "if", "then", "else", "contains", "propertyNames", "contentSchema":
			w.schema(m.Resolve(), parameter, depth+1)
		case "description":
			role := RoleParameterDescription
			if parameter == "" {
				role = RoleDescription
			}
			w.add(m, role, parameter)
		case "title":
			w.add(m, RoleParameterTitle, parameter)
		case "enum":
			w.scalars(m.Resolve(), RoleEnum, parameter)
		case "required":
			w.scalars(m.Resolve(), RoleRequired, parameter)
		case "default":
			w.values(m.Resolve(), RoleDefault, parameter, depth)
		case "const":
			w.values(m.Resolve(), RoleConst, parameter, depth)
		case "examples", "example":
			w.values(m.Resolve(), RoleExample, parameter, depth)
		case "pattern":
			w.add(m, RolePattern, parameter)
		case "$comment":
			w.add(m, RoleSchemaComment, parameter)
		case "type", "format", "$schema", "$ref", "$id", "$anchor", "contentEncoding", "contentMediaType":
			if v := m.Resolve(); v != nil && len(v.Value) > 80 {
				w.add(m, RoleUnknownKeyword, parameter)
			}
		default:
			w.values(m.Resolve(), RoleUnknownKeyword, parameter, depth)
		}
	}
}

func (w *textWalk) scalars(n *tree.Node, role Role, parameter string) {
	for _, c := range n.Items() {
		w.add(c, role, parameter)
	}
}

// values collects every string at or below a node, keys of maps included.
func (w *textWalk) values(n *tree.Node, role Role, parameter string, depth int) {
	if n == nil || depth > maxTextDepth {
		return
	}
	w.add(n, role, parameter)
	for _, c := range n.Children {
		if n.Kind == tree.Map && len(c.Key) > 24 {
			w.addString(w.r.doc.KeyString(c), role, parameter)
		}
		w.values(c.Resolve(), role, parameter, depth+1)
	}
}

func (w *textWalk) strings(n *tree.Node, role Role, depth int) { w.values(n, role, "", depth) }

func join(parent, name string) string {
	if parent == "" {
		return name
	}
	return parent + "." + name
}
