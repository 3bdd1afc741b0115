package network

import (
	"slices"
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// A target is where a server entry sends its client.
type target struct {
	server *mcp.Server
	text   source.String // the URL as written, or the default of a reference
	url    host.URL
	host   host.Host
	bridge string // the program that stands between, "" when the client connects itself
}

// targets lists the URLs that the servers of a file are reached at, directly or
// through a bridge such as mcp-remote.
func targets(file *mcp.File) []target {
	var found []target
	for _, s := range file.Servers {
		if t, ok := newTarget(s, s.URL, ""); ok {
			found = append(found, t)
		}
		hops := 0
		for l := &s.Launch; l != nil && hops < 4; l, hops = l.Inner, hops+1 {
			if t, ok := newTarget(s, l.RemoteURL, bridgeName(l)); ok {
				found = append(found, t)
			}
		}
	}
	return found
}

func newTarget(s *mcp.Server, text source.String, bridge string) (target, bool) {
	if value, ok := host.ShellDefault(text.Value); ok {
		at := strings.LastIndex(text.Value, value)
		text = text.Slice(at, at+len(value))
	}
	u, ok := host.Parse(text.Value)
	if !ok {
		return target{}, false
	}
	t := target{server: s, text: text, url: u, host: u.HostName(), bridge: bridge}
	if value, ok := host.ShellDefault(u.Slice(u.Host)); ok {
		t.host = host.ParseHost(value)
	}
	return t, true
}

func bridgeName(l *launch.Launch) string {
	if l.Package.Name != "" {
		return l.Package.Name
	}
	return l.Runner
}

// subject names the server, and the bridge where there is one.
func (t target) subject() string {
	if t.bridge != "" {
		return `server "` + t.server.Name.Value + `" reaches`
	}
	return `server "` + t.server.Name.Value + `" is reached at`
}

// hostSpan is the place of the host in the source.
func (t target) hostSpan() source.Span { return t.text.At(t.url.Host.Start, t.url.Host.End) }

// called is the host as a message names it: with what it means where it is
// written in disguise.
func (t target) called() string {
	how, disguised := disguises()[t.host.Spelling]
	if !disguised {
		return t.host.Name
	}
	return t.url.Slice(t.url.Host) + " (" + t.host.Addr.String() + " " + how + ")"
}

var disguises = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"decimal":                  "as one decimal number",
		"octal":                    "in octal",
		"hexadecimal":              "in hexadecimal",
		"shortened":                "with parts left out",
		"escaped":                  "with percent escapes",
		"compatibility characters": "in characters that are turned into digits",
		"IPv4-mapped":              "inside an IPv4-mapped address",
		"IPv4-compatible":          "inside an IPv4-compatible address",
		"NAT64":                    "inside a NAT64 address",
		"6to4":                     "inside a 6to4 address",
		"Teredo":                   "inside a Teredo address",
		"ISATAP":                   "inside an ISATAP address",
		"wildcard DNS":             "behind a wildcard DNS name",
	}
})

// sure is the confidence of a finding about a server: what its client ignores is
// no danger yet, and documentation stands for something else.
func sure(s *mcp.Server, best analyzer.Confidence) analyzer.Confidence {
	switch {
	case s.Inert != "":
		return analyzer.Unsure
	case s.Scope == mcp.ScopeExample, s.Disabled:
		return min(best, analyzer.Likely)
	}
	return best
}

// A pair is a named value of a server, from its environment, its arguments or its
// configuration. A flag without a value has the value "true".
type pair struct {
	name  string
	value source.String
	span  source.Span // of the name and the value where both stand in the arguments, else of the value
	from  origin
	join  string // what stands between name and value: "=" or " "
}

type origin uint8

const (
	fromEnv origin = iota
	fromArgument
	fromConfig
)

// pairs lists the named values of a server.
func pairs(s *mcp.Server) []pair {
	var found []pair
	for _, e := range s.Env {
		found = append(found, pair{e.Key.Value, e.Value, e.Value.Span, fromEnv, "="})
	}
	hops := 0
	for l := &s.Launch; l != nil && hops < 4; l, hops = l.Inner, hops+1 {
		for _, e := range l.Env {
			found = append(found, pair{e.Name.Value, e.Value, e.Value.Span, fromEnv, "="})
		}
		found = append(found, arguments(l.Args)...)
	}
	return found
}

// arguments reads --name=value, --name value and --name.
func arguments(args []source.String) []pair {
	var found []pair
	for i, a := range args {
		if !strings.HasPrefix(a.Value, "-") || len(a.Value) < 2 {
			continue
		}
		if at := strings.IndexByte(a.Value, '='); at > 0 {
			found = append(found, pair{a.Value[:at], a.Slice(at+1, len(a.Value)), a.Span, fromArgument, "="})
			continue
		}
		p := pair{name: a.Value, value: source.String{Value: "true", Span: a.Span}, span: a.Span, from: fromArgument, join: " "}
		if i+1 < len(args) && !strings.HasPrefix(args[i+1].Value, "-") && !strings.HasPrefix(a.Value, "--no-") {
			p.value = args[i+1]
			p.span = source.Span{Start: a.Span.Start, End: args[i+1].Span.End}
		}
		found = append(found, p)
	}
	return found
}

// flag is the value of a switch: a bare argument in front of a positional one is
// still on.
func (p pair) on() bool {
	if p.from == fromArgument && p.value.Span != p.span && !isBoolean(p.value.Value) && p.value.Span.Start != p.span.Start {
		return true
	}
	return truthy(p.value.Value)
}

func (p pair) off() bool { return falsy(p.value.Value) }

func truthy(v string) bool {
	switch strings.ToLower(strings.TrimSpace(v)) {
	case "1", "true", "yes", "on", "enabled", "y":
		return true
	}
	return false
}

func falsy(v string) bool {
	switch strings.ToLower(strings.TrimSpace(v)) {
	case "0", "false", "no", "off", "none", "disabled", "n", "cert_none":
		return true
	}
	return false
}

func isBoolean(v string) bool { return truthy(v) || falsy(v) }

// listens reports whether the entry starts a program that waits for connections:
// it names a port, a listening address or a transport over HTTP.
func listens(s *mcp.Server) bool {
	if len(s.Command.Value) > 0 && (s.Transport == mcp.HTTP || s.Transport == mcp.SSE || s.Transport == mcp.WebSocket) {
		return true
	}
	if c := s.Launch.Container; c != nil && len(c.Publish) > 0 {
		return true
	}
	for _, p := range pairs(s) {
		name := strings.Trim(strings.ReplaceAll(strings.ToLower(p.name), "_", "-"), "-")
		switch name {
		case "transport", "mcp-transport", "mode", "transport-mode", "server-transport", "outputtransport", "mcp-mode", "transport-type":
			if t, ok := mcp.TransportOf(p.value.Value); ok && t != mcp.Stdio && t != mcp.InProcess {
				return true
			}
		case "port", "host", "bind", "listen", "address", "mcp-port", "mcp-host", "http-port", "server-port", "server-host", "bind-address",
			"listen-address", "sse-port", "fastmcp-host", "fastmcp-port", "http-host", "sse-host":
			if p.value.Value != "true" && p.value.Value != "" {
				return true
			}
		case "http", "sse", "streamable-http", "streamablehttp", "http-enabled", "mcp-http-enabled", "enable-http":
			if p.on() {
				return true
			}
		}
	}
	return slices.ContainsFunc(s.Launch.Args, func(a source.String) bool {
		return a.Value == "http" || a.Value == "sse" || a.Value == "serve" || a.Value == "streamable-http"
	})
}
