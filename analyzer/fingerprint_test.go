package analyzer

import (
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

func every(n int) map[int]bool {
	lines := map[int]bool{}
	for i := 1; i <= n; i++ {
		lines[i] = true
	}
	return lines
}

// The vectors are those of the upload action's own tests.
func TestLineHashes(t *testing.T) {
	lorem := strings.Repeat("Lorem ipsum dolor sit amet.\n", 10)
	loremHashes := []string{
		"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
		"a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1",
	}
	letters := []string{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}
	tests := []struct {
		name, text string
		want       []string // of the first lines
	}{
		{"empty", "", []string{"c129715d7a2bc9a3:1"}},
		{"indented", " a\nb\n  \t\tc\n d", letters},
		{"carriage returns", " a\rb\r  \t\tc\r d", letters},
		{"windows", " a\r\nb\r\n  \t\tc\r\n d", letters},
		{"tabs", "\ta\nb\t\n c\n\td", letters},
		{"repeated", lorem, loremHashes},
		{"repeated, windows", strings.ReplaceAll(lorem, "\n", "\r\n"), loremHashes},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := LineHashes([]byte(test.text), every(20), nil)
			for i, want := range test.want {
				if got[i+1] != want {
					t.Errorf("line %d: got %s, want %s", i+1, got[i+1], want)
				}
			}
		})
	}
}

func TestLineHashesCountsUTF16(t *testing.T) {
	// 49 astral characters are 98 units: with "a" and the line end the window is
	// full, and what follows must not matter.
	line := "a" + strings.Repeat("😀", 49) + "\n"
	one := LineHashes([]byte(line+"x"), every(1), nil)
	two := LineHashes([]byte(line+"y"), every(1), nil)
	if one[1] != two[1] {
		t.Errorf("the window is longer than 100 units: %s and %s", one[1], two[1])
	}
	three := LineHashes([]byte(strings.Replace(line, "a", "", 1)+"x"), every(1), nil)
	four := LineHashes([]byte(strings.Replace(line, "a", "", 1)+"y"), every(1), nil)
	if three[1] == four[1] {
		t.Error("the window is shorter than 100 units")
	}
}

func TestLineHashesOmitsSecrets(t *testing.T) {
	text := "one\ntwo\nsecret\n" + strings.Repeat("four\n", 40)
	at := strings.Index(text, "secret")
	secret := []source.Span{{Start: at, End: at + len("secret")}}
	got := LineHashes([]byte(text), every(43), secret)
	for line := 1; line <= 3; line++ {
		if hash, ok := got[line]; ok {
			t.Errorf("the hash of line %d covers the secret and is still written: %s", line, hash)
		}
	}
	plain := LineHashes([]byte(text), every(43), nil)
	for line := 4; line <= 43; line++ {
		if got[line] != plain[line] || got[line] == "" {
			t.Errorf("line %d: got %q, want %q", line, got[line], plain[line])
		}
	}
}

func text(key, value string, start int) *tree.Node {
	return &tree.Node{Kind: tree.Text, Key: key, Value: value, Span: source.Span{Start: start, End: start + 1}}
}

func TestRoute(t *testing.T) {
	list := &tree.Node{Kind: tree.List, Key: "tools", Span: source.Span{Start: 0, End: 20}, Children: []*tree.Node{
		{Kind: tree.Map, Span: source.Span{Start: 0, End: 9}, Children: []*tree.Node{text("name", "add", 1), text("description", "d", 5)}},
		{Kind: tree.Map, Span: source.Span{Start: 10, End: 15}, Children: []*tree.Node{text("title", "x", 11)}},
		text("", "scalar", 16),
	}}
	doc := &tree.Document{Root: &tree.Node{Kind: tree.Map, Span: source.Span{Start: 0, End: 20}, Children: []*tree.Node{list}}}
	for at, want := range map[int]string{5: "tools name=add description", 11: "tools - title", 16: "tools -", 19: "tools"} {
		route, node := Route(doc, source.Span{Start: at, End: at + 1})
		if got := strings.Join(route, " "); got != want || node == nil {
			t.Errorf("at %d: got %q, want %q", at, got, want)
		}
	}
}

func TestFingerprint(t *testing.T) {
	base := Fingerprint("rule", "a.json", []string{"x", "y"}, "text", 0)
	if base != Fingerprint("rule", "a.json", []string{"x", "y"}, "text", 0) {
		t.Error("not deterministic")
	}
	if len(base) != 32 {
		t.Errorf("%q is not 32 hex digits long", base)
	}
	seen := map[string]bool{base: true}
	for _, other := range []string{
		Fingerprint("rules", "a.json", []string{"x", "y"}, "text", 0),
		Fingerprint("rule", "b.json", []string{"x", "y"}, "text", 0),
		Fingerprint("rule", "a.json", []string{"xy"}, "text", 0),
		Fingerprint("rule", "a.json", []string{"x"}, "ytext", 0),
		Fingerprint("rule", "a.json", []string{"x", "y", "text"}, "", 0),
		Fingerprint("rule", "a.json", []string{"x", "y"}, "texts", 0),
		Fingerprint("rule", "a.json", []string{"x", "y"}, "text", 1),
	} {
		if seen[other] {
			t.Errorf("two different findings share the fingerprint %s", other)
		}
		seen[other] = true
	}
}

func BenchmarkLineHashes(b *testing.B) {
	data := []byte(strings.Repeat("  \"description\": \"adds two numbers\",\n", 20000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		LineHashes(data, map[int]bool{10: true}, nil)
	}
}
