package tree

import (
	"strings"
	"testing"
	"time"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

func TestMarkdown(t *testing.T) {
	const in = "---\nname: x\ntools: [a]\n---\n# Title\n\n```json\n{\"a\": 1}\n```\n\n" +
		"1. Text\n\n   ~~~yaml title=\"x\"\n   b:\n     c: 2\n   ~~~\n" +
		"````text\n```json\n{\"no\": 1}\n```\n````\n```TOML\r\n[d]\r\ne = 3\r\n```\r\n``` json ```\n```jsonc\n{\"f\": 4, // x\n}\n"
	docs := parseText(in, Markdown)
	checkDocuments(t, docs)
	want := []struct{ tree, text string }{
		{`{"name":"x" "tools":["a"]}`, `x`},
		{`{"a":1}`, `1`},
		{`{"b":{"c":2}}`, "c: 2"},
		{`{"d":{"e":3}}`, "[d]\r\ne = 3"},
		{`{"f":4}`, `4`},
	}
	if len(docs) != len(want) {
		t.Fatalf("%d documents", len(docs))
	}
	for i, d := range docs {
		if !d.Embedded || dump(d.Root) != want[i].tree {
			t.Errorf("document %d is %s %v", i, dump(d.Root), d.Problems)
			continue
		}
		first := d.Root.Children[0].Span
		if got := in[first.Start:first.End]; got != want[i].text {
			t.Errorf("the first member of document %d is at %q, want %q", i, got, want[i].text)
		}
	}
	if docs := parseText("# only text\n```sh\nx\n```\n", Markdown); len(docs) != 0 {
		t.Errorf("%d documents in a text without blocks", len(docs))
	}
	if docs := parseText("---\nnot closed: 1\n", Markdown); len(docs) != 0 {
		t.Errorf("%d documents in front matter without an end", len(docs))
	}
}

func TestMarkdownLimits(t *testing.T) {
	for _, in := range []string{
		strings.Repeat("```json\n{}\n```\n", 500_000),
		strings.Repeat("```json\n", 1_000_000),
		strings.Repeat("```yaml\na: 1\n```\n", 200_000),
		"---\n" + strings.Repeat("a\n", 1_000_000),
	} {
		start := time.Now()
		docs := parseText(in, Markdown)
		took := time.Since(start)
		t.Logf("%.12q %8.0f ms, %d documents", in, took.Seconds()*1000, len(docs))
		if took > 20*time.Second {
			t.Errorf("%.12q took %v", in, took)
		}
	}
}

func TestDetect(t *testing.T) {
	tests := []struct {
		name, data string
		want       Syntax
	}{
		{"a.json", "a: 1", JSON},
		{"a.json", "{\"a\":1}\n{\"b\":2}\n", NDJSON},
		{"a.json", "{\"a\":1}\n", JSON},
		{"a.jsonc", "", JSON},
		{"a.yaml.example", "{}", YAML},
		{"config.toml.bak", "", TOML},
		{".mcp.json.template", "", JSON},
		{"x/crushrc", "mcp add x", Script},
		{"stdin", "$schema: x\nmcp: {}\n", YAML},
		{"A.YML", "{}", YAML},
		{"x/a.toml", "", TOML},
		{"README.md", "{}", Markdown},
		{"rule.mdc", "", Markdown},
		{"a.ndjson", "", NDJSON},
		{"stdin", " \n// x\n{", JSON},
		{"stdin", "[1, 2]", JSON},
		{"stdin", "[\n", JSON},
		{"stdin", "[\"a\"]", JSON},
		{"stdin", "[mcp_servers.x]\ncommand = 'y'\n", TOML},
		{"stdin", "# x\n[[plugins]]\n", TOML},
		{"stdin", "model = 'y'\n", TOML},
		{"stdin", "# comment\nmcpServers:\n  x: 1\n", YAML},
		{"stdin", "---\na: 1\n---\nb: 2\n", YAML},
		{"stdin", "---\na: 1\n---\n\n# Title\n", Markdown},
		{"stdin", "- a\n- b\n", YAML},
		{"stdin", "# Title\n\nSome text.\n\n```json\n{}\n```\n", Markdown},
		{"stdin", "\xEF\xBB\xBF{\"a\":1}", JSON},
		{"stdin", "plain words", JSON},
		{"stdin", "", JSON},
	}
	for _, test := range tests {
		if got := Detect(test.name, []byte(test.data)); got != test.want {
			t.Errorf("Detect(%q, %q) = %v, want %v", test.name, test.data, got, test.want)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"---\nname: x\n---\n```json\n{\"a\": 1}\n```\n~~~toml\na = 1\n~~~\n", "+++\na = 1\n+++\n```yaml\nb: |\n  c\n```\n- ```jsonl\n{}\n{}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkDocuments(t, Parse(source.NewFile("test", data), Markdown, Limits{Depth: 16, Nodes: 1000}))
		Detect("stdin", data)
	})
}
