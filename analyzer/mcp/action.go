package mcp

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/tree"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// An Action is what a tool does to the world.
type Action uint8

// The actions, the harmless first.
const (
	ActionUnknown Action = iota
	ActionRead           // looks something up
	ActionChange         // creates or changes something
	ActionSend           // puts something before other people's eyes
	ActionExecute        // runs commands or code
	ActionDestroy        // deletes or revokes
)

// String returns the verb used in messages.
func (a Action) String() string {
	return [...]string{"does nothing known", "reads", "changes something", "sends something out", "runs commands or code", "destroys something"}[a]
}

// An Act is what one text says that a tool does, and the word that says it.
type Act struct {
	Action Action
	Word   string
	At     String // the text the word stands in: the name as a whole, or the word of a description
}

// ActByName judges the words of a tool's name: the first verb counts, unless the last
// word is one of looking (issue_read, actions_list) or the name speaks of a trial
// run. A verb that is a noun as well counts behind another word only when the
// description begins with it too: slack_post_message, “Post a message”.
func (t *Tool) ActByName() Act {
	if t.facts.byName == nil {
		act := actOfName(t.Name, t.ActByText())
		t.facts.byName = &act
	}
	return *t.facts.byName
}

// ActByTitle judges the display title in the same way.
func (t *Tool) ActByTitle() Act {
	title := t.Title
	if !title.Present() {
		title = t.Document.String(t.Annotations.Get("title"))
	}
	return actOfName(title, Act{})
}

func actOfName(name String, text Act) Act {
	n := words.Split(name.Value)
	if len(n) == 0 {
		return Act{}
	}
	for i, w := range n {
		if onTrial(w) {
			return Act{ActionRead, w, name}
		}
		if i > 0 && i == len(n)-1 && looks(w) {
			return Act{ActionRead, w, name}
		}
	}
	for i, w := range n {
		a := verbs()[w]
		if i > 0 && (nounLike(w) && stem(text.Word) != w || verbs()[n[i-1]] != ActionUnknown) {
			continue
		}
		if a == ActionUnknown || i > 2 {
			continue
		}
		return Act{narrow(a, w, n[i+1:]), w, name}
	}
	return Act{}
}

// narrow takes back what the object of a verb makes harmless: remove_background
// changes a picture, run_report reads.
func narrow(a Action, verb string, object []string) Action {
	switch {
	case a == ActionDestroy && soft(verb) && (len(object) == 0 || words.Has(object, softObjects...)):
		return ActionChange
	case a == ActionChange && transient(verb) && (len(object) == 0 || words.Has(object, sessionObjects...)):
		return ActionUnknown
	case a == ActionExecute && !words.Has(object, codeObjects...):
		return ActionUnknown
	}
	return a
}

// ActByText judges the first sentence of the description: the first verb among its
// first words.
func (t *Tool) ActByText() Act {
	if t.facts.byText == nil {
		act := t.actOfText()
		t.facts.byText = &act
	}
	return *t.facts.byText
}

func (t *Tool) actOfText() Act {
	text := t.Description.Value
	const enough = 160
	text = text[:min(len(text), enough)]
	if end := strings.IndexAny(text, ".\n"); end > 0 {
		text = text[:end]
	}
	at, count := 0, 0
	article := false
	for at < len(text) && count < 6 {
		for at < len(text) && !isLetter(text[at]) {
			at++
		}
		end := at
		for end < len(text) && isLetter(text[end]) {
			end++
		}
		if end == at {
			break
		}
		word := strings.ToLower(text[at:end])
		if a, ok := verbOf(word); ok && !article {
			object := words.Split(firstWords(text[end:], 3))
			return Act{narrow(a, stem(word), object[:min(3, len(object))]), word, t.Description.Slice(at, end)}
		}
		if !leadsIn(word) {
			break
		}
		article = word == "the" || word == "a" // what follows is a thing
		at = end
		count++
	}
	return Act{}
}

// firstWords returns a part of a text that holds its first n words, and not many more.
func firstWords(text string, n int) string {
	inside := false
	for i := range len(text) {
		c := text[i]
		switch word := isLetter(c) && c != '_' || c >= '0' && c <= '9'; {
		case word:
			inside = true
		case inside && c < utf8.RuneSelf: // nothing that could go on the word
			if n--; n == 0 {
				return text[:i]
			}
			inside = false
		}
	}
	return text
}

// verbOf looks a word up as it is and without its ending.
func verbOf(word string) (Action, bool) {
	a, ok := verbs()[stem(word)]
	return a, ok
}

// stem takes the ending of the third person off: deletes, pushes, copies.
func stem(word string) string {
	for _, end := range [][2]string{{"ies", "y"}, {"es", ""}, {"s", ""}, {"es", "e"}} {
		if rest, ok := strings.CutSuffix(word, end[0]); ok {
			if _, known := verbs()[rest+end[1]]; known {
				return rest + end[1]
			}
		}
	}
	return word
}

// leadsIn reports whether a word stands in front of the verb of a description.
func leadsIn(word string) bool {
	switch word {
	case "this", "tool", "the", "a", "use", "to", "permanently", "safely", "quickly", "bulk", "batch", "can", "will", "allows", "you", "helps", "irreversibly", "immediately", "soft", "hard":
		return true
	}
	return false
}

// onTrial reports whether a word makes whatever the name says a trial.
func onTrial(word string) bool {
	switch word {
	case "dry", "dryrun", "preview", "simulate", "simulation", "estimate", "validate", "explain", "suggest":
		return true
	}
	return false
}

// looks reports whether a word at the end of a name makes it a lookup.
func looks(word string) bool {
	switch word {
	case "get", "list", "read", "search", "find", "status", "info", "details", "count", "history", "stats", "view", "lookup", "query", "schema", "check", "plan", "help", "log", "logs", "report", "summary", "diff", "docs", "guide", "url", "link":
		return true
	}
	return false
}

// nounLike reports whether a verb is a noun when it does not come first.
func nounLike(word string) bool {
	switch word {
	case "issue", "post", "posts", "comment", "update", "updates", "order", "link", "copy", "tag", "lock", "message", "share", "patch", "log", "set", "commit", "release", "test", "plan",
		"report", "reset", "record", "review", "request", "export", "import", "upload", "download", "run", "store", "script", "email", "book", "charge", "transfer", "start", "stop", "change", "build", "watch", "view", "check", "search", "query", "sync", "backup", "trash", "restore", "merge", "pay", "trigger", "call", "schedule", "form", "close", "open", "clear", "drop", "move", "pin", "deploy", "install", "forward", "submit", "put", "accept", "complete", "toggle", "mark":
		return true
	}
	return false
}

// soft reports whether a verb means less than deletion where its object is text, a
// picture or the tool's own state.
func soft(word string) bool {
	switch word {
	case "remove", "clear", "reset", "drop", "flush", "unset", "prune", "kill", "terminate", "purge", "wipe":
		return true
	}
	return false
}

// transient reports whether a verb changes nothing that lasts where its object is a
// page or a session.
func transient(word string) bool {
	switch word {
	case "close", "open", "start", "stop", "pause", "resume", "restart", "change", "set", "toggle":
		return true
	}
	return false
}

var sessionObjects = []string{"page", "pages", "tab", "tabs", "browser", "session", "connection", "window", "search", "viewport", "stream", "recording", "timer"}

var softObjects = []string{
	"background", "noise", "duplicates", "duplicate", "whitespace", "comments", "formatting", "outliers", "stopwords", "watermark", "filter", "filters", "highlight", "highlights", "cache",
	"console", "log", "logs", "view", "selection", "mock", "mocks", "breakpoint", "breakpoints", "overlay", "columns", "column", "style", "styles", "annotation", "annotations", "layer", "session", "state",
	"context", "history", "viewport", "zoom", "label", "labels", "tag", "tags", "reaction", "favorite", "favorites", "bookmark", "border", "borders", "text", "emulation", "location", "input", "field", "cell", "cells", "process", "buffer",
}

var codeObjects = []string{"command", "commands", "cmd", "shell", "bash", "sh", "powershell", "terminal", "script", "scripts", "code", "python", "javascript", "js", "sql", "program", "snippet", "lua", "applescript"}

// verbs says what a verb at the beginning of a name does.
var verbs = sync.OnceValue(func() map[string]Action {
	m := map[string]Action{}
	for action, list := range map[Action]string{
		ActionRead: "get list search read find fetch describe show query lookup view check validate preview count inspect analyze analyse explain compare diff status info detect estimate retrieve resolve ping verify watch monitor track scan audit discover " +
			"suggest recommend peek browse summarize calculate compute parse extract download export is has can help whoami load select filter lint ask observe measure take screenshot capture hover",
		ActionChange: "create update add insert set write edit modify patch put upsert rename move merge assign unassign approve reject close reopen enable disable archive unarchive publish upload import deploy install start stop restart pause resume cancel trigger apply commit push " +
			"save store register unregister grant transfer pay charge refund buy sell purchase book order schedule fork lock unlock submit replace append attach detach accept complete configure mark pin unpin restore rollback bulk provision rotate change complete mutate toggle",
		ActionSend:    "send post reply email notify tweet share forward broadcast invite message",
		ActionExecute: "execute exec run eval evaluate spawn",
		ActionDestroy: "delete destroy drop purge remove wipe erase truncate revoke terminate uninstall kill reset clear flush unset prune del rm deprovision nuke",
	} {
		for _, w := range strings.Fields(list) {
			m[w] = action
		}
	}
	return m
})

// A Hint is a boolean annotation of a tool.
type Hint struct {
	Stated bool
	Value  bool
	Node   *tree.Node
}

// Hint returns an annotation such as readOnlyHint. A value that is no boolean counts
// as not stated.
func (t *Tool) Hint(name string) Hint {
	n := t.Annotations.Find(name)
	if !n.Is(tree.Bool) {
		return Hint{}
	}
	return Hint{true, n.Resolve().Value == "true", n}
}

// Entry returns the server entry of the same file that has the listing's name, or
// the only one of the file where the listing has none; nil when there is none.
func (f *File) Entry(l *Listing) *Server {
	if l == nil {
		return nil
	}
	at := slices.IndexFunc(f.Servers, func(s *Server) bool { return s.Name.Value == l.Server.Value })
	if at < 0 {
		if !l.Server.Present() && len(f.Servers) == 1 && len(f.Manifests) == 1 {
			at = 0
		} else {
			return nil
		}
	}
	return f.Servers[at]
}
