package reporters

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/mcplumb/mcplumb/analyzer"
)

// validate holds a document against a schema file.
func validate(schema, document string) error {
	compiled, err := jsonschema.NewCompiler().Compile(schema)
	if err != nil {
		return err
	}
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(document))
	if err != nil {
		return err
	}
	return compiled.Validate(instance)
}

var reportSchema = filepath.Join("..", "docs", "schema", "report-v1.json")

func TestJSONSchema(t *testing.T) {
	for _, r := range []*analyzer.Report{everyday(), hostile(), {}} {
		if err := validate(reportSchema, write(t, "json", r)); err != nil {
			t.Error(err)
		}
	}
}

// The schema tolerates unknown fields, as readers must; what is written must be
// described all the same.
func TestJSONSchemaIsComplete(t *testing.T) {
	var schema, document any
	decode := func(text string, into *any) {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			t.Fatal(err)
		}
	}
	decode(readFile(t, reportSchema), &schema)
	decode(write(t, "json", everyday()), &document)
	root := schema.(map[string]any)
	var walk func(path string, schema map[string]any, v any)
	walk = func(path string, schema map[string]any, v any) {
		if ref, ok := schema["$ref"].(string); ok {
			schema = root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		}
		switch v := v.(type) {
		case map[string]any:
			for key, member := range v {
				described, ok := schema["properties"].(map[string]any)[key].(map[string]any)
				if !ok {
					t.Errorf("%s/%s is written and not in the schema", path, key)
					continue
				}
				walk(path+"/"+key, described, member)
			}
		case []any:
			for _, item := range v {
				walk(path+"/*", schema["items"].(map[string]any), item)
			}
		}
	}
	walk("", root, document)
}

func TestEscapeJSON(t *testing.T) {
	for text, want := range map[string]string{
		`"plain ünï 日本"`:       `"plain ünï 日本"`,
		"\"a\u202eb\"":         `"a\u202eb"`,
		"\"\u009b\U000E0041\"": `"\u009b\udb40\udc41"`,
	} {
		if got := string(escapeJSON([]byte(text))); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
