package secrets

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// debugLoggingWithCredentials reports verbose logging on a server that holds
// credentials.
var debugLoggingWithCredentials = &analyzer.Rule{
	Name:    "debug-logging-with-credentials",
	Summary: "a server with credentials logs at debug level",
	Why: `At debug level servers and bridges write requests, headers and connection strings into log files and error texts, ` +
		`and with them the credentials they were given.`,
	Remedy:     `Lower the level when the problem is found.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{532, 209},
	OWASP:      []string{"MCP01", "MCP08", "LLM02"},
	SafeMCP:    []string{"T1506"},
	References: []string{"CVE-2026-41495"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "billing": { "command": "billing-mcp", "args": ["--debug"], "env": { "BILLING_API_KEY": "${BILLING_API_KEY}" } }
  }
}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "billing": { "command": "billing-mcp", "args": ["stdio"], "env": { "BILLING_API_KEY": "${BILLING_API_KEY}" } }
  }
}
`},
}

var debugLoggingWithCredentialsCheck = analyzer.Check{
	Rules: []*analyzer.Rule{debugLoggingWithCredentials},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			held := heldCredential(s)
			if held == "" {
				continue
			}
			for _, setting := range debugSettings(s) {
				pass.Reportf(debugLoggingWithCredentials, setting.Span, "server %q logs at debug level and holds %s", s.Name.Value, held)
			}
		}
	},
}

// heldCredential names a credential that the server is given, "" for none.
func heldCredential(s *mcp.Server) string {
	for _, pairs := range [][]mcp.Pair{s.Env, s.Headers, bridged(s)} {
		for _, p := range pairs {
			switch c := credential.Judge(p.Key.Value, p.Value.Value).Class; c {
			case credential.Literal:
				return p.Key.Value
			case credential.Ref:
				if n := credential.ClassifyName(p.Key.Value); n == credential.NameSecret || n == credential.NamePassword {
					return p.Key.Value
				}
			}
		}
	}
	return ""
}

// debugSettings returns the settings that ask for verbose logs.
func debugSettings(s *mcp.Server) []mcp.String {
	var found []mcp.String
	for _, a := range s.Launch.Args {
		switch strings.ToLower(a.Value) {
		case "--debug", "--verbose", "-vv", "-vvv", "--log-level=debug", "--log-level=trace", "--loglevel=debug", "--loglevel=trace":
			found = append(found, a)
		}
	}
	for _, e := range s.Env {
		key, value := strings.ToUpper(e.Key.Value), strings.ToLower(e.Value.Value)
		switch {
		case strings.HasSuffix(key, "LOG_LEVEL") || key == "LOGLEVEL" || key == "RUST_LOG":
			if value == "debug" || value == "trace" || value == "verbose" {
				found = append(found, e.Value)
			}
		case key == "DEBUG" || strings.HasSuffix(key, "_DEBUG"):
			if value == "1" || value == "true" || value == "*" || value == "yes" {
				found = append(found, e.Value)
			}
		}
	}
	return found
}
