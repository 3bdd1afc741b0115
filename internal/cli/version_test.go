package cli

import (
	"runtime/debug"
	"testing"
)

func TestOrigin(t *testing.T) {
	commit := []debug.BuildSetting{{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "abc"}}
	for _, test := range []struct {
		info debug.BuildInfo
		want string
	}{
		{debug.BuildInfo{}, ""},
		{debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, ""},
		{debug.BuildInfo{Main: debug.Module{Version: "v0.1.0"}}, " from v0.1.0"},
		{debug.BuildInfo{Main: debug.Module{Version: "v0.0.0-1-abc"}, Settings: commit}, " from abc"},
	} {
		if got := origin(&test.info); got != test.want {
			t.Errorf("%+v: got %q, want %q", test.info, got, test.want)
		}
	}
}
