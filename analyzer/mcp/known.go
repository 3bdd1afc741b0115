package mcp

import (
	"net/url"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/launch"
)

// Launches yields the launch and those inside it, outermost first.
func (s *Server) Launches(yield func(*launch.Launch) bool) {
	for l := &s.Launch; l != nil; l = l.Inner {
		if !yield(l) {
			return
		}
	}
}

// Known returns the row of the well-known server that the entry starts or
// connects to, or nil. A bridge is looked through.
func (s *Server) Known() *knowledge.Server {
	if !s.looked {
		s.looked, s.known = true, s.lookUp()
	}
	return s.known
}

func (s *Server) lookUp() *knowledge.Server {
	for l := range s.Launches {
		if known := knownLaunch(l); known != nil && !known.Has("bridge") {
			return known
		}
	}
	for _, address := range []String{s.URL, s.Launch.RemoteURL} {
		if u, ok := host.Parse(address.Value); ok {
			if known := knowledge.ServerByHost(u.HostName().Name); known != nil {
				return known
			}
		}
	}
	return nil
}

func knownLaunch(l *launch.Launch) *knowledge.Server {
	for p := range l.Packages {
		if known := knowledge.ServerByPackage(p.Ecosystem, p.Name); known != nil {
			return known
		}
	}
	if entry := strings.ReplaceAll(l.Entry.Value, `\`, "/"); entry != "" {
		if _, installed, ok := strings.Cut(entry, "node_modules/"); ok {
			name, rest, _ := strings.Cut(installed, "/")
			if strings.HasPrefix(name, "@") {
				second, _, _ := strings.Cut(rest, "/")
				name += "/" + second
			}
			return knowledge.ServerByPackage("npm", name)
		}
		if l.Runner == "python" && !strings.Contains(entry, "/") {
			return knowledge.ServerByPackage("pypi", entry)
		}
	}
	words := make([]string, 0, 4)
	for _, a := range l.Args[:min(len(l.Args), 4)] {
		words = append(words, a.Value)
	}
	return knowledge.ServerByProgram(l.Program.Value, words)
}

// Option returns where the entry switches the option on: the argument with its
// value, the variable's value, the header's or the address. The zero String means
// that it does not. Of several places the first counts.
func (s *Server) Option(o *knowledge.Option) String {
	switch {
	case o.Arg != "":
		for l := range s.Launches {
			if at := argument(l.Args, o); at.Present() {
				return at
			}
		}
	case o.Env != "":
		for _, p := range s.Env {
			if p.Key.Value == o.Env && o.Means(p.Value.Value) {
				return p.Value
			}
		}
		for l := range s.Launches {
			for _, v := range l.Env {
				if v.Name.Value == o.Env && o.Means(v.Value.Value) {
					return v.Value
				}
			}
		}
	case o.Header != "":
		for _, p := range s.Headers {
			if strings.EqualFold(p.Key.Value, o.Header) && o.Means(p.Value.Value) {
				return p.Value
			}
		}
		for _, h := range s.Launch.Headers {
			if strings.EqualFold(h.Name.Value, o.Header) && o.Means(h.Value.Value) {
				return h.Value
			}
		}
	default:
		return s.address(o)
	}
	return String{}
}

// argument finds --name, --name=value and --name value.
func argument(args []String, o *knowledge.Option) String {
	for i, a := range args {
		if value, ok := strings.CutPrefix(a.Value, o.Arg+"="); ok && o.Means(value) {
			return a
		}
		if a.Value != o.Arg {
			continue
		}
		next := ""
		if i+1 < len(args) && !strings.HasPrefix(args[i+1].Value, "-") {
			next = args[i+1].Value
		}
		if len(o.Values) > 0 {
			if o.Means(next) {
				return args[i+1]
			}
		} else if !strings.EqualFold(next, "false") {
			return a
		}
	}
	return String{}
}

// address finds a parameter or the path of the server's URL.
func (s *Server) address(o *knowledge.Option) String {
	for _, address := range []String{s.URL, s.Launch.RemoteURL} {
		u, err := url.Parse(address.Value)
		if err != nil {
			continue
		}
		if o.Path != "" && strings.HasSuffix(strings.TrimSuffix(u.Path, "/"), o.Path) {
			return address
		}
		if o.Query != "" && u.Query().Has(o.Query) && o.Means(u.Query().Get(o.Query)) {
			return address
		}
	}
	return String{}
}

// OptionValue returns the value of an option that the entry sets: what follows
// the argument or its equals sign, or the variable's value.
func (s *Server) OptionValue(o *knowledge.Option) String {
	if o.Arg == "" {
		return s.Option(o)
	}
	for l := range s.Launches {
		for i, a := range l.Args {
			if value, ok := strings.CutPrefix(a.Value, o.Arg+"="); ok {
				return a.Slice(len(a.Value)-len(value), len(a.Value))
			}
			if a.Value == o.Arg && i+1 < len(l.Args) {
				return l.Args[i+1]
			}
		}
	}
	return String{}
}
