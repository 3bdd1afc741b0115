package cli

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A flagGroup is flags that the help shows together.
type flagGroup struct {
	title string
	names []string
}

// checkGroups are the flags of check by what they are about.
var checkGroups = []flagGroup{
	{"What is read", []string{"installed", "client", "stdin-filename", "files-from", "max-size", "jobs"}},
	{"What is looked for and shown", []string{"only", "skip", "pedantic", "min-severity", "min-confidence"}},
	{"What is accepted", []string{"config", "no-config", "no-ignores", "baseline", "write-baseline", "baseline-secrets", "diff", "base"}},
	{"What is written", []string{"format", "output", "sarif-category", "color", "quiet", "verbose"}},
	{"What fails", []string{"fail-on", "exit-zero"}},
}

// groupUsage makes the help of a command show its flags in groups, and those in no
// group at the end.
func groupUsage(cmd *cobra.Command, groups []flagGroup) {
	cmd.SetUsageFunc(func(c *cobra.Command) error {
		w := c.OutOrStderr()
		fmt.Fprintf(w, "Usage:\n  %s\n\nExamples:\n%s\n", c.UseLine(), c.Example)
		grouped := map[string]bool{}
		for _, g := range groups {
			set := pflag.NewFlagSet(g.title, pflag.ContinueOnError)
			set.SortFlags = false
			for _, name := range g.names {
				set.AddFlag(c.Flags().Lookup(name))
				grouped[name] = true
			}
			fmt.Fprintf(w, "\n%s:\n%s", g.title, set.FlagUsages())
		}
		rest := pflag.NewFlagSet("rest", pflag.ContinueOnError)
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !grouped[f.Name] {
				rest.AddFlag(f)
			}
		})
		fmt.Fprintf(w, "\nOther:\n%s", rest.FlagUsages())
		return nil
	})
}
