package poisoning

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// names knows what the tool-shaped words of a listing refer to.
type names struct {
	tools  map[string]*mcp.Tool // by plain name
	others map[string]bool      // parameters, enum values, prompts, anywhere in the listing
	params map[string]bool      // of the tool being judged
	abroad map[string]bool      // tools of all servers of the file, by plain name
	tool   *mcp.Tool
	fields map[field]bool  // parameters of every tool, once something asks
	owned  map[string]bool // parameters of any tool, once something asks
	texts  []mcp.Text
}

// A field is a parameter of a tool.
type field struct {
	tool *mcp.Tool
	name string
}

// takes reports whether a tool has a parameter of that name.
func (n *names) takes(t *mcp.Tool, name string) bool {
	if t == n.tool {
		return n.params[name]
	}
	if n.fields == nil {
		n.fields = map[field]bool{}
		for i := range n.texts {
			if n.texts[i].Role == mcp.RoleParameterName {
				n.fields[field{n.texts[i].Tool, n.texts[i].Value}] = true
			}
		}
	}
	return n.fields[field{t, name}]
}

// taken reports whether any tool of the listing has a parameter of that name.
func (n *names) taken(name string) bool {
	if n.owned == nil {
		n.owned = map[string]bool{}
		for i := range n.texts {
			if n.texts[i].Role == mcp.RoleParameterName {
				n.owned[n.texts[i].Value] = true
			}
		}
	}
	return n.owned[name]
}

func newNames() *names {
	return &names{tools: map[string]*mcp.Tool{}, others: map[string]bool{}, params: map[string]bool{}}
}

// forget makes the names those of no listing, and reports whether its memory is
// small enough to keep.
func (n *names) forget() bool {
	if len(n.tools)+len(n.others)+len(n.params) > maxKept {
		return false
	}
	clear(n.tools)
	clear(n.others)
	clear(n.params)
	*n = names{tools: n.tools, others: n.others, params: n.params}
	return true
}

// index collects the names of a listing; abroad are the tools of all
// servers of the file.
func (n *names) index(l *mcp.Listing, abroad map[string]bool) {
	n.abroad, n.texts = abroad, l.Texts
	for _, t := range l.Tools {
		n.tools[plainName(t.Name.Value)] = t
	}
	for i := range l.Texts {
		t := &l.Texts[i]
		if identifier(t.Role) && t.Role != mcp.RoleName || t.Tool == nil && t.Role == mcp.RoleName {
			n.others[t.Value] = true
		}
	}
}

// enter makes the owner of texts the one being judged.
func (n *names) enter(texts []mcp.Text) {
	n.tool = texts[0].Tool
	clear(n.params)
	for i := range texts {
		if texts[i].Role == mcp.RoleParameterName {
			n.params[texts[i].Value] = true
		}
	}
}

// resolve says what a name is: this tool, another, a parameter, or a stranger.
func (n *names) resolve(name string, quoted bool) concept {
	if n.params[name] {
		return argument
	}
	if t := n.called(name); t != nil {
		if t == n.tool {
			return ownTool
		}
		if quoted || strings.ContainsAny(name, "_-") || toolShaped(name) {
			return siblingTool
		}
		return 0
	}
	if len(n.abroad) > 0 && n.isAbroad(plainName(name)) && (toolShaped(name) || quoted) {
		return foreignTool
	}
	if n.others[name] || !toolShaped(name) || isUpper(strings.ReplaceAll(name, "_", "")) {
		return 0
	}
	return foreignTool
}

// isAbroad reports whether a plain name is that of another server's tool.
func (n *names) isAbroad(plain string) bool { return n.abroad[plain] && n.tools[plain] == nil }

// called returns the tool of a name, however it is written, or nil.
func (n *names) called(name string) *mcp.Tool {
	if isPlain(name) {
		return n.tools[name]
	}
	var buf [64]byte
	return n.tools[string(appendPlain(buf[:0], name))]
}

// plainName folds the ways of writing one name.
func plainName(name string) string {
	if isPlain(name) {
		return name
	}
	var buf [64]byte
	return string(appendPlain(buf[:0], name))
}

// isPlain reports whether a name is folded as it is.
func isPlain(name string) bool {
	for i := 0; i < len(name); i++ {
		if c := name[i]; c == '_' || c == '-' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func appendPlain(to []byte, name string) []byte {
	for _, r := range name {
		if r != '_' && r != '-' {
			to = utf8.AppendRune(to, unicode.ToLower(r))
		}
	}
	return to
}
