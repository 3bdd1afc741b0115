package launch_test

import (
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// TestCut holds Parse to saying when there is more than it looks at, and only then.
func TestCut(t *testing.T) {
	text := func(s string) source.String { return source.String{Value: s} }
	long := strings.Repeat("a && ", 60_000)
	for _, test := range []struct {
		name    string
		command string
		args    []source.String
		want    bool
	}{
		{"short", "bash", []source.String{text("-c"), text("a && b")}, false},
		{"a long argument of a program", "node", []source.String{text(long)}, false},
		{"a long script", "bash", []source.String{text("-c"), text(long + "b")}, true},
		{"a long line", long + "b", nil, true},
		{"many words", "node", make([]source.String, 70_000), true},
	} {
		if got := launch.Parse(text(test.command), test.args).Cut; got != test.want {
			t.Errorf("%s: cut is %v, want %v", test.name, got, test.want)
		}
	}
}
