// Package launch reads command lines: whatever way a server's start is written,
// it becomes one canonical Launch that says which program runs, which package it
// fetches, how that is pinned, and with what arguments. Nothing is expanded,
// looked up or run.
package launch

import "github.com/mcplumb/mcplumb/analyzer/source"

// A Launch is what will be started, after wrappers are taken off.
//
//	cmd /c npx -y pkg@1.2.3 /data    runner npx, package npm pkg 1.2.3, args [/data], wrappers [cmd]
//	bash -lc "cd x && npx pkg"       the same, with Script holding the string
//	docker run -v /:/h img:tag       runner docker, package oci img tag, Container filled
//	npx mcp-remote URL               runner npx, package npm mcp-remote, RemoteURL filled
type Launch struct {
	Words     []source.String // the command and its arguments as the client passes them
	Command   []source.String // what is left of them when wrappers are off, the program first
	Program   source.String   // the innermost program: npx, uvx, docker, node, /usr/bin/foo
	Runner    string          // its canonical name without path, version and .exe/.cmd: "npx", "python"
	Options   []Flag          // options of the runner itself: npx --registry X, uvx --with X
	Package   Package         // what the runner fetches, if it does
	Extra     []Package       // what is fetched besides: npx -p X -p Y, uvx --with X, npm install in a script
	Args      []source.String // what is passed to the package, image or program itself
	Entry     source.String   // the script, module or task an interpreter runs: "dist/index.js"
	Code      source.String   // program text handed to an interpreter: python -c, node -e
	Container *Container      // docker, podman, nerdctl run
	RemoteURL source.String   // the URL a bridge (mcp-remote, supergateway, ...) talks to
	Headers   []Setting       // headers a bridge sends
	Inner     *Launch         // the server that a bridge or launcher package starts in turn
	Wrappers  []Wrapper       // taken off on the way, outermost first
	Script    *Script         // a shell script on the way, if there is one
	Env       []Setting       // K=V set on the command line (env A=B, docker -e A=B, A=B cmd)
	Cut       bool            // there is more of it than is looked at: 65,536 words, or 256 KiB of a script
}

// A Package is what a runner fetches before it runs.
type Package struct {
	Ecosystem string        // "npm", "pypi", "oci", "git", "url", "jsr", "go", "cargo", "nuget"; "" without one
	Name      string        // "@scope/name", "mcp-server-git" (PyPI names as PEP 503 writes them), "ghcr.io/org/image"
	Version   string        // as written behind the name: "1.2.3", "latest", "^1", "sha256:..."
	Pin       Pin           //
	Spec      source.String // the argument that names it: "pkg@1.2.3"
}

// A Pin says how firmly a version is fixed.
type Pin uint8

// The ways a version is written.
const (
	Unversioned Pin = iota // a bare name: whatever is newest
	Tag                    // latest, next, or an image tag
	Range                  // ^1, ~1.2, >=1, 1.x
	Exact                  // one version
	Digest                 // a content hash or full commit
	Local                  // a path, a workspace, an already installed program
	Reference              // a variable the reader cannot know: pkg@${VERSION}
)

// A Wrapper is a program that only starts another one.
type Wrapper struct {
	Name string // "cmd", "bash", "env", "sudo", "mise", "smithery", "op"
	Word source.String
	Args []source.String // what stands between it and the command it starts
}

// A Script is a string that a shell interprets.
type Script struct {
	Shell    string        // "sh", "bash", "zsh", "cmd", "powershell"
	Text     source.String // the script itself
	Commands []Command     // every simple command in it, those of nested shells included, in written order
	// Operators that join or redirect: "|", "&&", "||", ";", "&", ">", "<", "$()", "`", "<()", newline as ";".
	Operators []source.String
	Parsed    bool // false when the shell's grammar did not accept the text
}

// A Command is one program of a script with what is passed to it.
type Command struct {
	Words     []source.String // without quotes; expansions stay as written
	Env       []Setting       // A=B in front of it
	Redirects []Redirect
	Feeds     int  // index of the command that gets its output, by a pipe or as a substitution; -1 for none
	Nested    bool // part of a substitution or of a shell inside the script
}

// A Redirect is a file that a command reads or writes.
type Redirect struct {
	Operator string // ">", ">>", "<", "&>"
	Target   source.String
}

// A Setting is an assignment on a command line.
type Setting struct{ Name, Value source.String }

// A Container is the sandbox that docker, podman or nerdctl is asked for.
type Container struct {
	Image   source.String
	Flags   []Flag  // every option before the image, in order
	Mounts  []Mount // -v, --volume, --mount
	Publish []source.String
	Network source.String
	User    source.String
}

// A Flag is one option with its value, if it takes one.
type Flag struct {
	Name  string // normalised, with dashes: "--privileged", "-v" becomes "--volume"
	Value source.String
	Word  source.String // the word that holds the name
}

// A Mount is one host path or volume made visible inside a container.
type Mount struct {
	Type           string // "bind", "volume", "tmpfs" and so on; "bind" for a path behind -v
	Source, Target source.String
	ReadOnly       bool
	Word           source.String
}

const (
	maxDepth  = 16        // wrappers inside wrappers
	maxWords  = 1 << 16   // words of one launch that are looked at
	maxScript = 16 << 10  // bytes of a script that are parsed by a shell's grammar
	maxLexed  = 256 << 10 // bytes of one that are looked at in any way
	maxNested = 256       // brackets that open in one, since the grammar is tried again at each
	maxJoined = 1024      // operators in one
)

// Parse reads the command and arguments of a server entry. An argument list is
// passed to the program as it is; only a command that holds a whole line, and the
// script argument of a shell, are split as a shell would.
func Parse(command source.String, args []source.String) Launch {
	l := Launch{Words: append([]source.String{command}, args...)}
	p := parser{launch: &l}
	words := l.Words[:min(len(l.Words), maxWords)]
	l.Cut = len(words) < len(l.Words)
	if holdsLine(command.Value, len(args) > 0) {
		if len(args) == 0 {
			p.line("sh", command, false)
		} else {
			p.program(append(splitWords(p.bound(command)), words[1:]...))
		}
	} else {
		p.program(words)
	}
	return l
}

// ParseLine reads a whole command line as a shell gets it: a hook, a helper, a
// task.
func ParseLine(line source.String) Launch {
	l := Launch{Words: []source.String{line}}
	p := parser{launch: &l}
	p.line("sh", line, false)
	return l
}

// Packages yields what is fetched by the launch and by the launches inside it,
// outermost first.
func (l *Launch) Packages(yield func(*Package) bool) {
	for ; l != nil; l = l.Inner {
		if l.Package.Ecosystem != "" && !yield(&l.Package) {
			return
		}
		for i := range l.Extra {
			if !yield(&l.Extra[i]) {
				return
			}
		}
	}
}

// Option returns the value of the runner's option with this name and whether it
// is there.
func (l *Launch) Option(name string) (source.String, bool) {
	for _, f := range l.Options {
		if f.Name == name {
			return f.Value, true
		}
	}
	return source.String{}, false
}
