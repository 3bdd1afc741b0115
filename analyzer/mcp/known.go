package mcp

import (
	"net/url"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
)

// Known returns the row of the well-known server that the entry starts or
// connects to, or nil.
func (s *Server) Known() *knowledge.Server {
	if p := s.Launch.Package; p.Name != "" {
		if known := knowledge.ServerByPackage(p.Ecosystem, p.Name); known != nil && known.ID != "mcp-remote" {
			return known
		}
	}
	for _, address := range []String{s.URL, s.Launch.RemoteURL} {
		if u, err := url.Parse(address.Value); err == nil && u.Host != "" {
			if known := knowledge.ServerByHost(u.Hostname()); known != nil {
				return known
			}
		}
	}
	if s.Launch.Program.Value == "" {
		return nil
	}
	words := make([]string, 0, 4)
	for _, a := range s.Launch.Args[:min(len(s.Launch.Args), 4)] {
		words = append(words, a.Value)
	}
	return knowledge.ServerByProgram(s.Launch.Program.Value, words)
}

// Option returns where the entry switches the option on: the argument with its
// value, the variable's value, the header's or the address. The zero String means
// that it does not. Of several places the first counts.
func (s *Server) Option(o *knowledge.Option) String {
	switch {
	case o.Arg != "":
		return s.argument(o)
	case o.Env != "":
		for _, p := range s.Env {
			if p.Key.Value == o.Env && o.Means(p.Value.Value) {
				return p.Value
			}
		}
		for _, v := range s.Launch.Env {
			if v.Name.Value == o.Env && o.Means(v.Value.Value) {
				return v.Value
			}
		}
	case o.Header != "":
		for _, p := range s.Headers {
			if strings.EqualFold(p.Key.Value, o.Header) && o.Means(p.Value.Value) {
				return p.Value
			}
		}
	default:
		return s.address(o)
	}
	return String{}
}

// argument finds --name, --name=value and --name value.
func (s *Server) argument(o *knowledge.Option) String {
	args := s.Launch.Args
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
