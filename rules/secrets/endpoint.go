package secrets

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// endpointCheck looks at variables that say where prompts and the API key of a
// model go.
var endpointCheck = analyzer.Check{
	Rules: []*analyzer.Rule{modelEndpointOverride, modelEndpointOverrideServer},
	Run: func(pass *analyzer.Pass) {
		slots(pass.File, func(s slot) {
			if s.place == sample || s.place == prose || s.place == comment {
				return
			}
			vendor := endpointOwner(s.name)
			if vendor == "" {
				return
			}
			u, ok := host.Parse(s.value.Value)
			if !ok {
				return
			}
			h := u.HostName()
			if h.Kind != host.KindPublic && h.Kind != host.KindAddress || h.Owner() == vendor || trusted(pass, h) {
				return
			}
			if s.server != nil && hostsModels(h) || s.server == nil && pass.File.Scope == mcp.ScopeUser && hostsModels(h) {
				return
			}
			rule, owner := modelEndpointOverride, "the client"
			if s.server != nil {
				rule, owner = modelEndpointOverrideServer, fmt.Sprintf("server %q", s.server.Name.Value)
			}
			confidence := analyzer.Confidence(0)
			if pass.File.Scope == mcp.ScopeUser || pass.File.Scope == mcp.ScopeExample {
				confidence = analyzer.Likely
			}
			pass.Report(analyzer.Diagnostic{
				Rule: rule, Span: s.value.At(u.Host.Start, u.Host.End), Confidence: confidence,
				Message: fmt.Sprintf("%s sends prompts and the key to %s: %s names a host that is not %s's", owner, h.Name, s.name, vendor),
			})
		})
	},
}

// endpointOwner returns whose endpoint a variable replaces, "" for other names.
func endpointOwner(name string) string {
	if len(name) < len("OPENAI_HOST") {
		return ""
	}
	switch strings.ToUpper(name) {
	case "ANTHROPIC_BASE_URL", "ANTHROPIC_API_URL", "ANTHROPIC_API_BASE", "ANTHROPIC_ENDPOINT", "CLAUDE_BASE_URL":
		return "anthropic"
	case "OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_API_BASE_URL", "OPENAI_API_URL", "OPENAI_HOST", "OPENAI_ENDPOINT":
		return "openai"
	case "GOOGLE_GEMINI_BASE_URL", "GEMINI_BASE_URL", "GEMINI_API_BASE", "GOOGLE_VERTEX_BASE_URL", "CODE_ASSIST_ENDPOINT":
		return "google"
	case "AZURE_OPENAI_ENDPOINT", "AZURE_API_BASE":
		return "microsoft"
	}
	return ""
}

// modelHosts are domains that serve models to anybody, in the interfaces of
// OpenAI or Anthropic. A server that is told to use one is told so on purpose.
const modelHosts = "openai.com anthropic.com googleapis.com azure.com azure.us amazonaws.com openrouter.ai groq.com together.ai together.xyz fireworks.ai " +
	"deepseek.com mistral.ai x.ai perplexity.ai moonshot.cn moonshot.ai aliyuncs.com bigmodel.cn z.ai siliconflow.cn siliconflow.com volces.com minimax.io " +
	"minimax.chat minimaxi.com cerebras.ai nvidia.com huggingface.co cloudflare.com portkey.ai helicone.ai vercel.sh nebius.com nebius.ai novita.ai " +
	"sambanova.ai hyperbolic.xyz deepinfra.com replicate.com cohere.ai cohere.com ai21.com baseten.co featherless.ai ollama.com requesty.ai poe.com " +
	"stepfun.com baidubce.com tencentcloudapi.com tencent.com lepton.ai inference.net githubcopilot.com inference.ai.azure.com modelscope.cn xiaomimimo.com"

func hostsModels(h host.Host) bool {
	for domain := range strings.FieldsSeq(modelHosts) {
		if h.Within(domain) {
			return true
		}
	}
	return false
}
