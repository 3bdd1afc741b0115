package mcp

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// The budgets of one schema. Real schemas have a few hundred positions and stay
// below a dozen levels.
const (
	maxSchemaPositions  = 20_000
	maxSchemaDepth      = 64
	maxSchemaReferences = 5_000
	maxViews            = 32
)

// Parameters returns the parameters of the tool's input schema, in written order,
// each once by its path. The schema is walked through properties,
// patternProperties, additionalProperties, items, prefixItems, contains, allOf,
// anyOf, oneOf, if, then, else, not, dependentSchemas and local references. The walk
// is done on the first call and must not be started by two goroutines at once.
func (t *Tool) Parameters() *Parameters {
	if t.parameters == nil {
		w := schemaWalk{tool: t, list: &Parameters{byPath: map[string]*Parameter{}}}
		if t.Input.Is(tree.Map) {
			w.walk(t.Input, place{depth: 0, sure: true})
		}
		for _, p := range w.list.List {
			if p.Free() {
				w.list.Free = append(w.list.Free, p)
			}
		}
		t.parameters = w.list
	}
	return t.parameters
}

// Parameter returns the parameter at the path, or nil.
func (ps *Parameters) Parameter(path string) *Parameter { return ps.byPath[path] }

// schemaWalk collects parameters.
type schemaWalk struct {
	tool       *Tool
	list       *Parameters
	positions  int
	references int
	expansions int
	open       []*tree.Node // targets of the references that are being followed
}

// place is where in the arguments a schema stands.
type place struct {
	path  string
	name  String
	depth int
	sure  bool // no alternative has been entered since the parameter above
}

func (w *schemaWalk) cut(why string) {
	if w.list.Cut == "" {
		w.list.Cut = why
	}
}

// walk visits the schemas below n, which describes the value at p.
func (w *schemaWalk) walk(n *tree.Node, p place) {
	if n = n.Resolve(); n == nil || n.Kind != tree.Map {
		return
	}
	if w.positions++; w.positions > maxSchemaPositions {
		w.cut("the schema has more than 20,000 positions")
		return
	}
	if p.depth > maxSchemaDepth {
		w.cut("the schema is deeper than 64 levels")
		return
	}
	for _, member := range n.Children {
		w.keyword(n, member, p)
	}
}

// keyword follows one keyword of the schema n.
func (w *schemaWalk) keyword(n, member *tree.Node, p place) {
	maybe := p
	maybe.sure = false
	switch member.Key {
	case "$ref", "$dynamicRef", "$recursiveRef":
		w.reference(member, p)
	case "allOf":
		for _, c := range member.Items() {
			w.walk(c, p)
		}
	case "anyOf", "oneOf":
		for _, c := range member.Items() {
			w.walk(c, maybe)
		}
	case "if", "then", "else", "not":
		w.walk(member, maybe)
	case "dependentSchemas", "dependencies":
		for _, c := range member.Items() {
			w.walk(c, maybe)
		}
	case "properties":
		required := requiredNames(n)
		for _, c := range member.Items() {
			w.parameter(c, w.tool.Document.KeyString(c), joinPath(p.path, c.Key), p, required[c.Key])
		}
	case "patternProperties":
		for _, c := range member.Items() {
			w.parameter(c, p.name, joinPath(p.path, "*"), p, false)
		}
	case "additionalProperties", "unevaluatedProperties":
		w.parameter(member, p.name, joinPath(p.path, "*"), p, false)
	case "items", "prefixItems", "contains", "additionalItems", "unevaluatedItems":
		w.items(member, p)
	}
}

func (w *schemaWalk) items(member *tree.Node, p place) {
	if r := member.Resolve(); r != nil && r.Kind == tree.List {
		for _, c := range r.Children {
			w.parameter(c, p.name, p.path+"[]", p, false)
		}
		return
	}
	w.parameter(member, p.name, p.path+"[]", p, false)
}

// reference follows a local reference unless it is being followed already.
func (w *schemaWalk) reference(member *tree.Node, p place) {
	if w.references++; w.references > maxSchemaReferences {
		w.cut("the schema follows more than 5,000 references")
		return
	}
	target := w.tool.LocalReference(member)
	if target == nil {
		return
	}
	for _, o := range w.open {
		if o == target {
			return
		}
	}
	w.open = append(w.open, target)
	p.depth++
	w.walk(target, p)
	w.open = w.open[:len(w.open)-1]
}

// parameter adds the parameter that schema n describes, or another view of one that
// is known by its path, and goes on below it.
func (w *schemaWalk) parameter(n *tree.Node, name String, path string, p place, required bool) {
	written := n
	if n = n.Resolve(); n == nil || n.Kind != tree.Map {
		if n == nil || n.Kind != tree.Bool || n.Value != "true" || strings.HasSuffix(path, "*") {
			return
		}
		n = written
	}
	views, complete := w.views(n)
	if !complete {
		w.cut("the schema has more alternatives than are told apart")
	}
	known := w.list.byPath[path]
	switch {
	case known == nil:
		known = &Parameter{Name: name, Path: path, Schema: n, Tool: w.tool, Depth: p.depth + 1, views: views}
		w.list.byPath[path] = known
		w.list.List = append(w.list.List, known)
	case p.sure && len(known.views) == 1 && len(views) == 1:
		known.views[0] = append(known.views[0], views[0]...)
	case len(known.views)+len(views) <= maxViews:
		known.views = append(known.views, views...)
	}
	known.Required = known.Required || required
	known.read()
	w.walk(n, place{path: path, name: name, depth: p.depth + 1, sure: true})
}

// views lists the alternatives that a schema leaves for a value; each is a list of
// schemas that hold together. References and allOf join, anyOf and oneOf branch.
func (w *schemaWalk) views(n *tree.Node) ([][]*tree.Node, bool) {
	return w.expand(n, [][]*tree.Node{nil}, nil)
}

// expand adds schema n to every view. The nodes in open are being expanded already.
func (w *schemaWalk) expand(n *tree.Node, views [][]*tree.Node, open []*tree.Node) ([][]*tree.Node, bool) {
	n = n.Resolve()
	if n == nil || slices.Contains(open, n) {
		return views, true
	}
	if w.expansions++; len(open) > 16 || w.expansions > maxSchemaPositions {
		return views, false
	}
	for i := range views {
		views[i] = append(views[i][:len(views[i]):len(views[i])], n)
	}
	if n.Kind != tree.Map {
		return views, true
	}
	open = append(open[:len(open):len(open)], n)
	complete := true
	for _, member := range n.Children {
		ok := true
		switch member.Key {
		case "$ref", "$dynamicRef", "$recursiveRef":
			views, ok = w.expand(w.tool.LocalReference(member), views, open)
		case "allOf":
			for _, c := range member.Items() {
				var each bool
				views, each = w.expand(c, views, open)
				ok = ok && each
			}
		case "anyOf", "oneOf":
			views, ok = w.branch(member, views, open)
		}
		complete = complete && ok
	}
	return views, complete
}

// branch gives every alternative views of its own.
func (w *schemaWalk) branch(member *tree.Node, views [][]*tree.Node, open []*tree.Node) ([][]*tree.Node, bool) {
	var branched [][]*tree.Node
	complete := true
	for _, c := range member.Items() {
		if isNullSchema(c) {
			continue
		}
		if len(branched) >= maxViews {
			return branched[:maxViews], false
		}
		alternative, ok := w.expand(c, copyViews(views), open)
		complete = complete && ok
		branched = append(branched, alternative...)
	}
	if len(branched) == 0 {
		return views, complete
	}
	return branched, complete
}

func copyViews(views [][]*tree.Node) [][]*tree.Node {
	out := make([][]*tree.Node, len(views))
	for i, v := range views {
		out[i] = v[:len(v):len(v)]
	}
	return out
}

func isNullSchema(n *tree.Node) bool {
	t := n.Resolve().Get("type")
	return t.Is(tree.Text) && t.Value == "null"
}

// LocalReference returns what a $ref of the tool's input or output schema points
// at, or nil when it points outside the document or nowhere.
func (t *Tool) LocalReference(ref *tree.Node) *tree.Node {
	r := ref.Resolve()
	if r == nil || r.Kind != tree.Text || !strings.HasPrefix(r.Value, "#") {
		return nil
	}
	if t.references == nil {
		t.references = map[string]*tree.Node{}
		anchors(t.references, t.Output)
		anchors(t.references, t.Input)
	}
	target, known := t.references[r.Value]
	if known {
		return target
	}
	if target = follow(t.Input, r.Value[1:]); target == nil {
		target = follow(t.Output, r.Value[1:])
	}
	t.references[r.Value] = target
	return target
}

// follow resolves the fragment of a reference that is empty or a JSON Pointer.
func follow(root *tree.Node, fragment string) *tree.Node {
	if fragment == "" || fragment == "/" {
		return root.Resolve()
	}
	if pointer, ok := strings.CutPrefix(fragment, "/"); ok {
		n := root
		for i, step := range strings.Split(pointer, "/") {
			if n = child(n, unescapePointer.Replace(step)); n == nil || i > maxSchemaDepth {
				return nil
			}
		}
		return n
	}
	return nil
}

// anchors indexes the definitions of a schema by the names they give themselves.
func anchors(into map[string]*tree.Node, root *tree.Node) {
	for _, key := range []string{"definitions", "$defs"} {
		for _, d := range root.Get(key).Items() {
			for _, a := range []string{"$id", "$dynamicAnchor", "$anchor"} {
				if name := textOf(d.Get(a)); name != "" {
					into["#"+strings.TrimPrefix(name, "#")] = d.Resolve()
				}
			}
		}
	}
}

var unescapePointer = strings.NewReplacer("~1", "/", "~0", "~", "%24", "$", "%25", "%", "%20", " ", "%7B", "{", "%7D", "}")

func child(n *tree.Node, step string) *tree.Node {
	n = n.Resolve()
	if n == nil {
		return nil
	}
	if n.Kind == tree.Map {
		return n.Get(step)
	}
	index := 0
	for i := 0; i < len(step); i++ {
		if step[i] < '0' || step[i] > '9' || index > 1<<20 {
			return nil
		}
		index = index*10 + int(step[i]-'0')
	}
	if n.Kind != tree.List || step == "" || index >= len(n.Children) {
		return nil
	}
	return n.Children[index].Resolve()
}

func requiredNames(n *tree.Node) map[string]bool {
	var names map[string]bool
	for _, c := range n.Get("required").Items() {
		if c = c.Resolve(); c != nil && c.Kind == tree.Text {
			if names == nil {
				names = map[string]bool{}
			}
			names[c.Value] = true
		}
	}
	return names
}

func joinPath(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
