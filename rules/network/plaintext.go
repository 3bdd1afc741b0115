package network

import (
	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
)

// plaintextCheck looks at every URL a server is reached at. What stays on the
// machine (loopback, Unix sockets, the host of a container) is silent; the rest is
// told apart by how far it travels.
var plaintextCheck = analyzer.Check{
	Rules: []*analyzer.Rule{plaintextRemote, plaintextRemoteInternal},
	Run: func(pass *analyzer.Pass) {
		for _, t := range targets(pass.File) {
			if !t.url.Plaintext() {
				continue
			}
			d := analyzer.Diagnostic{Span: t.text.Span, Confidence: sure(t.server, analyzer.Certain)}
			switch kind := t.host.Kind; {
			case kind.External() || kind == host.KindReserved:
				d.Rule = plaintextRemote
				d.Message = t.subject() + " " + t.called() + " over plain " + t.url.SchemeName() + ", so that everybody on the way can read and change what passes"
				if kind != host.KindPublic && kind != host.KindAddress {
					d.Confidence = min(d.Confidence, analyzer.Likely)
				}
			case kind.Internal() && kind != host.KindMetadata:
				d.Rule = plaintextRemoteInternal
				d.Message = t.subject() + " " + t.called() + ", " + kind.String() + ", over plain " + t.url.SchemeName()
				if kind == host.KindService || kind == host.KindCluster {
					d.Message += "; that is as safe as the network that knows this name"
					d.Confidence = analyzer.Unsure
				}
			default:
				continue
			}
			pass.Report(d)
		}
	},
}
