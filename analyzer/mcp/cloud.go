package mcp

import (
	"bytes"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// An IAMPolicy is an AWS policy document: what an identity may do, or who may use
// a role or resource.
type IAMPolicy struct {
	Node       *tree.Node
	Document   *tree.Document
	Statements []*IAMStatement
	// Guardrail says that the file is named as a permission boundary or service
	// control policy, which grants nothing by itself. The content cannot tell.
	Guardrail bool
}

// An IAMStatement is one statement of a policy. Lists hold one String where the
// document has a single value.
type IAMStatement struct {
	Node         *tree.Node
	Sid          String
	Allow        bool
	Actions      []String
	NotActions   []String
	Resources    []String
	NotResources []String
	// Principals is empty in identity policies.
	Principals    []IAMPrincipal
	NotPrincipals []IAMPrincipal
	Conditions    []IAMCondition
}

// An IAMPrincipal is who a trust or resource policy speaks about. Kind is "AWS",
// "Service", "Federated", "CanonicalUser", or "" for a bare "*".
type IAMPrincipal struct {
	Kind  string
	Value String
}

// An IAMCondition is one test of a statement: "StringLike", "aws:PrincipalOrgID"
// and the accepted values.
type IAMCondition struct {
	Operator string
	Key      String
	Values   []String
}

const (
	// iamWalkDepth bounds the search for policies inside templates and API answers.
	iamWalkDepth = 12
	// iamMaxPolicy is how long a policy may be, in bytes as written. AWS accepts at
	// most 20,480 characters without white space.
	iamMaxPolicy = 64 << 10
)

// iamPolicies returns the policy documents in a document: the root itself, or
// what stands under PolicyDocument and AssumeRolePolicyDocument in templates and
// in answers of the AWS command line.
func iamPolicies(doc *tree.Document, guardrail bool) []*IAMPolicy {
	if doc.Root == nil || doc.File == nil {
		return nil
	}
	text := doc.File.Data[doc.Span.Start:doc.Span.End]
	if !bytes.Contains(text, []byte("Statement")) {
		return nil
	}
	var found []*IAMPolicy
	var walk func(n *tree.Node, depth int)
	walk = func(n *tree.Node, depth int) {
		if n == nil || depth > iamWalkDepth {
			return
		}
		if n.Kind == tree.Map && n.Span.Len() <= iamMaxPolicy && isIAMPolicy(n) {
			p := iamPolicy(doc, n)
			p.Guardrail = guardrail
			found = append(found, p)
			return
		}
		for _, child := range n.Children {
			walk(child, depth+1)
		}
	}
	if isIAMPolicy(doc.Root) || bytes.Contains(text, []byte("PolicyDocument")) || doc.Root.Path("PolicyVersion", "Document") != nil {
		walk(doc.Root, 0)
	}
	return found
}

// managedPolicies returns the ARNs of policies that a template attaches to its
// roles, from the lists that hold nothing else.
func managedPolicies(doc *tree.Document) []String {
	if doc.Root == nil || doc.File == nil || !bytes.Contains(doc.File.Data[doc.Span.Start:doc.Span.End], []byte("ManagedPolicyArns")) {
		return nil
	}
	var found []String
	var walk func(n *tree.Node, depth int)
	walk = func(n *tree.Node, depth int) {
		if n == nil || depth > iamWalkDepth {
			return
		}
		for _, child := range n.Children {
			if n.Kind == tree.Map && child.Key == "ManagedPolicyArns" {
				for _, item := range child.Items() {
					if sub := item.Get("Fn::Sub"); sub != nil {
						item = sub
					}
					if arn := doc.String(item); arn.Present() {
						found = append(found, arn)
					}
				}
				continue
			}
			walk(child, depth+1)
		}
	}
	walk(doc.Root, 0)
	return found
}

// isIAMPolicy reports whether a map has statements that allow or deny AWS actions.
func isIAMPolicy(n *tree.Node) bool {
	statements := n.Get("Statement")
	if statements.Is(tree.Map) {
		return isIAMStatement(statements)
	}
	items := statements.Items()
	if len(items) == 0 {
		return false
	}
	for _, s := range items {
		if isIAMStatement(s) {
			return true
		}
	}
	return false
}

func isIAMStatement(n *tree.Node) bool {
	effect := n.Get("Effect")
	if !effect.Is(tree.Text) || effect.Value != "Allow" && effect.Value != "Deny" {
		return false
	}
	return n.Find("Action", "NotAction") != nil
}

func iamPolicy(doc *tree.Document, n *tree.Node) *IAMPolicy {
	p := &IAMPolicy{Node: n, Document: doc}
	statements := n.Get("Statement")
	items := []*tree.Node{statements}
	if statements.Is(tree.List) {
		items = statements.Children
	}
	for _, item := range items {
		if item = item.Resolve(); isIAMStatement(item) {
			p.Statements = append(p.Statements, iamStatement(doc, item))
		}
	}
	return p
}

func iamStatement(doc *tree.Document, n *tree.Node) *IAMStatement {
	s := &IAMStatement{
		Node: n, Sid: doc.String(n.Get("Sid")), Allow: n.Get("Effect").Value == "Allow",
		Actions: oneOrMany(doc, n.Find("Action")), NotActions: oneOrMany(doc, n.Find("NotAction")),
		Resources: oneOrMany(doc, n.Find("Resource")), NotResources: oneOrMany(doc, n.Find("NotResource")),
		Principals: iamPrincipals(doc, n.Find("Principal")), NotPrincipals: iamPrincipals(doc, n.Find("NotPrincipal")),
	}
	for _, operator := range n.Get("Condition").Items() {
		for _, test := range operator.Items() {
			s.Conditions = append(s.Conditions, IAMCondition{Operator: operator.Key, Key: doc.KeyString(test), Values: oneOrMany(doc, test)})
		}
	}
	return s
}

func iamPrincipals(doc *tree.Document, n *tree.Node) []IAMPrincipal {
	if n.Is(tree.Text) {
		return []IAMPrincipal{{Value: doc.String(n)}}
	}
	var found []IAMPrincipal
	for _, kind := range n.Items() {
		for _, value := range oneOrMany(doc, kind) {
			found = append(found, IAMPrincipal{Kind: kind.Key, Value: value})
		}
	}
	return found
}

// oneOrMany returns the scalars of a list, or a scalar as a list of one.
func oneOrMany(doc *tree.Document, n *tree.Node) []String {
	if !n.Is(tree.List) {
		if s := doc.String(n); s.Present() {
			return []String{s}
		}
		return nil
	}
	var values []String
	for _, item := range n.Items() {
		if s := doc.String(item); s.Present() {
			values = append(values, s)
		}
	}
	return values
}

// namedGuardrail reports whether a path calls its policy a boundary or a service
// control policy.
func namedGuardrail(path string) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(path), func(r rune) bool {
		return r < 'a' || r > 'z'
	}) {
		switch word {
		case "boundary", "boundaries", "permissionboundary", "permissionsboundary", "scp", "scps", "servicecontrol":
			return true
		}
	}
	return strings.Contains(strings.ToLower(path), "service-control")
}
