package launching

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// A line is one command line that a client will start: a server's, or that of a
// hook, helper or status line.
type line struct {
	*launch.Launch
	who      string // subject of messages: `server "x"`, `hook "SessionStart"`
	server   *mcp.Server
	setting  *mcp.Setting
	commands []launch.Command
}

// lines returns the command lines of a file. The server behind a bridge has a
// line of its own.
func lines(f *mcp.File) []line {
	var out []line
	for _, s := range f.Servers {
		if !s.Command.Present() {
			continue
		}
		for l := &s.Launch; l != nil; l = l.Inner {
			out = append(out, line{Launch: l, who: fmt.Sprintf("server %q", s.Name.Value), server: s, commands: commands(l)})
		}
	}
	for _, p := range f.Policies {
		if p.Effect != mcp.EffectRunCommand || p.Tool != "" || p.Value.Value == "" {
			continue
		}
		l := launch.ParseLine(p.Value)
		out = append(out, line{Launch: &l, who: settingName(p), setting: p, commands: commands(&l)})
	}
	return out
}

// commands returns every program that the launch starts by itself: those of its
// script, or the one that is left when wrappers are off.
func commands(l *launch.Launch) []launch.Command {
	if l.Script != nil {
		return l.Script.Commands
	}
	if len(l.Command) == 0 {
		return nil
	}
	return []launch.Command{{Words: l.Command, Feeds: -1}}
}

// settingName says which setting runs a command.
func settingName(p *mcp.Setting) string {
	if parts := strings.Split(p.Path, "."); len(parts) > 1 && parts[0] == "hooks" {
		return fmt.Sprintf("hook %q", parts[1])
	}
	return fmt.Sprintf("setting %q", strings.TrimSuffix(p.Path, ".command"))
}

// confidence returns that of the rule, one step lower when the line may never run.
func (l line) confidence(r *analyzer.Rule) analyzer.Confidence {
	switch {
	case l.server != nil:
		return r.ConfidenceIn(l.server)
	case l.setting.Inert != "":
		return r.Confidence.Lower()
	}
	return r.Confidence
}

// span covers words that stand in one order in the file.
func span(words ...source.String) source.Span {
	var out source.Span
	for _, w := range words {
		switch {
		case !w.Present():
		case out.Len() == 0:
			out = w.Span
		default:
			out = source.Span{Start: min(out.Start, w.Span.Start), End: max(out.End, w.Span.End)}
		}
	}
	return out
}

// commandSpan covers commands with the files they read and write.
func commandSpan(commands ...launch.Command) source.Span {
	var words []source.String
	for _, c := range commands {
		words = append(words, c.Words...)
		for _, r := range c.Redirects {
			words = append(words, r.Target)
		}
	}
	return span(words...)
}

// name returns the program of a command, behind sudo, env and their kind.
func name(c launch.Command) string {
	if i := programAt(c.Words); i < len(c.Words) {
		return launch.ProgramName(c.Words[i].Value)
	}
	return ""
}

// programAt returns the index of the program behind the wrappers of one command.
func programAt(words []source.String) int {
	for i := 0; i < len(words); i++ {
		switch launch.ProgramName(words[i].Value) {
		case "sudo", "doas", "env", "exec", "command", "builtin", "nohup", "time", "xargs", "setsid", "nice", "busybox":
			for i+1 < len(words) && (strings.HasPrefix(words[i+1].Value, "-") || strings.Contains(words[i+1].Value, "=")) {
				i++
			}
			continue
		}
		return i
	}
	return len(words)
}

// arguments returns the words behind the program.
func arguments(c launch.Command) []source.String {
	return c.Words[min(len(c.Words), programAt(c.Words)+1):]
}

// has reports whether one of the words is one of the values.
func has(words []source.String, values ...string) bool {
	return slices.ContainsFunc(words, func(w source.String) bool { return slices.Contains(values, w.Value) })
}

// quoteShort shows the start of a text in a message.
func quoteShort(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:57]) + "..."
	}
	return fmt.Sprintf("%q", s)
}

// scriptText returns the script that a shell interprets, "" without one.
func scriptText(l line) string {
	if l.Script == nil {
		return ""
	}
	return l.Script.Text.Value
}

// spanOfText returns the place of a text that scriptText or Code gave.
func (l line) spanOfText(text string) source.Span {
	if l.Script != nil && text == l.Script.Text.Value {
		return l.Script.Text.Span
	}
	return l.Code.Span
}
