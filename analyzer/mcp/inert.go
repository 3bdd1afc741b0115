package mcp

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// inert says why the client that owns the file ignores an entry, and what in the
// file makes it so. It speaks only of clients whose behaviour is documented or was
// read in their source. An entry in a file that several clients read is inert only
// when none of them takes it.
func (r *reader) inert(s *Server, c container) (string, source.Span) {
	client := r.client
	if client == nil || c.key == "" {
		return "", source.Span{}
	}
	switch {
	case r.file.Place.NoServers:
		return client.Name + " reads settings from this file and no servers", c.node.KeySpan
	case client.Exact && !slices.Contains(client.Containers, c.key) && !r.sharedWith(c.key):
		return fmt.Sprintf("%s reads servers under %s and not under %q", client.Name, quoted(client.Containers), c.key), c.node.KeySpan
	case slices.Contains(client.Reserved, s.Name.Value):
		return fmt.Sprintf("%s keeps the name %q for itself", client.Name, s.Name.Value), s.Name.Span
	case client.StdioOnly && s.URL.Present() && !s.Command.Present():
		return client.Name + " starts only commands from this file, remote servers are added in its settings", s.URL.Span
	case client.NeedsType && s.URL.Value != "" && !s.Command.Present() && !s.RawTransport.Present():
		return client.Name + " skips an entry with a url and no type", s.URL.Span
	case client.ID == "claude-code" && s.Node.Get("transport").Is(tree.Map) && s.Node.Find("command", "url") == nil:
		return client.Name + " does not read a nested transport", s.Node.Find("transport").KeySpan
	case client.ID == "codex" && s.Node.Get("bearer_token").Is(tree.Text):
		return "Codex refuses a literal bearer_token, it takes bearer_token_env_var", s.Node.Find("bearer_token").KeySpan
	case client.Transports != nil && client.Fallback == "" && s.RawTransport.Value != "" && !slices.Contains(client.Transports, s.RawTransport.Value):
		return fmt.Sprintf("%s does not know the transport %q, it knows %s", client.Name, s.RawTransport.Value, strings.Join(client.Transports, ", ")), s.RawTransport.Span
	}
	return "", source.Span{}
}

// sharedWith reports whether another client reads servers under this key in a file
// of this name: Visual Studio takes "servers" in .mcp.json, editors other than VS
// Code take "mcpServers" in a settings file of its kind.
func (r *reader) sharedWith(key string) bool {
	name := r.origin.Base
	switch name {
	case ".mcp.json":
		return true
	case "settings.json", "devcontainer.json", ".devcontainer.json":
		return strings.Contains(key, ".")
	}
	return strings.HasSuffix(name, ".code-workspace")
}

func quoted(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = fmt.Sprintf("%q", w)
	}
	return strings.Join(out, " or ")
}
