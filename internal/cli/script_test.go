package cli_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/mcplumb/mcplumb/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"mcplumb": func() {
			os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Getenv}))
		},
	})
}

// TestScript runs the contracts of the command line: what is written, where, and
// with which exit code.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "testdata", "cli"),
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			for _, name := range []string{"CI", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "GITHUB_WORKSPACE", "TERM"} {
				env.Setenv(name, "")
			}
			demo, err := filepath.Abs(filepath.Join("..", "..", "demo"))
			env.Setenv("DEMO", demo)
			return err
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			// exitcode CODE ARGS... runs mcplumb and demands this exit code.
			"exitcode": func(ts *testscript.TestScript, _ bool, args []string) {
				err := ts.Exec("mcplumb", args[1:]...)
				code := "0"
				if err != nil {
					code = "?"
					if coded, ok := err.(interface{ ExitCode() int }); ok {
						code = string(rune('0' + coded.ExitCode()))
					}
				}
				if code != args[0] {
					ts.Fatalf("exit code %s, want %s\n%s", code, args[0], ts.ReadFile("stderr"))
				}
			},
			// fifo NAME makes a named pipe where the system has them.
			"fifo": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(makeFIFO(ts.MkAbs(args[0])))
			},
			// huge NAME makes a sparse file of one gigabyte.
			"huge": func(ts *testscript.TestScript, _ bool, args []string) {
				file, err := os.Create(ts.MkAbs(args[0]))
				ts.Check(err)
				ts.Check(file.Truncate(1 << 30))
				ts.Check(file.Close())
			},
			// nested NAME makes a file of 100,000 opening brackets.
			"nested": func(ts *testscript.TestScript, _ bool, args []string) {
				data := make([]byte, 100_000)
				for i := range data {
					data[i] = '['
				}
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
			},
		},
	})
}
