package mcp

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

func isBundle(_ *reader, root *tree.Node) bool {
	return root.Find("manifest_version", "dxt_version") != nil && root.Get("server").Is(tree.Map) &&
		(root.Path("server", "mcp_config").Is(tree.Map) || root.Path("server", "type").Is(tree.Text))
}

// bundle reads an MCP bundle: the launch, what it asks the user for, and the answers
// of the server that it brings along. Its tools and prompts are read as a listing.
func (r *reader) bundle(root *tree.Node) {
	name := r.str(root, "name")
	r.offer("mcpb", root, name, r.str(root, "version"))
	if config := root.Path("server", "mcp_config"); config.Is(tree.Map) {
		r.add(r.entry(config, name, container{node: config, sure: true}))
		for _, o := range config.Get("platform_overrides").Items() {
			if isLaunchable(o) {
				r.add(r.entry(o.Resolve(), name, container{node: config, sure: true}))
			}
		}
	}
	r.userConfig(root.Get("user_config"))
	for _, vendor := range root.Get("_meta").Items() {
		for _, answer := range vendor.Get("static_responses").Items() {
			if answer.Is(tree.Map) && r.isListing(answer.Resolve()) {
				r.readListing(answer.Resolve(), name)
			}
		}
	}
}

func isRegistry(_ *reader, root *tree.Node) bool {
	return isRegistryEntry(root) || isRegistryEntry(root.Get("server"))
}

// registry reads a server.json, as it is or in the wrapping of the registry's answers.
func (r *reader) registry(root *tree.Node) {
	if isRegistryEntry(root) {
		r.registryEntry(root)
	} else {
		r.registryEntry(root.Get("server"))
	}
}

// isRegistryEntry recognises a registry server.json by its schema or by its
// reverse-DNS name with packages or remotes.
func isRegistryEntry(n *tree.Node) bool {
	if !n.Is(tree.Map) {
		return false
	}
	if s := n.Get("$schema"); s.Is(tree.Text) && strings.Contains(s.Value, "static.modelcontextprotocol.io/schemas/") && strings.Contains(s.Value, "server.schema") {
		return true
	}
	name := n.Get("name")
	return name.Is(tree.Text) && strings.Contains(name.Value, "/") && strings.Contains(name.Value, ".") &&
		(n.Get("packages").Is(tree.List) || n.Get("remotes").Is(tree.List))
}

// registryEntry reads packages and remotes of a registry server.json.
func (r *reader) registryEntry(n *tree.Node) {
	name := r.str(n, "name")
	for _, p := range n.Get("packages").Items() {
		r.file.Packages = append(r.file.Packages, &Packaged{
			Form: "server.json", Registry: r.str(p, "registryType", "registry_type", "registry_name"),
			Name: r.str(p, "identifier", "name"), Version: r.str(p, "version"), Hash: r.str(p, "fileSha256", "file_sha256"), Node: p.Resolve(),
		})
		r.add(r.registryPackage(p.Resolve(), name))
		for _, e := range p.Find("environmentVariables", "environment_variables").Items() {
			r.file.Inputs = append(r.file.Inputs, &Input{
				ID: r.str(e, "name"), Type: r.str(e, "format"), Description: r.str(e, "description"),
				Default: r.str(e, "default", "value"), Secret: isTrue(e.Find("isSecret", "is_secret")), Node: e.Resolve(),
			})
		}
	}
	for _, remote := range n.Get("remotes").Items() {
		r.add(r.entry(remote.Resolve(), name, container{node: n, sure: true}))
	}
}

// runnerOf returns the program that starts a package when an entry names none.
func runnerOf(kind string) string {
	switch kind {
	case "npm":
		return "npx"
	case "pypi":
		return "uvx"
	case "oci", "docker":
		return "docker"
	case "nuget":
		return "dnx"
	}
	return ""
}

// registryPackage reads one package of a registry entry as the server it starts.
func (r *reader) registryPackage(p *tree.Node, name String) *Server {
	s := &Server{Name: name, Node: p, Transport: Stdio}
	if t := p.Get("transport"); t.Is(tree.Map) {
		r.transport(p, s)
	}
	kind := r.str(p, "registryType", "registry_type", "registry_name").Value
	id, version := r.str(p, "identifier", "name"), r.str(p, "version")
	s.Launch = launch.Launch{Program: r.str(p, "runtimeHint", "runtime_hint"), Package: launch.Package{
		Ecosystem: kind, Name: id.Value, Version: version.Value, Pin: launch.PinOf(kind, version.Value), Spec: id,
	}}
	if kind == "oci" || kind == "docker" {
		s.Launch = containerLaunch(r.registryArguments(p.Find("runtimeArguments", "runtime_arguments")), id, nil)
		if s.Launch.Package.Version == "" && version.Value != "" {
			s.Launch.Package.Version, s.Launch.Package.Pin = version.Value, launch.PinOf("oci", version.Value)
		}
	}
	if s.Launch.Runner == "" {
		s.Launch.Runner = s.Launch.Program.Value
	}
	if s.Launch.Runner == "" {
		s.Launch.Runner = runnerOf(kind)
	}
	for _, a := range p.Find("packageArguments", "package_arguments").Items() {
		if v := r.str(a, "value", "default"); v.Present() {
			s.Launch.Args = append(s.Launch.Args, v)
		}
	}
	s.Env = r.pairs(p.Find("environmentVariables", "environment_variables"))
	return s
}

// registryArguments returns the arguments of a registry entry as words: the name of
// an option, if there is one, and what is passed with it or by itself.
func (r *reader) registryArguments(n *tree.Node) []String {
	var words []String
	for _, a := range n.Items() {
		for _, word := range []String{r.str(a, "name"), r.str(a, "value", "default")} {
			if word.Value != "" {
				words = append(words, word)
			}
		}
	}
	return words
}
