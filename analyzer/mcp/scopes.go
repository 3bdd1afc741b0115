package mcp

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// A GrantedScope is one OAuth scope that an entry asks for.
type GrantedScope struct {
	String
	Key String // the name of the place: scopes, OAUTH_SCOPES, --scope
}

// Scopes returns the OAuth scopes of the entry, from the places that hold
// nothing else: the fields scope and scopes, variables and options so named, and
// the parameter of the address.
func (s *Server) Scopes() []GrantedScope {
	var found []GrantedScope
	add := func(key String, value String) {
		for _, part := range scopeWords(value) {
			found = append(found, GrantedScope{part, key})
		}
	}
	if s.Document != nil {
		for _, at := range []*tree.Node{s.Node, s.Node.Get("oauth"), s.Node.Get("auth")} {
			for _, key := range []string{"scopes", "scope"} {
				if m := at.Find(key); m != nil {
					for _, value := range oneOrMany(s.Document, m) {
						add(s.Document.KeyString(m), value)
					}
				}
			}
		}
	}
	for _, p := range s.Env {
		if isScopeName(p.Key.Value) {
			add(p.Key, p.Value)
		}
	}
	for _, v := range s.Launch.Env {
		if isScopeName(v.Name.Value) {
			add(v.Name, v.Value)
		}
	}
	for i, a := range s.Launch.Args {
		name, value, joined := strings.Cut(a.Value, "=")
		if !strings.HasPrefix(name, "--") || !isScopeName(strings.ReplaceAll(name[2:], "-", "_")) {
			continue
		}
		if joined {
			add(a.Slice(0, len(name)), a.Slice(len(a.Value)-len(value), len(a.Value)))
		} else if i+1 < len(s.Launch.Args) {
			add(a, s.Launch.Args[i+1])
		}
	}
	for _, address := range []String{s.URL, s.Launch.RemoteURL} {
		for _, mark := range []string{"?scope=", "&scope=", "?scopes=", "&scopes="} {
			if _, after, ok := strings.Cut(address.Value, mark); ok {
				start := len(address.Value) - len(after)
				end := len(address.Value)
				if i := strings.IndexAny(after, "&#"); i >= 0 {
					end = start + i
				}
				add(address.Slice(start-len(mark)+1, start-1), address.Slice(start, end))
			}
		}
	}
	return found
}

// isScopeName reports whether a variable's or option's name says scopes.
func isScopeName(name string) bool {
	upper := strings.ToUpper(name)
	return upper == "SCOPE" || upper == "SCOPES" || strings.HasSuffix(upper, "_SCOPES") || strings.HasSuffix(upper, "OAUTH_SCOPE") || strings.HasSuffix(upper, "AUTH_SCOPE")
}

// maxScopeList is how many bytes of a list of scopes are read. Every word of it is
// located from the start of the list, so that the limit bounds the work.
const maxScopeList = 8 << 10

// scopeWords splits a list of scopes at spaces, commas and what URLs write for
// spaces.
func scopeWords(s String) []String {
	if len(s.Value) > maxScopeList {
		return nil
	}
	var words []String
	start := 0
	flush := func(end int) {
		if end > start {
			words = append(words, s.Slice(start, end))
		}
	}
	for i := 0; i < len(s.Value); i++ {
		switch {
		case strings.IndexByte(" \t\n,;+\"[]", s.Value[i]) >= 0:
			flush(i)
			start = i + 1
		case strings.HasPrefix(s.Value[i:], "%20"):
			flush(i)
			start = i + 3
			i += 2
		}
	}
	flush(len(s.Value))
	return words
}
