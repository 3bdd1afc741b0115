package main_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// mostBefore is how many bytes a package of this module may allocate before main:
// enough for a few functions that build their table when it is first asked for.
const mostBefore = 2 << 10

// TestNothingHappensBeforeMain holds the start of the program to what the input asks
// for: tables that are filled for every run cost a check of one small file more than
// the check.
func TestNothingHappensBeforeMain(t *testing.T) {
	cmd := exec.Command(build(t, "."), "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	inits := regexp.MustCompile(`(?m)^init (\S+) @.* (\d+) bytes, \d+ allocs$`).FindAllStringSubmatch(string(out), -1)
	if len(inits) < 20 {
		t.Fatalf("only %d packages are initialised:\n%s", len(inits), out)
	}
	for _, init := range inits {
		if size, _ := strconv.Atoi(init[2]); strings.HasPrefix(init[1], module) && size > mostBefore {
			t.Errorf("%s allocates %d bytes before main; make its sets switches and build its tables on first use", init[1], size)
		}
	}
}

// TestNoTemplateEngine holds the program to being linked without text/template: it
// looks methods up by name, and then the linker keeps every method of every type.
func TestNoTemplateEngine(t *testing.T) {
	out, err := exec.Command("go", "tool", "nm", build(t, ".")).Output()
	if err != nil {
		t.Fatal(err)
	}
	symbols := string(out)
	if !strings.Contains(symbols, "internal/cli.Main") {
		t.Fatal("the program's own functions are not among its symbols")
	}
	if strings.Contains(symbols, "text/template.(*Template).Execute") {
		t.Error("the template engine is linked; cobra's Set...Template functions do that")
	}
}
