package mcp

import "github.com/mcplumb/mcplumb/analyzer/tree"

// approvals returns the tools that a server entry approves in advance, under
// every name that clients give the field. Where nobody can be asked, the tools
// that are offered are approved.
func approvals(doc *tree.Document, entry *tree.Node, unattended bool) []Approval {
	var found []Approval
	add := func(key, value *tree.Node) {
		found = append(found, Approval{Key: doc.KeyString(key), Value: doc.String(value)})
	}
	for _, member := range entry.Items() {
		value := member.Resolve()
		if value == nil {
			continue
		}
		switch member.Key {
		case "autoApprove", "alwaysAllow", "allowedTools", "auto_approve", "always_allow", "autoApproveTools", "alwaysAllowedTools":
			for _, tool := range approvedTools(member) {
				add(member, tool)
			}
		case "trust", "sandboxEnabled":
			if value.Value == "true" {
				add(member, member)
			}
		case "default_tools_approval_mode", "defaultToolsApprovalMode":
			if value.Value == "approve" {
				add(member, member)
			}
		case "approvalMode", "require_approval":
			if value.Value == "never" {
				add(member, member)
			}
		case "codex":
			if mode := value.Find("defaultToolsApprovalMode"); mode.Is(tree.Text) && mode.Resolve().Value == "approve" {
				add(mode, mode)
			}
		case "tools":
			found = append(found, toolsField(doc, member, unattended)...)
		}
	}
	return found
}

// approvedTools returns the scalars of a list, a scalar that means all, and
// nothing for false.
func approvedTools(n *tree.Node) []*tree.Node {
	switch value := n.Resolve(); value.Kind {
	case tree.List:
		var items []*tree.Node
		for _, item := range value.Children {
			if item.Is(tree.Text) {
				items = append(items, item)
			}
		}
		return items
	case tree.Bool, tree.Text:
		if value.Value == "true" || value.Value == "*" || value.Value == "all" {
			return []*tree.Node{n}
		}
	}
	return nil
}

// toolsField reads "tools", which approves in two clients: Codex has a table by
// tool, and Copilot's cloud agent runs what is listed without asking. Elsewhere it
// only filters, and only the wildcard is kept.
func toolsField(doc *tree.Document, n *tree.Node, unattended bool) []Approval {
	value := n.Resolve()
	var found []Approval
	switch value.Kind {
	case tree.Map:
		for _, tool := range value.Children {
			if mode := tool.Get("approval_mode"); mode != nil && mode.Value == "approve" {
				found = append(found, Approval{Key: doc.KeyString(tool.Find("approval_mode")), Value: doc.KeyString(tool)})
			}
		}
	case tree.Text:
		if value.Value == "*" {
			found = append(found, Approval{Key: doc.KeyString(n), Value: doc.String(n)})
		}
	case tree.List:
		for _, item := range value.Children {
			if item.Is(tree.Text) && (item.Resolve().Value == "*" || unattended) {
				found = append(found, Approval{Key: doc.KeyString(n), Value: doc.String(item)})
			}
		}
	}
	return found
}

// Unattended reports whether the entry belongs to an agent that runs where nobody
// can be asked: Copilot's coding agent, whose documentation says that listed tools
// run without approval. Its agent files call the container mcp-servers.
func (s *Server) Unattended() bool { return unattended(s.Container, s.Client) }

func unattended(container *tree.Node, client string) bool {
	return client == "copilot-agent" || container != nil && container.Key == "mcp-servers"
}

// BlanketApproval returns the approval of the entry that covers every tool, or
// nil: a wildcard, or a switch for the whole server. VS Code's sandboxEnabled is
// one: what runs inside its sandbox is not asked about.
func (s *Server) BlanketApproval() *Approval {
	for i := range s.Approvals {
		if a := &s.Approvals[i]; a.Covers() == "*" && (a.Key.Value != "tools" || s.Unattended()) {
			return a
		}
	}
	return nil
}

// Covers returns the tool that an approval is about, "*" for all of them.
func (a *Approval) Covers() string {
	switch a.Key.Value {
	case "trust", "sandboxEnabled", "default_tools_approval_mode", "defaultToolsApprovalMode", "approvalMode", "require_approval":
		return "*"
	}
	if a.Value.Value == "true" || a.Value.Value == "all" || a.Value.Value == "**" {
		return "*"
	}
	return a.Value.Value
}
