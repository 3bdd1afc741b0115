package hygiene

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// ambiguousCheck looks for keys that different readers take for different things.
var ambiguousCheck = analyzer.Check{
	Rules: []*analyzer.Rule{ambiguousJSON, ambiguousJSONDecisive},
	Run: func(pass *analyzer.Pass) {
		a := ambiguity{pass: pass, subjects: subjects(pass)}
		for _, d := range pass.File.Documents {
			if d.Root == nil || d.Embedded {
				continue
			}
			a.doc = d
			a.folded(d.Root, "the file", containerKeys)
			a.walk(d.Root)
		}
	},
}

type ambiguity struct {
	pass     *analyzer.Pass
	doc      *tree.Document
	subjects map[*tree.Node]subject
	reported int
}

// maxRepeated bounds the repeated keys that are reported of one file.
const maxRepeated = 200

// A subject is a map whose keys decide something.
type subject struct {
	name string
	keys []string // keys that must not be written in another case; nil for names
}

var (
	containerKeys = []string{"mcpServers", "servers", "mcp", "context_servers"}
	entryKeys     = []string{"command", "args", "env", "url", "type", "headers", "cwd", "transport", "serverUrl", "httpUrl", "disabled", "enabled", "autoApprove", "alwaysAllow"}
	toolKeys      = []string{"name", "description", "inputSchema", "annotations"}
)

// subjects returns the maps of the file that say what runs and what a model reads.
func subjects(pass *analyzer.Pass) map[*tree.Node]subject {
	found := map[*tree.Node]subject{}
	for _, s := range pass.File.Servers {
		if s.Container != nil && s.Container.Kind == tree.Map {
			found[s.Container] = subject{name: "the servers"}
		}
		if s.Node != nil && s.Node != s.Container {
			found[s.Node] = subject{name: fmt.Sprintf("server %q", s.Name.Value), keys: entryKeys}
		}
	}
	for t := range pass.File.Tools {
		found[t.Node] = subject{name: fmt.Sprintf("tool %q", t.Name.Value), keys: toolKeys}
	}
	return found
}

func (a *ambiguity) walk(n *tree.Node) {
	if n.Kind == tree.Map && len(n.Children) > 1 {
		a.repeated(n)
	}
	if s, ok := a.subjects[n]; ok && s.keys != nil {
		a.folded(n, s.name, s.keys)
	}
	for _, c := range n.Children {
		if len(c.Children) > 0 {
			a.walk(c)
		}
	}
}

// repeated reports the keys of a map that stand in it more than once.
func (a *ambiguity) repeated(n *tree.Node) {
	const few = 12
	var seen map[string]*tree.Node
	if len(n.Children) > few {
		seen = make(map[string]*tree.Node, len(n.Children))
	}
	for i, c := range n.Children {
		var first *tree.Node
		if seen != nil {
			if first = seen[c.Key]; first == nil {
				seen[c.Key] = c
			}
		} else {
			for _, earlier := range n.Children[:i] {
				if earlier.Key == c.Key {
					first = earlier
					break
				}
			}
		}
		if first != nil && first.KeySpan != c.KeySpan && a.reported < maxRepeated {
			a.reported++
			a.report(n, first, c)
		}
	}
}

func (a *ambiguity) report(n, first, again *tree.Node) {
	s, known := a.subjects[n]
	where := "an object"
	if known {
		where = s.name
	}
	differ := !a.same(first, again)
	rule, consequence := ambiguousJSON, "readers differ in which one they take"
	switch {
	case !differ:
		consequence = "both have the same value, but strict readers refuse the file"
	case (known || n == a.doc.Root && isOneOf(again.Key, containerKeys)) && a.pass.Enabled(ambiguousJSONDecisive):
		rule, consequence = ambiguousJSONDecisive, "the values differ and readers differ in which one they take"
	}
	a.pass.Report(analyzer.Diagnostic{
		Rule: rule, Span: again.KeySpan,
		Message: fmt.Sprintf("key %q stands more than once in %s; %s", again.Key, where, consequence),
		Related: []analyzer.Evidence{{Span: first.KeySpan, Text: first.Key, Note: "stands here already"}},
	})
}

// folded reports keys that differ from a key that counts in case alone.
func (a *ambiguity) folded(n *tree.Node, where string, keys []string) {
	if n.Kind != tree.Map {
		return
	}
	for _, c := range n.Children {
		meant := ""
		for _, key := range keys {
			if c.Key == key {
				meant = ""
				break
			}
			if len(c.Key) >= len(key) && strings.EqualFold(c.Key, key) {
				meant = key
			}
		}
		if meant == "" {
			continue
		}
		rule, consequence := ambiguousJSON, "some clients take it for that key and others ignore it"
		var related []analyzer.Evidence
		for _, other := range n.Children {
			if other.Key != meant {
				continue
			}
			related = []analyzer.Evidence{{Span: other.KeySpan, Text: other.Key, Note: "the other spelling"}}
			if a.pass.Enabled(ambiguousJSONDecisive) && !a.same(other, c) {
				rule, consequence = ambiguousJSONDecisive, "both stand there and readers differ in which one they take"
			}
		}
		a.pass.Report(analyzer.Diagnostic{
			Rule: rule, Span: c.KeySpan, Related: related,
			Message: fmt.Sprintf("key %q in %s is %q in another case; %s", c.Key, where, meant, consequence),
		})
	}
}

// same reports whether two values are written in the same way.
func (a *ambiguity) same(x, y *tree.Node) bool {
	data := a.doc.File.Data
	return bytes.Equal(data[x.Span.Start:x.Span.End], data[y.Span.Start:y.Span.End])
}

func isOneOf(word string, words []string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}
