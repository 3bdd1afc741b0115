package analyzer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/discover"
)

// Many findings of no weight do not keep the grave one out of the report of a file,
// and the report says that there were more.
func TestFindingsOfOneFile(t *testing.T) {
	grave := &analyzer.Rule{Name: "grave", Severity: analyzer.High, Confidence: analyzer.Certain}
	doubtful := &analyzer.Rule{Name: "doubtful", Severity: analyzer.Critical, Confidence: analyzer.Unsure}
	small := &analyzer.Rule{Name: "small", Severity: analyzer.Low, Confidence: analyzer.Certain}
	for name, first := range map[string]*analyzer.Rule{"small ones": small, "doubtful ones": doubtful, "equals": grave} {
		t.Run(name, func(t *testing.T) {
			families := []analyzer.Family{{Name: "fake", Doc: "Fake.", Checks: []analyzer.Check{{Rules: []*analyzer.Rule{grave, doubtful, small}, Run: func(pass *analyzer.Pass) {
				for i := range 5000 {
					pass.Reportf(first, pass.File.Servers[0].Name.Span, "number %d", i)
				}
				for range 3 {
					pass.Reportf(grave, pass.File.Servers[0].Name.Span, "the last")
				}
			}}}}}
			file := discover.InMemory(".mcp.json", []byte(`{"mcpServers": {"a": {"command": "x"}}}`), nil)
			report := analyzer.Run(&discover.Result{Files: []discover.File{file}}, analyzer.Options{Families: families, Rules: analyzer.Rules(families), Jobs: 1})
			last := 0
			for _, f := range report.Findings {
				if f.Message == "the last" {
					last++
				}
			}
			want := 1
			if first == grave {
				want = 0
			}
			if len(report.Findings) != 2000 || last != want {
				t.Errorf("%d findings, %d times the last, want 2000 and %d", len(report.Findings), last, want)
			}
			if said := fmt.Sprint(report.Notices); !strings.Contains(said, "more findings") {
				t.Errorf("the notices are %s", said)
			}
		})
	}
}
