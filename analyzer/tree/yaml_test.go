package tree

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	yaml "go.yaml.in/yaml/v4"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

func problemList(d *Document) string {
	var problems []string
	for _, p := range d.Problems {
		s := fmt.Sprintf("%s:%d-%d", problemNames[p.Kind], p.Span.Start, p.Span.End)
		if p.Lost {
			s += "!"
		}
		problems = append(problems, s)
	}
	return strings.Join(problems, " ")
}

func TestYAML(t *testing.T) {
	tests := []struct{ name, in, want, problems string }{
		{"map", "a: 1\nb: [x, 'y', \"z\"]\n", `{"a":1 "b":["x" "y" "z"]}`, ""},
		{"types", "[~, null, yes, true, 1.5, 0x1F, 2001-01-01, '1']", `[~ null "yes" true 1.5 0x1F "2001-01-01" "1"]`, ""},
		{"empty values", "a:\nb: !!str\nc: &x\nd: [,]\n", "", "any"},
		{"null members", "a:\nb:\n  c:\nd: 1", `{"a":null "b":{"c":null} "d":1}`, ""},
		{"literal", "a: |\n  x\n   y\n\n  z\nb: 1\n", `{"a":"x\n y\n\nz\n" "b":1}`, ""},
		{"folded", "a: >-\n  x\n  y\n\n  z\n   q\n  r\n", `{"a":"x y\nz\n q\nr"}`, ""},
		{"alias", "a: &x {k: v}\nb: *x\n", `{"a":{"k":"v"} "b":*x}`, ""},
		{"merge", "a: &x {k: v, l: w}\nb:\n  <<: *x\n  l: own\n", `{"a":{"k":"v" "l":"w"} "b":{"k":*<< "l":"own"}}`, ""},
		{"circular", "&a [*a]", `[*a]`, "limit:4-6!"},
		{"repeated", "a: 1\na: 2\n", `{"a":1 "a":2}`, "repeated:5-6"},
		{"comments only", "# nothing\n", `nothing`, ""},
		{"tab", "a:\n\tb: 1\n", `{"a":null}`, "broken:3-4!"},
		{"unclosed", "a: 1\nb: [1, 2\n", `{"a":1}`, "broken:13-14!"},
		{"colon in text", "a: 1\nb: say: this\nc:\n  d: 2\n", `{"a":1 "c":{"d":2}}`, "broken:11-12!"},
		{"unknown alias", "a: 1\nb: *y\n", `{"a":1}`, "broken:8-9!"},
		{"conflict", "a: 1\n<<<<<<< x\nb: 1\n=======\nb: 2\n>>>>>>> y\n", `{"a":1 "b":1 "b":2}`, "conflict:5-14 conflict:20-27 conflict:33-42 repeated:28-29"},
		{"control", "a: \"\x01\"", `{"a":"?"}`, "broken:4-5"},
		{"malformed", "a: \xE5x", `{"a":"?x"}`, "text:3-4"},
		{"complex key", "? [a, b]\n: 1\n", `{"[a, b]":1}`, ""},
		{"byte order mark", "\xEF\xBB\xBFa: 1", `{"a":1}`, "bom:0-3"},
	}
	for _, test := range tests {
		docs := parseText(test.in, YAML)
		checkDocuments(t, docs)
		if test.problems == "any" {
			continue
		}
		if got := dump(docs[0].Root); got != test.want {
			t.Errorf("%s: tree of %q\n got %s\nwant %s", test.name, test.in, got, test.want)
		}
		if got := problemList(docs[0]); got != test.problems {
			t.Errorf("%s: problems of %q\n got %s %v\nwant %s", test.name, test.in, got, docs[0].Problems, test.problems)
		}
	}
}

func TestYAMLSpans(t *testing.T) {
	const in = `# top
servers: &all   # about
  one: {command: "np\u0078", args: [-y, 'it''s', ], }
  two: !!map
    command: plain
      text  # not this
    literal: |2-

       first é
      second
    folded: >
      some
      text
  three: &all2
   - é: 1
   - - x
`
	docs := parseText(in, YAML)
	checkDocuments(t, docs)
	d := docs[0]
	if len(d.Problems) > 0 {
		t.Fatal(d.Problems)
	}
	at := func(keys ...string) string {
		n := d.Root.Path(keys...)
		return in[n.Span.Start:n.Span.End]
	}
	for _, test := range []struct{ path, want string }{
		{"servers one", `{command: "np\u0078", args: [-y, 'it''s', ], }`},
		{"servers one command", `"np\u0078"`},
		{"servers one args", `[-y, 'it''s', ]`},
		{"servers two command", "plain\n      text"},
		{"servers two literal", "|2-\n\n       first é\n      second"},
		{"servers two folded", ">\n      some\n      text"},
		{"servers three", "- é: 1\n   - - x"},
	} {
		if got := at(strings.Fields(test.path)...); got != test.want {
			t.Errorf("%s is at %q, want %q", test.path, got, test.want)
		}
	}
	for _, test := range []struct{ path, part, want string }{
		{"servers one command", "x", `\u0078`},
		{"servers two command", "text", "text"},
		{"servers two literal", "é", "é"},
		{"servers two literal", "second", "second"},
		{"servers two folded", "text", "text"},
		{"servers two folded", "some text", "some\n      text"},
	} {
		s := d.String(d.Root.Path(strings.Fields(test.path)...))
		i := strings.Index(s.Value, test.part)
		if i < 0 {
			t.Errorf("%q is not in %q", test.part, s.Value)
			continue
		}
		span := s.At(i, i+len(test.part))
		if got := in[span.Start:span.End]; got != test.want {
			t.Errorf("%q of %s is at %q, want %q", test.part, test.path, got, test.want)
		}
	}
	var comments []string
	for _, c := range d.Comments {
		comments = append(comments, c.Text)
	}
	if got := strings.Join(comments, "|"); got != "# top|# about|# not this" {
		t.Errorf("comments: %s", got)
	}
}

func TestYAMLDocuments(t *testing.T) {
	in := "a: 1\n---\n# x\nb: 2\n...\n---\nc: [\n"
	docs := parseText(in, YAML)
	checkDocuments(t, docs)
	if len(docs) != 2 || dump(docs[0].Root) != `{"a":1}` || dump(docs[1].Root) != `{"b":2}` || !docs[1].Lost() {
		for _, d := range docs {
			t.Errorf("%s %v %v", dump(d.Root), d.Span, d.Problems)
		}
	}
}

// TestYAMLSpanOf checks where values stand whose ends are not plain to see.
func TestYAMLSpanOf(t *testing.T) {
	for _, test := range []struct{ in, path, want, part, at string }{
		{"|\nabc\n...\nd", "", "|\nabc\n...\nd", "d", "d"},
		{"a: |1\n   \n  x\nb: 1\n", "a", "|1\n   \n  x", "x", "x"},
		{"a: |1\n   \nb: 1\n", "a", "|1\n   ", " ", " "},
		{"a:\n  &x b: c\n", "a", "&x b: c", "", ""},
		{"a: &x\n  &y b: c\n", "a", "&y b: c", "", ""},
		{"&x: b\n", "", "&x: b", "", ""},
		{"a: !<tag:x,1> b\n", "a", "b", "b", "b"},
		{"x\n---\na: b\n  c: d\n  e\n", "a", "b\n  c: d\n  e", "e", "e"},
	} {
		docs := parseText(test.in, YAML)
		checkDocuments(t, docs)
		d := docs[len(docs)-1]
		n := d.Root.Path(strings.Fields(test.path)...)
		if n == nil {
			t.Errorf("%q: no value in %s", test.in, dump(d.Root))
			continue
		}
		if got := test.in[n.Span.Start:n.Span.End]; got != test.want {
			t.Errorf("%q: the value is at %q, want %q", test.in, got, test.want)
		}
		if test.part == "" {
			continue
		}
		i := strings.LastIndex(n.Value, test.part)
		if i < 0 {
			t.Errorf("%q: %q is not in %q", test.in, test.part, n.Value)
			continue
		}
		span := d.String(n).At(i, i+len(test.part))
		if got := test.in[span.Start:span.End]; got != test.at {
			t.Errorf("%q: %q is at %q", test.in, test.part, got)
		}
	}
}

// TestYAMLErrorPlace checks that the document with an error is the one that loses
// by it.
func TestYAMLErrorPlace(t *testing.T) {
	docs := parseText("a: b\nc: d: e\n---\nf: 1\n", YAML)
	checkDocuments(t, docs)
	if len(docs) != 2 || !docs[0].Lost() || len(docs[0].Problems) != 1 || docs[1].Lost() || len(docs[1].Problems) != 0 {
		for _, d := range docs {
			t.Errorf("%s %v %v", dump(d.Root), d.Span, d.Problems)
		}
	}
}

func TestYAMLLimits(t *testing.T) {
	const mega = 1 << 20
	many := func(s string, size int) string { return strings.Repeat(s, size/len(s)) }
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
	for i := range 20 {
		bomb += fmt.Sprintf("a%d: &a%d [%s*a%d]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), i)
	}
	tests := []struct {
		name, in string
		limit    bool
	}{
		{"laughs", bomb, true},
		{"flow", many("[", 100_000), true},
		{"flow maps", many("{a: ", 100_000), true},
		{"block", many("- ", 100_000), true},
		{"items", "[" + many("a,", 4*mega) + "]", true},
		{"lines", many("- a\n", 4*mega), true},
		{"long line", "a: " + many("é ", 2*mega), false},
		{"long quoted", "a: \"" + many(`\u0041`, 2*mega) + `"`, false},
		{"long literal", "a: |\n" + many("  x\n", 2*mega), false},
		{"documents", many("---\n", 2*mega), true},
		{"aliases", "a: &a x\nb: [" + many("*a,", mega) + "]", true},
		{"wide", "{" + many("aaaaaaaa: {b: c}, ", 4*mega) + "}", true},
		{"comments", many("# x\n", 2*mega), false},
		{"keys", many("? ", mega), true},
		{"tabs", many("\t", 4*mega) + "x", false},
	}
	for _, test := range tests {
		start := time.Now()
		docs := parseText(test.in, YAML)
		took := time.Since(start)
		limited := false
		for _, d := range docs {
			for _, p := range d.Problems {
				limited = limited || p.Kind == LimitReached && p.Lost
			}
		}
		t.Logf("%-22s %8.0f ms", test.name, took.Seconds()*1000)
		if limited != test.limit {
			t.Errorf("%s: a limit was reached: %v %v", test.name, limited, docs[0].Problems)
		}
		if took > 20*time.Second {
			t.Errorf("%s took %v", test.name, took)
		}
	}
}

// agrees compares a tree with what the library makes of the same text.
func agrees(t *testing.T, text []byte) {
	t.Helper()
	var roots []any
	if err := yaml.Load(text, &roots, yaml.WithAllDocuments()); err != nil {
		return
	}
	docs := Parse(source.NewFile("test.yaml", text), YAML, Limits{})
	if len(docs) != len(roots) {
		if len(roots) > 0 {
			t.Errorf("%q: %d documents, the library has %d", text, len(docs), len(roots))
		}
		return
	}
	for i, d := range docs {
		same(t, string(text), d, d.Root, roots[i])
	}
}

func same(t *testing.T, text string, d *Document, n *Node, value any) {
	t.Helper()
	n = n.Resolve()
	bad := func() { t.Errorf("%q: %s is %#v to the library", text, dump(n), value) }
	switch v := value.(type) {
	case nil:
		if n != nil && n.Kind != Null {
			bad()
		}
	case string:
		binary := strings.Contains(text, "!!binary")
		if n == nil || n.Kind == List || n.Kind == Map || n.Value != v && n.Kind == Text && !binary {
			bad()
		}
	case bool:
		if !n.Is(Bool) {
			bad()
		}
	case int, int64, uint64, float64:
		if !n.Is(Number) {
			bad()
		}
	case []any:
		if !n.Is(List) || len(n.Children) != len(v) {
			bad()
			return
		}
		for i, item := range v {
			same(t, text, d, n.Children[i], item)
		}
	case map[string]any:
		if !n.Is(Map) || len(n.Children) < len(v) {
			bad()
			return
		}
		for key, item := range v {
			child := n.Get(key)
			if child == nil && item != nil {
				t.Errorf("%q: no member %q in %s", text, key, dump(n))
				continue
			}
			same(t, text, d, child, item)
		}
	}
}

func TestYAMLSuite(t *testing.T) {
	dir := corpus(t, "yaml")
	names, err := filepath.Glob(filepath.Join(dir, "src", "*.yaml"))
	if err != nil || len(names) == 0 {
		t.Fatal(err, len(names))
	}
	marks := strings.NewReplacer("␣", " ", "————»", "\t", "———»", "\t", "——»", "\t", "—»", "\t", "»", "\t", "↵", "", "∎\n", "", "←", "\r", "⇔", "\uFEFF")
	refused := 0
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		docs := Parse(source.NewFile(name, raw), YAML, Limits{})
		checkDocuments(t, docs)
		agrees(t, raw)
		for _, c := range docs[0].Root.Items() {
			in := c.Get("yaml")
			if in == nil {
				continue
			}
			text := marks.Replace(in.Value)
			docs := parseText(text, YAML)
			checkDocuments(t, docs)
			agrees(t, []byte(text))
			if fail := c.Get("fail"); fail != nil && accepted(t, docs) {
				t.Logf("%s: accepted as the library does: %q", filepath.Base(name), text)
				refused++
			}
		}
	}
	t.Logf("%d files, %d that should fail are accepted", len(names), refused)
}

func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"a: 1\nb: [x, 'y', \"z\\n\"]\n", "a: |\n  x\n\n   y\nb: >-\n  c\n  d\n", "- &a {b: c}\n- *a\n- <<: *a\n",
		"---\na\n...\n---\nb\n", "\"a\\\n  b\n\n c\": 'd\n  e'\n", "? x\n: !!str y # c\n", "a: \x01\xFF",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkDocuments(t, Parse(source.NewFile("test", data), YAML, Limits{Depth: 16, Nodes: 1000}))
	})
}
