package mcp_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var update = flag.Bool("update", false, "rewrite the want sections of the format cases")

// TestFormats reads one archive for each format of a client and each form of a
// manifest, and compares what is understood of it. What is understood points at the
// text it was read from; that is checked on the way.
func TestFormats(t *testing.T) {
	cases, err := filepath.Glob("../../testdata/formats/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			want, at := "", -1
			for i, f := range archive.Files {
				if f.Name == "want" {
					want, at = string(f.Data), i
					continue
				}
				fmt.Fprintf(&got, "%s: %s", f.Name, understood(t, f))
			}
			if *update {
				if at < 0 {
					archive.Files = append(archive.Files, txtar.File{Name: "want"})
					at = len(archive.Files) - 1
				}
				archive.Files[at].Data = []byte(got.String())
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got.String() != want {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

// understood writes what a file means, a fact a line.
func understood(t *testing.T, f txtar.File) string {
	file := source.NewFile(f.Name, f.Data)
	docs := tree.Parse(file, tree.Detect(f.Name, f.Data), tree.Limits{})
	m := mcp.Read(file, docs, mcp.Options{})
	var b strings.Builder
	fmt.Fprintf(&b, "%s", m.Kind)
	if m.Client != "" {
		fmt.Fprintf(&b, " of %s", m.Client)
	}
	b.WriteByte('\n')
	for _, p := range m.Packages {
		fmt.Fprintf(&b, "  offers %s %s\n", p.Form, strings.TrimSpace(p.Name.Value+" "+p.Version.Value))
	}
	for _, s := range m.Servers {
		b.WriteString("  " + serverLine(s) + "\n")
		for _, text := range append([]mcp.String{s.Name, s.Command, s.URL, s.Cwd}, s.Args...) {
			checkPlace(t, file, text)
		}
		for _, p := range slices.Concat(s.Env, s.Headers) {
			checkPlace(t, file, p.Key)
			checkPlace(t, file, p.Value)
		}
		for _, text := range s.Texts {
			fmt.Fprintf(&b, "    %s %q\n", text.Role, text.Value)
		}
	}
	for _, l := range m.Manifests {
		fmt.Fprintf(&b, "  listing %q protocol %q instructions %q\n", l.Server.Value, l.Protocol.Value, l.Instructions.Value)
		for _, tool := range l.Tools {
			fmt.Fprintf(&b, "    tool %s %q\n", tool.Name.Value, tool.Description.Value)
		}
		for _, p := range l.Prompts {
			fmt.Fprintf(&b, "    prompt %s\n", p.Name.Value)
		}
		for _, r := range l.Resources {
			fmt.Fprintf(&b, "    resource %s\n", r.URI.Value)
		}
	}
	for _, p := range m.Policies {
		fmt.Fprintf(&b, "  setting %s = %s\n", p.Path, p.Value.Value)
	}
	for _, in := range m.Inputs {
		fmt.Fprintf(&b, "  input %s secret=%v\n", in.ID.Value, in.Secret)
	}
	for _, text := range m.Prose {
		fmt.Fprintf(&b, "  %s of %s %q\n", text.Role, text.Owner, text.Value)
	}
	return b.String()
}

func serverLine(s *mcp.Server) string {
	words := []string{fmt.Sprintf("server %q", s.Name.Value), [...]string{"unknown", "stdio", "http", "sse", "ws", "inside"}[s.Transport]}
	add := func(name string, values ...string) {
		if len(values) > 0 && values[0] != "" {
			words = append(words, name+"="+strings.Join(values, ","))
		}
	}
	add("command", s.Command.Value)
	add("args", texts(s.Args)...)
	if p := s.Launch.Package; p.Name != "" {
		add("package", p.Ecosystem+":"+p.Name+"@"+p.Version)
	}
	if c := s.Launch.Container; c != nil {
		add("image", c.Image.Value)
		for _, mount := range c.Mounts {
			add("mount", mount.Source.Value+":"+mount.Target.Value)
		}
	}
	add("url", s.URL.Value)
	add("cwd", s.Cwd.Value)
	add("env", pairs(s.Env)...)
	add("headers", pairs(s.Headers)...)
	for _, a := range s.Approvals {
		add("approves", a.Key.Value+":"+a.Value.Value)
	}
	add("only", texts(s.Allowed)...)
	add("never", texts(s.Denied)...)
	if s.Disabled {
		words = append(words, "disabled")
	}
	if s.Inert != "" {
		words = append(words, "inert: "+s.Inert)
	}
	return strings.Join(words, " ")
}

func texts(list []mcp.String) []string {
	var out []string
	for _, s := range list {
		out = append(out, s.Value)
	}
	return out
}

func pairs(list []mcp.Pair) []string {
	var out []string
	for _, p := range list {
		out = append(out, p.Key.Value+":"+p.Value.Value)
	}
	return out
}

// checkPlace checks that a text points at where it is written, unless it is implied.
func checkPlace(t *testing.T, file *source.File, text mcp.String) {
	t.Helper()
	if !text.Present() || text.Locator == nil || text.Value == "" {
		return
	}
	written := string(file.Data[text.Span.Start:text.Span.End])
	first := text.At(0, 1)
	if !strings.ContainsAny(written, `\`) && !strings.Contains(written, text.Value) || first.Len() == 0 || !text.Span.Contains(first) {
		t.Errorf("%q is said to stand at %q", text.Value, written)
	}
}

// TestClientsHaveCases checks that every client of the table has an archive.
func TestClientsHaveCases(t *testing.T) {
	for _, c := range knowledge.Clients() {
		if _, err := os.Stat("../../testdata/formats/client-" + c.ID + ".txtar"); err != nil {
			t.Errorf("client %s has no case: %v", c.ID, err)
		}
	}
}
