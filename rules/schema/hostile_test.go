package schema

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/internal/ruletest"
)

// TestHostileSchemas runs every rule of the family over schemas that are wide, deep,
// circular or that branch without end: they must end soon and be named.
func TestHostileSchemas(t *testing.T) {
	var wide, fan, circle strings.Builder
	wide.WriteString(`{"type": "object", "properties": {`)
	for i := range 10_000 {
		fmt.Fprintf(&wide, `"field%d": {"type": "string", "pattern": "^(a+)+$"},`, i)
	}
	wide.WriteString(`"last": {}}}`)
	fan.WriteString(`{"type": "object", "properties": {"a": {"$ref": "#/$defs/d0"}}, "$defs": {`)
	circle.WriteString(`{"type": "object", "properties": {"a": {"$ref": "#/$defs/d0"}}, "$defs": {`)
	for i := range 500 {
		fmt.Fprintf(&fan, `"d%d": {"anyOf": [{"$ref": "#/$defs/d%d"}, {"$ref": "#/$defs/d%d"}, {"properties": {"path%d": {"$ref": "#/$defs/d%d"}}}]},`, i, i+1, i+1, i, i)
		fmt.Fprintf(&circle, `"d%d": {"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#/$defs/d%d"}}},`, i, (i+1)%500)
	}
	fan.WriteString(`"d500": {}}}`)
	circle.WriteString(`"d500": {}}}`)
	deep := strings.Repeat(`{"type": "object", "properties": {"a": `, 500) + `{}` + strings.Repeat(`}}`, 500)

	for name, schema := range map[string]string{"wide": wide.String(), "fan": fan.String(), "circle": circle.String(), "deep": deep} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			found := ruletest.Findings(t, []analyzer.Family{Family()}, []txtar.File{{
				Name: "tools.json", Data: []byte(`{"tools": [{"name": "save_form", "description": "Saves a form.", "inputSchema": ` + schema + `}]}`),
			}})
			if took := time.Since(began); took > 20*time.Second { // a fraction of a second on an idle machine
				t.Errorf("took %v", took)
			}
			for _, f := range found {
				if f.Rule == invalidOrHostileSchema {
					return
				}
			}
			t.Errorf("%d findings, and none says that the schema is hostile", len(found))
		})
	}
}
