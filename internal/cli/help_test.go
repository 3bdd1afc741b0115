package cli

import (
	"io"
	"testing"

	"github.com/spf13/pflag"
)

// A flag that is in no group would be hard to find, one in two would be shown twice.
func TestCheckGroups(t *testing.T) {
	groups := map[string]int{"help": 1}
	for _, g := range checkGroups {
		for _, name := range g.names {
			groups[name]++
		}
	}
	cmd := newCheck(Streams{Out: io.Discard, Err: io.Discard})
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if groups[f.Name] != 1 {
			t.Errorf("--%s is in %d groups", f.Name, groups[f.Name])
		}
		delete(groups, f.Name)
	})
	for name := range groups {
		if name != "help" {
			t.Errorf("there is no flag --%s", name)
		}
	}
}
