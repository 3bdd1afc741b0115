package schema

import "github.com/mcplumb/mcplumb/analyzer"

var localFileUploadParameter = &analyzer.Rule{
	Name:    "local-file-upload-parameter",
	Summary: "tool sends out whatever local file the model names",
	Why: "One call turns any file that the server's user can read, a private key included, into an attachment on somebody else's system. The upload is the " +
		"tool's purpose; that the path is free is not.",
	Remedy:     "Accept the content itself, or a name below one folder: a `pattern` without leading slash and without `..`, enforced after resolving links.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{73, 22, 441},
	OWASP:      []string{"MCP05", "MCP10", "LLM02", "ASI02"},
	SafeMCP:    []string{"T1105", "T1914", "T1502"},
	References: []string{"CVE-2026-77255", "CVE-2026-61560"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "upload_attachment", "description": "Attach a file to a ticket.", "inputSchema": {"type": "object", "properties": {"file_path": {"type": "string", "description": "Path of the local file"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "upload_attachment", "description": "Attach a file to a ticket.", "inputSchema": {"type": "object", "properties": {"content": {"type": "string", "description": "The content in Base64"}}}}]}
`},
}
