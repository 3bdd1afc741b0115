package tree

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

func TestTOML(t *testing.T) {
	tests := []struct{ name, in, want, problems string }{
		{"scalars", "a = 1\nb = 'x'\nc = true\nd = 1979-05-27 07:32:00\ne = -1_000.5e3\n", `{"a":1 "b":"x" "c":true "d":"1979-05-27 07:32:00" "e":-1_000.5e3}`, ""},
		{"tables", "[a.b]\nc = 1\n[d]\n[a]\ne = 2\n", `{"a":{"b":{"c":1} "e":2} "d":{}}`, ""},
		{"dotted", "a.b = 1\na.'c d' = 2\n", `{"a":{"b":1 "c d":2}}`, ""},
		{"lists of tables", "[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2\n", `{"a":[{"b":1} {"c":{"d":2}}]}`, ""},
		{"inline", "a = { b = [1, {c = 'x'}], d.e = 2 }\n", `{"a":{"b":[1 {"c":"x"}] "d":{"e":2}}}`, ""},
		{"strings", "a = \"\\u00e9\\n\"\nb = \"\"\"\nx \\\n   y\"\"\"\nc = '''\nz'''\n", `{"a":"é\n" "b":"x y" "c":"z"}`, ""},
		{"repeated", "a = 1\na = 2\n", `{"a":1 "a":2}`, "repeated:6-7"},
		{"redefined table", "[a]\nb = 1\n[a]\nc = 2\n", `{"a":{"b":1 "c":2}}`, "repeated:11-12"},
		{"redefined value", "a = 1\n[a.b]\n", `{"a":1 "a":{"b":{}}}`, "repeated:7-8"},
		{"unclosed", "a = [1, 2\n[b]\nc = 1\n", `{"b":{"c":1}}`, "broken:10-11!"},
		{"broken line", "[a]\nb = \n[c]\nd = 1\n", `{"a":{} "c":{"d":1}}`, "broken:8-9!"},
		{"conflict", "a = 1\n<<<<<<< x\nb = 1\n=======\nb = 2\n>>>>>>> y\n", `{"a":1 "b":1 "b":2}`, "conflict:6-15 conflict:22-29 conflict:36-45 repeated:30-31"},
		{"byte order mark", "\xEF\xBB\xBFa = 1", `{"a":1}`, "bom:0-3"},
		{"malformed", "a = '\xE5'", `{"a":"?"}`, "text:5-6"},
		{"too large", "a = 99999999999999999999\n", `{"a":99999999999999999999}`, "broken:4-5"},
	}
	for _, test := range tests {
		docs := parseText(test.in, TOML)
		checkDocuments(t, docs)
		if got := dump(docs[0].Root); got != test.want {
			t.Errorf("%s: tree of %q\n got %s\nwant %s", test.name, test.in, got, test.want)
		}
		if got := problemList(docs[0]); got != test.problems {
			t.Errorf("%s: problems of %q\n got %s %v\nwant %s", test.name, test.in, got, docs[0].Problems, test.problems)
		}
	}
}

func TestTOMLSpans(t *testing.T) {
	const in = `# top
[mcp_servers.one] # head
command = "np\u0078"
args = [ "-y", # no '#'
  'x#y', ]
env = { "A B" = "v", C.D = 1 }
note = """
first é \
   second"""
[other]
x = 1
[mcp_servers.two]
url = 'u'
`
	docs := parseText(in, TOML)
	checkDocuments(t, docs)
	d := docs[0]
	if len(d.Problems) > 0 {
		t.Fatal(d.Problems)
	}
	for _, test := range []struct{ path, want string }{
		{"mcp_servers one command", `"np\u0078"`},
		{"mcp_servers one args", "[ \"-y\", # no '#'\n  'x#y', ]"},
		{"mcp_servers one env", `{ "A B" = "v", C.D = 1 }`},
		{"mcp_servers two", "[mcp_servers.two]\nurl = 'u'"},
		{"other", "[other]\nx = 1"},
	} {
		n := d.Root.Path(strings.Fields(test.path)...)
		if got := in[n.Span.Start:n.Span.End]; got != test.want {
			t.Errorf("%s is at %q, want %q", test.path, got, test.want)
		}
	}
	for _, test := range []struct{ path, part, want string }{
		{"mcp_servers one command", "x", `\u0078`},
		{"mcp_servers one note", "é", "é"},
		{"mcp_servers one note", "second", "second"},
	} {
		s := d.String(d.Root.Path(strings.Fields(test.path)...))
		i := strings.Index(s.Value, test.part)
		span := s.At(i, i+len(test.part))
		if got := in[span.Start:span.End]; got != test.want {
			t.Errorf("%q of %s is at %q, want %q", test.part, test.path, got, test.want)
		}
	}
	for _, test := range []struct{ part, want string }{
		{"x = 1", "/other/x"}, {"'u'", "/mcp_servers/two/url"}, {`"v"`, "/mcp_servers/one/env/A B"},
	} {
		i := strings.Index(in, test.part)
		if got := d.Pointer(source.Span{Start: i, End: i + len(test.part)}); got != test.want {
			t.Errorf("pointer of %s is %s, want %s", test.part, got, test.want)
		}
	}
	var comments []string
	for _, c := range d.Comments {
		comments = append(comments, c.Text)
	}
	if got := strings.Join(comments, "|"); got != "# top|# head|# no '#'" {
		t.Errorf("comments: %s", got)
	}
}

func TestTOMLLimits(t *testing.T) {
	const mega = 1 << 20
	many := func(s string, size int) string { return strings.Repeat(s, size/len(s)) }
	tests := []struct {
		name, in string
		limit    bool
	}{
		{"arrays", "a = " + many("[", 100_000), false},
		{"tables", "a = " + many("{a=", 20_000), false},
		{"nested", "a = " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000), true},
		{"dots", many("a.", mega) + "b = 1", true},
		{"items", "a = [" + many("1,", 4*mega) + "]", true},
		{"long string", "a = '" + many("x", 4*mega) + "'", false},
		{"headers", many("[a]\n", mega), false},
		{"list headers", many("[[a]]\n", mega), false},
		{"errors", many("[\n", mega), true},
		{"comments", many("#\n", 2*mega), false},
		{"keys", many("aaaaaaaaaaa = 1\n", 4*mega), false},
	}
	for _, test := range tests {
		start := time.Now()
		docs := parseText(test.in, TOML)
		took := time.Since(start)
		limited := false
		for _, p := range docs[0].Problems {
			limited = limited || p.Kind == LimitReached && p.Lost
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

// toml11 lists what TOML 1.0 refuses and TOML 1.1, which the library reads, allows:
// times without seconds, line breaks and a last comma in inline tables, \x escapes.
var toml11 = map[string]struct{}{
	"/invalid/datetime/no-secs.toml":            {},
	"/invalid/local-datetime/no-secs.toml":      {},
	"/invalid/local-time/no-secs.toml":          {},
	"/invalid/inline-table/linebreak-01.toml":   {},
	"/invalid/inline-table/linebreak-02.toml":   {},
	"/invalid/inline-table/linebreak-03.toml":   {},
	"/invalid/inline-table/linebreak-04.toml":   {},
	"/invalid/inline-table/trailing-comma.toml": {},
	"/invalid/string/basic-byte-escapes.toml":   {},
}

func TestTOMLSuite(t *testing.T) {
	dir := corpus(t, "toml")
	files := 0
	walk := func(folder string, check func(name string, docs []*Document, ok bool)) {
		err := filepath.WalkDir(filepath.Join(dir, folder), func(path string, e os.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".toml" {
				return err
			}
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files++
			docs := Parse(source.NewFile(path, raw), TOML, Limits{})
			checkDocuments(t, docs)
			ok := true
			for _, p := range docs[0].Problems {
				switch p.Kind {
				case ByteOrderMark, EmptyFile:
				default:
					ok = false
				}
			}
			check(strings.TrimPrefix(path, dir), docs, ok)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	walk("valid", func(name string, docs []*Document, ok bool) {
		if !ok {
			t.Errorf("%s is refused: %v", name, docs[0].Problems)
		}
	})
	walk("invalid", func(name string, docs []*Document, ok bool) {
		if _, valid := toml11[filepath.ToSlash(name)]; ok && !valid {
			t.Errorf("%s is accepted", name)
		}
	})
	t.Logf("%d files", files)
}

func FuzzTOML(f *testing.F) {
	for _, seed := range []string{
		"[a.b]\nc = 1\n[[d]]\ne = 'x'\n[[d]]\nf.g = [1, {h = \"\\u00e9\"}]\n", "a = \"\"\"\nx \\\n  y\"\"\" # c\nb = '''z'''",
		"a = 1\na = 2\n[a]\n", "a = [1,\n[b]\nc = 1979-05-27 07:32:00", "\"a\\tb\".'c' = 0x1F",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkDocuments(t, Parse(source.NewFile("test", data), TOML, Limits{Depth: 16, Nodes: 1000}))
	})
}
