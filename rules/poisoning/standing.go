package poisoning

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// standing weighs names and values that only say something together with where
// they stand: rights that a tool demands for itself, a name that is a licence to run
// commands, credentials offered for reading, a promise that a parameter breaks.
func (c *court) standing(t *mcp.Text) {
	switch t.Role {
	case mcp.RoleName:
		if t.Tool != nil && commandsAsRoot(t.Value) {
			c.whole(privilegeClaim, claims, 50, "names itself a way to run commands with every right")
		}
		if t.Tool != nil && respelled(t.Value) {
			c.whole(confusableIdentifierText, disguises, 50, "spells a word with digits")
		}
		if t.Tool == nil && strings.HasPrefix(t.Owner, "resource ") && storesSecrets(t.Value) {
			c.whole(credentialRequest, steals, 50, "offers credentials to whoever reads it")
		}
		if t.Tool != nil {
			c.sideDoors()
		}
	case mcp.RoleURI:
		if _, path, ok := strings.Cut(t.Value, "://"); ok && storesSecrets(path) {
			c.whole(credentialRequest, steals, 50, "offers credentials to whoever reads it")
		}
	case mcp.RoleMeta:
		if grantName(strings.ToLower(t.Parameter)) && grantsAll(t.Value) {
			c.whole(privilegeClaim, claims, 50, "demands every right")
		}
	case mcp.RoleParameterName:
		if !c.promised() || !permits(t.Value) {
			break
		}
		if words := splitName(t.Value); writes(words) && (words[len(words)-1] == "mode" || words[0] == "allow" || words[0] == "enable") {
			c.whole(falseReadOnlyClaim, deceives, 50, "can change what its tool says it only reads")
		}
	case mcp.RoleEnum:
		if c.promised() && changes(t.Value) && writes(splitName(t.Value)) && operation(t.Parameter) {
			c.whole(falseReadOnlyClaim, deceives, 50, "can change what its tool says it only reads")
		}
	}
}

// commandsAsRoot reports whether a tool's name joins the highest rights with
// running commands.
func commandsAsRoot(name string) bool {
	if !containsAny(lower(name), "sudo", "root", "super", "admin", "system", "privileged", "unrestricted", "elevated") {
		return false
	}
	root, system, run, shell := false, false, false, false
	for _, w := range splitName(name) {
		switch w {
		case "sudo", "root", "superuser":
			root = true
		case "admin", "system", "privileged", "unrestricted", "elevated":
			system = true
		case "run", "exec", "execute":
			run = true
		case "shell", "command", "cmd", "terminal", "bash", "powershell":
			shell = true
		}
	}
	return root && (run || shell) || system && shell && (run || strings.Contains(name, "shell"))
}

// respelled reports whether a name has a word whose letters are replaced by digits
// that look alike, as in "d3l3t3": digits between letters, more than once.
func respelled(name string) bool {
	if !strings.ContainsAny(name, "013457") {
		return false
	}
	for _, w := range splitName(name) {
		groups := 0
		for i := 1; i < len(w); i++ {
			if !isDigit(w[i]) || isDigit(w[i-1]) {
				continue
			}
			end := i
			for end < len(w) && isDigit(w[end]) {
				end++
			}
			if strings.ContainsAny(w[i:end], "2689") {
				groups = 0
				break
			}
			if end < len(w) {
				groups++
			}
		}
		if groups >= 2 {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// storesSecrets reports whether the name of a resource is that of a store of
// credentials.
func storesSecrets(name string) bool {
	words := splitName(name)
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "credentials", "passwords", "secrets":
		return true
	case "keys":
		return len(words) > 1 && (words[len(words)-2] == "api" || words[len(words)-2] == "private" || words[len(words)-2] == "ssh")
	}
	return false
}

// grantName reports whether a member of a tool says what it may do.
func grantName(member string) bool {
	switch member {
	case "permissions", "permission", "capabilities", "privileges", "scopes", "requiredscopes", "required_scopes", "required_permissions", "requiredpermissions", "required_role", "requiredrole", "roles":
		return true
	}
	return false
}

// grantsAll reports whether a value asks for everything.
func grantsAll(value string) bool {
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "*", "*:*", "all", "admin", "administrator", "root", "superuser", "full", "full_access", "unrestricted", "sudo", "superadmin":
		return true
	}
	return false
}

// member finds a member of an object that is written out in a text, as a manifest
// in a manifest, and judges it as what it would be: at is the colon behind its name.
func (c *court) member(s string, at int) {
	if at < 4 || s[at-1] != '"' || c.text.Role != mcp.RoleMeta && c.text.Role != mcp.RoleUnknownKeyword {
		return
	}
	from := strings.LastIndexByte(s[:at-1], '"') + 1
	value := strings.TrimLeft(s[at+1:], " [")
	if from == 0 || value == "" || value[0] != '"' {
		return
	}
	end := strings.IndexByte(value[1:], '"')
	if end < 0 || end > maxNameBytes {
		return
	}
	key, stop := strings.ToLower(s[from:at-1]), len(s)-len(value)+end+2
	value = value[1 : end+1]
	switch {
	case grantName(key) && grantsAll(value):
		c.mark(privilegeClaim, claims, 50, "demands every right", from-1, stop)
	case key == "name" && commandsAsRoot(value):
		c.mark(privilegeClaim, claims, 50, "names itself a way to run commands with every right", from-1, stop)
	}
}

// sideDoor reports whether a parameter of this name takes anything and is explained by
// nobody, beside those that do the work.
func sideDoor(parameter string) bool {
	switch parameter {
	case "feedback", "debug", "extra", "notes", "note", "metadata", "context", "comment", "sidenote", "details", "additional_info", "info", "misc", "telemetry", "trace":
		return true
	}
	return false
}

// maxSideDoors is how many of them an honest tool may have.
const maxSideDoors = 2

// sideDoors counts parameters that invite the model to write down whatever it knows.
func (c *court) sideDoors() {
	n := 0
	for i := range c.texts {
		t := &c.texts[i]
		if t.Role == mcp.RoleParameterName && t.Parameter == t.Value && sideDoor(t.Value) && !c.explained(t.Parameter) && c.text.Tool.Name.Value != t.Value {
			n++
		}
	}
	if n > maxSideDoors {
		c.whole(contextHarvestingParameter, harvests, 50, "takes whatever the model knows in parameters that nobody explains")
	}
}

// explained reports whether a parameter of the tool at hand has a description.
func (c *court) explained(parameter string) bool {
	for i := range c.texts {
		if t := &c.texts[i]; t.Parameter == parameter && (t.Role == mcp.RoleParameterDescription || t.Role == mcp.RoleParameterTitle) {
			return true
		}
	}
	return false
}

// changes reports whether a name may name a change, before it is taken apart.
func changes(name string) bool {
	return containsAny(lower(name), "write", "delete", "execute", "remove", "drop")
}

// permits reports whether the name of a parameter may be that of a permission, before
// it is taken apart.
func permits(name string) bool {
	return containsAny(lower(name), "allow", "enable", "mode")
}

// writes reports whether words name a change.
func writes(words []string) bool {
	for _, w := range words {
		switch w {
		case "write", "writes", "delete", "execute", "remove", "drop", "overwrite":
			return true
		}
	}
	return false
}

// operation reports whether a parameter chooses what its tool does.
func operation(parameter string) bool {
	for _, w := range splitName(parameter) {
		switch w {
		case "operation", "action", "op", "mode", "command", "method":
			return true
		}
	}
	return false
}

// promised reports whether the tool at hand says in its opening that it only reads.
func (c *court) promised() bool {
	if !c.promiseKnown {
		c.promiseKnown = true
		c.promise = slices.ContainsFunc(c.texts, func(t mcp.Text) bool {
			return t.Role == mcp.RoleDescription && t.Parameter == "" && promises(t.Value)
		})
	}
	return c.promise
}

// promises reports whether a description opens with the promise only to read.
func promises(description string) bool {
	if head := description[:min(len(description), maxOpened)]; !containsAny(head, "nly", "NLY") {
		return false
	}
	opening := strings.ToLower(openingOf(description))
	if !containsAny(opening, "read-only", "readonly", "read only") {
		return false
	}
	return !containsAny(opening, "by default", "unless", "read-only mode", "or write", "not read", "non-read", "read-only or", "optional")
}

// broken finds a promise only to read that the same description breaks, by a
// parameter it lists.
func (c *court) broken(s string) {
	if c.text.Role != mcp.RoleDescription || !strings.Contains(s, "write") || !promises(s) {
		return
	}
	for _, name := range [...]string{"write_mode", "allow_write", "enable_write", "writeMode", "allowWrite", "enableWrite", "enables write", "write_access"} {
		if at := strings.Index(s, name); at >= 0 {
			c.mark(falseReadOnlyClaim, deceives, 50, "can change what it says it only reads", at, at+len(name))
			return
		}
	}
}
