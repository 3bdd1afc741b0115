package knowledge

import "slices"

// An Agent is a program that is itself an agent and has switches that stop it
// from asking.
type Agent struct {
	Name     string
	Programs []string // as installed
	Packages []string // on npm
	// Skips are the switches, each with the value it takes for that, if it takes
	// one.
	Skips     []AgentSwitch
	Variables []AgentVariable
	Source    string
}

// An AgentSwitch is one argument, alone or with a value.
type AgentSwitch struct{ Arg, Value string }

// An AgentVariable is an environment variable with the value that stops an agent
// from asking.
type AgentVariable struct{ Name, Value string }

// agents is one entry an agent. Switches that only skip questions inside of a
// sandbox (codex --full-auto) are left out.
var agents = []Agent{
	{Name: "Claude Code", Programs: []string{"claude"}, Packages: []string{"@anthropic-ai/claude-code"}, Source: "https://code.claude.com/docs/en/cli-reference",
		Skips: []AgentSwitch{{"--dangerously-skip-permissions", ""}, {"--permission-mode", "bypassPermissions"}}},
	{Name: "Codex", Programs: []string{"codex"}, Packages: []string{"@openai/codex"}, Source: "https://github.com/openai/codex",
		Skips: []AgentSwitch{{"--yolo", ""}, {"--dangerously-bypass-approvals-and-sandbox", ""}, {"--sandbox", "danger-full-access"}, {"-s", "danger-full-access"}}},
	{Name: "Gemini CLI", Programs: []string{"gemini"}, Packages: []string{"@google/gemini-cli"}, Source: "https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/cli-reference.md",
		Skips: []AgentSwitch{{"--yolo", ""}, {"-y", ""}, {"--approval-mode", "yolo"}}},
	{Name: "Qwen Code", Programs: []string{"qwen"}, Packages: []string{"@qwen-code/qwen-code"}, Source: "https://github.com/QwenLM/qwen-code",
		Skips: []AgentSwitch{{"--yolo", ""}, {"-y", ""}, {"--approval-mode", "yolo"}}},
	{Name: "Copilot CLI", Programs: []string{"copilot"}, Packages: []string{"@github/copilot"}, Source: "https://docs.github.com/en/copilot/concepts/agents/about-copilot-cli",
		Skips: []AgentSwitch{{"--allow-all-tools", ""}, {"--allow-all", ""}, {"--yolo", ""}}},
	{Name: "Cursor CLI", Programs: []string{"cursor-agent"}, Source: "https://cursor.com/docs/cli/reference/parameters",
		Skips: []AgentSwitch{{"--force", ""}, {"-f", ""}, {"--yolo", ""}}},
	{Name: "Amp", Programs: []string{"amp"}, Packages: []string{"@sourcegraph/amp"}, Source: "https://ampcode.com/manual",
		Skips: []AgentSwitch{{"--dangerously-allow-all", ""}}},
	{Name: "Crush", Programs: []string{"crush"}, Packages: []string{"@charmland/crush"}, Source: "https://github.com/charmbracelet/crush",
		Skips: []AgentSwitch{{"--yolo", ""}, {"-y", ""}}},
	{Name: "Amazon Q", Programs: []string{"q", "qchat", "kiro-cli"}, Source: "https://github.com/aws/amazon-q-developer-cli",
		Skips: []AgentSwitch{{"--trust-all-tools", ""}}},
	{Name: "Aider", Programs: []string{"aider"}, Source: "https://aider.chat/docs/config/options.html",
		Skips: []AgentSwitch{{"--yes-always", ""}}},
	{Name: "Goose", Programs: []string{"goose"}, Source: "https://block.github.io/goose/docs/guides/goose-permissions",
		Variables: []AgentVariable{{"GOOSE_MODE", "auto"}}},
	{Name: "Factory droid", Programs: []string{"droid"}, Source: "https://docs.factory.ai/cli/droid-exec/overview",
		Skips: []AgentSwitch{{"--skip-permissions-unsafe", ""}}},
}

// unmistakable are switches that no other program has, so that a wrapper around
// an agent is known by them.
var unmistakable = []string{
	"--dangerously-skip-permissions", "--dangerously-bypass-approvals-and-sandbox", "--dangerously-allow-all", "--allow-all-tools", "--trust-all-tools", "--skip-permissions-unsafe",
}

// AgentOf returns the agent that a program or npm package is, or nil.
func AgentOf(program, npm string) *Agent {
	for i := range agents {
		a := &agents[i]
		if program != "" && slices.Contains(a.Programs, program) || npm != "" && slices.Contains(a.Packages, npm) {
			return a
		}
	}
	return nil
}

// SkipsApproval reports whether an argument of a program that is no known agent
// can only be meant for one.
func SkipsApproval(arg string) bool { return slices.Contains(unmistakable, arg) }
