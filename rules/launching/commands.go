package launching

import (
	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// commandCheck reads each command line once and hands what it finds to the rule
// that explains it best. Facts come first: several may hold for one line. How the
// line is written is only reported when no fact was.
var commandCheck = analyzer.Check{
	Rules: []*analyzer.Rule{
		downloadAndExecute, downloadAndExecutePackage, exfiltrationInLaunch, exfiltrationInLaunchReverseShell,
		destructiveOrPersistenceCommand, privilegeElevation, privilegeElevationContainer,
		inlineCode, inlineCodePlain, shellWithOperators, shellWrapper, autoRunHook, autoRunHookNetwork,
	},
	Run: func(pass *analyzer.Pass) {
		for _, l := range lines(pass.File) {
			judge(pass, l)
		}
	},
}

// A verdict is what a rule found in a line. The zero verdict is none.
type verdict struct {
	span       source.Span
	message    string // follows the subject: "pipes what curl downloads into bash"
	confidence analyzer.Confidence
}

func (v verdict) found() bool { return v.message != "" }

func judge(pass *analyzer.Pass, l line) {
	report := func(r *analyzer.Rule, v verdict) bool {
		if !v.found() || !pass.Enabled(r) {
			return false
		}
		c := l.confidence(r)
		if v.confidence != 0 {
			c = min(c, v.confidence)
		}
		pass.Report(analyzer.Diagnostic{Rule: r, Span: v.span, Message: l.who + " " + v.message, Confidence: c})
		return true
	}
	grave := report(downloadAndExecute, downloadsAndExecutes(l))
	grave = report(exfiltrationInLaunch, exfiltrates(l)) || grave
	grave = report(exfiltrationInLaunchReverseShell, opensReverseShell(l)) || grave
	grave = report(destructiveOrPersistenceCommand, destroysOrPersists(l)) || grave
	report(downloadAndExecutePackage, installsFromURL(l))
	report(privilegeElevation, elevates(l))
	report(privilegeElevationContainer, elevatesInContainer(l))
	if l.setting != nil {
		if !grave && !suppliesValue(l.setting) {
			_ = report(autoRunHookNetwork, runsNetworkHook(pass.File, l)) || report(autoRunHook, runsHook(pass.File, l))
		}
		return
	}
	if grave {
		return
	}
	_ = report(inlineCode, holdsProgram(l)) ||
		report(inlineCodePlain, holdsPlainProgram(l)) ||
		report(shellWithOperators, runsSeveralPrograms(l)) ||
		report(shellWrapper, wrapsInShell(l))
}
