package main_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
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

var (
	pageLink    = regexp.MustCompile(`\]\(([^)\s#]*)(?:#([^)\s]*))?\)`)
	pageHeading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	notInAnchor = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// TestLinksInDocs follows every link from page to page, headings included.
func TestLinksInDocs(t *testing.T) {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	followed := 0
	for _, page := range append(pages, "README.md", "CONTRIBUTING.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range pageLink.FindAllStringSubmatch(string(text), -1) {
			if strings.Contains(link[1], "://") || page == filepath.Join("docs", "rules.md") {
				continue // the reference is generated, and quotes what others link to
			}
			followed++
			target := page
			if link[1] != "" {
				target = filepath.Join(filepath.Dir(page), filepath.FromSlash(link[1]))
			}
			if there, err := os.ReadFile(target); err != nil || link[2] != "" && !hasHeading(string(there), link[2]) {
				t.Errorf("%s: the link %s leads nowhere", page, link[0])
			}
		}
	}
	if followed < 20 {
		t.Errorf("only %d links were found", followed)
	}
}

// hasHeading reports whether a page has a heading of that anchor, made as GitHub does.
func hasHeading(page, anchor string) bool {
	for _, heading := range pageHeading.FindAllStringSubmatch(page, -1) {
		if strings.ReplaceAll(notInAnchor.ReplaceAllString(strings.ToLower(heading[1]), ""), " ", "-") == anchor {
			return true
		}
	}
	return false
}

var (
	codeBlock   = regexp.MustCompile("(?s)```(?:sh|yaml|groovy|console)\n(.*?)```")
	commandLine = regexp.MustCompile(`(?:^|[\s'"|])mcplumb ([a-z]+[^|&#'\n]*)`)
)

// TestCommandsInDocs parses every command line that a page shows: commands and flags
// exist, and values are of their kind.
func TestCommandsInDocs(t *testing.T) {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	parsed := 0
	for _, page := range append(pages, "README.md", "CONTRIBUTING.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range codeBlock.FindAllSubmatch(text, -1) {
			for _, line := range commandLine.FindAllSubmatch(block[1], -1) {
				parsed++
				root := cli.Command(cli.Streams{Out: io.Discard, Err: io.Discard, Env: func(string) string { return "" }})
				command, rest, err := root.Find(strings.Fields(string(line[1])))
				if err == nil && command == root {
					err = errors.New("no such command")
				}
				if err == nil {
					err = command.ParseFlags(rest)
				}
				if err != nil {
					t.Errorf("%s: mcplumb %s: %v", page, line[1], err)
				}
			}
		}
	}
	if parsed < 30 {
		t.Errorf("only %d command lines were found", parsed)
	}
}
