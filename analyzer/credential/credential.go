// Package credential knows what a secret is, what only looks like one, and how
// to show that one was there.
//
//	Find    provider formats anywhere in a text
//	Judge   a setting's name and value together: literal, reference, placeholder, public
//	Sensitive, Raw, Cover, Redact    what no output may show, and the form it takes instead
//
// Formats stand in providers.go. What follows a format is judged by statistics:
// people who write placeholders repeat, count and use words; generators do none
// of that.
package credential
