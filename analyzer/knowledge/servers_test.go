package knowledge

import (
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestServersTable holds the rules that JSON cannot: every fact says where it is
// from, labels are known, and an option stands in one place.
func TestServersTable(t *testing.T) {
	index, err := parseServers(serversJSON)
	if err != nil {
		t.Fatal(err)
	}
	ecosystems := []string{"npm", "pypi", "oci", "go", "nuget", "cargo"}
	seen := map[string]bool{}
	for _, s := range index.servers {
		if !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(s.ID) || seen[s.ID] {
			t.Errorf("%q: ids are unique and kebab-case", s.ID)
		}
		seen[s.ID] = true
		if s.Title == "" || strings.HasSuffix(s.Title, ".") {
			t.Errorf("%s: title %q", s.ID, s.Title)
		}
		if len(s.Packages)+len(s.Programs)+len(s.Hosts)+len(s.Subcommand) == 0 {
			t.Errorf("%s: nothing leads to it", s.ID)
		}
		for ecosystem, names := range s.Packages {
			if !slices.Contains(ecosystems, ecosystem) {
				t.Errorf("%s: unknown ecosystem %q", s.ID, ecosystem)
			}
			for _, name := range names {
				if got := ServerByPackage(ecosystem, name); got == nil || got.ID != s.ID {
					t.Errorf("%s: %s package %q is not found again", s.ID, ecosystem, name)
				}
			}
		}
		if len(s.Capabilities) == 0 {
			t.Errorf("%s: no capabilities; \"none\" is one", s.ID)
		}
		for _, c := range s.Capabilities {
			if !slices.Contains(capabilities, c) {
				t.Errorf("%s: unknown capability %q", s.ID, c)
			}
		}
		for risk := range s.Tools {
			if !slices.Contains([]Risk{Exec, Destructive, Sink, Secret}, risk) {
				t.Errorf("%s: unknown risk %q", s.ID, risk)
			}
		}
		if s.Provider != "" && aliases[s.Provider] != s.Provider {
			t.Errorf("%s: unknown provider %q", s.ID, s.Provider)
		}
		checkSource(t, s.ID, s.Source)
		for _, o := range append(slices.Clone(s.Options), s.Always...) {
			checkOption(t, s, o)
		}
	}
}

func checkOption(t *testing.T, s Server, o Option) {
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

func TestParseServersRejects(t *testing.T) {
	for _, data := range []string{
		`[{"id": "a", "nick": "b"}]`,
		`[{"id": "a", "hosts": ["h"]}, {"id": "b", "hosts": ["h"]}]`,
		`{}`,
	} {
		if _, err := parseServers([]byte(data)); err == nil {
			t.Errorf("accepted %s", data)
		}
	}
}

// TestRecordsAreReadAlone holds the places of records to the table as a whole.
func TestRecordsAreReadAlone(t *testing.T) {
	all := Servers()
	if len(all) != len(table().starts) {
		t.Fatalf("%d records are seen, the table has %d", len(table().starts), len(all))
	}
	for i := range all {
		if got := table().record(i); !reflect.DeepEqual(*got, all[i]) {
			t.Errorf("record %d is read as %+v, want %+v", i, *got, all[i])
		}
		questions.Store(0) // so that records are read
		for _, program := range all[i].Programs {
			if got := ServerByProgram(program, nil); got == nil || got.ID != all[i].ID {
				t.Errorf("%s: program %q is not found again", all[i].ID, program)
			}
		}
		for program, words := range all[i].Subcommand {
			if got := ServerByProgram(program, words); got == nil {
				t.Errorf("%s: program %q %q is not found again", all[i].ID, program, words)
			}
		}
		for _, host := range all[i].Hosts {
			if got := ServerByHost(host); got == nil || got.ID != all[i].ID {
				t.Errorf("%s: host %q is not found again", all[i].ID, host)
			}
		}
		if got := ServerNamed(all[i].ID); got == nil || got.ID != all[i].ID {
			t.Errorf("%s is not found by its name", all[i].ID)
		}
	}
	whole := map[string][]string{}
	for _, s := range all {
		for ecosystem, names := range s.Packages {
			whole[ecosystem] = append(whole[ecosystem], names...)
		}
	}
	if got := Packages(); !reflect.DeepEqual(got, whole) {
		t.Errorf("the packages are read as %v, want %v", got, whole)
	}
	for _, name := range []string{"", "no-such-server", `"`, "filesystem\""} {
		if s := ServerByPackage("npm", name); s != nil {
			t.Errorf("%q is taken for %s", name, s.ID)
		}
	}
}
