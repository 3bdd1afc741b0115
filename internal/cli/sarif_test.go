package cli_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/mcplumb/mcplumb/internal/cli"
)

// TestSARIFOfEverything checks every file of every rule's cases in one run, and
// the real-world corpus where it is at hand, and holds the SARIF against its schema.
func TestSARIFOfEverything(t *testing.T) {
	t.Run("cases", func(t *testing.T) { validSARIF(t, unpackCases(t)) })
	t.Run("corpus", func(t *testing.T) {
		dir := os.Getenv("MCPLUMB_CORPUS")
		if dir == "" {
			t.Skip("set MCPLUMB_CORPUS to a folder with configs and manifests to run this test")
		}
		validSARIF(t, filepath.Join(dir, "configs"))
		validSARIF(t, filepath.Join(dir, "manifests"))
	})
}

// unpackCases writes the input files of every case below a temporary directory.
func unpackCases(t *testing.T) string {
	dir := t.TempDir()
	root := filepath.Join("..", "..", "testdata", "rules")
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".txtar" {
			return err
		}
		archive, err := txtar.ParseFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		for _, f := range archive.Files {
			target := filepath.Join(dir, strings.TrimSuffix(rel, ".txtar"), filepath.FromSlash(f.Name))
			if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(target, f.Data, 0o644); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func validSARIF(t *testing.T, dir string) {
	t.Helper()
	var out, diagnostics bytes.Buffer
	code := cli.Main([]string{"check", "-f", "sarif", "--pedantic", "--exit-zero", "--no-config", dir},
		cli.Streams{In: strings.NewReader(""), Out: &out, Err: &diagnostics, Env: func(string) string { return "" }})
	if code != cli.Clean && code != cli.Unfinished {
		t.Fatalf("exit code %d: %s", code, diagnostics.String())
	}
	if strings.Contains(diagnostics.String(), "internal error") {
		t.Errorf("a check panicked: %s", diagnostics.String())
	}
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "testdata", "schema", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	log, err := jsonschema.UnmarshalJSON(&out)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(log); err != nil {
		t.Error(err)
	}
	runs, _ := json.Marshal(log)
	if !bytes.Contains(runs, []byte(`"results"`)) {
		t.Error("a log without results")
	}
}
