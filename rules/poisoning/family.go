// Package poisoning holds the rules about what servers tell the model: hidden
// text, orders, and directives about tools that are not theirs.
//
// Every text is read once (judge.go): brought into normal form, cut into tokens
// that carry meanings (lexicon.go), and weighed sentence by sentence (frames.go,
// ordering.go), by its form (markers.go), by what it hides (tricks.go) and by where
// it stands (place.go). A text gets one finding, of the rule that explains it best
// (attribute.go).
package poisoning

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name:   "poisoning",
		Doc:    "What servers tell the model: hidden text, orders, and directives about tools that are not theirs.",
		Checks: []analyzer.Check{textCheck, urgencyLanguageCheck, overlongDescriptionCheck, proseInUnknownKeywordCheck},
	}
}

// textRules are the rules that share the reading of texts.
var textRules = []*analyzer.Rule{
	hiddenUnicodeTags,
	bidiControl,
	invisibleCharacters,
	invisibleCharactersIdentifier,
	terminalEscapeSequence,
	hiddenMarkup,
	instructionTag,
	instructionOverride,
	concealFromUser,
	withholdingDirective,
	approvalSuppression,
	sensitivePathInText,
	credentialRequest,
	exfiltrationDirective,
	undisclosedDataSharing,
	crossToolOrderingDirective,
	undeclaredToolDirective,
	argumentRewriteDirective,
	crossServerToolReference,
	contextHarvestDirective,
	contextHarvestingParameter,
	encodedPayload,
	shellPayloadInText,
	codePayloadInText,
	declaredHarm,
	falseReadOnlyClaim,
	runCommandDirective,
	whitespacePadding,
	suspiciousLink,
	toolPreferenceManipulation,
	toolSelfPraise,
	confusableIdentifierText,
	confusableText,
	renderedExfilLink,
	authorityBanner,
	fullSchemaPoisoning,
	covertRecipientDefault,
	interestSteering,
	misleadingAnswerDirective,
	unaskedCost,
	memoryImplant,
	privilegeClaim,
	suspiciousToolText,
}
