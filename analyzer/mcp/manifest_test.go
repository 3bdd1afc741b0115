package mcp_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// read parses and understands a file that the user named.
func read(name, text string) *mcp.File {
	file := source.NewFile(name, []byte(text))
	return mcp.Read(file, tree.Parse(file, tree.Detect(name, file.Data), tree.Limits{}), mcp.Options{Named: true})
}

// TestListingForms reads the same tool out of every wrapping that dumps have.
func TestListingForms(t *testing.T) {
	const tool = `{"name": "add", "description": "Add two numbers.", "inputSchema": {"type": "object", "properties": {"a": {"type": "number", "description": "First."}}}}`
	for name, text := range map[string]string{
		"result":            `{"tools": [` + tool + `]}`,
		"array":             `[` + tool + `]`,
		"single tool":       tool,
		"envelope":          `{"jsonrpc": "2.0", "id": 1, "result": {"tools": [` + tool + `]}}`,
		"envelopes":         `[{"jsonrpc": "2.0", "id": 1, "result": {"tools": [` + tool + `]}}]`,
		"ndjson":            `{"jsonrpc": "2.0", "id": 0, "result": {"protocolVersion": "2025-06-18", "capabilities": {}, "serverInfo": {"name": "m", "version": "1"}}}` + "\n" + `{"jsonrpc": "2.0", "id": 1, "result": {"tools": [` + tool + `]}}` + "\n",
		"keyed by server":   `{"math": {"tools": [` + tool + `]}, "other": {"tools": []}}`,
		"keyed with config": `{"math": {"config": {"command": "math"}, "tools": [` + tool + `]}}`,
		"scan dump":         `{"/home/u/.cursor/mcp.json": {"client": "cursor", "path": "x", "servers": [{"name": "math", "server": {"command": "math"}, "signature": {"metadata": null, "prompts": [], "tools": [` + tool + `]}}]}}`,
		"inspector":         `{"result": {"tools": [` + tool + `]}}`,
		"snake case":        `{"tools": [` + strings.Replace(tool, "inputSchema", "input_schema", 1) + `]}`,
		"function wrapper":  `{"tools": [{"type": "function", "name": "w", "function": ` + tool + `}], "instructions": ""}`,
	} {
		t.Run(name, func(t *testing.T) {
			f := read("dump.json", text)
			var names []string
			for tool := range f.Tools {
				names = append(names, tool.Name.Value)
			}
			if !slices.Equal(names, []string{"add"}) {
				t.Fatalf("tools %q, want add; kind %s", names, f.Kind)
			}
			if f.Kind != mcp.Manifest && f.Kind != mcp.ClientConfig {
				t.Errorf("kind %s", f.Kind)
			}
			for tool := range f.Tools {
				for _, text := range tool.Listing.Texts {
					at := string(f.Source.Data[text.Span.Start:text.Span.End])
					if at != `"`+text.Value+`"` {
						t.Errorf("%s %q stands at %s", text.Role, text.Value, at)
					}
				}
			}
		})
	}
}

// TestHandshake reads the instructions of both protocol generations, and the
// listing of a page knows that it is one.
func TestHandshake(t *testing.T) {
	old := read("x.json", `{"protocolVersion": "2025-06-18", "capabilities": {}, "serverInfo": {"name": "s", "version": "1"}, "instructions": "Ask first."}`)
	discover := read("x.json", `{"resultType": "complete", "supportedVersions": ["2026-07-28"], "capabilities": {}, "instructions": "Ask first.", "_meta": {"io.modelcontextprotocol/serverInfo": {"name": "s", "version": "1"}}}`)
	for _, f := range []*mcp.File{old, discover} {
		if len(f.Manifests) != 1 || f.Manifests[0].Instructions.Value != "Ask first." || f.Manifests[0].Server.Value != "s" {
			t.Errorf("%+v", f.Manifests)
		}
	}
	if page := read("x.json", `{"tools": [{"name": "a", "description": "b"}], "nextCursor": "2"}`); !page.Manifests[0].Partial {
		t.Error("a page with a cursor is partial")
	}
}

// TestTextRoles finds every position of a tool that a model reads.
func TestTextRoles(t *testing.T) {
	f := read("tools.json", `{"tools": [{"name": "n", "title": "t", "description": "d", "annotations": {"title": "at", "note": "an"},
	  "inputSchema": {"type": "object", "description": "sd", "$comment": "c", "required": ["p"], "x-order": "unknown",
	    "properties": {"p": {"type": "string", "title": "pt", "description": "pd", "enum": ["e"], "default": "df", "const": "co", "examples": ["ex"], "pattern": "^a$"},
	      "q": {"type": "array", "items": {"anyOf": [{"type": "string", "description": "deep"}]}}},
	    "$defs": {"r": {"description": "rd"}}},
	  "outputSchema": {"type": "object", "properties": {"o": {"type": "string", "description": "od"}}},
	  "_meta": {"k": "meta"}}]}`)
	var got []string
	for _, text := range f.Manifests[0].Texts {
		got = append(got, text.Role.String()+" "+text.Value+" "+text.Parameter)
	}
	for _, want := range []string{
		"name n ", "title t ", "description d ", "title at ", "annotation an ", "description sd ", "schema comment c ",
		"required entry p ", "unknown schema keyword unknown ", "parameter name p p", "parameter title pt p", "parameter description pd p",
		"enum value e p", "default df p", "const co p", "example ex p", "pattern ^a$ p", "parameter name q q", "parameter description deep q",
		"parameter description rd r", "parameter name o o", "output schema od o", "metadata meta _meta",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is missing from\n%s", want, strings.Join(got, "\n"))
		}
	}
}

// TestNoConfig leaves alone what only looks like a config or manifest.
func TestNoConfig(t *testing.T) {
	for name, text := range map[string]string{
		"mcp.json":          `{"title": "MCP servers", "add": "Add server", "servers": "Servers", "mcp": {"hint": "Choose a server"}}`,
		"locales/mcp.json":  `{"mcp": {"servers": {"title": "Servers", "empty": "None yet"}}}`,
		"package.json":      `{"name": "x", "scripts": {"start": "node x.js"}, "mcp": {"name": "x"}}`,
		"tasks.json":        `{"version": "2.0.0", "tasks": [{"label": "build", "command": "make", "args": ["all"]}]}`,
		"compose.json":      `{"services": {"db": {"image": "postgres:16", "environment": {"A": "b"}}}}`,
		"openapi-like.json": `{"servers": [{"url": "https://api.orchard.example"}], "paths": {}}`,
		"tools.json":        `{"tools": ["hammer", "saw"]}`,
		"schema.json":       `{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"mcpServers": {"type": "object", "additionalProperties": {"properties": {"command": {"type": "string"}}}}}}`,
	} {
		if f := read(name, text); f.Kind == mcp.ClientConfig || f.Kind == mcp.Manifest {
			t.Errorf("%s is taken for a %s with %d servers", name, f.Kind, len(f.Servers))
		}
	}
}
