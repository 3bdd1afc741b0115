package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var dangerousServerOption = &analyzer.Rule{
	Name:    "dangerous-server-option",
	Summary: "a server runs with an option its own documentation calls unsafe",
	Why: "Authors name some options dangerous for a reason: they lift the check that keeps a caller inside the " +
		"workspace, hand Kubernetes Secrets to the model, or let a caller choose the host that receives the token. " +
		"Several published vulnerabilities exist only with such an option on.",
	Remedy:     "Leave the option out, or choose the safer value that the message names.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1188, 732},
	OWASP:      []string{"MCP02", "MCP07", "LLM06", "ASI02", "ASI03"},
	SafeMCP:    []string{"T1104", "T1302"},
	References: []string{"https://github.com/awslabs/mcp/tree/main/src/eks-mcp-server", "CVE-2026-61559"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"eks": {"command": "uvx", "args": ["awslabs.eks-mcp-server@1.0.0", "--allow-sensitive-data-access"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"eks": {"command": "uvx", "args": ["awslabs.eks-mcp-server@1.0.0"]}}}`},
}
