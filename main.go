// Mcplumb is an offline static analyzer for Model Context Protocol set-ups.
package main

import (
	"os"

	"github.com/mcplumb/mcplumb/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Getenv}))
}
