package mcp

import (
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

func entry(t *testing.T, text string) *Server {
	t.Helper()
	file := source.NewFile(".mcp.json", []byte(`{"mcpServers": {"x": `+text+`}}`))
	f := Read(file, tree.Parse(file, tree.JSON, tree.Limits{}), Options{})
	if len(f.Servers) != 1 {
		t.Fatalf("%d servers in %s", len(f.Servers), text)
	}
	return f.Servers[0]
}

// TestKnown starts the same servers in many ways.
func TestKnown(t *testing.T) {
	for text, want := range map[string]string{
		`{"command": "npx", "args": ["-y", "@playwright/mcp@0.0.40"]}`:               "playwright",
		`{"command": "cmd", "args": ["/c", "npx", "-y", "@playwright/mcp@0.0.40"]}`:  "playwright",
		`{"command": "docker", "args": ["run", "-i", "mcp/filesystem", "/data"]}`:    "filesystem",
		`{"command": "uvx", "args": ["awslabs.eks-mcp-server@latest"]}`:              "aws-eks",
		`{"command": "python", "args": ["-m", "mcp_server_git"]}`:                    "git",
		`{"command": "node", "args": ["/app/node_modules/@playwright/mcp/cli.js"]}`:  "playwright",
		`{"command": "C:\\\\bin\\\\github-mcp-server.exe", "args": ["stdio"]}`:       "github",
		`{"command": "docker", "args": ["mcp", "gateway", "run"]}`:                   "docker-gateway",
		`{"command": "npx", "args": ["mcp-remote", "https://mcp.supabase.com/mcp"]}`: "supabase",
		`{"type": "http", "url": "https://mcp.stripe.com"}`:                          "stripe",
		`{"command": "npx", "args": ["-y", "@acme/mcp"]}`:                            "",
		`{"type": "http", "url": "https://mcp.stripe.com.example.org/"}`:             "",
		`{"command": "node", "args": ["./playwright.js"]}`:                           "",
	} {
		got := ""
		if known := entry(t, text).Known(); known != nil {
			got = known.ID
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestOption(t *testing.T) {
	s := entry(t, `{"command": "docker", "args": ["run", "-e", "B=1", "img", "--flag", "--mode=Open", "--dir", "/x", "--off=false", "--last"], "env": {"A": "yes", "N": "no"}, "headers": {"x-a": "all"}}`)
	for _, c := range []struct {
		option knowledge.Option
		want   string
	}{
		{knowledge.Option{Arg: "--flag"}, "--flag"},
		{knowledge.Option{Arg: "--mode", Values: []string{"open"}}, "--mode=Open"},
		{knowledge.Option{Arg: "--mode", Values: []string{"shut"}}, ""},
		{knowledge.Option{Arg: "--dir", Values: []string{"/x"}}, "/x"},
		{knowledge.Option{Arg: "--off"}, ""},
		{knowledge.Option{Arg: "--last", Values: []string{"x"}}, ""},
		{knowledge.Option{Env: "A"}, "yes"},
		{knowledge.Option{Env: "B"}, "1"},
		{knowledge.Option{Env: "N"}, ""},
		{knowledge.Option{Header: "X-A", Values: []string{"all"}}, "all"},
		{knowledge.Option{Query: "q"}, ""},
	} {
		if got := s.Option(&c.option).Value; got != c.want {
			t.Errorf("%s: %q, want %q", c.option.Name(), got, c.want)
		}
	}
}
