package reporters

import (
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
