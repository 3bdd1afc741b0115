package poisoning

import "strings"

// shapeOf tells addresses, paths and tool-shaped names (tool) from plain words (0).
func shapeOf(s string) concept {
	if isLetters(s) {
		if toolShaped(s) {
			return tool
		}
		return 0
	}
	if scheme, rest, ok := strings.Cut(s, "://"); ok {
		if scheme == "file" && isSecretPath(rest) {
			return secretPath
		}
		if !outward(scheme) {
			return literal // the name of a resource
		}
		if strings.Contains(s, "://localhost") || strings.Contains(s, "://127.") || strings.Contains(s, "://undefined") || strings.Contains(s, "/doc") || strings.Contains(s, "//doc") {
			return literal
		}
		return address
	}
	if at := strings.IndexByte(s, '@'); at > 0 && strings.IndexByte(s[at:], '.') > 0 && !strings.Contains(s, "/") {
		if strings.HasPrefix(s[at:], "@example.") && (s[:at] == "user" || s[:at] == "john" || s[:at] == "jane" || s[:at] == "name" || s[:at] == "test") {
			return literal
		}
		return address
	}
	slash := strings.IndexByte(s, '/')
	if slash >= 0 && (s[0] == '~' || s[0] == '/' || s[0] == '.') || s[0] == '.' && len(s) > 1 {
		if isSecretPath(s) {
			return secretPath
		}
		if slash >= 0 && len(s) > 1 {
			return anyPath
		}
	}
	if isSecretPath(s) {
		return secretPath
	}
	if slash < 0 && bareHost(s) {
		return address
	}
	if slash > 0 && strings.IndexByte(s[:slash], '.') > 0 && len(s) > slash+1 && hostLike(s[:slash]) {
		return address
	}
	if toolShaped(s) {
		return tool
	}
	return 0
}

// outward reports whether addresses of the scheme lead to another host.
func outward(scheme string) bool {
	switch strings.ToLower(scheme) {
	case "http", "https", "hxxp", "hxxps", "ws", "wss", "ftp", "ftps", "sftp", "scp", "ssh", "git", "smb", "ldap", "ldaps", "gopher", "tcp", "udp", "smtp", "smtps", "mqtt", "mqtts", "amqp", "amqps", "redis", "s3", "gs":
		return true
	}
	return false
}

// bareHost reports whether s can only be a host: it has three labels and a known
// ending, or one reserved for examples.
func bareHost(s string) bool {
	if strings.HasSuffix(s, ".example") || strings.HasSuffix(s, ".test") && strings.Contains(s, "-") {
		return true
	}
	if dot := strings.LastIndexByte(s, '.'); dot > 3 && cheapEnding(s[dot+1:]) && !strings.ContainsAny(s, "_") {
		return true
	}
	return strings.Count(s, ".") >= 2 && strings.Contains(s, "-") && s[0] != '.' && hostLike(s) && !strings.Contains(s, "..") && !toolShaped(strings.ReplaceAll(s, ".", ""))
}

// hostLike reports whether s looks like a host name with a known kind of ending.
func hostLike(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	end := s[dot+1:]
	return !strings.ContainsAny(s, "_") && topLevel(strings.ToLower(end))
}

// topLevel reports whether a host without a scheme is known by the ending from a file
// or an expression with dots.
func topLevel(ending string) bool {
	switch ending {
	case "com", "org", "net", "io", "dev", "app", "ai", "cn", "de", "fr", "es", "it", "jp", "kr", "ru", "br", "uk", "eu", "us", "co", "me", "xyz", "site", "online", "cloud", "tech", "info", "biz", "top", "link", "click", "example", "test", "cc", "win", "club", "icu", "shop", "store", "live", "nl", "ch", "at", "se", "pl", "in", "tv":
		return true
	}
	return false
}

// cheapEnding reports whether throwaway hosts like the ending, and no file has it.
func cheapEnding(ending string) bool {
	switch ending {
	case "xyz", "win", "top", "click", "icu", "online", "club", "cc", "pw", "cyou", "rest", "shop", "buzz", "lol", "monster", "quest", "cfd", "sbs":
		return true
	}
	return false
}

// toolShaped reports whether s is snake_case or camelCase.
func toolShaped(s string) bool {
	hump := false
	for i := 1; i < len(s); i++ {
		c := s[i]
		if c == '_' && i+1 < len(s) {
			return true
		}
		if c >= 'A' && c <= 'Z' && s[i-1] >= 'a' && s[i-1] <= 'z' {
			hump = true
		}
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-') {
			return false
		}
	}
	return hump && len(s) > 5 && s[0] >= 'a' && s[0] <= 'z' && s[1] >= 'a' && s[1] <= 'z'
}

// secretNames are names of files that hold credentials and have neither a dot nor a
// slash, secretPlaces parts of paths that have one.
var (
	secretNames = [...]string{"id_rsa", "id_ed25519", "id_ecdsa", "id_dsa", "claude_desktop_config", "login data", "kubeconfig"}

	secretPlaces = [...]string{
		".ssh", ".aws", ".kube", ".gnupg", ".netrc", ".npmrc", ".pypirc", ".pgpass", ".docker/config", ".cursor/mcp", ".claude/settings", ".claude/.credentials", ".claude.json",
		".codeium", ".git-credentials", ".config/gcloud", ".config/gh", ".azure", ".bash_history", ".zsh_history",
		"etc/passwd", "etc/shadow", "/mcp.json", ".env", "credentials.json", "/credentials",
		"/run/secrets/", "serviceaccount/token", "solana/id.json", ".electrum/", ".terraform.d/credentials", ".cargo/credentials", "proc/self/environ", "keystore/UTC",
		"login.keychain", "cookies.sqlite", "wallet.dat", "secrets.y", "secrets.json", ".vault-token",
	}
)

// isSecretPath reports whether s names a place where credentials are kept.
func isSecretPath(s string) bool {
	inPath := strings.IndexByte(s, '.') >= 0 || strings.IndexByte(s, '/') >= 0
	if !inPath && strings.IndexByte(s, '_') < 0 {
		return false
	}
	return mayNameSecret(s) && isOneOf(s, secretNames[:]) || inPath && isOneOf(s, secretPlaces[:])
}

// mayNameSecret reports whether s has what every one of the secret names has.
func mayNameSecret(s string) bool {
	return strings.Contains(s, "id_") || strings.Contains(s, "config") || strings.Contains(s, " data")
}

func isOneOf(s string, places []string) bool {
	for _, place := range places {
		at := strings.Index(s, place)
		if at < 0 {
			continue
		}
		after := s[at+len(place):]
		if place == ".env" && (at > 0 && s[at-1] != '/' || strings.HasPrefix(after, ".ex") || strings.HasPrefix(after, ".te") || strings.HasPrefix(after, ".sa") || after != "" && after[0] != '.' && after[0] != '-') {
			continue
		}
		if (place[0] == '.' || place == "id_rsa") && at > 0 && s[at-1] != '/' && s[at-1] != '\\' {
			continue
		}
		if place[0] == '.' && after != "" && after[0] >= 'a' && after[0] <= 'z' {
			continue
		}
		return true
	}
	return false
}
