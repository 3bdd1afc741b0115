package reporters

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
)

// GitHub refuses summaries of more than a megabyte: findings and notices that are
// listed, and characters of each.
const (
	maxRows    = 200
	maxNotices = 20
	maxText    = 500
)

// Markdown writes a summary for a job page or a comment, the worst findings first.
func Markdown(w io.Writer, r *analyzer.Report) error {
	b := bufio.NewWriter(w)
	n := count(r)
	list := reported(r)
	worstFirst(list)
	fmt.Fprintf(b, "### %s: %s\n", ToolName, n.outcome())
	if len(list) > 0 {
		b.WriteString("\n| severity | rule | finding | place |\n| --- | --- | --- | --- |\n")
	}
	for i, f := range list {
		if i == maxRows {
			fmt.Fprintf(b, "\n%d more findings are not listed.\n", len(list)-maxRows)
			break
		}
		fmt.Fprintf(b, "| %s | [%s](%s) | %s | %s |\n", f.Rule.Severity, f.Rule.Name, RuleURI(f.Rule.Name),
			markdownText(f.Message), markdownCode(fmt.Sprintf("%s:%d:%d", f.Path, f.Start.Line, f.Start.Column)))
	}
	fmt.Fprintf(b, "\n%s", n.coverage())
	if h := n.hidden(); h != "" {
		fmt.Fprintf(b, "; not shown: %s", h)
	}
	b.WriteByte('\n')
	incomplete(b, r)
	for _, notice := range r.Notices[:min(len(r.Notices), maxNotices)] {
		fmt.Fprintf(b, "\n> %s\n", markdownText(notice))
	}
	return b.Flush()
}

// incomplete lists the files that were not read to their end.
func incomplete(b *bufio.Writer, r *analyzer.Report) {
	listed := 0
	for i := range r.Files {
		f := &r.Files[i]
		if f.Status != analyzer.Failed && f.Status != analyzer.Partial {
			continue
		}
		if listed++; listed > maxNotices {
			b.WriteString("- and more\n")
			return
		}
		if listed == 1 {
			b.WriteString("\n**Not read completely:**\n\n")
		}
		fmt.Fprintf(b, "- %s (%s): %s\n", markdownCode(f.Path), f.Status, markdownText(f.Reason))
	}
}

// markdownText is text in which nothing is markup: no HTML, link, image, code,
// mention, emphasis or table cell of a stranger's making.
func markdownText(text string) string {
	return markdownQuoter.Replace(shorten(visible(text), maxText))
}

var markdownQuoter = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "!", `\!`, "|", `\|`, "~", `\~`, "#", `\#`, "$", `\$`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "@", "@<!-- -->", "://", "&#58;//", "www.", "www&#46;",
)

// markdownCode is text as code. A table cell ends at a pipe even inside of it.
func markdownCode(text string) string {
	return "<code>" + markdownText(text) + "</code>"
}
