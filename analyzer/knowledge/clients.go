// Package knowledge holds what is known about the world: which client reads
// which file and how, which servers exist, and what their options mean. It is
// data with a date; nothing here looks anything up.
package knowledge

import (
	"slices"
	"strings"
)

// Date is the day on which the tables were last checked.
const Date = "2026-11-22"

// A Scope says whose file a place is.
type Scope uint8

// The scopes.
const (
	AnyScope Scope = iota
	Project
	User
	Managed
	Package
)

// String returns the name used in listings.
func (s Scope) String() string {
	return [...]string{"any", "project", "user", "managed", "package"}[s]
}

// Strictness is the syntax a client accepts.
type Strictness uint8

// The degrees of strictness.
const (
	JSON         Strictness = iota // JSON; what comments do is not documented
	Strict                         // JSON and nothing else
	WithComments                   // comments, but no trailing commas
	Relaxed                        // comments and trailing commas
	JSON5                          // the whole of JSON5
	YAML
	TOML
	Markdown // YAML front matter
	Shell    // a script that declares servers as it runs
)

// String returns the name used in listings.
func (s Strictness) String() string {
	return [...]string{"JSON", "strict JSON", "JSON with comments", "JSON with comments and trailing commas",
		"JSON5", "YAML", "TOML", "Markdown with YAML front matter", "shell script"}[s]
}

// A Place is where a client looks for a file. Pattern is a slash-separated path
// suffix, in which a whole segment may be "*" and the last may be "*.ext".
type Place struct {
	Pattern string
	Scope   Scope
	Syntax  Strictness
	// Installed names the file on a machine, per system where they differ:
	// "~/.x/mcp.json", "linux:...", "darwin:...", "windows:%APPDATA%/...".
	Installed []string
	NoServers bool // the client reads settings from it and no servers
	Shared    bool // the file is about much else and often holds nothing of MCP
	Known     bool // filled in by ClientOf
}

// A Client is a program that runs MCP servers.
type Client struct {
	ID         string
	Name       string
	Places     []Place
	Containers []string // dotted paths under which it reads servers; "" is the document itself
	Exact      bool     // servers anywhere else are known not to be read
	StdioOnly  bool     // entries with a url are known not to be read
	// Expands lists the forms of placeholders that the client replaces. Nil means
	// that it is not known, an empty list that it replaces none.
	Expands []Form
	// Transports lists the words it takes for a transport, nil when that is not known.
	Transports []string
	// Fallback is what an unknown transport word means to it, "" when the entry is
	// refused or when that is not known.
	Fallback string
	// NeedsType says that an entry with a url and no type is skipped.
	NeedsType bool
	// Reserved lists server names that the client keeps for itself.
	Reserved []string
	// Approvals lists the settings by which tools, servers or folders are approved
	// in advance.
	Approvals []string
	Source    string // where this was read: documentation, source code, or other tools' tables
}

// A Form is a way to write a placeholder.
type Form string

// The forms.
const (
	ShellBraces  Form = "${VAR}"
	ShellDefault Form = "${VAR:-default}"
	ShellBare    Form = "$VAR"
	Percent      Form = "%VAR%"
	EnvColon     Form = "${env:VAR}"
	InputColon   Form = "${input:id}"
	FileColon    Form = "${file:path}"
	Editor       Form = "${workspaceFolder}"
	EnvBraces    Form = "{env:VAR}"
	FileBraces   Form = "{file:path}"
	Actions      Form = "${{ secrets.X }}"
	Mustache     Form = "{{name}}"
	Substitution Form = "$(command)"
	CommandColon Form = "${cmd: command}"
	SecretRef    Form = "op://vault/item/field"
)

// Replaces reports whether the client replaces placeholders of this form, and
// whether that is known.
func (c *Client) Replaces(form Form) (yes, known bool) {
	return slices.Contains(c.Expands, form), c.Expands != nil
}

// ClientByID returns the client with this id, or nil.
func ClientByID(id string) *Client {
	for i := range clients {
		if clients[i].ID == id {
			return &clients[i]
		}
	}
	return nil
}

// Clients returns every known client.
func Clients() []Client { return clients }

// ClientOf returns the client whose place fits the path best (the longest
// pattern), and that place. It returns nil when no place fits. A path that begins
// with "~/" is one of the home folder, where no place of a project is looked at.
func ClientOf(file string) (*Client, Place) {
	written := strings.ReplaceAll(file, "\\", "/")
	file = Original(written)
	home := strings.HasPrefix(written, "~/")
	var client *Client
	var best Place
	for i := range clients {
		places := clients[i].Places
		for j := range places {
			p := &places[j]
			if len(p.Pattern) > len(best.Pattern) && !(home && p.Scope == Project) && fits(p.Pattern, file) {
				client, best = &clients[i], *p
			}
		}
	}
	best.Known = client != nil && file == written // a client does not read a copy
	return client, best
}

// Original strips the endings of copies and templates from a file's name:
// .mcp.json.example is read as what .mcp.json would be.
func Original(file string) string {
	for _, ending := range [...]string{".example", ".sample", ".template", ".tmpl", ".dist", ".bak", ".backup", ".orig", ".old", ".disabled"} {
		if rest, ok := strings.CutSuffix(file, ending); ok {
			return rest
		}
	}
	return file
}

// fits reports whether the pattern is a suffix of the path, segment by segment.
func fits(pattern, file string) bool {
	at := len(file)
	for i := len(pattern) - 1; i >= 0; i-- {
		switch {
		case pattern[i] == '*': // what is left of the segment
			at = strings.LastIndexByte(file[:at], '/') + 1
		case at == 0 || file[at-1] != pattern[i]:
			return false
		default:
			at--
		}
	}
	return at == 0 || file[at-1] == '/'
}

// Locations returns where the place is on a machine with this operating system, as
// templates: "~" is the home folder, "%APPDATA%" and the like are Windows' folders.
// A segment may be "*".
func (p Place) Locations(system string) []string {
	var found []string
	for _, at := range p.Installed {
		name, rest, tagged := strings.Cut(at, ":")
		switch {
		case !tagged || strings.ContainsAny(name, "~/%"):
			found = append(found, at)
		case name == system:
			found = append(found, rest)
		}
	}
	return found
}
