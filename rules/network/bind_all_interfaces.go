package network

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var bindAllInterfaces = &analyzer.Rule{
	Name:       "bind-all-interfaces",
	Summary:    "a server listens on every network interface",
	Why:        "Everybody on the same network, and many a web page in the user's own browser, can then talk to a server that was meant for one client on this machine. Most servers ask nobody who they are.",
	Remedy:     "Listen on loopback: `127.0.0.1` instead of `0.0.0.0`, `-p 127.0.0.1:8080:8080` for a container. A server that others have to reach belongs behind something that checks who they are.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1327, 668},
	OWASP:      []string{"MCP07", "MCP09", "ASI03"},
	SafeMCP:    []string{"T1005"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/basic/transports", "CVE-2025-49596", "CVE-2026-49257", "CVE-2026-23744"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "args": ["--transport", "http", "--host", "0.0.0.0", "--port", "8000"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "args": ["--transport", "http", "--host", "127.0.0.1", "--port", "8000"]}}}`},
}

var bindAllInterfacesCheck = analyzer.Check{
	Rules: []*analyzer.Rule{bindAllInterfaces, bindAllInterfacesUnauthenticated, bindAllInterfacesURL},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for _, w := range listeners(s) {
				rule, more := bindAllInterfaces, ""
				if isOpenServer(&s.Launch) && pass.Enabled(bindAllInterfacesUnauthenticated) {
					rule, more = bindAllInterfacesUnauthenticated, ", where everybody may use it without a password"
				}
				pass.Report(analyzer.Diagnostic{
					Rule: rule, Span: w.Span, Confidence: rule.ConfidenceIn(s),
					Message: fmt.Sprintf("server %q listens on every network interface%s", s.Name.Value, more),
				})
			}
			if url := clientURL(s); url.Present() {
				pass.Report(analyzer.Diagnostic{
					Rule: bindAllInterfacesURL, Span: url.Span, Confidence: bindAllInterfacesURL.ConfidenceIn(s),
					Message: fmt.Sprintf("server %q is reached at 0.0.0.0, the address of every interface and of no machine", s.Name.Value),
				})
			}
		}
	},
}

// listeners returns the words by which a server is told to listen everywhere. In
// a container only what is published counts, unless it uses the host's network.
func listeners(s *mcp.Server) []source.String {
	var out []source.String
	for l := &s.Launch; l != nil; l = l.Inner {
		if l.Container != nil {
			for _, p := range l.Container.Publish {
				if isPublishedEverywhere(p.Value) {
					out = append(out, p)
				}
			}
			if l.Container.Network.Value != "host" {
				return out
			}
		}
		for i, w := range l.Args {
			before := ""
			if i > 0 {
				before = l.Args[i-1].Value
			}
			if v, ok := listenAddress(before, w); ok {
				out = append(out, v)
			}
		}
	}
	for _, p := range s.Env {
		if isListenName(strings.ToLower(p.Key.Value)) && isEverywhere(p.Value.Value, false) {
			out = append(out, p.Value)
		}
	}
	return out
}

// listenAddress reads an argument: the value of --host and its kind, or an address
// with a port that can only be one to listen on.
func listenAddress(before string, w source.String) (source.String, bool) {
	option := ""
	value := w
	if strings.HasPrefix(w.Value, "-") {
		eq := strings.IndexByte(w.Value, '=')
		if eq < 0 {
			return value, false
		}
		option, value = w.Value[:eq], w.Slice(eq+1, len(w.Value))
	} else if strings.HasPrefix(before, "-") && !strings.Contains(before, "=") {
		option = before
	}
	switch {
	case option == "":
		return value, strings.HasPrefix(value.Value, "0.0.0.0:") && isEverywhere(value.Value, false)
	case option == "-b" || option == "-H" || option == "-S" || option == "-h" || option == "-a":
		return value, isEverywhere(value.Value, false)
	}
	name := strings.ToLower(strings.Trim(option, "-"))
	return value, isListenName(name) && isEverywhere(value.Value, strings.Contains(name, "listen") || strings.Contains(name, "addr") || strings.Contains(name, "bind"))
}

// isListenName reports whether an option or variable says where to listen. One
// that names another program's host says where to connect.
func isListenName(name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == '.' })
	if len(words) == 0 {
		return false
	}
	own := len(words) == 1
	for _, w := range words {
		switch w {
		case "allow", "allowed", "trusted", "cors", "origin", "origins", "no", "proxy", "hosts":
			return false
		case "bind", "listen", "listener", "binding":
			return true
		case "mcp", "server", "http", "sse", "fastmcp", "uvicorn", "gateway", "inspector", "streamable", "web", "app", "service", "api", "client":
			own = true
		}
	}
	switch words[len(words)-1] {
	case "host", "hostname", "address", "addr", "interface", "ip":
		return own
	}
	return false
}

// isEverywhere reports whether an address is that of every interface. A port alone
// is one only for options that want an address.
func isEverywhere(address string, portAlone bool) bool {
	a := strings.TrimSpace(address)
	if port := strings.TrimPrefix(a, ":"); port != a && port != "" && strings.Trim(port, "0123456789") == "" {
		return portAlone
	}
	for _, everywhere := range []string{"0.0.0.0", "[::]", "::", "*"} {
		if a == everywhere {
			return true
		}
		if port, ok := strings.CutPrefix(a, everywhere+":"); ok && everywhere != "::" && port != "" && strings.Trim(port, "0123456789") == "" {
			return true
		}
	}
	return false
}

// isPublishedEverywhere reports whether docker -p opens a port on every interface,
// as it does unless an address stands in front.
func isPublishedEverywhere(publish string) bool {
	if strings.ContainsAny(publish, "${%") {
		return false
	}
	parts := strings.Split(publish, ":")
	switch {
	case len(parts) <= 2:
		return true
	case strings.HasPrefix(publish, "["):
		return strings.HasPrefix(publish, "[::]:")
	}
	return parts[0] == "0.0.0.0" || parts[0] == ""
}

// isOpenServer reports whether a launch is of a server or proxy that, by its own
// documentation, asks nobody for a password.
func isOpenServer(l *launch.Launch) bool {
	for ; l != nil; l = l.Inner {
		switch l.Package.Name {
		case "supergateway", "mcp-proxy", "@playwright/mcp", "@mcpjam/inspector", "mcp-pinot", "chrome-devtools-mcp":
			return true
		}
		switch l.Runner {
		case "supergateway", "mcp-proxy":
			return true
		}
	}
	return false
}

// clientURL returns the URL by which a client would reach 0.0.0.0.
func clientURL(s *mcp.Server) source.String {
	for _, u := range []source.String{s.URL, s.Launch.RemoteURL} {
		if _, rest, ok := strings.Cut(u.Value, "://"); ok {
			host, _, _ := strings.Cut(rest, "/")
			if strings.HasPrefix(host, "0.0.0.0") && (len(host) == 7 || host[7] == ':') || strings.HasPrefix(host, "[::]") {
				return u
			}
		}
	}
	return source.String{}
}
