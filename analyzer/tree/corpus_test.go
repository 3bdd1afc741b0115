package tree

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// corpus returns a folder of the conformance suites, which are no part of this
// repository: MCPLUMB_CORPUS names where they are.
func corpus(t *testing.T, folder string) string {
	t.Helper()
	root := os.Getenv("MCPLUMB_CORPUS")
	if root == "" {
		t.Skip("set MCPLUMB_CORPUS to a folder of conformance suites to run this test")
	}
	dir := filepath.Join(root, "syntax", folder)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no conformance suite at %s; set MCPLUMB_CORPUS to run this test", dir)
	}
	return dir
}

// accepted reports whether nothing but comments and trailing commas is wrong, and
// that every problem says where it is.
func accepted(t *testing.T, docs []*Document) bool {
	t.Helper()
	ok := true
	for _, d := range docs {
		for _, p := range d.Problems {
			if p.Span.Start < 0 || p.Span.End > len(d.File.Data) || p.Span.Len() <= 0 && len(d.File.Data) > 0 && p.Kind != EmptyFile {
				t.Errorf("%s: problem %q at %v", d.File.Path, p.Message, p.Span)
			}
			switch p.Kind {
			case Comment, TrailingComma, ByteOrderMark, UTF16Encoding:
			case InvalidText: // malformed UTF-8 in a string is the reader's choice
			default:
				ok = false
			}
		}
	}
	return ok
}

func TestJSONSuite(t *testing.T) {
	dir := corpus(t, "json")
	names, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		base := filepath.Base(name)
		f := source.NewFile(base, raw)
		docs := Parse(f, JSON, Limits{})
		checkDocuments(t, docs)
		ok := accepted(t, docs)
		switch base[:2] {
		case "y_":
			if !ok {
				t.Errorf("%s is refused: %v", base, docs[0].Problems)
			}
		case "n_":
			if ok && len(docs[0].Problems) == 0 {
				t.Errorf("%s is accepted: %q", base, raw)
			} else if ok && !onlyComments(docs[0]) {
				t.Errorf("%s is accepted: %q %v", base, raw, docs[0].Problems)
			}
		}
	}
	t.Logf("%d files", len(names))
}

func onlyComments(d *Document) bool {
	for _, p := range d.Problems {
		if p.Kind != Comment && p.Kind != TrailingComma && p.Kind != InvalidText {
			return false
		}
	}
	return true
}
