package mcp

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// toolOf reads a listing of one tool with this input schema.
func toolOf(t testing.TB, name, schema string) *Tool {
	t.Helper()
	file := source.NewFile("tools.json", []byte(`{"tools": [{"name": "`+name+`", "description": "d", "inputSchema": `+schema+`}]}`))
	m := Read(file, tree.Parse(file, tree.JSON, tree.Limits{}), Options{Named: true})
	if len(m.Manifests) != 1 || len(m.Manifests[0].Tools) != 1 {
		t.Fatalf("no tool in %s", schema)
	}
	return m.Manifests[0].Tools[0]
}

func declared(ps *Parameters) string {
	var b strings.Builder
	for _, p := range ps.List {
		fmt.Fprintf(&b, "%s:%s ", p.Path, p.Type)
	}
	return strings.TrimSpace(b.String())
}

func TestParameters(t *testing.T) {
	tests := []struct{ name, schema, want string }{
		{"properties", `{"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "object", "properties": {"c": {"type": "integer"}}}}}`, "a:string b:object b.c:integer"},
		{"items", `{"properties": {"urls": {"type": "array", "items": {"type": "string"}}}}`, "urls:array urls[]:string"},
		{"tuples", `{"properties": {"pair": {"prefixItems": [{"type": "string"}, {"type": "object", "properties": {"x": {}}}]}}}`, "pair: pair[]:string pair[].x:"},
		{"nullable", `{"properties": {"a": {"anyOf": [{"type": "null"}, {"type": "string"}]}, "b": {"type": ["null", "string"]}}}`, "a:string b:string"},
		{"composition", `{"allOf": [{"properties": {"a": {"type": "string"}}}], "oneOf": [{"properties": {"b": {"type": "string"}}}, {"properties": {"c": {"type": "string"}}}]}`, "a:string b:string c:string"},
		{"conditions", `{"if": {"properties": {"k": {"const": "x"}}}, "then": {"properties": {"a": {"type": "string"}}}, "else": {"properties": {"b": {"type": "string"}}}, "not": {"properties": {"n": {}}}}`, "k: a:string b:string n:"},
		{"references", `{"properties": {"a": {"$ref": "#/$defs/A"}, "b": {"$ref": "#/definitions/with~1slash"}, "c": {"$ref": "#named"}}, "$defs": {"A": {"type": "string"}, "N": {"$anchor": "named", "type": "number"}}, "definitions": {"with/slash": {"type": "object", "properties": {"d": {"type": "string"}}}}}`, "a:string b:object b.d:string c:number"},
		{"circle", `{"properties": {"node": {"$ref": "#/$defs/Node"}}, "$defs": {"Node": {"type": "object", "properties": {"name": {"type": "string"}, "next": {"$ref": "#/$defs/Node"}}}}}`, "node:object node.name:string node.next:object"},
		{"self", `{"$ref": "#", "properties": {"a": {"$ref": "#/properties/a"}}}`, "a:"},
		{"open maps", `{"properties": {"headers": {"type": "object", "additionalProperties": {"type": "string"}}, "m": {"patternProperties": {"^x-": {"type": "string"}}}}}`, "headers:object headers.*:string m: m.*:string"},
		{"dependent", `{"dependentSchemas": {"a": {"properties": {"b": {"type": "string"}}}}}`, "b:string"},
		{"booleans", `{"properties": {"a": true, "b": false}}`, "a:"},
		{"variants of one path", `{"oneOf": [{"properties": {"url": {"type": "string"}}}, {"properties": {"url": {"const": "x"}}}]}`, "url:string"},
		{"no object", `{"type": "object"}`, ""},
		{"broken", `{"properties": ["a"], "items": 3, "allOf": {"x": 1}, "$ref": 7}`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ps := toolOf(t, "x", test.schema).Parameters()
			if got := declared(ps); got != test.want || ps.Cut != "" {
				t.Errorf("got %q cut %q, want %q", got, ps.Cut, test.want)
			}
		})
	}
}

func one(t *testing.T, schema string) *Parameter {
	t.Helper()
	return toolOf(t, "x", `{"properties": {"p": `+schema+`}, "$defs": {"Url": {"type": "string", "format": "uri"}, "Fixed": {"type": "string", "pattern": "^https://a\\.dev/"}}}`).Parameters().List[0]
}

func TestConstraintStrength(t *testing.T) {
	tests := []struct {
		schema                   string
		free, fixesHost, bounded bool
	}{
		{`{"type": "string"}`, true, false, false},
		{`{}`, true, false, false},
		{`{"type": "string", "format": "uri"}`, true, false, false},
		{`{"type": "string", "pattern": ".*"}`, true, false, false},
		{`{"type": "string", "pattern": "^https?://"}`, true, false, false},
		{`{"type": "string", "pattern": "^https://a\\.dev/"}`, true, true, false},
		{`{"type": "string", "pattern": "^https://a\\.dev/", "maxLength": 80}`, true, true, true},
		{`{"type": "string", "enum": ["a", "b"]}`, false, true, true},
		{`{"const": "a"}`, false, true, true},
		{`{"type": "boolean"}`, false, true, true},
		{`{"type": ["string", "null"]}`, true, false, false},
		{`{"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "null"}]}`, false, true, true},
		{`{"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "string"}]}`, true, false, false},
		{`{"anyOf": [{"type": "string", "pattern": "^https://a\\.dev/"}, {"type": "string", "pattern": "^https://b\\.dev/"}]}`, true, true, false},
		{`{"allOf": [{"type": "string"}, {"pattern": "^https://a\\.dev/"}]}`, true, true, false},
		{`{"$ref": "#/$defs/Url", "pattern": "^https://a\\.dev/"}`, true, true, false},
		{`{"$ref": "#/$defs/Fixed", "description": "d"}`, true, true, false},
		{`{"$ref": "#/$defs/Url"}`, true, false, false},
		{`{"type": "object", "properties": {}}`, false, true, true},
		{`{"type": "string", "pattern": "(?P<x>"}`, true, false, false},
		{`{"type": "string", "format": "uuid"}`, true, false, true},
	}
	for _, test := range tests {
		p := one(t, test.schema)
		if p.Free() != test.free || p.FixesHost() != test.fixesHost || p.Bounded() != test.bounded {
			t.Errorf("%s: free %v fixes host %v bounded %v, want %v %v %v", test.schema, p.Free(), p.FixesHost(), p.Bounded(), test.free, test.fixesHost, test.bounded)
		}
	}
}

func TestWeakestVariantCounts(t *testing.T) {
	tool := toolOf(t, "x", `{"oneOf": [{"properties": {"url": {"type": "string", "pattern": "^https://a\\.dev/"}}}, {"properties": {"url": {"type": "string"}}}]}`)
	if p := tool.Parameters().List[0]; p.FixesHost() {
		t.Error("a free variant is hidden by a fixed one")
	}
	tool = toolOf(t, "x", `{"properties": {"url": {"type": "string"}}, "allOf": [{"properties": {"url": {"pattern": "^https://a\\.dev/"}}}]}`)
	if p := tool.Parameters().List[0]; !p.FixesHost() {
		t.Error("a constraint in allOf is not seen")
	}
}

func TestSubject(t *testing.T) {
	type param struct{ tool, name, rest string }
	for p, want := range map[param]Subject{
		{"get_feed", "url", ``}:                     SubjectURL,
		{"get_feed", "feedURL", ``}:                 SubjectURL,
		{"get_feed", "source_uri", ``}:              SubjectURL,
		{"get_feed", "url_override", ``}:            SubjectURL,
		{"get_feed", "target", `, "format": "uri"`}: SubjectURL,
		{"get_feed", "webhook", ``}:                 SubjectURL,
		{"get_feed", "origin", `, "description": "Absolute URL of the feed server"`}: SubjectURL,
		{"get_feed", "apiEndpoint", ``}:                                              SubjectURL,
		{"get_feed", "page", `, "description": "The URL of the page to read"`}:       SubjectURL,
		{"get_feed", "url_count", ``}:                                                SubjectOther,
		{"get_feed", "curlOptions", ``}:                                              SubjectOther,
		{"get_feed", "urlPattern", ``}:                                               SubjectOther,
		{"get_feed", "callback_url_type", ``}:                                        SubjectOther,
		{"get_feed", "endpoint", `, "description": "Name of the endpoint to call"`}:  SubjectOther,
		{"plan_trip", "origin", `, "description": "Where the trip begins"`}:          SubjectOther,
		{"get_feed", "link_type", ``}:                                                SubjectOther,
		{"get_feed", "url", `, "description": "Filter by URL substring"`}:            SubjectOther,
		{"run_query", "hostname", ``}:                                                SubjectHost,
		{"run_query", "db_host", ``}:                                                 SubjectHost,
		{"run_query", "hostname_label", ``}:                                          SubjectOther,
		{"run_query", "ghost", ``}:                                                   SubjectOther,
		{"run_query", "server", `, "description": "Hostname of the database"`}:       SubjectHost,
		{"run_query", "server", `, "description": "Name of the MCP server"`}:         SubjectOther,
		{"ping", "ip", ``}:                                                           SubjectHost,
		{"ban_user", "ip", ``}:                                                       SubjectOther,
		{"read_file", "path", ``}:                                                    SubjectPath,
		{"convert", "outputDir", ``}:                                                 SubjectPath,
		{"move_file", "destination", ``}:                                             SubjectPath,
		{"convert", "privateKeyPath", ``}:                                            SubjectPath,
		{"convert", "projectRoot", ``}:                                               SubjectPath,
		{"get_state", "path", `, "description": "Dotted path into the state"`}:       SubjectOther,
		{"get_route", "api_path", ``}:                                                SubjectOther,
		{"convert", "pathfinder", ``}:                                                SubjectOther,
		{"convert", "file_id", ``}:                                                   SubjectOther,
		{"convert", "profile", ``}:                                                   SubjectOther,
		{"get_repo_content", "path", ``}:                                             SubjectOther,
		{"plan_trip", "destination", `, "description": "City to travel to"`}:         SubjectOther,
	} {
		tool := toolOf(t, p.tool, `{"properties": {"`+p.name+`": {"type": "string"`+p.rest+`}}}`)
		if got := tool.Parameters().List[0].Subject(); got != want {
			t.Errorf("%s of %s (%s) is %d, want %d", p.name, p.tool, p.rest, got, want)
		}
	}
}

// TestHostileSchemas holds schemas that are large, deep or circular against the
// budgets.
func TestHostileSchemas(t *testing.T) {
	var wide, deep, chain, fan strings.Builder
	wide.WriteString(`{"properties": {`)
	for i := range 10_000 {
		fmt.Fprintf(&wide, `"p%d": {"type": "string", "pattern": "^https://a\\.dev/"},`, i)
	}
	wide.WriteString(`"last": {}}}`)
	for range 500 {
		deep.WriteString(`{"properties": {"a": `)
	}
	deep.WriteString(`{}` + strings.Repeat("}}", 500))
	chain.WriteString(`{"properties": {"a": {"$ref": "#/$defs/d0"}}, "$defs": {`)
	fan.WriteString(`{"properties": {"a": {"$ref": "#/$defs/d0"}}, "$defs": {`)
	for i := range 500 {
		fmt.Fprintf(&chain, `"d%d": {"properties": {"a": {"$ref": "#/$defs/d%d"}}},`, i, i+1)
		fmt.Fprintf(&fan, `"d%d": {"anyOf": [{"$ref": "#/$defs/d%d"}, {"$ref": "#/$defs/d%d"}, {"properties": {"x%d": {"$ref": "#/$defs/d%d"}}}]},`, i, i+1, i+1, i, i+1)
	}
	chain.WriteString(`"d500": {}}}`)
	fan.WriteString(`"d500": {}}}`)
	variants := `{"properties": {"a": {"anyOf": [` + strings.Repeat(`{"anyOf": [{"type": "string"}, {"type": "string"}]},`, 100) + `{}]}}}`

	for _, test := range []struct{ name, schema, cut string }{
		{"wide", wide.String(), ""},
		{"deep", deep.String(), ""}, // the parser stops before the walk does
		{"chain", chain.String(), "deeper than 64"},
		{"fan", fan.String(), "alternatives"},
		{"variants", variants, "alternatives"},
		{"circles", `{"properties": {"a": {"$ref": "#/$defs/A"}}, "$defs": {"A": {"anyOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]}, "B": {"allOf": [{"$ref": "#/$defs/A"}, {"properties": {"b": {"$ref": "#/$defs/B"}}}]}}}`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			tool := toolOf(t, "x", test.schema)
			began := time.Now()
			ps := tool.Parameters()
			for _, p := range ps.List {
				p.Free()
				p.FixesHost()
				p.Subject()
			}
			if took := time.Since(began); took > 10*time.Second { // milliseconds on an idle machine
				t.Errorf("took %v", took)
			}
			if !strings.Contains(ps.Cut, test.cut) || test.cut == "" && ps.Cut != "" {
				t.Errorf("cut is %q, want %q", ps.Cut, test.cut)
			}
		})
	}
}

func BenchmarkParametersWide(b *testing.B) {
	var wide strings.Builder
	wide.WriteString(`{"properties": {`)
	for i := range 10_000 {
		fmt.Fprintf(&wide, `"p%d": {"type": "string"},`, i)
	}
	wide.WriteString(`"last": {}}}`)
	tool := toolOf(b, "x", wide.String())
	for b.Loop() {
		tool.parameters = nil
		tool.Parameters()
	}
}

func FuzzParameters(f *testing.F) {
	for _, s := range []string{
		`{"properties": {"a": {"$ref": "#/properties/a"}}}`, `{"anyOf": [{"$ref": "#"}, {"items": {"$ref": "#/anyOf/1"}}]}`, `{"$defs": {"x": {"$anchor": "n"}}, "$ref": "#n"}`,
		`{"properties": {"a": {"type": ["string", 3], "pattern": "(", "enum": {}}}, "required": "a"}`, `{"properties": {"a~/b": {"$ref": "#/properties/a~0~1b/x"}}}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, schema string) {
		file := source.NewFile("tools.json", []byte(`{"tools": [{"name": "x", "description": "d", "inputSchema": `+schema+`}]}`))
		m := Read(file, tree.Parse(file, tree.JSON, tree.Limits{}), Options{Named: true})
		for tool := range m.Tools {
			for _, p := range tool.Parameters().List {
				if span := p.Label().Span; span.Start < 0 || span.End > len(file.Data) || span.Start > span.End {
					t.Fatalf("%q lies at %v", p.Path, span)
				}
				p.Free()
				p.FixesHost()
				p.Contained()
				p.Subject()
				p.Values("default", "enum")
			}
			tool.ActByName()
			tool.ActByText()
		}
	})
}
