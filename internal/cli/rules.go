package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime/debug"
	"text/tabwriter"

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
				return listText(streams.Out, all)
			case "json":
				return listJSON(streams.Out, all)
			case "markdown":
				_, err := io.WriteString(streams.Out, reporters.RulesMarkdown(rules.All()))
				return err
			}
			return usagef("--format is one of text, json, markdown, not %q", format)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "text, json or markdown")
	return cmd
}

// listText writes a line a rule.
func listText(w io.Writer, all []analyzer.RuleInfo) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range all {
		persona := ""
		if r.Pedantic {
			persona = " (pedantic)"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s%s\n", r.Name, r.Severity, r.Category, r.Summary, persona)
	}
	return table.Flush()
}

// listJSON writes the metadata of every rule.
func listJSON(w io.Writer, all []analyzer.RuleInfo) error {
	type rule struct {
		Name       string   `json:"name"`
		Category   string   `json:"category"`
		Severity   string   `json:"severity"`
		Confidence string   `json:"confidence"`
		Pedantic   bool     `json:"pedantic"`
		Since      string   `json:"since"`
		Summary    string   `json:"summary"`
		Why        string   `json:"why"`
		Remedy     string   `json:"remedy"`
		CWE        []int    `json:"cwe"`
		OWASP      []string `json:"owasp"`
		SafeMCP    []string `json:"safe_mcp"`
		References []string `json:"references"`
	}
	list := make([]rule, 0, len(all))
	for _, r := range all {
		list = append(list, rule{
			r.Name, r.Category, r.Severity.String(), r.Confidence.String(), r.Pedantic, r.Since, r.Summary, r.Why, r.Remedy,
			append([]int{}, r.CWE...), append([]string{}, r.OWASP...), append([]string{}, r.SafeMCP...), append([]string{}, r.References...),
		})
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(list)
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
					return reporters.RuleText(streams.Out, r, reporters.TextOptions{Color: colorAuto.on(streams), Width: terminalWidth(streams.Out)})
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
				fmt.Fprintf(streams.Out, "built with %s%s\n", info.GoVersion, origin(info))
			}
			fmt.Fprintf(streams.Out, "knowledge of %s\n", knowledge.Date)
			return nil
		},
	}
}

// origin is " from COMMIT", or " from VERSION" of a module that was downloaded; "" where
// the build does not know.
func origin(info *debug.BuildInfo) string {
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return " from " + s.Value
		}
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return " from " + v
	}
	return ""
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
