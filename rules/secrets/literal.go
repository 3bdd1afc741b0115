package secrets

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// literalCheck finds every secret that is written out and reports each once, by
// the rule that explains it best. The rules differ in where the secret stands
// and in what happens to it there.
var literalCheck = analyzer.Check{
	Rules: []*analyzer.Rule{
		hardcodedProviderSecret, hardcodedProviderSecretPrivileged, hardcodedProviderSecretSandbox,
		secretNamedLiteral, secretInURL, secretInArgv, authorizationHeaderLiteral,
		connectionStringPassword, connectionStringPasswordLocal, defaultCredential, defaultCredentialLocal,
	},
	Run: func(pass *analyzer.Pass) {
		var reported []source.Span
		var names credential.Memory
		slots(pass.File, func(s slot) {
			for _, found := range literals(pass.File, s, &names) {
				report(pass, found)
				reported = append(reported, found.span())
			}
		})
		lost(pass, reported)
		environmentFiles(pass)
	},
}

// lost looks for provider formats in the text of documents that could not be read
// as a whole.
func lost(pass *analyzer.Pass, reported []source.Span) {
	for _, d := range pass.File.Documents {
		if !d.Lost() {
			continue
		}
		text := mcp.String{Value: string(pass.File.Source.Data[d.Span.Start:d.Span.End]), Span: d.Span, Locator: verbatim{}}
		for _, m := range credential.Find(text.Value) {
			l := literal{credential.Secret{Start: m.Start, End: m.End, Form: credential.ByFormat, Match: m}, slot{value: text}}
			seen := slices.ContainsFunc(reported, l.span().Overlaps)
			if !seen && !m.Sample && !m.Public && !m.Identifier {
				report(pass, l)
			}
		}
	}
}

// A literal is a secret that is written out in a slot.
type literal struct {
	credential.Secret
	slot slot
}

// span returns where the secret stands in the file.
func (l literal) span() source.Span { return l.slot.value.At(l.Start, l.End) }

// literals judges a slot and keeps what is certain enough for its place.
func literals(f *mcp.File, s slot, names *credential.Memory) []literal {
	name := s.name
	if !s.inside && s.place == other && !believable(f, name) {
		name = ""
	}
	if s.place == prose || s.place == comment {
		name = ""
	} else if s.means != "" && (s.place == argument || s.place == fallback && credential.ClassifyName(name) == credential.NameOther) {
		name = s.means
	}
	if len(s.value.Value) < shortestSecret || name == "" && !names.Suspicious(s.value.Value) {
		return nil
	}
	verdict := credential.Judge(name, s.value.Value)
	var out []literal
	for _, found := range verdict.Secrets {
		if l := (literal{found, s}); l.counts(f) {
			out = append(out, l)
		}
	}
	return out
}

// shortestSecret is the length of the shortest value that is ever judged a secret.
const shortestSecret = 6

// believable reports whether the name of a setting outside server entries says
// enough: config files of other programs have many keys called "key".
func believable(f *mcp.File, name string) bool {
	if f.Kind == mcp.Manifest || strings.Contains(name, ".") {
		return false
	}
	lower := strings.ToLower(name)
	return lower != "key" && lower != "token" && lower != "session" && lower != "id" && lower != "signature"
}

// counts reports whether a secret is one in its place. In running text a name in
// front of a word proves nothing.
func (l literal) counts(f *mcp.File) bool {
	running := l.slot.place == prose || f.Kind == mcp.Manifest && !l.slot.inside && l.slot.place != fallback && l.slot.place != sample
	if l.Form == credential.ByPath {
		return l.slot.server != nil && l.slot.place == address // other URLs have identifiers in their paths
	}
	if !running {
		return true
	}
	switch l.Form {
	case credential.ByFormat:
		return !l.Match.Test || l.Match.Verified
	case credential.ByUserinfo:
		return !l.Weak && l.unguessed()
	case credential.ByName, credential.ByScheme:
		return l.quoted() && l.unguessed()
	}
	return false
}

// quoted reports whether the secret stands alone between quotes, as in a pasted
// answer or command.
func (l literal) quoted() bool {
	v := l.slot.value.Value
	return l.Start > 0 && l.End < len(v) && v[l.Start-1] == v[l.End] && strings.IndexByte("\"'`", v[l.End]) >= 0
}

// unguessed reports whether a password is more than the words a manual writes.
func (l literal) unguessed() bool {
	v := l.slot.value.Value[l.Start:l.End]
	return len(v) >= 12 && !credential.Harmless(v) && !credential.IsPlaceholder(v)
}

// report hands a secret to the first of its rules that is on.
func report(pass *analyzer.Pass, l literal) {
	for _, rule := range l.rules() {
		if !pass.Enabled(rule) {
			continue
		}
		span := l.span()
		pass.Report(analyzer.Diagnostic{
			Rule: rule, Span: span, Message: l.message(), Help: l.help(pass.File), Confidence: l.confidence(pass.File),
			Evidence: []analyzer.Evidence{{Span: span, Text: l.Show(l.slot.value.Value)}},
		})
		return
	}
}

// rules lists the rules that could report the secret, the best first. A rule that
// is off hands its finding on.
func (l literal) rules() []*analyzer.Rule {
	general := []*analyzer.Rule{secretNamedLiteral, hardcodedProviderSecret}
	if l.Form == credential.ByFormat {
		general = []*analyzer.Rule{hardcodedProviderSecret, secretNamedLiteral}
		switch {
		case l.Match.Test:
			general[0] = hardcodedProviderSecretSandbox
		case l.Match.Grave:
			general[0] = hardcodedProviderSecretPrivileged
		}
	}
	var first []*analyzer.Rule
	switch {
	case l.Form == credential.ByUserinfo && l.database():
		first = l.connectionRules()
	case l.Form == credential.ByUserinfo && l.Weak:
		first = []*analyzer.Rule{l.near(defaultCredential, defaultCredentialLocal), secretInURL}
	case l.Form == credential.ByUserinfo || l.Form == credential.ByQuery || l.Form == credential.ByPath || l.slot.place == address:
		first = []*analyzer.Rule{secretInURL}
	case l.slot.place == argument:
		first = []*analyzer.Rule{secretInArgv}
	case l.Form == credential.ByScheme || l.slot.place == header && (l.Form == credential.ByName || authorizing(l.slot.name)):
		first = []*analyzer.Rule{authorizationHeaderLiteral}
	}
	return append(first, general...)
}

// connectionRules are those for the password of a database or broker.
func (l literal) connectionRules() []*analyzer.Rule {
	connection := l.near(connectionStringPassword, connectionStringPasswordLocal)
	if l.Weak {
		return []*analyzer.Rule{l.near(defaultCredential, defaultCredentialLocal), connection, secretInURL}
	}
	return []*analyzer.Rule{connection, secretInURL}
}

// near chooses between a rule for services that others reach and its weaker twin
// for those on this machine or in this compose network.
func (l literal) near(far, near *analyzer.Rule) *analyzer.Rule {
	switch h := host.ParseHost(l.Host); {
	case l.Host == "", h.Kind.OnMachine(), h.Kind == host.KindService:
		return near
	}
	return far
}

// database reports whether the password opens a database, broker, directory or
// mail server, and not a website.
func (l literal) database() bool {
	switch l.Scheme {
	case "http", "https", "ws", "wss", "git", "git+https", "git+http", "svn", "socks5", "socks5h", "socks4", "":
		return false
	}
	return true
}

// authorizing reports whether a header exists to carry a credential.
func authorizing(name string) bool {
	switch strings.ToLower(name) {
	case "authorization", "proxy-authorization", "cookie", "x-api-key", "x-auth-token", "x-access-token":
		return true
	}
	return credential.ClassifyName(name) == credential.NameSecret
}

// confidence is lower where the value may have been made up: a wrong checksum,
// an example, a documentation path.
func (l literal) confidence(f *mcp.File) analyzer.Confidence {
	switch {
	case l.slot.place == sample && l.Form == credential.ByName:
		return analyzer.Unsure // most examples that look random were made up at random
	case l.Doubtful:
		return analyzer.Unsure
	case l.Form == credential.ByFormat && l.Match.Broken, l.slot.place >= sample, f.Scope == mcp.ScopeExample:
		return analyzer.Likely
	case l.Form == credential.ByName && !l.slot.inside, l.Form == credential.ByPath:
		return analyzer.Likely
	}
	return 0
}

// message says where the secret stands and what it is.
func (l literal) message() string {
	return strings.TrimLeft(fmt.Sprintf("%s%s %s %s", l.owner(), l.position(), l.verb(), l.what()), " ")
}

func (l literal) owner() string {
	if l.slot.server != nil && l.slot.server.Name.Value != "" {
		return fmt.Sprintf("server %q: ", l.slot.server.Name.Value)
	}
	return ""
}

// position names the place in the words people use for it.
func (l literal) position() string {
	name := l.slot.name
	if name == "" && l.slot.place <= header {
		name = l.Name // NAME=value in a list
	}
	switch l.slot.place {
	case env:
		return "environment variable " + name
	case header:
		return "header " + name
	case argument:
		if l.Form == credential.ByUserinfo || l.Form == credential.ByQuery {
			return "an argument"
		}
		if l.slot.means != "" && name != "" {
			return "argument -" + name
		}
		if name != "" && l.Name == name {
			return "argument --" + strings.TrimLeft(name, "-")
		}
		if l.Name != "" {
			return "argument " + l.Name
		}
		return "an argument"
	case address:
		return "the URL"
	case fallback:
		if name != "" {
			return "the default of " + name
		}
		return "a default"
	case sample:
		if name != "" {
			return "the example of " + name
		}
		return "an example"
	case prose:
		return "the text"
	case comment:
		return "a comment"
	}
	if name != "" {
		return "setting " + name
	}
	return "a value"
}

func (l literal) verb() string {
	if l.Default {
		return "falls back to"
	}
	return "holds"
}

// what names the secret by kind, public prefix and length.
func (l literal) what() string {
	shown := l.Show(l.slot.value.Value)
	switch l.Form {
	case credential.ByFormat:
		noun := l.Match.Provider + " " + l.Match.Kind
		if l.Match.Provider == "private key" {
			noun = l.Match.Kind
		}
		return fmt.Sprintf("%s %s: %s", article(noun), noun, shown)
	case credential.ByUserinfo:
		account := ""
		if l.User != "" {
			account = fmt.Sprintf(" of account %q", l.User)
		}
		where := ""
		if l.Host != "" {
			where = fmt.Sprintf(" at %q", l.Host)
		}
		if l.Weak {
			return fmt.Sprintf("a default or guessable password%s%s: %s", account, where, shown)
		}
		noun := "the password"
		if l.Match.Provider != "" {
			noun = fmt.Sprintf("the password (%s %s %s)", article(l.Match.Provider), l.Match.Provider, l.Match.Kind)
		}
		return fmt.Sprintf("%s%s%s: %s", noun, account, where, shown)
	case credential.ByQuery:
		return fmt.Sprintf("a secret in query parameter %s: %s", l.Name, shown)
	case credential.ByPath:
		return "an unguessable path, which opens the server to everybody who has it: " + shown
	case credential.ByScheme:
		return "a literal credential: " + shown
	}
	return "a literal secret: " + shown
}

func article(noun string) string {
	if noun != "" && strings.ContainsRune("aeioAEIOU", rune(noun[0])) {
		return "an"
	}
	return "a"
}

// help is the remedy for this place and this client.
func (l literal) help(f *mcp.File) string {
	client := f.Client
	if l.slot.server != nil && l.slot.server.Client != "" {
		client = l.slot.server.Client
	}
	remedy := keepElsewhere(client, l.slot.place, variable(l))
	if form := packaged(f); form != "" && l.slot.place < fallback {
		remedy = form
	}
	if l.Weak {
		return "give the account a password of its own and " + remedy
	}
	return "rotate it, then " + remedy
}

// packaged says how a package asks its users for a secret, "" for other files.
func packaged(f *mcp.File) string {
	for _, p := range f.Packages {
		switch p.Form {
		case "mcpb":
			return `ask for it in user_config with "sensitive": true and write "${user_config.KEY}"`
		case "server.json":
			return `leave the value out and mark the input "isSecret": true`
		}
	}
	return ""
}

// variable proposes the name of an environment variable for the secret.
func variable(l literal) string {
	for _, name := range []string{l.slot.name, l.Name} {
		upper := strings.ToUpper(strings.NewReplacer("-", "_", ".", "_", " ", "_").Replace(strings.TrimLeft(name, "-")))
		if c := credential.ClassifyName(name); (c == credential.NameSecret || c == credential.NamePassword) && upper != "AUTHORIZATION" && len(upper) < 60 && plainName(upper) {
			return upper
		}
	}
	if l.Form == credential.ByFormat && l.Match.Provider != "private key" {
		return strings.ToUpper(strings.NewReplacer(" ", "_", ".", "_", "&", "AND", "-", "_").Replace(l.Match.Provider)) + "_TOKEN"
	}
	if l.Form == credential.ByUserinfo {
		return "DATABASE_PASSWORD"
	}
	return "API_TOKEN"
}

func plainName(s string) bool {
	return s != "" && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == ""
}
