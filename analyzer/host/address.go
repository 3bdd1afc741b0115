package host

import (
	"net/netip"
	"strconv"
	"strings"
)

// addressKind classifies an address by the IANA special-purpose registries and
// the addresses at which clouds serve metadata.
func addressKind(addr netip.Addr) Kind {
	addr = addr.WithZone("")
	switch {
	case answersMetadata(addr.String()):
		return KindMetadata
	case addr.IsLoopback():
		return KindLoopback
	case addr.IsUnspecified():
		return KindUnspecified
	case addr.IsLinkLocalUnicast():
		return KindLinkLocal
	case addr.IsPrivate(), in(addr, carrierNAT), in(addr, siteLocal):
		return KindPrivate
	}
	for _, p := range reserved {
		if in(addr, p) {
			return KindReserved
		}
	}
	return KindAddress
}

// answersMetadata reports whether an address answers with credentials, user data or node configuration.
// Sources: the metadata pages of AWS (also ECS and EKS pod identity), Google Cloud,
// Azure (IMDS and WireServer), Alibaba, Oracle, Tencent and Scaleway.
func answersMetadata(addr string) bool {
	switch addr {
	case "169.254.169.254", "169.254.170.2", "169.254.170.23", "169.254.0.23", "169.254.42.42", "169.254.10.10",
		"100.100.100.200", "168.63.129.16", "192.0.0.192",
		"fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254", "fd00:42::42":
		return true
	}
	return false
}

const (
	carrierNAT = "100.64.0.0/10"
	siteLocal  = "fec0::/10"
)

var reserved = []string{
	"0.0.0.0/8", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
	"2001:db8::/32", "3fff::/20", "ff00::/8", "100::/64",
}

// in reports whether an address is in a network that is written as a prefix.
func in(addr netip.Addr, prefix string) bool {
	return netip.MustParsePrefix(prefix).Contains(addr)
}

// parseIPv4 reads an address as inet_aton and the URL standard do: one to four
// numbers, each decimal, octal with a leading 0 or hexadecimal with 0x, of which
// the last fills the remaining bytes. A number that a leading zero makes octal but
// that has a digit 8 or 9 is taken as decimal, as lenient clients do; and where
// both readings are possible and the decimal one leads to metadata or link-local
// addresses, that one is returned, since somebody reads it so.
func parseIPv4(name string) (netip.Addr, string, bool) {
	name = strings.TrimSuffix(name, ".")
	if name == "" || len(name) > 80 {
		return netip.Addr{}, "", false
	}
	parts := strings.Split(name, ".")
	if len(parts) > 4 {
		return netip.Addr{}, "", false
	}
	var spelling string
	strict, lenient := make([]uint64, len(parts)), make([]uint64, len(parts))
	for i, part := range parts {
		n, how, ok := parseNumber(part)
		if !ok {
			return netip.Addr{}, "", false
		}
		strict[i], lenient[i] = n, n
		if how == "octal" {
			if d, err := strconv.ParseUint(part, 10, 64); err == nil {
				lenient[i] = d
			}
		}
		if spelling == "" {
			spelling = how
		}
	}
	if spelling == "" && len(parts) == 1 {
		spelling = "decimal"
	} else if spelling == "" && len(parts) < 4 {
		spelling = "shortened"
	}
	addr, ok := join(strict)
	if other, also := join(lenient); also && (!ok || exposes(other) && !exposes(addr)) {
		addr, ok = other, true
	}
	return addr, spelling, ok
}

func exposes(addr netip.Addr) bool {
	k := addressKind(addr)
	return k == KindMetadata || k == KindLinkLocal
}

// join puts the numbers of an address together.
func join(parts []uint64) (netip.Addr, bool) {
	var value uint64
	for i, n := range parts {
		if i == len(parts)-1 {
			room := uint(8 * (4 - i))
			if n >= 1<<room {
				return netip.Addr{}, false
			}
			value = value<<room | n
			break
		}
		if n > 255 {
			return netip.Addr{}, false
		}
		value = value<<8 | n
	}
	return netip.AddrFrom4([4]byte{byte(value >> 24), byte(value >> 16), byte(value >> 8), byte(value)}), true
}

// parseNumber reads one number of an IPv4 address and says how it was written.
func parseNumber(s string) (uint64, string, bool) {
	if s == "" {
		return 0, "", false
	}
	if hex, ok := strings.CutPrefix(s, "0x"); ok {
		if hex == "" { // the URL standard reads a bare 0x as 0
			return 0, "hexadecimal", true
		}
		n, err := strconv.ParseUint(hex, 16, 64)
		return n, "hexadecimal", err == nil
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, "", false
		}
	}
	if len(s) > 1 && s[0] == '0' {
		if n, err := strconv.ParseUint(s, 8, 64); err == nil {
			return n, "octal", true
		}
		n, err := strconv.ParseUint(s, 10, 64)
		return n, "octal", err == nil
	}
	n, err := strconv.ParseUint(s, 10, 64)
	return n, "", err == nil
}

// unwrap returns the IPv4 address inside an IPv6 one, and the name of the
// wrapping, or the address itself.
// Sources: RFC 4291 (mapped, compatible), RFC 6052 and 8215 (NAT64), RFC 2765
// (translated), RFC 3056 (6to4), RFC 4380 (Teredo), RFC 5214 (ISATAP).
func unwrap(addr netip.Addr) (netip.Addr, string) {
	if addr.Is4() {
		return addr, ""
	}
	if addr.Is4In6() {
		return addr.Unmap(), "IPv4-mapped"
	}
	b := addr.As16()
	last := netip.AddrFrom4([4]byte(b[12:16]))
	switch {
	case in(addr, nat64), in(addr, nat64Local):
		return last, "NAT64"
	case in(addr, translated):
		return last, "IPv4-mapped"
	case in(addr, compatible) && !addr.IsUnspecified() && !addr.IsLoopback():
		return last, "IPv4-compatible"
	case in(addr, sixToFour):
		return netip.AddrFrom4([4]byte(b[2:6])), "6to4"
	case in(addr, teredo):
		return netip.AddrFrom4([4]byte{^b[12], ^b[13], ^b[14], ^b[15]}), "Teredo"
	case b[8]&^2 == 0 && b[9] == 0 && b[10] == 0x5e && b[11] == 0xfe:
		return last, "ISATAP"
	}
	return addr, ""
}

const (
	nat64      = "64:ff9b::/96"
	nat64Local = "64:ff9b:1::/48"
	translated = "::ffff:0:0:0/96"
	compatible = "::/96"
	sixToFour  = "2002::/16"
	teredo     = "2001::/32"
)

// wildcardZones answer every name with the address written in it.
var wildcardZones = []string{
	".nip.io", ".sslip.io", ".xip.io", ".xip.name", ".traefik.me", ".rbndr.us", ".1u.ms", ".ip.sslip.io",
	".backname.io", ".127-0-0-1.org.uk",
}

// wildcardAddress finds the address inside a name of a wildcard DNS service:
// 10.0.0.1.nip.io, app-10-0-0-1.sslip.io, 0a000001.nip.io, --1.sslip.io. Of several
// addresses (rebinding services take two) the one inside a network is returned.
func wildcardAddress(name string) (netip.Addr, bool) {
	inner := ""
	for _, zone := range wildcardZones {
		if rest, ok := strings.CutSuffix(name, zone); ok {
			inner = rest
			break
		}
	}
	if inner == "" {
		return netip.Addr{}, false
	}
	var found netip.Addr
	keep := func(addr netip.Addr, ok bool) {
		if ok && (!found.IsValid() || addressKind(found) == KindAddress) {
			found = addr
		}
	}
	fields := strings.FieldsFunc(inner, func(r rune) bool { return r == '.' || r == '-' })
	for i := range fields {
		if i+4 <= len(fields) {
			keep(plainQuad(fields[i : i+4]))
		}
		keep(hexAddress(fields[i]))
	}
	for label := range strings.SplitSeq(inner, ".") {
		if strings.Contains(label, "--") || strings.Count(label, "-") == 7 {
			addr, err := netip.ParseAddr(strings.ReplaceAll(label, "-", ":"))
			if err == nil {
				addr, _ = unwrap(addr)
			}
			keep(addr, err == nil)
		}
	}
	return found, found.IsValid()
}

// plainQuad reads four decimal numbers.
func plainQuad(fields []string) (netip.Addr, bool) {
	addr, err := netip.ParseAddr(strings.Join(fields, "."))
	return addr, err == nil
}

// hexAddress reads eight hexadecimal digits.
func hexAddress(s string) (netip.Addr, bool) {
	if len(s) != 8 {
		return netip.Addr{}, false
	}
	n, err := strconv.ParseUint(s, 16, 32)
	return netip.AddrFrom4([4]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}), err == nil
}
