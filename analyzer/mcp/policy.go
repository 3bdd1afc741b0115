package mcp

import "github.com/mcplumb/mcplumb/analyzer/tree"

// settings returns the approval, trust and sandbox settings of a document that
// stand outside server entries.
func settings(doc *tree.Document, client string) []*Setting {
	return nil
}
