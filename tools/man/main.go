// Command man writes the manual pages of mcplumb into a directory.
package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra/doc"

	"github.com/mcplumb/mcplumb/internal/cli"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: man DIRECTORY")
		os.Exit(2)
	}
	root := cli.Command(cli.Streams{Out: io.Discard, Err: io.Discard, Env: func(string) string { return "" }})
	root.DisableAutoGenTag = true
	date := time.Unix(0, 0).UTC() // the same pages from the same source
	header := &doc.GenManHeader{Section: "1", Source: "mcplumb " + cli.Version, Date: &date}
	if err := doc.GenManTree(root, header, os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
