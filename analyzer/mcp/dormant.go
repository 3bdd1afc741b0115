package mcp

// Dormant returns why the client pays no heed to the entry, worded to end a
// message, and "" when it does.
func (s *Server) Dormant() string {
	switch {
	case s.Inert != "":
		return s.Inert
	case s.Disabled:
		return "the entry is disabled"
	}
	return ""
}
