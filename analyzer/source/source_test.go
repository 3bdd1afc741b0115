package source

import "testing"

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
