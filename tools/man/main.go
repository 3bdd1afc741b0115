// Command man writes the manual pages of mcplumb into a directory. They are dated
// SOURCE_DATE_EPOCH, so that the same source gives the same pages.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra/doc"

	"github.com/mcplumb/mcplumb/internal/cli"
)

func main() {
	if len(os.Args) != 2 || os.Getenv("SOURCE_DATE_EPOCH") == "" {
		fmt.Fprintln(os.Stderr, "usage: SOURCE_DATE_EPOCH=SECONDS man DIRECTORY")
		os.Exit(2)
	}
	root := cli.Command(cli.Streams{Out: io.Discard, Err: io.Discard, Env: func(string) string { return "" }})
	root.DisableAutoGenTag = true
	header := &doc.GenManHeader{Section: "1", Source: "mcplumb " + cli.Version, Manual: "mcplumb"}
	if err := doc.GenManTree(root, header, os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
