package host

import (
	"net/netip"
	"strings"
)

// A Kind says what a host is reached over: how far a packet to it travels, and
// what may answer.
type Kind uint8

// The kinds of hosts.
const (
	KindNone        Kind = iota // no host at all
	KindInvalid                 // no client would resolve it
	KindPlaceholder             // unknown until something is filled in
	KindLoopback                // this machine: 127/8, ::1, localhost and names that resolve to it
	KindGateway                 // the machine that runs this container: host.docker.internal
	KindUnspecified             // 0.0.0.0 and ::, which reach this machine on most systems
	KindService                 // a name without a dot: a neighbour in a compose network or search domain
	KindCluster                 // a name inside a Kubernetes cluster
	KindLocal                   // a name of a local network: .local, .internal, .lan, .home.arpa
	KindPrivate                 // RFC 1918, unique local and carrier-grade NAT addresses
	KindLinkLocal               // 169.254/16, fe80::/10
	KindMetadata                // serves credentials or configuration to the cloud machine that asks
	KindReserved                // multicast, documentation and other addresses nothing public answers at
	KindExample                 // example.com, *.test, *.invalid: names that stand for another
	KindAddress                 // a public IP address
	KindPublic                  // a name in the public DNS
)

// String returns the name used in messages.
func (k Kind) String() string {
	return [...]string{
		"no host", "an invalid host", "a placeholder", "this machine", "the container's host", "every address of this machine",
		"a service name", "a cluster name", "a local network name", "a private address", "a link-local address",
		"a cloud metadata service", "a reserved address", "an example name", "a public address", "a public host",
	}[k]
}

// OnMachine reports whether packets to the host never leave the machine.
func (k Kind) OnMachine() bool {
	return k == KindLoopback || k == KindGateway || k == KindUnspecified
}

// Internal reports whether the host is on a network that outsiders cannot reach
// directly, other than the machine itself.
func (k Kind) Internal() bool {
	switch k {
	case KindService, KindCluster, KindLocal, KindPrivate, KindLinkLocal, KindMetadata:
		return true
	}
	return false
}

// External reports whether the host is in the public Internet or stands for one
// that is.
func (k Kind) External() bool { return k == KindPublic || k == KindAddress || k == KindExample }

// A Host is a host name or address, understood.
type Host struct {
	Text string // as written
	// Name is the name a resolver is asked for: lower case, without escapes,
	// compatibility characters and trailing dot. For an address it is the
	// address in its usual spelling.
	Name string
	Kind Kind
	// Addr is the address the host stands for, when it is one in any spelling. An
	// IPv4 address wrapped in IPv6 or in a wildcard DNS name is the inner one.
	Addr netip.Addr
	// Spelling says how an address was written when not in the usual way:
	// "decimal", "hexadecimal", "octal", "shortened", "escaped", "compatibility
	// characters", "IPv4-mapped", "IPv4-compatible", "NAT64", "6to4", "Teredo",
	// "ISATAP", "wildcard DNS". It is "" for the usual way and for names.
	Spelling string
}

// ParseHost reads a host as it stands in a URL or in a setting of its own. A port
// behind the host must have been taken off.
func ParseHost(text string) Host {
	h := Host{Text: text}
	if text == "" {
		return h
	}
	if HasPlaceholder(text) {
		h.Kind, h.Name = KindPlaceholder, strings.ToLower(text)
		return h
	}
	if inner, ok := bracketedAddress(text); ok {
		h.read6(inner)
		return h
	}
	name, spelling := fold(text)
	h.Name = strings.TrimSuffix(name, ".")
	switch addr, how, ok := parseIPv4(h.Name); {
	case ok:
		h.Addr, h.Spelling, h.Name = addr, how, addr.String()
		if how == "" {
			h.Spelling = spelling
		}
		h.Kind = addressKind(addr)
	case strings.Contains(h.Name, ":"):
		h.read6(h.Name)
	case !validName(h.Name), endsInNumber(h.Name):
		h.Kind = KindInvalid
	default:
		h.readName()
	}
	return h
}

// bracketedAddress takes the brackets off an IPv6 address.
func bracketedAddress(text string) (string, bool) {
	if text[0] != '[' {
		return "", false
	}
	return strings.TrimSuffix(text[1:], "]"), true
}

// read6 reads an IPv6 address, with or without a zone.
func (h *Host) read6(text string) {
	text, _, _ = strings.Cut(text, "%")
	addr, err := netip.ParseAddr(text)
	if err != nil {
		h.Kind = KindInvalid
		return
	}
	h.Addr, h.Spelling = unwrap(addr)
	h.Name = h.Addr.String()
	h.Kind = addressKind(h.Addr)
}

// readName classifies a name that is no address by itself.
func (h *Host) readName() {
	if kind, ok := knownName(h.Name); ok {
		h.Kind = kind
		if kind == KindLoopback {
			h.Addr = netip.AddrFrom4([4]byte{127, 0, 0, 1})
		}
		return
	}
	if addr, ok := wildcardAddress(h.Name); ok {
		h.Addr, h.Spelling = addr, "wildcard DNS"
		h.Kind = addressKind(addr)
		return
	}
	for _, s := range suffixKinds {
		if h.Name == s.suffix[1:] && s.bare || strings.HasSuffix(h.Name, s.suffix) {
			h.Kind = s.kind
			return
		}
	}
	if !strings.Contains(h.Name, ".") {
		h.Kind = KindService
		return
	}
	h.Kind = KindPublic
}

// Within reports whether the host is the domain or a name below it.
func (h Host) Within(domain string) bool { return within(h.Name, domain) }

func within(name, domain string) bool {
	return name == domain || len(name) > len(domain) && strings.HasSuffix(name, domain) && name[len(name)-len(domain)-1] == '.'
}

// knownName returns what a single name with a meaning of its own leads to.
func knownName(name string) (Kind, bool) {
	switch name {
	case "localhost",
		"localhost.localdomain",
		"localhost6",
		"ip6-localhost",
		"ip6-loopback",
		"loopback",
		"localtest.me",
		"lvh.me",
		"vcap.me",
		"lacolhost.com":
		return KindLoopback, true
	case "host.docker.internal",
		"gateway.docker.internal",
		"host.containers.internal",
		"host.lima.internal",
		"host.orb.internal",
		"host.minikube.internal":
		return KindGateway, true
	case "metadata",
		"metadata.google.internal",
		"metadata.goog",
		"instance-data",
		"instance-data.ec2.internal",
		"metadata.tencentyun.com",
		"metadata.packet.net",
		"metadata.platformequinix.com",
		"metadata.azure.internal",
		"metadata.azure.com",
		"metadata.oraclecloud.com",
		"rancher-metadata",
		"rancher-metadata.rancher.com",
		"metadata.nicocloud.jp",
		"metadata.internal",
		"metadata.ec2.internal",
		"metadata.google.internal.goog":
		return KindMetadata, true
	case "kubernetes",
		"kubernetes.default",
		"kubernetes.default.svc":
		return KindCluster, true
	}
	return KindPublic, false
}

// suffixKinds are endings with a meaning; bare says that the ending alone has it
// too. The first that fits counts.
// Sources: RFC 6761, RFC 8375, the ICANN resolution that reserved .internal (2024).
var suffixKinds = []struct {
	suffix string
	kind   Kind
	bare   bool
}{
	{".localhost", KindLoopback, true},
	{".localtest.me", KindLoopback, false},
	{".lvh.me", KindLoopback, false},
	{".vcap.me", KindLoopback, false},
	{".lacolhost.com", KindLoopback, false},
	{".svc", KindCluster, false},
	{".cluster.local", KindCluster, true},
	{".railway.internal", KindCluster, false}, // networks that a platform encrypts itself
	{".flycast", KindCluster, false},
	{".local", KindLocal, false},
	{".internal", KindLocal, false},
	{".intranet", KindLocal, false},
	{".intra", KindLocal, false},
	{".lan", KindLocal, false},
	{".home", KindLocal, false},
	{".corp", KindLocal, false},
	{".private", KindLocal, false},
	{".localdomain", KindLocal, false},
	{".home.arpa", KindLocal, true},
	{".consul", KindLocal, false},
	{".example.com", KindExample, true},
	{".example.net", KindExample, true},
	{".example.org", KindExample, true},
	{".example.edu", KindExample, true},
	{".example", KindExample, false},
	{".test", KindExample, false},
	{".invalid", KindExample, false},
}

// endsInNumber reports whether the last label is a number: such a host is an
// address or nothing.
func endsInNumber(name string) bool {
	last := name[strings.LastIndexByte(name, '.')+1:]
	if hex, ok := strings.CutPrefix(last, "0x"); ok {
		return strings.Trim(hex, "0123456789abcdef") == ""
	}
	return last != "" && strings.Trim(last, "0123456789") == ""
}

// validName reports whether a resolver would take the name. Underscores are let
// through, since resolvers take them too.
func validName(name string) bool {
	if name == "" || len(name) > 253 {
		return false
	}
	for label := range strings.SplitSeq(name, ".") {
		if label == "" || len(label) > 63*4 {
			return false
		}
	}
	return !strings.ContainsAny(name, "\x00\t\n\r #/:<>?@[\\]^|%\"'`{}()$;&*!,=+~")
}
