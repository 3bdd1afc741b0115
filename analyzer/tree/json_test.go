package tree

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

func parseText(text string, syntax Syntax) []*Document {
	return Parse(source.NewFile("test", []byte(text)), syntax, Limits{})
}

// dump writes a tree in one line: lists in brackets, maps in braces, text quoted.
func dump(n *Node) string {
	if n == nil {
		return "nothing"
	}
	var b strings.Builder
	switch n.Kind {
	case Text:
		fmt.Fprintf(&b, "%q", n.Value)
	case List, Map:
		brackets := "[]"
		if n.Kind == Map {
			brackets = "{}"
		}
		b.WriteByte(brackets[0])
		for i, c := range n.Children {
			if i > 0 {
				b.WriteByte(' ')
			}
			if n.Kind == Map {
				fmt.Fprintf(&b, "%q:", c.Key)
			}
			b.WriteString(dump(c))
		}
		b.WriteByte(brackets[1])
	case Alias:
		b.WriteString("*" + n.Value)
	default:
		b.WriteString(n.Value)
		if n.Value == "" {
			b.WriteString("null")
		}
	}
	return b.String()
}

// checkDocuments checks what holds for every document of every notation.
func checkDocuments(t *testing.T, docs []*Document) {
	t.Helper()
	for i, d := range docs {
		if d.Index != i {
			t.Errorf("document %d has index %d", i, d.Index)
		}
		file := source.Span{Start: 0, End: len(d.File.Data)}
		if !file.Contains(d.Span) {
			t.Errorf("document %v is not inside the file", d.Span)
		}
		for _, p := range d.Problems {
			if !file.Contains(p.Span) || p.Span.Len() < 0 || p.Message == "" {
				t.Errorf("problem %q at %v", p.Message, p.Span)
			}
		}
		for _, c := range d.Comments {
			if c.Text != string(d.File.Data[c.Span.Start:c.Span.End]) {
				t.Errorf("comment %q at %v", c.Text, c.Span)
			}
		}
		if d.Root != nil {
			checkNode(t, d, d.Root, d.Span)
		}
	}
}

func checkNode(t *testing.T, d *Document, n *Node, outer source.Span) {
	t.Helper()
	if n.Span.Len() < 0 || !outer.Contains(n.Span) {
		t.Errorf("node %s at %v is not inside %v", dump(n), n.Span, outer)
		return
	}
	if n.KeySpan.Len() < 0 || n.KeySpan.Len() > 0 && !outer.Contains(n.KeySpan) {
		t.Errorf("key %q at %v is not inside %v", n.Key, n.KeySpan, outer)
	}
	if n.Kind == Text {
		checkUnits(t, d, n.Value, n.Span)
	}
	if n.Key != "" && n.KeySpan.Len() > 0 && n.Kind != Alias {
		checkUnits(t, d, n.Key, n.KeySpan)
	}
	for _, c := range n.Children {
		checkNode(t, d, c, n.Span)
	}
}

var problemNames = [...]string{
	"bom", "utf16", "comment", "comma", "json5", "broken", "trailing", "conflict", "empty", "text", "limit", "repeated",
}

// checkUnits checks that the text under a span decodes to as many bytes as the value
// has, of which a block scalar's last line ends are not part of the span.
func checkUnits(t *testing.T, d *Document, value string, span source.Span) {
	t.Helper()
	i, next := d.units(span)
	if next == nil {
		if value != "" {
			t.Errorf("no reader for %q at %v", value, span)
		}
		return
	}
	text := d.File.Data[span.Start:span.End]
	if c := text[0]; d.Syntax == YAML && (c == '*' || string(text) == value || bytes.ContainsAny(text, "\u0085\u2028\u2029\xFF")) {
		return // keys that are no scalars, and breaks that are old YAML's
	}
	total := 0
	for {
		written, decoded, _ := next(i)
		if written == 0 {
			break
		}
		i += written
		total += decoded
	}
	if d.Syntax == YAML && (text[0] == '|' || text[0] == '>') {
		value = strings.TrimRight(value, "\n")
		total = min(total, len(value))
	}
	if total != len(value) || i > len(text) {
		t.Errorf("%q decodes to %d bytes, the value is %q", text, total, value)
	}
}

func TestJSON(t *testing.T) {
	tests := []struct{ name, in, want, problems string }{
		{"scalar", ` 1.50 `, `1.50`, ""},
		{"null", `null`, `null`, ""},
		{"order and duplicates are kept", `{"b":1,"a":2,"b":3}`, `{"b":1 "a":2 "b":3}`, ""},
		{"nested", `{"a":[{"b":[]},{},"x"]}`, `{"a":[{"b":[]} {} "x"]}`, ""},
		{"escapes", `"\u0041\ud83d\ude00\n\/"`, `"A😀\n/"`, ""},
		{"lone surrogates", `"\ud83dA\ude00"`, "\"\uFFFDA\uFFFD\"", ""},
		{"comments", "// a\n{/*b*/\"a\":1 //c\n}//d", `{"a":1}`, "comment:0-4 comment:6-11 comment:17-20 comment:22-25"},
		{"comment in a string", `{"a":"http://x/*y*/"}`, `{"a":"http://x/*y*/"}`, ""},
		{"trailing commas", `{"a":[1,],}`, `{"a":[1]}`, "comma:7-8 comma:9-10"},
		{"comment behind a trailing comma", `[1,/**/]`, `[1]`, "comment:3-7 comma:2-3"},
		{"lone comma", `[,]`, `[]`, "broken:1-2"},
		{"two trailing commas", `[1,,]`, `[1]`, "broken:3-4"},

		{"empty", "", `nothing`, "empty:0-0"},
		{"blank", " \n", `nothing`, "empty:0-2"},
		{"only a comment", `// x`, `nothing`, "comment:0-4 broken:0-4"},
		{"missing comma", "{\"a\":1\n\"b\":2}", `{"a":1 "b":2}`, "broken:7-8"},
		{"missing comma in a list", `["a" "b"]`, `["a" "b"]`, "broken:5-6"},
		{"missing colon", `{"a" 1}`, `{"a":1}`, "broken:5-6"},
		{"missing value", `{"a":,"b":2}`, `{"a":null "b":2}`, "broken:1-4!"},
		{"key alone", `{"a","b":2}`, `{"a":null "b":2}`, "broken:1-4!"},
		{"cut in a map", `{"a":{"b":1`, `{"a":{"b":1}}`, "broken:10-11!"},
		{"cut behind a comma", `[1,`, `[1]`, "broken:2-3!"},
		{"cut in a string", "{\"a\":[\"bc\n", `{"a":["bc"]}`, "broken:6-7! broken:9-10!"},
		{"unclosed string in a line", "{\"a\":\"npx,\n\"b\":\"c\"}", `{"a":"npx" "b":"c"}`, "broken:5-6!"},
		{"line end in a string", "{\"a\":\"x\ny\",\"b\":1}", `{"a":"x\ny" "b":1}`, "broken:7-8"},
		{"tab in a string", "[\"\t\"]", `["\t"]`, "broken:2-3"},
		{"windows path", `["C:\Users\me"]`, `["C:\\Users\\me"]`, "broken:4-6 broken:10-12"},
		{"wrong closer", `{"a":[1,2}`, `{"a":[1 2]}`, "broken:9-10"},
		{"closer too many", `{"a":[1]]}`, `{"a":[1]}`, "broken:8-9"},
		{"trailing closer", `{}}`, `{}`, "trailing:2-3"},
		{"members behind the end", `{"a":1},"b":2}`, `{"a":1 "b":2}`, "trailing:7-14 broken:13-14"},
		{"trailing words", `{"a":1} x y`, `{"a":1}`, "trailing:8-11!"},
		{"no braces", `"a":{"b":1}`, `{"a":{"b":1}}`, "broken:0-1"},
		{"words in front", "var x = {\"a\":1}", `{"a":1}`, "broken:0-8"},
		{"single quotes", `{'a':'b"c'}`, `{"a":"b\"c"}`, "json5:1-4 json5:5-10"},
		{"bare keys", `{a:1,b-c:2}`, `{"a":1 "b-c":2}`, "json5:1-2 broken:5-8"},
		{"JSON5 numbers", `[+1,.5,5.,0xF,-Infinity,NaN]`, `[+1 .5 5. 0xF -Infinity NaN]`, "json5:1-3 json5:4-6 json5:7-9 json5:10-13 json5:14-23 json5:24-27"},
		{"JSON5 escapes", "[\"\\x41\\'\\\nb\"]", `["A'b"]`, "json5:2-6 json5:6-8 json5:8-10"},
		{"words of other languages", `[True,None,01]`, `[True None 01]`, "broken:1-5 broken:6-10 broken:11-13"},
		{"bare text", `{"a": npx}`, `{"a":"npx"}`, "broken:6-9"},
		{"typographic quotes", `{“a”: “b”}`, `{"a":"b"}`, "broken:1-8 broken:10-17"},
		{"hash comment", "{# x\n\"a\":1}", `{"a":1}`, "broken:1-4"},
		{"conflict", "{\n<<<<<<< ours\n\"a\":1\n=======\n\"a\":2\n>>>>>>> theirs\n}", `{"a":1 "a":2}`, "conflict:2-14 conflict:21-28 conflict:35-49"},
		{"form feed", "[\f1]", `[1]`, "json5:1-2"},
		{"value in the place of a key", `{{"a":1},"b":2}`, `{"b":2}`, "broken:1-2!"},
		{"junk", `[*,1]`, `[1]`, "broken:1-2!"},
		{"open comment", `[1] /* x`, `[1]`, "broken:4-6!"},
		{"byte order mark", "\xEF\xBB\xBF[1]", `[1]`, "bom:0-3"},
		{"malformed UTF-8", "[\"\xE5\"]", "[\"\uFFFD\"]", "text:2-3"},
		{"NUL", "[\"\x00\"]", `["\x00"]`, "broken:2-3 text:2-3"},
	}
	for _, test := range tests {
		docs := parseText(test.in, JSON)
		checkDocuments(t, docs)
		d := docs[0]
		var problems []string
		for _, p := range d.Problems {
			s := fmt.Sprintf("%s:%d-%d", problemNames[p.Kind], p.Span.Start, p.Span.End)
			if p.Lost {
				s += "!"
			}
			problems = append(problems, s)
		}
		if got := dump(d.Root); got != test.want {
			t.Errorf("%s: tree of %q\n got %s\nwant %s", test.name, test.in, got, test.want)
		}
		if got := strings.Join(problems, " "); got != test.problems {
			t.Errorf("%s: problems of %q\n got %s %v\nwant %s", test.name, test.in, got, d.Problems, test.problems)
		}
	}
}

func TestJSONDocuments(t *testing.T) {
	docs := parseText("{\"a\":1} {\"b\":2}\n[3]", JSON)
	checkDocuments(t, docs)
	if len(docs) != 3 || dump(docs[1].Root) != `{"b":2}` || dump(docs[2].Root) != `[3]` {
		t.Fatalf("got %d documents", len(docs))
	}
	if p := docs[0].Problems; len(p) != 1 || p[0].Kind != TrailingContent {
		t.Errorf("problems of the first: %v", p)
	}
	docs = parseText("{\"a\":1}\n\n{\"b\":\n[3]\r\n", NDJSON)
	checkDocuments(t, docs)
	if len(docs) != 3 || len(docs[0].Problems) != 0 || !docs[1].Lost() || dump(docs[2].Root) != `[3]` {
		t.Fatalf("got %d documents", len(docs))
	}
}

func TestLocateJSON(t *testing.T) {
	tests := []struct{ text, part, want string }{
		{`"abc"`, "b", `b`},
		{`"a\u0062c"`, "b", `\u0062`},
		{`"a\u0062c"`, "c", `c`},
		{`"\ud83d\ude00x"`, "😀", `\ud83d\ude00`},
		{`"\ud83d\ude00x"`, "x", `x`},
		{`"é\té"`, "\t", `\t`},
		{`'it\'s'`, "'s", `\'s`},
		{`"a\
b"`, "b", `b`},
		{`"cut off`, "off", `off`},
		{`word`, "or", `or`},
		{"“a b”", "b", "b"},
		{"\"\xE5x\"", "x", "x"},
		{"\"\xE5x\"", "\uFFFD", "\xE5"},
	}
	for _, test := range tests {
		text := `[` + test.text
		d := parseText(text, JSON)[0]
		s := d.String(d.Root.Children[0])
		i := strings.Index(s.Value, test.part)
		if i < 0 {
			t.Errorf("%q is not in %q", test.part, s.Value)
			continue
		}
		span := s.At(i, i+len(test.part))
		if got := text[span.Start:span.End]; got != test.want {
			t.Errorf("%q of %s is at %q, want %q", test.part, test.text, got, test.want)
		}
	}
}

func TestJSONLimits(t *testing.T) {
	const mega = 1 << 20
	many := func(s string, size int) string { return strings.Repeat(s, size/len(s)) }
	tests := []struct {
		name, in string
		limit    bool
	}{
		{"open brackets", many("[", 100_000), true},
		{"open brackets, 16 MB", many("[", 16*mega), true},
		{"brackets", many("[", 100_000) + many("]", 100_000), true},
		{"maps", many(`{"a":`, 2*mega), true},
		{"numbers", "[" + many("1,", 4*mega) + "1]", true},
		{"commas", "[" + many(",", 4*mega) + "]", false},
		{"colons", "{" + many(":", 4*mega) + "}", false},
		{"comments", many("//\n", 4*mega), false},
		{"open comments", many("/* ", 4*mega), false},
		{"quotes", many(`"`, 4*mega), false},
		{"open strings", "[" + many("\"a\n'b\n“c\n", 4*mega), true},
		{"escaped open strings", "[" + many("\\\"x\n", 4*mega) + "\"x", true},
		{"documents", many("{}", 4*mega), true},
		{"more members", "{" + many(`}"a":1`, 2*mega), false},
		{"long string", `"` + many("x", 4*mega) + `"`, false},
		{"long escapes", `"` + many(`\u0041`, 4*mega) + `"`, false},
		{"deep and long", strings.Repeat(`{"a":`, 120) + `"` + many("x", 4*mega) + `"` + strings.Repeat(`}`, 120), false},
		{"junk", many("*", 4*mega), false},
		{"conflict markers", many("<<<<<<< \n", 4*mega), false},
		{"lines", many("a\n", 4*mega), false},
		{"malformed", "[" + many("\xFF ", mega), false},
	}
	for _, test := range tests {
		start := time.Now()
		docs := parseText(test.in, JSON)
		took := time.Since(start)
		limited := false
		for _, d := range docs {
			for _, p := range d.Problems {
				limited = limited || p.Kind == LimitReached && p.Lost
			}
		}
		t.Logf("%-22s %8.0f ms", test.name, took.Seconds()*1000)
		if limited != test.limit {
			t.Errorf("%s: a limit was reached: %v", test.name, limited)
		}
		if took > 20*time.Second { // seconds would do; the machine may be busy
			t.Errorf("%s took %v", test.name, took)
		}
	}
}

// strictAndLenient parses a text in both ways and compares what they give.
func strictAndLenient(t *testing.T, text []byte) {
	t.Helper()
	f := source.NewFile("test", text)
	docs := Parse(f, JSON, Limits{})
	if len(docs) != 1 || !docs[0].sound() || docs[0].Root == nil {
		return
	}
	r := &reader{file: f, depth: defaultDepth, nodes: defaultNodes}
	d := r.document(JSON, f.Body())
	if rest := r.lenient(d); rest != len(f.Data) {
		t.Fatalf("the lenient reader stopped at %d of %q", rest, text)
	}
	r.encoding(d)
	if !reflect.DeepEqual(docs[0], d) {
		t.Fatalf("%q\nstrict  %s %v %v\nlenient %s %v %v", text,
			dump(docs[0].Root), docs[0].Problems, docs[0].Comments, dump(d.Root), d.Problems, d.Comments)
	}
}

func TestStrictAndLenientAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var b bytes.Buffer
		randomJSON(&b, random, 5)
		strictAndLenient(t, b.Bytes())
	}
}

// randomJSON writes a random value with comments, spaces and trailing commas.
func randomJSON(b *bytes.Buffer, random *rand.Rand, depth int) {
	pick := func(words ...string) { b.WriteString(words[random.IntN(len(words))]) }
	gap := func() {
		pick("", "", "", "", " ", "\n", "\r\n\t", " // it's \"so\"\n", "/* { */")
	}
	text := func() {
		b.WriteByte('"')
		for range random.IntN(4) {
			pick("a", "é", "😀", `\n`, `\"`, `\\`, `\u0041`, `\ud83d\ude00`, `\ud83d`, "//", ",", "}", "'")
		}
		b.WriteByte('"')
	}
	gap()
	defer gap()
	kind := random.IntN(7)
	if depth == 0 {
		kind = random.IntN(5)
	}
	switch kind {
	case 0:
		pick("true", "false", "null")
	case 1, 2:
		pick("0", "-1", "1.5", "1e9", "-0.0E-7", "123456789012345678901234567890")
	case 3, 4:
		text()
	case 5:
		b.WriteByte('[')
		n := random.IntN(4)
		for i := range n {
			randomJSON(b, random, depth-1)
			if i < n-1 || random.IntN(8) == 0 {
				b.WriteByte(',')
			}
		}
		gap()
		b.WriteByte(']')
	case 6:
		b.WriteByte('{')
		n := random.IntN(4)
		for i := range n {
			gap()
			text()
			gap()
			b.WriteByte(':')
			randomJSON(b, random, depth-1)
			if i < n-1 || random.IntN(8) == 0 {
				b.WriteByte(',')
			}
		}
		gap()
		b.WriteByte('}')
	}
}

func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		`{"a":[1,"\u0041\ud83d\ude00",null,{"b":true}]}`, "// x\n{\"a\":1,}", "\xEF\xBB\xBF[]", "[\"\xE5\"]",
		`{"a":1} {"b":2}`, "{\"a\":1}\n{\"b\":2}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewFile("test", data)
		for _, syntax := range []Syntax{JSON, NDJSON} {
			checkDocuments(t, Parse(file, syntax, Limits{Depth: 16, Nodes: 1000}))
		}
		strictAndLenient(t, data)
		Detect("x", data)
	})
}

func FuzzLenient(f *testing.F) {
	for _, seed := range []string{
		"{a:'b' \"c\" \"d\"\n<<<<<<< x\n", `{"a":"b,` + "\n\"c\":[1 2}}", "“a”:1", `[+1,.5,0x1,"\x41\q"`,
		`"a":{"b":`, `{"a":1},"b":2}`, "# x\n{{[", "/*", "`a\nb`",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewFile("test", data)
		r := &reader{file: file, depth: 16, nodes: 1000}
		body := file.Body()
		for at := body.Start; ; {
			next := r.lenient(r.document(JSON, source.Span{Start: at, End: body.End}))
			if next == body.End {
				break
			}
			if next <= at {
				t.Fatalf("no progress at %d", at)
			}
			at = next
		}
		checkDocuments(t, r.docs)
	})
}
