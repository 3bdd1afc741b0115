package mcp

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// The names under which clients write the same field. The sets were collected
// from the clients' own documentation and sources.
var (
	urlKeys       = []string{"url", "serverUrl", "server_url", "httpUrl", "baseUrl", "base_url", "uri", "remote_url", "endpoint", "sseUrl"}
	commandKeys   = []string{"command", "cmd", "executable"}
	envKeys       = []string{"env", "envs", "environment", "env_vars"}
	cwdKeys       = []string{"cwd", "workingDirectory", "working_directory", "workdir"}
	transportKeys = []string{"transport", "transportType", "transport_type", "type"}
	nameKeys      = []string{"name", "id", "key"}
	headerKeys    = []string{"headers", "http_headers", "requestHeaders"}
)

// TransportOf reads a transport word in any client's spelling.
func TransportOf(word string) (Transport, bool) {
	plain := strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToLower(word))
	switch plain {
	case "stdio", "local", "command":
		return Stdio, true
	case "http", "https", "streamablehttp", "streamable", "httpstream", "remote", "httpstreamable":
		return HTTP, true
	case "sse":
		return SSE, true
	case "ws", "websocket":
		return WebSocket, true
	case "builtin", "platform", "frontend", "inmemory", "inlinepython":
		return InProcess, true
	}
	return TransportUnknown, false
}

// A container is a node that holds server entries.
type container struct {
	node *tree.Node
	key  string // dotted path from the root, "" when it is wrapped or bare
	sure bool   // the key says MCP, so that odd entries count as servers too
	bare bool   // the document itself is the map
}

// containers finds every place of a document where servers stand.
func (r *reader) containers(root *tree.Node) []container {
	var found []container
	add := func(key string, n *tree.Node, sure bool) {
		if n = n.Resolve(); n == nil || n.Kind != tree.Map && n.Kind != tree.List {
			return
		}
		if sure && len(n.Children) == 0 {
			r.settings = true
		}
		if sure || holdsEntries(n) {
			found = append(found, container{node: n, key: key, sure: sure})
		}
	}
	for _, m := range root.Items() {
		switch {
		case isContainerKey(m.Key):
			add(m.Key, m, true)
		case strings.HasSuffix(m.Key, ".mcp"): // a dotted editor setting: amazonQ.mcp
			add(m.Key+".servers", m.Get("servers"), true)
		case m.Key == "installations" && root.Get("name").Is(tree.Text): // an entry of the mcpm registry
			r.packaged = r.packaged || holdsEntries(m.Resolve())
			add("", m, false)
		}
	}
	if servers := root.Get("servers"); r.origin.mcp && namesEntries(servers) {
		add("servers", servers, true)
	} else {
		add("servers", servers, false)
	}
	add("extensions", root.Path("extensions"), false)
	if mcp := root.Get("mcp"); mcp.Is(tree.Map) {
		if servers := mcp.Get("servers"); servers.Is(tree.Map) {
			add("mcp.servers", servers, true)
		} else if servers := mcp.Get("mcpServers"); servers.Is(tree.Map) {
			add("mcp.mcpServers", servers, true)
		} else {
			add("mcp", mcp, false)
		}
	}
	for _, project := range root.Get("projects").Items() {
		add("projects.*.mcpServers", project.Get("mcpServers"), true)
	}
	if plugins := root.Get("plugins"); plugins.Is(tree.List) {
		add("plugins", plugins, false) // a TOML list of tables
		for _, plugin := range plugins.Children {
			add("plugins[].mcpServers", plugin.Get("mcpServers"), true)
		}
	}
	for _, path := range [][]string{
		{"customizations", "vscode", "mcp", "servers"}, {"customizations", "vscode", "settings", "mcp", "servers"},
		{"settings", "mcp", "servers"}, {"settings", "mcp.servers"},
	} {
		add(strings.Join(path, "."), root.Path(path...), true)
	}
	if len(found) == 0 && !r.packaged {
		if found = r.bare(root); len(found) == 0 {
			found = r.deeper(root, 0)
		}
	}
	return found
}

// isContainerKey reports whether a key can only hold servers, alone or at the
// end of a dotted editor setting.
func isContainerKey(key string) bool {
	switch key {
	case "mcpServers", "mcp_servers", "context_servers", "mcp-servers", "managedMcpServers", "mcp.servers":
		return true
	}
	return strings.HasSuffix(key, ".mcpServers") || strings.HasSuffix(key, ".mcp.servers")
}

// maxWrap bounds how deep a container is looked for below other programs' keys.
const maxWrap = 5

// deeper finds containers that another program's file wraps: a gateway's list of
// {server_name, config}, a history of configs.
func (r *reader) deeper(n *tree.Node, depth int) []container {
	if n = n.Resolve(); n == nil || depth > maxWrap {
		return nil
	}
	var found []container
	for _, m := range n.Children {
		switch {
		case n.Kind == tree.Map && isContainerKey(m.Key) && (m.Is(tree.Map) || m.Is(tree.List)) && holdsEntries(m.Resolve()):
			found = append(found, container{node: m.Resolve()})
		case m.Is(tree.List) && anyWraps(m.Resolve()):
			found = append(found, container{node: m.Resolve()})
		case m.Is(tree.Map) || m.Is(tree.List):
			found = append(found, r.deeper(m, depth+1)...)
		}
	}
	return found
}

// anyWraps reports whether an item is a named wrapper around an entry.
func anyWraps(list *tree.Node) bool {
	for _, item := range list.Children {
		if isLaunchable(item.Get("config")) && item.Find(wrapperNames...).Is(tree.Text) {
			return true
		}
	}
	return false
}

// wrapperNames are the keys that name the server of a wrapped entry.
var wrapperNames = []string{"server_name", "serverName", "name", "id"}

// bare recognises a document that is itself the map of servers, or one entry.
func (r *reader) bare(root *tree.Node) []container {
	if !root.Is(tree.Map) || len(root.Children) == 0 {
		return nil
	}
	if r.origin.mcp && isEntry(root) {
		single := &tree.Node{Kind: tree.List, Span: root.Span, Children: []*tree.Node{root}}
		return []container{{node: single, bare: true}}
	}
	telling := 0
	for _, m := range root.Children {
		if strings.HasPrefix(m.Key, "$") || strings.HasPrefix(m.Key, "//") || strings.HasPrefix(m.Key, "_") {
			continue
		}
		if !isLaunchable(m) {
			return nil
		}
		if m.Get("args").Is(tree.List) || m.Find(transportKeys...).Is(tree.Text) || m.Get("env").Is(tree.Map) || m.Get("headers").Is(tree.Map) {
			telling++
		}
	}
	if telling == 0 && !r.origin.mcp {
		return nil
	}
	return []container{{node: root, bare: true}}
}

// holdsEntries reports whether at least half of the members can be launched. The
// items of a list must also have a name or a transport: lists of bare URLs are
// everywhere.
func holdsEntries(n *tree.Node) bool {
	hits := 0
	for _, m := range n.Children {
		switch {
		case n.Kind == tree.Map && m.Is(tree.Text):
			if isCommandLine(m.Resolve().Value) {
				hits++
			}
		case isLaunchable(m) && (n.Kind == tree.Map || m.Find(nameKeys...) != nil || m.Find(transportKeys...) != nil):
			hits++
		}
	}
	return hits > 0 && 2*hits >= len(n.Children)
}

// namesEntries reports whether a list has an item that can be launched and is named
// as servers of this protocol are: with a command, or with tools or a transport beside
// its address. It tells a list with entries that nobody could launch from the servers
// of an OpenAPI document, which have an address and a description.
func namesEntries(n *tree.Node) bool {
	if !n.Is(tree.List) {
		return false
	}
	return slices.ContainsFunc(n.Resolve().Children, func(m *tree.Node) bool {
		return isLaunchable(m) && m.Find(nameKeys...).Is(tree.Text) &&
			(m.Find(commandKeys...) != nil || m.Find(transportKeys...) != nil || m.Get("tools") != nil)
	})
}

// isCommandLine reports whether a string that stands for an entry is a command
// and not a caption: it begins with a launcher or a path, or has a flag.
func isCommandLine(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	switch first {
	case "npx", "bunx", "uvx", "uv", "node", "bun", "deno", "python", "python3", "docker", "podman", "pnpm", "npm", "yarn", "pipx", "go", "cmd", "bash", "sh":
		return rest != ""
	}
	return strings.HasPrefix(first, "/") || strings.HasPrefix(first, "./") || strings.HasPrefix(first, "~/") || strings.Contains(rest, "--")
}

// isLaunchable reports whether a node looks like a server entry by itself.
func isLaunchable(n *tree.Node) bool {
	n = n.Resolve()
	if n == nil || n.Kind != tree.Map {
		return false
	}
	if c := n.Find(commandKeys...); c.Is(tree.Text) || c.Is(tree.List) {
		return true
	}
	if c := n.Get("command"); c.Is(tree.Map) && c.Get("path").Is(tree.Text) {
		return true
	}
	word, known := Transport(0), false
	if t := n.Find(transportKeys...); t.Is(tree.Text) {
		word, known = TransportOf(t.Resolve().Value)
	} else if t.Is(tree.Map) {
		return t.Find(append([]string{"type"}, urlKeys...)...) != nil
	}
	if known && word == InProcess {
		return true
	}
	u := n.Find(urlKeys...)
	return u.Is(tree.Text) && (known || looksLikeURL(u.Resolve().Value))
}

// isEntry reports whether a document can only be one server entry.
func isEntry(n *tree.Node) bool {
	command, args := n.Find(commandKeys...), n.Get("args")
	word, known := Transport(0), false
	if t := n.Find(transportKeys...); t.Is(tree.Text) {
		word, known = TransportOf(t.Resolve().Value)
	}
	return command.Is(tree.Text) && args.Is(tree.List) || known && word != InProcess && isLaunchable(n)
}

func looksLikeURL(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "${") || strings.HasPrefix(s, "{{") || s == ""
}

// servers reads the entries of a container.
func (r *reader) servers(c container) {
	for _, m := range c.node.Children {
		entry := m.Resolve()
		if entry == nil {
			continue
		}
		if r.full {
			return
		}
		name := r.doc.KeyString(m)
		if c.node.Kind == tree.List {
			name = r.str(entry, nameKeys...)
		}
		switch {
		case entry.Kind == tree.Text && c.node.Kind == tree.Map:
			if command := r.doc.String(m); isCommandLine(command.Value) {
				r.add(&Server{Name: name, Node: m, Container: c.node, Command: command, Transport: Stdio})
			}
		case entry.Kind == tree.Map && (isLaunchable(entry) || c.node.Kind == tree.Map && (c.sure || isStub(entry))):
			r.add(r.entry(entry, name, c))
		case entry.Kind == tree.Map && c.node.Kind == tree.List && c.sure && len(entry.Children) == 1 && isLaunchable(entry.Children[0]):
			r.servers(container{node: entry, key: c.key, sure: true}) // {"name": {...}} in a list
		case entry.Kind == tree.Map && isLaunchable(entry.Get("config")):
			r.add(r.entry(entry.Get("config"), r.str(entry, wrapperNames...), c))
		}
	}
}

// isStub reports whether an entry only switches a server that is declared
// elsewhere.
func isStub(n *tree.Node) bool {
	return n.Find("disabled", "enabled") != nil
}

// maxServers bounds the servers of one file: every rule looks at each of them. No
// config of a person or a gateway comes near it.
const maxServers = 10_000

func (r *reader) add(s *Server) {
	if len(r.file.Servers) >= maxServers {
		if !r.full {
			r.full = true
			r.doc.Problems = append(r.doc.Problems, tree.Problem{
				Kind: tree.LimitReached, Span: s.Node.Span, Message: "more than 10,000 servers in one file", Lost: true,
			})
		}
		return
	}
	s.Document, s.Scope = r.doc, r.file.Scope
	if r.doc.Embedded && !r.doc.FrontMatter {
		s.Scope = ScopeExample // a block in a page shows what others may write
	}
	if r.client != nil {
		s.Client = r.client.ID
	}
	if s.Command.Present() {
		s.Launch = launch.Parse(s.Command, s.Args)
	}
	if s.Launch.Cut {
		r.doc.Problems = append(r.doc.Problems, tree.Problem{
			Kind: tree.LimitReached, Span: s.Launch.Words[0].Span, Lost: true,
			Message: "a command line of more than 256 KiB or 65,536 words, of which the rest is not looked at",
		})
	}
	r.file.Servers = append(r.file.Servers, s)
}

// entry reads one server entry in any client's spelling.
func (r *reader) entry(n *tree.Node, name String, c container) *Server {
	s := &Server{Name: name, Node: n, Container: c.node}
	r.launchFields(n, s)
	r.transport(n, s)
	s.Cwd = r.str(n, cwdKeys...)
	s.EnvFile = r.str(n, "envFile", "env_file")
	s.Env = append(s.Env, r.pairs(n.Find(envKeys...))...)
	s.Headers = r.headers(n)
	s.Approvals = approvals(r.doc, n, unattended(c.node, r.clientID()))
	r.filters(n, s)
	s.Disabled = isTrue(n.Get("disabled")) || isFalse(n.Get("enabled")) || isFalse(n.Get("isActive")) || isFalse(n.Get("is_active"))
	s.Texts = r.entryTexts(n, s)
	s.Inert, s.InertAt = r.inert(s, c)
	return s
}

// launchFields reads command and args: strings, arrays, and Zed's nested form.
func (r *reader) launchFields(n *tree.Node, s *Server) {
	command := n.Find(commandKeys...)
	args := n.Find("args", "arguments", "cmd_args")
	if command.Is(tree.Map) {
		inner := command.Resolve()
		args = inner.Get("args")
		if env := inner.Get("env"); env != nil {
			s.Env = r.pairs(env)
		}
		command = inner.Find("path", "command")
	}
	if command.Is(tree.List) {
		for i, item := range command.Resolve().Children {
			if i == 0 {
				s.Command = r.doc.String(item)
			} else if text := r.doc.String(item); text.Present() {
				s.Args = append(s.Args, text)
			}
		}
	} else {
		s.Command = r.doc.String(command)
	}
	if args.Is(tree.List) {
		for _, item := range args.Resolve().Children {
			if text := r.doc.String(item); text.Present() {
				s.Args = append(s.Args, text)
			}
		}
	} else if args.Is(tree.Text) {
		s.Args = append(s.Args, r.doc.String(args))
	}
}

// transport reads the URL and the transport word, flat or nested.
func (r *reader) transport(n *tree.Node, s *Server) {
	for _, key := range transportKeys {
		t := n.Get(key)
		if t.Is(tree.Map) {
			if !s.Command.Present() {
				r.launchFields(t, s)
			}
			s.URL = r.text(t, urlKeys...)
			s.RawTransport = r.text(t, "type")
			s.Headers = append(s.Headers, r.headers(t)...)
		}
		if t.Is(tree.Text) && !s.RawTransport.Present() {
			s.RawTransport = r.text(n, key)
		}
	}
	if u := r.text(n, urlKeys...); u.Present() {
		s.URL = u
	}
	s.settle()
}

// settle decides the transport from the word for it, or else from what there is.
func (s *Server) settle() {
	word, known := TransportOf(s.RawTransport.Value)
	switch {
	case known:
		s.Transport = word
	case s.Command.Present():
		s.Transport = Stdio
	case s.URL.Present():
		s.Transport = HTTP
		if strings.HasSuffix(strings.TrimRight(s.URL.Value, "/"), "/sse") {
			s.Transport = SSE
		}
	}
}

// pairs reads a map of scalars, a list of K=V strings or a list of {name, value}.
func (r *reader) pairs(n *tree.Node) []Pair {
	var out []Pair
	for _, m := range n.Items() {
		v := m.Resolve()
		switch {
		case v == nil:
		case n.Resolve().Kind == tree.Map && v.Kind == tree.Map:
			out = append(out, Pair{r.doc.KeyString(m), r.str(v, "value", "default", "secret")})
		case n.Resolve().Kind == tree.Map && v.Kind != tree.List:
			out = append(out, Pair{r.doc.KeyString(m), r.doc.String(m)})
		case v.Kind == tree.Map:
			out = append(out, Pair{r.str(v, "name", "key"), r.str(v, "value", "default")})
		case v.Kind == tree.Text:
			text := r.doc.String(m)
			if i := strings.IndexByte(text.Value, '='); i > 0 {
				out = append(out, Pair{text.Slice(0, i), text.Slice(i+1, len(text.Value))})
			} else if i := strings.IndexByte(text.Value, ':'); i > 0 {
				rest := strings.TrimLeft(text.Value[i+1:], " ")
				out = append(out, Pair{text.Slice(0, i), text.Slice(len(text.Value)-len(rest), len(text.Value))})
			}
		}
	}
	return out
}

func (r *reader) headers(n *tree.Node) []Pair {
	out := r.pairs(n.Find(headerKeys...))
	out = append(out, r.pairs(n.Path("requestInit", "headers"))...)
	return append(out, r.pairs(n.Path("requestOptions", "headers"))...)
}

// filters reads which tools an entry offers at all.
func (r *reader) filters(n *tree.Node, s *Server) {
	for _, key := range []string{"includeTools", "enabled_tools", "available_tools", "allowed_tools", "toolAllowlist", "tools"} {
		s.Allowed = append(s.Allowed, r.strings(n.Get(key))...)
	}
	for _, key := range []string{"excludeTools", "disabled_tools", "disabledTools"} {
		s.Denied = append(s.Denied, r.strings(n.Get(key))...)
	}
	s.Allowed = append(s.Allowed, r.strings(n.Path("toolFilter", "include"))...)
	s.Denied = append(s.Denied, r.strings(n.Path("toolFilter", "exclude"))...)
}

// strings returns the scalar items of a list, or a single scalar.
func (r *reader) strings(n *tree.Node) []String {
	if n == nil {
		return nil
	}
	if n.Kind == tree.Text {
		return []String{r.doc.String(n)}
	}
	if n.Kind != tree.List {
		return nil
	}
	var out []String
	for _, item := range n.Children {
		if item.Is(tree.Text) {
			out = append(out, r.doc.String(item))
		}
	}
	return out
}

// entryTexts collects the prose of an entry that its client shows to the model.
func (r *reader) entryTexts(n *tree.Node, s *Server) []Text {
	var out []Text
	add := func(text String, role Role) {
		if text.Value != "" {
			out = append(out, Text{String: text, Role: role, Owner: "server " + s.Name.Value, Server: s})
		}
	}
	add(r.text(n, "serverInstructions", "instructions"), RoleInstructions)
	for _, group := range []string{"tools", "prompts"} {
		if overrides := n.Get(group); overrides.Is(tree.Map) {
			for _, o := range overrides.Children {
				add(r.text(o, "description"), RoleOverride)
			}
		}
	}
	return out
}

// inputs reads the values a client asks for.
func (r *reader) inputs(root *tree.Node) {
	for _, list := range []*tree.Node{root.Get("inputs"), root.Path("mcp", "inputs")} {
		for _, n := range list.Items() {
			if n.Get("id") == nil {
				continue
			}
			r.file.Inputs = append(r.file.Inputs, &Input{
				ID: r.str(n, "id"), Type: r.str(n, "type"), Description: r.str(n, "description"),
				Default: r.str(n, "default"), Command: r.str(n, "command"),
				Secret: isTrue(n.Get("password")), Node: n,
			})
		}
	}
}

func isTrue(n *tree.Node) bool  { return n.Is(tree.Bool) && n.Resolve().Value == "true" }
func isFalse(n *tree.Node) bool { return n.Is(tree.Bool) && n.Resolve().Value == "false" }
