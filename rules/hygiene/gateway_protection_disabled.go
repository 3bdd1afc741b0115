package hygiene

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var gatewayProtectionDisabled = &analyzer.Rule{
	Name:    "gateway-protection-disabled",
	Summary: "a gateway is told to leave out a protection that it has",
	Why: `A gateway checks signatures of images, keeps secrets out of requests and asks callers who they are, so that every server ` +
		`behind it need not. Switched off there, the protection is gone for all of them.`,
	Remedy:     `Remove the switch. If one server needs an exception, make it for that server.`,
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{693},
	OWASP:      []string{"MCP04", "MCP07", "ASI04"},
	SafeMCP:    []string{"T1003"},
	References: []string{"https://docs.docker.com/ai/mcp-catalog-and-toolkit/mcp-gateway/"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"gateway": {"command": "docker", "args": ["mcp", "gateway", "run", "--verify-signatures=false"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"gateway": {"command": "docker", "args": ["mcp", "gateway", "run", "--verify-signatures=true"]}}}`},
}

var gatewayProtectionDisabledCheck = analyzer.Check{
	Rules: []*analyzer.Rule{gatewayProtectionDisabled},
	Run: func(pass *analyzer.Pass) {
		switches := switchSet{args: []string{
			"--verify-signatures=false", "--block-secrets=false", "--block-network=false", "--allow-unauthenticated", "--no-auth", "--disable-auth", "--skip-auth",
		}, env: []string{"MCP_GATEWAY_ALLOW_UNAUTHENTICATED"}}
		switches.report(pass, gatewayProtectionDisabled, "switches off a protection")
		for _, d := range pass.File.Documents {
			for _, path := range [][]string{
				{"network", "outbound", "insecure_allow_all"},
				{"permission_profile", "network", "outbound", "insecure_allow_all"},
				{"spec", "permissionProfile", "network", "outbound", "insecureAllowAll"},
				{"systemConfig", "skipAuth"}, {"systemConfig", "routing", "skipAuth"},
			} {
				if n := d.Root.Path(path...); n.Is(tree.Bool) && n.Value == "true" {
					pass.Report(analyzer.Diagnostic{
						Rule: gatewayProtectionDisabled, Span: n.Span,
						Message: fmt.Sprintf("%s is true, which switches off a protection for every server", path[len(path)-1]),
					})
				}
			}
		}
	},
}
