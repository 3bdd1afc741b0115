// Package mcp says what a file means: which servers a client config declares,
// what it approves, and what a manifest tells the model.
package mcp

import (
	"io/fs"

	"sort"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// A String is a scalar with its place.
type String = source.String

// A Kind is what a file was taken for.
type Kind uint8

// The kinds of files.
const (
	Unknown         Kind = iota // not an MCP file
	ClientConfig                // declares servers
	ClientSettings              // approval, trust or sandbox settings and no servers
	Manifest                    // what servers tell the model
	PackageManifest             // how a server is packaged or registered
	Policy                      // a cloud permission document
)

// String returns the name used in reports.
func (k Kind) String() string {
	return [...]string{"unknown", "client-config", "client-settings", "manifest", "package-manifest", "policy"}[k]
}

// A Scope says whose file it is, as far as its path tells.
type Scope uint8

// The scopes.
const (
	ScopeUnknown Scope = iota
	ScopeProject       // travels with a repository
	ScopeUser          // belongs to one person's home
	ScopeManaged       // set by an administrator
	ScopePackage       // ships with a package, plugin or registry entry
	ScopeExample       // documentation, examples, fixtures
)

// A File is what one file means. A file can be config and manifest at once.
type File struct {
	Source    *source.File
	Documents []*tree.Document
	Kind      Kind
	Client    string          // id in knowledge.Clients, "" when unknown
	Place     knowledge.Place // where its client looks for it; zero when that is unknown
	Scope     Scope
	Named     bool        // bears a well-known MCP file name or was named by the user
	Mode      fs.FileMode // who may read the file on disk; 0 for unknown

	Servers   []*Server
	Policies  []*Setting
	Inputs    []*Input
	Manifests []*Listing
	Packages  []*Packaged
	IAM       []*IAMPolicy
	Managed   []String // ARNs of AWS's own policies that the file attaches
	Prose     []Text   // model-visible text outside servers and listings
}

// Document returns the document that holds the span, or nil.
func (f *File) Document(span source.Span) *tree.Document {
	i := sort.Search(len(f.Documents), func(i int) bool { return f.Documents[i].Span.Start > span.Start })
	if i > 0 && f.Documents[i-1].Span.Contains(span) {
		return f.Documents[i-1]
	}
	for _, d := range f.Documents {
		if d.Span.Contains(span) {
			return d
		}
	}
	return nil
}

// Tools yields the tools of every listing in the file.
func (f *File) Tools(yield func(*Tool) bool) {
	for _, l := range f.Manifests {
		for _, t := range l.Tools {
			if !yield(t) {
				return
			}
		}
	}
}

// A Transport is how a client talks to a server.
type Transport uint8

// The transports.
const (
	TransportUnknown Transport = iota
	Stdio
	HTTP
	SSE
	WebSocket
	InProcess // runs inside the client: builtin, platform, inline code
)

// A Server is one server entry of a client config.
type Server struct {
	Name      String // the key, or the name field of a list entry
	Client    string // as File.Client
	Scope     Scope
	Node      *tree.Node     // the entry
	Document  *tree.Document // where the entry stands
	Container *tree.Node     // the map or list that holds the entry

	Transport    Transport
	RawTransport String // the transport word as written

	Command String   // absent for remote servers
	Args    []String // scalars only
	Launch  launch.Launch
	URL     String // whichever alias named it
	Cwd     String
	EnvFile String
	Env     []Pair
	Headers []Pair

	Approvals []Approval // tools this entry approves in advance
	Allowed   []String   // tool filter: only these
	Denied    []String   // tool filter: never these

	Disabled bool
	Inert    string      // why the owning client ignores the entry, "" when it does not
	InertAt  source.Span // what in the file makes it so

	Texts []Text // model-visible text in the entry: overrides, instructions
	Tools []*Tool

	known  *knowledge.Server // what Known found
	looked bool
}

// Launchable reports whether the entry says what to start or where to connect. An
// entry that only switches or configures a server declared elsewhere does not, nor
// one that switches on a part of the client itself.
func (s *Server) Launchable() bool {
	return s.Command.Present() || s.URL.Present() || s.Launch.Package.Name != "" || s.Launch.Program.Value != "" ||
		s.Transport == InProcess && s.Node.Find("code") != nil
}

// Doubt returns why the entry may never run as it stands: it is switched off, its
// client ignores it, or it is an example. It is "" for an entry that counts.
func (s *Server) Doubt() string {
	switch {
	case s.Disabled:
		return "the server is disabled"
	case s.Inert != "":
		return s.Inert
	case s.Scope == ScopeExample:
		return "the file is an example"
	}
	return ""
}

// A Pair is one member of env or headers.
type Pair struct{ Key, Value String }

// An Approval is a tool or pattern that runs without asking.
type Approval struct {
	Key   String // the setting's name: autoApprove, alwaysAllow, trust
	Value String // the tool name, "*" or true
}

// A Setting is an approval, trust or sandbox setting outside server entries.
type Setting struct {
	Name   String // the key as written
	Path   string // dotted path from the root: "permissions.allow"
	Value  String // scalar value, or one item of a list
	Node   *tree.Node
	Effect Effect
	Server string // which server it is about, "" for all
	Tool   string // which tool, "" or "*" for all
	Inert  string // why the client ignores it here, "" when it does not
}

// An Effect is what a setting does.
type Effect uint8

// The effects.
const (
	EffectOther            Effect = iota
	EffectAutoApprove             // tools run without asking
	EffectEnableServers           // project servers start without asking
	EffectTrust                   // a folder, workspace or server counts as trusted
	EffectDisableSandbox          // commands leave the sandbox
	EffectAllowTool               // a named tool is approved in advance
	EffectRunCommand              // a program runs by itself: hooks, helpers
	EffectMarketplace             // where plugins come from
	EffectBypassPermission        // all permission checks are off
	EffectAllowCommand            // any shell command runs without asking
	EffectWidenSandbox            // the sandbox lets out the whole disk or every host
	EffectDisableAuth             // whoever reaches the server may use it
	EffectSampling                // a server may use the client's model without asking
)

// An Input is a value the client asks for: VS Code inputs, MCPB user_config,
// registry environment variables, extension settings.
type Input struct {
	ID, Type, Description, Default, Command String
	Secret                                  bool // marked as password, sensitive or isSecret
	Node                                    *tree.Node
}

// A Packaged is one way a package manifest offers a server.
type Packaged struct {
	Form     string // "server.json", "mcpb", "docker-catalog", "smithery", ...
	Registry String // npm, pypi, oci, nuget, mcpb
	Name     String
	Version  String
	Hash     String
	Node     *tree.Node
}

// A Listing is what one server tells the model.
type Listing struct {
	Server       String // name of the server, absent when the document has none
	Version      String
	Protocol     String // protocol revision, absent when not stated
	Instructions String
	Node         *tree.Node
	Document     *tree.Document
	Partial      bool // a page of a longer listing, or a single tool
	Tools        []*Tool
	Prompts      []*Prompt
	Resources    []*Resource
	Texts        []Text // every model-visible text of the listing, in document order
}

// A Tool is one entry of tools/list.
type Tool struct {
	Name, Title, Description String
	Node                     *tree.Node
	Input, Output            *tree.Node
	Annotations              *tree.Node
	Listing                  *Listing
	Document                 *tree.Document

	facts      toolFacts
	parameters *Parameters
	references map[string]*tree.Node // what local references point at, as far as followed
}

// Parameters are the leaves and branches of an input schema.
type Parameters struct {
	List []*Parameter
	Free []*Parameter // those that take a string of the caller's choice
	Cut  string       // why the walk stopped early, "" when it is complete

	byPath map[string]*Parameter
}

// A Parameter is one named position of an input schema.
type Parameter struct {
	Name        String // property name; for items the name of the list
	Path        string // dotted path from the schema's root
	Type        string // JSON Schema type, "" when not stated
	Format      string
	Title       String
	Description String
	Schema      *tree.Node
	Tool        *Tool
	Required    bool
	Depth       int

	views   [][]*tree.Node // alternatives, each a list of schemas that hold together
	words   []string       // of the name, once asked for
	lower   string         // the explanation in lower case, once asked for
	subject Subject
	judged  bool // subject is filled
}

// A Prompt is one entry of prompts/list, or a prompt with its body.
type Prompt struct {
	Name, Title, Description String
	Node                     *tree.Node
}

// A Resource is one entry of resources/list or resources/templates/list.
type Resource struct {
	URI, Name, Description String
	Template               bool
	Node                   *tree.Node
}

// A Role is the position of a text.
type Role uint8

// The roles. Identifier roles come first.
const (
	RoleName Role = iota
	RoleParameterName
	RoleRequired
	RoleEnum
	RoleTitle
	RoleDescription
	RoleParameterTitle
	RoleParameterDescription
	RoleDefault
	RoleConst
	RoleExample
	RolePattern
	RoleSchemaComment
	RoleUnknownKeyword
	RoleOutputSchema
	RoleAnnotation
	RoleMeta
	RoleInstructions
	RolePromptText
	RolePromptArgument
	RoleURI
	RoleResourceText
	RoleStaticResponse
	RoleOverride
)

// String returns the name used in messages.
func (r Role) String() string {
	return [...]string{
		"name", "parameter name", "required entry", "enum value", "title", "description",
		"parameter title", "parameter description", "default", "const", "example", "pattern",
		"schema comment", "unknown schema keyword", "output schema", "annotation", "metadata",
		"server instructions", "prompt text", "prompt argument", "resource URI", "resource text",
		"static response", "override",
	}[r]
}

// A Text is a string that a model reads.
type Text struct {
	String
	Role      Role
	Owner     string // what it belongs to: "tool add", "prompt review", "server x"
	Parameter string // dotted path of the parameter, for schema roles; the member of the tool, for metadata
	Listing   *Listing
	Tool      *Tool
	Server    *Server
}
