// Package baseline keeps the findings that a project has decided to live with, so
// that a gate fails on new ones only.
package baseline

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer"
)

// version is that of the file format.
const version = 1

// maxSize bounds what is read.
const maxSize = 64 << 20

// secrets is the family whose findings stay out of baselines unless asked for: a
// secret in a file is not something to live with.
const secrets = "secrets"

// A Baseline is a list of accepted findings. They are recognized by fingerprint;
// the rest of an entry is there for people who review the file.
type Baseline struct {
	Version  int     `json:"version"`
	Findings []Entry `json:"findings"`
}

// An Entry is one accepted finding.
type Entry struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	Path        string `json:"path"` // relative to the repository root
	Server      string `json:"server,omitempty"`
	Tool        string `json:"tool,omitempty"`
}

// Read reads a baseline.
func Read(r io.Reader) (*Baseline, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxSize {
		return nil, errors.New("the baseline is larger than 64 MiB")
	}
	b := &Baseline{}
	if err := json.Unmarshal(data, b); err != nil {
		return nil, fmt.Errorf("not a baseline: %w", err)
	}
	if b.Version != version {
		return nil, fmt.Errorf("version %d of the baseline format is not known, this release reads %d", b.Version, version)
	}
	return b, nil
}

// Of returns the baseline that accepts everything the report shows, findings of
// secrets only when asked to.
func Of(r *analyzer.Report, withSecrets bool) *Baseline {
	b := &Baseline{Version: version, Findings: []Entry{}}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.State == analyzer.Reported && (withSecrets || f.Category != secrets) {
			b.Findings = append(b.Findings, Entry{f.Fingerprint, f.Rule.Name, f.URI, f.Server, f.Tool})
		}
	}
	slices.SortFunc(b.Findings, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(x.Path, y.Path), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	return b
}

// Write writes the baseline, the same for the same findings.
func (b *Baseline) Write(w io.Writer) error {
	data, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(escape(data), '\n'))
	return err
}

// escape writes characters that cannot be seen as \uXXXX: names in a baseline are
// those of strangers, and people review the file.
func escape(data []byte) []byte {
	var out []byte
	for _, r := range string(data) {
		switch {
		case r < 0x7F || unicode.IsPrint(r):
			out = utf8.AppendRune(out, r)
		case r >= 0x10000:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}

// Apply marks the findings of the report that the baseline accepts, and returns
// the entries that are fixed: their file was analyzed, their rule ran, and the
// finding is gone. Findings of secrets are accepted only when asked to.
func (b *Baseline) Apply(r *analyzer.Report, withSecrets bool) (fixed []Entry) {
	accepted := map[string]bool{}
	for _, e := range b.Findings {
		accepted[e.Fingerprint] = true
	}
	found := map[string]bool{}
	for i := range r.Findings {
		f := &r.Findings[i]
		found[f.Fingerprint] = true
		if f.State == analyzer.Reported && accepted[f.Fingerprint] && (withSecrets || f.Category != secrets) {
			f.State = analyzer.Baselined
		}
	}
	ran, analyzed := map[string]bool{}, map[string]bool{}
	for _, rule := range r.Rules {
		ran[rule.Name] = true
	}
	for i := range r.Files {
		analyzed[r.Files[i].URI] = r.Files[i].Status == analyzer.Analyzed
	}
	for _, e := range b.Findings {
		if !found[e.Fingerprint] && ran[e.Rule] && analyzed[e.Path] {
			fixed = append(fixed, e)
		}
	}
	return fixed
}
