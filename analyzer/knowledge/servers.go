package knowledge

import (
	"iter"
	"path"
	"slices"
	"strings"
)

// A Server is what is known about one MCP server, wherever it is started from.
// Each fact has a source: a page of the server's own documentation, or an
// advisory.
type Server struct {
	ID    string
	Title string // reads after "is": "the reference Git server"

	Packages    []PackageName
	Programs    []string     // names of the installed program
	Subcommands []Subcommand // of programs that have other uses
	Hosts       []string     // of the remote form

	Provider     string // whose account it uses, as in Scope.Provider
	Capabilities []Capability
	Docs         bool   // serves curated documentation and nothing else
	Roots        *Roots // nil when it takes no directories
	Options      []Option
	Always       []Option // what holds without any option
	Tools        Tools
	Source       string
}

// A PackageName is where a server is published (npm, pypi, oci, go, nuget or cargo)
// and the name it has there.
type PackageName struct{ Ecosystem, Name string }

// is reports whether the package goes by a key of packageKey.
func (p PackageName) is(ecosystem, key string) bool {
	if p.Ecosystem != ecosystem || len(p.Name) != len(key) {
		return false
	}
	return p.Name == key || ecosystem == "pypi" && strings.ReplaceAll(p.Name, ".", "-") == key
}

// A Subcommand is the words that make a program of other uses a server.
type Subcommand struct {
	Program string
	Words   []string
}

// Tools are names of tools that should not run unasked, by the reason.
type Tools struct{ Exec, Destructive, Secret, Sink []string }

// A Capability is a label of what a server's tools can do.
type Capability string

// capabilities lists the labels in use. Content that others write is untrusted;
// data that its owner would not publish is private; a sink carries data out.
var capabilities = []Capability{
	"none", "memory", "bridge", "gateway", "browser", "database", "cloud", "secret",
	"untrusted-web", "untrusted-service", "untrusted-curated",
	"private-secret", "private-personal", "private-business", "private-workspace",
	"sink-any-host", "sink-public", "sink-message",
	"destructive-exec", "destructive-shared", "destructive-payment", "destructive-local",
}

// A Risk says why a tool should not run unasked.
type Risk string

// The risks.
const (
	Exec        Risk = "exec"        // runs code or commands
	Destructive Risk = "destructive" // deletes, overwrites or deploys
	Sink        Risk = "sink"        // sends data where others read it
	Secret      Risk = "secret"      // returns a credential
)

// Has reports whether the server has the capability.
func (s *Server) Has(c Capability) bool { return slices.Contains(s.Capabilities, c) }

// Risk returns why a tool of this name should not run unasked, "" when nothing is
// known against it.
func (s *Server) Risk(tool string) Risk {
	switch {
	case slices.Contains(s.Tools.Exec, tool):
		return Exec
	case slices.Contains(s.Tools.Destructive, tool):
		return Destructive
	case slices.Contains(s.Tools.Secret, tool):
		return Secret
	case slices.Contains(s.Tools.Sink, tool):
		return Sink
	}
	return ""
}

// In reports whether a package of this ecosystem holds the server.
func (s *Server) In(ecosystem string) bool {
	return slices.ContainsFunc(s.Packages, func(p PackageName) bool { return p.Ecosystem == ecosystem })
}

// Roots says which arguments of a server are the directories it may use.
type Roots struct {
	Positional bool     // every argument that is no option
	Options    []string // values of these options
	Env        []string // values of these variables, joined with the system's list separator or commas
}

// An OptionKind says what becomes of a server with an option.
type OptionKind string

// The kinds of options.
const (
	Dangerous     OptionKind = "dangerous"      // its documentation calls it unsafe
	Writes        OptionKind = "writes"         // lets it change what it only reads by default
	ReadOnly      OptionKind = "read-only"      // lets it only read
	ToolFilter    OptionKind = "tool-filter"    // offers a chosen part of the tools
	AllTools      OptionKind = "all-tools"      // offers all of the tools
	Consent       OptionKind = "consent"        // asks before it changes something
	ConsentOff    OptionKind = "consent-off"    // stops asking where it does by default
	Profile       OptionKind = "profile"        // uses the browser that a person is logged in with
	ProfileDir    OptionKind = "profile-dir"    // uses this browser profile
	Isolated      OptionKind = "isolated"       // uses a browser profile of its own
	SandboxOff    OptionKind = "sandbox-off"    // switches a sandbox off
	AuthOff       OptionKind = "auth-off"       // asks nobody who they are
	AuditOff      OptionKind = "audit-off"      // keeps no record
	ProtectionOff OptionKind = "protection-off" // switches a check off that is on by default
)

var optionKinds = []OptionKind{Dangerous, Writes, ReadOnly, ToolFilter, AllTools, Consent, ConsentOff, Profile, ProfileDir,
	Isolated, SandboxOff, AuthOff, AuditOff, ProtectionOff}

// An Option is one setting of a server and what it means. One of Arg, Env,
// Header, Query and Path says where it is written.
type Option struct {
	Kind    OptionKind
	Arg     string   // "--read-only"
	Env     string   // "READ_ONLY_MODE"
	Header  string   // "X-MCP-Readonly", in any case
	Query   string   // parameter of the server's URL
	Path    string   // end of the path of the server's URL
	Values  []string // the values meant; without them, being there and not being false
	Minor   bool     // a matter of manners more than of safety
	Says    string   // reads after the option's name: "lets the server write"
	Instead string   // the documented safer choice
	Source  string
}

// Name returns the option as a person would write it.
func (o *Option) Name() string {
	for _, name := range []string{o.Arg, o.Env, o.Header, o.Query, o.Path} {
		if name != "" {
			return name
		}
	}
	return ""
}

// Means reports whether a value, as written, switches the option on. The empty
// value of an argument is its being there.
func (o *Option) Means(value string) bool {
	if len(o.Values) == 0 {
		switch strings.ToLower(strings.TrimSpace(value)) {
		case "false", "0", "no", "off":
			return false
		}
		return value != "" || o.Arg != "" || o.Path != ""
	}
	for _, part := range strings.Split(value, ",") {
		if slices.ContainsFunc(o.Values, func(v string) bool { return strings.EqualFold(v, strings.TrimSpace(part)) }) {
			return true
		}
	}
	return false
}

// Servers returns every known server in the order of the table.
func Servers() []Server { return servers }

// The table is searched from its first row to its last: it is short, and an index
// would take longer to build than a run over one file takes.

// find returns the first server that a question is true for, or nil.
func find(is func(*Server) bool) *Server {
	for i := range servers {
		if is(&servers[i]) {
			return &servers[i]
		}
	}
	return nil
}

// ServerByPackage returns the server that a package holds, or nil. Names of
// Python packages may be written with any separator and case.
func ServerByPackage(ecosystem, name string) *Server {
	key := packageKey(ecosystem, name)
	return find(func(s *Server) bool {
		return slices.ContainsFunc(s.Packages, func(p PackageName) bool { return p.is(ecosystem, key) })
	})
}

// Packages yields the names of the packages of all known servers in an ecosystem, in
// the order of the table.
func Packages(ecosystem string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range servers {
			for _, p := range servers[i].Packages {
				if p.Ecosystem == ecosystem && !yield(p.Name) {
					return
				}
			}
		}
	}
}

// packageKey folds the ways to write one package name.
func packageKey(ecosystem, name string) string {
	name = strings.ToLower(name)
	switch ecosystem {
	case "oci":
		return strings.TrimPrefix(strings.TrimPrefix(name, "docker.io/"), "library/")
	case "pypi": // as PEP 503 says, and without extras
		name, _, _ = strings.Cut(name, "[")
		return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == '.' }), "-")
	}
	return name
}

// ServerByProgram returns the server that an installed program is, or nil. The
// words are what follows the program.
func ServerByProgram(program string, words []string) *Server {
	program = strings.TrimSuffix(path.Base(strings.ReplaceAll(program, `\`, "/")), ".exe")
	if s := find(func(s *Server) bool { return slices.Contains(s.Programs, program) }); s != nil {
		return s
	}
	return find(func(s *Server) bool {
		return slices.ContainsFunc(s.Subcommands, func(c Subcommand) bool {
			return c.Program == program && len(words) >= len(c.Words) && slices.Equal(c.Words, words[:len(c.Words)])
		})
	})
}

// ServerByHost returns the server behind a host name, or nil.
func ServerByHost(host string) *Server {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return find(func(s *Server) bool { return slices.Contains(s.Hosts, host) })
}

// ServerNamed returns the server that people mean by a name in a config: its id,
// or a word of the name that is one. It is a guess.
func ServerNamed(name string) *Server {
	name = strings.ToLower(name)
	if s := serverByID(name); s != nil {
		return s
	}
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == '.' || r == ' ' }) {
		if s := serverByID(word); s != nil {
			return s
		}
	}
	return nil
}

func serverByID(id string) *Server { return find(func(s *Server) bool { return s.ID == id }) }
