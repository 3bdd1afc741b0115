package pattern

import (
	"strings"
	"testing"
	"time"
)

func parse(t *testing.T, text string) *Pattern {
	t.Helper()
	p, err := Parse(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return p
}

func TestFixesHost(t *testing.T) {
	for text, want := range map[string]bool{
		`^https://api\.vendor\.dev/`:                          true,
		`^https://api\.vendor\.dev/.*$`:                       true,
		`^https?://(www\.)?vendor\.dev(/.*)?$`:                true,
		`^https://vendor\.dev$`:                               true,
		`^https://([a-z0-9-]+\.)*vendor\.dev/`:                true,
		`^https://[a-z0-9-]+\.vendor\.dev(:\d+)?/`:            true,
		`^https://vendor.dev/`:                                true,
		`^(https://a\.dev/x|https://b\.dev/y)`:                true,
		`^[Hh][Tt][Tt][Pp][Ss]://a\.dev/`:                     true,
		`^/v1/[a-z]+$`:                                        true,
		`^[A-Za-z0-9_-]{11}$`:                                 true,
		`^ftp://files\.dev/.+`:                                true,
		`^https://vendor\.dev:8443/`:                          true,
		`.*`:                                                  false,
		`^https?://`:                                          false,
		`^https://.+$`:                                        false,
		`^https://[^/]+/api$`:                                 false,
		`https://vendor\.dev/`:                                false, // not anchored
		`^https://vendor\.dev`:                                false, // vendor.dev.evil.dev
		`^https://vendor\.dev.*`:                              false,
		`^https://vendor\.dev:.*`:                             false, // :x@evil.dev
		`^https://[a-z]+dev/`:                                 false,
		`^https://[a-z.]+\.dev/`:                              false,
		`^https://.*\.vendor\.dev/`:                           false, // evil.dev/.vendor.dev/
		`^https://[^.]+\.vendor\.dev/`:                        false,
		`^(https://a\.dev/|http://.*)`:                        false,
		`^https://a\.dev/|http`:                               false,
		`^//a\.dev/`:                                          false,
		`^/.*`:                                                false, // //evil.dev
		`^[a-z0-9.-]+$`:                                       false,
		`^(https?:\/\/)?([\w-]+\.)+[\w-]+(\/[\w- ./?%&=]*)?$`: false,
		``: false,
	} {
		if got := parse(t, text).FixesHost(); got != want {
			t.Errorf("%q fixes the host: %v, want %v", text, got, want)
		}
	}
}

func TestFixesName(t *testing.T) {
	for text, want := range map[string]bool{
		`^[a-z0-9-]+\.vendor\.dev$`:       true,
		`^(eu|us)\.vendor\.dev$`:          true,
		`^vendor\.dev(:443)?$`:            true,
		`^[a-z0-9.-]+$`:                   false,
		`^.*\.vendor\.dev`:                false,
		`vendor\.dev$`:                    false,
		`^[a-z]+\.dev$`:                   false,
		`^(\d{1,3}\.){3}\d{1,3}$`:         false,
		`^([a-z0-9-]+\.)+vendor\.dev\.$`:  false,
		`^[^/]+\.vendor\.dev$`:            false,
		`^(eu|us)\.vendor\.dev|evil\.dev`: false,
	} {
		if got := parse(t, text).FixesName(); got != want {
			t.Errorf("%q fixes the name: %v, want %v", text, got, want)
		}
	}
}

func TestContained(t *testing.T) {
	for text, want := range map[string]bool{
		`^[a-z0-9_-]+$`:                          true,
		`^[a-z0-9_-]+\.(png|jpg)$`:               true,
		`^[\w-]+(/[\w-]+)*\.md$`:                 true,
		`^reports/[a-z]+\.csv$`:                  true,
		`^(?!.*\.\.)(?!/).+$`:                    true,
		`^[\w./-]+$`:                             false,
		`^[\w.-]+$`:                              false, // ..
		`^/workspace/[a-z]+$`:                    false,
		`^.+\.png$`:                              false,
		`[a-z]+`:                                 false,
		`^[a-z]+`:                                false,
		`^(?!.*secret).+$`:                       false,
		`^[A-Za-z]:\\.*$`:                        false,
		`^[^/]+$`:                                false,
		`^(?:[a-z0-9-]+\/)*[a-z0-9-]+(\.json)?$`: true,
	} {
		if got := parse(t, text).Contained(); got != want {
			t.Errorf("%q contains paths: %v, want %v", text, got, want)
		}
	}
}

func TestRejectsFirst(t *testing.T) {
	for text, want := range map[string]bool{
		`^[^-]`: true, `^[A-Za-z0-9][\w./-]*$`: true, `^\w+$`: true, `^[\w-]+$`: false, `[^-]`: false, `.*`: false, `^-?\d+$`: false, `^$`: false, `^`: false, `^(?!-).+$`: false,
	} {
		if got := parse(t, text).RejectsFirst('-'); got != want {
			t.Errorf("%q rejects a first dash: %v, want %v", text, got, want)
		}
	}
}

func TestExcludes(t *testing.T) {
	for text, want := range map[string]bool{
		`^[a-z0-9-]+$`: true, `^(up|down)$`: true, `^[a-z; ]+$`: false, `[a-z]+`: false, `^[^;]+$`: false, `^.*$`: false, `^\S+$`: false,
	} {
		if got := parse(t, text).Excludes("; |&$`"); got != want {
			t.Errorf("%q excludes them: %v, want %v", text, got, want)
		}
	}
}

func TestBounded(t *testing.T) {
	for text, want := range map[string]bool{
		`^[a-z]{1,20}$`: true, `^\d{4}-\d\d$`: true, `^[a-z]+$`: false, `[a-z]{1,20}`: false, `^[a-z]{2,}$`: false, `^(a|bc)$`: true,
	} {
		if got := parse(t, text).Bounded(); got != want {
			t.Errorf("%q is bounded: %v, want %v", text, got, want)
		}
	}
}

func TestBacktracks(t *testing.T) {
	for text, want := range map[string]string{
		`^(a+)+$`:                      `(a+)+`,
		`^(a*)*$`:                      `(a*)*`,
		`^(\w+\s?)*$`:                  `(\w+\s?)*`,
		`^(\s*\w+\s*)*;$`:              `(\s*\w+\s*)*`,
		`^([a-z0-9]+[-_]?)+@`:          `([a-z0-9]+[-_]?)+`,
		`^(a|a)*$`:                     `(a|a)*`,
		`^(\w|\d)+$`:                   `(\w|\d)+`,
		`^(?:.+\.)+dev$`:               `(?:.+\.)+`,
		`x(([a-z])+)+y`:                `(([a-z])+)+`,
		`^(([^/]+/?)+)$`:               `([^/]+/?)+`,
		`^([a-z]+){30,}$`:              `([a-z]+){30,}`,
		`^([a-z]+\.)+[a-z]+$`:          ``,
		`^[a-z]+(-[a-z]+)*$`:           ``,
		`^(ab|cd)*$`:                   ``,
		`(a+)+`:                        ``, // nothing behind it can fail
		`^\d{4}-\d{2}$`:                ``,
		`^(\w+,)*\w+$`:                 ``,
		`^([a-z]+){2}$`:                ``,
		`^(?:[a-z0-9-]+\/)*[a-z]+$`:    ``,
		`^[\w.+-]+@[\w-]+(\.[\w-]+)+$`: ``,
		`^(foo|bar)+$`:                 ``,
		`^(\d+\.){3}\d+$`:              ``,
	} {
		got := ""
		if s, ok := parse(t, text).Backtracks(); ok {
			got = text[s.Start:s.End]
		}
		if got != want {
			t.Errorf("%q backtracks on %q, want %q", text, got, want)
		}
	}
}

func TestSyntax(t *testing.T) {
	for _, text := range []string{
		`^(?<year>\d{4})\k<year>$`, `a{`, `a{,3}`, `]`, `}`, `[]`, `[^]`, `(?i:x)`, `\u{1F600}`, `\u00e9`, `[\w-.]`, `(?<=a)b`, `\/`, `^\p{L}+$`, `a|`, `()`, `[a\]b]`, `\8`,
	} {
		if _, err := Parse(text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	for text, want := range map[string]string{
		`(a`: "unterminated group", `a)`: "unmatched )", `[a`: "unterminated character class", `*a`: "nothing to repeat", `a**`: "nothing to repeat",
		`a++`: "nothing to repeat", `(?P<n>a)`: "Python", `(?i)a`: "invalid group", `a{2,1}`: "out of order", `[z-a]`: "out of order", `a\`: "backslash", `(?>a)`: "invalid group", `(?#x)`: "invalid group",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestHostilePatternsEndSoon(t *testing.T) {
	began := time.Now()
	for _, text := range []string{
		strings.Repeat("(", 10000), strings.Repeat("(a|b)", 3000), strings.Repeat("((a?)?", 150) + strings.Repeat(")", 150),
		strings.Repeat("(a+)+", 3000), strings.Repeat("[a-z]", 3000), strings.Repeat("(?!", 190) + strings.Repeat(")", 190),
		strings.Repeat("(", 190) + "a+" + strings.Repeat(")+", 190) + "$",
	} {
		p, err := Parse(text)
		if err != nil {
			continue
		}
		p.FixesHost()
		p.FixesName()
		p.Contained()
		p.RejectsFirst('-')
		p.Bounded()
		p.Backtracks()
	}
	if took := time.Since(began); took > 10*time.Second { // a fraction of a second on an idle machine
		t.Errorf("took %v", took)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`^https://a\.dev/`, `(a|b)*?c{1,2}`, `[^\]-z]`, `(?<n>\k<n>)`, `\u{41}\x41\cA`, `(?!a)`, `^$`, `[a-\d]`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := Parse(s)
		if err != nil {
			return
		}
		p.FixesHost()
		p.FixesName()
		p.Contained()
		p.RejectsFirst('-')
		p.Bounded()
		if span, ok := p.Backtracks(); ok && (span.Start < 0 || span.End > len(s) || span.Start >= span.End) {
			t.Errorf("%q: span %v", s, span)
		}
	})
}
