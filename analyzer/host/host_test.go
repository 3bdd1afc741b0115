package host

import "testing"

// TestAddressSpellings holds the ways in which an address is written to slip past
// a filter that compares strings.
func TestAddressSpellings(t *testing.T) {
	tests := []struct {
		text, addr, spelling string
		kind                 Kind
	}{
		// The metadata address, 169.254.169.254.
		{"169.254.169.254", "169.254.169.254", "", KindMetadata},
		{"169.254.169.254.", "169.254.169.254", "", KindMetadata},
		{"2852039166", "169.254.169.254", "decimal", KindMetadata},
		{"0xa9fea9fe", "169.254.169.254", "hexadecimal", KindMetadata},
		{"0xA9FEA9FE", "169.254.169.254", "hexadecimal", KindMetadata},
		{"0xa9.0xfe.0xa9.0xfe", "169.254.169.254", "hexadecimal", KindMetadata},
		{"0x000000a9.254.169.254", "169.254.169.254", "hexadecimal", KindMetadata},
		{"025177524776", "169.254.169.254", "octal", KindMetadata},
		{"0251.0376.0251.0376", "169.254.169.254", "octal", KindMetadata},
		{"00000251.0376.0251.0376", "169.254.169.254", "octal", KindMetadata},
		{"0169.0254.0169.0254", "169.254.169.254", "octal", KindMetadata},
		{"169.16689662", "169.254.169.254", "shortened", KindMetadata},
		{"169.254.43518", "169.254.169.254", "shortened", KindMetadata},
		{"0251.254.0xa9.254", "169.254.169.254", "octal", KindMetadata},
		{"169.0xfe.43518", "169.254.169.254", "hexadecimal", KindMetadata},
		{"%31%36%39.254.169.254", "169.254.169.254", "escaped", KindMetadata},
		{"%2531%2536%2539.254.169.254", "169.254.169.254", "escaped", KindMetadata},
		{"169%2e254%2E169%2e254", "169.254.169.254", "escaped", KindMetadata},
		{"169。254。169。254", "169.254.169.254", "compatibility characters", KindMetadata},
		{"169．254．169．254", "169.254.169.254", "compatibility characters", KindMetadata},
		{"169｡254｡169｡254", "169.254.169.254", "compatibility characters", KindMetadata},
		{"１６９.２５４.１６９.２５４", "169.254.169.254", "compatibility characters", KindMetadata},
		{"①⑥⑨.②⑤④.①⑥⑨.②⑤④", "169.254.169.254", "compatibility characters", KindMetadata},
		{"⑯⑨.254.169.254", "169.254.169.254", "compatibility characters", KindMetadata},
		{"𝟏𝟔𝟗.254.169.254", "169.254.169.254", "compatibility characters", KindMetadata},
		{"¹⁶⁹.254.169.254", "169.254.169.254", "compatibility characters", KindMetadata},
		{"169.254.1\u200b69.254", "169.254.169.254", "compatibility characters", KindMetadata},
		{"%EF%BC%91%EF%BC%96%EF%BC%99.254.169.254", "169.254.169.254", "compatibility characters", KindMetadata},
		{"[::ffff:169.254.169.254]", "169.254.169.254", "IPv4-mapped", KindMetadata},
		{"[::ffff:a9fe:a9fe]", "169.254.169.254", "IPv4-mapped", KindMetadata},
		{"[0:0:0:0:0:FFFF:A9FE:A9FE]", "169.254.169.254", "IPv4-mapped", KindMetadata},
		{"[::169.254.169.254]", "169.254.169.254", "IPv4-compatible", KindMetadata},
		{"[::a9fe:a9fe]", "169.254.169.254", "IPv4-compatible", KindMetadata},
		{"[::ffff:0:169.254.169.254]", "169.254.169.254", "IPv4-mapped", KindMetadata},
		{"[64:ff9b::169.254.169.254]", "169.254.169.254", "NAT64", KindMetadata},
		{"[64:ff9b::a9fe:a9fe]", "169.254.169.254", "NAT64", KindMetadata},
		{"[64:ff9b:1::a9fe:a9fe]", "169.254.169.254", "NAT64", KindMetadata},
		{"[2002:a9fe:a9fe::1]", "169.254.169.254", "6to4", KindMetadata},
		{"[2001:0:4136:e378:8000:63bf:5601:5601]", "169.254.169.254", "Teredo", KindMetadata},
		{"[fe80::5efe:a9fe:a9fe]", "169.254.169.254", "ISATAP", KindMetadata},
		{"::ffff:169.254.169.254", "169.254.169.254", "IPv4-mapped", KindMetadata},
		{"169.254.169.254.nip.io", "169.254.169.254", "wildcard DNS", KindMetadata},
		{"app.169-254-169-254.sslip.io", "169.254.169.254", "wildcard DNS", KindMetadata},
		{"www-169-254-169-254.nip.io", "169.254.169.254", "wildcard DNS", KindMetadata},
		{"a9fea9fe.nip.io", "169.254.169.254", "wildcard DNS", KindMetadata},
		{"imds-a9fea9fe.nip.io", "169.254.169.254", "wildcard DNS", KindMetadata},
		{"08080808.a9fea9fe.rbndr.us", "169.254.169.254", "wildcard DNS", KindMetadata},
		{"make-169-254-169-254-rr.1u.ms", "169.254.169.254", "wildcard DNS", KindMetadata},
		{"169.254.170.2", "169.254.170.2", "", KindMetadata},
		{"100.100.100.200", "100.100.100.200", "", KindMetadata},
		{"0x646464c8", "100.100.100.200", "hexadecimal", KindMetadata},
		{"168.63.129.16", "168.63.129.16", "", KindMetadata},
		{"[fd00:ec2::254]", "fd00:ec2::254", "", KindMetadata},
		{"[FD00:0EC2:0:0:0:0:0:0254]", "fd00:ec2::254", "", KindMetadata},
		{"metadata.google.internal", "", "", KindMetadata},
		{"METADATA.google.internal.", "", "", KindMetadata},
		{"ｍｅｔａｄａｔａ。google.internal", "", "", KindMetadata},
		{"ⓜetadata.google.internal", "", "", KindMetadata},
		{"𝐦etadata.google.internal", "", "", KindMetadata},

		// This machine.
		{"127.0.0.1", "127.0.0.1", "", KindLoopback},
		{"127.1", "127.0.0.1", "shortened", KindLoopback},
		{"127.0.1", "127.0.0.1", "shortened", KindLoopback},
		{"127.255.255.254", "127.255.255.254", "", KindLoopback},
		{"2130706433", "127.0.0.1", "decimal", KindLoopback},
		{"0x7f000001", "127.0.0.1", "hexadecimal", KindLoopback},
		{"0x7f.1", "127.0.0.1", "hexadecimal", KindLoopback},
		{"0177.0.0.01", "127.0.0.1", "octal", KindLoopback},
		{"017700000001", "127.0.0.1", "octal", KindLoopback},
		{"[::1]", "::1", "", KindLoopback},
		{"[0:0:0:0:0:0:0:1]", "::1", "", KindLoopback},
		{"::1", "::1", "", KindLoopback},
		{"[::ffff:7f00:1]", "127.0.0.1", "IPv4-mapped", KindLoopback},
		{"[::127.0.0.1]", "127.0.0.1", "IPv4-compatible", KindLoopback},
		{"localhost", "127.0.0.1", "", KindLoopback},
		{"LOCALHOST.", "127.0.0.1", "", KindLoopback},
		{"app.localhost", "", "", KindLoopback},
		{"loc%61lhost", "127.0.0.1", "", KindLoopback},
		{"ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "127.0.0.1", "", KindLoopback},
		{"localtest.me", "127.0.0.1", "", KindLoopback},
		{"127.0.0.1.nip.io", "127.0.0.1", "wildcard DNS", KindLoopback},
		{"--1.sslip.io", "::1", "wildcard DNS", KindLoopback},
		{"0", "0.0.0.0", "decimal", KindUnspecified},
		{"0.0.0.0", "0.0.0.0", "", KindUnspecified},
		{"0x0", "0.0.0.0", "hexadecimal", KindUnspecified},
		{"[::]", "::", "", KindUnspecified},
		{"[::ffff:0.0.0.0]", "0.0.0.0", "IPv4-mapped", KindUnspecified},

		// Networks that outsiders do not reach.
		{"10.0.0.1", "10.0.0.1", "", KindPrivate},
		{"10.1", "10.0.0.1", "shortened", KindPrivate},
		{"012.0.0.1", "10.0.0.1", "octal", KindPrivate},
		{"167772161", "10.0.0.1", "decimal", KindPrivate},
		{"172.16.0.1", "172.16.0.1", "", KindPrivate},
		{"172.32.0.1", "172.32.0.1", "", KindAddress},
		{"192.168.1.1", "192.168.1.1", "", KindPrivate},
		{"0xc0a80101", "192.168.1.1", "hexadecimal", KindPrivate},
		{"192.168.257", "192.168.1.1", "shortened", KindPrivate},
		{"100.64.0.1", "100.64.0.1", "", KindPrivate},
		{"100.128.0.1", "100.128.0.1", "", KindAddress},
		{"[fc00::1]", "fc00::1", "", KindPrivate},
		{"[fd12:3456:789a::1]", "fd12:3456:789a::1", "", KindPrivate},
		{"[fec0::1]", "fec0::1", "", KindPrivate},
		{"192-168-1-1.sslip.io", "192.168.1.1", "wildcard DNS", KindPrivate},
		{"169.254.0.1", "169.254.0.1", "", KindLinkLocal},
		{"[fe80::1%25eth0]", "fe80::1", "", KindLinkLocal},
		{"fe80::1%eth0", "fe80::1", "", KindLinkLocal},
		{"224.0.0.1", "224.0.0.1", "", KindReserved},
		{"203.0.113.9", "203.0.113.9", "", KindReserved},

		// Public addresses, and names that only look like addresses.
		{"8.8.8.8", "8.8.8.8", "", KindAddress},
		{"134744072", "8.8.8.8", "decimal", KindAddress},
		{"[2606:4700::1111]", "2606:4700::1111", "", KindAddress},
		{"8.8.8.8.nip.io", "8.8.8.8", "wildcard DNS", KindAddress},
		{"10.example.com", "", "", KindExample},
		{"127.0.0.1.attacker.io", "", "", KindPublic},
		{"0xfeed.dev", "", "", KindPublic},
		{"1.2.3.4.5", "", "", KindInvalid},
	}
	for _, test := range tests {
		h := ParseHost(test.text)
		addr := ""
		if h.Addr.IsValid() {
			addr = h.Addr.String()
		}
		if h.Kind != test.kind || addr != test.addr || h.Spelling != test.spelling {
			t.Errorf("%q: %v %q %q, want %v %q %q", test.text, h.Kind, addr, h.Spelling, test.kind, test.addr, test.spelling)
		}
	}
}

func TestNames(t *testing.T) {
	tests := map[string]Kind{
		"":                             KindNone,
		"api.github.com":               KindPublic,
		"Bücher.de":                    KindPublic,
		"postgres":                     KindService,
		"mcp_server":                   KindService,
		"search.default.svc":           KindCluster,
		"a.ns.svc.cluster.local":       KindCluster,
		"notes.railway.internal":       KindCluster,
		"printer.local":                KindLocal,
		"mcp.corp":                     KindLocal,
		"tools.internal":               KindLocal,
		"nas.home.arpa":                KindLocal,
		"host.docker.internal":         KindGateway,
		"mcp.example.com":              KindExample,
		"your-host.test":               KindExample,
		"${HOST}":                      KindPlaceholder,
		"{tenant}.vendor.io":           KindPlaceholder,
		"<your-host>":                  KindPlaceholder,
		"%MCP_HOST%":                   KindPlaceholder,
		"$MCP_HOST":                    KindPlaceholder,
		"{{ host }}":                   KindPlaceholder,
		"${input:server}.vendor.io":    KindPlaceholder,
		"has space.com":                KindInvalid,
		"a..b":                         KindInvalid,
		"[zz::1]":                      KindInvalid,
		"999999999999999999999999":     KindInvalid,
		"example.com.mcp.internal":     KindLocal,
		"documentation.dev":            KindPublic,
		"localhost.attacker.dev":       KindPublic,
		"metadata.google.internal.dev": KindPublic,
	}
	for text, want := range tests {
		if got := ParseHost(text).Kind; got != want {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
}

func TestLookalike(t *testing.T) {
	imitations := map[string]string{
		"mcp.notlon.com":               "notion",
		"mcp.n0tion.com":               "notion",
		"mcp.xn--ntion-jye.com":        "notion", // with a Cyrillic о
		"api.githubcopiIot.com":        "github",
		"api.githubcopilott.com":       "github",
		"rncp.githubcopliot.com":       "github",
		"mcp.notion.com.evil.dev":      "notion",
		"mcp-notion-com.evil.dev":      "notion",
		"accounts.google.com.login.co": "google",
		"login.microsoftonlne.com":     "microsoft",
		"login.micros0ftonline.com":    "microsoft",
		"mcp.suparbase.com":            "supabase",
		"mcp.strlpe.com":               "stripe",
		"api.anthroplc.com":            "anthropic",
		"api.antrhopic.com":            "anthropic",
	}
	for name, want := range imitations {
		if l, ok := ParseHost(name).Lookalike(); !ok || l.Owner != want {
			t.Errorf("%q imitates %+v %v, want %q", name, l, ok, want)
		}
	}
	honest := []string{
		"api.githubcopilot.com", "mcp.notion.com", "github.com", "gitlab.com", "motion.com", "finance.com", "plastic.co",
		"spotify.com", "docs.google.com.br", "www.google.co.uk", "github.io", "octo.github.io", "mcp.example.com",
		"notion-tools.dev", "mcp.linear.company.io", "sentry.mycompany.com", "stripe-proxy.internal", "bucket.s3.amazonaws.com",
		"api.openweathermap.org", "exa.io", "brew.sh", "slick.com", "localhost", "10.0.0.1", "finvestai.top",
	}
	for _, name := range honest {
		if l, ok := ParseHost(name).Lookalike(); ok {
			t.Errorf("%q imitates %+v, want nobody", name, l)
		}
	}
}

func TestServiceAndOwner(t *testing.T) {
	for name, want := range map[string]Service{
		"ab12.ngrok-free.app": Tunnel, "x.trycloudflare.com": Tunnel, "webhook.site": Capture, "eo1.m.pipedream.net": Capture,
		"remote.mcp.pipedream.net": "", "bit.ly": Shortener, "rabbit.ly": "", "pastebin.com": Paste, "api.github.com": "", "ngrok.com": "",
	} {
		if got := ParseHost(name).Service(); got != want {
			t.Errorf("%q is a %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{
		"api.github.com": "github", "notgithub.com": "", "tenant.atlassian.net": "atlassian", "10.0.0.1": "", "mcp.sentry.dev": "sentry",
	} {
		if got := ParseHost(name).Owner(); got != want {
			t.Errorf("%q belongs to %q, want %q", name, got, want)
		}
	}
}

func TestRegistrable(t *testing.T) {
	for name, want := range map[string]string{
		"example.com": "example.com", "a.b.example.com": "example.com", "a.example.co.uk": "example.co.uk", "com": "com", "x.co": "x.co", "a.x.co": "x.co",
	} {
		if got := Registrable(name); got != want {
			t.Errorf("Registrable(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzParseHost(f *testing.F) {
	for _, s := range []string{"127.0.0.1", "[::1]", "0x7f.1", "a.nip.io", "xn--ntion-jye.com", "%31", "１.1", "${H:-x}", "--1.sslip.io", "[fe80::1%25x]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		h := ParseHost(s)
		_ = h.Kind.String()
		h.Lookalike()
		h.Service()
		if again := ParseHost(h.Name); h.Addr.IsValid() && h.Spelling != "wildcard DNS" && h.Kind != KindLoopback && again.Addr != h.Addr {
			t.Errorf("%q became %q, which is read as %v", s, h.Name, again.Addr)
		}
	})
}
