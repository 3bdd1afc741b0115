package secrets

import (
	"fmt"
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
)

// naming are the forms of placeholders in which a secret can be named, best first.
var naming = []struct {
	form   knowledge.Form
	syntax string
}{
	{knowledge.InputColon, "${input:%s}"}, // asked for once and kept in the editor's own store
	{knowledge.EnvColon, "${env:%s}"},
	{knowledge.ShellBraces, "${%s}"},
	{knowledge.EnvBraces, "{env:%s}"},
	{knowledge.Actions, "${{ secrets.%s }}"},
	{knowledge.ShellBare, "$%s"},
	{knowledge.Percent, "%%%s%%"},
}

// besides says what a client offers for secrets beyond placeholders, or asks for
// beside them.
var besides = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"vscode":         `declare that input with "password": true`,
		"visual-studio":  `declare that input with "password": true`,
		"copilot-agent":  "keep it in the repository's copilot environment under a name that begins with COPILOT_MCP_",
		"kiro":           "approve the variable's name in Kiro's settings",
		"codex":          "name the variable in env_vars, env_http_headers or bearer_token_env_var",
		"goose":          "name it in env_keys, so that Goose asks the keyring",
		"claude-desktop": "leave the entry out and start the server through a wrapper that reads the secret from the system's keychain",
		"amazonq":        "leave the entry out and let the server inherit the variable from the environment",
		"docker-gateway": "list it under secrets and set it with docker mcp secret set",
		"mcp-agent":      "put it into mcp_agent.secrets.yaml, which stays out of the repository",
	}
})

// keepElsewhere says how to name the secret in this client's config instead of
// writing it out: a clause that follows "rotate it, then".
func keepElsewhere(id string, at place, variable string) string {
	switch at {
	case prose, comment:
		return "take it out of the text"
	case sample:
		return "write an example that cannot be used, such as <your-token>"
	case fallback:
		return "leave the default out, so that each user is asked for a value of their own"
	}
	client, beside := knowledge.ClientByID(id), besides()[id]
	if client == nil || client.Expands == nil && beside == "" {
		return fmt.Sprintf("keep the value in the environment or a secret store and name it here the way your client expands, for example ${%s}", variable)
	}
	for _, n := range naming {
		if yes, _ := client.Replaces(n.form); !yes {
			continue
		}
		clauses := []string{fmt.Sprintf("write %q, which %s expands", fmt.Sprintf(n.syntax, variable), client.Name)}
		if at == argument {
			clauses = append(clauses, "pass it in env where the server allows, because arguments are visible to other processes")
		}
		if beside != "" {
			clauses = append(clauses, beside)
		}
		return strings.Join(clauses, "; ")
	}
	if beside == "" {
		beside = "leave the entry out and let the server inherit the variable from the environment"
	}
	if client.Expands == nil {
		return beside
	}
	return fmt.Sprintf("%s; %s expands no placeholders here", beside, client.Name)
}
