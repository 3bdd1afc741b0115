package credential

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestNothingBehindUnsuspiciousText holds the cheap question to the dear answer.
func TestNothingBehindUnsuspiciousText(t *testing.T) {
	pieces := []string{"bearer ", "Basic ", "token", " ", "-p ", "--key ", "x9Qz7Lw2Xv9Kd8", "://", "a:b@", "ghp_", "'", "=", "key", "${A:-", "}", "Reads the file", "-", "sk-ant-api03-", "%A%", "{{a}}"}
	random := rand.New(rand.NewPCG(3, 4))
	quiet := 0
	for range 50_000 {
		var b strings.Builder
		for range 1 + random.IntN(5) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		if Suspicious(b.String()) {
			continue
		}
		quiet++
		if v := Judge("", b.String()); len(v.Secrets) > 0 {
			t.Fatalf("%q holds %+v", b.String(), v.Secrets)
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
