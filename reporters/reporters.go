// Package reporters writes an analyzer.Report as text for the terminal, as JSON,
// SARIF, a Markdown summary or GitHub workflow commands. A reporter decides how
// findings look and nothing else: what is reported was decided before.
//
// Names and texts in a report come from the files under analysis, whose authors
// may be hostile. Every reporter for people shows control, bidirectional and
// invisible characters escaped, and quotes what its medium would interpret.
package reporters

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
)

// ToolName is how the tool calls itself in every format.
const ToolName = "mcplumb"

// InformationURI is where people read about the tool.
const InformationURI = "https://github.com/mcplumb/mcplumb"

// A tally is what the summaries of all formats count.
type tally struct {
	Files, Skipped, Servers, Tools      int
	Findings, Ignored, Baselined, Below int
	Outside                             int
	Failed, Partial                     int
	BySeverity                          [analyzer.Critical + 1]int // reported ones only
}

func count(r *analyzer.Report) tally {
	t := tally{Files: len(r.Files), Skipped: r.Skipped}
	for i := range r.Files {
		t.Servers += r.Files[i].Servers
		t.Tools += r.Files[i].Tools
		switch r.Files[i].Status {
		case analyzer.Failed:
			t.Failed++
		case analyzer.Partial:
			t.Partial++
		}
	}
	for i := range r.Findings {
		switch f := &r.Findings[i]; f.State {
		case analyzer.Reported:
			t.Findings++
			t.BySeverity[f.Rule.Severity]++
		case analyzer.Ignored:
			t.Ignored++
		case analyzer.Baselined:
			t.Baselined++
		case analyzer.BelowThreshold:
			t.Below++
		case analyzer.OutsideDiff:
			t.Outside++
		}
	}
	return t
}

// severities is "1 critical, 2 high", the worst first.
func (t tally) severities() string {
	var parts []string
	for s := int(analyzer.Critical); s >= 0; s-- {
		if n := t.BySeverity[s]; n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+analyzer.Severity(s).String())
		}
	}
	return strings.Join(parts, ", ")
}

// hidden says what was found and is not shown, "" when nothing was.
func (t tally) hidden() string {
	var parts []string
	for _, p := range [...]struct {
		n    int
		what string
	}{{t.Ignored, "ignored"}, {t.Baselined, "in the baseline"}, {t.Outside, "outside the diff"}, {t.Below, "below the shown severity or confidence"}} {
		if p.n > 0 {
			parts = append(parts, strconv.Itoa(p.n)+" "+p.what)
		}
	}
	return strings.Join(parts, ", ")
}

// outcome is "2 findings: 2 high", or why there are none.
func (t tally) outcome() string {
	switch {
	case t.Findings > 0:
		return plural(t.Findings, "finding") + ": " + t.severities()
	case t.Files == 0 && t.Skipped == 0:
		return "no MCP files found"
	case t.Files == 0:
		return "no MCP files found among " + plural(t.Skipped, "file")
	}
	return "no findings"
}

// scope is what follows the outcome: " (1 ignored) in 3 files (4 servers)".
func (t tally) scope() string {
	s := ""
	if h := t.hidden(); h != "" {
		s = " (" + h + ")"
	}
	if t.Files > 0 {
		s += " in " + t.coverage()
	}
	return s
}

// coverage is "3 files (4 servers, 12 tools)".
func (t tally) coverage() string {
	s := plural(t.Files, "file")
	switch {
	case t.Servers > 0 && t.Tools > 0:
		s += " (" + plural(t.Servers, "server") + ", " + plural(t.Tools, "tool") + ")"
	case t.Servers > 0:
		s += " (" + plural(t.Servers, "server") + ")"
	case t.Tools > 0:
		s += " (" + plural(t.Tools, "tool") + ")"
	}
	return s
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// reported returns the findings that are to be shown, in the order of the report.
func reported(r *analyzer.Report) []*analyzer.Finding {
	var list []*analyzer.Finding
	for i := range r.Findings {
		if r.Findings[i].State == analyzer.Reported {
			list = append(list, &r.Findings[i])
		}
	}
	return list
}

// worstFirst sorts by severity and confidence and keeps the order otherwise.
func worstFirst(list []*analyzer.Finding) {
	slices.SortStableFunc(list, func(a, b *analyzer.Finding) int {
		return cmp.Or(cmp.Compare(b.Rule.Severity, a.Rule.Severity), cmp.Compare(b.Confidence, a.Confidence))
	})
}

// helpLine is the one line of remedy that is shown with a finding: its own, or the
// first sentence of its rule's.
func helpLine(f *analyzer.Finding) string {
	if f.Help != "" {
		return f.Help
	}
	remedy := ""
	if list := blocks(f.Rule.Remedy); len(list) > 0 {
		remedy = codeless(list[0])
	}
	remedy = remedy[:sentenceEnd(remedy)]
	remedy = strings.TrimSuffix(remedy, ".")
	if len(remedy) > 1 && remedy[1] >= 'a' && remedy[1] <= 'z' { // not an abbreviation
		remedy = strings.ToLower(remedy[:1]) + remedy[1:]
	}
	return remedy
}

// sentenceEnd is where the first sentence of a text ends.
func sentenceEnd(text string) int {
	for i := 0; i+2 < len(text); i++ {
		if text[i] != '.' || text[i+1] != ' ' || strings.HasSuffix(text[:i], "e.g") || strings.HasSuffix(text[:i], "i.e") {
			continue
		}
		if next := text[i+2]; next >= 'A' && next <= 'Z' || next == '`' {
			return i
		}
	}
	return len(text)
}
