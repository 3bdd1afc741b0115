package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/internal/config"
	"github.com/mcplumb/mcplumb/rules"
)

var yamlBlock = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// TestConfigurationsInDocs parses every configuration that a page shows.
func TestConfigurationsInDocs(t *testing.T) {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	parsed := 0
	for _, page := range append(pages, "README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range yamlBlock.FindAllSubmatch(text, -1) {
			body := string(block[1])
			if !strings.HasPrefix(body, "# .mcplumb.yaml\n") && !strings.HasPrefix(body, "# yaml-language-server") {
				continue
			}
			parsed++
			if _, err := config.Parse(config.Name, page, []byte(body), rules.All()); err != nil {
				t.Errorf("%s: %v in\n%s", page, err, body)
			}
		}
	}
	if parsed < 3 {
		t.Errorf("only %d configurations were found", parsed)
	}
}
