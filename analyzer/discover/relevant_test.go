package discover

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestMatcherFindsWhatContainsFinds(t *testing.T) {
	literals := []string{"abab", "bac", "aabb", "cab", "b_c"}
	m := newMatcher(literals)
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 20_000 {
		text := make([]byte, random.IntN(14))
		for i := range text {
			text[i] = "abc_x"[random.IntN(5)]
		}
		want := false
		for _, l := range literals {
			want = want || strings.Contains(string(text), l)
		}
		if want {
			found++
		}
		if got := m.in(text); got != want {
			t.Fatalf("in(%q) = %v", text, got)
		}
	}
	if found < 1000 {
		t.Errorf("only %d texts had a literal", found)
	}
}

func TestRelevant(t *testing.T) {
	for _, mark := range marks {
		if !(File{Path: "a.json"}).Relevant([]byte("xx " + mark)) {
			t.Errorf("%q is not seen", mark)
		}
	}
	tests := []struct {
		path, data string
		want       bool
	}{
		{"a.json", `{"toolset": 1, "name": "signatures"}`, false},
		{"a.json", "", false},
		{"x/My-MCP/a.json", "", true},
		{"x/mc/p.json", "", false},
		{"a.json", "\xFF\xFE{\x00", true},
		{"a.json", "{\x00}\x00", true},
		{"a.json", "\x00{\x00}", true},
	}
	for _, test := range tests {
		if got := (File{Path: test.path}).Relevant([]byte(test.data)); got != test.want {
			t.Errorf("Relevant(%q, %q) = %v", test.path, test.data, got)
		}
	}
	if !(File{Named: true}).Relevant(nil) || !(File{Known: true}).Relevant(nil) {
		t.Error("named and known files are always relevant")
	}
}

func BenchmarkRelevant(b *testing.B) {
	data := []byte(strings.Repeat(`{"label": "nothing in here that concerns us, some prose", "weight": 17},`, 1000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if (File{Path: "a.json"}).Relevant(data) {
			b.Fatal("found something")
		}
	}
}
