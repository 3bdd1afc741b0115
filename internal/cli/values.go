package cli

import "strings"

// The values of flags that may be repeated. pflag's own write each default as CSV
// whenever the program starts.

// repeated holds what each of the flags says.
type repeated []string

func (r *repeated) Set(value string) error { *r = append(*r, value); return nil }
func (r *repeated) String() string         { return strings.Join(*r, ",") }
func (r *repeated) Type() string           { return "strings" }

// commaList holds the words, parted by commas, of all the flags.
type commaList []string

func (l *commaList) Set(value string) error {
	for word := range strings.SplitSeq(value, ",") {
		if word = strings.TrimSpace(word); word != "" {
			*l = append(*l, word)
		}
	}
	return nil
}

func (l *commaList) String() string { return strings.Join(*l, ",") }
func (l *commaList) Type() string   { return "strings" }
