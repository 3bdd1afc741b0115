package mcp

import (
	"fmt"
	"path"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
)

// An Origin is all that the path of a file says about it. Files of one origin and
// the same bytes mean the same.
type Origin struct {
	Base      string // the name without its folders
	client    *knowledge.Client
	place     knowledge.Place
	example   bool // an example, a test or documentation
	mcp       bool // "mcp" stands in the path
	guardrail bool // named after a bound on permissions
	plugin    bool // the manifest of a plugin
	wellKnown bool // stands where servers publish what they offer
}

// OriginOf reads a path with forward slashes.
func OriginOf(file string) Origin {
	o := Origin{
		Base:      path.Base(file),
		example:   isExample(file),
		mcp:       mentionsMCP(file),
		guardrail: namedGuardrail(file),
		plugin:    strings.HasSuffix(file, ".claude-plugin/plugin.json") || strings.HasSuffix(file, ".codex-plugin/plugin.json"),
		wellKnown: strings.Contains(file, ".well-known/"),
	}
	o.client, o.place = knowledge.ClientOf(file)
	return o
}

// Key tells origins apart.
func (o *Origin) Key() string {
	client := ""
	if o.client != nil {
		client = o.client.ID
	}
	place := o.place
	place.Installed = nil // says where it is on machines, not what it is
	return fmt.Sprintf("%q %q %q %t %t %t %t %t", o.Base, client, fmt.Sprint(place), o.example, o.mcp, o.guardrail, o.plugin, o.wellKnown)
}

// isExample reports whether a path is one of files that show how something is done.
func isExample(file string) bool {
	lower := "/" + strings.ToLower(file)
	for _, word := range [...]string{"/readme", "/examples/", "/example/", "/docs/", "/fixtures/", "/testdata/", "/tests/", "/test/", "/samples/", ".example", ".sample", ".template", ".tmpl", ".dist", "/__tests__/"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return false
}

func mentionsMCP(file string) bool {
	return strings.Contains(strings.ToLower(file), "mcp")
}
