package main_test

import (
	"os"
	"testing"

	"github.com/mcplumb/mcplumb/internal/cli"
)

// asTool makes the test binary behave as mcplumb, so that tests can watch a whole
// process without building one.
const asTool = "MCPLUMB_TEST_AS_TOOL"

func TestMain(m *testing.M) {
	if os.Getenv(asTool) != "" {
		os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Getenv}))
	}
	os.Exit(m.Run())
}
