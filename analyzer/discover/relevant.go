package discover

import (
	"bytes"
	"strings"
	"sync"
)

// marks are the literals of which at least one stands in every config and
// manifest whose name does not already tell.
var marks = []string{
	"mcp", "MCP", "Mcp",
	"context_servers", `"servers"`, "inputSchema", "input_schema",
	`"tools"`, `"prompts"`, `"resources"`, "uriTemplate", "protocolVersion",
	"supportedVersions", `"signature"`, "extensions:", "startCommand",
	`"Statement"`, "Statement:", "dxt_version", "permission_profile",
	"npxConfig", "uvxConfig", "containerizedConfig", "server-card",
}

// Relevant reports whether a file is worth parsing: its name is known or speaks
// of MCP, or its content holds one of the words that every config or manifest
// has. What is written in UTF-16 is not searched and counts as relevant.
func (f File) Relevant(data []byte) bool {
	return f.Named || f.Known || speaksOfMCP(f.Path) || isWide(data) || markMatcher().in(data)
}

func speaksOfMCP(path string) bool {
	for i := 0; i+3 <= len(path); i++ {
		if c := path[i] | 0x20; c == 'm' && strings.EqualFold(path[i:i+3], "mcp") {
			return true
		}
	}
	return false
}

// isWide reports whether data starts as UTF-16 does.
func isWide(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) ||
		len(data) >= 2 && (data[0] == 0) != (data[1] == 0)
}

// containerKeys are the quoted keys under which servers stand. A broken file
// that holds one is a broken config.
var containerKeys = [][]byte{
	[]byte("mcpServers"), []byte(`"servers"`), []byte("context_servers"), []byte("mcp_servers"),
	[]byte("mcp.servers"), []byte("mcp-servers"),
}

// DeclaresServers reports whether the bytes hold a key under which a client would
// look for servers, or the key under which a server lists its tools' schemas.
func DeclaresServers(data []byte) bool {
	for _, key := range containerKeys {
		if bytes.Contains(data, key) {
			return true
		}
	}
	return bytes.Contains(data, []byte(`"inputSchema"`))
}

// markMatcher is built when the first file has to be searched.
var markMatcher = sync.OnceValue(func() *matcher { return newMatcher(marks) })

// A matcher looks for several literals in one pass over a text. It is the
// automaton of Aho and Corasick with every transition filled in; bytes that no
// literal has share a column.
type matcher struct {
	column [256]uint8
	next   []uint16 // at a state, which is where its row starts, plus a column
	width  uint16   // of a row
	found  uint16   // the state behind a literal
}

func newMatcher(literals []string) *matcher {
	m := &matcher{width: 1} // column 0 is for the bytes that no literal has
	for _, literal := range literals {
		for _, c := range []byte(literal) {
			if m.column[c] == 0 {
				m.column[c] = uint8(m.width)
				m.width++
			}
		}
	}
	m.row()
	m.found = m.row()
	for _, literal := range literals {
		m.add(literal)
	}
	m.link()
	return m
}

// in reports whether one of the literals stands in data.
func (m *matcher) in(data []byte) bool {
	state := uint16(0)
	for _, c := range data {
		state = m.next[state+uint16(m.column[c])]
		if state == m.found {
			return true
		}
	}
	return false
}

// add adds the rows of all prefixes of a literal. The row found stands for every
// whole one.
func (m *matcher) add(literal string) {
	state := uint16(0)
	for i, c := range []byte(literal) {
		at := state + uint16(m.column[c])
		switch {
		case m.next[at] == m.found:
			return
		case i == len(literal)-1:
			m.next[at] = m.found
			return
		case m.next[at] == 0:
			row := m.row()
			m.next[at] = row
		}
		state = m.next[at]
	}
}

func (m *matcher) row() uint16 {
	state := uint16(len(m.next))
	m.next = append(m.next, make([]uint16, m.width)...)
	return state
}

// link fills in where to go on when the text departs from a prefix: to the longest
// suffix of what was read that is a prefix too.
func (m *matcher) link() {
	fail := map[uint16]uint16{}
	for queue := []uint16{0}; len(queue) > 0; queue = queue[1:] {
		state := queue[0]
		for c := uint16(0); c < m.width; c++ {
			fallback := uint16(0)
			if state != 0 {
				fallback = m.next[fail[state]+c]
			}
			switch next := &m.next[state+c]; {
			case *next == m.found:
			case *next == 0 || fallback == m.found:
				*next = fallback
			default:
				fail[*next] = fallback
				queue = append(queue, *next)
			}
		}
	}
}
