package poisoning

import "strings"

// tagNames are the names of pseudo-elements that exist only to make text weigh
// more to a model.
var tagNames = [...]string{"important", "system", "critical", "secret", "hidden", "instruction", "instructions", "admin", "assistant", "urgent", "sys", "override", "confidential", "|im_start", "|system", "|im_end", "|assistant", "|user"}

// markers finds pseudo-tags, chat template tokens and role markers.
func (c *court) markers(s string) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '<':
			if n := pseudoTag(s[i+1:]); n > 0 {
				c.hit(claims, 60, "an instruction tag", i, i+1+n)
				return
			}
		case '[':
			if n := bracket(s[i+1:]); n > 0 {
				c.hit(claims, 50, "an instruction marker", i, i+1+n)
				return
			}
		}
	}
}

// pseudoTag returns the length of an instruction tag that follows "<", or 0.
func pseudoTag(s string) int {
	s = strings.TrimPrefix(s, "/")
	for _, name := range tagNames {
		if len(s) > len(name) && strings.EqualFold(s[:len(name)], name) && (s[len(name)] == '>' || s[len(name)] == '|') {
			return len(name) + 1
		}
	}
	return 0
}

// bracket returns the length of "[INST]" and its kin after "[", or 0.
func bracket(s string) int {
	s = strings.TrimPrefix(s, "/")
	end := strings.IndexByte(s[:min(len(s), 40)], ']')
	if end < 0 {
		return 0
	}
	switch inside := s[:end]; {
	case inside == "INST", strings.HasSuffix(inside, " DIRECTIVE"), strings.HasSuffix(inside, " OVERRIDE"), strings.HasPrefix(inside, "HIDDEN "), inside == "SYSTEM":
		return end + 1
	}
	return 0
}
