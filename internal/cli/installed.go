package cli

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/discover"
	"github.com/mcplumb/mcplumb/reporters"
)

// aloneInstalled reports what --installed cannot be combined with: it checks the
// well-known places and nothing else.
func (flags checkFlags) aloneInstalled(args []string) error {
	if len(args) > 0 {
		return usagef("--installed looks at the places of this machine's clients; it takes no path such as %q", args[0])
	}
	for _, other := range []struct{ name, value string }{
		{"files-from", flags.filesFrom}, {"stdin-filename", flags.stdinFilename},
		{"client", flags.client}, {"diff", flags.diff}, {"base", flags.base},
	} {
		if other.value != "" {
			return usagef("--installed and --%s exclude each other", other.name)
		}
	}
	return nil
}

// findInstalled collects the files of this machine's clients and says which clients
// there are.
func findInstalled(streams Streams, quiet bool) (*discover.Result, error) {
	home := "HOME"
	if runtime.GOOS == "windows" {
		home = "USERPROFILE"
	}
	machine := discover.Machine{System: runtime.GOOS, Home: streams.Env(home), Getenv: streams.Env}
	if machine.Home == "" {
		return nil, usagef("--installed needs to know the home folder, and %s is not set", home)
	}
	found, clients := discover.Installed(machine)
	if quiet {
		return found, nil
	}
	if len(clients) == 0 {
		fmt.Fprintln(streams.Err, "mcplumb: no file of a known client is here; mcplumb clients lists where each is looked for")
		return found, nil
	}
	fmt.Fprintf(streams.Err, "mcplumb: found %s\n", strings.Join(clients, ", "))
	for _, f := range found.Files {
		fmt.Fprintf(streams.Err, "mcplumb:   %s\n", reporters.Printable(f.Path))
	}
	return found, nil
}
