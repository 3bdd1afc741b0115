package secrets

import (
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
)

func TestKeepElsewhere(t *testing.T) {
	for _, c := range []struct {
		client string
		at     place
		want   string
	}{
		{"claude-code", env, `write "${ACME_TOKEN}", which Claude Code expands`},
		{"cursor", header, `write "${env:ACME_TOKEN}", which Cursor expands`},
		{"vscode", env, `write "${input:ACME_TOKEN}", which VS Code expands; declare that input with "password": true`},
		{"opencode", env, `write "{env:ACME_TOKEN}", which OpenCode expands`},
		{"continue", env, `write "${{ secrets.ACME_TOKEN }}", which Continue expands`},
		{"cline", argument, `write "${env:ACME_TOKEN}", which Cline expands; pass it in env where the server allows, because arguments are visible to other processes`},
		{"claude-desktop", env, "leave the entry out and start the server through a wrapper that reads the secret from the system's keychain; Claude Desktop expands no placeholders here"},
		{"codex", env, "name the variable in env_vars, env_http_headers or bearer_token_env_var; Codex expands no placeholders here"},
		{"", env, "keep the value in the environment or a secret store and name it here the way your client expands, for example ${ACME_TOKEN}"},
		{"cursor", sample, "write an example that cannot be used, such as <your-token>"},
	} {
		if got := keepElsewhere(c.client, c.at, "ACME_TOKEN"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.client, got, c.want)
		}
	}
	for id := range besides() {
		if knowledge.ClientByID(id) == nil {
			t.Errorf("no client is called %q", id)
		}
	}
	for _, c := range knowledge.Clients() {
		if advice := keepElsewhere(c.ID, env, "X"); advice == "" || strings.Contains(advice, "%!") {
			t.Errorf("%s: %q", c.ID, advice)
		}
	}
}
