package poisoning

import "strings"

// throwawayHost says what a host is that anybody opens in a minute: a request capture,
// tunnel, paste or shortener. A name stands for its subdomains too.
func throwawayHost(name string) string {
	switch name {
	case "webhook.site", "requestbin.com", "requestbin.net", "pipedream.net",
		"requestcatcher.com", "beeceptor.com", "hookbin.com", "oast.fun",
		"oast.pro", "oast.live", "interact.sh", "burpcollaborator.net",
		"canarytokens.com", "dnslog.cn":
		return "a request capture"
	case "ngrok.io", "ngrok.app", "ngrok-free.app", "trycloudflare.com", "localhost.run", "lhr.life",
		"serveo.net", "loca.lt", "localtunnel.me", "tunnelmole.net", "bore.pub", "pagekite.me":
		return "a tunnel"
	case "pastebin.com", "paste.ee", "hastebin.com", "termbin.com", "transfer.sh", "file.io",
		"0x0.st", "ix.io", "rentry.co", "dpaste.com", "ghostbin.com", "anonfiles.com", "gofile.io":
		return "a paste"
	case "bit.ly", "tinyurl.com", "t.ly", "is.gd", "cutt.ly", "rebrand.ly",
		"ow.ly", "shorturl.at", "rb.gy", "goo.gl", "v.gd":
		return "a shortener"
	}
	return ""
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
		if kind := throwawayHost(name); kind != "" {
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
