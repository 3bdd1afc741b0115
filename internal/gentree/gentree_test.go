package gentree

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path/filepath"
	"testing"
)

func TestSameSeedSameBytes(t *testing.T) {
	if !bytes.Equal(Manifest(3, 20), Manifest(3, 20)) || !bytes.Equal(Config(3, 4), Config(3, 4)) {
		t.Error("two calls differ")
	}
	if bytes.Equal(Manifest(3, 20), Manifest(4, 20)) {
		t.Error("the seed does not matter")
	}
	if !json.Valid(Manifest(1, 50)) || !json.Valid(Config(1, 5)) {
		t.Error("not JSON")
	}
}

func TestMixedHasTheShape(t *testing.T) {
	dir := t.TempDir()
	shape := Shape{Files: 2000, Notated: 40, MCP: 4}
	if err := Mixed(dir, shape); err != nil {
		t.Fatal(err)
	}
	got := Shape{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if d.IsDir() {
			return err
		}
		got.Files++
		switch filepath.Ext(path) {
		case ".json", ".yaml", ".toml", ".md":
			got.Notated++
		}
		base := d.Name()
		for _, pattern := range []string{".mcp.json", "tools-*", "assistant-*", "listing-*"} {
			if ok, _ := filepath.Match(pattern, base); ok {
				got.MCP++
			}
		}
		return err
	})
	if err != nil || got != shape {
		t.Errorf("got %+v, want %+v, %v", got, shape, err)
	}
}
