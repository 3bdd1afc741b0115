package mcp

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// A form is one way in which servers are packaged, catalogued or registered.
type form struct {
	name  string
	is    func(r *reader, root *tree.Node) bool
	read  func(r *reader, root *tree.Node)
	lists bool // the document is a listing of tools, too, to be read as any other
}

// forms lists the ways, the most telling first. A document has at most one.
var forms = []form{
	{"mcpb", isBundle, (*reader).bundle, true},
	{"server-card", isServerCard, (*reader).serverCard, false},
	{"server.json", isRegistry, (*reader).registry, false},
	{"docker-catalog", isDockerCatalog, (*reader).dockerCatalog, false},
	{"docker-entry", isDockerEntry, (*reader).dockerEntry, false},
	{"smithery", isSmithery, (*reader).smithery, false},
	{"claude-marketplace", isMarketplace, (*reader).marketplace, false},
	{"plugin", isPlugin, (*reader).plugin, false},
	{"gemini-extension", isGeminiExtension, (*reader).geminiExtension, false},
	{"fastmcp", isFastMCP, (*reader).fastMCP, false},
	{"obot", isObot, (*reader).obot, false},
	{"toolhive", isRunConfig, (*reader).runConfig, false},
	{"server-card-catalog", isCardCatalog, func(*reader, *tree.Node) {}, false},
	{"glama", isGlama, func(*reader, *tree.Node) {}, false},
}

// packageManifest reads a document that packages or registers servers. It reports
// whether it was one, and whether it is a listing besides.
func (r *reader) packageManifest(root *tree.Node) (packaged, lists bool) {
	if !root.Is(tree.Map) {
		return false, true
	}
	for _, f := range forms {
		if f.is(r, root) {
			f.read(r, root)
			return true, f.lists
		}
	}
	return false, true
}

// offer records one way in which a manifest offers a server.
func (r *reader) offer(form string, n *tree.Node, name, version String) {
	r.file.Packages = append(r.file.Packages, &Packaged{Form: form, Name: name, Version: version, Node: n})
}

func schemaOf(root *tree.Node) string {
	if s := root.Get("$schema"); s.Is(tree.Text) {
		return s.Value
	}
	return ""
}

// implied is a word that a form implies. It stands nowhere in the file, and is
// reported where the text is that implies it.
func implied(word string, by String) String { return String{Value: word, Span: by.Span} }

// containerLaunch returns the launch of an image in the words of docker run, so that its
// parts are read as they are everywhere else.
func containerLaunch(options []String, image String, command []String) launch.Launch {
	args := append([]source.String{implied("run", image), implied("-i", image), implied("--rm", image)}, options...)
	args = append(append(args, image), command...)
	return launch.Parse(implied("docker", image), args)
}

// --- Docker's catalog and its registry

func isDockerCatalog(_ *reader, root *tree.Node) bool {
	entries := root.Get("registry").Items()
	for _, e := range entries {
		if e.Get("image").Is(tree.Text) || e.Get("remote").Is(tree.Map) || e.Get("upstream").Is(tree.Text) || e.Get("ref") != nil {
			return true
		}
	}
	return false
}

func (r *reader) dockerCatalog(root *tree.Node) {
	for _, e := range root.Get("registry").Items() {
		r.dockerServer(e.Resolve(), r.doc.KeyString(e), "docker-catalog")
	}
}

// isDockerEntry recognises one entry of a catalog, and server.yaml of the registry
// that the catalog is built from.
func isDockerEntry(_ *reader, root *tree.Node) bool {
	kind := root.Get("type")
	known := kind.Is(tree.Text) && (kind.Value == "server" || kind.Value == "remote" || kind.Value == "poci")
	return known && root.Get("name").Is(tree.Text) && root.Find("image", "remote", "about", "tools") != nil && root.Get("inputSchema") == nil
}

func (r *reader) dockerEntry(root *tree.Node) {
	r.dockerServer(root, r.str(root, "name"), "docker-entry")
}

// dockerServer reads an entry: an image with what the gateway gives it, an address,
// or tools that are containers of their own.
func (r *reader) dockerServer(n *tree.Node, name String, form string) {
	if !n.Is(tree.Map) {
		return
	}
	r.offer(form, n, name, r.str(n.Get("source"), "commit"))
	run := n
	if n.Get("run").Is(tree.Map) {
		run = n.Get("run")
	}
	s := &Server{Name: name, Node: n, Env: r.pairs(n.Find("env"))}
	s.Env = append(s.Env, r.pairs(n.Path("config", "env"))...)
	if image := r.text(n, "image"); image.Present() {
		s.Transport = Stdio
		s.Launch = containerLaunch(r.dockerOptions(run), image, r.strings(run.Get("command")))
		if n.Get("source").Is(tree.Map) { // the registry builds the image, and its catalogue names the digest
			s.Launch.Package.Pin = launch.Local
		}
		r.add(s)
	} else if remote := n.Get("remote"); remote.Is(tree.Map) {
		s.URL, s.RawTransport = r.text(remote, "url"), r.str(remote, "transport_type")
		s.Headers = r.headers(remote)
		if s.Transport = HTTP; s.RawTransport.Value == "sse" {
			s.Transport = SSE
		}
		r.add(s)
	}
	for _, tool := range n.Get("tools").Items() {
		if c := tool.Get("container"); c.Get("image").Is(tree.Text) {
			r.add(&Server{Name: r.str(tool, "name"), Node: c, Transport: Stdio,
				Launch: containerLaunch(r.dockerOptions(c), r.text(c, "image"), r.strings(c.Get("command")))})
		}
	}
	for _, secret := range append(n.Get("secrets").Items(), n.Path("config", "secrets").Items()...) {
		r.file.Inputs = append(r.file.Inputs, &Input{
			ID: r.str(secret, "name"), Description: r.str(secret, "description"), Default: r.str(secret, "example"), Secret: true, Node: secret.Resolve(),
		})
	}
	if tools := n.Get("tools"); isToolList(tools) {
		r.toolsInto(r.target(n, name), tools)
	}
	owner := "server " + name.Value
	for _, text := range []String{r.text(n, "description"), r.text(n.Get("about"), "description")} {
		r.prose(owner, RoleDescription, text)
	}
}

// dockerOptions returns what an entry asks of the container as options of docker run.
func (r *reader) dockerOptions(n *tree.Node) []String {
	var options []String
	for _, v := range r.strings(n.Get("volumes")) {
		options = append(options, implied("-v", v), v)
	}
	if user := r.str(n, "user"); user.Present() {
		options = append(options, implied("--user", user), user)
	}
	for _, host := range r.strings(n.Get("extraHosts")) {
		options = append(options, implied("--add-host", host), host)
	}
	if off := n.Get("disableNetwork"); isTrue(off) {
		at := r.doc.String(off)
		options = append(options, implied("--network", at), implied("none", at))
	}
	return options
}

// prose adds model-visible text that belongs to no listing.
func (r *reader) prose(owner string, role Role, text String) {
	if text.Value != "" {
		r.file.Prose = append(r.file.Prose, Text{String: text, Role: role, Owner: owner})
	}
}

// --- Smithery

func isSmithery(r *reader, root *tree.Node) bool {
	return root.Get("startCommand").Is(tree.Map) || strings.HasPrefix(r.origin.Base, "smithery.y") && root.Get("runtime").Is(tree.Text)
}

func (r *reader) smithery(root *tree.Node) {
	name := r.str(root, "name")
	r.offer("smithery", root, name, String{})
	start := root.Get("startCommand")
	if start == nil {
		return
	}
	s := &Server{Name: name, Node: start, Container: root, Env: r.pairs(root.Get("env")), RawTransport: r.text(start, "type")}
	s.Transport, _ = TransportOf(s.RawTransport.Value)
	s.Command, s.Args = commandLiteral(r.text(start, "commandFunction"))
	r.add(s)
	for _, p := range start.Path("configSchema", "properties").Items() {
		r.file.Inputs = append(r.file.Inputs, &Input{
			ID: r.doc.KeyString(p), Type: r.str(p, "type"), Description: r.str(p, "description"), Default: r.str(p, "default"), Node: p.Resolve(),
		})
	}
}

// commandLiteral finds the program and the arguments that a piece of JavaScript
// names as string literals: command: 'node', args: ['dist/index.js'].
func commandLiteral(code String) (command String, args []String) {
	if words := literalsAfter(code, "command", false); len(words) > 0 {
		command = words[0]
	}
	return command, literalsAfter(code, "args", true)
}

// literalsAfter returns the string literals behind key and a colon: the one that
// stands there, or those of the list that does.
func literalsAfter(code String, key string, list bool) []String {
	at := 0
	for {
		i := strings.Index(code.Value[at:], key)
		if i < 0 {
			return nil
		}
		at += i + len(key)
		rest := strings.TrimLeft(code.Value[at:], `'" `)
		if strings.HasPrefix(rest, ":") {
			at = len(code.Value) - len(rest) + 1
			break
		}
	}
	at = len(code.Value) - len(strings.TrimLeft(code.Value[at:], " \n\t"))
	if list {
		if !strings.HasPrefix(code.Value[at:], "[") {
			return nil
		}
		at++
	}
	var found []String
	for at < len(code.Value) {
		switch c := code.Value[at]; c {
		case '\'', '"', '`':
			end := strings.IndexByte(code.Value[at+1:], c)
			if end < 0 {
				return found
			}
			found = append(found, code.Slice(at+1, at+1+end))
			if at += end + 2; !list {
				return found
			}
		case ' ', ',', '\n', '\t', '\r':
			at++
		default: // an expression, or the end of the list
			if !list || c == ']' {
				return found
			}
			at++
		}
	}
	return found
}

// --- Plugins and extensions of clients

func isMarketplace(_ *reader, root *tree.Node) bool {
	plugins := root.Get("plugins")
	return plugins.Is(tree.List) && root.Get("owner").Is(tree.Map) && anyHas(plugins, "source")
}

func (r *reader) marketplace(root *tree.Node) {
	for _, p := range root.Get("plugins").Items() {
		r.offer("claude-marketplace", p.Resolve(), r.str(p, "name"), r.str(p, "version"))
		if servers := p.Get("mcpServers"); servers.Is(tree.Map) {
			r.servers(container{node: servers, sure: true})
		}
	}
}

func isPlugin(r *reader, root *tree.Node) bool {
	return r.origin.plugin && root.Get("name").Is(tree.Text)
}

func (r *reader) plugin(root *tree.Node) {
	r.offer("plugin", root, r.str(root, "name"), r.str(root, "version"))
	if servers := root.Find("mcpServers", "mcp_servers"); servers.Is(tree.Map) {
		r.servers(container{node: servers.Resolve(), sure: true})
	}
	r.userConfig(root.Get("userConfig"))
}

// userConfig reads what a plugin or bundle asks its user for.
func (r *reader) userConfig(n *tree.Node) {
	for _, m := range n.Items() {
		r.file.Inputs = append(r.file.Inputs, &Input{
			ID: r.doc.KeyString(m), Type: r.str(m, "type"), Description: r.str(m, "description"),
			Default: r.str(m, "default"), Secret: isTrue(m.Get("sensitive")), Node: m.Resolve(),
		})
	}
}

func isGeminiExtension(r *reader, root *tree.Node) bool {
	return root.Get("name").Is(tree.Text) && root.Get("version").Is(tree.Text) &&
		(r.origin.Base == "gemini-extension.json" || root.Find("contextFileName", "migratedTo") != nil && root.Find("mcpServers", "excludeTools") != nil)
}

func (r *reader) geminiExtension(root *tree.Node) {
	r.offer("gemini-extension", root, r.str(root, "name"), r.str(root, "version"))
	if servers := root.Get("mcpServers"); servers.Is(tree.Map) {
		r.servers(container{node: servers, key: "mcpServers", sure: true})
	}
	for _, s := range root.Get("settings").Items() {
		r.file.Inputs = append(r.file.Inputs, &Input{
			ID: r.str(s, "envVar"), Description: r.str(s, "description"), Secret: isTrue(s.Get("sensitive")), Node: s.Resolve(),
		})
	}
}

// --- FastMCP

func isFastMCP(r *reader, root *tree.Node) bool {
	return strings.Contains(schemaOf(root), "gofastmcp") ||
		root.Path("source", "path").Is(tree.Text) && (root.Get("deployment").Is(tree.Map) || r.origin.Base == "fastmcp.json")
}

func (r *reader) fastMCP(root *tree.Node) {
	name := r.str(root, "name")
	r.offer("fastmcp", root, name, String{})
	deployment := root.Get("deployment")
	if deployment == nil {
		deployment = root
	}
	s := &Server{Name: name, Node: deployment, Container: root, Env: r.pairs(deployment.Get("env")), Cwd: r.str(deployment, "cwd"), RawTransport: r.text(deployment, "transport")}
	s.Transport = Stdio
	if t, known := TransportOf(s.RawTransport.Value); known {
		s.Transport = t
	}
	script := r.text(root.Get("source"), "path")
	args := []String{implied("run", script), script}
	for _, key := range []string{"host", "port"} {
		if v := r.str(deployment, key); v.Present() {
			args = append(args, implied("--"+key, v), v)
		}
	}
	s.Args = append(args, r.strings(deployment.Get("args"))...)
	s.Launch = launch.Parse(implied("fastmcp", script), s.Args)
	r.add(s)
}

// --- Obot

var obotConfigs = []string{"npxConfig", "uvxConfig", "containerizedConfig", "remoteConfig"}

func isObot(_ *reader, root *tree.Node) bool {
	return root.Find(obotConfigs...).Is(tree.Map) && root.Find("name", "entryKey", "runtime") != nil
}

func (r *reader) obot(root *tree.Node) {
	name := r.str(root, "name", "entryKey")
	r.offer("obot", root, name, String{})
	s := &Server{Name: name, Node: root.Find(obotConfigs...).Resolve(), Container: root, Env: r.pairs(root.Get("env")), Transport: Stdio}
	for _, e := range root.Get("env").Items() {
		r.file.Inputs = append(r.file.Inputs, &Input{ID: r.str(e, "key"), Description: r.str(e, "description"), Secret: isTrue(e.Get("sensitive")), Node: e.Resolve()})
	}
	args := r.strings(s.Node.Get("args"))
	switch {
	case root.Get("npxConfig") != nil:
		pack := r.text(s.Node, "package")
		s.Launch = launch.Parse(implied("npx", pack), append([]String{implied("-y", pack), pack}, args...))
	case root.Get("uvxConfig") != nil:
		pack := r.text(s.Node, "package")
		s.Launch = launch.Parse(implied("uvx", pack), append([]String{pack}, args...))
	case root.Get("containerizedConfig") != nil:
		s.Launch = containerLaunch(nil, r.text(s.Node, "image"), append(r.strings(s.Node.Get("command")), args...))
	default:
		s.URL, s.Headers, s.Transport = r.text(s.Node, "fixedURL", "url"), r.headers(s.Node), HTTP
	}
	r.add(s)
	if tools := root.Get("toolPreview"); isToolList(tools) {
		r.toolsInto(r.target(root, name), tools)
	}
}

// --- ToolHive

func isRunConfig(_ *reader, root *tree.Node) bool {
	return root.Find("image", "remote_url").Is(tree.Text) && root.Get("transport").Is(tree.Text) &&
		root.Find("permission_profile", "schema_version", "cmd_args", "container_name", "isolate_network", "header_forward") != nil
}

func (r *reader) runConfig(root *tree.Node) {
	name := r.str(root, "name", "container_name")
	r.offer("toolhive", root, name, String{})
	s := &Server{Name: name, Node: root, Env: r.pairs(root.Get("env_vars")), EnvFile: r.str(root, "env_file_dir"), RawTransport: r.text(root, "transport")}
	s.Transport, _ = TransportOf(s.RawTransport.Value)
	if image := r.text(root, "image"); image.Present() {
		var options []String
		for _, v := range r.strings(root.Get("volumes")) {
			options = append(options, implied("-v", v), v)
		}
		s.Launch = containerLaunch(options, image, r.strings(root.Get("cmd_args")))
	}
	s.URL = r.text(root, "remote_url")
	s.Headers = r.pairs(root.Path("header_forward", "add_plaintext_headers"))
	s.Allowed = r.strings(root.Get("tools_filter"))
	r.add(s)
}

// --- Server cards

func isServerCard(_ *reader, root *tree.Node) bool {
	return strings.Contains(schemaOf(root), "server-card") && root.Get("remotes").Is(tree.List)
}

func (r *reader) serverCard(root *tree.Node) {
	name := r.str(root, "name")
	r.offer("server-card", root, name, r.str(root, "version"))
	for _, remote := range root.Get("remotes").Items() {
		r.add(r.entry(remote.Resolve(), name, container{node: root, sure: true}))
	}
	r.prose("server "+name.Value, RoleDescription, r.text(root, "description"))
}

func isCardCatalog(r *reader, root *tree.Node) bool {
	return root.Get("specVersion").Is(tree.Text) && root.Get("entries").Is(tree.List) && r.origin.wellKnown
}

func isGlama(_ *reader, root *tree.Node) bool {
	return strings.Contains(schemaOf(root), "glama.ai/mcp/")
}
