package network

import (
	"path"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// ownershipCheck asks of every remote host whose it is. A host that imitates a known
// one is the imitation first; only then is it one that nobody can tell the owner of.
var ownershipCheck = analyzer.Check{
	Rules: []*analyzer.Rule{lookalikeHost, ephemeralOrOpaqueHost},
	Run: func(pass *analyzer.Pass) {
		local := strings.Contains(path.Base(pass.File.Source.Path), ".local.")
		for _, t := range targets(pass.File) {
			d := analyzer.Diagnostic{Span: t.hostSpan()}
			if l, ok := t.host.Lookalike(); ok && pass.Enabled(lookalikeHost) {
				d.Rule, d.Confidence = lookalikeHost, sure(t.server, analyzer.Likely)
				d.Message = t.subject() + " " + t.host.Name + ", which imitates " + l.Domain + " (" + l.How + ")"
				if shown := t.host.Unicode(); shown != t.host.Name {
					d.Message = t.subject() + " " + t.host.Name + ", shown as " + shown + ", which imitates " + l.Domain + " (" + l.How + ")"
				}
				pass.Report(d)
				continue
			}
			d.Rule, d.Confidence = ephemeralOrOpaqueHost, sure(t.server, analyzer.Certain)
			if local {
				d.Confidence = analyzer.Unsure
			}
			switch service := t.host.Service(); {
			case service != "":
				d.Message = t.subject() + " " + t.host.Name + ", a " + string(service) + " host, where anybody gets an address"
				if service == host.Tunnel {
					d.Message = t.subject() + " " + t.host.Name + ", a tunnel whose end nobody can tell and that is gone tomorrow"
				}
			case t.host.Kind == host.KindAddress:
				d.Message = t.subject() + " " + t.called() + ", a public address without a name, whose owner nobody can tell"
			case t.host.Kind == host.KindPublic && t.host.IDN():
				d.Message = t.subject() + " " + t.host.Name + ", shown as " + t.host.Unicode() + ", a name with letters that other names are confused with"
				d.Confidence = min(d.Confidence, analyzer.Likely)
			default:
				continue
			}
			pass.Report(d)
		}
		for _, s := range pass.File.Servers {
			for _, e := range oauthEndpoints(s) {
				reportLookalikeEndpoint(pass, s, e)
			}
		}
	},
}

// reportLookalikeEndpoint judges where an entry signs in: a sign-in page is what
// imitations are made for.
func reportLookalikeEndpoint(pass *analyzer.Pass, s *mcp.Server, e endpoint) {
	u, ok := host.Parse(e.text.Value)
	if !ok {
		return
	}
	if l, ok := u.HostName().Lookalike(); ok {
		pass.Report(analyzer.Diagnostic{
			Rule: lookalikeHost, Span: e.text.At(u.Host.Start, u.Host.End), Confidence: sure(s, analyzer.Likely),
			Message: `server "` + s.Name.Value + `" signs in at ` + u.HostName().Name + ", which imitates " + l.Domain + " (" + l.How + ")",
		})
	}
}
