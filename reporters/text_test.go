package reporters

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"plain ünï 日本語 😀":          "plain ünï 日本語 😀",
		"a\x00b\x1b[31mc\x7f":      "a<U+0000>b<U+001B>[31mc<U+007F>",
		"tab\tcr\rlf\n":            "tab<U+0009>cr<U+000D>lf<U+000A>",
		"c1\u009b31m":              "c1<U+009B>31m",
		"\u202eevil\u2066\u200b":   "<U+202E>evil<U+2066><U+200B>",
		"tag\U000E0041":            "tag<U+E0041>",
		"\ufeffbom\u00a0\u2028":    "<U+FEFF>bom<U+00A0><U+2028>",
		"\u3164\u2800\ufe0f\u034f": "<U+3164><U+2800><U+FE0F><U+034F>",
		"bad\xff\xc3":              "bad<0xFF><0xC3>",
		"e\u0301":                  "e\u0301",
		"e\u0301\u0301\u0301":      "e\u0301\u0301<U+0301>",
		"\u0301":                   "<U+0301>",
		"\ue000":                   "<U+E000>",
		"全角\u3000":                 "全角\u3000",
	} {
		if got := visible(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"abc": 3, "日本": 4, "é": 1, "e\u0301": 1, "😀!": 3, "한글": 4, "\u200b": 8} {
		if got := columns(text); got != want {
			t.Errorf("%q: %d columns, want %d", text, got, want)
		}
	}
}

// frameOf is the frame of one finding as text.
func frameOf(t *testing.T, text, quote string, width int, change func(*analyzer.Finding)) string {
	t.Helper()
	f := newSample("f", text).finding(overrideRule, quote, 0, "m")
	if change != nil {
		change(&f)
	}
	var b strings.Builder
	if err := Text(&b, &analyzer.Report{Findings: []analyzer.Finding{f}}, TextOptions{Width: width, Quiet: true}); err != nil {
		t.Fatal(err)
	}
	_, frame, _ := strings.Cut(b.String(), "|\n")
	frame, _, _ = strings.Cut(frame, "   = ")
	return frame
}

func TestFrame(t *testing.T) {
	long := strings.Repeat("a", 300) + "HERE" + strings.Repeat("b", 300)
	tests := []struct {
		name, text, quote string
		width             int
		want              string
	}{
		{"plain", "say hello now", "hello", 100, " 1 | say hello now\n   |     ^^^^^\n"},
		{"tab", "\tsay\thello", "hello", 100, " 1 |     say    hello\n   |            ^^^^^\n"},
		{"wide before", "日本 hello", "hello", 100, " 1 | 日本 hello\n   |      ^^^^^\n"},
		{"wide inside", "a 日本 b", "日本", 100, " 1 | a 日本 b\n   |   ^^^^\n"},
		{"invisible inside", "a\u200bb", "\u200b", 100, " 1 | a<U+200B>b\n   |  ^^^^^^^^\n"},
		{"long line", long, "HERE", 45, " 1 | …aaaaaaaaaaaHEREbbbbbbbbbbbbbbbbbbbbbbb…\n   |             ^^^^\n"},
		{"end of long line", long[:304], "HERE", 45, " 1 | …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaHERE\n   |                                    ^^^^\n"},
		{"span longer than the window", long, long[200:400], 35, " 1 | …aaaaaaaaaaaaaaaaaaaaaaaaaaaa…\n   |          ^^^^^^^^^^^^^^^^^^^^\n"},
		{"several lines", "x {\n  a\n} y", "{\n  a\n}", 100, " 1 | x {\n   |   ^\n 2 |   a\n   |   ^\n 3 | } y\n   | ^\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := frameOf(t, test.text, test.quote, test.width, nil); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestFrameOfManyLines(t *testing.T) {
	text := "1\n2\n3\n4\n5\n6"
	want := " 1 | 1\n   | ^\n 2 | 2\n   | ^\n 3 | 3\n   | ^\n ...\n 6 | 6\n   | ^\n"
	if got := frameOf(t, text, text, 100, nil); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFrameOfEmptyPlace(t *testing.T) {
	for at, want := range map[int]string{1: " 1 | ab\n   |  ^\n", 2: " 1 | ab\n   |   ^\n"} {
		got := frameOf(t, "ab", "a", 100, func(f *analyzer.Finding) {
			f.Start = source.Position{Line: 1, Column: at + 1, UTF16: at + 1, Offset: at}
			f.End, f.Evidence = f.Start, nil
		})
		if got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// The engine keeps only a window of very long lines.
func TestFrameOfKeptWindow(t *testing.T) {
	got := frameOf(t, "0123456789", "56", 100, func(f *analyzer.Finding) {
		f.Frame = []analyzer.Line{{Number: 1, From: 5, Text: "456789"}}
	})
	if want := " 1 | …456789\n   |   ^^\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Evidence that the frame does not reach is named.
func TestEvidenceElsewhere(t *testing.T) {
	text := "first" + strings.Repeat(" x", 100) + " second\nthird"
	s := newSample("f", text)
	f := s.finding(overrideRule, "first", 0, "m")
	other := s.quote("first", "elsewhere")
	other.Path, other.URI = "other.json", "other.json"
	f.Evidence = []analyzer.Quote{s.quote("first", "one"), s.quote("second", "two"), s.quote("third", "three"), other}
	f.Related = []analyzer.Quote{other}
	var b strings.Builder
	if err := Text(&b, &analyzer.Report{Findings: []analyzer.Finding{f}}, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"^^^^^ one\n", "   = see: 1:207 two: \"second\"\n", "   = see: 2:1 three: \"third\"\n", "   = see: other.json:1:1 elsewhere: \"first\"\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing:\n%s", want, b.String())
		}
	}
}

// A frame that does not match the positions must not break the report.
func TestFrameOfShorterLine(t *testing.T) {
	frameOf(t, "0123456789", "789", 100, func(f *analyzer.Finding) {
		f.Frame = []analyzer.Line{{Number: 1, From: 1, Text: "01"}, {Number: 9, From: 1}}
		f.Evidence = append(f.Evidence, analyzer.Quote{Start: source.Position{Line: 1, Column: 900, Offset: 899}, End: source.Position{Line: 1, Column: 901, Offset: 900}})
	})
}

func TestRepeatedFindings(t *testing.T) {
	s := newSample("f", strings.Repeat("x\n", 40))
	r := &analyzer.Report{}
	for _, rule := range []*analyzer.Rule{secretRule, unpinnedRule, broadRule} {
		for i := range 20 {
			f := s.finding(rule, "x", i, "m")
			f.Server = "s"
			r.Findings = append(r.Findings, f)
		}
	}
	for all, want := range map[bool]map[string]int{
		false: {"low[unpinned-package]": 1, "medium[filesystem-root-too-broad]": 3, "critical[hardcoded-provider-secret]": 20},
		true:  {"low[unpinned-package]": 20, "medium[filesystem-root-too-broad]": 20, "critical[hardcoded-provider-secret]": 20},
	} {
		var b strings.Builder
		if err := Text(&b, r, TextOptions{All: all}); err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, heading := range []string{"low[unpinned-package]", "medium[filesystem-root-too-broad]", "critical[hardcoded-provider-secret]"} {
			if got := strings.Count(b.String(), heading+":"); got != want[heading] {
				t.Errorf("all=%v: %s is shown %d times, want %d", all, heading, got, want[heading])
			}
			if at := strings.Index(b.String(), heading); at < last {
				t.Errorf("%s comes too early: the worst is to be last", heading)
			} else {
				last = at
			}
		}
		if got := strings.Contains(b.String(), "19 more in this file"); got == all {
			t.Errorf("all=%v: the others are not named", all)
		}
		if !strings.Contains(b.String(), "60 findings: 20 critical, 20 medium, 20 low") {
			t.Errorf("the summary counts otherwise:\n%s", b.String()[len(b.String())-200:])
		}
	}
}

// A rule of low severity that repeats all over a repository is shown in three files
// and named in the others.
func TestRepeatedInFiles(t *testing.T) {
	r := &analyzer.Report{}
	for i := range 20 {
		s := newSample(fmt.Sprintf("%02d.json", i), "x\nx")
		r.Findings = append(r.Findings, s.finding(unpinnedRule, "x", 0, "m"), s.finding(unpinnedRule, "x", 1, "m"), s.finding(noteRule, "x", 0, "m"))
	}
	var b strings.Builder
	if err := Text(&b, r, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(b.String(), "low[unpinned-package]:"); got != 3 {
		t.Errorf("%d frames, want 3", got)
	}
	if want := "34 more in 17 other files, all of them with --verbose:\n        03.json:1:1 and 1 more\n"; !strings.Contains(b.String(), want) {
		t.Errorf("the others are not named:\n%s", b.String())
	}
	if first, last := strings.Index(b.String(), "low["), strings.LastIndex(b.String(), "info["); last > first {
		t.Error("the rules are mixed")
	}
}

func TestSummary(t *testing.T) {
	for want, r := range map[string]*analyzer.Report{
		"no MCP files found\n":                {},
		"no MCP files found among 7 files\n":  {Skipped: 7},
		"no findings in 1 file (3 servers)\n": {Files: everyday().Files[:1]},
	} {
		var b strings.Builder
		if err := Text(&b, r, TextOptions{}); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("got %q, want %q", b.String(), want)
		}
		b.Reset()
		if err := Text(&b, r, TextOptions{Quiet: true}); err != nil || b.String() != "" {
			t.Errorf("quiet with nothing to say: %q, %v", b.String(), err)
		}
	}
}

func TestHelpLine(t *testing.T) {
	for remedy, want := range map[string]string{
		"Pin a version. Then update it.":                      "pin a version",
		"Write `a.b` or else `c`,\nas [docs](https://x) say.": "write `a.b` or else `c`, as docs say",
		"Use one, e.g. `c`. Then go.":                         "use one, e.g. `c`",
		"Raise it. `x version` prints it.":                    "raise it",
		"AWS keys are rotated.\n\nSecond.":                    "AWS keys are rotated",
		"":                                                    "",
	} {
		if got := helpLine(&analyzer.Finding{Rule: &analyzer.Rule{Remedy: remedy}}); got != want {
			t.Errorf("%q: got %q, want %q", remedy, got, want)
		}
	}
	if got := helpLine(&analyzer.Finding{Rule: overrideRule, Help: "own"}); got != "own" {
		t.Errorf("got %q", got)
	}
}

// Whatever a line holds and wherever a finding says it is, the frame stays inside
// its width, shows nothing raw, and its marks lie under the line.
func FuzzFrame(f *testing.F) {
	f.Add("say hello now", 4, 9, 40)
	f.Add("日本\t\u202e\xff"+strings.Repeat("x", 200), 3, 90, 30)
	f.Add("", 0, 0, 0)
	f.Add("日\u0610\xac\t\u202e"+strings.Repeat("A", 34)+"vy\xd3\x1ar\xb6\xa1\xf9G\xd9_hy\xcbjn\xfa\x1f", 17, 19, 70)
	f.Fuzz(func(t *testing.T, line string, from, to, width int) {
		line, _, _ = strings.Cut(strings.ReplaceAll(line, "\r", "\n"), "\n")
		width = 30 + abs(width)%200
		start := source.Position{Line: 1, Column: 1 + abs(from)%1000, Offset: abs(from) % 1000}
		end := source.Position{Line: 1, Column: 1 + abs(to)%1000, Offset: abs(to) % 1000}
		finding := analyzer.Finding{Rule: overrideRule, Start: start, End: end, Frame: []analyzer.Line{{Number: 1, From: 1, Text: line}}}
		var b strings.Builder
		if err := Text(&b, &analyzer.Report{Findings: []analyzer.Finding{finding}}, TextOptions{Width: width, Quiet: true}); err != nil {
			t.Fatal(err)
		}
		for i, out := range strings.Split(b.String(), "\n") {
			for _, r := range out {
				if hidden(r) {
					t.Errorf("U+%04X in %q", r, out)
				}
			}
			if n := columns(out); (i == 3 || i == 4) && strings.Contains(out, "|") && n > width+1 {
				t.Errorf("%d columns, the width is %d: %q", n, width, out)
			}
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}
