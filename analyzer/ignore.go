package analyzer

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// The rules of the engine itself: what is wrong with the comments that switch
// other rules off.
var (
	invalidIgnore = &Rule{
		Name:    "invalid-ignore",
		Summary: "an ignore comment that has no effect as written",
		Why: "A comment that was meant to hide a finding and does not, because its rule is misspelt, its reason is missing or its date has passed, " +
			"misleads whoever reads the file: they believe that somebody has looked at the matter and accepted it.\n\n" +
			"A server's own manifest cannot hide what it says about itself, so a comment there never has an effect.",
		Remedy:     "Write `mcplumb: ignore[rule] reason`, with the name of an existing rule and a reason that the next reader can judge. Move an ignore for a manifest to `.mcplumb.yaml`.",
		Severity:   Low,
		Confidence: Certain,
		Since:      "0.1.0",
		CWE:        []int{1116},
		Bad: Example{File: ".vscode/mcp.json", Text: `{
  "servers": {
    // mcplumb: ignore[filesystem-root-too-broad]
    "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.11.25", "/"] }
  }
}
`},
		Good: Example{File: ".vscode/mcp.json", Text: `{
  "servers": {
    // mcplumb: ignore[filesystem-root-too-broad] runs in a throw-away machine
    "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.11.25", "/"] }
  }
}
`},
	}
	unusedIgnore = &Rule{
		Name:    "unused-ignore",
		Summary: "an ignore comment that hides nothing",
		Why: "A comment that outlives the finding it was written for stays in the file and hides the next finding of its rule, " +
			"which nobody has looked at.",
		Remedy:     "Delete the comment, or the rule that no longer applies from its list.",
		Severity:   Low,
		Confidence: Certain,
		Since:      "0.1.0",
		CWE:        []int{1164},
		Bad: Example{File: ".vscode/mcp.json", Text: `{
  "servers": {
    // mcplumb: ignore[filesystem-root-too-broad] accepted while we try it out
    "docs": { "command": "docs-mcp" }
  }
}
`},
		Good: Example{File: ".vscode/mcp.json", Text: `{
  "servers": {
    // This server reads our own documentation.
    "docs": { "command": "docs-mcp" }
  }
}
`},
	}
)

// Ignores is the check behind the rules about ignore comments, for the family
// that lists them. Its findings come from the engine, which alone knows what a
// comment hid.
func Ignores() Check {
	return Check{Rules: []*Rule{invalidIgnore, unusedIgnore}, Run: func(*Pass) {}}
}

// An ignore is an ignore comment that counts.
type ignore struct {
	rules  []string
	used   []bool      // by rule
	span   source.Span // of the comment
	region source.Span // findings that start here are hidden
}

// maxIgnored is how many rules one comment may name, many more than there are.
const maxIgnored = 1000

// ignoreMark is what turns a comment into an order to the engine.
const ignoreMark = "mcplumb:"

// applyIgnores marks what comments of the file hide, and reports the comments that
// hide nothing or cannot.
func (e *engine) applyIgnores(m *mcp.File, here *selected, z *freezer) {
	var list []*ignore
	hides := map[string][]*ignore{} // by rule
	for _, d := range m.Documents {
		below := onward{src: m.Source, comments: d.Comments}
		for _, c := range d.Comments {
			if !strings.Contains(c.Text, ignoreMark) {
				continue
			}
			ig, complaint := e.parseIgnore(m, c)
			if complaint != "" {
				e.complain(z, here, invalidIgnore, c.Span, complaint)
			}
			if ig == nil {
				continue
			}
			ig.region = below.region(m, c.Span)
			list = append(list, ig)
			for _, name := range ig.rules {
				hides[name] = append(hides[name], ig)
			}
		}
	}
	for i := range z.raised {
		at := z.raised[i].Span.Start
		for _, ig := range hides[z.raised[i].Rule.Name] {
			if ig.region.Start <= at && at < ig.region.End {
				ig.used[slices.Index(ig.rules, z.raised[i].Rule.Name)], z.raised[i].ignored = true, true
			}
		}
	}
	for _, ig := range list {
		for n, name := range ig.rules {
			if !ig.used[n] && e.runs(here, name) {
				e.complain(z, here, unusedIgnore, ig.span, fmt.Sprintf("this comment ignores %s, which finds nothing here", name))
			}
		}
	}
}

// complain reports a rule of the engine itself.
func (e *engine) complain(z *freezer, here *selected, r *Rule, span source.Span, message string) {
	if here.enabled[r] {
		z.add(e.category(r), Diagnostic{Rule: r, Span: span, Message: message})
	}
}

// category is the family that lists a rule.
func (e *engine) category(r *Rule) string {
	for _, info := range e.opt.Rules {
		if info.Rule == r {
			return info.Category
		}
	}
	return ""
}

// runs reports whether a rule takes part in this run, over this file.
func (e *engine) runs(here *selected, name string) bool {
	for _, info := range e.opt.Rules {
		if info.Name == name {
			return here.enabled[info.Rule]
		}
	}
	return false
}

// exists reports whether any family has the rule.
func (e *engine) exists(name string) bool {
	for _, f := range e.opt.Families {
		for _, c := range f.Checks {
			for _, r := range c.Rules {
				if r.Name == name {
					return true
				}
			}
		}
	}
	return false
}

// parseIgnore reads
//
//	mcplumb: ignore[rule, rule] reason [expires:YYYY-MM-DD]
//
// and returns the ignore, as far as it holds, and what is wrong with it.
func (e *engine) parseIgnore(m *mcp.File, c tree.CommentText) (*ignore, string) {
	text := strings.TrimLeft(c.Text, "/*#! \t")
	text, ok := strings.CutPrefix(text, ignoreMark)
	if !ok { // prose that mentions the tool
		return nil, ""
	}
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "*/"))
	inside, ok := strings.CutPrefix(text, "ignore[")
	names, reason, closed := strings.Cut(inside, "]")
	switch {
	case !ok || !closed:
		return nil, `not understood: an ignore comment reads "mcplumb: ignore[rule] reason"`
	case !mayIgnore(m):
		return nil, "a manifest cannot ignore findings about itself; use .mcplumb.yaml"
	}
	var rules []string
	for _, name := range strings.Split(names, ",") {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(rules, name) && len(rules) < maxIgnored {
			rules = append(rules, name)
		}
	}
	reason, expires, complaint := expiry(strings.TrimSpace(reason))
	switch {
	case complaint != "":
		return nil, complaint
	case len(rules) == 0:
		return nil, "an ignore comment names the rules it is for; there is no way to ignore all of them"
	case reason == "":
		return nil, "an ignore comment needs a reason behind the bracket, so that others can judge it"
	case !expires.IsZero() && !e.opt.Now.IsZero() && e.opt.Now.After(expires.AddDate(0, 0, 1)):
		return nil, "this ignore comment expired on " + expires.Format(time.DateOnly)
	}
	known := rules[:0:0]
	for _, name := range rules {
		if e.exists(name) {
			known = append(known, name)
		} else if complaint == "" {
			complaint = fmt.Sprintf("there is no rule %q to ignore", name)
		}
	}
	if len(known) == 0 {
		return nil, complaint
	}
	return &ignore{rules: known, used: make([]bool, len(known)), span: c.Span}, complaint
}

// expiry takes "expires:YYYY-MM-DD" out of a reason. The ignore holds through
// that day.
func expiry(reason string) (string, time.Time, string) {
	words := strings.Fields(reason)
	var day time.Time
	for i, word := range words {
		date, ok := strings.CutPrefix(word, "expires:")
		if !ok {
			continue
		}
		var err error
		if day, err = time.Parse(time.DateOnly, strings.TrimRight(date, ".,;)")); err != nil {
			return "", day, "a date after expires: is written as YYYY-MM-DD"
		}
		words = slices.Delete(words, i, i+1)
		break
	}
	return strings.Join(words, " "), day, ""
}

// mayIgnore reports whether comments in the file count: those of people who
// configure a client do, those of a server's author do not.
func mayIgnore(m *mcp.File) bool {
	return m.Kind != mcp.Manifest && m.Kind != mcp.PackageManifest &&
		len(m.Manifests) == 0 && len(m.Packages) == 0 && len(m.Prose) == 0
}

// An onward knows where the lines end that hold nothing but comments.
type onward struct {
	src      *source.File
	comments []tree.CommentText // in order
	known    map[int]int        // by line
}

// region is what a comment covers: its line when something stands before it, the
// next line otherwise, and the whole entry when a server begins on that line.
func (o *onward) region(m *mcp.File, comment source.Span) source.Span {
	number := o.src.Position(comment.Start).Line
	line := o.src.Line(number)
	if blank(o.src.Data[line.Start:comment.Start]) {
		number = o.past(o.src.LineAt(comment.End) + 1)
		if number > o.src.LineCount() {
			return source.Span{}
		}
		line = o.src.Line(number)
	}
	covered := source.Span{Start: line.Start, End: line.End + 1}
	for _, s := range m.Servers {
		start := s.Node.Span.Start
		if s.Node.KeySpan.Len() > 0 {
			start = s.Node.KeySpan.Start
		}
		if line.Start <= start && start <= line.End {
			covered.End = max(covered.End, s.Node.Span.End)
		}
	}
	return covered
}

// past returns the first line from number on that holds more than comments. Comments
// that are stacked have it in common, so it is looked for once.
func (o *onward) past(number int) int {
	first := number
	for number <= o.src.LineCount() && o.onlyComment(number) {
		if end, ok := o.known[number]; ok {
			number = end
			break
		}
		number++
	}
	if o.known == nil {
		o.known = map[int]int{}
	}
	for n := first; n < number; n++ {
		if _, ok := o.known[n]; ok {
			break // and so are those behind it
		}
		o.known[n] = number
	}
	return number
}

func blank(text []byte) bool { return len(bytes.TrimSpace(text)) == 0 }

// onlyComment reports whether nothing but comments stands on a line.
func (o *onward) onlyComment(number int) bool {
	line := o.src.Line(number)
	rest := line
	first := sort.Search(len(o.comments), func(i int) bool { return o.comments[i].Span.End > line.Start })
	for _, c := range o.comments[first:] {
		if c.Span.Start >= line.End {
			break
		}
		if c.Span.Start > rest.Start && !blank(o.src.Data[rest.Start:c.Span.Start]) {
			return false
		}
		rest.Start = min(c.Span.End, rest.End)
	}
	return rest.Start > line.Start && blank(o.src.Data[rest.Start:rest.End])
}
