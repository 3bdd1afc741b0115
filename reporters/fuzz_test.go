package reporters

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// FuzzReport puts any words of strangers into every field of a report that can hold
// them. No format says anything to a terminal, a build server, a browser or a
// spreadsheet but what its own writer says.
func FuzzReport(f *testing.F) {
	for _, seed := range []string{
		"plain", "\x1b[2J\x1b]8;;https://a.test\x07x", "\u202eevil\u2066", "::error file=x::y", "\n::error::y", "##vso[task.complete]", "###[group]x", "a%0A::stop-commands::z",
		"<script>alert(1)</script><!-- ", "[x](https://a.test) ![y](z)", "| a | b |\n| --- |", "`code` ``` ~~~", "@team #1 www.a.test https://a.test", "=HYPERLINK(\"https://a.test\")", "]](1) \\](2)",
		"\xff\xfe\x80", "日本\t語\u3164\u2800", "\U000e0041\ufe0f", "Z\u0351\u036b\u0343\u036a\u0302", "../../etc/passwd", "C:/x", "file:///x%2f", strings.Repeat("long ", 300),
	} {
		f.Add(seed, "name")
		f.Add("a", seed)
		f.Add(seed, `])]\ (2@`)
	}
	f.Fuzz(func(t *testing.T, words, name string) {
		if len(words)+len(name) > 4<<10 {
			t.Skip("longer words only take longer")
		}
		// The engine makes valid UTF-8 of names and hands over the rest as it is.
		one := source.Position{Line: 1, Column: 2, UTF16: 2, Offset: 1}
		two := source.Position{Line: 1, Column: 5, UTF16: 5, Offset: 4}
		line := strings.NewReplacer("\n", " ", "\r", " ").Replace(words)
		r := &analyzer.Report{
			Rules: someRules, Version: "0.1.0", Data: "2026-01-01", Notices: []string{words},
			Files: []analyzer.FileReport{{Path: name, URI: name, Status: analyzer.Analyzed, Servers: 1}, {Path: name + "2", URI: name + "2", Status: analyzer.Failed, Reason: words}},
			Findings: []analyzer.Finding{
				{Rule: overrideRule, Category: "poisoning", Confidence: analyzer.Certain, Path: name, URI: name, Pointer: words, Server: name, Tool: words, Message: words, Help: words, Start: one, End: two,
					Evidence:    []analyzer.Quote{{Text: words, Note: name, Start: one, End: two}, {Path: name, URI: name, Text: words, Note: words, Start: one, End: two}},
					Related:     []analyzer.Quote{{Path: name, URI: name, Text: words, Note: words, Start: one, End: two}, {Text: name, Start: one, End: two}},
					Fix:         &analyzer.Fix{Description: "remove it", Edits: []analyzer.Edit{{Start: one, End: two}}},
					Frame:       []analyzer.Line{{Number: 1, From: 1, Text: line}},
					Fingerprint: "0123456789abcdef0123"},
				{Rule: unpinnedRule, Category: "supplychain", Confidence: analyzer.Likely, Path: name, URI: name, Server: words, Message: name + words, Start: one, End: two, Frame: []analyzer.Line{{Number: 1, From: 1, Text: line}}},
				{Rule: unpinnedRule, Category: "supplychain", Confidence: analyzer.Likely, Path: words, URI: words, Tool: name, Message: "x", Start: one, End: two},
			},
		}
		write := func(write func(io.Writer, *analyzer.Report) error) string {
			var out bytes.Buffer
			if err := write(&out, r); err != nil {
				t.Fatal(err)
			}
			if out := out.String(); !utf8.ValidString(out) {
				t.Fatalf("no UTF-8: %q", out)
			}
			for at, r := range out.String() {
				if r != '\n' && hidden(r) {
					t.Fatalf("%U in %q", r, out.String()[max(0, at-30):at])
				}
				if r == '#' && logCommand(out.String()[at+1:]) {
					t.Fatalf("an order to a build server: %q", out.String()[at:min(out.Len(), at+30)])
				}
			}
			return out.String()
		}
		for _, width := range []int{0, 40} {
			for line := range strings.Lines(write(func(w io.Writer, r *analyzer.Report) error {
				return Text(w, r, TextOptions{Width: width, All: width == 0})
			})) {
				if !ownLine.MatchString(line) {
					t.Errorf("a line of its own in the text: %q", line)
				}
			}
		}
		commands := strings.Split(strings.TrimSuffix(write(GitHub), "\n"), "\n")
		if len(commands) != 4 {
			t.Errorf("%d commands, want 4", len(commands))
		}
		for _, line := range commands {
			if !command.MatchString(line) {
				t.Errorf("no command of ours: %q", line)
			}
		}
		rows := 0
		for line := range strings.Lines(write(Markdown)) {
			if strings.HasPrefix(line, "| ") {
				rows++
				if bare := escaped.ReplaceAllString(line, "x"); strings.Count(bare, "|") != 5 {
					t.Errorf("a row with other cells: %q", line)
				}
			}
			if tag := tags2.ReplaceAllString(line, "x"); strings.ContainsAny(tag, "<`") && !strings.HasPrefix(line, ">") || strings.Contains(tag, "![") {
				t.Errorf("markup of a stranger: %q", line)
			}
		}
		if rows != 2+3 {
			t.Errorf("%d rows, want 5", rows)
		}
		var back jsonReport
		if err := json.Unmarshal([]byte(write(JSON)), &back); err != nil {
			t.Fatal(err)
		}
		if got, want := back.Findings[0], valid(words); got.Message != want || got.Tool != want || got.Evidence[0].Text != want || got.Server != valid(name) || back.Files[0].Path != valid(name) {
			t.Errorf("%q and %q became %+v", words, name, got)
		}
		log := write(func(w io.Writer, r *analyzer.Report) error { return SARIF(w, r, SARIFOptions{}) })
		var parsed any
		if err := json.Unmarshal([]byte(log), &parsed); err != nil {
			t.Fatal(err)
		}
		messages(parsed, func(text string) {
			if links := link.FindAllString(quotedSign.ReplaceAllString(text, "x"), -1); len(links) > 2 || len(links) > 0 && !strings.Contains(text, " (see [") {
				t.Errorf("links of a stranger: %q", text)
			}
		})
	})
}

var (
	ownLine    = regexp.MustCompile(`^(\n|[a-z]+\[[a-z-]+\]: | +--> | *\d* +\||  +=| *\.\.\.|    |\d+ findings?|incomplete: |no findings)`)
	command    = regexp.MustCompile(`^::(error|warning|notice) file=[^,:]*(,line=\d+,endLine=\d+,col=\d+,endColumn=\d+)?,title=[^,:]*::`)
	escaped    = regexp.MustCompile(`\\.`)
	tags2      = regexp.MustCompile(`</?code>|@<!-- -->|\\.|^> `)
	link       = regexp.MustCompile(`\]\(`)
	quotedSign = regexp.MustCompile(`\\.`)
)

func valid(s string) string {
	var b strings.Builder
	for _, r := range s { // each byte that is no UTF-8 becomes one U+FFFD, as encoding/json does it
		b.WriteRune(r)
	}
	return b.String()
}

// messages calls yield for the text of every message in a SARIF log's results.
func messages(v any, yield func(string)) {
	switch v := v.(type) {
	case map[string]any:
		for key, child := range v {
			if key == "rules" {
				continue
			}
			if m, ok := child.(map[string]any); ok && key == "message" {
				if text, ok := m["text"].(string); ok {
					yield(text)
				}
			}
			messages(child, yield)
		}
	case []any:
		for _, child := range v {
			messages(child, yield)
		}
	}
}
