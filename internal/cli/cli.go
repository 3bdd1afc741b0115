// Package cli is the command line: it turns flags into options, calls one
// function, and turns the outcome into an exit code.
package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/mcplumb/mcplumb/reporters"
)

// Version is the release that this source is or becomes.
const Version = "0.1.0"

// The exit codes, of which the highest that applies is returned in the order
// Usage, Unfinished, Findings, Clean.
const (
	Clean      = 0 // nothing at or above --fail-on
	Findings   = 1 // something at or above --fail-on
	Usage      = 2 // wrong flag, configuration, rule or file
	Unfinished = 3 // something could not be analyzed
)

// Streams are what the process hands to the command line.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Env      func(string) string
}

// exit is an error that only carries an exit code; everything has been said.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// usage is an error in how the tool was called.
type usage struct{ error }

func (u usage) Unwrap() error { return u.error }

func usagef(format string, args ...any) error { return usage{fmt.Errorf(format, args...)} }

// Main runs the command line and returns the exit code.
func Main(args []string, streams Streams) int {
	root := newRoot(streams)
	root.SetArgs(args)
	// The commands that complete others are not put together for a check.
	root.CompletionOptions.DisableDefaultCmd = len(args) > 0 && args[0] == "check"
	err := root.Execute()
	var code exit
	var wrong usage
	switch {
	case err == nil:
		return Clean
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &wrong), isCobraUsage(err):
		tell(streams.Err, err)
		return Usage
	}
	tell(streams.Err, err)
	return Unfinished
}

// mistakes are several errors, told on a line each.
type mistakes []string

func (m mistakes) Error() string { return strings.Join(m, "\n") }

// tell writes an error. Names in it may be those of files in a hostile repository, so
// none acts on a terminal or begins a line, where a build server takes orders.
func tell(w io.Writer, err error) {
	var list mistakes
	switch {
	case isCobraUsage(err): // behind what it quotes, it lists our commands
		first, rest, _ := strings.Cut(err.Error(), "\n")
		fmt.Fprintf(w, "mcplumb: %s\n%s", reporters.Printable(first), rest)
		return
	case !errors.As(err, &list):
		list = mistakes{err.Error()}
	}
	for _, line := range list {
		fmt.Fprintf(w, "mcplumb: %s\n", reporters.Printable(line))
	}
}

// isCobraUsage recognises the errors that cobra itself makes for wrong calls;
// they have no type of their own.
func isCobraUsage(err error) bool { return strings.HasPrefix(err.Error(), "unknown command ") }

// Command is the command tree, for programs that document it.
func Command(streams Streams) *cobra.Command { return newRoot(streams) }

func newRoot(streams Streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "mcplumb",
		Short: "Find what is dangerous in a Model Context Protocol set-up",
		Long: `mcplumb reads MCP client configs and server manifests and reports poisoned
tool text, embedded secrets, broad permissions and unsafe URLs.

It starts no server, expands no variable and opens no network connection.`,
		Example: `  mcplumb check                     the current directory
  mcplumb check .mcp.json           one file
  mcplumb check -f sarif -o out.sarif .
  mcplumb explain instruction-override`,
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: false},
		Version:           Version, // shown as cobra shows it: a template of our own would link the template engine
	}
	root.SetIn(streams.In)
	root.SetOut(streams.Out)
	root.SetErr(streams.Err)
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(newCheck(streams), newRules(streams), newExplain(streams), newClients(streams), newVersion(streams))
	return root
}

// flagError says which flag may have been meant.
func flagError(cmd *cobra.Command, err error) error {
	name, unknown := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !unknown {
		return usage{err}
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := nearest(name, names); near != "" {
		return usagef("%w (did you mean --%s?)", err, near)
	}
	return usage{err}
}

// nearest returns the name that differs least, or "" when none is close.
func nearest(name string, names []string) string {
	best, least := "", len(name)/3+2
	for _, n := range names {
		if d := levenshtein.ComputeDistance(name, n); d < least {
			best, least = n, d
		}
	}
	return best
}

// noArgs is cobra.NoArgs with our kind of error.
func noArgs(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("unexpected argument %q", args[0])
	}
	return nil
}
