package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/reporters"
)

// output is one report: a format and where it goes.
type output struct {
	format   string
	file     string // "-" is standard output
	category string
}

// pairOutputs joins formats and files by their order.
func pairOutputs(formats, files []string, category string) ([]output, error) {
	if len(formats) == 0 {
		formats = []string{"text"}
	}
	if len(files) > len(formats) {
		return nil, usagef("--output %q has no --format of its own", files[len(files)-1])
	}
	var outputs []output
	toStdout := 0
	for i, format := range formats {
		switch format {
		case "text", "json", "sarif", "markdown", "github":
		default:
			return nil, usagef("--format is one of text, json, sarif, markdown, github, not %q", format)
		}
		o := output{format: format, file: "-", category: category}
		if i < len(files) {
			o.file = files[i]
		}
		if o.file == "-" {
			toStdout++
		}
		outputs = append(outputs, o)
	}
	if toStdout > 1 {
		return nil, usagef("only one report can go to standard output; give the others an --output")
	}
	return outputs, nil
}

// write writes every report that was asked for.
func write(streams Streams, p plan, report *analyzer.Report) error {
	for _, o := range p.outputs {
		if o.file == "-" {
			out := bufio.NewWriter(streams.Out)
			if err := render(out, o, reporters.TextOptions{Color: p.color.on(streams), Width: terminalWidth(streams.Out), All: p.all}, report); err != nil {
				return err
			}
			if err := out.Flush(); err != nil {
				return fmt.Errorf("write report: %w", err)
			}
			continue
		}
		if err := writeFile(o, reporters.TextOptions{Color: p.color == colorAlways, All: p.all}, report); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(o output, text reporters.TextOptions, report *analyzer.Report) error {
	file, err := os.Create(o.file)
	if err != nil {
		return usagef("--output: %w", err)
	}
	out := bufio.NewWriter(file)
	err = render(out, o, text, report)
	if flush := out.Flush(); err == nil {
		err = flush
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

func render(w io.Writer, o output, text reporters.TextOptions, report *analyzer.Report) error {
	switch o.format {
	case "json":
		return reporters.JSON(w, report)
	case "sarif":
		return reporters.SARIF(w, report, reporters.SARIFOptions{Category: o.category})
	case "markdown":
		return reporters.Markdown(w, report)
	case "github":
		return reporters.GitHub(w, report)
	}
	return reporters.Text(w, report, text)
}

// colorMode is when text is coloured.
type colorMode string

const (
	colorAuto   colorMode = "auto"
	colorAlways colorMode = "always"
	colorNever  colorMode = "never"
)

func parseColor(name string) (colorMode, error) {
	switch mode := colorMode(name); mode {
	case colorAuto, colorAlways, colorNever:
		return mode, nil
	}
	return "", usagef("--color is one of auto, always, never, not %q", name)
}

// on decides about colour: the flag, then NO_COLOR, then FORCE_COLOR, then
// whether standard output is a terminal.
func (m colorMode) on(streams Streams) bool {
	switch {
	case m != colorAuto:
		return m == colorAlways
	case streams.Env("NO_COLOR") != "":
		return false
	case streams.Env("FORCE_COLOR") != "":
		return true
	}
	return isTerminal(streams.Out) && streams.Env("TERM") != "dumb"
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
