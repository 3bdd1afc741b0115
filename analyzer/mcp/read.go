package mcp

import (
	"io/fs"
	"slices"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// Options are what the caller knows about a file beyond its bytes.
type Options struct {
	Origin *Origin // nil: that of the file's path
	Client string  // overrides the guess from path and content
	Named  bool    // the user named this file
	Mode   fs.FileMode
}

// Read says what the documents of one file mean. It recognises by content; the
// path only breaks ties. It never fails: what it does not understand is Unknown.
func Read(file *source.File, docs []*tree.Document, opt Options) *File {
	origin := opt.Origin
	if origin == nil {
		from := OriginOf(file.Path)
		origin = &from
	}
	f := &File{Source: file, Documents: docs, Named: opt.Named, Mode: opt.Mode}
	client, place := origin.client, origin.place
	if own := knowledge.ClientByID(opt.Client); own != nil && own != client {
		client, place = own, knowledge.Place{}
		if len(own.Places) > 0 {
			place.Syntax = own.Places[0].Syntax
		}
	}
	f.Place = place
	f.Scope = scopeOf(origin.example, place.Scope)
	if client != nil {
		f.Client = client.ID
		f.Named = f.Named || place.Known
	}
	r := &reader{file: f, listed: map[listingOf]*Listing{}, client: client, origin: origin}
	for _, doc := range docs {
		if doc.Root != nil {
			r.document(doc)
		}
	}
	f.Kind = r.kind()
	return f
}

// reader collects what one file means.
type reader struct {
	file     *File
	client   *knowledge.Client
	origin   *Origin
	doc      *tree.Document
	listed   map[listingOf]*Listing
	packaged bool // a package manifest was seen
	full     bool // there were more servers than are read
	settings bool // a known but empty container was seen
}

// document reads one document of the file.
func (r *reader) document(doc *tree.Document) {
	r.doc = doc
	if doc.Syntax == tree.Script {
		r.crushrc(doc)
		return
	}
	packaged, lists := r.packageManifest(doc.Root)
	r.packaged = r.packaged || packaged
	if !packaged {
		for _, c := range r.containers(doc.Root) {
			r.servers(c)
		}
	}
	if lists {
		r.listings(doc.Root)
	}
	r.file.Policies = append(r.file.Policies, settings(doc, r.clientID(), r.file.Scope)...)
	r.file.IAM = append(r.file.IAM, iamPolicies(doc, r.origin.guardrail)...)
	r.file.Managed = append(r.file.Managed, managedPolicies(doc)...)
	r.inputs(doc.Root)
}

// clientID returns the id of the owning client, "" when it is not known.
func (r *reader) clientID() string {
	if r.client == nil {
		return ""
	}
	return r.client.ID
}

func (r *reader) kind() Kind {
	f := r.file
	switch {
	case r.packaged:
		return PackageManifest
	case slices.ContainsFunc(f.Servers, (*Server).Launchable):
		return ClientConfig
	case len(f.Manifests) > 0 || len(f.Prose) > 0:
		return Manifest
	case len(f.IAM) > 0 || len(f.Managed) > 0:
		return Policy
	case len(f.Policies) > 0 || r.settings || len(f.Servers) > 0:
		return ClientSettings
	}
	return Unknown
}

// scopeOf tells whose file it is.
func scopeOf(example bool, place knowledge.Scope) Scope {
	if example {
		return ScopeExample
	}
	switch place {
	case knowledge.User:
		return ScopeUser
	case knowledge.Managed:
		return ScopeManaged
	case knowledge.Package:
		return ScopePackage
	case knowledge.Project:
		return ScopeProject
	}
	return ScopeUnknown
}

// str returns a scalar member as a String.
func (r *reader) str(n *tree.Node, keys ...string) String {
	return r.doc.String(n.Find(keys...))
}

// text returns a member that is a string, and nothing for other kinds.
func (r *reader) text(n *tree.Node, keys ...string) String {
	if m := n.Find(keys...); m.Is(tree.Text) {
		return r.doc.String(m)
	}
	return String{}
}
