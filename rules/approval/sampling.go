package approval

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// samplingCheck finds servers that may use the client's model unasked.
var samplingCheck = analyzer.Check{
	Rules: []*analyzer.Rule{samplingAllowed},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Policies {
			if s.Effect == mcp.EffectSampling {
				onSetting(pass, s, analyzer.Diagnostic{Rule: samplingAllowed,
					Message: fmt.Sprintf("server %q may ask the model for completions without a question (%s); let it ask", s.Server, s.Name.Value)})
			}
		}
	},
}
