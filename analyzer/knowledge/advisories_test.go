package knowledge

import (
	"strings"
	"testing"
)

func TestAdvisories(t *testing.T) {
	for i := range advisories {
		a := &advisories[i]
		key := a.Ecosystem + " " + a.Package
		if a.Says == "" || len(a.IDs) == 0 || len(a.Ranges) == 0 || a.Ecosystem == "" || a.Package == "" {
			t.Errorf("%s: incomplete row %+v", key, a)
		}
		for _, r := range a.Ranges {
			for _, bound := range strings.Fields(r) {
				if n, _ := cutRelease(strings.TrimLeft(bound, "<>=")); r != "*" && len(n) == 0 {
					t.Errorf("%s: bound %q has no number", key, bound)
				}
			}
		}
		if a.Fixed != "" && a.Affects(a.Fixed) {
			t.Errorf("%s: the fixed version %s is in a range", key, a.Fixed)
		}
		if a.Ecosystem == "pypi" && strings.ContainsAny(a.Package, "._") {
			t.Errorf("%s: a Python name is written as PEP 503 does", key)
		}
	}
}

func TestAffects(t *testing.T) {
	for _, test := range []struct {
		ecosystem, name, version string
		want                     bool
	}{
		{"npm", "mcp-remote", "0.1.15", true},
		{"npm", "mcp-remote", "0.1.16", false},
		{"npm", "mcp-remote", "0.0.4", false},
		{"npm", "mcp-remote", "", false},
		{"npm", "postmark-mcp", "1.0.15", false},
		{"npm", "postmark-mcp", "1.0.16", true},
		{"npm", "postmark-mcp", "", true},
		// Dates and then numbers again: the higher date is the older release.
		{"npm", "@modelcontextprotocol/server-filesystem", "2025.11.25", true},
		{"npm", "@modelcontextprotocol/server-filesystem", "2.4.0", false},
		{"npm", "@modelcontextprotocol/server-filesystem", "0.6.2", true},
		// The same name in another index is another project.
		{"pypi", "mcp-server-kubernetes", "0.1.6", false},
		{"npm", "mcp-atlassian", "0.1.0", false},
		{"pypi", "litellm", "1.82.8", true},
		{"pypi", "litellm", "1.82.9", false},
		{"npm", "@azure/mcp", "2.0.0-beta.3", true},
		{"npm", "@azure/mcp", "2.0.0-beta.17", false},
	} {
		got := false
		for _, a := range Advisories(test.ecosystem, test.name) {
			got = got || a.Affects(test.version)
		}
		if got != test.want {
			t.Errorf("%s %s %s: affected %v, want %v", test.ecosystem, test.name, test.version, got, test.want)
		}
	}
}

func TestCompareVersions(t *testing.T) {
	ordered := []string{"0.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0rc1", "1.0.0", "1.0.1", "1.2", "1.10.0", "2025.7.1", "v2025.12.18"}
	for i := range ordered {
		for j := range ordered {
			if got, want := CompareVersions(ordered[i], ordered[j]), sign(i-j); got != want {
				t.Errorf("compare %s with %s: %d, want %d", ordered[i], ordered[j], got, want)
			}
		}
	}
	if CompareVersions("1.0", "1.0.0") != 0 || CompareVersions("1.0.0+build", "1.0.0") != 0 {
		t.Error("missing parts are zero and build metadata counts for nothing")
	}
}

func TestFix(t *testing.T) {
	dated := []Advisory{
		{Ranges: []string{"<=0.6.2", ">=2025.1.14 <2025.7.1"}, Fixed: "2025.7.1"},
		{Ranges: []string{"<2.3.0", ">=2025.1.14 <=2026.8.31"}, Fixed: "2.3.0"},
	}
	branches := []Advisory{
		{Ranges: []string{">=1.0.0 <1.0.2"}, Fixed: "1.0.2"},
		{Ranges: []string{">=2.0.0-beta.1 <2.0.0-beta.17"}, Fixed: "2.0.0-beta.17"},
	}
	dates := []Advisory{
		{Ranges: []string{"<2025.9.25"}, Fixed: "2025.9.25"},
		{Ranges: []string{"<=2026.11.11"}, Fixed: "2026.11.18"},
	}
	open := []Advisory{{Ranges: []string{"<1.2.0"}, Fixed: "1.2.0"}, {Ranges: []string{"*"}}}
	for _, test := range []struct {
		name    string
		rows    []Advisory
		version string
		want    string
	}{
		{"a date before numbers", dated, "2025.11.25", "2.3.0"},
		{"a date with a dated fix that has flaws itself", dated, "2025.3.28", "2.3.0"},
		{"a number before dates", dated, "0.6.2", "2.3.0"},
		{"numbers", dated, "2.1.0", "2.3.0"},
		{"no version", dated, "", "2.3.0"},
		{"the branch of the version", branches, "1.0.1", "1.0.2"},
		{"the later branch", branches, "2.0.0-beta.3", "2.0.0-beta.17"},
		{"no version and two branches", branches, "", "2.0.0-beta.17"},
		{"dates only", dates, "2025.4.8", "2026.11.18"},
		{"a number where dates came later", dates, "0.6.2", "2026.11.18"},
		{"one flaw is mended nowhere", open, "1.1.0", ""},
	} {
		if got := Fix(test.rows, test.version); got != test.want {
			t.Errorf("%s: fix of %s is %q, want %q", test.name, test.version, got, test.want)
		}
	}
}

// TestRangesKeepToOneWayOfCounting holds every interval with two ends to dates or to
// numbers: an interval from one to the other would hold all releases of both.
func TestRangesKeepToOneWayOfCounting(t *testing.T) {
	for _, a := range advisories {
		for _, r := range a.Ranges {
			bounds := strings.Fields(r)
			if len(bounds) == 2 && IsDate(strings.TrimLeft(bounds[0], "<>=")) != IsDate(strings.TrimLeft(bounds[1], "<>=")) {
				t.Errorf("%s %s: the interval %s runs from one way of counting to the other", a.Ecosystem, a.Package, r)
			}
		}
	}
}
