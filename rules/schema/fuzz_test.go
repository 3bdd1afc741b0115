package schema

import (
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/internal/ruletest"
)

// FuzzRules runs every rule of the family over a tool with any input schema. Each
// finding stands within the tool, names it, and is the same on the second run.
func FuzzRules(f *testing.F) {
	for _, seed := range []string{
		`{"type": "object", "properties": {"url": {"type": "string", "format": "uri"}, "cmd": {"type": "string"}}, "required": ["nope"]}`,
		`{"$ref": "#/$defs/a", "$defs": {"a": {"anyOf": [{"$ref": "#"}, {"items": {"$ref": "#/$defs/a"}}]}}}`,
		`{"properties": {"p": {"pattern": "^(a+)+$", "x-mcp-header": "A\r\nB", "maxLength": -1}}, "additionalProperties": {}}`,
		`{"properties": {"path": {"$ref": "https://schemas.example.net/a.json"}, "callback_url": {"default": "http://10.0.0.1/x"}}}`,
		`{"properties": {"query": {"enum": [1, null, "a"], "type": ["string", "null"]}, "token": {"const": "x"}}, "required": "query"}`,
		`true`, `[]`, `{"type": "array", "prefixItems": [{"properties": {"html": {}}}]}`, `{"properties": {"a": {"description": "at most 5 files; only inside /data"}}}`,
	} {
		f.Add("save_form", seed, true)
		f.Add("delete everything", seed, false)
	}
	families := []analyzer.Family{Family()}
	f.Fuzz(func(t *testing.T, name, schema string, reads bool) {
		if len(schema) > 32<<10 || strings.ContainsAny(name, "\"\\\n\r") {
			return
		}
		hint := "false"
		if reads {
			hint = "true"
		}
		const before = `{"tools": [{"name": "first", "description": "A.", "inputSchema": {"type": "object"}}, `
		text := before + `{"name": "` + name + `", "description": "Saves a form.", "annotations": {"readOnlyHint": ` + hint + `}, "inputSchema": ` + schema + `}]}`
		files := []txtar.File{{Name: "tools.json", Data: []byte(text)}}
		found := ruletest.Findings(t, families, files)
		for _, d := range found {
			if d.Start.Offset < 0 || d.End.Offset < d.Start.Offset || d.End.Offset > len(text)+4*strings.Count(text, "\xff") && d.End.Offset > 3*len(text) {
				t.Errorf("%s spans %d to %d of %d bytes", d.Rule.Name, d.Start.Offset, d.End.Offset, len(text))
			}
			if d.Message == "" || d.Confidence > d.Rule.Confidence {
				t.Errorf("%s says %q with confidence %v, its rule has %v", d.Rule.Name, d.Message, d.Confidence, d.Rule.Confidence)
			}
		}
		if again := ruletest.Findings(t, families, files); !reflect.DeepEqual(found, again) {
			t.Errorf("%d findings, then %d others", len(found), len(again))
		}
	})
}
