package poisoning

import (
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
)

// A signal is one independent sign of poisoning. However often it occurs in a
// tool it is counted once.
type signal uint8

// The signals.
const (
	overrides signal = iota // displaces the model's instructions
	conceals                // keeps something from the person
	approves                // removes a person's say
	diverts                 // data leaves for somebody the person did not choose
	harvests                // asks for the conversation or for local files
	steals                  // asks for credentials
	skews                   // serves somebody else's interest
	deceives                // makes the model state what is not so
	prefers                 // ranks a tool above others
	commands                // makes the model run something
	tampers                 // rewrites another tool's arguments or results
	redirects               // orders calls of other tools
	claims                  // claims priority, authority or privilege
	bills                   // costs or commits the person
	implants                // leaves something for later sessions
	links                   // points at a throwaway host
	hides                   // is hidden from people
	disguises               // looks like something else
	resembles               // has much in common with poisoned examples
	signals
)

// A frame is a combination of meanings in one sentence, close together. Every
// need is met by a token of its own.
type frame struct {
	rule    *analyzer.Rule // what explains it best
	signal  signal
	weight  int
	within  int       // words between the first and the last token
	needs   []concept // each: any of these
	bar     concept   // any of these in the sentence speaks against it
	job     concept   // a tool whose job is one of these is expected to say so
	ordered bool      // the needs stand in this order in languages whose verb comes first
	leads   bool      // the first of the needs stands in front of the others, in the same languages
	close   bool      // all in one clause of the sentence
	group   bool      // all on one side of a semicolon
	plain   bool      // "not told" does not count as left out
	denied  bool      // only "not told" counts as left out
	english bool      // the words of other languages are too common for it
	bare    bool      // an address in quotation marks is an example
	firm    bool      // holds even where the tool speaks of the file or outsider
	param   bool      // only in texts about a parameter
	aside   bool      // weighs half in the sentence that states the tool's job
	note    string    // what it makes the model do, for people
}

// soft reports whether honest texts say what the frame looks for now and then: a
// rule of the house may forbid to tell a customer something. What displaces
// instructions, approvals or another tool's arguments, asks for credentials, claims
// rights or names an address, no honest text says.
func (f *frame) soft() bool {
	switch f.signal {
	case overrides, approves, commands, tampers, redirects, steals, claims:
		return false
	}
	for _, n := range f.needs {
		if n&address != 0 && n&(third|ours|elsewhere) == 0 {
			return false
		}
	}
	return true
}

// flows are ways in which data comes to rest somewhere else.
const flows = send | keep | copies

// stuff is what may flow.
const stuff = data | private | talk | secret | local

// common are meanings that most sentences hold.
const common = data | argument | use | read | put | answer | model | others | all | after | before | first | tool | oblige | sets |
	person | literal | also | better | auto | consent | prior | keep | negation

// gate are meanings of which every sentence that matches a frame holds one.
var gate = sync.OnceValue(func() (g concept) {
	for i := range frames {
		g |= frames[i].rarest()
	}
	return g
})

// frameNeeds are the first two needs of every frame, close together: most sentences
// meet none and every frame is asked. A frame of one need has it twice.
var frameNeeds = sync.OnceValue(func() [][2]concept {
	all := make([][2]concept, len(frames))
	for i := range frames {
		needs := frames[i].needs
		all[i] = [2]concept{needs[0], needs[min(1, len(needs)-1)]}
	}
	return all
})

// rarest returns the need of a frame that is met by the fewest sentences.
func (f *frame) rarest() concept {
	for _, n := range f.needs {
		if n&common == 0 {
			return n
		}
	}
	var any concept
	for _, n := range f.needs {
		any |= n
	}
	return any
}

// The frames. Weights are points; see judge.go for the thresholds and
// docs/how-poisoning-is-judged.md for how they were set.
var frames = []frame{
	// Displacing instructions.
	{rule: instructionOverride, signal: overrides, weight: 60, within: 7, needs: []concept{ignore, prior | all | model, orders | inner}, bar: attack, leads: true, note: "displaces the model's instructions"},
	{rule: instructionOverride, signal: overrides, weight: 50, within: 5, needs: []concept{ignore, orders | inner}, bar: attack | consent, ordered: true, aside: true, note: "sets rules aside"},
	{rule: instructionOverride, signal: overrides, weight: 40, within: 9, needs: []concept{model, ignore, orders | inner, oblige | answer}, bar: attack, note: "replaces the model's instructions"},

	// Concealment.
	{rule: concealFromUser, signal: conceals, weight: 60, within: 8, ordered: true, denied: true, needs: []concept{omit, person}, bar: attack, job: omit, note: "keeps something from the person"},
	{rule: concealFromUser, signal: conceals, weight: 42, within: 8, needs: []concept{omit, person}, bar: attack, job: omit, note: "keeps something from the person"},
	{rule: withholdingDirective, signal: conceals, weight: 50, within: 8, needs: []concept{omit, badNews}, bar: attack, job: omit | drops, note: "leaves out what the person should hear"},
	{rule: withholdingDirective, signal: conceals, weight: 35, within: 8, needs: []concept{drops, badNews}, bar: attack, job: omit | drops, note: "leaves out what the person should hear"},
	{rule: withholdingDirective, signal: conceals, weight: 55, within: 20, needs: []concept{omit, send | favour | drops, third | paid | badNews}, bar: attack, note: "keeps quiet about what it does for somebody"},
	{rule: concealFromUser, signal: conceals, weight: 46, within: 6, needs: []concept{covert, flows | put | change}, bar: attack, note: "acts without the person seeing it"},
	{rule: withholdingDirective, signal: conceals, weight: 42, within: 8, needs: []concept{omit, answer}, bar: attack, job: omit, plain: true, note: "keeps something out of the answer"},
	{rule: withholdingDirective, signal: conceals, weight: 44, within: 4, ordered: true, group: true, needs: []concept{noneed, tell}, bar: attack, note: "keeps something from the person"},

	{rule: withholdingDirective, signal: conceals, weight: 38, within: 8, needs: []concept{omit}, bar: attack, job: omit | drops, plain: true, note: "leaves something unsaid"},
	{rule: withholdingDirective, signal: conceals, weight: 20, within: 14, plain: true, needs: []concept{drops, answer}, bar: attack, job: drops, aside: true, note: "leaves something out of the answer"},

	{rule: withholdingDirective, signal: conceals, weight: 40, within: 8, english: true, needs: []concept{drops, drops, talk | person | badNews | money | paid | private}, bar: attack, job: drops, aside: true, note: "leaves something out of the answer"},
	{rule: withholdingDirective, signal: conceals, weight: 44, within: 12, group: true, needs: []concept{noneed, tell, person | badNews}, bar: attack, note: "keeps something from the person"},

	// Approval.
	{rule: approvalSuppression, signal: approves, weight: 50, within: 12, group: true, needs: []concept{needless, oblige | auto, send | use | change | put}, note: "removes the person's approval"},
	{rule: approvalSuppression, signal: approves, weight: 48, within: 3, ordered: true, group: true, bar: ask | secret | secretPath, needs: []concept{needless, person}, note: "removes the person's approval"},
	{rule: approvalSuppression, signal: approves, weight: 50, within: 8, close: true, group: true, needs: []concept{noneed, ask, person}, note: "removes the person's approval"},
	{rule: approvalSuppression, signal: approves, weight: 30, within: 6, group: true, needs: []concept{noneed, ask}, aside: true, note: "removes the person's approval"},

	{rule: approvalSuppression, signal: approves, weight: 50, within: 8, group: true, needs: []concept{noneed, ask, ask}, aside: true, note: "removes the person's approval"},
	{rule: approvalSuppression, signal: approves, weight: 50, within: 8, group: true, needs: []concept{needless, oblige, person}, note: "removes the person's approval"},

	{rule: approvalSuppression, signal: approves, weight: 50, within: 8, group: true, needs: []concept{ask, auto, person | model}, bar: attack | consent, note: "answers for the person"},

	{rule: approvalSuppression, signal: approves, weight: 42, within: 8, group: true, needs: []concept{needless, money}, bar: attack | consent | ask, note: "removes the person's approval"},
	{rule: approvalSuppression, signal: approves, weight: 25, within: 6, close: true, group: true, needs: []concept{needless, send | use | put | change | sets}, bar: attack | consent | ask, note: "removes the person's approval"},

	// Data that leaves.
	{rule: undisclosedDataSharing, signal: diverts, weight: 50, within: 14, needs: []concept{stuff, send | copies, third}, bar: consent | attack | ask | tell, aside: true, note: "hands data to a third party"},
	{rule: undisclosedDataSharing, signal: diverts, weight: 55, within: 16, needs: []concept{stuff, flows | also, purpose}, bar: consent | attack | ask | tell, job: purpose, aside: true, note: "hands data on for somebody's own purpose"},
	{rule: undisclosedDataSharing, signal: diverts, weight: 50, within: 12, needs: []concept{also, flows | put, stuff, ours | third | elsewhere}, bar: consent | attack | ask | tell, aside: true, note: "also sends data elsewhere"},
	{rule: exfiltrationDirective, signal: diverts, weight: 46, within: 14, needs: []concept{copies, stuff | all, third | ours | elsewhere}, bar: attack | consent | ask | tell, aside: true, note: "copies data to somebody"},
	{rule: exfiltrationDirective, signal: diverts, weight: 55, within: 10, needs: []concept{send, stuff, address}, bar: attack | consent | ask | tell, aside: true, note: "sends data to a fixed address"},

	{rule: undisclosedDataSharing, signal: diverts, weight: 50, within: 12, group: true, needs: []concept{private, third}, bar: consent | attack | ask | tell, aside: true, note: "hands personal data to a third party"},
	{rule: undisclosedDataSharing, signal: diverts, weight: 42, within: 6, needs: []concept{send | copies, third}, bar: consent | attack | ask | tell, aside: true, note: "hands something to a third party"},
	{rule: undisclosedDataSharing, signal: diverts, weight: 40, within: 10, needs: []concept{stuff, send | keep, ours}, bar: consent | attack | ask | tell, aside: true, note: "hands data to the vendor"},

	{rule: exfiltrationDirective, signal: diverts, weight: 50, within: 10, needs: []concept{put, stuff, address}, bar: attack | consent | ask | tell, ordered: true, aside: true, note: "puts data into a fixed address"},

	{rule: exfiltrationDirective, signal: diverts, weight: 55, within: 10, needs: []concept{copies, address}, bar: attack | consent | ask | tell, aside: true, note: "copies data to a fixed address"},
	{rule: undisclosedDataSharing, signal: diverts, weight: 42, within: 10, needs: []concept{private, send, also}, bar: attack | consent | ask | tell, aside: true, note: "passes personal data on as well"},

	{rule: undisclosedDataSharing, signal: diverts, weight: 35, within: 10, needs: []concept{data, third}, bar: consent | attack | ask | tell, job: third, aside: true, note: "hands data to a third party"},

	{rule: undisclosedDataSharing, signal: diverts, weight: 46, within: 14, needs: []concept{copies, send, third | ours | elsewhere}, bar: consent | attack | ask | tell, aside: true, note: "copies data to somebody"},
	{rule: undisclosedDataSharing, signal: diverts, weight: 50, within: 10, needs: []concept{stuff, purpose}, bar: consent | attack | ask | tell, job: purpose, aside: true, note: "uses data for somebody's own purpose"},

	{rule: exfiltrationDirective, signal: diverts, weight: 55, within: 8, ordered: true, needs: []concept{also, send | copies, address}, bar: consent | attack | ask | tell, note: "also sends data to a fixed address"},

	{rule: undisclosedDataSharing, signal: diverts, weight: 50, within: 10, group: true, needs: []concept{private | talk | secret, send, elsewhere}, bar: consent | attack | ask | tell, aside: true, note: "hands personal data to an outsider"},
	{rule: undisclosedDataSharing, signal: diverts, weight: 28, within: 8, group: true, needs: []concept{data | person, send, elsewhere}, bar: consent | attack | ask | tell, job: send | elsewhere, aside: true, note: "hands something to an outsider"},
	{rule: undisclosedDataSharing, signal: diverts, weight: 50, within: 12, group: true, needs: []concept{private | talk | secret, send, third}, bar: consent | attack | ask | tell, aside: true, note: "hands personal data to a third party"},

	// Harvesting.
	{rule: contextHarvestDirective, signal: harvests, weight: 50, within: 12, needs: []concept{talk | inner, all, argument, put}, bar: attack, job: talk, aside: true, note: "asks for the conversation"},
	{rule: contextHarvestDirective, signal: harvests, weight: 50, within: 12, needs: []concept{talk | inner, put, literal}, bar: attack, job: talk, aside: true, note: "asks for the conversation"},
	{rule: contextHarvestDirective, signal: harvests, weight: 50, within: 8, needs: []concept{put | send | read, all, talk}, bar: attack | noneed | consent, job: talk, ordered: true, aside: true, note: "asks for the conversation"},
	{rule: contextHarvestDirective, signal: harvests, weight: 50, within: 12, needs: []concept{talk | inner, better, put | send | all}, bar: attack, job: talk, note: "asks for the conversation"},
	{rule: contextHarvestDirective, signal: harvests, weight: 46, within: 8, needs: []concept{inner, put | send}, bar: attack, job: talk | model | inner, note: "asks for the model's own instructions or context"},
	{rule: contextHarvestDirective, signal: harvests, weight: 44, within: 8, needs: []concept{talk, all, put | person | model | tell}, bar: attack, job: talk, param: true, note: "asks for the conversation"},
	{rule: contextHarvestDirective, signal: harvests, weight: 50, within: 8, needs: []concept{talk | inner, put, argument | literal}, bar: attack, job: talk, aside: true, note: "asks for the conversation"},
	{rule: contextHarvestDirective, signal: harvests, weight: 50, within: 8, ordered: true, needs: []concept{put, local, literal}, bar: attack, job: local, aside: true, note: "asks for local files or settings"},
	{rule: contextHarvestDirective, signal: harvests, weight: 50, within: 14, needs: []concept{before | after, read, private | local, put}, bar: attack | consent, job: private | local, ordered: true, aside: true, note: "gathers personal data first"},
	{rule: contextHarvestDirective, signal: harvests, weight: 50, within: 12, needs: []concept{local, put | send, all | person | better | model}, bar: attack, job: local, note: "asks for local files or settings"},
	{rule: sensitivePathInText, signal: steals, weight: 40, within: 10, needs: []concept{secretPath, read}, bar: attack, job: secret, note: "has a credential file read"},
	{rule: sensitivePathInText, signal: steals, weight: 60, within: 10, needs: []concept{secretPath, put | send}, bar: attack, job: secret, note: "has a credential file passed on"},
	{rule: sensitivePathInText, signal: steals, weight: 60, within: 14, needs: []concept{secretPath, read | put | send, oblige | first | before | after | model | also | all | covert | pretext | address | third | secretPath}, bar: attack | consent, job: secret, note: "has a credential file read"},
	{rule: sensitivePathInText, signal: steals, weight: 55, within: 14, needs: []concept{secretPath, put | send, argument | literal | address | third | ours | also | copies | model}, bar: attack | consent, job: secret, firm: true, note: "has a credential file passed on"},
	{rule: credentialRequest, signal: steals, weight: 30, within: 10, needs: []concept{secret, put | send | read, person | all | local | model}, bar: attack | consent, job: secret, note: "asks for credentials"},
	{rule: credentialRequest, signal: steals, weight: 50, within: 12, needs: []concept{secret, put | send | read | copies, person | local | model | auto, better | also}, bar: attack | consent, job: secret, note: "asks for credentials"},

	{rule: credentialRequest, signal: steals, weight: 35, within: 6, needs: []concept{secret, put | read | send, person}, bar: attack | consent, job: secret, param: true, note: "asks for credentials"},

	{rule: credentialRequest, signal: steals, weight: 50, within: 10, needs: []concept{secret, put | send | read | keep, ours}, bar: attack | consent, job: secret, aside: true, note: "asks for credentials"},

	{rule: credentialRequest, signal: steals, weight: 50, within: 10, needs: []concept{secret, put, also | better}, bar: attack | consent, job: secret, aside: true, note: "asks for credentials"},

	{rule: credentialRequest, signal: steals, weight: 50, within: 12, ordered: true, needs: []concept{put, secret, person, argument | literal}, bar: attack | consent, job: secret, aside: true, note: "asks for credentials"},
	{rule: credentialRequest, signal: steals, weight: 50, within: 6, ordered: true, close: true, english: true, needs: []concept{put, secret, literal}, bar: attack | consent, job: secret, aside: true, note: "asks for credentials"},
	{rule: credentialRequest, signal: steals, weight: 50, within: 12, ordered: true, needs: []concept{read, secret | secretPath, send, data | address | third | all}, bar: attack | consent, job: secret, aside: true, note: "has credentials read and sent"},
	{rule: credentialRequest, signal: steals, weight: 50, within: 8, ordered: true, close: true, needs: []concept{model, read | send | put, secret | secretPath}, bar: attack | consent | noneed | oblige, job: secret | model, note: "has the model handle credentials"},
	{rule: sensitivePathInText, signal: steals, weight: 50, within: 4, ordered: true, close: true, needs: []concept{data | all, secretPath}, bar: attack | consent, job: secret, param: true, note: "has a credential file passed on"},
	{rule: credentialRequest, signal: steals, weight: 50, within: 20, needs: []concept{before, read, all, secret}, bar: attack | consent, english: true, note: "has credentials searched for first"},
	{rule: credentialRequest, signal: steals, weight: 50, within: 10, needs: []concept{secret, copies, literal}, bar: attack | consent, job: secret, aside: true, note: "asks for credentials"},
	{rule: contextHarvestDirective, signal: harvests, weight: 55, within: 14, needs: []concept{local, secret | private, read | put, person | model | all}, bar: attack | consent, job: local, aside: true, note: "asks for private files"},

	{rule: contextHarvestDirective, signal: harvests, weight: 44, within: 6, close: true, needs: []concept{talk | inner, all | prior}, bar: attack | consent, job: talk, param: true, note: "asks for the conversation"},
	{rule: credentialRequest, signal: steals, weight: 46, within: 5, close: true, needs: []concept{secret, person}, bar: attack | consent, job: secret, param: true, note: "asks for credentials"},
	{rule: contextHarvestDirective, signal: harvests, weight: 50, within: 8, ordered: true, needs: []concept{private, private, person}, bar: attack | consent, job: private, param: true, note: "asks for personal data"},
	{rule: exfiltrationDirective, signal: diverts, weight: 50, within: 14, group: true, needs: []concept{talk | inner | private, address}, bar: attack | consent | ask | shell, bare: true, job: talk, aside: true, note: "names an outside address for private data"},

	{rule: misleadingAnswerDirective, signal: deceives, weight: 50, within: 14, needs: []concept{siblingTool, omit, answer | person | data | literal}, bar: attack | consent, note: "restates what another tool finds"},

	// Somebody else's interest.
	{rule: interestSteering, signal: skews, weight: 45, within: 14, needs: []concept{favour | priority, regardless}, bar: attack, note: "ranks by something other than merit"},
	{rule: interestSteering, signal: skews, weight: 50, within: 16, needs: []concept{favour, paid}, bar: attack | consent, job: paid, note: "ranks by who pays"},
	{rule: interestSteering, signal: skews, weight: 50, within: 14, needs: []concept{favour, pretend}, note: "disguises a ranking"},
	{rule: interestSteering, signal: skews, weight: 35, within: 8, needs: []concept{favour}, bar: attack, job: favour, aside: true, note: "favours something"},
	{rule: interestSteering, signal: skews, weight: 35, within: 8, needs: []concept{paid}, bar: consent | tell | attack, job: paid, aside: true, note: "speaks of who pays"},
	{rule: misleadingAnswerDirective, signal: deceives, weight: 40, within: 12, needs: []concept{pretend, pretend, answer | person | all}, bar: attack, note: "makes the model misstate something"},
	{rule: misleadingAnswerDirective, signal: deceives, weight: 30, within: 10, needs: []concept{pretend, answer | person}, bar: attack, aside: true, note: "makes the model say what is not so"},
	{rule: misleadingAnswerDirective, signal: deceives, weight: 40, within: 12, needs: []concept{pretend, omit | drops | badNews, answer | person | all | others}, bar: attack, note: "makes the model misstate something"},

	{rule: misleadingAnswerDirective, signal: deceives, weight: 38, within: 12, needs: []concept{pretend, money | badNews | favour | paid}, bar: attack | consent, note: "gives a reason that is not the reason"},

	// Preference among tools.
	{rule: toolPreferenceManipulation, signal: prefers, weight: 42, within: 4, needs: []concept{priority, others}, bar: attack, note: "claims priority over others"},
	{rule: toolPreferenceManipulation, signal: prefers, weight: 50, within: 10, needs: []concept{priority, others, tool}, bar: attack, note: "claims priority over other tools"},
	{rule: toolPreferenceManipulation, signal: prefers, weight: 50, within: 10, needs: []concept{praise, praise, praise}, note: "praises itself"},
	{rule: toolSelfPraise, signal: prefers, weight: 50, within: 16, needs: []concept{praise, praise}, note: "praises itself"},

	{rule: toolPreferenceManipulation, signal: prefers, weight: 50, within: 8, needs: []concept{praise | priority, tool, others}, note: "belittles other tools"},

	{rule: privilegeClaim, signal: claims, weight: 50, within: 12, needs: []concept{put | sets, power, address | third | ours | literal}, bar: attack | consent, job: power, aside: true, note: "lets somebody else in"},
	{rule: approvalSuppression, signal: approves, weight: 46, within: 6, group: true, needs: []concept{noneed, ask, model | tool}, note: "removes the person's approval"},
	{rule: unaskedCost, signal: bills, weight: 50, within: 10, group: true, needs: []concept{money, covert | omit}, bar: attack, job: money, note: "costs the person something unasked"},

	{rule: toolSelfPraise, signal: prefers, weight: 20, within: 1, needs: []concept{praise}, aside: false, note: "praises itself"},

	// Commands, money, memory, power.
	{rule: runCommandDirective, signal: commands, weight: 55, within: 10, needs: []concept{shell, use | put | send | sets, oblige | pretext | before | after | model | needless | address | threat | auto}, bar: attack, job: shell, aside: true, note: "has a command run"},
	{rule: runCommandDirective, signal: commands, weight: 50, within: 8, close: true, needs: []concept{shell, address, oblige | before | auto}, bar: attack | consent, job: shell, note: "has a command run"},
	{rule: runCommandDirective, signal: commands, weight: 55, within: 4, ordered: true, close: true, needs: []concept{oblige | first | auto, shell, address}, bar: attack | consent, job: shell, note: "has a command run"},
	{rule: unaskedCost, signal: bills, weight: 50, within: 14, group: true, needs: []concept{money, auto | needless | omit | covert | noneed, person | all | ours}, bar: attack | ask, job: money, aside: true, note: "costs the person something unasked"},
	{rule: memoryImplant, signal: implants, weight: 50, within: 14, needs: []concept{memory, put | keep | tell | change | sets}, job: memory, note: "leaves instructions for later"},
	{rule: privilegeClaim, signal: claims, weight: 50, within: 8, needs: []concept{power, all | ignore, person | model | oblige}, bar: attack, note: "claims privileges"},
	{rule: privilegeClaim, signal: claims, weight: 46, within: 8, needs: []concept{power, auto, person | model | oblige}, bar: attack, note: "claims privileges"},
	{rule: instructionOverride, signal: claims, weight: 35, within: 8, needs: []concept{priority, person, talk | data | inner}, note: "claims priority over the person"},
	{rule: toolPreferenceManipulation, signal: prefers, weight: 30, within: 6, ordered: true, close: true, needs: []concept{use, tool, regardless}, bar: attack | consent, english: true, note: "claims every call for itself"},
	{rule: instructionOverride, signal: overrides, weight: 50, within: 2, ordered: true, close: true, english: true, needs: []concept{inner, ignore}, bar: attack | consent, job: model, note: "displaces the model's instructions"},
	{rule: toolPreferenceManipulation, signal: prefers, weight: 40, within: 8, needs: []concept{priority, tool, tool | data | person}, note: "claims priority over other sources"},
	{rule: unaskedCost, signal: bills, weight: 50, within: 8, group: true, needs: []concept{money, auto}, bar: attack, job: money, aside: true, note: "costs the person something unasked"},
	{rule: argumentRewriteDirective, signal: tampers, weight: 55, within: 14, needs: []concept{after, person, change, argument}, bar: consent, ordered: true, aside: true, note: "rewrites what was asked for"},
	{rule: instructionOverride, signal: claims, weight: 50, within: 8, needs: []concept{priority, orders | inner}, note: "claims priority over the model's instructions"},
}
