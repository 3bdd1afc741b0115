package reporters

import (
	"cmp"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// What GitHub accepts and shows of a SARIF file, from
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
const (
	MaxResults      = 25000 // more and the upload is refused
	ShownResults    = 5000  // of these, the most severe
	maxDescription  = 1024
	maxTags         = 10
	maxLocations    = 100
	sourceRoot      = "%SRCROOT%"
	fingerprintName = ToolName + "/v1"
	lineHashName    = "primaryLocationLineHash"
)

// SARIFOptions say what a run is called.
type SARIFOptions struct {
	// Category tells several uploads for one commit apart; empty means "mcplumb".
	Category string
}

// SARIF writes the report as SARIF 2.1.0 in the shape that GitHub code scanning
// uses most of. Suppressed findings are left out, because GitHub shows them all
// the same. More than MaxResults findings are cut and more than ShownResults
// sorted, the worst first; the file says so in a notification.
func SARIF(w io.Writer, r *analyzer.Report, opt SARIFOptions) error {
	s := newSARIF(r)
	log, err := sarif.New(sarif.Version210)
	if err != nil {
		return err
	}
	s.run.ColumnKind = "utf16CodeUnits"
	s.run.AutomationDetails = &sarif.RunAutomationDetails{ID: ptr(cmp.Or(opt.Category, ToolName) + "/")}
	for _, f := range s.ranked(reported(r)) {
		s.run.Results = append(s.run.Results, s.result(f))
	}
	s.invocation(r)
	log.AddRun(s.run)
	return writeJSON(w, log)
}

// A sarifWriter turns one report into one run.
type sarifWriter struct {
	run     *sarif.Run
	index   map[string]uint    // of rules
	perLine map[lineOfRule]int // results so far
	total   int
}

type lineOfRule struct {
	rule, uri string
	line      int
}

func newSARIF(r *analyzer.Report) *sarifWriter {
	driver := sarif.NewDriver(ToolName).WithInformationURI(InformationURI)
	driver.SemanticVersion = ptr(strings.TrimPrefix(r.Version, "v"))
	s := &sarifWriter{
		run:     sarif.NewRun(sarif.Tool{Driver: driver}),
		index:   map[string]uint{},
		perLine: map[lineOfRule]int{},
	}
	rules := slices.Clone(r.Rules)
	sortRules(rules)
	for _, rule := range rules {
		s.index[rule.Name] = uint(len(driver.Rules))
		driver.Rules = append(driver.Rules, sarifRule(rule))
	}
	return s
}

func sortRules(rules []analyzer.RuleInfo) {
	slices.SortFunc(rules, func(a, b analyzer.RuleInfo) int { return strings.Compare(a.Name, b.Name) })
}

func ptr[T any](v T) *T { return &v }

func text(s string) *sarif.MultiformatMessageString {
	return &sarif.MultiformatMessageString{Text: ptr(s)}
}

// sarifRule describes a rule. GitHub reads the severity from here and shows the
// Markdown of help; other viewers show its text.
func sarifRule(r analyzer.RuleInfo) *sarif.ReportingDescriptor {
	paragraph := r.Why
	if list := blocks(r.Why); len(list) > 0 {
		paragraph = list[0]
	}
	help := RuleMarkdown(r, 3)
	d := &sarif.ReportingDescriptor{
		ID:                   r.Name,
		Name:                 ptr(pascal(r.Name)),
		ShortDescription:     text(shorten(sentence(plain(r.Summary)), maxDescription)),
		FullDescription:      text(shorten(cmp.Or(plain(paragraph), sentence(plain(r.Summary))), maxDescription)),
		DefaultConfiguration: &sarif.ReportingConfiguration{Level: sarifLevel(r.Severity)},
		HelpURI:              ptr(RuleURI(r.Name)),
		Help:                 &sarif.MultiformatMessageString{Text: ptr(unwrap(r.Why) + "\n\n" + unwrap(r.Remedy)), Markdown: &help},
		Properties:           sarif.Properties{"precision": precision(r.Confidence), "tags": tags(r)},
	}
	if score := securitySeverity(r.Severity); score != "" {
		d.Properties["security-severity"] = score
	} else {
		d.Properties["problem.severity"] = "recommendation"
	}
	return d
}

// pascal is a rule's name as SARIF wants the name beside the id: InstructionOverride.
// The two must differ.
func pascal(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "-") {
		b.WriteString(sentence(word))
	}
	return b.String()
}

func sarifLevel(s analyzer.Severity) string {
	switch s {
	case analyzer.Critical, analyzer.High:
		return "error"
	case analyzer.Medium:
		return "warning"
	}
	return "note"
}

// securitySeverity is the score from which GitHub tells critical (over 9.0), high
// (from 7.0), medium (from 4.0) and low; the values keep clear of the edges.
func securitySeverity(s analyzer.Severity) string {
	return [...]string{
		analyzer.Info: "", analyzer.Low: "3.0", analyzer.Medium: "5.5", analyzer.High: "8.0", analyzer.Critical: "9.5",
	}[s]
}

func precision(c analyzer.Confidence) string {
	switch c {
	case analyzer.Certain:
		return "very-high"
	case analyzer.Likely:
		return "high"
	}
	return "low"
}

// tags are what people filter alerts by; GitHub keeps ten.
func tags(r analyzer.RuleInfo) []string {
	list := []string{"mcp"}
	if r.Severity > analyzer.Info {
		list = append(list, "security")
	}
	if r.Category != "" {
		list = append(list, r.Category)
	}
	for _, n := range r.CWE {
		list = append(list, fmt.Sprintf("external/cwe/cwe-%03d", n))
	}
	for _, id := range r.OWASP {
		list = append(list, "external/owasp/"+strings.ToLower(id))
	}
	for _, id := range r.SafeMCP {
		list = append(list, "external/safe-mcp/"+strings.ToLower(id))
	}
	return list[:min(len(list), maxTags)]
}

// ranked keeps the order of the report as long as GitHub shows everything.
func (s *sarifWriter) ranked(list []*analyzer.Finding) []*analyzer.Finding {
	s.total = len(list)
	if len(list) > ShownResults {
		worstFirst(list)
	}
	return list[:min(len(list), MaxResults)]
}

func (s *sarifWriter) result(f *analyzer.Finding) *sarif.Result {
	result := &sarif.Result{
		RuleID:              ptr(f.Rule.Name),
		Level:               ptr(sarifLevel(f.Rule.Severity)),
		Locations:           []*sarif.Location{location(f.URI, f.Start, f.End)},
		PartialFingerprints: s.fingerprints(f),
	}
	if i, ok := s.index[f.Rule.Name]; ok {
		result.RuleIndex = &i
	}
	message := sarifText(f.Message)
	var links []string
	for i, q := range f.Related[:min(len(f.Related), maxLocations)] {
		l := location(cmp.Or(q.URI, f.URI), q.Start, q.End)
		l.Id = ptr(uint(i + 1))
		name := cmp.Or(q.Note, q.Text, "related place")
		l.Message = &sarif.Message{Text: ptr(sarifText(name))}
		result.RelatedLocations = append(result.RelatedLocations, l)
		if i < maxRelated { // only linked places are shown
			links = append(links, fmt.Sprintf("[%s](%d)", linkText(name), i+1))
		}
	}
	if len(links) > 0 {
		message += " (see " + strings.Join(links, ", ") + ")"
	}
	result.Message = sarif.Message{Text: &message}
	result.CodeFlows = codeFlows(f)
	result.Fixes = fixes(f)
	if s.total > ShownResults {
		result.Rank = ptr(float32(f.Rule.Severity)*20 + float32(f.Confidence)*5)
	}
	return result
}

// fingerprints are how an alert is recognized. GitHub looks at the line hash only
// and takes two findings of a rule on one line, which is all there is in a
// minified file, for one: later ones get a hash that tells them apart.
func (s *sarifWriter) fingerprints(f *analyzer.Finding) map[string]any {
	prints := map[string]any{}
	if f.Fingerprint != "" {
		prints[fingerprintName] = f.Fingerprint
	}
	key := lineOfRule{f.Rule.Name, f.URI, f.Start.Line}
	s.perLine[key]++
	switch again := s.perLine[key] > 1; {
	case again && f.Fingerprint != "":
		prints[lineHashName] = strings.TrimLeft(f.LineHash+"-", "-") + f.Fingerprint[:min(16, len(f.Fingerprint))]
	case f.LineHash != "":
		prints[lineHashName] = f.LineHash
	}
	if len(prints) == 0 {
		return nil
	}
	return prints
}

func location(uri string, start, end source.Position) *sarif.Location {
	return &sarif.Location{PhysicalLocation: &sarif.PhysicalLocation{
		ArtifactLocation: artifact(uri),
		Region:           region(start, end),
	}}
}

// region has the four fields that GitHub wants; an empty place covers what follows.
func region(start, end source.Position) *sarif.Region {
	if end.Line < start.Line || end.Line == start.Line && end.UTF16 <= start.UTF16 {
		end.Line, end.UTF16 = start.Line, start.UTF16+1
	}
	return &sarif.Region{StartLine: &start.Line, StartColumn: &start.UTF16, EndLine: &end.Line, EndColumn: &end.UTF16}
}

// artifact names a file relative to the root of the repository, or by a file URI
// when it lies outside of it.
func artifact(uri string) *sarif.ArtifactLocation {
	switch {
	case strings.HasPrefix(uri, "/"):
		return &sarif.ArtifactLocation{URI: ptr("file://" + encodePath(uri))}
	case len(uri) > 2 && uri[1] == ':' && uri[2] == '/': // a drive
		return &sarif.ArtifactLocation{URI: ptr("file:///" + uri[:2] + encodePath(uri[2:]))}
	}
	return &sarif.ArtifactLocation{URI: ptr(encodePath(path.Clean(uri))), URIBaseId: ptr(sourceRoot)}
}

// encodePath percent-encodes a path by segments. A colon is encoded too: in front
// of the first slash it would make a scheme.
func encodePath(p string) string {
	segments := strings.Split(p, "/")
	for i, s := range segments {
		segments[i] = strings.ReplaceAll(url.PathEscape(s), ":", "%3A")
	}
	return strings.Join(segments, "/")
}

// sarifText is text that no reader takes for links: a SARIF message may hold
// [text](target), and names in it come from strangers.
func sarifText(s string) string {
	s = visible(s)
	if strings.Contains(s, "](") {
		s = linkQuoter.Replace(s)
	}
	return s
}

var linkQuoter = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)

// linkText is sarifText for the inside of a link.
func linkText(s string) string {
	return linkQuoter.Replace(shorten(visible(s), 80))
}

// codeFlows leads through the pieces of evidence when there are several.
func codeFlows(f *analyzer.Finding) []*sarif.CodeFlow {
	if len(f.Evidence) < 2 {
		return nil
	}
	flow := &sarif.ThreadFlow{}
	for _, q := range f.Evidence[:min(len(f.Evidence), maxLocations)] {
		l := location(cmp.Or(q.URI, f.URI), q.Start, q.End)
		l.Message = &sarif.Message{Text: ptr(sarifText(cmp.Or(q.Note, shorten(q.Text, 200))))}
		flow.Locations = append(flow.Locations, &sarif.ThreadFlowLocation{Location: l})
	}
	return []*sarif.CodeFlow{{ThreadFlows: []*sarif.ThreadFlow{flow}}}
}

func fixes(f *analyzer.Finding) []*sarif.Fix {
	if f.Fix == nil || len(f.Fix.Edits) == 0 {
		return nil
	}
	change := &sarif.ArtifactChange{ArtifactLocation: *artifact(f.URI)}
	for _, e := range f.Fix.Edits {
		if e.Start.Line == 0 { // its place is not known
			return nil
		}
		deleted := sarif.Region{StartLine: ptr(e.Start.Line), StartColumn: ptr(e.Start.UTF16), EndLine: ptr(e.End.Line), EndColumn: ptr(e.End.UTF16)}
		change.Replacements = append(change.Replacements, &sarif.Replacement{DeletedRegion: deleted, InsertedContent: &sarif.ArtifactContent{Text: ptr(e.Text)}})
	}
	return []*sarif.Fix{{Description: &sarif.Message{Text: ptr(sentence(f.Fix.Description))}, ArtifactChanges: []*sarif.ArtifactChange{change}}}
}

// invocation is written only when there is something to say: a file that was not
// read completely, or results that will not be shown.
func (s *sarifWriter) invocation(r *analyzer.Report) {
	var list []*sarif.Notification
	complete := true
	for i := range r.Files {
		f := &r.Files[i]
		if f.Status != analyzer.Failed && f.Status != analyzer.Partial {
			continue
		}
		complete = false
		level, what := "error", "could not be read"
		if f.Status == analyzer.Partial {
			level, what = "warning", "could only be read in part"
		}
		list = append(list, &sarif.Notification{
			Level:     level,
			Message:   &sarif.Message{Text: ptr(sarifText(f.Path + " " + what + ": " + f.Reason))},
			Locations: []*sarif.Location{{PhysicalLocation: &sarif.PhysicalLocation{ArtifactLocation: artifact(f.URI)}}},
		})
	}
	if said := tooMany(s.total); said != "" {
		list = append(list, &sarif.Notification{Level: "warning", Message: &sarif.Message{Text: &said}})
	}
	if len(list) == 0 {
		return
	}
	s.run.Invocations = []*sarif.Invocation{{ExecutionSuccessful: &complete, ToolExecutionNotifications: list}}
}

// SARIFNote says what GitHub will not show of the report, "" when it shows all.
func SARIFNote(r *analyzer.Report) string { return tooMany(count(r).Findings) }

func tooMany(findings int) string {
	switch {
	case findings > MaxResults:
		return fmt.Sprintf("%d findings: GitHub shows the %d most severe and accepts %d, so the least severe %d are not in this file", findings, ShownResults, MaxResults, findings-MaxResults)
	case findings > ShownResults:
		return fmt.Sprintf("%d findings: GitHub shows the %d most severe", findings, ShownResults)
	}
	return ""
}
