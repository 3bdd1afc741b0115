package reporters

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// JSONVersion is the version of the JSON output. It changes only when a field is
// removed, renamed or changes its meaning; fields are added without.
const JSONVersion = 1

// JSON writes the whole report as one object, for programs. The format is
// described in docs/schema/report-v1.json. Characters that act on a terminal are
// escaped, so that the output can be looked at too.
func JSON(w io.Writer, r *analyzer.Report) error {
	n := count(r)
	out := jsonReport{
		Version: JSONVersion,
		Tool:    jsonTool{ToolName, r.Version, r.Data},
		Summary: jsonSummary{
			Files: n.Files, Skipped: n.Skipped, Servers: n.Servers, Tools: n.Tools,
			Findings: n.Findings, Ignored: n.Ignored, Baselined: n.Baselined,
			BySeverity: jsonSeverities{
				Critical: n.BySeverity[analyzer.Critical], High: n.BySeverity[analyzer.High],
				Medium: n.BySeverity[analyzer.Medium], Low: n.BySeverity[analyzer.Low], Info: n.BySeverity[analyzer.Info],
			},
		},
		Files:    make([]jsonFile, len(r.Files)),
		Findings: make([]jsonFinding, len(r.Findings)),
		Notices:  append([]string{}, r.Notices...),
	}
	for i, f := range r.Files {
		out.Files[i] = jsonFile{f.Path, f.Kind.String(), f.Client, f.Format, f.Servers, f.Tools, string(f.Status), f.Reason}
	}
	for i := range r.Findings {
		out.Findings[i] = newJSONFinding(&r.Findings[i])
	}
	return writeJSON(w, out)
}

type jsonReport struct {
	Version  int           `json:"version"`
	Tool     jsonTool      `json:"tool"`
	Summary  jsonSummary   `json:"summary"`
	Files    []jsonFile    `json:"files"`
	Findings []jsonFinding `json:"findings"`
	Notices  []string      `json:"notices"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Data    string `json:"data"`
}

type jsonSummary struct {
	Files      int            `json:"files"`
	Skipped    int            `json:"skipped"`
	Servers    int            `json:"servers"`
	Tools      int            `json:"tools"`
	Findings   int            `json:"findings"`
	Ignored    int            `json:"ignored"`
	Baselined  int            `json:"baselined"`
	BySeverity jsonSeverities `json:"by_severity"`
}

type jsonSeverities struct {
	Critical int `json:"critical,omitempty"`
	High     int `json:"high,omitempty"`
	Medium   int `json:"medium,omitempty"`
	Low      int `json:"low,omitempty"`
	Info     int `json:"info,omitempty"`
}

type jsonFile struct {
	Path    string `json:"path"`
	Kind    string `json:"kind"`
	Client  string `json:"client"`
	Format  string `json:"format"`
	Servers int    `json:"servers"`
	Tools   int    `json:"tools"`
	Status  string `json:"status"`
	Reason  string `json:"reason"`
}

type jsonFinding struct {
	Rule        string       `json:"rule"`
	Category    string       `json:"category"`
	Severity    string       `json:"severity"`
	Confidence  string       `json:"confidence"`
	State       string       `json:"state"`
	Message     string       `json:"message"`
	Path        string       `json:"path"`
	Document    int          `json:"document"`
	Pointer     string       `json:"pointer"`
	Server      string       `json:"server"`
	Tool        string       `json:"tool"`
	Start       jsonPosition `json:"start"`
	End         jsonPosition `json:"end"`
	Evidence    []jsonQuote  `json:"evidence"`
	Related     []jsonQuote  `json:"related"`
	Fingerprint string       `json:"fingerprint"`
}

type jsonPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Offset int `json:"offset"`
}

type jsonQuote struct {
	Path  string       `json:"path,omitempty"`
	Text  string       `json:"text"`
	Note  string       `json:"note,omitempty"`
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
}

func newJSONFinding(f *analyzer.Finding) jsonFinding {
	return jsonFinding{
		Rule: f.Rule.Name, Category: f.Category, Severity: f.Rule.Severity.String(), Confidence: f.Confidence.String(),
		State: f.State.String(), Message: f.Message, Path: f.Path, Document: f.Document, Pointer: f.Pointer,
		Server: f.Server, Tool: f.Tool, Start: newJSONPosition(f.Start), End: newJSONPosition(f.End),
		Evidence: newJSONQuotes(f.Evidence), Related: newJSONQuotes(f.Related), Fingerprint: f.Fingerprint,
	}
}

func newJSONPosition(p source.Position) jsonPosition {
	return jsonPosition{p.Line, p.Column, p.Offset}
}

func newJSONQuotes(quotes []analyzer.Quote) []jsonQuote {
	out := make([]jsonQuote, len(quotes))
	for i, q := range quotes {
		out[i] = jsonQuote{q.Path, q.Text, q.Note, newJSONPosition(q.Start), newJSONPosition(q.End)}
	}
	return out
}

// writeJSON writes a value indented and with a final line end. Beyond what JSON
// asks for, characters that cannot be seen or that act on a terminal are escaped, and
// so is what a build server that shows the output would take for an order.
func writeJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(escapeJSON(b.Bytes()))
	return err
}

// maxCommand is more than the name of any such order takes, in bytes.
const maxCommand = 64

// escapeJSON writes hidden characters and the first sign of orders to build servers
// as \uXXXX. They only occur inside strings.
func escapeJSON(data []byte) []byte {
	var out []byte // nil until something had to change
	start := 0
	for i := 0; i < len(data); {
		if data[i] < 0x7F && data[i] != '#' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == '#' && logCommand(string(data[i+1:min(len(data), i+1+maxCommand)])) || r != '#' && hidden(r) {
			out = append(out, data[start:i]...)
			if r >= 0x10000 {
				out = fmt.Appendf(out, `\u%04x\u%04x`, 0xD800+(r-0x10000)>>10, 0xDC00+(r-0x10000)&0x3FF)
			} else {
				out = fmt.Appendf(out, `\u%04x`, r)
			}
			start = i + size
		}
		i += size
	}
	if out == nil {
		return data
	}
	return append(out, data[start:]...)
}
