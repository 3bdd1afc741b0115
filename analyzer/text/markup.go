package text

import "strings"

// markup finds text that a rendered page does not show: comments and elements
// styled away. The words stay in the view, since the model reads them.
func (r *Reading) markup(s string, v *View) {
	text := v.Text
	for i := 0; i < len(text); {
		at := strings.IndexByte(text[i:], '<')
		if at < 0 {
			return
		}
		if len(r.Hidden) >= maxHidden {
			r.Cut = "the text hides more than is listed"
			return
		}
		i += at
		switch {
		case strings.HasPrefix(text[i:], "<!--"):
			end, inside := len(text), text[i+4:]
			if n := strings.Index(inside, "-->"); n >= 0 {
				end, inside = i+4+n+3, inside[:n]
			}
			r.hideView(v, Comment, i, end, strings.TrimSpace(inside))
			i = end
		default:
			end := strings.IndexByte(text[i:min(len(text), i+512)], '>')
			if end > 0 && unrendered(text[i:i+end]) {
				inside, stop := element(text, i+1, i+end+1)
				r.hideView(v, Unrendered, i, stop, strings.TrimSpace(inside))
				i += end
			}
			i++
		}
	}
}

func (r *Reading) hideView(v *View, kind Kind, start, end int, inside string) {
	in := v.Back(start, end)
	r.hide(Hidden{Kind: kind, Start: in.Start, End: in.End, Count: len(inside), Text: inside})
}

// element returns the content of the element whose tag name starts at name and
// whose start tag ends at from, and where the element ends.
func element(text string, name, from int) (string, int) {
	stop := name
	for stop < len(text) && (text[stop]|0x20 >= 'a' && text[stop]|0x20 <= 'z') {
		stop++
	}
	window := text[from:min(len(text), from+64<<10)]
	if n := strings.Index(window, "</"+text[name:stop]); n >= 0 {
		end := from + n + 2 + stop - name
		if end < len(text) && text[end] == '>' {
			end++
		}
		return window[:n], end
	}
	return window, from + len(window)
}

// unrendered reports whether a start tag hides its content.
func unrendered(tag string) bool {
	if !strings.Contains(tag, "=") && !strings.Contains(tag, " hidden") {
		return false
	}
	flat := strings.ToLower(strings.Join(strings.Fields(tag), ""))
	for _, sign := range [...]string{"display:none", "visibility:hidden", "font-size:0", "opacity:0;", "opacity:0\"", "opacity:0'",
		"color:white", "color:#fff", "color:transparent", "hidden=", "width:0", "height:0", "left:-9", "text-indent:-9"} {
		if strings.Contains(flat, sign) {
			return true
		}
	}
	return strings.HasSuffix(tag, " hidden")
}

// padding finds blank space that pushes later text out of sight.
func (r *Reading) padding(s string) {
	for i := 0; i < len(s); i++ {
		if classes[s[i]] != blankByte && classes[s[i]] != breakByte {
			continue
		}
		from, breaks, row, longest := i, 0, 0, 0
		for ; i < len(s) && (classes[s[i]] == blankByte || classes[s[i]] == breakByte); i++ {
			if classes[s[i]] == breakByte {
				row = 0
				if s[i] == '\n' {
					breaks++
				}
				continue
			}
			row++
			longest = max(longest, row)
		}
		if i < len(s) && from > 0 && (longest >= minBlanks || breaks >= minBreaks) {
			r.hide(Hidden{Kind: Padding, Start: from, End: i, Count: i - from})
		}
	}
}
