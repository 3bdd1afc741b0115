package schema

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// sure lowers the confidence of findings in documentation and fixtures.
func sure(file *mcp.File, best analyzer.Confidence) analyzer.Confidence {
	if file.Scope == mcp.ScopeExample {
		return min(best, analyzer.Likely)
	}
	return best
}

// called names a tool in a message.
func called(t *mcp.Tool) string {
	name := []rune(t.Name.Value)
	switch {
	case len(name) == 0:
		return "a tool without a name"
	case len(name) > 128:
		return `tool "` + string(name[:128]) + `…"`
	}
	return `tool "` + string(name) + `"`
}

// label names a parameter in a message.
func label(p *mcp.Parameter) string { return `"` + p.Label().Value + `"` }

// at is where a finding about a parameter points.
func at(p *mcp.Parameter) source.Span { return p.Label().Span }

// toolSpan is where a finding about a tool as a whole points: its name.
func toolSpan(t *mcp.Tool) source.Span {
	if t.Name.Present() {
		return t.Name.Span
	}
	return t.Node.Span
}

// lowerASCII lowers the letters of ASCII and keeps every byte in its place, so that
// offsets stay those of the text.
func lowerASCII(text string) string {
	b := []byte(text)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// saysOneOf returns the first of the words that stands in the name or the first
// sentence of the tool, "" when none does.
func saysOneOf(t *mcp.Tool, list ...string) string {
	name, text := t.Words(), t.OpeningWords()
	for _, w := range list {
		if words.Has(name, w) || slices.Contains(text, w) {
			return w
		}
	}
	return ""
}

// isReadOnly reports whether the tool says that it changes nothing.
func isReadOnly(t *mcp.Tool) bool { return t.Hint("readOnlyHint").Value }

// approved returns the setting that lets the tool run without asking, when a server
// entry of the same file has one.
func approved(file *mcp.File, t *mcp.Tool) (mcp.Approval, bool) {
	s := file.Entry(t.Listing)
	if s == nil {
		return mcp.Approval{}, false
	}
	for _, a := range s.Approvals {
		if v := a.Value.Value; v == t.Name.Value || v == "*" || v == "true" {
			return a, true
		}
	}
	return mcp.Approval{}, false
}

// credential returns the name of an environment variable or header that gives the
// tool's server a credential, when a server entry of the same file has one.
func credential(file *mcp.File, t *mcp.Tool) (source.String, bool) {
	s := file.Entry(t.Listing)
	if s == nil {
		return source.String{}, false
	}
	for _, p := range append(slices.Clone(s.Env), s.Headers...) {
		n := words.Split(p.Key.Value)
		if p.Value.Value != "" && words.Has(n, "token", "key", "secret", "password", "pat", "apikey", "authorization", "credential", "credentials", "cookie") && !words.Has(n, "public", "file", "path", "max", "expiry") {
			return p.Key, true
		}
	}
	return source.String{}, false
}

// A shape is what makes a parameter dangerous, decided once for a tool and asked for
// by several rules.
type shape uint8

const (
	shapeNone shape = iota
	shapeShell
	shapeCode
	shapeQuery
	shapeHTTP
)

// dangerous finds the parameter that makes the tool an interpreter or an HTTP
// client: the strongest shape it has.
func dangerous(t *mcp.Tool) (shape, *mcp.Parameter) {
	list := t.Parameters().Free
	for _, kind := range []struct {
		shape shape
		is    func(*mcp.Tool, *mcp.Parameter) bool
	}{{shapeShell, isShell}, {shapeCode, isCode}, {shapeQuery, isQuery}} {
		for _, p := range list {
			if kind.is(t, p) {
				return kind.shape, p
			}
		}
	}
	if p := httpClient(t, list); p != nil {
		return shapeHTTP, p
	}
	return shapeNone, nil
}

// topLevel reports whether the parameter is an argument of its own, or an item of
// one.
func topLevel(p *mcp.Parameter) bool { return !strings.Contains(p.Path, ".") }

// depthOf counts the objects between a parameter and the arguments of the tool.
func depthOf(p *mcp.Parameter) int { return strings.Count(p.Path, ".") }
