package network

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var metadataOrLinklocalTarget = &analyzer.Rule{
	Name:    "metadata-or-linklocal-target",
	Summary: "the URL of a server, service or proxy leads to a cloud metadata address",
	Why: "Cloud machines get their credentials from a web server at a link-local address that anybody on the machine may ask. A server that is pointed " +
		"there hands those credentials to the model, and the address is often written so that it is not recognised: as one decimal number, in " +
		"octal or hexadecimal, inside an IPv6 address or behind a wildcard DNS name.",
	Remedy:     "Take the address out. A server that needs cloud credentials gets them from its SDK, which finds the service by itself.",
	Severity:   analyzer.Critical,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{918},
	OWASP:      []string{"MCP05", "LLM02", "ASI02"},
	SafeMCP:    []string{"T1804"},
	References: []string{
		"https://modelcontextprotocol.io/specification/draft/basic/security_best_practices",
	},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"status": {"type": "http", "url": "http://0xa9fea9fe/latest/meta-data/"}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"status": {"type": "http", "url": "https://status.acme.io/mcp"}}}
`},
}

// metadataOrLinklocalTargetCheck reads the server's URL, and every environment
// value and argument that is a URL or names a host.
var metadataOrLinklocalTargetCheck = analyzer.Check{
	Rules: []*analyzer.Rule{metadataOrLinklocalTarget},
	Run: func(pass *analyzer.Pass) {
		for _, t := range targets(pass.File) {
			if leadsInside(t.url, t.host) {
				pass.Report(analyzer.Diagnostic{
					Rule: metadataOrLinklocalTarget, Span: t.text.Span, Confidence: sure(t.server, analyzer.Certain),
					Message: t.subject() + " " + t.called() + ", " + t.host.Kind.String(),
				})
			}
		}
		for _, s := range pass.File.Servers {
			for _, p := range pairs(s) {
				reportInside(pass, s, p)
			}
		}
	},
}

func reportInside(pass *analyzer.Pass, s *mcp.Server, p pair) {
	if p.value.Span == s.URL.Span || p.value.Span == s.Launch.RemoteURL.Span || metadataSetting(strings.ToUpper(p.name)) {
		return
	}
	t, ok := newTarget(s, p.value, "")
	if !ok {
		name := strings.ToLower(p.name)
		if !strings.HasSuffix(name, "host") && !strings.HasSuffix(name, "hostname") && !strings.HasSuffix(name, "endpoint") || strings.Contains(name, "no_proxy") {
			return
		}
		bare, _, _ := strings.Cut(p.value.Value, ":")
		t = target{server: s, text: p.value, host: host.ParseHost(bare), url: host.URL{Text: p.value.Value, Host: host.Part{Start: 0, End: len(bare)}}}
	}
	if leadsInside(t.url, t.host) {
		pass.Report(analyzer.Diagnostic{
			Rule: metadataOrLinklocalTarget, Span: valueSpan(p), Confidence: sure(s, analyzer.Certain),
			Message: `server "` + s.Name.Value + `" is given ` + t.called() + `, ` + t.host.Kind.String() + `, in ` + p.name,
		})
	}
}

func valueSpan(p pair) source.Span { return p.value.Span }

// leadsInside reports whether the host is link-local or serves metadata. A bare
// name such as metadata on a port of its own is a neighbour that is called so.
func leadsInside(u host.URL, h host.Host) bool {
	if h.Kind == host.KindMetadata && !h.Addr.IsValid() && !strings.Contains(h.Name, ".") {
		port := u.Slice(u.Port)
		return port == "" || port == "80"
	}
	return h.Kind == host.KindMetadata || h.Kind == host.KindLinkLocal
}

// metadataSetting reports whether the purpose of a variable is to hold such an
// address; the platform sets them for SDKs.
func metadataSetting(variable string) bool {
	switch variable {
	case "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_EC2_METADATA_SERVICE_ENDPOINT",
		"ECS_CONTAINER_METADATA_URI", "ECS_CONTAINER_METADATA_URI_V4", "ECS_AGENT_URI", "GCE_METADATA_HOST", "GCE_METADATA_IP",
		"IDENTITY_ENDPOINT", "MSI_ENDPOINT", "NO_PROXY":
		return true
	}
	return false
}
