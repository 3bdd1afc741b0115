package schema

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var toolNameInvalid = &analyzer.Rule{
	Name:    "tool-name-invalid",
	Summary: "tool name that clients refuse or cannot tell from another",
	Why: "Allow lists, approvals and the model's calls go by name. A name with spaces, slashes or an unfilled build variable is refused by some clients and rewritten by " +
		"others, and two tools with one name make an approval of the first an approval of the second.",
	Remedy:     "Use 1 to 128 letters, digits, `_`, `-` and `.`, and a name of its own for each tool.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{694},
	OWASP:      []string{"MCP03"},
	SafeMCP:    []string{"T1405"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-11-25/server/tools"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add note", "description": "Add a note.", "inputSchema": {"type": "object"}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object"}}]}
`},
}

var toolNameInvalidCheck = analyzer.Check{
	Rules: []*analyzer.Rule{toolNameInvalid},
	Run: func(pass *analyzer.Pass) {
		for _, l := range pass.File.Manifests {
			if prefixed(l) {
				t := l.Tools[0]
				reportName(pass, t, "is written with its server in front, as all tools of this listing are, and a slash is no part of a name")
				continue
			}
			seen := map[string]*mcp.Tool{}
			for _, t := range l.Tools {
				if why := wrongName(t.Name.Value); why != "" {
					reportName(pass, t, why)
					continue
				}
				key := strings.ToLower(t.Name.Value)
				if other := seen[key]; other != nil {
					if other.Name.Value == t.Name.Value {
						reportName(pass, t, "has the name of another tool of the server")
					} else {
						reportName(pass, t, `differs from tool "`+other.Name.Value+`" in case only`)
					}
					continue
				}
				seen[key] = t
			}
		}
	},
}

func reportName(pass *analyzer.Pass, t *mcp.Tool, why string) {
	pass.Report(analyzer.Diagnostic{Rule: toolNameInvalid, Span: toolSpan(t), Confidence: sure(pass.File, analyzer.Certain), Message: called(t) + " " + why})
}

// prefixed reports whether a catalogue has put the server's name and a slash in front
// of every tool.
func prefixed(l *mcp.Listing) bool {
	if len(l.Tools) < 2 {
		return false
	}
	prefix, _, ok := strings.Cut(l.Tools[0].Name.Value, "/")
	for _, t := range l.Tools {
		if p, rest, cut := strings.Cut(t.Name.Value, "/"); !cut || p != prefix || wrongName(rest) != "" {
			return false
		}
	}
	return ok
}

// wrongName says what is wrong with a name by itself, "" when nothing is.
func wrongName(name string) string {
	switch {
	case name == "":
		return "has no name"
	case len(name) > 128:
		return "has a name of more than 128 characters"
	case strings.Contains(name, "${") || strings.Contains(name, "{{"):
		return "has a name with a build variable that was not filled in"
	}
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-' && r != '.' {
			return `has a name with ` + shownRune(r) + `, which is not among letters, digits, _, - and .`
		}
	}
	return ""
}

func shownRune(r rune) string {
	switch {
	case r == ' ':
		return "a space"
	case r < ' ' || r == 0x7f:
		return "a control character"
	case r > 0x7e:
		return "a letter beyond ASCII"
	}
	return "“" + string(r) + "”"
}
