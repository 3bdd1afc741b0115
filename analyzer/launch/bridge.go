package launch

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// bridge reads packages and programs that stand between a client and a server
// that is not theirs: they talk to a remote URL or start another command.
func (p *parser) bridge() {
	l := p.launch
	name := l.Package.Name
	if name == "" {
		name = l.Runner
	}
	switch name {
	case "@smithery/cli":
		p.smithery()
	case "cross-env", "cross-env-shell", "dotenv-cli", "dotenvx", "@dotenvx/dotenvx", "dotenv":
		if l.Runner == "npx" || l.Runner == "pnpx" || l.Runner == "bunx" {
			p.innerCommand(strings.TrimPrefix(name, "@dotenvx/"), l.Args)
		}
	case "@modelcontextprotocol/inspector", "@mcpjam/inspector":
		p.innerArgs(listed("-e --config --server --transport --server-url --header --method --tool-name"))
	case "mcp-proxy", "supergateway", "mcp-remote":
		p.remoteBridge(true)
	default:
		if isBridgeName(name) {
			p.remoteBridge(false)
		}
	}
}

// isBridgeName reports whether a name says that the program passes requests on.
func isBridgeName(name string) bool {
	for _, part := range []string{"remote", "proxy", "bridge", "gateway", "adapter", "connect", "transport", "stdio-to", "stdio2"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

// smithery reads run NAME, whose server the launcher fetches from its registry.
func (p *parser) smithery() {
	l := p.launch
	if len(l.Args) > 1 && l.Args[0].Value == "run" {
		l.Wrappers = append(l.Wrappers, Wrapper{Name: "smithery", Word: l.Args[1]})
		l.Entry = l.Args[1]
	}
}

// remoteBridge finds the URL, the headers and the inner command of a bridge.
func (p *parser) remoteBridge(certain bool) {
	l := p.launch
	var command []source.String
	for i := 0; i < len(l.Args); i++ {
		word := l.Args[i]
		name, value, attached := word.Value, source.String{}, false
		if strings.HasPrefix(name, "-") {
			name, value, attached = cutOption(word, listed(""))
		}
		next := func() source.String {
			if attached || i+1 >= len(l.Args) {
				return value
			}
			i++
			return l.Args[i]
		}
		switch name {
		case "--":
			command = l.Args[i+1:]
			i = len(l.Args)
		case "--header", "-H", "--headers":
			first := next()
			if key, ok := header(first); ok {
				l.Headers = append(l.Headers, key)
			} else if name != "--header" && i+1 < len(l.Args) { // mcp-proxy: --headers NAME VALUE
				i++
				l.Headers = append(l.Headers, Setting{first, l.Args[i]})
			}
		case "--oauth2Bearer":
			l.Headers = append(l.Headers, Setting{source.String{Value: "Authorization", Span: word.Span}, next()})
		case "--stdio":
			if v := next(); v.Value != "" {
				p.inner([]source.String{v}, true)
			}
		case "--port", "--host", "--transport", "--log-level", "--sse-port", "--sse-host", "--outputTransport", "--baseUrl",
			"--ssePath", "--messagePath", "--cors", "--logLevel", "--allow-origin", "--static-oauth-client-info",
			"--static-oauth-client-metadata", "--resource", "--auth-timeout", "--ignore-tool", "--cwd", "-e", "--env", "--endpoint",
			"--sseEndpoint", "--streamEndpoint", "--server", "--apiKey":
			next()
		default:
			switch {
			case isURL(word.Value), attached && isURL(value.Value):
				if l.RemoteURL.Value == "" {
					l.RemoteURL = word
					if attached {
						l.RemoteURL = value
					}
				}
			case strings.HasPrefix(word.Value, "-"):
			case certain && l.RemoteURL.Value == "" && l.Package.Name+l.Runner != "" && strings.HasPrefix(word.Value, "$"):
				l.RemoteURL = word
			case certain && l.RemoteURL.Value == "" && l.Inner == nil && bridgeStarts(l):
				command = l.Args[i:]
				i = len(l.Args)
			}
		}
	}
	if len(command) > 0 {
		p.inner(command, false)
	}
}

// bridgeStarts reports whether a bare word behind the bridge is a command.
func bridgeStarts(l *Launch) bool { return l.Package.Name == "mcp-proxy" || l.Runner == "mcp-proxy" }

// inner reads the command that a package starts in turn.
func (p *parser) inner(words []source.String, line bool) {
	if p.depth >= maxDepth || len(words) == 0 {
		return
	}
	l := &Launch{Words: words}
	q := parser{launch: l, depth: p.depth + 1}
	if line {
		q.line("sh", words[0], false)
	} else {
		q.program(words)
	}
	p.launch.Inner = l
}

// innerArgs reads the command that stands behind a package's own options.
func (p *parser) innerArgs(table optionTable) {
	_, rest := readOptions(p.launch.Args, table)
	if len(rest) > 0 && !isURL(rest[0].Value) {
		p.inner(rest, false)
	}
}

// innerCommand reads the command behind a package that is a wrapper by itself.
func (p *parser) innerCommand(name string, args []source.String) {
	words := append([]source.String{{Value: name, Span: p.launch.Program.Span}}, args...)
	if rest, ok := p.unwrap(name, words); ok {
		p.inner(rest, false)
	}
}

// header splits "Name: value".
func header(s source.String) (Setting, bool) {
	colon := strings.IndexByte(s.Value, ':')
	if colon <= 0 || strings.ContainsAny(s.Value[:colon], " /") {
		return Setting{}, false
	}
	value := s.Slice(colon+1, len(s.Value))
	return Setting{s.Slice(0, colon), trim(value)}, true
}

func isURL(s string) bool {
	lower := strings.ToLower(s[:min(len(s), 8)])
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "ws://") ||
		strings.HasPrefix(lower, "wss://")
}
