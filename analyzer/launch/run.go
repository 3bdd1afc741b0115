package launch

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// run reads the innermost program.
func (p *parser) run(name string, words []source.String) {
	if p.depth++; p.depth > maxDepth {
		return
	}
	l := p.launch
	l.Command, l.Program, l.Runner, l.Args = words, words[0], name, words[1:]
	l.Package.Pin = Local
	switch name {
	case "npx", "pnpx", "bunx":
		p.fetch(npm, npxOption, words[1:])
	case "uvx":
		p.fetch(pypi, uvOption, words[1:])
	case "dnx":
		p.dnx(words[1:])
	case "npm", "pnpm", "yarn", "yarnpkg", "bun", "deno", "uv", "pipx", "go", "cargo", "dotnet", "nix", "docker", "podman", "nerdctl":
		p.subcommand(name, words[1:])
	case "python", "node", "tsx", "ts-node", "ruby", "perl", "php", "java":
		p.interpreter(name, words[1:])
	}
	p.bridge()
}

// subcommand reads runners whose first word says what they do.
func (p *parser) subcommand(name string, args []source.String) {
	options, rest := readOptions(args, globalOption)
	if len(rest) == 0 {
		return
	}
	p.launch.Options = options
	verb, args := rest[0].Value, rest[1:]
	switch name + " " + verb {
	case "npm exec", "npm x", "pnpm dlx", "pnpm create", "yarn dlx", "yarnpkg dlx", "bun x":
		p.fetch(npm, npxOption, args)
	case "uv tool", "dotnet tool":
		p.toolRun(name, args)
	case "uv run":
		p.uvRun(args)
	case "pipx run":
		p.fetch(pypi, uvOption, args)
	case "deno run", "deno x", "deno serve":
		p.deno(args)
	case "deno eval":
		p.code(args)
	case "go run":
		p.goRun(args)
	case "dotnet dnx":
		p.dnx(args)
	case "nix run":
		p.nixRun(args)
	case "docker run", "podman run", "nerdctl run", "docker create", "podman create":
		p.container(args)
	case "docker container", "podman container":
		if len(args) > 0 && (args[0].Value == "run" || args[0].Value == "create") {
			p.container(args[1:])
		}
	case "npm run", "npm start", "npm run-script", "pnpm run", "pnpm start", "pnpm exec", "yarn run", "yarn start", "yarn exec",
		"bun run", "cargo run", "dotnet run", "uv sync":
		p.task(rest[0], args)
	default:
		if name == "bun" || name == "yarn" || name == "pnpm" || name == "dotnet" || name == "deno" {
			p.launch.Entry, p.launch.Args = rest[0], args
		}
	}
}

// globalOption knows the options that stand before a runner's verb.
func globalOption(name string) (string, bool) {
	switch name {
	case "--prefix", "--directory", "--dir", "-C", "--cwd", "--filter", "-F", "--project", "--context", "-H", "--host",
		"--config", "--registry", "--userconfig", "--cache", "--namespace", "-n", "--workspace", "-w", "--log-level",
		"--python", "-p", "--config-file", "--color", "--cache-dir", "--env-file", "--connection", "-c", "--url", "--loglevel":
		return name, true
	}
	return name, false
}

// task notes the local script or program that a package manager runs.
func (p *parser) task(verb source.String, args []source.String) {
	options, rest := readOptions(args, globalOption)
	p.launch.Options = append(p.launch.Options, options...)
	p.launch.Entry, p.launch.Args = verb, rest
	if len(rest) > 0 && verb.Value != "start" {
		p.launch.Entry, p.launch.Args = rest[0], rest[1:]
	}
}

func npxOption(name string) (string, bool) {
	switch name {
	case "-p", "--package":
		return "--package", true
	case "-c", "--call":
		return "--call", true
	case "-y":
		return "--yes", false
	case "-q":
		return "--quiet", false
	case "-w":
		return "--workspace", true
	case "-n":
		return "--node-options", true
	case "--registry", "--workspace", "--node-options", "--shell", "--userconfig", "--globalconfig", "--cache", "--prefix",
		"--loglevel", "--script-shell", "--dir", "--cwd", "--node-arg", "--filter", "--before", "--tag", "--omit", "--include":
		return name, true
	case "-C":
		return "--dir", true
	}
	return name, false
}

// uvOption knows the options of uvx, uv run and pipx run.
func uvOption(name string) (string, bool) {
	switch name {
	case "--spec", "--from":
		return "--from", true
	case "-w", "--with":
		return "--with", true
	case "-p", "--python":
		return "--python", true
	case "-i", "--index-url":
		return "--index-url", true
	case "-f", "--find-links":
		return "--find-links", true
	case "-m", "--module":
		return "--module", true
	case "-c", "--constraint", "--constraints":
		return "--constraints", true
	case "-P", "--upgrade-package":
		return "--upgrade-package", true
	case "-C", "--config-setting", "--config-settings":
		return "--config-setting", true
	case "--with-editable", "--with-requirements", "--index", "--default-index", "--extra-index-url", "--directory", "--project",
		"--env-file", "--overrides", "--override", "--cache-dir", "--config-file", "--color", "--refresh-package",
		"--reinstall-package", "--index-strategy", "--keyring-provider", "--resolution", "--prerelease", "--exclude-newer",
		"--link-mode", "--python-preference", "--python-platform", "--allow-insecure-host", "--no-build-package",
		"--no-binary-package", "--build-constraints", "-b", "--extra", "--group", "--no-group", "--only-group", "--no-extra",
		"--package", "--torch-backend", "--fork-strategy", "--pip-args", "--env", "--suffix", "--trusted-host", "--fetch-python",
		"--exclude-newer-package", "--preview-features", "--no-build-isolation-package", "--malware-check":
		return name, true
	}
	return name, false
}

// fetch reads runners that take options, a package and the package's arguments:
// npx, npm exec, pnpm dlx, yarn dlx, bunx, uvx, pipx run.
func (p *parser) fetch(parse func(source.String) Package, table optionTable, words []source.String) {
	l := p.launch
	options, rest := readOptions(words, table)
	l.Options = append(l.Options, options...)
	var named []Package
	for _, f := range options {
		if f.Value.Value == "" {
			continue
		}
		switch f.Name {
		case "--package":
			for _, spec := range splitList(f.Value, l.Runner) {
				named = append(named, parse(spec))
			}
		case "--from":
			named = append([]Package{parse(f.Value)}, named...)
		case "--with":
			for _, spec := range splitList(f.Value, "uvx") {
				l.Extra = append(l.Extra, parse(spec))
			}
		case "--call":
			if len(named) > 0 {
				l.Package, l.Extra, l.Args = named[0], append(l.Extra, named[1:]...), nil
			}
			if l.Package.Ecosystem == "" {
				l.Args = nil
			}
			inner := Launch{Words: []source.String{f.Value}}
			q := parser{launch: &inner, depth: p.depth + 1}
			q.line("sh", f.Value, false)
			l.Inner = &inner
			return
		}
	}
	switch {
	case len(named) > 0:
		l.Package, l.Extra = named[0], append(named[1:], l.Extra...)
		if len(rest) > 0 {
			l.Entry, rest = rest[0], rest[1:]
		}
	case len(rest) > 0:
		l.Package, rest = parse(rest[0]), rest[1:]
	}
	// npm exec keeps reading its own options behind the package until "--".
	if len(rest) > 0 && rest[0].Value == "--" && l.Runner == "npm" {
		rest = rest[1:]
	}
	l.Args = rest
}

// splitList splits the comma-separated requirements of uv's --with.
func splitList(value source.String, runner string) []source.String {
	if runner != "uvx" && runner != "uv" || !strings.Contains(value.Value, ",") || strings.ContainsAny(value.Value, "[<>=!~") {
		return []source.String{value}
	}
	var out []source.String
	for start, i := 0, 0; i <= len(value.Value); i++ {
		if i == len(value.Value) || value.Value[i] == ',' {
			if i > start {
				out = append(out, trim(value.Slice(start, i)))
			}
			start = i + 1
		}
	}
	return out
}

// toolRun reads uv tool run and dotnet tool run, exec and execute.
func (p *parser) toolRun(name string, args []source.String) {
	if len(args) == 0 {
		return
	}
	switch verb := args[0].Value; {
	case name == "uv" && verb == "run":
		p.fetch(pypi, uvOption, args[1:])
	case name == "dotnet" && (verb == "exec" || verb == "execute"):
		p.dnx(args[1:])
	case name == "dotnet" && verb == "run":
		p.task(args[0], args[1:])
	}
}

// uvRun reads uv run: a script or installed program, and packages fetched for it.
func (p *parser) uvRun(args []source.String) {
	l := p.launch
	options, rest := readOptions(args, uvOption)
	l.Options = append(l.Options, options...)
	l.Args = rest
	var module source.String
	for _, f := range options {
		switch f.Name {
		case "--with":
			for _, spec := range splitList(f.Value, "uv") {
				l.Extra = append(l.Extra, pypi(spec))
			}
		case "--module":
			module = f.Value
		}
	}
	switch {
	case module.Value != "":
		l.Entry, l.Package = module, pythonModule(module)
	case len(rest) > 0 && ProgramName(rest[0].Value) == "python":
		p.interpreter("python", rest[1:])
	case len(rest) > 0:
		l.Entry, l.Args = rest[0], rest[1:]
	}
	if l.Package.Ecosystem != "" || len(l.Extra) == 0 {
		return
	}
	// The fetched package that brings the program, else the first one.
	main := 0
	for i, pkg := range l.Extra {
		if normalize(l.Entry.Value) == pkg.Name {
			main = i
		}
	}
	l.Package = l.Extra[main]
	l.Extra = append(l.Extra[:main:main], l.Extra[main+1:]...)
}

func (p *parser) dnx(args []source.String) {
	l := p.launch
	table := listed("--version --source --add-source --configfile --framework --verbosity -v --arch")
	options, rest := readOptions(args, table)
	l.Options = append(l.Options, options...)
	l.Args = nil
	if len(rest) == 0 {
		return
	}
	l.Package = versioned("nuget", rest[0], dotnetPin)
	more, rest := readOptions(rest[1:], table)
	l.Options = append(l.Options, more...)
	l.Args = rest
	if v, ok := l.Option("--version"); ok && l.Package.Version == "" {
		l.Package.Version, l.Package.Pin = v.Value, dotnetPin(v.Value)
	}
}

func (p *parser) goRun(args []source.String) {
	l := p.launch
	options, rest := readOptions(args, listed("-C -tags -exec -ldflags -gcflags -asmflags -mod -modfile -overlay -p -toolexec -race-detector"))
	l.Options, l.Args = append(l.Options, options...), nil
	if len(rest) == 0 {
		return
	}
	l.Entry, l.Args = rest[0], rest[1:]
	if strings.Contains(rest[0].Value, "@") {
		l.Package = versioned("go", rest[0], goPin)
	}
}

func (p *parser) nixRun(args []source.String) {
	l := p.launch
	options, rest := readOptions(args, listed("-I --include --option --override-input"))
	l.Options, l.Args = append(l.Options, options...), nil
	if len(rest) == 0 {
		return
	}
	l.Entry, l.Args = rest[0], rest[1:]
	if len(l.Args) > 0 && l.Args[0].Value == "--" {
		l.Args = l.Args[1:]
	}
	flake, _, _ := strings.Cut(rest[0].Value, "#")
	if host, path, ok := strings.Cut(flake, ":"); ok && (host == "github" || host == "gitlab" || host == "sourcehut") {
		parts := strings.SplitN(path, "/", 3)
		if len(parts) >= 2 {
			l.Package = Package{Ecosystem: "git", Name: host + ".com/" + parts[0] + "/" + parts[1], Spec: rest[0]}
			if len(parts) == 3 {
				l.Package.Version = parts[2]
			}
			l.Package.Pin = gitPin(l.Package.Version)
		}
	} else if strings.HasPrefix(flake, "git+") {
		l.Package = gitPackage(flake, rest[0])
	}
}

func (p *parser) deno(args []source.String) {
	l := p.launch
	table := listed("-c --config --import-map --cert --location --seed --lock --env-file -L --log-level --ext --port --host")
	options, rest := readOptions(args, table)
	l.Options, l.Args = append(l.Options, options...), nil
	if len(rest) == 0 {
		return
	}
	l.Entry, l.Args = rest[0], rest[1:]
	l.Package = denoPackage(rest[0])
}

// denoPackage reads npm:, jsr: and URL specifiers.
func denoPackage(spec source.String) Package {
	scheme, rest, ok := strings.Cut(spec.Value, ":")
	if !ok {
		return Package{Pin: Local}
	}
	switch scheme {
	case "npm", "jsr":
		name := strings.TrimPrefix(rest, "/")
		pkg := versioned(scheme, spec.Slice(len(spec.Value)-len(name), len(spec.Value)), npmPin)
		if version, _, found := strings.Cut(pkg.Version, "/"); found { // npm:pkg@1.2.3/sub/path
			pkg.Version, pkg.Pin = version, npmPin(version)
		}
		pkg.Spec = spec
		return pkg
	case "http", "https":
		return Package{Ecosystem: "url", Name: spec.Value, Spec: spec}
	}
	return Package{Pin: Local}
}

// interpreter reads node, python and their kind: options, then a script, a
// module or program text.
func (p *parser) interpreter(name string, args []source.String) {
	l := p.launch
	for i := 0; i < len(args); i++ {
		word := args[i]
		v := word.Value
		switch {
		case name == "python" && v == "-m" && i+1 < len(args):
			p.module(args[i+1], args[i+2:])
			return
		case isCodeOption(name, v):
			if eq := strings.IndexByte(v, '='); eq > 0 {
				l.Code = word.Slice(eq+1, len(v))
			} else if i+1 < len(args) {
				l.Code = args[i+1]
			}
			return
		case name == "java" && v == "-jar" && i+1 < len(args):
			l.Entry = args[i+1]
			return
		case strings.HasPrefix(v, "-") && len(v) > 1:
			long, value, attached := cutOption(word, interpreterOption)
			_, takes := interpreterOption(long)
			if takes && !attached && i+1 < len(args) {
				i++
				value = args[i]
			}
			l.Options = append(l.Options, Flag{Name: long, Value: value, Word: word})
		default:
			p.script(name, word, args[i+1:])
			return
		}
	}
}

// interpreterOption knows the options that take a value in the next word.
func interpreterOption(name string) (string, bool) {
	switch name {
	case "-r", "--require", "--import", "--loader", "--experimental-loader", "-C", "--conditions", "--env-file", "--max-old-space-size",
		"-W", "-X", "-I", "-cp", "-classpath", "--class-path", "--tsconfig", "-P", "--project", "-O":
		return name, true
	}
	return name, false
}

// isCodeOption reports whether what follows the option is program text.
func isCodeOption(interpreter, option string) bool {
	name, _, _ := strings.Cut(option, "=")
	switch interpreter {
	case "python":
		return option == "-c" || len(option) > 2 && len(option) < 6 && option[0] == '-' && option[1] != '-' &&
			strings.HasSuffix(option, "c") && strings.Trim(option[1:], "BEIOPRSbdistuvqx") == "c"
	case "node", "tsx", "ts-node":
		return name == "-e" || name == "--eval" || name == "-p" && interpreter == "node" || name == "--print" || name == "-pe"
	case "ruby", "perl":
		return option == "-e" || option == "-E" || option == "-ne" || option == "-pe" || option == "-le" || option == "-lne"
	case "php":
		return option == "-r" || option == "-R" || option == "-B"
	}
	return false
}

// code notes the program text of deno eval.
func (p *parser) code(args []source.String) {
	options, rest := readOptions(args, listed("--ext -c --config"))
	p.launch.Options = append(p.launch.Options, options...)
	if len(rest) > 0 {
		p.launch.Code, p.launch.Args = rest[0], rest[1:]
	}
}

// module reads python -m.
func (p *parser) module(module source.String, args []source.String) {
	switch module.Value {
	case "uv", "pipx":
		p.run(module.Value, append([]source.String{module}, args...))
		return
	}
	p.launch.Entry, p.launch.Args = module, args
	p.launch.Package = pythonModule(module)
}

func pythonModule(module source.String) Package {
	name, _, _ := strings.Cut(module.Value, ".")
	return Package{Ecosystem: "pypi", Name: normalize(name), Pin: Local, Spec: module}
}

// script reads a script file. A file inside node_modules belongs to a package, and
// npm's own starters stand for npx and npm.
func (p *parser) script(name string, file source.String, args []source.String) {
	l := p.launch
	path := strings.ReplaceAll(file.Value, `\`, "/")
	switch path[strings.LastIndexByte(path, '/')+1:] {
	case "npx-cli.js":
		p.run("npx", append([]source.String{file}, args...))
		return
	case "npm-cli.js":
		p.run("npm", append([]source.String{file}, args...))
		return
	}
	l.Entry = file
	if name != "python" && name != "java" {
		if i := strings.LastIndex(path, "node_modules/"); i >= 0 {
			parts := strings.SplitN(path[i+len("node_modules/"):], "/", 3)
			name := parts[0]
			if strings.HasPrefix(name, "@") && len(parts) > 1 {
				name += "/" + parts[1]
			}
			if name != "" && name != ".bin" {
				l.Package = Package{Ecosystem: "npm", Name: name, Pin: Local, Spec: file}
				l.Args = args
			}
		}
	}
}
