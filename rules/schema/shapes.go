package schema

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// shellCharacters are what makes one command two.
const shellCharacters = " ;|&$`"

// isShell reports whether a parameter is a command line for a shell: its name says
// command or script, and the tool says that it runs such things.
func isShell(t *mcp.Tool, p *mcp.Parameter) bool {
	n := p.Words()
	last := words.Last(n)
	if len(n) > 3 || !slices.Contains(shellWords, last) || !argument(p) || p.Excludes(shellCharacters) || onlyTalks(t) || dispatches(t, p) {
		return false
	}
	if words.Has(n, "sub", "git", "npm", "description", "name", "type", "id") {
		return false
	}
	for _, cue := range otherCommands {
		if strings.Contains(p.Explanation(), cue) || strings.Contains(t.Opening(), cue) {
			return false
		}
	}
	switch {
	case last == "bash", last == "powershell", last == "cmdline", last == "commandline",
		len(n) > 1 && n[0] == "shell" && slices.Contains([]string{"command", "cmd", "script"}, last),
		len(n) > 1 && n[0] == "command" && last == "line":
		return true
	case last == "script", last == "shell":
		return saysOneOf(t, "shell", "terminal", "bash", "powershell", "command", "commands") != "" && saysOneOf(t, "run", "execute", "exec", "runs", "executes") != ""
	case slices.Contains([]string{"command", "commands", "cmd", "cmds"}, last):
		return saysOneOf(t, "execute", "exec", "run", "shell", "terminal", "bash", "ssh", "executes", "runs", "spawn") != "" || strings.Contains(p.Explanation(), "shell command")
	}
	return false
}

// shellWords end the names of command lines.
var shellWords = []string{"bash", "powershell", "cmdline", "commandline", "command", "commands", "cmd", "cmds", "script", "shell", "line"}

// otherCommands are commands that no shell gets.
var otherCommands = []string{
	"one of", "redis command", "mongo", "vim", "editor command", "bot command", "slash command", "command name", "command id", "javascript", "minecraft", "rcon", "gdb", "applescript", "launch the server", "start the server",
}

// onlyTalks reports whether a tool judges or records what another one runs.
func onlyTalks(t *mcp.Tool) bool {
	return words.Has(t.Words(), "hook", "hooks", "pre", "before", "after", "record", "log", "history", "check", "assess", "validate", "analyze", "explain", "suggest", "parse", "lint", "list", "search", "docs", "help")
}

// dispatches reports whether a tool has sub-tools that a command chooses: it takes
// the arguments of the command as an object.
func dispatches(t *mcp.Tool, command *mcp.Parameter) bool {
	for _, p := range t.Parameters().List {
		if topLevel(p) && p.Type == "object" && words.Has(p.Words(), "parameters", "params", "arguments", "args") && command.Root() != p.Path {
			return true
		}
	}
	return false
}

// argument reports whether a parameter is an argument of the tool itself, be it that
// all of them are wrapped in one object.
func argument(p *mcp.Parameter) bool {
	if topLevel(p) {
		return true
	}
	return depthOf(p) == 1 && slices.Contains([]string{"params", "input", "request", "args", "arguments", "options", "data", "body", "payload"}, strings.ToLower(p.Root()))
}

// codeWords end the names of program texts.
var codeWords = []string{"code", "script", "javascript", "js", "python", "expression", "function", "snippet", "program", "applescript", "lua"}

// isCode reports whether a parameter is program text that the tool runs.
func isCode(t *mcp.Tool, p *mcp.Parameter) bool {
	n := p.Words()
	last := words.Last(n)
	if len(n) > 3 || !slices.Contains(codeWords, last) || !argument(p) || p.Excludes("();=") || onlyTalks(t) {
		return false
	}
	if words.Has(n, "status", "country", "zip", "postal", "error", "currency", "language", "verification", "auth", "authorization", "qr", "color", "area", "invite", "promo", "discount", "source", "cron", "exit", "device", "airport", "iata", "sort", "filter", "condition", "regex", "schedule", "test", "build", "npm") {
		return false
	}
	text := p.Explanation()
	for _, cue := range []string{"cron", "regular expression", "oauth", "filter expression", "name of the", "function name", "script name", "project key", "one-time", "otp", "a1 notation", "formula", "npm script", "source code", "to transform", "to analyze", "transformation"} {
		if strings.Contains(text, cue) {
			return false
		}
	}
	if last == "expression" || last == "function" {
		return strings.Contains(text, "javascript") || strings.Contains(text, "python") || saysOneOf(t, "evaluate", "eval", "evaluates") != "" && saysOneOf(t, "javascript", "js", "page", "browser", "code", "debugger", "runtime", "app") != ""
	}
	runs := saysOneOf(t, "execute", "executes", "run", "runs", "eval", "evaluate", "evaluates", "exec", "execution", "interpreter", "repl", "inject")
	if runs == "" {
		return strings.Contains(text, "code to execute") || strings.Contains(text, "code to run") || strings.Contains(text, "script to execute") || strings.Contains(text, "javascript to execute") || strings.Contains(text, "to execute in")
	}
	return saysOneOf(t, "lint", "format", "analyze", "analyse", "parse", "review", "scan", "search", "autofixer", "fixer", "highlight", "validate", "check", "checks", "scans") == ""
}

// queryWords end the names of database statements.
var queryWords = []string{"sql", "cypher", "kql", "sparql", "aql", "soql", "query", "queries", "statement", "statements", "command", "text"}

// isQuery reports whether a parameter is a statement for a database, in a language
// that can change it.
func isQuery(t *mcp.Tool, p *mcp.Parameter) bool {
	n := p.Words()
	last := words.Last(n)
	if len(n) > 3 || !slices.Contains(queryWords, last) || !argument(p) || p.Excludes(" ;(") {
		return false
	}
	if words.Has(t.Words(), "explain", "format", "validate", "plan", "generate", "lint", "parse", "analyze", "optimize", "search", "convert", "to", "repair", "fix", "translate", "history", "save", "saved", "builder", "link", "url", "share") {
		return false
	}
	if slices.Contains([]string{"sql", "cypher", "kql", "sparql", "aql", "soql"}, last) || words.Has(n, "sql") && slices.Contains([]string{"query", "statement", "statements", "command", "queries", "text"}, last) {
		return true
	}
	if !slices.Contains([]string{"query", "statement", "statements", "queries"}, last) {
		return false
	}
	text := " " + strings.Join(mcp.ProseWords(p.Explanation()+" "+t.Opening()), " ") + " "
	for _, language := range []string{" sql ", " cypher ", " t sql ", " postgresql ", " mysql ", " sqlite ", " plsql "} {
		if strings.Contains(text, language) {
			return true
		}
	}
	return false
}

// httpClient returns the URL of a tool that sends any request anywhere: a free URL
// beside a method, headers or a body.
func httpClient(t *mcp.Tool, list []*mcp.Parameter) *mcp.Parameter {
	parts := requestParts(t)
	if parts == 0 {
		return nil
	}
	var target *mcp.Parameter
	for _, p := range list {
		if topLevel(p) && !strings.HasSuffix(p.Path, "[]") && p.Subject() == mcp.SubjectURL && !p.FixesHost() && target == nil && !words.Has(p.Words(), "webhook", "callback", "redirect", "image", "icon", "proxy") {
			target = p
		}
	}
	if target == nil {
		return nil
	}
	if parts == 1 && saysOneOf(t, "request", "requests", "http", "curl", "call", "rest", "post", "put", "patch", "fetch", "fetches", "api", "webhook") == "" {
		return nil
	}
	if saysOneOf(t, "mock", "mocks", "intercept", "filter", "monitor", "create", "register", "subscribe") != "" {
		return nil
	}
	return target
}

// requestParts counts the parameters that are parts of an HTTP request beside its URL.
func requestParts(t *mcp.Tool) int {
	parts := 0
	for _, p := range t.Parameters().List {
		if !topLevel(p) || strings.HasSuffix(p.Path, "[]") {
			continue
		}
		switch strings.Join(p.Words(), " ") {
		case "method", "http method", "headers", "header", "http headers", "request headers", "body", "request body", "payload", "raw body", "form data", "post data":
			parts++
		case "data", "json":
			if words.Has(t.Words(), "request", "http", "post", "put", "patch", "curl", "api") {
				parts++
			}
		}
	}
	return parts
}

// fetches returns the word by which the tool is taken to call the URL of a parameter
// itself, and where it stands: a verb of its name or of its first sentence, or a
// phrase of the parameter's description. It is "" for tools that only keep a URL, look
// one up or hand one on, and for URLs that stand for a record of one vendor.
func fetches(t *mcp.Tool, p *mcp.Parameter) string {
	text := p.Explanation()
	name := t.Words()
	if words.Has(name, "by", "status", "stop", "cancel") || standsForRecord(text) {
		return ""
	}
	for _, cue := range fetchCues {
		if strings.Contains(text, cue) {
			return "“" + cue + "” in its description"
		}
	}
	for i, w := range name {
		if i > 2 || stores(name[:i]) {
			break
		}
		if slices.Contains(fetchVerbs, w) || slices.Contains(readVerbs, w) && barelyURL(p) && !namesVendor(text) || w == "map" && i == len(name)-1 {
			return "“" + w + "” in the tool's name"
		}
	}
	if a := t.ActByName().Action; a == mcp.ActionChange || a == mcp.ActionSend || a == mcp.ActionDestroy || namesVendor(text) || !barelyURL(p) {
		return ""
	}
	first := t.OpeningWords()
	if !slices.ContainsFunc(first, func(w string) bool { return slices.Contains(fetched, strings.TrimSuffix(w, "s")) }) {
		return ""
	}
	for _, w := range first[:min(len(first), 8)] {
		if slices.Contains(fetchVerbs, w) || slices.Contains(fetchVerbs, strings.TrimSuffix(w, "s")) || slices.Contains(fetchVerbs, strings.TrimSuffix(w, "es")) {
			return "“" + w + "” in the tool's description"
		}
	}
	return ""
}

func stores(before []string) bool {
	return words.Has(before, "create", "add", "update", "set", "list", "delete", "remove", "save", "mock", "check")
}

// plainURL reports whether a parameter is called just a URL, and not the URL of
// something.
func plainURL(p *mcp.Parameter) bool {
	for _, w := range p.Words() {
		if !slices.Contains(plainWords, words.Bare(w)) {
			return false
		}
	}
	return true
}

// barelyURL reports the same more strictly: the URL of a file or a site is often how a
// vendor writes an identifier.
func barelyURL(p *mcp.Parameter) bool {
	return plainURL(p) && !words.Has(p.Words(), "site", "target", "source", "document", "file", "input")
}

var plainWords = []string{"url", "urls", "uri", "uris", "link", "links", "href", "page", "pages", "web", "webpage", "website", "site", "target", "source", "start", "starting", "image", "video", "audio", "pdf", "document", "file", "feed", "rss", "input", "media", "to", "fetch"}

// standsForRecord reports whether a description offers a URL as another way to write
// an identifier.
func standsForRecord(text string) bool {
	for _, cue := range []string{"or id", "alternative to", " id or url", "id from the url", "extract the id", "as defined in", "application base", "target tab", "tab to"} {
		if strings.Contains(text, cue) {
			return true
		}
	}
	return false
}

// namesVendor reports whether a description shows a URL of a real host, which the
// value is then one of.
func namesVendor(text string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], "http")
		if at < 0 {
			return false
		}
		from += at
		end := from
		for end < len(text) && !strings.ContainsRune(" \t\n\"'`),<>", rune(text[end])) {
			end++
		}
		if u, ok := host.Parse(text[from:end]); ok && u.HostName().Kind == host.KindPublic {
			return true
		}
		from = max(end, from+4)
	}
}

// fetchVerbs are what only a program does that opens the URL itself; readVerbs are
// also used of records.
var (
	fetchVerbs = []string{"fetch", "scrape", "crawl", "download", "open", "navigate", "goto", "visit", "screenshot", "render", "request", "curl", "ingest", "connect", "load", "unfurl", "fetcher", "scraper", "crawler", "ping", "probe"}
	readVerbs  = []string{"get", "read", "import", "summarize", "transcribe", "convert", "preview", "retrieve", "extract", "analyze", "audit", "browse"}
	fetched    = []string{"page", "url", "webpage", "website", "web", "site", "link", "image", "video", "file", "feed", "document", "html", "browser", "content", "endpoint"}
)

var fetchCues = []string{
	"to fetch", "to scrape", "to navigate", "to crawl", "to download", "to visit", "to open", "to load", "to read", "to request", "to render", "to convert", "to extract", "to transcribe",
	"will be downloaded", "will be fetched", "downloaded from", "fetched from", "to screenshot", "to call", "to connect", "to browse", "to import", "to summarize", "to perform",
}
