package reporters

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
)

// GitHub writes findings as workflow commands, which GitHub Actions turns into
// annotations of the changed files. The worst come first: GitHub shows ten of
// each kind in one step.
//
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
func GitHub(w io.Writer, r *analyzer.Report) error {
	b := bufio.NewWriter(w)
	list := reported(r)
	worstFirst(list)
	for _, f := range list {
		fmt.Fprintf(b, "::%s file=%s,line=%d,endLine=%d,", githubLevel(f.Rule.Severity), commandProperty(f.URI), f.Start.Line, f.End.Line)
		if f.Start.Line == f.End.Line { // columns of several lines are refused
			fmt.Fprintf(b, "col=%d,endColumn=%d,", f.Start.Column, f.End.Column)
		}
		text := commandData(f.Message)
		if help := helpLine(f); help != "" {
			text += "%0Ahelp: " + commandData(help)
		}
		fmt.Fprintf(b, "title=%s::%s\n", commandProperty(f.Rule.Severity.String()+" "+f.Rule.Name), text)
	}
	for i := range r.Files {
		if f := &r.Files[i]; f.Status == analyzer.Failed || f.Status == analyzer.Partial {
			fmt.Fprintf(b, "::error file=%s,title=%s::%s\n", commandProperty(cmp.Or(f.URI, f.Path)), commandProperty(string(f.Status)), commandData(f.Reason))
		}
	}
	return b.Flush()
}

func githubLevel(s analyzer.Severity) string {
	switch s {
	case analyzer.Critical, analyzer.High:
		return "error"
	case analyzer.Medium:
		return "warning"
	}
	return "notice"
}

// commandData quotes the text of a workflow command as the runner unquotes it.
func commandData(text string) string {
	return strings.ReplaceAll(visible(text), "%", "%25")
}

// commandProperty quotes the value of a property of a workflow command.
func commandProperty(value string) string {
	return propertyQuoter.Replace(visible(value))
}

var propertyQuoter = strings.NewReplacer("%", "%25", ":", "%3A", ",", "%2C")
