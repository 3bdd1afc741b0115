package source

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// NewFile returns the file whose bytes are raw. UTF-16 is recognized by its byte
// order mark, or by NUL bytes in every other place at the start, and decoded;
// halves of surrogate pairs and an odd last byte become U+FFFD. All else is taken
// as UTF-8 and kept as it is, malformed bytes included. The file keeps raw, which
// must not change afterwards.
func NewFile(path string, raw []byte) *File {
	f := &File{Path: path, Data: raw}
	switch {
	case bytes.HasPrefix(raw, []byte{0xEF, 0xBB, 0xBF}):
		f.Encoding = UTF8BOM
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		f.Encoding, f.Data = UTF16LE, decodeUTF16(raw[2:], binary.LittleEndian)
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		f.Encoding, f.Data = UTF16BE, decodeUTF16(raw[2:], binary.BigEndian)
	case looksWide(raw, 1):
		f.Encoding, f.Data = UTF16LE, decodeUTF16(raw, binary.LittleEndian)
	case looksWide(raw, 0):
		f.Encoding, f.Data = UTF16BE, decodeUTF16(raw, binary.BigEndian)
	}
	return f
}

// Body returns the span of Data behind a byte order mark.
func (f *File) Body() Span {
	if f.Encoding == UTF8BOM {
		return Span{3, len(f.Data)}
	}
	return Span{0, len(f.Data)}
}

// looksWide reports whether raw starts with two ASCII characters in UTF-16, where
// zero is the place of the NUL in each.
func looksWide(raw []byte, zero int) bool {
	return len(raw) >= 4 &&
		raw[zero] == 0 && raw[zero+2] == 0 && ascii(raw[1-zero]) && ascii(raw[3-zero])
}

func ascii(b byte) bool { return b != 0 && b < utf8.RuneSelf }

func decodeUTF16(raw []byte, order binary.ByteOrder) []byte {
	out := make([]byte, 0, len(raw)/2+len(raw)/8)
	for ; len(raw) >= 2; raw = raw[2:] {
		r := rune(order.Uint16(raw))
		if utf16.IsSurrogate(r) {
			low := rune(utf8.RuneError)
			if len(raw) >= 4 {
				low = rune(order.Uint16(raw[2:]))
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				raw = raw[2:]
			}
		}
		out = utf8.AppendRune(out, r)
	}
	if len(raw) == 1 {
		out = utf8.AppendRune(out, utf8.RuneError)
	}
	return out
}
