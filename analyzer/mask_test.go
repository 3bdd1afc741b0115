package analyzer

import (
	"slices"
	"testing"
)

// TestWordsStayInSentences hides a password that is a plain word where a rule
// quotes it, and leaves the sentences of rules readable.
func TestWordsStayInSentences(t *testing.T) {
	for s, want := range map[string]string{
		`server "orders": give the server a role of its own`: `server "orders": give the server a role of its own`,
		`the servers of this file, each server`:              `the servers of this file, each server`,
		`the account reads "server"`:                         `the account reads "… (6 characters)"`,
		`postgres://reader:server@db`:                        `postgres://reader:… (6 characters)@db`,
		`--password=server`:                                  `--password=… (6 characters)`,
		`nothing to hide`:                                    `nothing to hide`,
	} {
		if got := withoutWord(s, "server"); got != want {
			t.Errorf("%s\n got %s\nwant %s", s, got, want)
		}
	}
	if !plainWord("server") || plainWord("Server9") || plainWord("kqwmzvnrtbxj") || plainWord("hJ4w9cRt") {
		t.Error("a word is a short one in small letters that reads like one, and nothing else")
	}
}

// TestContinued joins the beginning of a secret to the rest that stands elsewhere
// without the characters that tell its kind.
func TestContinued(t *testing.T) {
	values := []string{"kq7Rw2Lm9Tz4", "pk-kq7Rw2", "unlike-anything"}
	if got, want := continued(values), []string{"pk-kq7Rw2Lm9Tz4"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
