package mcp

import (
	"slices"

	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// listings finds what servers tell the model, in whatever wrapping a dump has.
func (r *reader) listings(root *tree.Node) {
	r.listing(root, String{}, 0)
}

// maxWrapping bounds how many envelopes are opened on the way to a listing.
const maxWrapping = 6

// listing opens envelopes until it stands before a listing.
func (r *reader) listing(n *tree.Node, server String, depth int) {
	if n = n.Resolve(); n == nil || depth > maxWrapping {
		return
	}
	switch n.Kind {
	case tree.List:
		r.listOf(n, server, depth)
	case tree.Map:
		if result := n.Get("result"); result.Is(tree.Map) {
			r.listing(result, server, depth+1)
			return
		}
		if r.isListing(n) {
			r.readListing(n, server)
			return
		}
		r.keyed(n, depth)
	}
}

// listOf reads a bare array of tools, prompts or resources, or of envelopes.
func (r *reader) listOf(n *tree.Node, server String, depth int) {
	switch {
	case allMaps(n) && anyHas(n, "inputSchema", "input_schema", "parameters") && anyHas(n, "name"):
		r.toolsInto(r.target(n, server), n)
	case allMaps(n) && anyHas(n, "uriTemplate") && anyHas(n, "name"):
		r.resourcesInto(r.target(n, server), n)
	case allMaps(n) && anyHas(n, "jsonrpc", "result", "signature", "servers", "tools"):
		for _, item := range n.Children {
			r.listing(item, server, depth+1)
		}
	case allMaps(n) && r.mentionsTools() && anyHas(n, "name") && anyHas(n, "description"):
		r.toolsInto(r.target(n, server), n)
	}
}

// keyed reads maps from server name or path to listings, and agent-scan dumps.
func (r *reader) keyed(n *tree.Node, depth int) {
	if servers := n.Get("servers"); servers.Is(tree.List) {
		for _, s := range servers.Children {
			r.scanned(s, depth)
		}
		return
	}
	if s := n.Get("signature"); s.Is(tree.Map) {
		r.scanned(n, depth)
		return
	}
	if depth > 2 || len(r.file.Servers) > 0 && depth == 0 && r.containersHere(n) {
		return
	}
	for _, m := range n.Children {
		v := m.Resolve()
		if v == nil || v.Kind != tree.Map {
			continue
		}
		if r.isListing(v) {
			r.readListing(v, r.doc.KeyString(m))
		} else if v.Get("servers").Is(tree.List) || v.Get("signature").Is(tree.Map) || v.Get("result").Is(tree.Map) {
			r.listing(v, r.doc.KeyString(m), depth+1)
		}
	}
}

func (r *reader) containersHere(n *tree.Node) bool {
	return n.Find("mcpServers", "servers", "mcp", "context_servers") != nil
}

// scanned reads one server of an agent-scan dump: how it is started, and its
// signature.
func (r *reader) scanned(n *tree.Node, depth int) {
	name := r.str(n, "name")
	if entry := n.Get("server"); isLaunchable(entry) {
		r.add(r.entry(entry, name, container{node: n, sure: true}))
	}
	if signature := n.Get("signature"); signature.Is(tree.Map) {
		if !name.Present() {
			name = r.str(signature.Get("metadata").Get("serverInfo"), "name")
		}
		r.listing(signature, name, depth+1)
		if meta := signature.Get("metadata"); meta.Is(tree.Map) {
			r.readListing(meta, name)
		}
	} else {
		r.listing(n, name, depth+1)
	}
}

// isListing reports whether a map is a listing by its content.
func (r *reader) isListing(n *tree.Node) bool {
	return isToolList(n.Get("tools")) || isPromptList(n.Get("prompts")) || isResourceList(n.Get("resources")) ||
		n.Get("resourceTemplates").Is(tree.List) || n.Get("resource_templates").Is(tree.List) && len(n.Get("resource_templates").Children) > 0 ||
		isHandshake(n) || isSingleTool(n)
}

func isToolList(n *tree.Node) bool {
	return n.Is(tree.List) && allMaps(n) &&
		(anyHas(n, "name") && anyHas(n, "description", "inputSchema", "input_schema", "annotations", "arguments") || isFunctionList(n))
}

// isFunctionList recognises tools as model APIs take them: {type, function}.
func isFunctionList(n *tree.Node) bool {
	for _, item := range n.Items() {
		if !item.Get("function").Get("name").Is(tree.Text) {
			return false
		}
	}
	return len(n.Items()) > 0
}

func isPromptList(n *tree.Node) bool {
	return n.Is(tree.List) && allMaps(n) && anyHas(n, "name") && anyHas(n, "description", "arguments", "text", "messages")
}

func isResourceList(n *tree.Node) bool {
	return n.Is(tree.List) && allMaps(n) && anyHas(n, "uri", "uriTemplate")
}

// isHandshake recognises an initialize or server/discover result.
func isHandshake(n *tree.Node) bool {
	return n.Get("protocolVersion").Is(tree.Text) && (n.Get("serverInfo").Is(tree.Map) || n.Get("capabilities").Is(tree.Map)) ||
		n.Get("supportedVersions").Is(tree.List) && n.Get("capabilities").Is(tree.Map)
}

func isSingleTool(n *tree.Node) bool {
	return n.Get("name").Is(tree.Text) && n.Get("inputSchema").Is(tree.Map) && n.Get("description").Is(tree.Text)
}

// target returns the listing that a node adds to. The pages and answers of one
// unnamed server in one file are one listing.
func (r *reader) target(n *tree.Node, server String) *Listing {
	of := listingOf{server.Value, server.Present()}
	l := r.listed[of]
	if l == nil {
		l = &Listing{Server: server, Node: n, Document: r.doc}
		r.listed[of] = l
		r.file.Manifests = append(r.file.Manifests, l)
	}
	return l
}

// listingOf names a listing: a server without a name is not one named "".
type listingOf struct {
	server string
	named  bool
}

func (r *reader) readListing(n *tree.Node, server String) {
	if !server.Present() {
		server = r.str(n.Get("serverInfo"), "name")
	}
	if !server.Present() {
		server = r.str(n.Path("_meta", "io.modelcontextprotocol/serverInfo"), "name")
	}
	l := r.target(n, server)
	if info := n.Get("serverInfo"); info.Is(tree.Map) {
		l.Version = r.str(info, "version")
		r.collect(l, nil, "server", RoleTitle, r.text(info, "title"))
		r.collect(l, nil, "server", RoleDescription, r.text(info, "description"))
	}
	if v := r.text(n, "protocolVersion"); v.Present() {
		l.Protocol = v
	}
	if isTextual(n.Get("nextCursor")) {
		l.Partial = true
	}
	if isSingleTool(n) {
		l.Partial = true
		r.tool(l, n)
	}
	if text := r.text(n, "instructions"); text.Present() {
		l.Instructions = text
		r.collect(l, nil, "server", RoleInstructions, text)
	}
	if tools := n.Get("tools"); isToolList(tools) {
		r.toolsInto(l, tools)
	}
	if prompts := n.Get("prompts"); prompts.Is(tree.List) {
		for _, p := range prompts.Children {
			r.prompt(l, p.Resolve())
		}
	}
	for _, key := range []string{"resources", "resourceTemplates", "resource_templates"} {
		if list := n.Get(key); list.Is(tree.List) {
			r.resourcesInto(l, list)
		}
	}
}

func isTextual(n *tree.Node) bool { return n.Is(tree.Text) && n.Resolve().Value != "" }

func (r *reader) toolsInto(l *Listing, list *tree.Node) {
	l.Texts = slices.Grow(l.Texts, textsBelow(list))
	for _, n := range list.Children {
		if n = n.Resolve(); n != nil && n.Kind == tree.Map {
			if inner := n.Get("function"); inner.Is(tree.Map) && inner.Get("name") != nil {
				n = inner
			}
			r.tool(l, n)
		}
	}
}

// textsBelow estimates how many texts a node holds: its strings, and its maps, most
// of which are parameters with a name. Texts are large and many; growing their slice
// step by step would copy each several times.
func textsBelow(n *tree.Node) int {
	count := 0
	for _, c := range n.Children {
		switch c.Kind {
		case tree.Text:
			count++
		case tree.Map:
			count += 1 + textsBelow(c)
		case tree.List:
			count += textsBelow(c)
		}
	}
	return count
}

func (r *reader) tool(l *Listing, n *tree.Node) {
	t := &Tool{
		Name: r.str(n, "name"), Title: r.text(n, "title"), Description: r.text(n, "description"),
		Node: n, Annotations: n.Get("annotations"), Listing: l, Document: r.doc,
		Output: n.Find("outputSchema", "output_schema").Resolve(),
	}
	t.Input = n.Find("inputSchema", "input_schema", "parameters").Resolve()
	l.Tools = append(l.Tools, t)
	w := textWalk{r: r, listing: l, tool: t, owner: "tool " + t.Name.Value}
	w.members(n)
}

func (r *reader) prompt(l *Listing, n *tree.Node) {
	if n == nil || n.Kind != tree.Map {
		return
	}
	p := &Prompt{Name: r.str(n, "name"), Title: r.text(n, "title"), Description: r.text(n, "description"), Node: n}
	l.Prompts = append(l.Prompts, p)
	owner := "prompt " + p.Name.Value
	r.collect(l, nil, owner, RoleName, p.Name)
	r.collect(l, nil, owner, RoleTitle, p.Title)
	r.collect(l, nil, owner, RoleDescription, p.Description)
	for _, a := range n.Get("arguments").Items() {
		r.collect(l, nil, owner, RoleParameterName, r.text(a, "name"))
		r.collect(l, nil, owner, RolePromptArgument, r.text(a, "title"))
		r.collect(l, nil, owner, RolePromptArgument, r.text(a, "description"))
	}
	w := textWalk{r: r, listing: l, owner: owner}
	w.strings(n.Get("text"), RolePromptText, 0)
	w.strings(n.Get("messages"), RolePromptText, 0)
	w.strings(n.Get("_meta"), RoleMeta, 0)
}

func (r *reader) resourcesInto(l *Listing, list *tree.Node) {
	for _, n := range list.Children {
		if n = n.Resolve(); n == nil || n.Kind != tree.Map {
			continue
		}
		res := &Resource{URI: r.text(n, "uri", "uriTemplate"), Name: r.str(n, "name"), Description: r.text(n, "description"), Template: n.Get("uriTemplate") != nil, Node: n}
		l.Resources = append(l.Resources, res)
		owner := "resource " + res.Name.Value
		r.collect(l, nil, owner, RoleName, res.Name)
		r.collect(l, nil, owner, RoleURI, res.URI)
		r.collect(l, nil, owner, RoleTitle, r.text(n, "title"))
		r.collect(l, nil, owner, RoleDescription, res.Description)
		w := textWalk{r: r, listing: l, owner: owner}
		w.strings(n.Get("text"), RoleResourceText, 0)
		w.strings(n.Get("contents"), RoleResourceText, 0)
		w.strings(n.Get("_meta"), RoleMeta, 0)
	}
}

// collect adds a text to a listing unless it is empty.
func (r *reader) collect(l *Listing, t *Tool, owner string, role Role, text String) {
	if text.Value != "" {
		l.Texts = append(l.Texts, Text{String: text, Role: role, Owner: owner, Listing: l, Tool: t})
	}
}

func (r *reader) mentionsTools() bool { return mentionsTools(r.origin.Base) }

func allMaps(n *tree.Node) bool {
	for _, c := range n.Items() {
		if !c.Is(tree.Map) {
			return false
		}
	}
	return len(n.Items()) > 0
}

func anyHas(n *tree.Node, keys ...string) bool {
	for _, c := range n.Items() {
		if c.Find(keys...) != nil {
			return true
		}
	}
	return false
}
