package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/reporters"
	"github.com/mcplumb/mcplumb/rules"
)

func newRules(streams Streams) *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			all := analyzer.Rules(rules.All())
			switch format {
			case "text":
				return reporters.RulesText(streams.Out, all)
			case "json":
				return reporters.RulesJSON(streams.Out, all)
			case "markdown":
				return reporters.RulesMarkdown(streams.Out, rules.All())
			}
			return usagef("--format is one of text, json, markdown, not %q", format)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "text, json or markdown")
	return cmd
}

func newExplain(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Explain a rule: why it matters, what to do, an example",
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleNames(), cobra.ShellCompDirectiveNoFileComp
		},
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("explain takes the name of one rule, see mcplumb rules")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			for _, r := range analyzer.Rules(rules.All()) {
				if r.Name == args[0] {
					return reporters.RuleText(streams.Out, r)
				}
			}
			return unknownRule(args[0])
		},
	}
}

func newVersion(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version, the build and the date of the knowledge tables",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintf(streams.Out, "mcplumb %s\n", Version)
			if info, ok := debug.ReadBuildInfo(); ok {
				fmt.Fprintf(streams.Out, "built with %s", info.GoVersion)
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						fmt.Fprintf(streams.Out, " from %s", s.Value)
					}
				}
				fmt.Fprintln(streams.Out)
			}
			fmt.Fprintf(streams.Out, "knowledge of %s\n", knowledge.Date)
			return nil
		},
	}
}

func ruleNames() []string {
	var names []string
	for _, r := range analyzer.Rules(rules.All()) {
		names = append(names, r.Name)
	}
	return names
}

func unknownRule(name string) error {
	families := []string{}
	for _, f := range rules.All() {
		families = append(families, f.Name)
	}
	if near := nearest(name, append(ruleNames(), families...)); near != "" {
		return usagef("unknown rule %q (did you mean %s?)", name, near)
	}
	return usagef("unknown rule %q, see mcplumb rules", name)
}

func unknownClient(name string) error {
	var ids []string
	for _, c := range knowledge.Clients() {
		ids = append(ids, c.ID)
	}
	if near := nearest(name, ids); near != "" {
		return usagef("unknown client %q (did you mean %s?)", name, near)
	}
	return usagef("unknown client %q, see mcplumb clients", name)
}
