package approval

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// agentsCheck finds agents that are started inside of a server or a hook and told
// not to ask.
var agentsCheck = analyzer.Check{
	Rules: []*analyzer.Rule{agentCLISkipPermissions},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for l := range s.Launches {
				if walledOff(l) {
					continue
				}
				at, message := skips(l)
				if !at.Present() {
					at, message = silenced(s, l)
				}
				if at.Present() {
					onServer(pass, s, nil, analyzer.Diagnostic{Rule: agentCLISkipPermissions, Span: at.Span,
						Message: fmt.Sprintf("%s starts %s", subject(s), message)})
					break
				}
			}
		}
		for _, s := range pass.File.Policies {
			if s.Effect != mcp.EffectRunCommand || s.Value.Value == "" {
				continue
			}
			l := launch.ParseLine(s.Value)
			if at, message := skips(&l); at.Present() {
				pass.ReportWeighed(analyzer.Diagnostic{Rule: agentCLISkipPermissions, Span: at.Span,
					Message: fmt.Sprintf("%s starts %s", s.Path, message)}, s.Inert)
			}
		}
	},
}

// walledOff reports whether a launch runs in a container without network and
// without anything of the host.
func walledOff(l *launch.Launch) bool {
	return l.Container != nil && l.Container.Network.Value == "none" && len(l.Container.Mounts) == 0
}

// silenced returns the variable that stops an agent from asking.
func silenced(s *mcp.Server, l *launch.Launch) (mcp.String, string) {
	agent := knowledge.AgentOf(launch.ProgramName(l.Program.Value), "")
	if agent == nil {
		return mcp.String{}, ""
	}
	for _, v := range agent.Variables {
		at := s.Option(&knowledge.Option{Env: v.Name, Values: []string{v.Value}})
		if at.Present() {
			return at, fmt.Sprintf("%s with %s=%s, so that nothing in it asks; leave the variable out", agent.Name, v.Name, v.Value)
		}
	}
	return mcp.String{}, ""
}

// skips returns the switch that stops an agent from asking, in the launch itself
// or in a command of its script.
func skips(l *launch.Launch) (mcp.String, string) {
	agent := knowledge.AgentOf(launch.ProgramName(l.Program.Value), "")
	for p := range l.Packages {
		if agent == nil && p.Ecosystem == "npm" {
			agent = knowledge.AgentOf("", p.Name)
		}
	}
	if at, message := skipsIn(agent, l.Args); at.Present() {
		return at, message
	}
	if l.Script != nil {
		for _, c := range l.Script.Commands {
			if len(c.Words) == 0 {
				continue
			}
			if at, message := skipsIn(knowledge.AgentOf(launch.ProgramName(c.Words[0].Value), ""), c.Words[1:]); at.Present() {
				return at, message
			}
		}
	}
	return mcp.String{}, ""
}

func skipsIn(agent *knowledge.Agent, args []mcp.String) (mcp.String, string) {
	for i, a := range args {
		name, value, joined := strings.Cut(a.Value, "=")
		if agent == nil {
			if knowledge.SkipsApproval(name) {
				return a, fmt.Sprintf("an agent with %s, so that nothing in it asks; leave the switch out", name)
			}
			continue
		}
		if !joined && i+1 < len(args) {
			value = args[i+1].Value
		}
		for _, s := range agent.Skips {
			if name == s.Arg && (s.Value == "" || value == s.Value) {
				what := s.Arg
				if s.Value != "" {
					what += " " + s.Value
				}
				return a, fmt.Sprintf("%s with %s, so that nothing in it asks; leave the switch out", agent.Name, what)
			}
		}
	}
	return mcp.String{}, ""
}
