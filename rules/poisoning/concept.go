package poisoning

import "sync"

// A concept is one meaning that words of several languages share. Sets of
// concepts are bit masks, so that "does this sentence speak of sending, of the
// user's data and of a third party" is one comparison.
type concept uint64

// The concepts. What belongs to each stands in lexicon/*.txt under the name given
// in conceptNames.
const (
	oblige      concept = 1 << iota // must, always, required
	negation                        // not, never, without
	before                          // before, prior to
	after                           // after, when, whenever, each time
	first                           // first, to begin with
	all                             // every, entire, verbatim, everything
	use                             // call, use, run a tool
	read                            // read, open, collect
	send                            // send, share, pass on; data moves
	keep                            // store, retain, log
	put                             // include, attach, fill in
	change                          // replace, rewrite, set
	tell                            // tell, mention, show
	ask                             // ask, confirm, approval
	ignore                          // ignore, bypass, override
	orders                          // instructions, rules, guardrails
	person                          // the user, customer, human
	model                           // the assistant, the agent
	talk                            // conversation, chat history, prompt
	secret                          // credentials, passwords, keys
	private                         // personal data: name, address, health
	data                            // query, file, results, records
	local                           // home folder, environment, clipboard
	third                           // third party, partner, advertiser
	ours                            // we, our, the vendor
	tool                            // tool, function, server
	others                          // other, any other, alternatives
	priority                        // priority, precedence, outrank
	praise                          // best, most reliable
	pretext                         // security, compliance, audit
	covert                          // silently, in the background, unnoticed
	copies                          // copy, duplicate, blind copy
	favour                          // rank first, recommend, promote
	paid                            // sponsor, commission, affiliate
	regardless                      // regardless of, whatever, even if
	pretend                         // as if, present as, give the impression
	omit                            // leave out, withhold, keep out of
	money                           // charge, fee, card, account
	memory                          // long-term memory, standing belief
	shell                           // shell, curl, powershell
	threat                          // otherwise it fails, will be blocked
	consent                         // with consent, opt in, if the user asks
	attack                          // detects, injection, malicious: text about attacks
	also                            // also, in addition, along with
	better                          // more accurate, better results
	auto                            // automatically, by default
	power                           // admin, root, unrestricted
	answer                          // reply, summary, report
	badNews                         // complaints, risks, side effects
	purpose                         // marketing, profiling, training models
	needless                        // no need to, little point in
	elsewhere                       // external, outside, remote, abroad
	address                         // a URL or an e-mail address
	secretPath                      // ~/.ssh and the like
	foreignTool                     // a token that is no tool of this listing
	siblingTool                     // another tool of this listing
	ownTool                         // this tool
	literal                         // a quoted value
	drops                           // omit, exclude, remove: often harmless
	argument                        // parameter, field, recipient; a parameter of this tool
	prior                           // previous, earlier, above
	inner                           // system prompt, reasoning, tool list
	sets                            // set, limit, must be: less than change
	noneed                          // no need to
)

// anyPath is an absolute or home path; it weighs like a quoted value.
const anyPath = literal

// conceptNames are the words that lexicon files and weights.txt use.
var conceptNames = sync.OnceValue(func() map[string]concept {
	return map[string]concept{
		"oblige": oblige, "negation": negation, "before": before, "after": after, "first": first, "all": all,
		"use": use, "read": read, "send": send, "keep": keep, "put": put, "change": change, "tell": tell, "ask": ask,
		"ignore": ignore, "orders": orders, "person": person, "model": model, "talk": talk, "secret": secret,
		"private": private, "data": data, "local": local, "third": third, "ours": ours, "tool": tool, "others": others,
		"priority": priority, "praise": praise, "pretext": pretext, "covert": covert, "copies": copies, "favour": favour,
		"paid": paid, "regardless": regardless, "pretend": pretend, "omit": omit, "money": money, "memory": memory,
		"shell": shell, "threat": threat, "consent": consent, "attack": attack, "also": also, "better": better,
		"auto": auto, "power": power, "answer": answer, "badnews": badNews, "purpose": purpose, "needless": needless,
		"elsewhere": elsewhere, "drops": drops, "argument": argument,
		"prior": prior, "inner": inner, "sets": sets, "noneed": noneed,
		// No lexicon lists these: they are seen by their form.
		"address": address, "secretpath": secretPath, "foreigntool": foreignTool, "siblingtool": siblingTool, "owntool": ownTool, "literal": literal,
	}
})
