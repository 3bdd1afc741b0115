package permissions

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/paths"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// filesystemRootCheck judges each directory that a server is given to work in.
var filesystemRootCheck = analyzer.Check{
	Rules: []*analyzer.Rule{filesystemRootTooBroad, filesystemRootTooBroadSystem},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for _, root := range roots(s) {
				reach := paths.Classify(root.Value)
				rule := filesystemRootTooBroad
				switch reach {
				case paths.Narrow:
					continue
				case paths.System, paths.ParentHome:
					rule = filesystemRootTooBroadSystem
				}
				d := analyzer.Diagnostic{Rule: rule, Span: root.Span,
					Message: fmt.Sprintf("%s may use %s, which is %s; give it the project's directory", subject(s), root.Value, reach)}
				if root.inferred {
					d.Confidence = analyzer.Likely
				}
				report(pass, s, d)
			}
		}
	},
}

// A root is a directory that a server may use. It is inferred when only the
// entry's name says that the server works on files.
type root struct {
	mcp.String
	inferred bool
}

// rootOptions name directories in servers of every kind.
var rootOptions = []string{
	"--allowed-dir", "--allowed-dirs", "--allowed-directory", "--allowed-directories", "--allowed-path", "--allowed-paths", "--allow-dir", "--allow-path",
	"--allowed-root", "--allowed-roots", "--root-dir", "--base-dir", "--fs-root", "--filesystem-root", "--allowedDirectories", "--allowedPaths",
}

// rootVariables do the same in the environment.
var rootVariables = []string{
	"ALLOWED_DIR", "ALLOWED_DIRS", "ALLOWED_DIRECTORY", "ALLOWED_DIRECTORIES", "ALLOWED_PATH", "ALLOWED_PATHS", "ALLOWED_ROOTS", "ALLOWED_FOLDERS",
	"FS_ROOT", "FS_BASE_DIRECTORY", "FILESYSTEM_ROOT", "FILESYSTEM_ROOTS", "FILESYSTEM_PATH", "FILESYSTEM_PATHS", "MCP_FILESYSTEM_ROOT", "MCP_ALLOWED_DIRECTORIES",
	"MCP_ALLOWED_DIRS", "MCP_ALLOWED_PATHS",
}

// roots returns the directories of an entry.
func roots(s *mcp.Server) []root {
	var found []root
	known := s.Known()
	var takes knowledge.Roots
	if known != nil && known.Roots != nil {
		takes = *known.Roots
	}
	for l := range s.Launches {
		inContainer := l.Container != nil // its directories are not the host's
		positional, inferred := takes.Positional, false
		if known == nil {
			positional, inferred = worksOnFiles(l), false
			if !positional && l.Inner == nil && isFilesWord(words.Split(s.Name.Value)) {
				positional, inferred = true, true
			}
		}
		if inContainer {
			continue
		}
		found = append(found, directoriesIn(l.Args, takes, positional, inferred)...)
	}
	for key, value := range environment(s) {
		if slices.Contains(rootVariables, key.Value) || slices.Contains(takes.Env, key.Value) {
			for _, part := range split(value) {
				found = append(found, root{String: part})
			}
		}
	}
	return found
}

// directoriesIn reads an argument list: the values of options that name
// directories and, where the server takes them, the arguments that are none.
func directoriesIn(args []mcp.String, takes knowledge.Roots, positional, inferred bool) []root {
	var found []root
	isRootOption := func(name string) bool {
		return slices.Contains(rootOptions, name) || slices.Contains(takes.Options, name)
	}
	for i := 0; i < len(args); i++ {
		a := args[i]
		if !strings.HasPrefix(a.Value, "-") {
			if positional {
				for _, part := range split(a) {
					found = append(found, root{part, inferred})
				}
			}
			continue
		}
		name, value, joined := strings.Cut(a.Value, "=")
		if !isRootOption(name) {
			continue
		}
		if joined {
			for _, part := range split(a.Slice(len(a.Value)-len(value), len(a.Value))) {
				found = append(found, root{String: part})
			}
			continue
		}
		for i+1 < len(args) && !strings.HasPrefix(args[i+1].Value, "-") {
			i++
			for _, part := range split(args[i]) {
				found = append(found, root{String: part})
			}
			if !positional {
				break
			}
		}
	}
	return found
}

// worksOnFiles reports whether the package, script or image of a launch calls
// itself a filesystem server.
func worksOnFiles(l *launch.Launch) bool {
	if isFilesWord(words.Split(lastPart(l.Package.Name))) {
		return true
	}
	entry := strings.ReplaceAll(l.Entry.Value, `\`, "/")
	for _, part := range strings.Split(entry, "/") {
		if isFilesWord(words.Split(part)) {
			return true
		}
	}
	return isFilesWord(words.Split(launch.ProgramName(l.Program.Value)))
}

func isFilesWord(w []string) bool {
	for i, word := range w {
		if word == "filesystem" || word == "file" && i+1 < len(w) && w[i+1] == "system" || word == "fs" && slices.Contains(w, "mcp") {
			return true
		}
	}
	return false
}

func lastPart(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

// maxRootList is how long a list of directories may be, in bytes. Each is located
// from the start of the list, so that the limit bounds the work.
const maxRootList = 8 << 10

// split takes a list of directories apart, at commas and semicolons, and at
// colons that follow no drive letter.
func split(s mcp.String) []mcp.String {
	if len(s.Value) > maxRootList {
		return nil
	}
	var parts []mcp.String
	start := 0
	for i := 0; i <= len(s.Value); i++ {
		if i < len(s.Value) {
			switch s.Value[i] {
			case ',', ';':
			case ':':
				if i == start+1 || !strings.HasPrefix(s.Value[i+1:], "/") || strings.HasPrefix(s.Value[i+1:], "//") {
					continue
				}
			default:
				continue
			}
		}
		if i > start {
			parts = append(parts, s.Slice(start, i))
		}
		start = i + 1
	}
	return parts
}
