package analyzer

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// masker knows every secret of a file, whatever rules are on, and takes them out
// of whatever is about to leave it.
type masker struct {
	spans  []source.Span
	values *strings.Replacer
}

func newMasker(m *mcp.File) *masker {
	return &masker{values: strings.NewReplacer()}
}

func (k *masker) text(s string) string { return k.values.Replace(s) }

func (k *masker) quote(s string) string { return k.values.Replace(s) }

func (k *masker) touches(span source.Span) bool {
	for _, s := range k.spans {
		if s.Overlaps(span) {
			return true
		}
	}
	return false
}

func (k *masker) line(data []byte, span source.Span) string {
	return string(data[span.Start:span.End])
}
