package mcp_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

func TestManyServers(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"mcpServers": {"first": {"command": "x"}`)
	for i := range 20_000 {
		fmt.Fprintf(&b, `, "s%d": {"command": "x"}`, i)
	}
	b.WriteString("}}")
	file := source.NewFile("mcp.json", []byte(b.String()))
	docs := tree.Parse(file, tree.JSON, tree.Limits{})
	m := mcp.Read(file, docs, mcp.Options{})
	if len(m.Servers) != 10_000 || !docs[0].Lost() || len(docs[0].Problems) != 1 {
		t.Errorf("%d servers, problems %v", len(m.Servers), docs[0].Problems)
	}
}
