package secrets

import (
	"path"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// A place is the role of a value in its file.
type place uint8

// The places.
const (
	other    place = iota // some setting of a server or a client
	env                   // an environment variable
	header                // an HTTP header
	argument              // a word of a command line
	address               // the URL of a server
	fallback              // the default of an input, parameter or variable
	sample                // an example
	prose                 // a description or instruction
	comment               // a comment in the file
)

// A slot is a value that could hold a secret, with what names it.
type slot struct {
	place  place
	name   string // of the variable, header, option or key; "" when nothing names it
	means  string // what the value is, "token" or "password", where its place says more than its name
	value  mcp.String
	server *mcp.Server // nil outside server entries
	inside bool        // of a server entry, an input or a package, where names are believed
}

// slots yields every value of a file that could hold a secret, in the order in
// which they are written. Disabled and inert servers count: their secrets stand
// in the file all the same.
func slots(f *mcp.File, yield func(slot)) {
	w := walker{file: f, yield: yield, servers: map[*tree.Node]*mcp.Server{}, inputs: map[*tree.Node]*mcp.Input{}, folded: map[string]string{}}
	for _, s := range f.Servers {
		w.servers[s.Node] = s
	}
	for _, in := range f.Inputs {
		w.inputs[in.Node] = in
	}
	for _, p := range f.Packages {
		w.inputs[p.Node] = &mcp.Input{}
	}
	for _, d := range f.Documents {
		w.doc = d
		w.node(d.Root, slot{})
		for _, c := range d.Comments {
			yield(slot{place: comment, value: mcp.String{Value: c.Text, Span: c.Span, Locator: verbatim{}}})
		}
	}
}

type walker struct {
	file    *mcp.File
	doc     *tree.Document
	servers map[*tree.Node]*mcp.Server
	inputs  map[*tree.Node]*mcp.Input // and packages, which ask for nothing
	yield   func(slot)
	folded  map[string]string // keys of more than small letters, in small letters
}

// fold returns a key in small letters. A schema has the same few keys everywhere.
func (w *walker) fold(key string) string {
	if smallLetters(key) {
		return key
	}
	folded, known := w.folded[key]
	if !known {
		folded = strings.ToLower(key)
		if len(w.folded) < maxFolded {
			w.folded[key] = folded
		}
	}
	return folded
}

func smallLetters(key string) bool {
	for i := range len(key) {
		if key[i] < 'a' || key[i] > 'z' {
			return false
		}
	}
	return true
}

// maxFolded bounds the keys that a walker remembers.
const maxFolded = 1000

// node walks n in the light of what is known above it.
func (w *walker) node(n *tree.Node, at slot) {
	if n == nil || n.Kind == tree.Alias { // an alias is judged where it is written out
		return
	}
	if s := w.servers[n]; s != nil {
		at.server, at.inside = s, true
	}
	if in := w.inputs[n]; in != nil {
		at.inside, at.means = true, asked(in)
	}
	switch n.Kind {
	case tree.Map:
		for _, c := range n.Children {
			w.node(c, w.member(n, c, at))
		}
	case tree.List:
		for i, c := range n.Children {
			w.node(c, w.item(n, i, at))
		}
	case tree.Text, tree.Number:
		at.value = w.doc.String(n)
		w.yield(at)
	}
}

// member says what a member of a map is.
func (w *walker) member(n, c *tree.Node, at slot) slot {
	key := w.fold(c.Key)
	switch key {
	case "env", "envs", "environment", "env_vars", "environmentvariables", "environment_variables":
		at.place, at.name = env, ""
	case "headers", "http_headers", "requestheaders", "extraheaders", "customheaders":
		at.place, at.name = header, ""
	case "args", "arguments", "cmd_args", "command", "cmd", "runtimearguments", "packageargs", "packagearguments", "runtime_arguments", "package_arguments":
		at.place, at.name = argument, ""
	case "description", "long_description", "longdescription", "instructions", "serverinstructions", "text", "title", "summary", "readme", "content", "prompt", "notes":
		at.place, at.name = prose, c.Key
	case "default", "value", "const", "secret_value":
		if at.place == other || at.place == prose {
			at.place = fallback
		}
		at.name = named(n, at.name)
	case "example", "examples", "sample", "placeholder":
		at.place, at.name = sample, named(n, at.name)
	default:
		if isAddress(key) && at.place == other {
			at.place = address
		}
		at.name = c.Key
	}
	return at
}

// item says what an item of a list is: behind an option, it is the option's value.
func (w *walker) item(n *tree.Node, i int, at slot) slot {
	at.means = ""
	if i == 0 || at.place == prose {
		return at
	}
	if at.place == argument && shortPassword(n, i, at.server) {
		at.means = "password"
	}
	if option := n.Children[i-1]; option.Kind == tree.Text && strings.HasPrefix(option.Value, "-") && !strings.ContainsAny(option.Value, "= ") {
		at.name = strings.TrimLeft(option.Value, "-")
	} else if at.place == argument {
		at.name = ""
	}
	return at
}

// asked returns what an input asks for in words or by its mark, "" when it does
// not say.
func asked(in *mcp.Input) string {
	switch credential.Describes(in.Description.Value) {
	case credential.NameSecret:
		return "token"
	case credential.NamePassword:
		return "password"
	}
	if in.Secret {
		return "token"
	}
	return ""
}

// shortPassword reports whether an item stands where clients of databases and of
// HTTP take a password. Container engines and remote shells take a port there.
func shortPassword(n *tree.Node, i int, server *mcp.Server) bool {
	var before []string
	for _, c := range n.Children[max(0, i-3):i] {
		before = append(before, c.Value)
	}
	if !credential.ShortPassword(before, n.Children[i].Value) {
		return false
	}
	program := n.Children[0].Value
	if server != nil && server.Command.Value != "" {
		program = server.Command.Value
	}
	switch path.Base(slashed(program)) {
	case "docker", "podman", "nerdctl", "kubectl", "ssh", "scp", "sftp", "rsync":
		return false
	}
	return true
}

// named returns the name that a definition gives itself, or the one above it.
func named(n *tree.Node, above string) string {
	if name := n.Find("name", "id", "key", "envVar", "env"); name.Is(tree.Text) {
		return name.Resolve().Value
	}
	return above
}

func isAddress(key string) bool {
	switch key {
	case "url", "serverurl", "server_url", "httpurl", "baseurl", "base_url", "uri", "remote_url", "endpoint", "sseurl":
		return true
	}
	return false
}

// verbatim locates parts of text that is written as it is read.
type verbatim struct{}

// Locate returns the bytes themselves.
func (verbatim) Locate(token source.Span, start, end int) source.Span {
	return source.Span{Start: token.Start + start, End: token.Start + end}
}
