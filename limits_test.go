package main_test

import (
	"go/constant"
	"go/token"
	"go/types"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// limits are the constants that docs/limits.md gives in numbers, and the beginning of
// the line that does. Bytes are written in KiB and MiB.
var limits = []struct {
	file, name, line string
	bytes            bool
}{
	{"analyzer/run.go", "DefaultMaxSize", "| size of a file |", true},
	{"analyzer/budget.go", "maxInFlight", "| bytes in work |", true},
	{"analyzer/tree/parse.go", "defaultDepth", "| nesting |", false},
	{"analyzer/tree/parse.go", "defaultNodes", "| values in one file |", false},
	{"analyzer/tree/yaml.go", "yamlNodes", "| values in one file |", false},
	{"analyzer/tree/toml.go", "tomlNodes", "| values in one file |", false},
	{"analyzer/tree/parse.go", "maxDocuments", "| documents in one file", false},
	{"analyzer/tree/parse.go", "maxBlocks", "| blocks of settings", false},
	{"analyzer/tree/parse.go", "maxProblems", "| problems of one kind", false},
	{"analyzer/tree/parse.go", "maxComments", "| comments in one document |", false},
	{"analyzer/mcp/manifest.go", "maxWrapping", "| envelopes", false},
	{"analyzer/mcp/parameters.go", "maxSchemaPositions", "| one input schema |", false},
	{"analyzer/mcp/parameters.go", "maxSchemaDepth", "| one input schema |", false},
	{"analyzer/mcp/parameters.go", "maxSchemaReferences", "| one input schema |", false},
	{"analyzer/mcp/config.go", "maxServers", "| servers in one file |", false},
	{"analyzer/launch/launch.go", "maxWords", "| one command line |", false},
	{"analyzer/launch/launch.go", "maxLexed", "| one command line |", true},
	{"analyzer/launch/launch.go", "maxScript", "| one command line |", true},
	{"analyzer/pattern/pattern.go", "maxLength", "| one `pattern`", false},
	{"rules/poisoning/judge.go", "maxPiece", "| a text for the model |", true},
	{"analyzer/text/text.go", "maxHidden", "| tricks in one piece", false},
	{"analyzer/text/text.go", "maxInner", "| tricks in one piece", false},
	{"rules/secrets/environment.go", "maxEnvFile", "| an `.env` file", true},
	{"internal/config/config.go", "MaxSize", "What the command line", true},
	{"internal/baseline/baseline.go", "maxSize", "baseline by", true},
	{"internal/diff/diff.go", "maxLine", "baseline by", true},
	{"internal/cli/check.go", "maxPath", "baseline by", true},
	{"analyzer/run.go", "maxFindings", "| findings of one file |", false},
	{"analyzer/freeze.go", "maxQuoteRunes", "| quoted evidence |", false},
	{"analyzer/freeze.go", "maxFrameLines", "| lines shown", false},
	{"analyzer/freeze.go", "maxFrameRunes", "| lines shown", false},
	{"analyzer/freeze.go", "maxNameRunes", "| names of servers", false},
	{"analyzer/freeze.go", "maxMessage", "| a message", true},
}

// TestLimitsInDocs compares the numbers of the page with those of the code.
func TestLimitsInDocs(t *testing.T) {
	page, err := os.ReadFile("docs/limits.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, limit := range limits {
		source, err := os.ReadFile(limit.file)
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(`(?m)^(?:const )?\t?` + limit.name + ` += ([^/\n]+)`).FindSubmatch(source)
		if found == nil {
			t.Errorf("%s: there is no %s", limit.file, limit.name)
			continue
		}
		value, err := types.Eval(token.NewFileSet(), nil, token.NoPos, string(found[1]))
		if err != nil {
			t.Fatal(err)
		}
		n, _ := constant.Int64Val(value.Value)
		want := grouped(n)
		if limit.bytes {
			want = binary(n)
		}
		at := strings.Index(string(page), "\n"+limit.line)
		line, _, _ := strings.Cut(string(page[at+1:]), "\n")
		if at < 0 || !regexp.MustCompile(`(^|[^0-9,])`+want+`([^0-9,]|, |$)`).MatchString(line) {
			t.Errorf("docs/limits.md does not give %s of %s for %s: %s", want, limit.file, limit.name, line)
		}
	}
}

// grouped writes a number with a comma before every three digits.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// binary writes a number of bytes in the largest unit that divides it.
func binary(n int64) string {
	if n%(1<<20) == 0 {
		return strconv.FormatInt(n>>20, 10) + " MiB"
	}
	return strconv.FormatInt(n>>10, 10) + " KiB"
}
