package main_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/internal/cli"
)

var update = flag.Bool("update", false, "rewrite the output of examples in the documentation")

// consoleBlock is a fenced block of commands and what they print.
var consoleBlock = regexp.MustCompile("(?s)```console\n(.*?)```")

// TestExamplesInDocs runs every "$ mcplumb ..." of the README and the docs and
// compares what it prints. A line "..." in the expected output stands for any
// number of lines.
func TestExamplesInDocs(t *testing.T) {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, page := range append(pages, "README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		fresh := consoleBlock.ReplaceAllFunc(text, func(block []byte) []byte {
			body := string(consoleBlock.FindSubmatch(block)[1])
			command, want, _ := strings.Cut(body, "\n")
			args, ok := strings.CutPrefix(command, "$ mcplumb ")
			if !ok {
				return block
			}
			ran++
			got := printed(strings.Fields(args))
			if !matches(want, got) && !*update {
				t.Errorf("%s: $ mcplumb %s prints\n%s\nthe page says\n%s", page, args, got, want)
			}
			if strings.Contains(want, "\n...\n") {
				return block
			}
			return []byte("```console\n" + command + "\n" + got + "```")
		})
		if *update && !bytes.Equal(fresh, text) {
			if err := os.WriteFile(page, fresh, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if ran == 0 {
		t.Error("no example was run")
	}
}

func printed(args []string) string {
	var out bytes.Buffer
	cli.Main(args, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &out, Env: func(string) string { return "" }})
	return out.String()
}

// matches compares line by line; "..." skips to where the rest fits.
func matches(want, got string) bool {
	for part := range strings.SplitSeq(want, "...\n") {
		at := strings.Index(got, part)
		if at < 0 {
			return false
		}
		got = got[at+len(part):]
	}
	return strings.Contains(want, "...\n") || got == ""
}

// TestGeneratedDocs fails when a generated page is not what the program says.
func TestGeneratedDocs(t *testing.T) {
	for _, subject := range []string{"rules", "clients"} {
		page := filepath.Join("docs", subject+".md")
		got := printed([]string{subject, "--format", "markdown"})
		want, err := os.ReadFile(page)
		if *update {
			if err := os.WriteFile(page, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err != nil || string(want) != got {
			t.Errorf("%s is not what mcplumb %s says; run make docs", page, subject)
		}
	}
}
