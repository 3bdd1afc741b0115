package permissions

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// report adds a finding about a server's entry.
func report(pass *analyzer.Pass, s *mcp.Server, d analyzer.Diagnostic) {
	pass.ReportWeighed(d, s.Dormant())
}

// subject names a server in messages.
func subject(s *mcp.Server) string { return fmt.Sprintf("server %q", s.Name.Value) }

// place is the tightest span that stands for the whole server: the package, the
// address, the program, or else its name.
func place(s *mcp.Server) mcp.String {
	for _, at := range []mcp.String{s.Launch.Package.Spec, s.URL, s.Launch.RemoteURL, s.Command, s.Name} {
		if at.Present() {
			return at
		}
	}
	return mcp.String{Span: s.Node.Span}
}

// environment yields every variable that the entry sets for the server, in the
// entry and on the command line.
func environment(s *mcp.Server) func(yield func(key, value mcp.String) bool) {
	return func(yield func(key, value mcp.String) bool) {
		for _, p := range s.Env {
			if !yield(p.Key, p.Value) {
				return
			}
		}
		for l := range s.Launches {
			for _, v := range l.Env {
				if !yield(v.Name, v.Value) {
					return
				}
			}
		}
	}
}

// arguments yields what is passed to the server itself, through bridges too.
func arguments(s *mcp.Server) func(yield func(mcp.String) bool) {
	return func(yield func(mcp.String) bool) {
		for l := range s.Launches {
			for _, a := range l.Args {
				if !yield(a) {
					return
				}
			}
		}
	}
}
