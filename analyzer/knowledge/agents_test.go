package knowledge

import (
	"strings"
	"testing"
)

func TestAgents(t *testing.T) {
	for _, a := range agents {
		if len(a.Programs) == 0 || len(a.Skips)+len(a.Variables) == 0 {
			t.Errorf("%s is not known by a program or skips nothing", a.Name)
		}
		for _, s := range a.Skips {
			if !strings.HasPrefix(s.Arg, "-") {
				t.Errorf("%s: %q is no switch", a.Name, s.Arg)
			}
		}
		for _, p := range a.Programs {
			if AgentOf(p, "") == nil {
				t.Errorf("%s is not found again", p)
			}
		}
		checkSource(t, a.Name, a.Source)
	}
	if AgentOf("", "") != nil || AgentOf("node", "left-pad") != nil {
		t.Error("found an agent where there is none")
	}
}
