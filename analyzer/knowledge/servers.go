package knowledge

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"iter"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
)

// A Server is what is known about one MCP server, wherever it is started from.
// Each fact has a source: a page of the server's own documentation, or an
// advisory.
type Server struct {
	ID    string `json:"id"`
	Title string `json:"title"` // reads after "is": "the reference Git server"

	Packages   map[string][]string `json:"packages"`   // names by ecosystem: npm, pypi, oci, go, nuget
	Programs   []string            `json:"programs"`   // names of the installed program
	Subcommand map[string][]string `json:"subcommand"` // words behind a program that has other uses
	Hosts      []string            `json:"hosts"`      // of the remote form

	Provider     string            `json:"provider"`     // whose account it uses, as in Scope.Provider
	Capabilities []Capability      `json:"capabilities"` //
	Docs         bool              `json:"docs"`         // serves curated documentation and nothing else
	Roots        *Roots            `json:"roots"`        // nil when it takes no directories
	Options      []Option          `json:"options"`
	Always       []Option          `json:"always"` // what holds without any option
	Tools        map[Risk][]string `json:"tools"`
	Source       string            `json:"source"`
}

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
	for _, r := range []Risk{Exec, Destructive, Secret, Sink} {
		if slices.Contains(s.Tools[r], tool) {
			return r
		}
	}
	return ""
}

// Roots says which arguments of a server are the directories it may use.
type Roots struct {
	Positional bool     `json:"positional"` // every argument that is no option
	Options    []string `json:"options"`    // values of these options
	Env        []string `json:"env"`        // values of these variables, joined with the system's list separator or commas
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
	Kind    OptionKind `json:"kind"`
	Arg     string     `json:"arg"`     // "--read-only"
	Env     string     `json:"env"`     // "READ_ONLY_MODE"
	Header  string     `json:"header"`  // "X-MCP-Readonly", in any case
	Query   string     `json:"query"`   // parameter of the server's URL
	Path    string     `json:"path"`    // end of the path of the server's URL
	Values  []string   `json:"values"`  // the values meant; without them, being there and not being false
	Minor   bool       `json:"minor"`   // a matter of manners more than of safety
	Says    string     `json:"says"`    // reads after the option's name: "lets the server write"
	Instead string     `json:"instead"` // the documented safer choice
	Source  string     `json:"source"`
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

//go:embed servers.json
var serversJSON []byte

// serverIndex finds servers by what starts them.
type serverIndex struct {
	servers  []Server
	packages map[string]*Server // by packageKey
	programs map[string]*Server
	hosts    map[string]*Server
	ids      map[string]*Server
	behind   map[string][]*Server // by program, servers with a subcommand
}

var servers = sync.OnceValue(func() *serverIndex {
	index, err := parseServers(serversJSON)
	if err != nil {
		panic("knowledge: servers.json: " + err.Error()) // a test reads the embedded table
	}
	return index
})

func parseServers(data []byte) (*serverIndex, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	x := &serverIndex{packages: map[string]*Server{}, programs: map[string]*Server{}, hosts: map[string]*Server{}, ids: map[string]*Server{}, behind: map[string][]*Server{}}
	if err := decoder.Decode(&x.servers); err != nil {
		return nil, err
	}
	for i := range x.servers {
		s := &x.servers[i]
		x.ids[s.ID] = s
		for ecosystem, names := range s.Packages {
			for _, name := range names {
				if err := put(x.packages, packageKey(ecosystem, name), s); err != nil {
					return nil, err
				}
			}
		}
		for _, name := range s.Programs {
			if err := put(x.programs, name, s); err != nil {
				return nil, err
			}
		}
		for _, host := range s.Hosts {
			if err := put(x.hosts, host, s); err != nil {
				return nil, err
			}
		}
		for program := range s.Subcommand {
			x.behind[program] = append(x.behind[program], s)
		}
	}
	return x, nil
}

func put(index map[string]*Server, key string, s *Server) error {
	if other := index[key]; other != nil {
		return fmt.Errorf("%s and %s both claim %q", other.ID, s.ID, key)
	}
	index[key] = s
	return nil
}

// Servers returns every known server in the order of the table.
func Servers() []Server { return servers().servers }

// A serverTable is the text of the table with the places of its records. Reading all
// of it would take longer than anything else in a short run, so that a record is read
// when a name in it is asked for.
type serverTable struct {
	folded string // as fold writes it
	starts []int  // of the records
	read   []atomic.Pointer[Server]
}

var table = sync.OnceValue(func() *serverTable {
	t := &serverTable{folded: fold(string(serversJSON))}
	for at := 0; ; {
		i := strings.Index(t.folded[at:], recordStart)
		if i < 0 {
			break
		}
		at += i + len(recordStart)
		t.starts = append(t.starts, at-1)
	}
	t.read = make([]atomic.Pointer[Server], len(t.starts))
	return t
})

// recordStart is how a record begins and recordEnd how it ends; a test holds the
// table to it.
const (
	recordStart = "\n  {"
	recordEnd   = "\n  }"
)

// fold writes small letters and one separator, in as many bytes.
func fold(s string) string {
	b := []byte(s)
	for i, c := range b {
		switch {
		case c >= 'A' && c <= 'Z':
			b[i] = c + 'a' - 'A'
		case c == '_' || c == '.':
			b[i] = '-'
		}
	}
	return string(b)
}

// fewQuestions is how many are answered by reading single records. Whoever asks more
// often is served faster from an index of the whole table.
const fewQuestions = 64

var questions atomic.Int32

// busy counts a question and reports whether there were many.
func busy() bool { return questions.Load() > fewQuestions || questions.Add(1) > fewQuestions }

// holding yields the servers in whose record a string ends like the name, in the
// order of the table. It yields too many rather than too few.
func (t *serverTable) holding(name string) iter.Seq[*Server] {
	return func(yield func(*Server) bool) {
		sought := fold(name) + `"`
		for at := 0; name != ""; {
			i := strings.Index(t.folded[at:], sought)
			if i < 0 {
				return
			}
			n := sort.SearchInts(t.starts, at+i) - 1
			if n < 0 || !yield(t.record(n)) {
				return
			}
			at = len(t.folded)
			if n+1 < len(t.starts) {
				at = t.starts[n+1]
			}
		}
	}
}

// record reads a record, once.
func (t *serverTable) record(n int) *Server {
	if s := t.read[n].Load(); s != nil {
		return s
	}
	text := serversJSON[t.starts[n]:]
	s := &Server{}
	if err := json.Unmarshal(text[:bytes.Index(text, []byte(recordEnd))+len(recordEnd)], s); err != nil {
		panic("knowledge: servers.json: " + err.Error()) // a test reads the embedded table
	}
	t.read[n].CompareAndSwap(nil, s)
	return t.read[n].Load()
}

// ServerByPackage returns the server that a package holds, or nil. Names of
// Python packages may be written with any separator and case.
func ServerByPackage(ecosystem, name string) *Server {
	key := packageKey(ecosystem, name)
	if busy() {
		return servers().packages[key]
	}
	for s := range table().holding(key[len(ecosystem)+1:]) {
		for _, have := range s.Packages[ecosystem] {
			if packageKey(ecosystem, have) == key {
				return s
			}
		}
	}
	return nil
}

// Packages returns the names of the packages of all known servers by ecosystem, in
// the order of the table.
func Packages() map[string][]string { return packageNames() }

var packageNames = sync.OnceValue(func() map[string][]string {
	names := map[string][]string{}
	for rest := serversJSON; ; {
		_, after, found := bytes.Cut(rest, []byte(`"packages": `))
		if !found {
			return names
		}
		end := bytes.IndexByte(after, '}') + 1
		var packages map[string][]string
		if err := json.Unmarshal(after[:end], &packages); err != nil {
			panic("knowledge: servers.json: " + err.Error()) // a test reads the embedded table
		}
		for ecosystem, list := range packages {
			names[ecosystem] = append(names[ecosystem], list...)
		}
		rest = after[end:]
	}
})

// packageKey folds the ways to write one package name.
func packageKey(ecosystem, name string) string {
	name = strings.ToLower(name)
	switch ecosystem {
	case "oci":
		name = strings.TrimPrefix(strings.TrimPrefix(name, "docker.io/"), "library/")
	case "pypi": // as PEP 503 says, and without extras
		name, _, _ = strings.Cut(name, "[")
		name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == '.' }), "-")
	}
	return ecosystem + " " + name
}

// ServerByProgram returns the server that an installed program is, or nil. The
// words are what follows the program.
func ServerByProgram(program string, words []string) *Server {
	program = strings.TrimSuffix(path.Base(strings.ReplaceAll(program, `\`, "/")), ".exe")
	if busy() {
		return servers().byProgram(program, words)
	}
	for s := range table().holding(program) {
		if slices.Contains(s.Programs, program) {
			return s
		}
	}
	for s := range table().holding(program) {
		if sub := s.Subcommand[program]; sub != nil && len(words) >= len(sub) && slices.Equal(sub, words[:len(sub)]) {
			return s
		}
	}
	return nil
}

func (x *serverIndex) byProgram(program string, words []string) *Server {
	if s := x.programs[program]; s != nil {
		return s
	}
	for _, s := range x.behind[program] {
		if sub := s.Subcommand[program]; len(words) >= len(sub) && slices.Equal(sub, words[:len(sub)]) {
			return s
		}
	}
	return nil
}

// ServerByHost returns the server behind a host name, or nil.
func ServerByHost(host string) *Server {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if busy() {
		return servers().hosts[host]
	}
	for s := range table().holding(host) {
		if slices.Contains(s.Hosts, host) {
			return s
		}
	}
	return nil
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

func serverByID(id string) *Server {
	if busy() {
		return servers().ids[id]
	}
	for s := range table().holding(id) {
		if s.ID == id {
			return s
		}
	}
	return nil
}
