package discover

import (
	"bytes"
	"strings"
)

// marks are the literals of which at least one stands in every config and
// manifest whose name does not already tell.
var marks = [][]byte{
	[]byte("mcp"), []byte("MCP"), []byte("Mcp"),
	[]byte("context_servers"), []byte(`"servers"`), []byte("inputSchema"), []byte("input_schema"),
	[]byte(`"tools"`), []byte(`"prompts"`), []byte(`"resources"`), []byte("uriTemplate"), []byte("protocolVersion"),
	[]byte("supportedVersions"), []byte(`"signature"`), []byte("extensions:"), []byte("startCommand"),
	[]byte(`"Statement"`), []byte("Statement:"), []byte("dxt_version"),
}

// Relevant reports whether a file is worth parsing: its name is known or speaks
// of MCP, or its content holds one of the words that every config or manifest has.
func (f File) Relevant(data []byte) bool {
	if f.Named || f.Known || strings.Contains(strings.ToLower(f.Path), "mcp") {
		return true
	}
	return hasMark(data)
}

func hasMark(data []byte) bool {
	for _, mark := range marks {
		if bytes.Contains(data, mark) {
			return true
		}
	}
	return false
}

// containerKeys are the quoted keys under which servers stand. A broken file
// that holds one is a broken config.
var containerKeys = [][]byte{
	[]byte("mcpServers"), []byte(`"servers"`), []byte("context_servers"), []byte("mcp_servers"),
	[]byte("mcp.servers"), []byte("mcp-servers"),
}

// DeclaresServers reports whether the bytes hold a key under which a client would
// look for servers, or the key under which a server lists its tools' schemas.
func DeclaresServers(data []byte) bool {
	for _, key := range containerKeys {
		if bytes.Contains(data, key) {
			return true
		}
	}
	return bytes.Contains(data, []byte(`"inputSchema"`))
}
