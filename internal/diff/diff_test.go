package diff

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer"
)

// show is "path:first-last,first-last path:...".
func show(d Diff) string {
	var files []string
	for path, list := range d {
		var parts []string
		for _, l := range list {
			parts = append(parts, fmt.Sprintf("%d-%d", l.first, l.last))
		}
		files = append(files, path+":"+strings.Join(parts, ","))
	}
	sort.Strings(files)
	return strings.Join(files, " ")
}

func TestParse(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"git", `diff --git a/.mcp.json b/.mcp.json
index 1..2 100644
--- a/.mcp.json
+++ b/.mcp.json
@@ -1,4 +1,5 @@ context
 one
+two
+three
 four
-five
 six
@@ -20 +22 @@
-old
+new
`, ".mcp.json:2-5,21-22"},
		{"plain diff -u, with times", "--- old.json\t2026-01-01\n+++ new dir/x.json\t2026-01-02\n@@ -0,0 +1,2 @@\n+a\n+b\n", "new dir/x.json:1-2"},
		{"quoted name", "--- \"a/\\303\\244.json\"\n+++ \"b/\\303\\244.json\"\n@@ -1 +1 @@\n-a\n+b\n", "ä.json:0-1"},
		{"no prefix", "--- b/x.json\n+++ b/x.json\n@@ -1 +1 @@\n-a\n+b\n", "b/x.json:0-1"},
		{"new file", "--- /dev/null\n+++ b/x.json\n@@ -0,0 +1 @@\n+b\n", "x.json:1-1"},
		{"deleted file", "--- a/x.json\n+++ /dev/null\n@@ -1 +0,0 @@\n-b\n", ""},
		{"only deleted lines", "--- a/x.json\n+++ b/x.json\n@@ -5,2 +4,0 @@\n-b\n-c\n", "x.json:4-5"},
		{"lines that look like headers", "--- a/x.sql\n+++ b/x.sql\n@@ -1,2 +1,2 @@\n--- gone\n+++ come\n \n", "x.sql:0-1"},
		{"no newline", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n", "x:0-1"},
		{"windows", "--- a/x\r\n+++ b/x\r\n@@ -1 +1 @@\r\n-a\r\n+b\r\n", "x:0-1"},
		{"empty line for an empty context line", "--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n\n+b\n c\n", "x:2-2"},
		{"renamed only", "diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n", ""},
		{"empty", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := Parse(strings.NewReader(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := show(d); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestParseRejects(t *testing.T) {
	for _, text := range []string{
		"hello\nworld\n",
		"--- a/x\n+++ b/x\n@@ -1 +x @@\n",
		"--- a/x\n+++ b/x\n@@ -1,-1 +1 @@\n",
		"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n",
		"--- a/x\n+++ b/x\n@@ -1,2 +1,1 @@\n+a\n+b\n",
		"--- a/x\n+++ b/x\n@@ -1 +1 @@\n?a\n",
	} {
		if d, err := Parse(strings.NewReader(text)); err == nil {
			t.Errorf("%q gives %v and no error", text, d)
		}
	}
}

func TestApply(t *testing.T) {
	d := Diff{"x.json": {{10, 12}, {20, 20}}}
	r := &analyzer.Report{Files: []analyzer.FileReport{{URI: "x.json"}, {URI: "y.json"}}}
	for _, about := range [][2]int{{1, 9}, {1, 10}, {11, 11}, {12, 30}, {13, 19}, {21, 21}} {
		r.Findings = append(r.Findings, analyzer.Finding{URI: "x.json", FirstLine: about[0], LastLine: about[1]})
	}
	r.Findings = append(r.Findings, analyzer.Finding{URI: "y.json", FirstLine: 10, LastLine: 10},
		analyzer.Finding{URI: "y.json", State: analyzer.Ignored})
	d.Apply(r)
	var got []string
	for _, f := range r.Findings {
		got = append(got, f.State.String())
	}
	want := "outside-diff reported reported reported outside-diff outside-diff outside-diff ignored"
	if strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// FuzzParse demands that touched lines come in order, that none of them is missing
// or negative, and that a diff written from what was read is read as the same.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "--- /dev/null\n+++ b/new.json\n@@ -0,0 +1,2 @@\n+a\n+b\n", "--- a/old\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
		"--- \"a/caf\\303\\251\"\n+++ \"b/caf\\303\\251\"\n@@ -1,3 +1,2 @@\n a\n-b\n c\n\\ No newline at end of file\n", "rename from a\nrename to b\n",
		"--- a\t2026-01-01\r\n+++ b\t2026-01-02\r\n@@ -1 +9223372036854775807,2 @@\r\n+x\n-x\n+y\n", "--- a/x\n+++ b/x\n@@ -3,2 +3,0 @@\n-a\n-b\n@@ -9 +7 @@ f() {\n-c\n+d\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(strings.NewReader(text))
		if err != nil {
			return
		}
		var again strings.Builder
		for path, list := range d {
			if path == "" {
				t.Fatal("a file without a name")
			}
			last := -1 // a gap above the first line touches line 0
			for _, l := range list {
				if l.first < last || l.last < l.first || l.last-l.first > len(text) {
					t.Fatalf("%s: lines %d to %d behind %d", path, l.first, l.last, last)
				}
				last = l.last
				if !d.Touches(path, l.first, l.first) || !d.Touches(path, l.last, l.last+5) {
					t.Fatalf("%s: line %d is not touched", path, l.first)
				}
			}
			write(&again, path, list)
		}
		if len(d) == 0 {
			return
		}
		back, err := Parse(strings.NewReader(again.String()))
		if err != nil {
			t.Fatalf("%v\n%s", err, again.String())
		}
		for path, list := range d {
			for _, l := range list {
				for n := l.first; n <= l.last; n++ {
					if n > 0 && !back.Touches(path, n, n) {
						t.Fatalf("%q: line %d was lost\n%s", path, n, again.String())
					}
				}
			}
		}
	})
}

// write writes a diff that adds the lines.
func write(b *strings.Builder, path string, list []lines) {
	fmt.Fprintf(b, "--- /dev/null\n+++ %q\n", "b/"+path)
	for _, l := range list {
		first := max(l.first, 1)
		if n := l.last - first + 1; n > 0 {
			fmt.Fprintf(b, "@@ -0,0 +%d,%d @@\n%s", first, n, strings.Repeat("+\n", n))
		}
	}
}
