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
		if s := serviceAt(name); s != "" {
			return s
		}
		_, rest, ok := strings.Cut(name, ".")
		if !ok {
			return ""
		}
		name = rest
	}
}

// serviceAt returns the service of a domain under which anybody gets a name, or a
// place for data, within a minute.
func serviceAt(domain string) Service {
	switch domain {
	case "ngrok.io", "ngrok.app", "ngrok.dev", "ngrok-free.app", "ngrok-free.dev", "ngrok.pizza",
		"trycloudflare.com", "loca.lt", "localtunnel.me", "serveo.net", "serveousercontent.com",
		"localhost.run", "lhr.life", "lhr.rocks", "lhrtunnel.link", "pagekite.me",
		"tunnelmole.net", "bore.pub", "telebit.io", "telebit.cloud", "zrok.io",
		"devtunnels.ms", "pinggy.link", "pinggy.io", "pinggy.online", "loclx.io",
		"playit.gg", "ply.gg", "expose.dev", "sharedwithexpose.com", "packetriot.net",
		"tunnelto.dev", "tunn.dev", "instatunnel.my",
		"portmap.io", "localxpose.io", "srv.us", "cpolar.io",
		"cpolar.top", "natappfree.cc", "vicp.fun":
		return Tunnel
	case "webhook.site", "requestbin.com", "requestbin.net", "m.pipedream.net",
		"requestcatcher.com", "hookbin.com", "hookb.in", "beeceptor.com", "interact.sh",
		"oast.pro", "oast.live", "oast.site", "oast.online", "oast.fun", "oast.me",
		"oastify.com", "burpcollaborator.net", "dnslog.cn", "ceye.io", "ptsv2.com", "ptsv3.com",
		"typedwebhook.tools", "webhook.cool", "canarytokens.com", "requestinspector.com",
		"mockbin.org", "mockbin.io", "putsreq.com", "dnslog.link", "eyes.sh", "requestrepo.com":
		return Capture
	case "bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "v.gd",
		"ow.ly", "buff.ly", "rebrand.ly", "cutt.ly", "t.ly", "rb.gy",
		"shorturl.at", "tiny.cc", "bl.ink", "s.id", "lnkd.in", "dub.sh",
		"adf.ly", "shorte.st", "clck.ru", "soo.gd", "u.to", "reurl.cc":
		return Shortener
	case "pastebin.com", "paste.ee", "hastebin.com", "dpaste.com", "dpaste.org", "ghostbin.com",
		"rentry.co", "rentry.org", "ix.io", "0x0.st", "transfer.sh", "termbin.com", "paste.rs",
		"privatebin.net", "controlc.com", "justpaste.it", "file.io", "catbox.moe", "sprunge.us",
		"bashupload.com", "anonfiles.com", "gofile.io", "tmpfiles.org", "temp.sh", "oshi.at":
		return Paste
	}
	return ""
}
