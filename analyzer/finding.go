package analyzer

import (
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// A Diagnostic is what a check reports. The engine adds the rest.
type Diagnostic struct {
	Rule       *Rule
	Span       source.Span // tight: the value, not the whole server
	Message    string      // subject and fact first, lower case, no final full stop
	Help       string      // one line of remedy for this finding; empty means the first line of Rule.Remedy
	Confidence Confidence  // lower than the rule's, or zero for the rule's own
	Evidence   []Evidence  // the phrases behind the verdict; empty means the span itself
	Related    []Evidence  // other places that matter, with a note each
	Fix        *Fix
}

// Evidence is a place and what stands there. Text is decoded and never cut by
// rules; the engine masks and cuts it.
type Evidence struct {
	Span source.Span
	Text string
	Note string // why it matters: "orders the model", "names another tool"
}

// A Fix is a change of bytes that a person may apply.
type Fix struct {
	Description string // a verb phrase: "remove the invisible characters"
	Safe        bool   // keeps the meaning for a correct user
	Edits       []Edit
}

// An Edit replaces the bytes under Span. Start and End are the same place for
// those who no longer have the file; the engine fills them in.
type Edit struct {
	Span       source.Span
	Text       string
	Start, End source.Position
}

// A State says what became of a finding.
type State uint8

// The states.
const (
	Reported State = iota
	Ignored
	Baselined
	BelowThreshold
	OutsideDiff // what it is about was not touched by the change under review
)

// String returns the name used in reports.
func (s State) String() string {
	return [...]string{"reported", "ignored", "baselined", "below-threshold", "outside-diff"}[s]
}

// A Finding is a frozen, masked diagnostic: it needs no file any more.
type Finding struct {
	Rule       *Rule
	Category   string // the family's name
	Confidence Confidence
	State      State
	Path       string // slash-separated, relative to the working directory where possible
	URI        string // slash-separated, relative to the repository root
	Document   int    // which document of the file
	Pointer    string // RFC 6901, into that document
	Server     string
	Tool       string
	Message    string
	Help       string
	Start, End source.Position
	// FirstLine and LastLine are those of the tool or server that the finding is
	// about, or its own when it is about neither.
	FirstLine, LastLine int
	Evidence            []Quote
	Related             []Quote
	Fix                 *Fix
	Frame               []Line // the lines under the span, masked
	// Fingerprint names the finding across edits: rule, path, names along the
	// pointer and the judged text, never a secret.
	Fingerprint string
	anchor      anchor // from which the fingerprint is made again for a copy of the file
	// LineHash is GitHub's primaryLocationLineHash of the first line, "" where the
	// line holds a secret or nobody asked for hashes.
	LineHash string
}

// A Quote is masked evidence.
type Quote struct {
	Path, URI  string // of another file; empty means that of the finding
	Text       string
	Note       string
	Start, End source.Position
}

// A Line is one line of a file, masked but otherwise as written; control
// characters are still in it. Of a long line only a window is kept.
type Line struct {
	Number int
	From   int // 1-based column, in code points, of the first rune of Text
	Text   string
}

// A Status says how far a file was analyzed.
type Status string

// The statuses.
const (
	Analyzed Status = "analyzed"
	Partial  Status = "partial"
	Skipped  Status = "skipped"
	Failed   Status = "failed"
)

// A FileReport says what became of a candidate or named file.
type FileReport struct {
	Path    string // as Finding.Path
	URI     string // as Finding.URI
	Kind    mcp.Kind
	Client  string
	Format  string
	Servers int
	Tools   int
	Status  Status
	Reason  string // why it is not plainly analyzed; lower case, no full stop
}

// A Report is the complete, ordered and immutable result of a run. Reporters
// render it and filter nothing.
type Report struct {
	Findings []Finding // Reported ones and, marked by State, the others
	Files    []FileReport
	Skipped  int      // files looked at by name or content and not taken for MCP files
	Notices  []string // what the user should know beside findings
	Rules    []RuleInfo
	Version  string // of the tool
	Data     string // date of the knowledge tables
}

// A RuleInfo is an enabled rule and its family.
type RuleInfo struct {
	*Rule
	Category string
}
