package mcp

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/words"
)

// A Subject is what a string parameter names.
type Subject uint8

// The subjects.
const (
	SubjectOther Subject = iota
	SubjectURL           // a URL
	SubjectHost          // a host name or address
	SubjectPath          // a path of the server's own file system
)

// Subject returns what the parameter names, judged by the words of its name, its
// format, and where those leave it open by its description and its tool's name. It
// says nothing about constraints.
func (p *Parameter) Subject() Subject {
	if !p.judged {
		p.subject, p.judged = p.judge(), true
	}
	return p.subject
}

func (p *Parameter) judge() Subject {
	if p.Type != "" && p.Type != "string" {
		return SubjectOther
	}
	switch n := p.Words(); {
	case p.namesURL(n):
		return SubjectURL
	case p.namesHost(n):
		return SubjectHost
	case p.namesPath(n):
		return SubjectPath
	}
	return SubjectOther
}

// prose is the lower-case text that explains the parameter: its own, and for an item
// that of its list.
func (p *Parameter) prose() string {
	text := p.Description.Value + " " + p.Title.Value
	if list, ok := strings.CutSuffix(p.Path, "[]"); ok {
		if outer := p.Tool.Parameters().Parameter(list); outer != nil {
			text += " " + outer.Description.Value
		}
	}
	const enough = 600
	return strings.ToLower(text[:min(len(text), enough)])
}

var (
	urlWords       = []string{"url", "urls", "uri", "uris", "href", "hrefs"}
	urlTails       = []string{"override", "input", "string", "value", "address", "list", "to", "or", "base", "fallback"}
	urlLikeWords   = []string{"webhook", "webhooks", "callback", "callbacks", "link", "links", "endpoint", "endpoints", "proxy", "feed", "permalink"}
	endpointOwners = []string{"api", "oauth", "token", "auth", "authorization", "service", "server", "base", "custom", "rpc", "s3", "http", "storage"}
	openWords      = []string{"origin", "origins", "site", "page", "pages", "website", "source", "sources", "target", "targets", "address", "resource", "gateway", "location", "loc", "input", "sitemap", "index", "feedpath", "document", "image", "images", "video", "audio", "logo", "avatar", "icon", "picture", "photo", "thumbnail", "banner", "cover", "media", "server", "registry", "api", "file", "files", "attachment", "attachments", "external"}
)

// namesURL reports whether the name or the description says URL.
func (p *Parameter) namesURL(n []string) bool {
	last := words.Bare(words.Last(n))
	if at := lastIndexOf(n, urlWords); at >= 0 {
		for _, w := range n[at+1:] {
			if !slices.Contains(urlTails, w) {
				return false
			}
		}
		return !saysIdentifier(p.prose())
	}
	switch p.Format {
	case "uri", "url", "iri", "uri-reference", "uri-template":
		return true
	}
	if len(n) > 1 && last == "endpoint" && slices.Contains(endpointOwners, n[len(n)-2]) {
		return true
	}
	switch {
	case slices.Contains(urlLikeWords, last):
		text := p.prose()
		return saysURL(text) || (last == "webhook" || last == "webhooks") && strings.TrimSpace(text) == ""
	case slices.Contains(openWords, last):
		return beginsWithURL(p.prose())
	}
	return false
}

func lastIndexOf(list, wanted []string) int {
	for i := len(list) - 1; i >= 0; i-- {
		if slices.Contains(wanted, words.Bare(list[i])) {
			return i
		}
	}
	return -1
}

// saysIdentifier reports whether a description makes plain that the value is no URL
// that anybody follows: a filter, a name, or a field that the server fills.
func saysIdentifier(text string) bool {
	for _, cue := range []string{"substring", "regex", "glob pattern", "vstfs", "at:// uri", "urn:", "read-only"} {
		if strings.Contains(text, cue) {
			return true
		}
	}
	return false
}

// saysURL reports whether a description speaks of a URL.
func saysURL(text string) bool {
	return containsWord(text, "url") || containsWord(text, "urls") || containsWord(text, "uri") || strings.Contains(text, "http://") || strings.Contains(text, "https://") || strings.Contains(text, "wss://")
}

// beginsWithURL reports whether the first words of a description say that the
// value is a URL: "absolute URL of the API", "the links to fetch".
func beginsWithURL(text string) bool {
	for i, w := range strings.Fields(text) {
		w = strings.Trim(w, ".,:;()[]`'\"")
		if slices.Contains(urlWords, w) {
			return true
		}
		if i >= 4 || !slices.Contains(leadWords, w) {
			return false
		}
	}
	return false
}

var leadWords = []string{
	"the", "a", "an", "full", "absolute", "public", "valid", "complete", "optional", "required", "fully-qualified", "direct", "base",
	"target", "list", "of", "array", "https", "http", "http(s)", "remote", "web", "page", "image", "list", "one", "or", "more", "file", "webpage", "website", "api", "external", "proxy", "source",
}

var (
	hostWords  = []string{"host", "hosts", "hostname", "hostnames", "fqdn"}
	hostProbes = []string{"ping", "connect", "scan", "ssh", "traceroute", "telnet", "probe", "whois", "dns", "nslookup", "dig", "port", "ports"}
)

// namesHost reports whether the name says host, or names a server or address that
// the description or the surroundings make one.
func (p *Parameter) namesHost(n []string) bool {
	last := words.Bare(words.Last(n))
	pair := len(n) > 1 && n[len(n)-2] == "host" && last == "name"
	switch {
	case slices.Contains(hostWords, last), pair:
		text := p.prose()
		return !strings.Contains(text, "inferred") && !strings.Contains(text, "filter")
	case last == "server", last == "address", last == "addr", last == "domain":
		parents, text := words.Split(p.Path), p.prose()
		return words.Has(parents, "proxy") || containsWord(text, "hostname") || strings.Contains(text, "host:port") || strings.Contains(text, "host name") || strings.Contains(text, "ip or host")
	case last == "ip", last == "ips":
		return words.Has(p.Tool.Words(), hostProbes...)
	}
	return false
}

var (
	pathWords = []string{"path", "paths", "filepath", "filepaths", "dir", "dirs", "directory", "directories", "folder", "folders", "cwd", "workdir", "dirpath"}
	fileWords = []string{"file", "files", "filename", "filenames"}
	endWords  = []string{"source", "destination", "src", "dst", "dest", "from", "to", "target", "input", "output"}
	rootWords = []string{"project", "workspace", "repo", "repository", "source", "app", "package"}

	// elsewhere are words in front of path that make it a path of another kind.
	elsewhere = []string{
		"json", "jsonpath", "xml", "key", "api", "url", "uri", "route", "iteration", "area", "class", "object", "property", "field", "svg", "module",
		"webhook", "page", "cloud", "hosting", "access", "full", "return", "since", "network", "redirect", "http", "request", "endpoint", "mount",
		"s3", "bucket", "blob", "collection", "index", "node", "menu", "category", "topic", "exclude", "include", "new", "old", "previous", "vault", "remote", "volume",
	}
	fileTools = []string{"file", "files", "directory", "directories", "folder", "folders", "dir", "fs"}
)

// namesPath reports whether the name says path, file or directory, and nothing says
// that it is one of another system.
func (p *Parameter) namesPath(n []string) bool {
	last := words.Bare(words.Last(n))
	if last != "root" && !slices.Contains(pathWords, last) && !slices.Contains(fileWords, last) && !slices.Contains(endWords, last) {
		return false
	}
	text, tool := p.prose(), p.Tool.Words()
	local := saysLocal(text) || words.Has(n[:len(n)-min(1, len(n))], "local")
	if last == "path" && (len(n) == 2 && n[0] == "data" || p.ofPatch()) {
		return false
	}
	if !local && !carried(n, tool) && (p.ofRepository() || p.ofService()) {
		return false
	}
	switch {
	case slices.Contains(pathWords, last):
		if local {
			return true
		}
		if words.Has(n[:len(n)-1], elsewhere...) && !words.Has(n[:len(n)-1], "file", "dir", "directory", "folder", "private", "public", "ssh") {
			return false
		}
		return !saysElsewhere(text, tool)
	case slices.Contains(fileWords, last):
		if words.Has(n, "related", "modified", "changed", "affected", "touched", "relevant") {
			return false
		}
		if last == "filename" || last == "filenames" {
			return local
		}
		return !saysElsewhere(text, tool)
	case last == "root":
		return words.Has(n, rootWords...)
	case slices.Contains(endWords, last):
		return local || len(n) == 1 && words.Has(tool, fileTools...) && !saysElsewhere(text, tool)
	}
	return false
}

// ofRepository reports whether the tool takes a repository of a hosting service beside
// the path, which is then one inside of it.
func (p *Parameter) ofRepository() bool {
	for _, name := range []string{
		"project_id", "projectId", "repo", "repository", "repo_slug", "repoSlug", "repository_slug", "repositorySlug", "owner", "repositoryId", "repository_id", "repositoryName", "repo_id",
	} {
		if p.Tool.Parameters().Parameter(name) != nil && p.Path != name {
			return true
		}
	}
	return false
}

// ofPatch reports whether the parameter is the path of a JSON Patch operation.
func (p *Parameter) ofPatch() bool {
	parent, ok := strings.CutSuffix(p.Path, "path")
	return ok && p.Tool.Parameters().Parameter(parent+"op") != nil
}

// ofService reports whether the server is named after a service that has files of its
// own.
func (p *Parameter) ofService() bool {
	return p.Tool.Listing != nil && words.Has(words.Split(p.Tool.Listing.Server.Value), "google", "gdrive", "drive", "onedrive", "sharepoint", "dropbox", "box", "bitbucket", "gitlab", "github", "notion", "s3", "confluence", "microsoft")
}

// carried reports whether a tool carries the file that a parameter names to or from
// the machine.
func carried(name, tool []string) bool {
	if words.Has(name, "local", "output", "save") {
		return true
	}
	return words.Has(tool, "upload", "download", "export", "import", "attach", "attachment") && words.Has(name, "source", "file", "input", "target", "destination")
}

// saysLocal reports whether a description speaks of the machine's own files.
func saysLocal(text string) bool {
	if strings.Contains(text, "not a local") || strings.Contains(text, "不是本地") {
		return false
	}
	for _, cue := range []string{
		"absolute path", "local path", "local file", "absolute or relative path", "relative or absolute", "absolute file", "(absolute", "local director", "full path to",
		"path on disk", "working directory", "filesystem", "file system", "save the file", "file name to save", "will be saved", "saved to", "on the local", "current directory", "home directory", "本地", "目录绝对路径",
	} {
		if strings.Contains(text, cue) {
			return true
		}
	}
	return false
}

// saysElsewhere reports whether a description or the tool's name speaks of files or
// paths of another system.
func saysElsewhere(text string, tool []string) bool {
	for _, cue := range []string{
		"in the repo", "in repo", "within the repo", "of the repository", "in the branch", "json path", "jsonpath", "dotted", "dot notation", "dot-notation",
		"api path", "url path", "route", "field ", "property", "endpoint", "descriptor", "bucket", "onedrive", "sharepoint", "google drive", "dropbox", "xpath", "file key", "file id",
		"in the vault", "wiki", "modifier", "filter by", "folder id", "comment thread", "base64", "namespace", "path filter", "iteration", "to operate on", "access path", "访问路径", "网关", "站内", "桶",
	} {
		if strings.Contains(text, cue) {
			return true
		}
	}
	return words.Has(tool, "repo", "repository", "pull", "merge", "wiki", "bucket", "s3", "onedrive", "sharepoint", "drive", "dropbox", "gist", "vault", "http", "api", "request", "gitlab", "github", "bitbucket")
}

// containsWord reports whether a word stands in lower-case text by itself.
func containsWord(text, word string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return false
		}
		at += from
		end := at + len(word)
		if (at == 0 || !isLetter(text[at-1])) && (end == len(text) || !isLetter(text[end])) {
			return true
		}
		from = end
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' }
