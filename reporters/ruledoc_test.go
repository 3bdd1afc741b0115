package reporters

import (
	"slices"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer"
)

func TestRuleText(t *testing.T) {
	var b strings.Builder
	if err := RuleText(&b, someRules[0], TextOptions{Width: 60}); err != nil {
		t.Fatal(err)
	}
	golden(t, "rule.txt", b.String())
}

func TestRulesMarkdown(t *testing.T) {
	golden(t, "rules.md", RulesMarkdown([]analyzer.Family{
		{Name: "poisoning", Doc: "Text that orders the model about.", Checks: []analyzer.Check{{Rules: []*analyzer.Rule{overrideRule}}}},
		{Name: "empty"},
		{Name: "permissions", Doc: "What a server\nmay do.", Checks: []analyzer.Check{{Rules: []*analyzer.Rule{unpinnedRule, broadRule}}, {Rules: []*analyzer.Rule{noteRule}}}},
	}))
}

func TestReferences(t *testing.T) {
	rule := &analyzer.Rule{SafeMCP: []string{"T1404", "T1001"}, References: []string{
		"CVE-2025-1", "GHSA-a-b-c", "MAL-2025-1", "RFC 8259", "CVE-2025-1, in part", "https://example.com/",
	}}
	want := []string{
		"SAFE-MCP T1001", "SAFE-MCP T1404",
		"[CVE-2025-1](https://www.cve.org/CVERecord?id=CVE-2025-1)", "[GHSA-a-b-c](https://github.com/advisories/GHSA-a-b-c)",
		"[MAL-2025-1](https://osv.dev/vulnerability/MAL-2025-1)", "RFC 8259", "CVE-2025-1, in part", "<https://example.com/>",
	}
	var got []string
	for _, r := range references(analyzer.RuleInfo{Rule: rule}) {
		got = append(got, r.markdown())
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestUnwrap(t *testing.T) {
	for text, want := range map[string]string{
		"one\ntwo\n\nthree":               "one two\n\nthree",
		"- a\n  b\n- c\n\nd":              "- a b\n- c\n\nd",
		"text\n- a\n- b":                  "text\n\n- a\n- b",
		"see:\n\n```json\n{\n  1\n}\n```": "see:\n\n```json\n{\n  1\n}\n```",
		"1. a\n2. b":                      "1. a\n2. b",
		"":                                "",
	} {
		if got := unwrap(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for text, want := range map[string]string{
		"aaa bbb ccc":                  "aaa bbb\nccc\n",
		"- aaa bbb\n- ccc":             "- aaa\n  bbb\n- ccc\n",
		"[a](b) c":                     "a <b> c\n",
		"```\n  code stays as is\n```": "      code stays as is\n",
		"日本 日本":                        "日本\n日本\n",
	} {
		if got := wrap(text, 7); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestFencedCannotBeClosed(t *testing.T) {
	got := fenced(analyzer.Example{File: "a.md", Text: "x\n```\ny"})
	if want := "````markdown\nx\n```\ny\n````\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
