package mcp

import (
	"iter"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// A settingRow says where a client keeps a setting and what it does there.
//
// The path is dotted. A literal step also matches inside a dotted key, so that
// "chat.tools.global.autoApprove" is found however VS Code's users nest it.
// "*" is any key, "{server}" and "{tool}" are any key and say what the setting is
// about, "[]" is every item of a list.
type settingRow struct {
	path string
	// only names the clients whose key this is, separated by spaces, where the key
	// alone would not tell. Rows without it apply to every file.
	only string
	// effect is what the setting does with one of the values, whatever their case, or
	// with any value when none are listed. Booleans are "true" and "false" in every
	// notation.
	effect Effect
	values []string
	// read decides what the value does, where effect and values cannot say it. It fills
	// in Effect, Server and Tool, and reports false when the value does nothing that a
	// rule could ask about.
	read func(*Setting) bool
	// project is why the client ignores the setting in a project's file.
	project string
}

// reads fills in what a setting does, and reports false when that is nothing.
func (r *settingRow) reads(s *Setting) bool {
	if r.read != nil {
		return r.read(s)
	}
	s.Effect = r.effect
	return len(r.values) == 0 || slices.ContainsFunc(r.values, func(v string) bool { return strings.EqualFold(v, s.Value.Value) })
}

// A settingTable is rows whose paths continue a prefix.
type settingTable struct {
	prefix string
	rows   []settingRow
}

// beginning yields the rows whose first step this is, and their steps. A file has few
// members at its root and the tables are short, so that there is no index.
func beginning(tables []settingTable, first string) iter.Seq2[*settingRow, []string] {
	return func(yield func(*settingRow, []string) bool) {
		for _, table := range tables {
			if table.prefix != "" && !begins(table.prefix, first) {
				continue
			}
			for i := range table.rows {
				row := &table.rows[i]
				if table.prefix == "" && !begins(row.path, first) {
					continue
				}
				if !yield(row, strings.Split(table.prefix+row.path, ".")) {
					return
				}
			}
		}
	}
}

// begins reports whether a step is the first of a path.
func begins(path, step string) bool {
	return strings.HasPrefix(path, step) && (len(path) == len(step) || path[len(step)] == '.')
}

// settings returns what a document sets beside its server entries: approvals,
// trust, sandbox, hooks. The client may be "". It looks at each member of the
// root once.
func settings(doc *tree.Document, client string, scope Scope) []*Setting {
	var found []*Setting
	tables := settingTables()
	for _, member := range doc.Root.Items() {
		first, _, _ := strings.Cut(member.Key, ".")
		for row, steps := range beginning(tables, first) {
			if row.only != "" && !slices.Contains(strings.Fields(row.only), client) {
				continue
			}
			taken := stepsTaken(steps, member.Key)
			if taken == 0 {
				continue
			}
			w := settingWalk{doc: doc, steps: steps, yield: func(s Setting) {
				if !row.reads(&s) {
					return
				}
				if scope == ScopeProject {
					s.Inert = row.project
				}
				found = append(found, &s)
			}}
			w.from(member, taken, []string{member.Key}, Setting{Name: doc.KeyString(member)})
		}
	}
	found = append(found, codexSettings(doc)...)
	slices.SortStableFunc(found, func(a, b *Setting) int { return a.Node.Span.Start - b.Node.Span.Start })
	return found
}

// Span returns the setting as written: key and value of a member, or the item of
// a list.
func (s *Setting) Span() source.Span {
	if s.Node.KeySpan.Len() == 0 {
		return s.Node.Span
	}
	return source.Span{Start: s.Node.KeySpan.Start, End: s.Node.Span.End}
}

// A settingWalk follows the steps of one row.
type settingWalk struct {
	doc   *tree.Document
	steps []string
	yield func(Setting)
}

// from yields every node that the steps from this one on lead to.
func (w *settingWalk) from(n *tree.Node, step int, trail []string, s Setting) {
	value := n.Resolve()
	if value == nil {
		return
	}
	if step == len(w.steps) {
		s.Node, s.Value, s.Path = n, w.doc.String(n), strings.Join(trail, ".")
		w.yield(s)
		return
	}
	if w.steps[step] == "[]" {
		if value.Kind == tree.List {
			for _, item := range value.Children {
				w.from(item, step+1, trail, s)
			}
		}
		return
	}
	if value.Kind != tree.Map {
		return
	}
	for _, member := range value.Children {
		taken := stepsTaken(w.steps[step:], member.Key)
		if taken == 0 {
			continue
		}
		next := s
		next.Name = w.doc.KeyString(member)
		switch w.steps[step] {
		case "{server}":
			next.Server = member.Key
		case "{tool}":
			next.Tool = member.Key
		}
		w.from(member, step+taken, append(trail[:len(trail):len(trail)], member.Key), next)
	}
}

// stepsTaken returns how many leading steps the key answers: one for a wildcard,
// several for a dotted key, none when it does not match.
func stepsTaken(steps []string, key string) int {
	switch steps[0] {
	case "*", "{server}", "{tool}":
		return 1
	case key:
		return 1
	}
	if !strings.Contains(key, ".") {
		return 0
	}
	parts := strings.Split(key, ".")
	if len(parts) > len(steps) || !slices.Equal(parts, steps[:len(parts)]) {
		return 0
	}
	return len(parts)
}

// codexSettings reads the pair that decides about Codex: never asking is its CI
// mode and safe inside the sandbox; never asking outside of it is not.
func codexSettings(doc *tree.Document) []*Setting {
	found := codexTable(doc, doc.Root, "")
	for _, profile := range doc.Root.Get("profiles").Items() {
		found = append(found, codexTable(doc, profile, "profiles."+profile.Key+".")...)
	}
	return found
}

func codexTable(doc *tree.Document, table *tree.Node, prefix string) []*Setting {
	var found []*Setting
	add := func(n *tree.Node, effect Effect) {
		found = append(found, &Setting{Name: doc.KeyString(n), Path: prefix + n.Key, Value: doc.String(n), Node: n, Effect: effect})
	}
	sandbox, policy := table.Find("sandbox_mode"), table.Find("approval_policy")
	open := doc.String(sandbox).Value == "danger-full-access"
	if open {
		add(sandbox, EffectDisableSandbox)
	}
	if doc.String(policy).Value == "never" {
		effect := EffectOther
		if open || isTrue(table.Path("sandbox_workspace_write", "network_access")) {
			effect = EffectBypassPermission
		}
		add(policy, effect)
	}
	return found
}
