package reporters

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
)

// RuleURI is where the documentation of a rule is read.
func RuleURI(name string) string {
	return InformationURI + "/blob/main/docs/rules.md#" + name
}

// RuleMarkdown is the documentation of a rule without a heading of its own. Level
// is that of the headings in it.
func RuleMarkdown(r analyzer.RuleInfo, level int) string {
	heading := "\n" + strings.Repeat("#", level) + " "
	var b strings.Builder
	b.WriteString(traits(r) + "\n\n")
	b.WriteString(unwrap(r.Why) + "\n")
	b.WriteString(heading + "What to do\n\n" + unwrap(r.Remedy) + "\n")
	if r.Bad.Text != "" {
		b.WriteString(heading + "Example\n\nFlagged, in `" + r.Bad.File + "`:\n\n" + fenced(r.Bad))
		b.WriteString("\nNot flagged, in `" + r.Good.File + "`:\n\n" + fenced(r.Good))
	}
	if refs := references(r); len(refs) > 0 {
		b.WriteString(heading + "References\n\n")
		for _, ref := range refs {
			b.WriteString("- " + ref.markdown() + "\n")
		}
	}
	return b.String()
}

// RulesMarkdown is the reference of all rules, by family and name.
func RulesMarkdown(families []analyzer.Family) string {
	var b strings.Builder
	for _, f := range families {
		rules := familyRules(f)
		if len(rules) == 0 {
			continue
		}
		fmt.Fprintf(&b, "## %s\n\n%s\n\n| rule | severity | what it finds |\n| --- | --- | --- |\n", f.Name, unwrap(f.Doc))
		for _, r := range rules {
			severity := r.Severity.String()
			if r.Pedantic {
				severity += ", pedantic"
			}
			fmt.Fprintf(&b, "| [`%s`](#%s) | %s | %s |\n", r.Name, r.Name, severity, strings.ReplaceAll(r.Summary, "|", `\|`))
		}
		for _, r := range rules {
			fmt.Fprintf(&b, "\n### %s\n\n**%s.** %s", r.Name, sentence(r.Summary), RuleMarkdown(r, 4))
		}
		b.WriteString("\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// RuleText writes the documentation of a rule for the terminal.
func RuleText(w io.Writer, r analyzer.RuleInfo, opt TextOptions) error {
	if opt.Width == 0 {
		opt.Width = 100
	}
	width := min(opt.Width, 100)
	b, p := bufio.NewWriter(w), newPalette(opt.Color)
	fmt.Fprintf(b, "%s: %s\n", p.severity[r.Severity].Sprint(r.Name), p.bold.Sprint(r.Summary))
	fmt.Fprintf(b, "%s\n\n", p.faint.Sprint(traits(r)))
	b.WriteString(wrap(r.Why, width))
	fmt.Fprintf(b, "\n%s\n\n%s", p.bold.Sprint("What to do"), wrap(r.Remedy, width))
	if r.Bad.Text != "" {
		fmt.Fprintf(b, "\n%s, in %s\n\n%s", p.bold.Sprint("Flagged"), r.Bad.File, indented(r.Bad.Text))
		fmt.Fprintf(b, "\n%s, in %s\n\n%s", p.bold.Sprint("Not flagged"), r.Good.File, indented(r.Good.Text))
	}
	if refs := references(r); len(refs) > 0 {
		fmt.Fprintf(b, "\n%s\n\n", p.bold.Sprint("References"))
		for _, ref := range refs {
			fmt.Fprintf(b, "  %s\n", ref.text())
		}
	}
	return b.Flush()
}

// traits is one line: "High severity, medium confidence, secrets, since 0.1.0."
func traits(r analyzer.RuleInfo) string {
	parts := []string{sentence(r.Severity.String()) + " severity", r.Confidence.String() + " confidence"}
	if r.Pedantic {
		parts = append(parts, "only with `--pedantic`")
	}
	if r.Category != "" {
		parts = append(parts, "family "+r.Category)
	}
	if r.Since != "" {
		parts = append(parts, "since "+r.Since)
	}
	return strings.Join(parts, ", ") + "."
}

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func familyRules(f analyzer.Family) []analyzer.RuleInfo {
	var list []analyzer.RuleInfo
	for _, c := range f.Checks {
		for _, r := range c.Rules {
			list = append(list, analyzer.RuleInfo{Rule: r, Category: f.Name})
		}
	}
	sortRules(list)
	return list
}

// A reference is a title, an address, or both.
type reference struct{ title, address string }

func (r reference) markdown() string {
	switch {
	case r.address == "":
		return r.title
	case r.title == "":
		return "<" + r.address + ">"
	}
	return "[" + r.title + "](" + r.address + ")"
}

func (r reference) text() string {
	return strings.TrimSpace(r.title + " " + r.address)
}

func references(r analyzer.RuleInfo) []reference {
	var list []reference
	for _, n := range r.CWE {
		list = append(list, reference{fmt.Sprintf("CWE-%d", n), fmt.Sprintf("https://cwe.mitre.org/data/definitions/%d.html", n)})
	}
	for _, id := range r.OWASP {
		list = append(list, owasp(id))
	}
	for _, id := range slices.Sorted(slices.Values(r.SafeMCP)) {
		list = append(list, reference{title: "SAFE-MCP " + id})
	}
	for _, ref := range r.References {
		if strings.HasPrefix(ref, "https://") || strings.HasPrefix(ref, "http://") {
			list = append(list, reference{address: ref})
		} else {
			list = append(list, reference{ref, advisory(ref)})
		}
	}
	return list
}

// advisory is where an entry of a public list of flaws is read, "" for another text.
func advisory(id string) string {
	switch {
	case strings.ContainsAny(id, " ,"):
	case strings.HasPrefix(id, "CVE-"):
		return "https://www.cve.org/CVERecord?id=" + id
	case strings.HasPrefix(id, "GHSA-"):
		return "https://github.com/advisories/" + id
	case strings.HasPrefix(id, "MAL-"):
		return "https://osv.dev/vulnerability/" + id
	}
	return ""
}

// owasp says which of OWASP's lists an id belongs to.
func owasp(id string) reference {
	switch {
	case strings.HasPrefix(id, "MCP"):
		return reference{"OWASP MCP Top 10, " + id, "https://owasp.org/www-project-mcp-top-10/"}
	case strings.HasPrefix(id, "LLM"):
		return reference{"OWASP Top 10 for LLM Applications, " + id, "https://genai.owasp.org/llm-top-10/"}
	case strings.HasPrefix(id, "ASI"):
		return reference{"OWASP Top 10 for Agentic Applications, " + id, "https://genai.owasp.org/"}
	}
	return reference{title: "OWASP " + id}
}

// fenced is an example as a code block that nothing in it can close.
func fenced(e analyzer.Example) string {
	fence := "```"
	for strings.Contains(e.Text, fence) {
		fence += "`"
	}
	language := strings.TrimPrefix(path.Ext(e.File), ".")
	if language == "md" {
		language = "markdown"
	}
	return fence + language + "\n" + strings.TrimRight(e.Text, "\n") + "\n" + fence + "\n"
}

func indented(text string) string {
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		for i, c := range cells(line, "    ") {
			if i == 0 {
				b.WriteString("    ")
			}
			b.WriteString(c.text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// blocks cuts Markdown into paragraphs, list items and code blocks; only the last
// keep their lines.
func blocks(markdown string) []string {
	var list []string
	fence, open := "", false // inside a code block; the last block still grows
	for _, line := range strings.Split(strings.Trim(markdown, "\n"), "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case fence != "":
			list[len(list)-1] += "\n" + line
			if strings.HasPrefix(trimmed, fence) {
				fence, open = "", false
			}
		case strings.HasPrefix(trimmed, "```"):
			list, fence = append(list, line), "```"
		case trimmed == "":
			open = false
		case open && !listItem(trimmed):
			list[len(list)-1] += " " + trimmed
		default:
			list, open = append(list, trimmed), true
		}
	}
	return list
}

func listItem(line string) bool {
	if strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ") {
		return true
	}
	number := strings.TrimLeft(line, "0123456789")
	return number != line && strings.HasPrefix(number, ". ")
}

// unwrap puts every paragraph on one line: GitHub draws a line end in a rule's
// help as a hard break.
func unwrap(markdown string) string {
	var b strings.Builder
	list := blocks(markdown)
	for i, block := range list {
		if i > 0 {
			b.WriteByte('\n')
			if !listItem(block) || !listItem(list[i-1]) {
				b.WriteByte('\n')
			}
		}
		b.WriteString(block)
	}
	return b.String()
}

// wrap sets Markdown for a terminal of that width. Code spans keep their
// backquotes, links show their address.
func wrap(markdown string, width int) string {
	var b strings.Builder
	list := blocks(markdown)
	for i, block := range list {
		if i > 0 && (!listItem(block) || !listItem(list[i-1])) {
			b.WriteByte('\n')
		}
		if strings.HasPrefix(block, "```") {
			lines := strings.Split(block, "\n")
			b.WriteString(indented(strings.Join(lines[1:len(lines)-1], "\n")))
			continue
		}
		hang := ""
		if listItem(block) {
			hang = strings.Repeat(" ", strings.IndexByte(block, ' ')+1)
		}
		at := 0
		for _, word := range strings.Fields(links().ReplaceAllString(block, "$1 <$2>")) {
			n := columns(word)
			switch {
			case at == 0:
			case at+1+n > width:
				b.WriteString("\n" + hang)
				at = len(hang)
			default:
				b.WriteByte(' ')
				at++
			}
			b.WriteString(word)
			at += n
		}
		b.WriteByte('\n')
	}
	return b.String()
}

var links = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[([^\]]*)\]\(([^)\s]*)\)`)
})

// plain is Markdown as text on one line, for places that show no Markdown.
func plain(markdown string) string {
	return strings.ReplaceAll(codeless(markdown), "`", "")
}

// codeless is Markdown as text on one line whose code keeps its backquotes.
func codeless(markdown string) string {
	text := links().ReplaceAllString(markdown, "$1")
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "**", "")), " ")
}
