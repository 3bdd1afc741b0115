// Hello is what starting a process and a cobra command costs: the yardstick of the
// start-up benchmark.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "hello", RunE: func(*cobra.Command, []string) error {
		fmt.Println("hello, world")
		return nil
	}}
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}
