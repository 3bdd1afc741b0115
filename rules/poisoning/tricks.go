package poisoning

import (
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/text"
)

// tricks weighs what a text hides.
func (c *court) tricks(r *text.Reading) {}

// place weighs a text by where it stands.
func (c *court) place(t *mcp.Text) {}
