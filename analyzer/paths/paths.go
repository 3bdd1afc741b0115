// Package paths says how much of a machine lies under a directory, as it may be
// written on Linux, macOS and Windows. It looks at the text alone: nothing is
// opened, expanded or resolved.
package paths

import "strings"

// A Reach is how much lies under a directory.
type Reach uint8

// The reaches, from narrow to wide.
const (
	Narrow      Reach = iota // a project, a data folder, or what the text does not tell
	System                   // a directory of the system: /etc, C:\Windows
	ParentHome               // every user's home: /home, C:\Users
	Credentials              // a folder of keys and logins: ~/.ssh
	Home                     // one user's home
	Root                     // the whole disk or a drive
)

// String returns the words used in messages.
func (r Reach) String() string {
	return [...]string{
		"a directory", "a system directory", "every user's home", "a folder of credentials", "a home directory", "the whole disk",
	}[r]
}

// homes are the ways to write the home directory without its name, lower case.
var homes = []string{
	"~", "$home", "${home}", "${env:home}", "{env:home}", "${userhome}", "%userprofile%", "${userprofile}", "$userprofile", "${env:userprofile}",
	"$env:userprofile", "%homedrive%%homepath%", "%homepath%", "%home%", "${env:homepath}", "$(echo $home)",
}

// systems are directories of the system itself, lower case.
var systems = []string{
	"/etc", "/var", "/usr", "/bin", "/sbin", "/boot", "/lib", "/lib64", "/sys", "/proc", "/dev", "/run", "/system", "/library", "/private",
	"/private/etc", "/private/var", "/var/lib", "/var/run", "/var/log",
	"c:/windows", "c:/windows/system32", "c:/program files", "c:/program files (x86)", "c:/programdata", "%systemroot%", "%windir%", "%programdata%",
}

// credentials are folders below a home that hold keys and logins.
var credentials = []string{
	".ssh", ".aws", ".gnupg", ".kube", ".docker", ".azure", ".config/gcloud", ".config/gh", ".password-store", ".mozilla", ".electrum",
	"library/keychains", "appdata/roaming/microsoft/credentials", ".config/google-chrome", ".netrc", ".npmrc", ".git-credentials",
}

// Classify returns the reach of a directory. Trailing separators, "/." and
// wildcards make no difference, nor does case.
func Classify(path string) Reach {
	p := normal(path)
	if p == "" {
		return Narrow
	}
	if p == "/" || isDrive(p) {
		return Root
	}
	for _, s := range systems {
		if p == s {
			return System
		}
	}
	switch p {
	case "/home", "/users", "c:/users", "/mnt/c/users", "/c/users", "~/..", "/export/home":
		return ParentHome
	}
	below, isHome := belowHome(p)
	if !isHome {
		return Narrow
	}
	if below == "" {
		return Home
	}
	for _, c := range credentials {
		if below == c {
			return Credentials
		}
	}
	return Narrow
}

// normal folds separators, case and endings that make no difference.
func normal(path string) string {
	p := strings.ToLower(strings.TrimSpace(path))
	p = strings.Trim(p, `"'`)
	p = strings.TrimPrefix(p, "file://")
	p = strings.ReplaceAll(p, `\`, "/")
	for strings.Contains(p[min(1, len(p)):], "//") {
		p = p[:1] + strings.ReplaceAll(p[1:], "//", "/")
	}
	for {
		shorter := p
		for _, end := range []string{"/.", "/*", "/**"} {
			shorter = strings.TrimSuffix(shorter, end)
		}
		if shorter == "" && p != "" {
			return "/"
		}
		if len(shorter) > 1 {
			shorter = strings.TrimSuffix(shorter, "/")
		}
		if shorter == p {
			break
		}
		p = shorter
	}
	if p == "//" {
		return "/"
	}
	return p
}

// isDrive reports whether a path is a whole Windows drive: "c:", "/c", "/mnt/c".
func isDrive(p string) bool {
	letter := func(s string) bool { return len(s) == 1 && s[0] >= 'a' && s[0] <= 'z' }
	if len(p) == 2 && p[1] == ':' {
		return letter(p[:1])
	}
	if rest, ok := strings.CutPrefix(p, "/mnt/"); ok {
		return letter(rest)
	}
	if rest, ok := strings.CutPrefix(p, "//?/"); ok {
		return isDrive(rest)
	}
	return p == "%systemdrive%"
}

// belowHome returns what follows the home directory in a path.
func belowHome(p string) (string, bool) {
	for _, h := range homes {
		if p == h {
			return "", true
		}
		if rest, ok := strings.CutPrefix(p, h+"/"); ok {
			return rest, true
		}
	}
	if p == "/root" {
		return "", true
	}
	if rest, ok := strings.CutPrefix(p, "/root/"); ok {
		return rest, true
	}
	for _, parent := range []string{"/home/", "/users/", "c:/users/", "d:/users/", "/mnt/c/users/", "/c/users/", "/export/home/"} {
		rest, ok := strings.CutPrefix(p, parent)
		if !ok || rest == "" {
			continue
		}
		user, below, _ := strings.Cut(rest, "/")
		if user == "shared" || user == "public" || strings.ContainsAny(user, "*?") && below != "" {
			return "", false
		}
		return below, true
	}
	return "", false
}
