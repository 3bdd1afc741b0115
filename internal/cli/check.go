package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/discover"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/reporters"
	"github.com/mcplumb/mcplumb/rules"
)

// checkFlags are the flags of check as they were written.
type checkFlags struct {
	formats, outputs []string
	minSeverity      string
	minConfidence    string
	failOn           string
	pedantic         bool
	only, skip       []string
	config           string
	noConfig         bool
	client           string
	stdinFilename    string
	filesFrom        string
	maxSize          int64
	jobs             int
	category         string
	color            string
	quiet, verbose   bool
	exitZero         bool
	baseline         string
	writeBaseline    bool
	baselineSecrets  string
	noIgnores        bool
	diff             string
	base             string
	installed        bool
}

func newCheck(streams Streams) *cobra.Command {
	var flags checkFlags
	cmd := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "Check files and directories",
		Long: `Check reads MCP client configs and server manifests and reports what is
dangerous in them. Without a path it searches the current directory; "-" reads
standard input; --installed looks at your own clients' files instead.

Exit codes: 0 nothing at or above --fail-on; 1 something is; 2 wrong use;
3 something could not be analyzed, the rest is reported all the same.`,
		Example: `  mcplumb check
  mcplumb check --fail-on medium .cursor/mcp.json tools.json
  mcplumb check -f sarif -o mcplumb.sarif -f text .
  mcplumb check - < tools.json
  mcplumb check --installed`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := fromEnvironment(cmd.Flags(), streams.Env); err != nil {
				return err
			}
			return check(streams, flags, cmd.Flags(), args)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.VarP((*repeated)(&flags.formats), "format", "f", "`FORMAT` of the report: text, json, sarif, markdown or github; repeat it with --output for several reports (default text)")
	f.VarP((*repeated)(&flags.outputs), "output", "o", "write the report of the --format at the same place to this `FILE`, - is standard output")
	f.StringVar(&flags.minSeverity, "min-severity", "low", "show findings of at least this `LEVEL`: info, low, medium, high, critical")
	f.StringVar(&flags.minConfidence, "min-confidence", "low", "show findings of at least this `LEVEL`: low, medium, high")
	f.StringVar(&flags.failOn, "fail-on", "high", "exit with 1 at this severity `LEVEL` or above: low, medium, high, critical, never")
	f.BoolVar(&flags.pedantic, "pedantic", false, "add the rules for hardening and review")
	f.Var((*commaList)(&flags.only), "only", "run only these `RULES` or families")
	f.Var((*commaList)(&flags.skip), "skip", "leave out these `RULES` or families")
	f.StringVar(&flags.baseline, "baseline", "", "do not report the findings that this `FILE` accepts")
	f.BoolVar(&flags.writeBaseline, "write-baseline", false, "accept what is found now: write the baseline (default .mcplumb-baseline.json)")
	f.StringVar(&flags.baselineSecrets, "baseline-secrets", "never", "`WHEN` secrets may be in a baseline: never, always")
	f.BoolVar(&flags.noIgnores, "no-ignores", false, "report what comments and the configuration ignore")
	f.StringVar(&flags.diff, "diff", "", "report only what the unified diff in this `FILE` touches, - is standard input")
	f.StringVar(&flags.base, "base", "", "judge a change: take configuration, baseline and ignore comments from `DIR`, a checkout of its base")
	f.StringVarP(&flags.config, "config", "c", "", "read this configuration `FILE` (default .mcplumb.yaml of the project)")
	f.BoolVar(&flags.noConfig, "no-config", false, "read no configuration file")
	f.BoolVar(&flags.installed, "installed", false, "check the files of your own clients, at the places where each has them, and no others")
	f.StringVar(&flags.client, "client", "", "read the files as this `CLIENT` does, see mcplumb clients")
	f.StringVar(&flags.stdinFilename, "stdin-filename", "", "the `NAME` that standard input goes by")
	f.StringVar(&flags.filesFrom, "files-from", "", "read the paths to check from this `FILE`, one a line, - is standard input")
	f.Int64Var(&flags.maxSize, "max-size", analyzer.DefaultMaxSize, "the largest file that is read, in `BYTES`")
	f.IntVar(&flags.jobs, "jobs", 0, "analyze `N` files at a time (default the number of processors)")
	f.StringVar(&flags.category, "sarif-category", "", "`NAME` that tells several uploads for one commit apart")
	f.StringVar(&flags.color, "color", "auto", "`WHEN` to colour text: auto, always, never")
	f.BoolVarP(&flags.quiet, "quiet", "q", false, "nothing on standard error but errors")
	f.BoolVarP(&flags.verbose, "verbose", "v", false, "say what each file was taken for, show every repetition of a finding")
	f.BoolVar(&flags.exitZero, "exit-zero", false, "exit with 0 in spite of findings")
	completeRules := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return ruleNames(), cobra.ShellCompDirectiveNoFileComp
	}
	groupUsage(cmd, checkGroups)
	_ = cmd.RegisterFlagCompletionFunc("only", completeRules)
	_ = cmd.RegisterFlagCompletionFunc("skip", completeRules)
	return cmd
}

// plan is what a check does, all flags understood.
type plan struct {
	options analyzer.Options
	outputs []output
	failOn  analyzer.Severity
	never   bool // nothing fails
	color   colorMode
	all     bool // a frame for every finding
}

// check runs one check.
func check(streams Streams, flags checkFlags, given *pflag.FlagSet, args []string) error {
	if flags.installed {
		if err := flags.aloneInstalled(args); err != nil {
			return err
		}
	}
	args, err := paths(streams, flags, args)
	if err != nil {
		return err
	}
	settings, err := loadConfig(flags, args)
	if err != nil {
		return err
	}
	flags.merge(settings, given)
	p, err := planOf(flags)
	if err != nil {
		return err
	}
	p.options.Now = time.Now()
	if settings != nil {
		p.options.Settings, p.options.ForFile = settings.Settings, settings.ForFile
	}
	found, err := find(streams, flags, args)
	if err != nil {
		return err
	}
	defer found.Close()
	narrow(found, settings)
	report := analyze(streams, flags.quiet, found, p.options)
	report.Skipped -= ownFiles(found, report, flags)
	if err := distrust(flags, p, args, report); err != nil {
		return err
	}
	if err := suppress(streams, flags, p.options, settings, args, report); err != nil {
		return err
	}
	if err := write(streams, p, report); err != nil {
		return err
	}
	narrate(streams.Err, flags, p, report)
	return verdict(flags, p, report)
}

// sarif reports whether one of the reports is SARIF.
func (p *plan) sarif() bool {
	return slices.ContainsFunc(p.outputs, func(o output) bool { return o.format == "sarif" })
}

// planOf turns flags into a plan.
func planOf(flags checkFlags) (plan, error) {
	var p plan
	families := rules.All()
	chosen, err := analyzer.Selection{Only: flags.only, Skip: flags.skip, Pedantic: flags.pedantic}.Select(families)
	var unknown analyzer.UnknownRuleError
	if errors.As(err, &unknown) {
		return p, unknownRule(unknown.Name)
	}
	if err != nil {
		return p, err
	}
	p.options = analyzer.Options{
		Families: families, Rules: chosen, MaxSize: flags.maxSize, Jobs: flags.jobs,
		Client: flags.client, Version: Version, NoIgnores: flags.noIgnores,
	}
	if flags.client != "" && knowledge.ClientByID(flags.client) == nil {
		return p, unknownClient(flags.client)
	}
	var ok bool
	if p.options.MinSeverity, ok = analyzer.ParseSeverity(flags.minSeverity); !ok {
		return p, usagef("--min-severity is one of info, low, medium, high, critical, not %q", flags.minSeverity)
	}
	if p.options.MinConfidence, ok = analyzer.ParseConfidence(flags.minConfidence); !ok {
		return p, usagef("--min-confidence is one of low, medium, high, not %q", flags.minConfidence)
	}
	if p.never = flags.failOn == "never"; !p.never {
		if p.failOn, ok = analyzer.ParseSeverity(flags.failOn); !ok || p.failOn == analyzer.Info {
			return p, usagef("--fail-on is one of low, medium, high, critical, never, not %q", flags.failOn)
		}
		if p.failOn < p.options.MinSeverity {
			return p, usagef("--fail-on %s would fail on findings that --min-severity %s does not show", flags.failOn, flags.minSeverity)
		}
	}
	if flags.maxSize <= 0 {
		return p, usagef("--max-size is a number of bytes above 0")
	}
	if flags.config != "" && flags.noConfig {
		return p, usagef("--config and --no-config exclude each other")
	}
	if flags.base != "" && flags.writeBaseline {
		return p, usagef("--base and --write-baseline exclude each other: a change does not write what it is judged by")
	}
	if flags.baselineSecrets != "never" && flags.baselineSecrets != "always" {
		return p, usagef("--baseline-secrets is never or always, not %q", flags.baselineSecrets)
	}
	if flags.diff == "-" && flags.filesFrom == "-" {
		return p, usagef("standard input cannot be both the diff and the list of files")
	}
	if p.color, err = parseColor(flags.color); err != nil {
		return p, err
	}
	p.all = flags.verbose
	p.outputs, err = pairOutputs(flags.formats, flags.outputs, flags.category)
	p.options.LineHashes = p.sarif()
	return p, err
}

// paths are the arguments and what --files-from lists, or the current directory
// when neither is given. An empty list stays empty.
func paths(streams Streams, flags checkFlags, args []string) ([]string, error) {
	if flags.filesFrom != "" {
		more, err := readList(streams.In, flags.filesFrom)
		return append(args, more...), err
	}
	if len(args) == 0 && !flags.installed {
		return []string{"."}, nil
	}
	return args, nil
}

// find collects the files that the paths name.
func find(streams Streams, flags checkFlags, args []string) (*discover.Result, error) {
	if flags.installed {
		return findInstalled(streams, flags.quiet)
	}
	var targets []string
	stdin := false
	for _, a := range args {
		if a == "-" {
			stdin = true
		} else {
			targets = append(targets, a)
		}
	}
	if stdin && (flags.filesFrom == "-" || flags.diff == "-") {
		return nil, usagef("standard input can only be one of a file, the list of files and the diff")
	}
	found, err := discover.Find(targets)
	if err != nil {
		return nil, usage{err}
	}
	if stdin {
		data, err := io.ReadAll(io.LimitReader(streams.In, flags.maxSize+1))
		if err != nil {
			return nil, fmt.Errorf("read standard input: %w", err)
		}
		name := "stdin"
		if flags.stdinFilename != "" {
			name = flags.stdinFilename
		}
		found.Files = append(found.Files, discover.InMemory(name, data, nil))
	}
	return found, nil
}

// readList reads paths, one a line.
func readList(stdin io.Reader, name string) ([]string, error) {
	in := stdin
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, usagef("--files-from: %w", err)
		}
		defer file.Close()
		in = file
	}
	var paths []string
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxPath)
	n := 0
	for ; lines.Scan(); n++ {
		if path := strings.TrimSuffix(lines.Text(), "\r"); path != "" {
			paths = append(paths, path)
		}
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, usagef("--files-from: line %d is longer than 1 MiB, and no path", n+1)
	case err != nil:
		return nil, fmt.Errorf("--files-from: %w", err)
	}
	return paths, nil
}

// maxPath bounds a line of a list of paths, in bytes.
const maxPath = 1 << 20

// narrate says on standard error what the user should know beside the report.
func narrate(w io.Writer, flags checkFlags, p plan, report *analyzer.Report) {
	for _, f := range report.Files {
		if f.Status == analyzer.Failed || f.Status == analyzer.Partial {
			fmt.Fprintf(w, "mcplumb: %s: %s: %s\n", reporters.Printable(f.Path), f.Status, reporters.Printable(f.Reason))
		}
	}
	if flags.quiet {
		return
	}
	for _, n := range report.Notices {
		fmt.Fprintf(w, "mcplumb: %s\n", reporters.Printable(n))
	}
	if p.sarif() {
		if note := reporters.SARIFNote(report); note != "" {
			fmt.Fprintf(w, "mcplumb: SARIF: %s\n", note)
		}
	}
	if flags.verbose {
		for _, f := range report.Files {
			fmt.Fprintf(w, "mcplumb: %s: %s %s, %d servers, %d tools\n", reporters.Printable(f.Path), f.Status, f.Kind, f.Servers, f.Tools)
		}
	}
}

// verdict is the exit code of a finished check.
func verdict(flags checkFlags, p plan, report *analyzer.Report) error {
	code := Clean
	for _, f := range report.Findings {
		if !p.never && f.State == analyzer.Reported && f.Rule.Severity >= p.failOn && f.Confidence > analyzer.Unsure {
			code = Findings
		}
	}
	if flags.exitZero {
		code = Clean
	}
	for _, f := range report.Files {
		if f.Status == analyzer.Failed || f.Status == analyzer.Partial {
			code = Unfinished
		}
	}
	if code != Unfinished {
		for _, f := range report.Files {
			if f.Status == analyzer.Skipped {
				return usagef("%s: %s", reporters.Printable(f.Path), f.Reason)
			}
		}
	}
	if code == Clean {
		return nil
	}
	return exit(code)
}
