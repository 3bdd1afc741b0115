package secrets

import "fmt"

// A dialect is how a client lets a config name a value that is kept elsewhere.
type dialect struct {
	client string
	// reference is a format for the variable's name; "" when the client expands
	// nothing.
	reference string
	// instead says what to do where nothing is expanded, or what to add.
	instead string
}

// dialects holds, for each client, what its documentation says it expands in env
// and headers. A client without a row is asked to look it up.
var dialects = map[string]dialect{
	"claude-code":    {"Claude Code", "${%s}", ""},
	"cursor":         {"Cursor", "${env:%s}", ""},
	"vscode":         {"VS Code", "${input:%s}", `declare that input with "password": true`},
	"visual-studio":  {"Visual Studio", "${input:%s}", `declare that input with "password": true`},
	"copilot":        {"Copilot", "${input:%s}", `declare that input with "password": true`},
	"copilot-agent":  {"the Copilot coding agent", "$COPILOT_MCP_%s", "store the secret in the repository's copilot environment"},
	"windsurf":       {"Windsurf", "${env:%s}", ""},
	"cline":          {"Cline", "${env:%s}", ""},
	"roo":            {"Roo Code", "${env:%s}", ""},
	"kilo":           {"Kilo Code", "{env:%s}", ""},
	"opencode":       {"OpenCode", "{env:%s}", ""},
	"gemini":         {"Gemini CLI", "${%s}", ""},
	"qwen":           {"Qwen Code", "${%s}", ""},
	"crush":          {"Crush", "$%s", ""},
	"librechat":      {"LibreChat", "${%s}", ""},
	"amp":            {"Amp", "${%s}", ""},
	"kiro":           {"Kiro", "${%s}", "approve the variable's name in Kiro's settings"},
	"continue":       {"Continue", "${{ secrets.%s }}", ""},
	"mcphub":         {"MCPHub", "${%s}", ""},
	"mcporter":       {"mcporter", "${%s}", ""},
	"fastmcp":        {"FastMCP", "${%s}", ""},
	"hermes":         {"Hermes", "${%s}", ""},
	"docker":         {"the Docker gateway", "", "list it under secrets and set it with docker mcp secret set"},
	"docker-gateway": {"the Docker gateway", "", "list it under secrets and set it with docker mcp secret set"},
	"codex":          {"Codex", "", "name the variable in env_vars, env_http_headers or bearer_token_env_var"},
	"goose":          {"Goose", "", "name it in env_keys, so that Goose asks the keyring"},
	"claude-desktop": {"Claude Desktop", "", "leave the entry out and start the server through a wrapper that reads the secret from the system's keychain"},
	"amazonq":        {"Amazon Q Developer", "", "leave the entry out and let the server inherit the variable from the environment"},
	"mcp-agent":      {"mcp-agent", "", "put it into mcp_agent.secrets.yaml, which stays out of the repository"},
	"mcpb":           {"MCP bundles", "${user_config.%s}", `mark that entry of user_config as "sensitive": true`},
}

// keepElsewhere says how to name the secret in this client's config instead of
// writing it out: a clause that follows "rotate it, then".
func keepElsewhere(client string, at place, variable string) string {
	switch at {
	case prose, comment:
		return "take it out of the text"
	case sample:
		return "write an example that cannot be used, such as <your-token>"
	}
	if at == fallback {
		return "leave the default out, so that each user is asked for a value of their own"
	}
	d, ok := dialects[client]
	switch {
	case !ok:
		return fmt.Sprintf("keep the value in the environment or a secret store and name it here the way your client expands, for example ${%s}", variable)
	case d.reference == "":
		return fmt.Sprintf("%s; %s expands no placeholders here", d.instead, d.client)
	}
	clause := fmt.Sprintf("write %q, which %s expands", fmt.Sprintf(d.reference, variable), d.client)
	if at == argument {
		clause += ", and pass it in env where the server allows, because arguments are visible to other processes"
	}
	if d.instead != "" {
		clause += "; " + d.instead
	}
	return clause
}
