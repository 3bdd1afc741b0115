package host

import "strings"

// A Service is what kind of host stands behind a public name whose owner cannot be
// told from it.
type Service string

// The services.
const (
	Tunnel    Service = "tunnel"
	Capture   Service = "request capture"
	Shortener Service = "link shortener"
	Paste     Service = "paste or file drop"
)

// Service returns the service that hands out the host's name to anybody, "" for
// other hosts.
func (h Host) Service() Service {
	if h.Kind != KindPublic {
		return ""
	}
	for name := h.Name; ; {
		if s, ok := services[name]; ok {
			return s
		}
		_, rest, ok := strings.Cut(name, ".")
		if !ok {
			return ""
		}
		name = rest
	}
}

// services are domains under which anybody gets a name, or a place for data,
// within a minute.
var services = map[string]Service{
	"ngrok.io": Tunnel, "ngrok.app": Tunnel, "ngrok.dev": Tunnel, "ngrok-free.app": Tunnel, "ngrok-free.dev": Tunnel, "ngrok.pizza": Tunnel,
	"trycloudflare.com": Tunnel, "loca.lt": Tunnel, "localtunnel.me": Tunnel, "serveo.net": Tunnel, "serveousercontent.com": Tunnel,
	"localhost.run": Tunnel, "lhr.life": Tunnel, "lhr.rocks": Tunnel, "lhrtunnel.link": Tunnel, "pagekite.me": Tunnel,
	"tunnelmole.net": Tunnel, "bore.pub": Tunnel, "telebit.io": Tunnel, "telebit.cloud": Tunnel, "zrok.io": Tunnel,
	"devtunnels.ms": Tunnel, "pinggy.link": Tunnel, "pinggy.io": Tunnel, "pinggy.online": Tunnel, "loclx.io": Tunnel,
	"playit.gg": Tunnel, "ply.gg": Tunnel, "expose.dev": Tunnel, "sharedwithexpose.com": Tunnel, "packetriot.net": Tunnel,
	"tunnelto.dev": Tunnel, "tunn.dev": Tunnel, "instatunnel.my": Tunnel,
	"portmap.io": Tunnel, "localxpose.io": Tunnel, "srv.us": Tunnel, "cpolar.io": Tunnel,
	"cpolar.top": Tunnel, "natappfree.cc": Tunnel, "vicp.fun": Tunnel,

	"webhook.site": Capture, "requestbin.com": Capture, "requestbin.net": Capture, "m.pipedream.net": Capture,
	"requestcatcher.com": Capture, "hookbin.com": Capture, "hookb.in": Capture, "beeceptor.com": Capture, "interact.sh": Capture,
	"oast.pro": Capture, "oast.live": Capture, "oast.site": Capture, "oast.online": Capture, "oast.fun": Capture, "oast.me": Capture,
	"oastify.com": Capture, "burpcollaborator.net": Capture, "dnslog.cn": Capture, "ceye.io": Capture, "ptsv2.com": Capture, "ptsv3.com": Capture,
	"typedwebhook.tools": Capture, "webhook.cool": Capture, "canarytokens.com": Capture, "requestinspector.com": Capture,
	"mockbin.org": Capture, "mockbin.io": Capture, "putsreq.com": Capture, "dnslog.link": Capture, "eyes.sh": Capture, "requestrepo.com": Capture,

	"bit.ly": Shortener, "tinyurl.com": Shortener, "t.co": Shortener, "goo.gl": Shortener, "is.gd": Shortener, "v.gd": Shortener,
	"ow.ly": Shortener, "buff.ly": Shortener, "rebrand.ly": Shortener, "cutt.ly": Shortener, "t.ly": Shortener, "rb.gy": Shortener,
	"shorturl.at": Shortener, "tiny.cc": Shortener, "bl.ink": Shortener, "s.id": Shortener, "lnkd.in": Shortener, "dub.sh": Shortener,
	"adf.ly": Shortener, "shorte.st": Shortener, "clck.ru": Shortener, "soo.gd": Shortener, "u.to": Shortener, "reurl.cc": Shortener,

	"pastebin.com": Paste, "paste.ee": Paste, "hastebin.com": Paste, "dpaste.com": Paste, "dpaste.org": Paste, "ghostbin.com": Paste,
	"rentry.co": Paste, "rentry.org": Paste, "ix.io": Paste, "0x0.st": Paste, "transfer.sh": Paste, "termbin.com": Paste, "paste.rs": Paste,
	"privatebin.net": Paste, "controlc.com": Paste, "justpaste.it": Paste, "file.io": Paste, "catbox.moe": Paste, "sprunge.us": Paste,
	"bashupload.com": Paste, "anonfiles.com": Paste, "gofile.io": Paste, "tmpfiles.org": Paste, "temp.sh": Paste, "oshi.at": Paste,
}
