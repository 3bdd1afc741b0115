package host

import "testing"

func TestParse(t *testing.T) {
	tests := []struct {
		text                                     string
		scheme, user, host, port, path, query, f string
		blurred                                  bool
	}{
		{"https://example.com", "https", "", "example.com", "", "", "", "", false},
		{"HTTPS://Example.com:8443/a/b?x=1&y=2#top", "https", "", "Example.com", "8443", "/a/b", "x=1&y=2", "top", false},
		{" http://a/ ", "http", "", "a", "", "/", "", "", false},
		{"http://user:pa:ss@host:1/", "http", "user:pa:ss", "host", "1", "/", "", "", false},
		{"http://github.com@evil.dev/", "http", "github.com", "evil.dev", "", "/", "", "", false},
		{"http://a@b@c/", "http", "a@b", "c", "", "/", "", "", false},
		{`http://evil.dev\@github.com/`, "http", "", "evil.dev", "", `\@github.com/`, "", "", true},
		{`http:\\evil.dev\x`, "http", "", "evil.dev", "", `\x`, "", "", true},
		{"http:evil.dev/x", "http", "", "evil.dev", "", "/x", "", "", true},
		{"http:////evil.dev/x", "http", "", "evil.dev", "", "/x", "", "", true},
		{"http://[::1]:80/x", "http", "", "[::1]", "80", "/x", "", "", false},
		{"http://[fe80::1%25eth0]/", "http", "", "[fe80::1%25eth0]", "", "/", "", "", false},
		{"ht\ntp://a\tb.dev/", "http", "", "a\tb.dev", "", "/", "", "", true},
		{"https://${HOST}/mcp", "https", "", "${HOST}", "", "/mcp", "", "", false},
		{"https://${HOST:-a.dev/x?y#z@w}:${PORT}/mcp", "https", "", "${HOST:-a.dev/x?y#z@w}", "${PORT}", "/mcp", "", "", false},
		{"https://{tenant}.vendor.io/{path}", "https", "", "{tenant}.vendor.io", "", "/{path}", "", "", false},
		{"http://localhost:{PORT}/mcp", "http", "", "localhost", "{PORT}", "/mcp", "", "", false},
		{"https://<your-host>/mcp", "https", "", "<your-host>", "", "/mcp", "", "", false},
		{"https://a.dev?to=http://b.dev/#/c", "https", "", "a.dev", "", "", "to=http://b.dev/", "/c", false},
		{"https://a.dev/x#y?z", "https", "", "a.dev", "", "/x", "", "y?z", false},
		{"unix:///run/mcp.sock", "unix", "", "", "", "/run/mcp.sock", "", "", false},
		{"mailto:a@b.c", "mailto", "", "", "", "a@b.c", "", "", false},
		{"javascript:alert(1)", "javascript", "", "", "", "alert(1)", "", "", false},
		{"postgres://u:p@db:5432/x", "postgres", "u:p", "db", "5432", "/x", "", "", false},
		{"https://%MCP_HOST%/x", "https", "", "%MCP_HOST%", "", "/x", "", "", false},
		{"https://%31%32%37.0.0.1/", "https", "", "%31%32%37.0.0.1", "", "/", "", "", false},
	}
	for _, test := range tests {
		u, ok := Parse(test.text)
		if !ok {
			t.Errorf("%q is no URL", test.text)
			continue
		}
		got := [...]string{u.SchemeName(), u.Slice(u.Userinfo), u.Slice(u.Host), u.Slice(u.Port), u.Slice(u.Path), u.Slice(u.Query), u.Slice(u.Fragment)}
		want := [...]string{test.scheme, test.user, test.host, test.port, test.path, test.query, test.f}
		if got != want || u.Blurred != test.blurred {
			t.Errorf("%q:\n got %q blurred %v\nwant %q blurred %v", test.text, got, u.Blurred, want, test.blurred)
		}
	}
	for _, text := range []string{"", "example.com", "/a/b", `C:\dir`, "c:/dir", "://x", "1http://x", "localhost", "a b://c"} {
		if u, ok := Parse(text); ok {
			t.Errorf("%q was read as %+v", text, u)
		}
	}
}

func TestQueryPairs(t *testing.T) {
	u, _ := Parse("https://a.dev/?x=1&&token=a=b&flag#end")
	want := [][2]string{{"x", "1"}, {"token", "a=b"}, {"flag", ""}}
	pairs := u.QueryPairs()
	if len(pairs) != len(want) {
		t.Fatalf("%d pairs, want %d", len(pairs), len(want))
	}
	for i, p := range pairs {
		if got := [2]string{u.Slice(p.Key), u.Slice(p.Value)}; got != want[i] {
			t.Errorf("pair %d is %q, want %q", i, got, want[i])
		}
	}
}

func TestShellDefault(t *testing.T) {
	if v, ok := ShellDefault("${H:-https://a.dev}"); !ok || v != "https://a.dev" {
		t.Errorf("got %q %v", v, ok)
	}
	for _, text := range []string{"${H}", "x${H:-y}", "${H:-y}z", "${H:-}", "$H"} {
		if v, ok := ShellDefault(text); ok {
			t.Errorf("%q falls back to %q", text, v)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"https://u:p@[::1]:1/x?y#z", `http:\\a\b`, "https://${A:-b/c}/x", "x:", "http://", "ht\ttp://a", "{{{", "http://%25%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, ok := Parse(s)
		if !ok {
			return
		}
		last := 0
		for _, p := range []Part{u.Scheme, u.Userinfo, u.Host, u.Port, u.Path, u.Query, u.Fragment} {
			if p == (Part{}) {
				continue
			}
			if p.Start < last || p.End < p.Start || p.End > len(s) {
				t.Fatalf("%q: part %v behind %d", s, p, last)
			}
			last = p.End
		}
		u.HostName()
		u.QueryPairs()
	})
}
