package source

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNewFile(t *testing.T) {
	tests := []struct {
		name, raw, data string
		encoding        Encoding
	}{
		{"empty", "", "", UTF8},
		{"plain", `{"a":1}`, `{"a":1}`, UTF8},
		{"byte order mark stays", "\xEF\xBB\xBF{}", "\xEF\xBB\xBF{}", UTF8BOM},
		{"UTF-16 little endian", "\xFF\xFE{\x00}\x00", "{}", UTF16LE},
		{"UTF-16 big endian", "\xFE\xFF\x00{\x00}", "{}", UTF16BE},
		{"little endian without mark", "{\x00}\x00", "{}", UTF16LE},
		{"big endian without mark", "\x00{\x00}", "{}", UTF16BE},
		{"surrogate pair", "\xFF\xFE\x3D\xD8\x00\xDE", "\U0001F600", UTF16LE},
		{"lone high half", "\xFF\xFE\x3D\xD8a\x00", "\uFFFDa", UTF16LE},
		{"lone low half", "\xFF\xFE\x00\xDEa\x00", "\uFFFDa", UTF16LE},
		{"high half at the end", "\xFF\xFE\x3D\xD8", "\uFFFD", UTF16LE},
		{"odd last byte", "\xFF\xFEa\x00b", "a\uFFFD", UTF16LE},
		{"NULs alone are no UTF-16", "\x00\x00\x00\x00", "\x00\x00\x00\x00", UTF8},
		{"malformed UTF-8 is kept", "\xE5", "\xE5", UTF8},
	}
	for _, test := range tests {
		f := NewFile("x.json", []byte(test.raw))
		if string(f.Data) != test.data || f.Encoding != test.encoding {
			t.Errorf("%s: got %q, encoding %d", test.name, f.Data, f.Encoding)
		}
	}
}

func TestPosition(t *testing.T) {
	bom := NewFile("", []byte("\xEF\xBB\xBFé\U0001F600x\r\ny\rz\n"))
	tests := []struct {
		offset int
		want   Position
	}{
		{0, Position{1, 1, 1, 0}},
		{3, Position{1, 1, 1, 3}},
		{5, Position{1, 2, 2, 5}},
		{9, Position{1, 3, 4, 9}},
		{12, Position{2, 1, 1, 12}},
		{14, Position{3, 1, 1, 14}},
		{16, Position{4, 1, 1, 16}},
		{99, Position{4, 1, 1, 16}},
		{-1, Position{1, 1, 1, 0}},
	}
	for _, test := range tests {
		if got := bom.Position(test.offset); got != test.want {
			t.Errorf("Position(%d) = %+v, want %+v", test.offset, got, test.want)
		}
	}
	if got := bom.LineCount(); got != 4 {
		t.Errorf("LineCount() = %d", got)
	}
	if got := bom.Line(2); got != (Span{12, 13}) {
		t.Errorf("Line(2) = %v", got)
	}
	if got := bom.Line(4); got != (Span{16, 16}) {
		t.Errorf("Line(4) = %v", got)
	}
}

// TestPositionOnLongLines holds milestones to what plain counting says, on a line
// with code points of every width, malformed bytes and a byte order mark before it.
func TestPositionOnLongLines(t *testing.T) {
	unit := "aé\u20AC\U0001F600\xE5\xF0\x9F x"
	data := []byte("\xEF\xBB\xBFfirst\n" + strings.Repeat(unit, 4000) + "\nlast")
	f := NewFile("", data)
	line := Position{Line: 2, Column: 1, UTF16: 1, Offset: 9}
	for offset := 9; offset < len(data)-5; {
		line.Offset = offset
		if offset%7 == 0 {
			if got := f.Position(offset); got != line {
				t.Fatalf("Position(%d) = %+v, want %+v", offset, got, line)
			}
		}
		r, size := utf8.DecodeRune(data[offset:])
		offset += size
		line.Column++
		line.UTF16++
		if r >= 0x10000 {
			line.UTF16++
		}
	}
}

// BenchmarkPositionOnOneLine finds two thousand places on a line of ten megabytes.
func BenchmarkPositionOnOneLine(b *testing.B) {
	data := []byte(strings.Repeat("0123456789abcde\u20AC", 600_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		f := NewFile("", data)
		for i := range 2000 {
			f.Position(i * (len(data) / 2000))
		}
	}
}
