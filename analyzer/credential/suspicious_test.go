package credential

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestNothingBehindUnsuspiciousText holds the cheap question to the dear answer.
func TestNothingBehindUnsuspiciousText(t *testing.T) {
	pieces := []string{"bearer ", "Basic ", "token", " ", "-p ", "--key ", "x9Qz7Lw2Xv9Kd8", "://", "a:b@", "ghp_", "'", "=", "key", "${A:-", "}", "Reads the file", "-", "sk-ant-api03-", "%A%", "{{a}}", "@", "password: ", "note: ", "`", "[", "]", "process.env.", "Zk3vR8tQm1Yb6Nc4Xw0Lp5Hs"}
	random := rand.New(rand.NewPCG(3, 4))
	quiet := 0
	for range 50_000 {
		var b strings.Builder
		for range 1 + random.IntN(5) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		if new(Memory).Suspicious(b.String()) {
			continue
		}
		quiet++
		if v := Judge("", b.String()); len(v.Secrets) > 0 {
			t.Fatalf("%q holds %+v", b.String(), v.Secrets)
		}
		for _, name := range [...]string{"", "title", "publicKey", "client_id"} {
			if fast, slow := new(Memory).Sensitive(name, b.String(), Anywhere), sensitive(name, b.String(), Anywhere); !slices.Equal(fast, slow) {
				t.Fatalf("%q: %q hides %v, should hide %v", name, b.String(), fast, slow)
			}
		}
	}
	if quiet < 1000 {
		t.Errorf("only %d texts were unsuspicious", quiet)
	}
}

// TestStoresHaveEarlyPunctuation holds what stored relies on.
func TestStoresHaveEarlyPunctuation(t *testing.T) {
	for _, s := range stores {
		if !strings.ContainsAny(s.prefix[:min(len(s.prefix), longestStore)], ":.+[(@!#$_") {
			t.Errorf("%q has no punctuation in its first %d bytes", s.prefix, longestStore)
		}
	}
}
