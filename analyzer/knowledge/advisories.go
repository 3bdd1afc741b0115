package knowledge

import (
	"slices"
	"strings"
)

// An Advisory says which versions of a package are known to be vulnerable or
// malicious. Ranges are intervals as the record states them, never "less than
// fixed": some servers changed from dates to numbers and back.
type Advisory struct {
	Ecosystem string // npm, pypi, go, nuget
	Package   string
	Ranges    []string // each a conjunction: ">=1.0.0 <1.2.3"; "*" is every version
	Fixed     string   // first version without it, "" when there is none
	IDs       []string // the primary record first
	Malicious bool
	Execution bool   // lets somebody run commands, leave a sandbox or act without a login
	HTTPOnly  bool   // only a server that listens on the network has it
	Says      string // reads after "which": "runs commands that a hostile server sends"
}

// Advisories returns what is known against a package, malice first. Python names
// are written as PEP 503 does.
func Advisories(ecosystem, name string) []Advisory {
	var rows []Advisory
	for i := range advisories {
		if a := &advisories[i]; a.Package == name && a.Ecosystem == ecosystem {
			rows = append(rows, *a)
		}
	}
	return rows
}

// Fix returns a version that none of a package's advisories holds for: the first one
// behind version, in its own way of counting if there is one, or, for the empty
// version, the last one. It is empty when no advisory names such a version.
func Fix(rows []Advisory, version string) string {
	best := ""
	for i := range rows {
		fixed := rows[i].Fixed
		if fixed == "" || slices.ContainsFunc(rows, func(a Advisory) bool { return a.Affects(fixed) }) {
			continue
		}
		if version == "" {
			if best == "" || CompareVersions(fixed, best) > 0 {
				best = fixed
			}
			continue
		}
		same := IsDate(fixed) == IsDate(version)
		if same && CompareVersions(fixed, version) < 0 {
			continue
		}
		sameBest := IsDate(best) == IsDate(version)
		if best == "" || same && !sameBest || same == sameBest && CompareVersions(fixed, best) < 0 {
			best = fixed
		}
	}
	return best
}

// HasDates reports whether releases of a package that have advisories are numbered by
// their date.
func HasDates(rows []Advisory) bool {
	for _, a := range rows {
		for _, r := range a.Ranges {
			for _, bound := range strings.Fields(r) {
				if IsDate(strings.TrimLeft(bound, "<>=")) {
					return true
				}
			}
		}
	}
	return false
}

// IsDate reports whether a version is a date: 2025.11.25. Such a version is greater
// than any other by its numbers, and says nothing about which release is newer.
func IsDate(version string) bool {
	numbers, _ := cutRelease(version)
	return len(numbers) > 1 && numbers[0] >= 2000 && numbers[0] < 2100
}

// Affects reports whether a version is in one of the ranges. The empty version
// stands for the newest one, which only a range without an upper end holds.
func (a *Advisory) Affects(version string) bool {
	for _, r := range a.Ranges {
		if inRange(version, r) {
			return true
		}
	}
	return false
}

func inRange(version, conjunction string) bool {
	if conjunction == "*" {
		return true
	}
	for _, bound := range strings.Fields(conjunction) {
		number := strings.TrimLeft(bound, "<>=")
		op := bound[:len(bound)-len(number)]
		if version == "" {
			if op != ">=" && op != ">" {
				return false
			}
			continue
		}
		c := CompareVersions(version, number)
		ok := op == "<" && c < 0 || op == "<=" && c <= 0 || op == ">=" && c >= 0 || op == ">" && c > 0 || (op == "=" || op == "") && c == 0
		if !ok {
			return false
		}
	}
	return true
}

// CompareVersions orders two versions by their numbers; of equal ones, a
// pre-release (1.0.0-beta.1, 1.0.0rc1) comes before the release.
func CompareVersions(a, b string) int {
	an, ap := cutRelease(a)
	bn, bp := cutRelease(b)
	for i := range max(len(an), len(bn)) {
		x, y := part(an, i), part(bn, i)
		if x != y {
			return sign(x - y)
		}
	}
	switch {
	case ap == bp:
		return 0
	case ap == "":
		return 1
	case bp == "":
		return -1
	}
	return comparePre(ap, bp)
}

// cutRelease splits the numbers of a version from its pre-release. Build metadata
// counts for nothing.
func cutRelease(v string) (numbers []int, pre string) {
	v = strings.TrimPrefix(v, "v")
	v, _, _ = strings.Cut(v, "+")
	for v != "" {
		n, digits := 0, 0
		for digits < len(v) && v[digits] >= '0' && v[digits] <= '9' {
			n = min(n*10+int(v[digits]-'0'), 1<<30)
			digits++
		}
		if digits == 0 {
			return numbers, strings.TrimLeft(v, "-.")
		}
		numbers = append(numbers, n)
		if v = v[digits:]; !strings.HasPrefix(v, ".") {
			return numbers, strings.TrimLeft(v, "-")
		}
		v = v[1:]
	}
	return numbers, ""
}

func comparePre(a, b string) int {
	ap, bp := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(ap), len(bp)) {
		an, bn := strings.Trim(ap[i], "0123456789") == "", strings.Trim(bp[i], "0123456789") == ""
		switch {
		case an && bn:
			if len(ap[i]) != len(bp[i]) {
				return sign(len(ap[i]) - len(bp[i]))
			}
		case an != bn:
			if an {
				return -1
			}
			return 1
		}
		if c := strings.Compare(ap[i], bp[i]); c != 0 {
			return c
		}
	}
	return sign(len(ap) - len(bp))
}

func part(numbers []int, i int) int {
	if i < len(numbers) {
		return numbers[i]
	}
	return 0
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}
