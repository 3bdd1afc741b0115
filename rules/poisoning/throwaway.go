package poisoning

import "strings"

// throwawayHosts are hosts that anybody opens in a minute: request captures,
// tunnels, pastes and shorteners. A name stands for its subdomains too.
var throwawayHosts = map[string]string{
	"webhook.site": "a request capture", "requestbin.com": "a request capture", "requestbin.net": "a request capture", "pipedream.net": "a request capture",
	"requestcatcher.com": "a request capture", "beeceptor.com": "a request capture", "hookbin.com": "a request capture", "oast.fun": "a request capture",
	"oast.pro": "a request capture", "oast.live": "a request capture", "interact.sh": "a request capture", "burpcollaborator.net": "a request capture",
	"canarytokens.com": "a request capture", "dnslog.cn": "a request capture",
	"ngrok.io": "a tunnel", "ngrok.app": "a tunnel", "ngrok-free.app": "a tunnel", "trycloudflare.com": "a tunnel", "localhost.run": "a tunnel", "lhr.life": "a tunnel",
	"serveo.net": "a tunnel", "loca.lt": "a tunnel", "localtunnel.me": "a tunnel", "tunnelmole.net": "a tunnel", "bore.pub": "a tunnel", "pagekite.me": "a tunnel",
	"pastebin.com": "a paste", "paste.ee": "a paste", "hastebin.com": "a paste", "termbin.com": "a paste", "transfer.sh": "a paste", "file.io": "a paste",
	"0x0.st": "a paste", "ix.io": "a paste", "rentry.co": "a paste", "dpaste.com": "a paste", "ghostbin.com": "a paste", "anonfiles.com": "a paste", "gofile.io": "a paste",
	"bit.ly": "a shortener", "tinyurl.com": "a shortener", "t.ly": "a shortener", "is.gd": "a shortener", "cutt.ly": "a shortener", "rebrand.ly": "a shortener",
	"ow.ly": "a shortener", "shorturl.at": "a shortener", "rb.gy": "a shortener", "goo.gl": "a shortener", "v.gd": "a shortener",
}

// throwaway says what kind of throwaway host a URL points at, "" for none.
func throwaway(url string) string {
	scheme, rest, _ := strings.Cut(url, "://")
	if before, after, ok := strings.Cut(clipAt(rest, 80), "@"); ok && strings.HasPrefix(scheme, "http") && strings.IndexByte(before, '.') > 0 && !strings.ContainsAny(before, ":/?") && after != "" {
		return "a host in disguise"
	}
	host := rest
	if end := strings.IndexFunc(rest, func(c rune) bool {
		return c != '.' && c != '-' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z')
	}); end >= 0 {
		host = rest[:end]
	}
	host = strings.ToLower(strings.TrimRight(host, "."))
	if strings.HasPrefix(host, "xn--") || strings.Contains(host, ".xn--") {
		return "a host in disguise"
	}
	for name, ok := host, true; ok; _, name, ok = strings.Cut(name, ".") {
		if kind := throwawayHosts[name]; kind != "" {
			return kind
		}
	}
	if len(host) > 8 && number(host) || strings.HasPrefix(host, "0x") && isHexDigits(host[2:]) && len(host) > 8 {
		return "a bare address"
	}
	if publicAddress(host) {
		return "a bare address"
	}
	return ""
}

// publicAddress reports whether host is an IPv4 address outside private, loopback
// and documentation ranges.
func publicAddress(host string) bool {
	parts := strings.Split(host, ".")
	if len(parts) != 4 {
		return false
	}
	for _, p := range parts {
		if !number(p) || len(p) > 3 {
			return false
		}
	}
	for _, private := range [...]string{"10.", "127.", "192.168.", "169.254.", "0.", "192.0.2.", "198.51.100.", "203.0.113.", "172.16.", "172.17.", "172.18.", "172.19.", "172.2", "172.30.", "172.31.", "1.2.3.4", "8.8.8.8", "1.1.1.1", "255."} {
		if strings.HasPrefix(host, private) {
			return false
		}
	}
	return parts[0] != "100" || len(parts[1]) < 2 || parts[1] < "64" && len(parts[1]) == 2 || parts[1] > "127" && len(parts[1]) == 3 // shared addresses of providers
}
