package reporters

// Printable returns text that cannot drive a terminal: control, bidi and other
// invisible characters stand as visible escapes like <U+200B>.
func Printable(text string) string { return visible(text) }
