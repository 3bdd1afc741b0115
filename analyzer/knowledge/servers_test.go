package knowledge

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestServersTable holds what types cannot: every fact says where it is from, labels
// are known, an option stands in one place, and each name leads to its server alone.
func TestServersTable(t *testing.T) {
	ecosystems := []string{"npm", "pypi", "oci", "go", "nuget", "cargo"}
	seen := map[string]bool{}
	for i := range servers {
		s := &servers[i]
		if !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(s.ID) || seen[s.ID] {
			t.Errorf("%q: ids are unique and kebab-case", s.ID)
		}
		seen[s.ID] = true
		if s.Title == "" || strings.HasSuffix(s.Title, ".") {
			t.Errorf("%s: title %q", s.ID, s.Title)
		}
		if len(s.Packages)+len(s.Programs)+len(s.Hosts)+len(s.Subcommands) == 0 {
			t.Errorf("%s: nothing leads to it", s.ID)
		}
		for _, p := range s.Packages {
			if !slices.Contains(ecosystems, p.Ecosystem) {
				t.Errorf("%s: unknown ecosystem %q", s.ID, p.Ecosystem)
			}
			if ServerByPackage(p.Ecosystem, p.Name) != s || !s.In(p.Ecosystem) || !slices.Contains(slices.Collect(Packages(p.Ecosystem)), p.Name) {
				t.Errorf("%s: %s package %q is not found again", s.ID, p.Ecosystem, p.Name)
			}
		}
		for _, program := range s.Programs {
			if ServerByProgram(program, nil) != s {
				t.Errorf("%s: program %q is not found again", s.ID, program)
			}
		}
		for _, c := range s.Subcommands {
			if ServerByProgram(c.Program, c.Words) != s || ServerByProgram(c.Program, nil) != nil {
				t.Errorf("%s: program %q %q is not found again", s.ID, c.Program, c.Words)
			}
		}
		for _, host := range s.Hosts {
			if ServerByHost(host) != s {
				t.Errorf("%s: host %q is not found again", s.ID, host)
			}
		}
		if ServerNamed(s.ID) != s {
			t.Errorf("%s is not found by its name", s.ID)
		}
		if len(s.Capabilities) == 0 {
			t.Errorf("%s: no capabilities; \"none\" is one", s.ID)
		}
		for _, c := range s.Capabilities {
			if !slices.Contains(capabilities, c) {
				t.Errorf("%s: unknown capability %q", s.ID, c)
			}
		}
		if s.Provider != "" && providerCalled(s.Provider) != s.Provider {
			t.Errorf("%s: unknown provider %q", s.ID, s.Provider)
		}
		checkSource(t, s.ID, s.Source)
		for _, o := range append(slices.Clone(s.Options), s.Always...) {
			checkOption(t, s, o)
		}
	}
}

func checkOption(t *testing.T, s *Server, o Option) {
	t.Helper()
	places := 0
	for _, place := range []string{o.Arg, o.Env, o.Header, o.Query, o.Path} {
		if place != "" {
			places++
		}
	}
	if always := slices.ContainsFunc(s.Always, func(a Option) bool { return a.Says == o.Says }); !always && places != 1 {
		t.Errorf("%s: an option stands in one place: %+v", s.ID, o)
	}
	if o.Arg != "" && !strings.HasPrefix(o.Arg, "-") {
		t.Errorf("%s: argument %q has no dash", s.ID, o.Arg)
	}
	if !slices.Contains(optionKinds, o.Kind) {
		t.Errorf("%s: unknown kind %q", s.ID, o.Kind)
	}
	if o.Says == "" || strings.HasSuffix(o.Says, ".") || o.Says[0] >= 'A' && o.Says[0] <= 'Z' {
		t.Errorf("%s: %s says %q", s.ID, o.Name(), o.Says)
	}
	unsafe := []OptionKind{Dangerous, Writes, AllTools, ConsentOff, Profile, ProfileDir, SandboxOff, AuthOff, AuditOff, ProtectionOff}
	if slices.Contains(unsafe, o.Kind) != (o.Instead != "") {
		t.Errorf("%s: %s: unsafe options name a safer choice, and only they", s.ID, o.Name())
	}
	checkSource(t, s.ID, o.Source)
}

func checkSource(t *testing.T, id, source string) {
	t.Helper()
	if regexp.MustCompile(`^CVE-\d{4}-\d+$`).MatchString(source) {
		return
	}
	if u, err := url.Parse(source); err != nil || u.Scheme != "https" || u.Host == "" {
		t.Errorf("%s: source %q is neither a page nor an advisory", id, source)
	}
}

func TestServerLookup(t *testing.T) {
	for _, c := range []struct {
		got  *Server
		want string
	}{
		{ServerByPackage("npm", "@modelcontextprotocol/server-filesystem"), "filesystem"},
		{ServerByPackage("pypi", "MCP_Server_Git"), "git"},
		{ServerByPackage("pypi", "postgres-mcp[extra]"), "postgres-pro"},
		{ServerByPackage("oci", "docker.io/mcp/filesystem"), "filesystem"},
		{ServerByPackage("npm", "mcp/filesystem"), ""},
		{ServerByPackage("npm", ""), ""},
		{ServerByPackage("pypi", "AWSLabs_aws-api-mcp-server"), "aws-api"},
		{ServerByPackage("pypi", "awslabs.aws-api-mcp-server"), "aws-api"},
		{ServerByProgram(`C:\tools\github-mcp-server.exe`, nil), "github"},
		{ServerByProgram("docker", []string{"mcp", "gateway", "run", "--port"}), "docker-gateway"},
		{ServerByProgram("docker", []string{"run", "x"}), ""},
		{ServerByHost("API.githubcopilot.com."), "github"},
		{ServerByHost("evil-api.githubcopilot.com"), ""},
	} {
		id := ""
		if c.got != nil {
			id = c.got.ID
		}
		if id != c.want {
			t.Errorf("found %q, want %q", id, c.want)
		}
	}
}

func TestOptionMeans(t *testing.T) {
	flag, env, all := Option{Arg: "--x"}, Option{Env: "X"}, Option{Arg: "--toolsets", Values: []string{"all"}}
	for _, c := range []struct {
		option *Option
		value  string
		want   bool
	}{
		{&flag, "", true}, {&flag, "false", false}, {&flag, "true", true},
		{&env, "", false}, {&env, "1", true}, {&env, "OFF", false}, {&env, "${X}", true},
		{&all, "all", true}, {&all, "repos,all", true}, {&all, "repos", false}, {&all, "", false},
	} {
		if got := c.option.Means(c.value); got != c.want {
			t.Errorf("%s %q: %v, want %v", c.option.Name(), c.value, got, c.want)
		}
	}
}

func TestRisk(t *testing.T) {
	for tool, want := range map[string]Risk{"execute_command": Exec, "write_file": Destructive, "read_file": ""} {
		if got := ServerNamed("desktop-commander").Risk(tool); got != want {
			t.Errorf("%s: %q, want %q", tool, got, want)
		}
	}
}
