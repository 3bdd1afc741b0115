package supplychain

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var knownMaliciousPackage = &analyzer.Rule{
	Name:       "known-malicious-package",
	Summary:    "a server's package is known to be malicious in this version",
	Why:        "The package was confirmed to harm those who run it: it steals credentials or copies what passes through it. A configuration that still names it will do so again on the next machine.",
	Remedy:     "Remove the entry, and revoke every credential that the server or the machine it ran on could see. The record that the message names says what it took.",
	Severity:   analyzer.Critical,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{506},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1002", "T1003"},
	References: []string{"MAL-2025-47604"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"mail": {"command": "npx", "args": ["-y", "postmark-mcp@1.0.16"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"model": {"command": "uvx", "args": ["litellm==1.83.6"]}}}`},
}

// advisoryCheck compares packages with the advisories. Of several only the gravest
// is reported, with how many there are; malice hides the rest.
var advisoryCheck = analyzer.Check{
	Rules: []*analyzer.Rule{knownMaliciousPackage, knownVulnerableVersion, knownVulnerableVersionExecution, unpinnedWithKnownAdvisories},
	Run: func(pass *analyzer.Pass) {
		eachPackage(pass.File, func(s *mcp.Server, _ *launch.Launch, p *launch.Package) {
			advise(pass, s, p)
		})
	},
}

func advise(pass *analyzer.Pass, s *mcp.Server, p *launch.Package) {
	version := ""
	switch p.Pin {
	case launch.Exact:
		version = p.Version
	case launch.Unversioned, launch.Tag:
	default:
		return
	}
	var worst *knowledge.Advisory
	var rule *analyzer.Rule
	count := 0
	rows := knowledge.Advisories(p.Ecosystem, p.Name)
	for i := range rows {
		a := &rows[i]
		if !a.Affects(version) || !a.Malicious && version == "" {
			continue
		}
		count++
		if r := ruleOf(a); rule == nil || r.Severity > rule.Severity || r == rule && worst.HTTPOnly && !a.HTTPOnly {
			worst, rule = a, r
		}
	}
	if rule == knownVulnerableVersionExecution && !pass.Enabled(rule) {
		rule = knownVulnerableVersion
	}
	if worst == nil {
		adviseUnpinned(pass, s, p, rows)
		return
	}
	message := fmt.Sprintf("server %q fetches %s, which %s (%s", s.Name.Value, p.Spec.Value, worst.Says, worst.IDs[0])
	if count > 1 {
		message += fmt.Sprintf(" and %d more", count-1)
	}
	message += ")"
	if !worst.Malicious {
		message += remedy(knowledge.Fix(rows, version), version)
	}
	c := rule.ConfidenceIn(s)
	if worst.HTTPOnly && s.Transport == mcp.Stdio {
		c = c.Lower()
	}
	pass.Report(analyzer.Diagnostic{Rule: rule, Span: p.Spec.Span, Message: message, Confidence: c})
}

func ruleOf(a *knowledge.Advisory) *analyzer.Rule {
	switch {
	case a.Malicious:
		return knownMaliciousPackage
	case a.Execution:
		return knownVulnerableVersionExecution
	}
	return knownVulnerableVersion
}

// remedy says which version to move to. A package that went from dates to numbers
// has a newer release with the lower version.
func remedy(fixed, version string) string {
	switch {
	case fixed == "":
		return ""
	case knowledge.IsDate(version) && !knowledge.IsDate(fixed):
		return fmt.Sprintf("; %s has the fixes, and is the newer release although %s looks higher: the package numbered its releases by date before", fixed, version)
	}
	return "; " + fixed + " has the fixes"
}
