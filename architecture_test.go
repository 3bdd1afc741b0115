package main_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/mcplumb/mcplumb"

// mayImport says which packages of this module each package may import; rules/*
// and others stand for every package below. It is the architecture: bytes become
// nodes, nodes become meaning, rules judge meaning, reporters say it.
var mayImport = map[string][]string{
	".":                   {"internal/cli"},
	"analyzer/source":     {},
	"analyzer/host":       {"analyzer/source"},
	"analyzer/launch":     {"analyzer/source"},
	"analyzer/credential": {"analyzer/source"},
	"analyzer/knowledge":  {"analyzer/source"},
	"analyzer/text":       {"analyzer/source"},
	"analyzer/words":      {},
	"analyzer/paths":      {},
	"analyzer/pattern":    {},
	"analyzer/tree":       {"analyzer/source"},
	"analyzer/mcp":        {"analyzer/source", "analyzer/tree", "analyzer/launch", "analyzer/knowledge", "analyzer/words", "analyzer/host", "analyzer/paths", "analyzer/pattern"},
	"analyzer/discover":   {"analyzer/knowledge"},
	"analyzer":            {"analyzer/*"},
	"rules":               {"analyzer", "rules/*"},
	"rules/*":             {"analyzer", "analyzer/*"},
	"reporters":           {"analyzer", "analyzer/source", "analyzer/mcp"},
	"internal/config":     {"analyzer", "analyzer/host", "analyzer/source", "analyzer/tree"},
	"internal/baseline":   {"analyzer"},
	"internal/diff":       {"analyzer", "analyzer/source"},
	"internal/ruletest":   {"analyzer", "analyzer/discover"},
	"internal/cli":        {"analyzer", "analyzer/*", "rules", "reporters", "internal/*"},
}

// onlyIn says which single package may import a third-party module.
var onlyIn = map[string]string{
	"github.com/spf13/cobra":             "internal/cli",
	"github.com/spf13/pflag":             "internal/cli",
	"github.com/agnivade/levenshtein":    "internal/cli",
	"github.com/owenrumney/go-sarif":     "reporters",
	"github.com/fatih/color":             "reporters",
	"github.com/tidwall/gjson":           "analyzer/tree",
	"github.com/tidwall/jsonc":           "analyzer/tree",
	"go.yaml.in/yaml":                    "analyzer/tree",
	"github.com/pelletier/go-toml":       "analyzer/tree",
	"mvdan.cc/sh":                        "analyzer/launch",
	"golang.org/x/text":                  "analyzer/text",
	"golang.org/x/net":                   "analyzer/host",
	"golang.org/x/sys":                   "internal/cli",
	"github.com/bmatcuk/doublestar":      "internal/config",
	"github.com/BobuSumisu/aho-corasick": "", // the multi-pattern matcher of whoever looks for many literals
	"github.com/rogpeppe/go-internal":    "internal/ruletest",
}

// forbidden are packages that could leave the machine or start a program.
var forbidden = []string{"net", "net/http", "os/exec", "plugin", "unsafe", "C"}

func TestArchitecture(t *testing.T) {
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "tools" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && name != ".") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(filepath.Dir(name))
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if reason := judge(pkg, imported); reason != "" {
				t.Errorf("%s imports %s: %s", filepath.ToSlash(name), imported, reason)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// judge returns why pkg must not import another package, or "".
func judge(pkg, imported string) string {
	if own, ok := strings.CutPrefix(imported, module+"/"); ok {
		allowed, known := mayImport[pkg]
		if !known {
			allowed, known = mayImport[path.Dir(pkg)+"/*"]
		}
		switch {
		case !known:
			return "the package is missing from the table of the architecture"
		case slices.Contains(allowed, own), slices.Contains(allowed, path.Dir(own)+"/*"):
			return ""
		}
		return "the table of the architecture does not allow this edge"
	}
	if slices.Contains(forbidden, imported) {
		return "mcplumb stays offline and starts nothing"
	}
	if !strings.Contains(strings.Split(imported, "/")[0], ".") {
		return ""
	}
	for prefix, home := range onlyIn {
		if imported == prefix || strings.HasPrefix(imported, prefix+"/") {
			if home != "" && home != pkg {
				return "only " + home + " may"
			}
			return ""
		}
	}
	return "the module is not in the table of the architecture"
}
