package credential

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// hostile are pieces that, repeated, make a careless scanner start over at every
// byte.
var hostile = []string{
	"eyJ", "eyJa.eyJ", "-eyJ", "ghp_", "sk-", "sk-a", "a://", "a://b:c@", "://", "a=", "a=b:c=", `a="`, `a:'`, `"a":"b`, `\"`, `=\"`, "${", "${a", "${a:-",
	"{{", "{", "$(", "%a", "`", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "password=", "token: ", "--token ", "--token \"", "-a", "key=key=",
	":AA", "1:AA", "Q~", "aZ9", "aZ9-", "T3BlbkFJ", "sk-T3BlbkFJ", "https://hooks.slack.com/services/", ".webhook.office.com/webhookb2/", "@tcp(", "AAAA",
	"xoxb-1", "=<", "a=<", "a={", "你", "\xff", "?key=", "&token=a", "abc123", "config=", "password=${X} ", "password={", "password=<",
	"token: x ", "a://b:c@d/?token=a1B2c3D4e5F6g7H8&x=${Y} ", "${TOKEN:-a1B2c3D4e5F6g7H8}",
}

// TestHostile holds the scanners to a time that grows with the text and not with
// its square.
func TestHostile(t *testing.T) {
	const size = 128 << 10
	for _, piece := range hostile {
		text := strings.Repeat(piece, size/len(piece))
		begin := time.Now()
		Find(text)
		Judge("token", text)
		Judge(text, text)
		Raw([]byte(text))
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("%q repeated to %d KB took %v", piece, size>>10, took)
		} else if took > time.Second {
			t.Logf("%q took %v", piece, took)
		}
	}
}

// FuzzJudge holds the results to their promises: ranges inside the value, in
// order, without overlap, and masks that keep the width.
func FuzzJudge(f *testing.F) {
	for _, piece := range hostile {
		f.Add("API_KEY", piece+made(20)+piece)
	}
	f.Add("DATABASE_URL", "postgres://a:"+made(8)+"@db/x?password="+made(9))
	f.Fuzz(func(t *testing.T, name, value string) {
		last := 0
		for _, s := range Judge(name, value).Secrets {
			if s.Start < last || s.End <= s.Start || s.End > len(value) {
				t.Fatalf("%q: %d-%d after %d", value, s.Start, s.End, last)
			}
			last = s.End
			s.Show(value)
		}
		Redact(value)
		Harmless(value)
		var m Memory
		for _, spans := range [][]source.Span{m.Sensitive(name, value, Setting), m.Sensitive(name, value, Anywhere), Raw([]byte(value))} {
			last = 0
			for _, s := range spans {
				if s.Start < last || s.End <= s.Start || s.End > len(value) {
					t.Fatalf("%q: %v after %d", value, s, last)
				}
				last = s.End
			}
			if covered := Cover(value, spans); utf8.ValidString(value) && utf8.RuneCountInString(covered) != utf8.RuneCountInString(value) && runeAligned(value, spans) {
				t.Fatalf("%q became %q", value, covered)
			}
		}
	})
}

func runeAligned(s string, spans []source.Span) bool {
	for _, p := range spans {
		if p.Start < len(s) && !utf8.RuneStart(s[p.Start]) || p.End < len(s) && !utf8.RuneStart(s[p.End]) {
			return false
		}
	}
	return true
}
