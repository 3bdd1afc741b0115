package launch

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// plain locates parts of text that is written as it is decoded.
type plain struct{}

func (plain) Locate(token source.Span, start, end int) source.Span {
	return source.Span{Start: token.Start + start, End: token.Start + end}
}

// words lays the given words out one behind the other in one imaginary file.
func words(list ...string) []source.String {
	var out []source.String
	at := 10
	for _, s := range list {
		out = append(out, source.String{Value: s, Span: source.Span{Start: at, End: at + len(s)}, Locator: plain{}})
		at += len(s) + 3
	}
	return out
}

func parse(list ...string) Launch {
	w := words(list...)
	return Parse(w[0], w[1:])
}

// values joins decoded words for comparison.
func values(list []source.String) string {
	var b strings.Builder
	for i, s := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s.Value)
	}
	return b.String()
}

func wrappers(l Launch) string {
	var names []string
	for _, w := range l.Wrappers {
		names = append(names, w.Name)
	}
	return strings.Join(names, " ")
}

// TestSameServer writes one server in many ways and wants the same facts of all.
func TestSameServer(t *testing.T) {
	for _, list := range [][]string{
		{"npx", "-y", "@acme/files@1.2.3", "/data"},
		{"npx", "--yes", "--package", "@acme/files@1.2.3", "files", "/data"},
		{"npx", "-y", "-p=@acme/files@1.2.3", "--", "files", "/data"},
		{"npm", "exec", "--yes", "--", "@acme/files@1.2.3", "/data"},
		{"npm", "x", "-y", "@acme/files@1.2.3", "--", "/data"},
		{"npm", "--silent", "exec", "@acme/files@1.2.3", "/data"},
		{"pnpm", "dlx", "@acme/files@1.2.3", "/data"},
		{"pnpx", "@acme/files@1.2.3", "/data"},
		{"yarn", "dlx", "-q", "@acme/files@1.2.3", "/data"},
		{"bunx", "--bun", "@acme/files@1.2.3", "/data"},
		{"bun", "x", "@acme/files@1.2.3", "/data"},
		{"deno", "run", "-A", "npm:@acme/files@1.2.3", "/data"},
		{"cmd", "/c", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{`C:\Windows\System32\cmd.exe`, "/d", "/C", "npx -y @acme/files@1.2.3 /data"},
		{"bash", "-lc", "cd /srv && exec npx -y @acme/files@1.2.3 /data"},
		{"/bin/sh", "-c", "export A=b; npx -y '@acme/files@1.2.3' \"/data\" 2>/dev/null"},
		{"zsh", "-i", "-c", "source ~/.zshrc && npx -y @acme/files@1.2.3 /data"},
		{"powershell.exe", "-NoProfile", "-ExecutionPolicy", "Bypass", "-Command", "npx -y @acme/files@1.2.3 /data"},
		{"pwsh", "-c", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"env", "LEVEL=debug", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"env", "-u", "HOME", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"env", "-S", "npx -y @acme/files@1.2.3 /data"},
		{"sudo", "-u", "nobody", "-E", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"mise", "x", "node@22", "--", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"mise", "exec", "--", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"direnv", "exec", ".", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"dotenv", "-e", ".env", "--", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"npx", "dotenv-cli", "-e", ".env", "--", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"op", "run", "--env-file=.env", "--", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"doppler", "run", "--", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"nix", "shell", "nixpkgs#nodejs", "-c", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"nix-shell", "-p", "nodejs", "--run", "npx -y @acme/files@1.2.3 /data"},
		{"wsl", "-d", "Debian", "bash", "-lc", "npx -y @acme/files@1.2.3 /data"},
		{"wsl.exe", "-e", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"nohup", "nice", "-n", "5", "timeout", "60", "npx", "-y", "@acme/files@1.2.3", "/data"},
		{"npx -y @acme/files@1.2.3 /data"},
		{"npx -y", "@acme/files@1.2.3", "/data"},
		{"/usr/local/bin/npx", "-y", "@acme/files@1.2.3", "/data"},
		{`C:\Program Files\nodejs\npx.cmd`, "-y", "@acme/files@1.2.3", "/data"},
		{"node", "/usr/lib/node_modules/npm/bin/npx-cli.js", "-y", "@acme/files@1.2.3", "/data"},
		{"supergateway", "--stdio", "npx -y @acme/files@1.2.3 /data"},
		{"mcp-proxy", "--port", "8096", "npx", "-y", "@acme/files@1.2.3", "/data"},
	} {
		l := parse(list...)
		for l.Inner != nil {
			l = *l.Inner
		}
		p := l.Package
		if p.Ecosystem != "npm" || p.Name != "@acme/files" || p.Version != "1.2.3" || p.Pin != Exact || values(l.Args) != "/data" {
			t.Errorf("%q: package %s %s %s pin %d, args %q", list, p.Ecosystem, p.Name, p.Version, p.Pin, values(l.Args))
		}
	}
}

// TestSamePython does the same for a server from the Python index.
func TestSamePython(t *testing.T) {
	for _, list := range [][]string{
		{"uvx", "Acme_Files==1.2.3", "--root", "/data"},
		{"uvx", "acme-files@1.2.3", "--root", "/data"},
		{"uvx", "--python", "3.12", "--from", "acme-files[cli]==1.2.3", "acme", "--root", "/data"},
		{"uv", "tool", "run", "acme.files==1.2.3", "--root", "/data"},
		{"uv", "run", "--with", "acme-files==1.2.3", "acme-files", "--root", "/data"},
		{"uv", "--directory", "/srv", "run", "--with=acme-files==1.2.3", "acme-files", "--root", "/data"},
		{"pipx", "run", "acme-files==1.2.3", "--root", "/data"},
		{"pipx", "run", "--spec", "acme-files==1.2.3", "acme", "--root", "/data"},
		{"python3", "-m", "uv", "tool", "run", "acme-files==1.2.3", "--root", "/data"},
		{"python", "-m", "pipx", "run", "acme-files==1.2.3", "--root", "/data"},
	} {
		l := parse(list...)
		p := l.Package
		if p.Ecosystem != "pypi" || p.Name != "acme-files" || p.Version != "1.2.3" || p.Pin != Exact || values(l.Args) != "--root /data" {
			t.Errorf("%q: package %s %s %s pin %d, args %q", list, p.Ecosystem, p.Name, p.Version, p.Pin, values(l.Args))
		}
	}
}

func TestRunners(t *testing.T) {
	for _, test := range []struct {
		line    string // words separated by one space; an underscore is a space in a word
		runner  string
		pkg     string // ecosystem name version pin
		entry   string
		args    string
		wrapped string
	}{
		{"go run github.com/a/b@v1.2.3 x", "go", "go github.com/a/b v1.2.3 3", "github.com/a/b@v1.2.3", "x", ""},
		{"go run -C src .", "go", "   5", ".", "", ""},
		{"dnx Acme.Mcp@2.0.1 --yes", "dnx", "nuget Acme.Mcp 2.0.1 3", "", "", ""},
		{"dotnet dnx Acme.Mcp --version 2.0.1 -- a", "dotnet", "nuget Acme.Mcp 2.0.1 3", "", "a", ""},
		{"dotnet run --project server", "dotnet", "   5", "run", "", ""},
		{"docker run --rm -i ghcr.io/a/b:1.4 stdio", "docker", "oci ghcr.io/a/b 1.4 1", "", "stdio", ""},
		{"podman container run img", "podman", "oci img  0", "", "", ""},
		{"deno run --allow-net=a.com jsr:@a/b@^1 x", "deno", "jsr @a/b ^1 2", "jsr:@a/b@^1", "x", ""},
		{"deno run https://a.com/x.ts", "deno", "url https://a.com/x.ts  0", "https://a.com/x.ts", "", ""},
		{"node --env-file .env dist/index.js --stdio", "node", "   5", "dist/index.js", "--env-file .env dist/index.js --stdio", ""},
		{"node /x/node_modules/@a/b/i.js y", "node", "npm @a/b  5", "/x/node_modules/@a/b/i.js", "y", ""},
		{"python3.12 -m acme_mcp.server --x", "python", "pypi acme-mcp  5", "acme_mcp.server", "--x", ""},
		{"uv run --directory /a server.py b", "uv", "   5", "server.py", "b", ""},
		{"uv run --with mcp[cli] mcp run s.py", "uv", "pypi mcp  0", "mcp", "run s.py", ""},
		{"npm --prefix /x run start", "npm", "   5", "start", "", ""},
		{"bun server.ts", "bun", "   5", "server.ts", "", ""},
		{"nix run github:a/b/main#s -- x", "nix", "git github.com/a/b main 1", "github:a/b/main#s", "x", ""},
		{"bash start.sh -c x", "bash", "   5", "", "start.sh -c x", ""},
		{"bash -c curl_-s_https://a.com/i_|_sh", "sh", "   5", "", "", "bash"},
		{"cmd /c set_A=b&&_npx_pkg", "npx", "npm pkg  0", "", "", "cmd"},
		{"npx @smithery/cli@latest run @a/b --key k", "npx", "npm @smithery/cli latest 1", "@a/b", "run @a/b --key k", "smithery"},
		{"npx ${PKG}", "npx", "npm ${PKG}  6", "", "", ""},
		{"npx pkg@${V}", "npx", "npm pkg ${V} 6", "", "", ""},
		{"sudo", "sudo", "   5", "", "", ""},
		{"uvx --from git+https://github.com/a/b@v1 b", "uvx", "git github.com/a/b v1 1", "b", "", ""},
	} {
		list := strings.Split(test.line, " ")
		for i := range list {
			if !strings.Contains(list[i], "acme_mcp") && !strings.Contains(list[i], "node_modules") {
				list[i] = strings.ReplaceAll(list[i], "_", " ")
			}
		}
		l := parse(list...)
		pkg := fmt.Sprintf("%s %s %s %d", l.Package.Ecosystem, l.Package.Name, l.Package.Version, l.Package.Pin)
		if l.Runner != test.runner || pkg != test.pkg || l.Entry.Value != test.entry || values(l.Args) != test.args || wrappers(l) != test.wrapped {
			t.Errorf("%s:\n runner %q package %q entry %q args %q wrappers %q", test.line, l.Runner, pkg, l.Entry.Value, values(l.Args), wrappers(l))
		}
	}
}

func TestSpecs(t *testing.T) {
	hash := strings.Repeat("a1", 20)
	for _, test := range []struct {
		read      func(source.String) Package
		spec      string
		ecosystem string
		name      string
		version   string
		pin       Pin
	}{
		{npm, "pkg", "npm", "pkg", "", Unversioned},
		{npm, "@a/b@latest", "npm", "@a/b", "latest", Tag},
		{npm, "@a/b@next", "npm", "@a/b", "next", Tag},
		{npm, "pkg@^1.2.3", "npm", "pkg", "^1.2.3", Range},
		{npm, "pkg@1", "npm", "pkg", "1", Range},
		{npm, "pkg@1.x", "npm", "pkg", "1.x", Range},
		{npm, "pkg@v1.2.3", "npm", "pkg", "v1.2.3", Exact},
		{npm, "pkg@1.2.3-beta.1+b2", "npm", "pkg", "1.2.3-beta.1+b2", Exact},
		{npm, "pkg@1.2.3 - 2.0.0", "npm", "pkg", "1.2.3 - 2.0.0", Range},
		{npm, "x@npm:@a/b@1.2.3", "npm", "@a/b", "1.2.3", Exact},
		{npm, "github:a/b#main", "git", "github.com/a/b", "main", Tag},
		{npm, "a/b", "git", "github.com/a/b", "", Unversioned},
		{npm, "a/b#" + hash, "git", "github.com/a/b", hash, Digest},
		{npm, "git+ssh://git@github.com/a/b.git#semver:^1", "git", "github.com/a/b", "semver:^1", Range},
		{npm, "git@github.com:a/b.git", "git", "github.com/a/b", "", Unversioned},
		{npm, "https://github.com/a/b", "git", "github.com/a/b", "", Unversioned},
		{npm, "https://a.com/x.tgz", "url", "https://a.com/x.tgz", "", Unversioned},
		{npm, "pkg@https://a.com/x.tgz", "url", "https://a.com/x.tgz", "", Unversioned},
		{npm, "./x.tgz", "", "./x.tgz", "", Local},
		{npm, "C:\\srv\\x", "", "C:\\srv\\x", "", Local},
		{npm, "${workspaceFolder}/server", "", "${workspaceFolder}/server", "", Local},
		{pypi, "a_B.c", "pypi", "a-b-c", "", Unversioned},
		{pypi, "a[x,y]>=1,<2", "pypi", "a", ">=1,<2", Range},
		{pypi, "a~=1.2", "pypi", "a", "~=1.2", Range},
		{pypi, "a==1.*", "pypi", "a", "1.*", Range},
		{pypi, "a == 1.2 ; python_version > '3'", "pypi", "a", "1.2", Exact},
		{pypi, "a@latest", "pypi", "a", "latest", Tag},
		{pypi, "a@1.2.3rc1", "pypi", "a", "1.2.3rc1", Exact},
		{pypi, "a @ git+https://github.com/o/r@" + hash + "#subdirectory=x", "git", "github.com/o/r", hash, Digest},
		{pypi, "git+https://user@host.tld/o/r.git", "git", "host.tld/o/r", "", Unversioned},
		{pypi, "a==${V}", "pypi", "a", "${V}", Reference},
		{pypi, ".", "", ".", "", Local},
		{Image, "localhost:5000/a/b", "oci", "localhost:5000/a/b", "", Unversioned},
		{Image, "localhost:5000/a/b:1", "oci", "localhost:5000/a/b", "1", Tag},
		{Image, "a:1@sha256:ff", "oci", "a", "sha256:ff", Digest},
		{Image, "a:${V:-latest}", "oci", "a", "${V:-latest}", Reference},
		{Image, "${IMAGE}", "oci", "${IMAGE}", "", Reference},
	} {
		p := test.read(words(test.spec)[0])
		if p.Ecosystem != test.ecosystem || p.Name != test.name || p.Version != test.version || p.Pin != test.pin {
			t.Errorf("%q: got %q %q %q %d", test.spec, p.Ecosystem, p.Name, p.Version, p.Pin)
		}
	}
}

func TestContainer(t *testing.T) {
	l := parse("docker", "--context", "x", "run", "-itv", "/:/host:ro", `-vC:\data:/d`, "-p8080:80", "-e", "A=b", "-eC", "--net=host",
		"--mount", "type=bind,src=${HOME},dst=/h,readonly", "--name", "n", "--privileged", "-u", "0:0", "-v", "cache:/c",
		"-v", "$(pwd):/w", "-v", "${DIR:-.}:/x", "-v", "/anon", "reg:5000/o/i:2", "--flag", "arg")
	c := l.Container
	if c == nil {
		t.Fatal("no container")
	}
	if l.Package.Name != "reg:5000/o/i" || values(l.Args) != "--flag arg" || c.Network.Value != "host" || c.User.Value != "0:0" {
		t.Errorf("image %q args %q network %q user %q", l.Package.Name, values(l.Args), c.Network.Value, c.User.Value)
	}
	var mounts []string
	for _, m := range c.Mounts {
		mounts = append(mounts, fmt.Sprintf("%s %s>%s %v", m.Type, m.Source.Value, m.Target.Value, m.ReadOnly))
	}
	want := []string{`bind />/host true`, `bind C:\data>/d false`, `bind ${HOME}>/h true`, `volume cache>/c false`,
		`bind $(pwd)>/w false`, `bind ${DIR:-.}>/x false`, `volume >/anon false`}
	if got := strings.Join(mounts, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("mounts\n%s", got)
	}
	if len(l.Env) != 1 || l.Env[0].Name.Value != "A" || l.Env[0].Value.Value != "b" || len(c.Publish) != 1 || c.Publish[0].Value != "8080:80" {
		t.Errorf("env %v publish %v", l.Env, c.Publish)
	}
}

func TestBridges(t *testing.T) {
	for _, test := range []struct {
		words   []string
		url     string
		headers string
	}{
		{[]string{"npx", "-y", "mcp-remote@0.1.30", "https://a.com/mcp", "--header", "Authorization: Bearer x", "--allow-http"}, "https://a.com/mcp", "Authorization=Bearer x"},
		{[]string{"npx", "-y", "mcp-remote", "--header", "X-Key:${K}", "http://a.com/sse"}, "http://a.com/sse", "X-Key=${K}"},
		{[]string{"npx", "-y", "supergateway", "--sse", "https://a.com/sse", "--oauth2Bearer", "t"}, "https://a.com/sse", "Authorization=t"},
		{[]string{"npx", "-y", "supergateway", "--streamableHttp=https://a.com/mcp"}, "https://a.com/mcp", ""},
		{[]string{"uvx", "mcp-proxy", "-H", "X-A", "b", "https://a.com/sse"}, "https://a.com/sse", "X-A=b"},
		{[]string{"npx", "@acme/stdio-bridge", "https://a.com/mcp"}, "https://a.com/mcp", ""},
		{[]string{"npx", "@acme/fetch", "https://a.com/mcp"}, "", ""},
	} {
		l := parse(test.words...)
		var headers []string
		for _, h := range l.Headers {
			headers = append(headers, h.Name.Value+"="+h.Value.Value)
		}
		if l.RemoteURL.Value != test.url || strings.Join(headers, " ") != test.headers {
			t.Errorf("%q: url %q headers %q", test.words, l.RemoteURL.Value, headers)
		}
	}
}

func TestScripts(t *testing.T) {
	for _, test := range []struct {
		words     []string
		operators string
		commands  string // words, then "> target" per redirect, "=> n" for Feeds, "*" when nested
	}{
		{[]string{"bash", "-c", "npx pkg"}, "", "npx pkg"},
		{[]string{"sh", "-c", "curl -s https://a.com/i | sudo sh"}, "|", "curl -s https://a.com/i=>1;sudo sh"},
		{[]string{"bash", "-c", `bash <(curl -s "https://a.com/i")`}, "<()", "bash <(curl -s \"https://a.com/i\");curl -s https://a.com/i=>0*"},
		{[]string{"sh", "-c", `eval "$(wget -qO- https://a.com)"; true`}, "$() ;", `eval $(wget -qO- https://a.com);wget -qO- https://a.com=>0*;true`},
		{[]string{"sh", "-c", "echo x >> ~/.bashrc 2>&1"}, ">", "echo x>~/.bashrc>1"},
		{[]string{"sh", "-c", "npx pkg >/dev/null 2>&1"}, "", "npx pkg>/dev/null>1"},
		{[]string{"sh", "-c", "a && b || c; d & e\nf"}, "&& || ; & ;", "a;b;c;d;e;f"},
		{[]string{"sh", "-c", "sh -c 'a | b'"}, "|", "sh -c a | b;a=>2*;b*"},
		{[]string{"sh", "-c", "if [ -f x ]; then . x; fi; A=1 npx pkg"}, ";", "[ -f x ];. x;npx pkg"},
		{[]string{"sh", "-c", "unclosed 'quote | a"}, "", "unclosed quote | a"},
		{[]string{"cmd", "/c", "a & b | c > nul"}, "& |", "a;b=>2;c>nul"},
		{[]string{"powershell", "-c", "iex (iwr https://a.com/x.ps1)"}, "( )", "iex;iwr https://a.com/x.ps1=>0*"},
		{[]string{"powershell", "-Command", "irm https://a.com/x.ps1 | iex"}, "|", "irm https://a.com/x.ps1=>1;iex"},
		{[]string{"curl -s https://a.com | sh"}, "|", "curl -s https://a.com=>1;sh"},
	} {
		l := parse(test.words...)
		if l.Script == nil {
			t.Errorf("%q: no script", test.words)
			continue
		}
		var commands []string
		for _, c := range l.Script.Commands {
			s := values(c.Words)
			for _, r := range c.Redirects {
				s += ">" + r.Target.Value
			}
			if c.Feeds >= 0 {
				s += fmt.Sprintf("=>%d", c.Feeds)
			}
			if c.Nested {
				s += "*"
			}
			commands = append(commands, s)
		}
		if got := strings.Join(commands, ";"); got != test.commands || values(l.Script.Operators) != test.operators {
			t.Errorf("%q:\n operators %q\n commands %q", test.words, values(l.Script.Operators), got)
		}
	}
	for _, list := range [][]string{
		{"npx", "pkg", "a | b; c && $(d)"}, // an argument is no script
		{"npx pkg --flag"},
		{"bash", "start.sh", "a; b"},
		{"cmd", "/c", "npx", "pkg"},
		{"docker", "run", "img", "sh", "-c", "a | b"}, // runs inside the container
	} {
		if l := parse(list...); l.Script != nil {
			t.Errorf("%q has a script", list)
		}
	}
}

// TestScriptInstalls wants the packages that a script installs by name.
func TestScriptInstalls(t *testing.T) {
	for script, want := range map[string]string{
		"npm install -g notes-mcp && notes-mcp":                                 "npm notes-mcp 0",
		"npm i notes-mcp@1.4.2 --silent; notes-mcp":                             "npm notes-mcp 3",
		"pip install -q -r requirements.txt notes_mcp==1.4.2; python -m notes":  "pypi notes-mcp 3",
		"python3 -m pip install --index-url https://a.example a b>=1; exec a":   "pypi a 0;pypi b 0",
		"uv pip install 'notes[x]' && uv run s.py":                              "pypi notes 0",
		"npm install && npm start":                                              "",
		"npm ci; pip install -r requirements.txt; pip install -e .; exec notes": "",
	} {
		l := parse("bash", "-c", script)
		var got []string
		for _, p := range l.Extra {
			got = append(got, fmt.Sprintf("%s %s %d", p.Ecosystem, p.Name, p.Pin))
		}
		if strings.Join(got, ";") != want {
			t.Errorf("%s: installs %q, want %q", script, got, want)
		}
	}
}

// TestWrapperArgs wants what stands between a wrapper and its command.
func TestWrapperArgs(t *testing.T) {
	l := parse("sudo", "-u", "nobody", "env", "A=b", "npx", "pkg")
	if len(l.Wrappers) != 2 || values(l.Wrappers[0].Args) != "-u nobody" || l.Wrappers[1].Name != "env" {
		t.Errorf("wrappers %+v", l.Wrappers)
	}
	if values(l.Command) != "npx pkg" || len(l.Env) != 1 || l.Env[0].Value.Value != "b" {
		t.Errorf("command %q env %v", values(l.Command), l.Env)
	}
}

// TestPackages wants the packages of a launch and of the launches inside it.
func TestPackages(t *testing.T) {
	l := parse("npx", "-y", "supergateway@3.4.0", "--stdio", "uvx --with b a")
	var names []string
	for p := range l.Packages {
		names = append(names, p.Name)
	}
	if got := strings.Join(names, " "); got != "supergateway a b" {
		t.Errorf("packages %q", got)
	}
}

func TestPinOf(t *testing.T) {
	for _, test := range []struct {
		ecosystem, version string
		want               Pin
	}{
		{"npm", "", Unversioned}, {"npm", "1.2.3", Exact}, {"npm", "latest", Tag}, {"npm", "^1", Range},
		{"pypi", "", Unversioned}, {"pypi", "1.2", Exact}, {"pypi", "1.*", Range}, {"pypi", "latest", Tag}, {"pypi", ">=1", Range},
		{"nuget", "1.2.3", Exact}, {"oci", "1.2", Tag}, {"mcpb", "1.2.3", Exact},
	} {
		if got := PinOf(test.ecosystem, test.version); got != test.want {
			t.Errorf("%s %q: pin %d, want %d", test.ecosystem, test.version, got, test.want)
		}
	}
}

// TestSpans wants the tight place of every part.
func TestSpans(t *testing.T) {
	line := `bash -c "cd /x && npx -y 'pkg@1.0.0' --root=/data"`
	script := `cd /x && npx -y 'pkg@1.0.0' --root=/data`
	text := source.String{Value: script, Span: source.Span{Start: 9, End: 9 + len(script)}, Locator: plain{}}
	l := Parse(source.String{Value: "bash", Span: source.Span{Start: 0, End: 4}}, []source.String{{Value: "-c", Span: source.Span{Start: 5, End: 7}}, text})
	for want, s := range map[string]source.String{
		"npx": l.Program, "pkg@1.0.0": l.Package.Spec, "--root=/data": l.Args[0], "/data": l.Args[0].Slice(7, 12), "&&": l.Script.Operators[0],
	} {
		if got := line[s.Span.Start:s.Span.End]; got != want {
			t.Errorf("span of %q covers %q", want, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range [][]string{
		{"npx", "-y", "pkg@1.2.3", "/data"},
		{"bash", "-lc", "cd x && npx pkg 'a b' $(c `d`) <(e) > f 2>&1 | g &"},
		{"cmd", "/c", "a ^& b && c | d > nul"},
		{"powershell", "-Command", "iex (iwr 'u') ; $x = { y }"},
		{"docker", "run", "-itv", `C:\x:/y:ro`, "--mount", "type=bind,src=/,dst=/h,ro", "r:5000/i:t@sha256:x"},
		{"npx", "mcp-proxy", "--headers", "A", "B", "--", "uvx", "--from", "a[b]@git+https://h/o/r@x#egg=y", "c"},
		{"env -S 'sudo -u x' wsl -- nix shell a -c node -e 'x'"},
		{"python", "-m", "uv", "run", "--with", "a,b", "python", "-c", "x"},
		{"", ""},
	} {
		data, _ := json.Marshal(seed)
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, data string) {
		var list []string
		if json.Unmarshal([]byte(data), &list) != nil || len(list) == 0 {
			list = strings.Split(data, "\x00")
		}
		w := words(list...)
		inside := source.Span{Start: w[0].Span.Start, End: w[len(w)-1].Span.End}
		check := func(s source.String) {
			if s.Value != "" && !inside.Contains(s.Span) || s.Span.Start > s.Span.End {
				t.Fatalf("%q at %v is outside of %v", s.Value, s.Span, inside)
			}
		}
		var walk func(l *Launch)
		walk = func(l *Launch) {
			if l == nil {
				return
			}
			for _, s := range l.Args {
				check(s)
			}
			for _, s := range []source.String{l.Program, l.Package.Spec, l.Entry, l.Code, l.RemoteURL} {
				check(s)
			}
			for _, list := range [][]Setting{l.Env, l.Headers} {
				for _, s := range list {
					check(s.Name)
					check(s.Value)
				}
			}
			if c := l.Container; c != nil {
				check(c.Image)
				for _, m := range c.Mounts {
					check(m.Source)
					check(m.Target)
				}
				for _, f := range c.Flags {
					check(f.Value)
				}
			}
			if l.Script != nil {
				for _, op := range l.Script.Operators {
					check(op)
				}
				for _, c := range l.Script.Commands {
					if c.Feeds >= len(l.Script.Commands) {
						t.Fatalf("command feeds %d of %d", c.Feeds, len(l.Script.Commands))
					}
					for _, s := range c.Words {
						check(s)
					}
				}
			}
			walk(l.Inner)
		}
		l := Parse(w[0], w[1:])
		walk(&l)
	})
}

func BenchmarkParse(b *testing.B) {
	w := words("npx", "-y", "@acme/files@1.2.3", "/data")
	for b.Loop() {
		Parse(w[0], w[1:])
	}
}

// TestHostileScripts wants every nesting that fits into the limit read in no time.
func TestHostileScripts(t *testing.T) {
	repeat := func(unit string, n int) string { return strings.Repeat(unit, min(n, maxScript/len(unit))) }
	for _, unit := range []string{"$(", "(", "{ ", "`", "a|", "a&&", "((", "[[ ", "if a;", "${", "\"$(", "<(", "sh -c '", "!", "a=(", "case x in a) ", "while a; do ", "f() {"} {
		start := time.Now()
		for _, n := range []int{maxNested / 2, maxNested, maxJoined, maxScript} {
			parse("bash", "-c", repeat(unit, n))
			parse(repeat(unit, n))
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q repeated takes %v", unit, took)
		}
	}
	parse(strings.Split(strings.Repeat("python -m uv run --with a ", 4000), " ")...)
	parse(strings.Split(strings.Repeat("sudo env bash ", 20000), " ")...)
}
