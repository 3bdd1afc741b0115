package hygiene

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var auditLogDisabled = &analyzer.Rule{
	Name:       "audit-log-disabled",
	Summary:    "the record of tool calls is switched off",
	Why:        `When something went wrong, the log of tool calls is what tells who asked for what. Gateways keep one unless they are told not to.`,
	Remedy:     `Remove the switch and keep the log. If it holds too much, limit what is written or how long it is kept.`,
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{778},
	OWASP:      []string{"MCP08", "ASI08"},
	References: []string{"https://docs.docker.com/ai/mcp-catalog-and-toolkit/mcp-gateway/"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"gateway": {"command": "docker", "args": ["mcp", "gateway", "run", "--log-calls=false"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"gateway": {"command": "docker", "args": ["mcp", "gateway", "run"]}}}`},
}

var auditLogDisabledCheck = analyzer.Check{
	Rules: []*analyzer.Rule{auditLogDisabled},
	Run: func(pass *analyzer.Pass) {
		switches := switchSet{
			args: []string{"--log-calls=false", "--no-audit-log", "--disable-audit-log", "--audit-log=false", "--audit=false", "--no-audit"},
			env:  []string{"FINCH_DISABLE_FILE_LOGGING", "DISABLE_AUDIT_LOG", "MCP_DISABLE_AUDIT", "AUDIT_LOG_DISABLED"},
		}
		switches.report(pass, auditLogDisabled, "switches off the record of its tool calls")
	},
}

// A switchSet holds switches that turn a protection off.
type switchSet struct {
	args []string // as written; "--x=false" also stands for "--x false"
	env  []string // names; a value that means no does not count
}

func (w switchSet) report(pass *analyzer.Pass, rule *analyzer.Rule, what string) {
	for _, s := range pass.File.Servers {
		if s.Dormant() != "" {
			continue
		}
		for i, a := range s.Args {
			if w.hasArg(s.Args, i) {
				pass.Report(analyzer.Diagnostic{Rule: rule, Span: a.Span, Message: fmt.Sprintf("server %q %s with %s", s.Name.Value, what, a.Value)})
			}
		}
		for _, p := range s.Env {
			if isOneOf(p.Key.Value, w.env) && !meansNo(p.Value.Value) {
				pass.Report(analyzer.Diagnostic{Rule: rule, Span: p.Value.Span, Message: fmt.Sprintf("server %q %s with %s", s.Name.Value, what, p.Key.Value)})
			}
		}
	}
}

func (w switchSet) hasArg(args []mcp.String, i int) bool {
	value := args[i].Value
	if i+1 < len(args) && strings.EqualFold(args[i+1].Value, "false") {
		value += "=false"
	}
	return isOneOf(value, w.args)
}

func meansNo(value string) bool {
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "", "0", "false", "no", "off":
		return true
	}
	return false
}
