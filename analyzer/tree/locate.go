package tree

import "github.com/mcplumb/mcplumb/analyzer/source"

// Locate returns the source bytes behind start:end of the decoded value of the
// scalar written at token.
func (d *Document) Locate(token source.Span, start, end int) source.Span {
	return token
}
