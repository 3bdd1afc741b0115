package mcp

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// crushrc reads the servers that Crush's start script adds:
//
//	mcp add NAME --type T --url U --header K V --command C --args A --env K=V
//
// The script is read and never run; what a variable or a substitution would become
// is not known and stays as written.
func (r *reader) crushrc(doc *tree.Document) {
	bash, flag := String{Value: "bash"}, String{Value: "-c"}
	script := launch.Parse(bash, []String{flag, doc.String(doc.Root)}).Script
	if script == nil {
		return
	}
	for _, c := range script.Commands {
		if len(c.Words) > 2 && c.Words[0].Value == "mcp" && c.Words[1].Value == "add" {
			r.add(r.crushServer(c.Words[2:]))
		}
	}
}

// crushServer reads the name and the options of one mcp add.
func (r *reader) crushServer(words []String) *Server {
	s := &Server{Name: words[0], Node: &tree.Node{Kind: tree.Map, Span: words[0].Span}}
	for i := 1; i < len(words); i++ {
		name, value, joined := strings.Cut(words[i].Value, "=")
		next := func() String {
			if joined {
				joined = false
				return words[i].Slice(len(words[i].Value)-len(value), len(words[i].Value))
			}
			if i+1 >= len(words) {
				return String{}
			}
			i++
			return words[i]
		}
		switch name {
		case "--type":
			s.RawTransport = next()
		case "--url":
			s.URL = next()
		case "--command":
			s.Command = next()
		case "--args", "--arg":
			s.Args = append(s.Args, next())
		case "--cwd":
			s.Cwd = next()
		case "--header":
			key := next()
			s.Headers = append(s.Headers, Pair{key, next()})
		case "--env":
			if text := next(); strings.Contains(text.Value, "=") {
				at := strings.IndexByte(text.Value, '=')
				s.Env = append(s.Env, Pair{text.Slice(0, at), text.Slice(at+1, len(text.Value))})
			}
		case "--disabled":
			s.Disabled = true
		}
	}
	s.settle()
	return s
}
