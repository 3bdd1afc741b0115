package schema

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// destinationCheck looks at every parameter that names a URL or a host and says once
// what is worst about it: that it moves a server's own destination, that results are
// delivered to it, or that the tool calls it.
var destinationCheck = analyzer.Check{
	Rules: []*analyzer.Rule{destinationOverrideParameter, destinationOverrideParameterUnproven, callbackTargetParameter, unconstrainedURLParameter},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			client := false
			if kind, _ := dangerous(t); kind == shapeHTTP {
				client = pass.Enabled(arbitraryHTTPClient)
			}
			for _, p := range t.Parameters().Free {
				judgeDestination(pass, t, p, client)
			}
		}
		for _, l := range pass.File.Manifests {
			for _, r := range l.Resources {
				judgeTemplate(pass, r)
			}
		}
	},
}

// judgeDestination decides one parameter. That the URL of an HTTP client is free is
// said by arbitrary-http-client already.
func judgeDestination(pass *analyzer.Pass, t *mcp.Tool, p *mcp.Parameter, client bool) {
	subject := p.Subject()
	if subject != mcp.SubjectURL && subject != mcp.SubjectHost || p.FixesHost() && subject == mcp.SubjectURL || p.FixesName() && subject == mcp.SubjectHost {
		return
	}
	if isOrigin(t, p) {
		d := analyzer.Diagnostic{Span: at(p), Confidence: sure(pass.File, analyzer.Likely)}
		if key, ok := credential(pass.File, t); ok && pass.Enabled(destinationOverrideParameter) {
			d.Rule = destinationOverrideParameter
			d.Message = called(t) + " lets the model choose in " + label(p) + " the host that receives the server's credential"
			d.Related = []analyzer.Evidence{{Span: key.Span, Text: key.Value, Note: "the server holds this credential"}}
		} else if pass.Enabled(destinationOverrideParameterUnproven) {
			d.Rule = destinationOverrideParameterUnproven
			d.Message = called(t) + " lets the model choose in " + label(p) + " the host that the server talks to"
		}
		if d.Rule != nil {
			pass.Report(d)
			return
		}
	}
	if subject == mcp.SubjectURL && isCallback(t, p) && pass.Enabled(callbackTargetParameter) {
		pass.Report(analyzer.Diagnostic{
			Rule: callbackTargetParameter, Span: at(p), Confidence: sure(pass.File, analyzer.Likely),
			Message: called(t) + " delivers results to the URL in " + label(p) + ", whatever its host",
		})
		return
	}
	if subject != mcp.SubjectURL || client || depthOf(p) > 1 {
		return
	}
	if why := fetches(t, p); why != "" {
		pass.Report(analyzer.Diagnostic{
			Rule: unconstrainedURLParameter, Span: at(p), Confidence: sure(pass.File, analyzer.Likely),
			Message: called(t) + " calls the URL in " + label(p) + " (" + why + "), and the schema allows every host; safe would be an enum, or a pattern with a fixed host such as ^https://api\\.vendor\\.dev/",
		})
	}
}

// judgeTemplate reports resource templates in which a variable stands in the host of
// a network URL. In the path it stays on a host that is known.
func judgeTemplate(pass *analyzer.Pass, r *mcp.Resource) {
	if !r.Template && !host.HasPlaceholder(r.URI.Value) {
		return
	}
	u, ok := host.Parse(r.URI.Value)
	if !ok || u.HostName().Kind != host.KindPlaceholder {
		return
	}
	switch u.SchemeName() {
	case "http", "https", "ws", "wss", "ftp":
	default:
		return
	}
	name := u.Slice(u.Host)
	if behind := name[strings.LastIndexByte(name, '}')+1:]; strings.HasPrefix(behind, ".") && strings.Count(behind, ".") > 1 {
		return
	}
	pass.Report(analyzer.Diagnostic{
		Rule: unconstrainedURLParameter, Span: r.URI.At(u.Host.Start, u.Host.End), Confidence: sure(pass.File, analyzer.Likely),
		Message: `resource template "` + r.Name.Value + `" takes its host from a variable; safe would be a host that is written out, with variables in the path only`,
	})
}

// origins are names of the place that a server as a whole talks to.
var origins = []string{
	"base url", "api url", "instance url", "server url", "cluster url", "authority url", "gateway url", "endpoint url", "service url", "host url", "tenant url", "backend url", "api base", "api base url",
	"api endpoint", "endpoint", "base uri", "server uri", "api host", "host", "hostname", "host name", "api hostname", "server host", "server hostname", "oauth endpoint", "token endpoint", "auth url", "login url", "registry url", "jira url", "grafana url", "gitlab url", "confluence url",
}

// isOrigin reports whether a parameter names where the server itself connects. Tools
// that register a connection, or look into a host, have the host as their content.
func isOrigin(t *mcp.Tool, p *mcp.Parameter) bool {
	if !topLevel(p) || strings.HasSuffix(p.Path, "[]") {
		return false
	}
	n := p.Words()
	name := strings.Join(n, " ")
	last2 := name
	if len(n) > 2 {
		last2 = strings.Join(n[len(n)-2:], " ")
	}
	if !slices.Contains(origins, name) && !(len(n) > 2 && slices.Contains(origins, last2)) {
		return false
	}
	if saysOneOf(t, "connection", "connections", "datasource", "source", "destination", "register", "dns", "whois", "ping", "traceroute", "scan", "lookup", "ssl", "certificate", "port", "monitor", "uptime",
		"remote", "clone", "webhook", "navigate", "scrape", "crawl", "cookie", "cookies", "credentials", "env", "harness", "sitemap", "search", "connector", "integration", "probe", "peer", "analytics", "inspect", "browser", "schema", "documentation", "docs", "guide", "quickstart", "example") != "" {
		return false
	}
	text := p.Explanation()
	for _, cue := range []string{"name of the endpoint", "endpoint name", "written to", "to write into", "harness", "namespace", "bind", "listen", "documentation", "application base"} {
		if strings.Contains(text, cue) {
			return false
		}
	}
	return !words.Has(n, "bind", "listen", "callback", "redirect")
}

// isCallback reports whether results are delivered to the URL in a parameter.
func isCallback(t *mcp.Tool, p *mcp.Parameter) bool {
	n := p.Words()
	if !words.Has(n, "webhook", "webhooks", "callback", "callbacks", "notify", "notification", "notifications", "redirect", "forward", "hook") {
		named := len(n) == 1 && n[0] == "url" && depthOf(p) == 0
		if !named || !words.Has(t.Words(), "webhook", "webhooks", "subscription") || words.Has(t.Words(), "get", "list", "delete", "test") {
			return false
		}
	}
	return saysOneOf(t, "oauth", "mock") == "" && !words.Has(t.Words(), "client", "clients", "application", "app", "list", "get", "credentials", "filter") && !strings.Contains(p.Explanation(), "environment") && !words.Has(n, "type", "id", "secret", "events", "name")
}
