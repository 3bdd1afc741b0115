package launch

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// container reads docker run, podman run and nerdctl run.
func (p *parser) container(args []source.String) {
	l := p.launch
	c := &Container{}
	l.Container, l.Args = c, nil
	flags, rest := containerFlags(args)
	c.Flags = flags
	for _, f := range flags {
		switch f.Name {
		case "--volume":
			c.Mounts = append(c.Mounts, volume(f))
		case "--mount":
			c.Mounts = append(c.Mounts, mount(f))
		case "--publish":
			c.Publish = append(c.Publish, f.Value)
		case "--network":
			c.Network = f.Value
		case "--user":
			c.User = f.Value
		case "--env":
			if set, ok := cutSetting(f.Value); ok {
				l.Env = append(l.Env, set)
			}
		}
	}
	if len(rest) == 0 {
		return
	}
	c.Image, l.Args = rest[0], rest[1:]
	l.Package = Image(c.Image)
}

// containerFlags reads the options in front of the image.
func containerFlags(words []source.String) (flags []Flag, rest []source.String) {
	for len(words) > 0 {
		word := words[0]
		v := word.Value
		switch {
		case v == "--":
			return flags, words[1:]
		case len(v) < 2 || v[0] != '-':
			return flags, words
		case strings.HasPrefix(v, "--"):
			words = words[1:]
			name, value, attached := cutOption(word, containerOption)
			long, takes := containerOption(name)
			f := Flag{Name: long, Value: value, Word: word}
			if takes && !attached && len(words) > 0 {
				f.Value, words = words[0], words[1:]
			}
			flags = append(flags, f)
		default:
			var cluster []Flag
			cluster, words = containerCluster(word, words[1:])
			flags = append(flags, cluster...)
		}
	}
	return flags, nil
}

// containerCluster reads short options written together: -it, -itv /x:/y, -p8080:80.
func containerCluster(word source.String, next []source.String) ([]Flag, []source.String) {
	var flags []Flag
	v := word.Value
	for i := 1; i < len(v); i++ {
		long, takes := containerOption("-" + v[i:i+1])
		f := Flag{Name: long, Word: word}
		if !takes {
			flags = append(flags, f)
			continue
		}
		switch from := i + 1; {
		case from < len(v):
			if v[from] == '=' {
				from++
			}
			f.Value = word.Slice(from, len(v))
		case len(next) > 0:
			f.Value, next = next[0], next[1:]
		}
		return append(flags, f), next
	}
	return flags, next
}

// containerOption knows that nearly every option of docker run takes a value.
// Source: the option list of docker container run and podman run.
func containerOption(name string) (string, bool) {
	switch name {
	case "-d", "--detach":
		return "--detach", false
	case "-i", "--interactive":
		return "--interactive", false
	case "-t", "--tty":
		return "--tty", false
	case "-P", "--publish-all":
		return "--publish-all", false
	case "-q", "--quiet":
		return "--quiet", false
	case "--rm", "--init", "--privileged", "--read-only", "--no-healthcheck", "--oom-kill-disable", "--sig-proxy",
		"--disable-content-trust", "--help", "--use-api-socket", "--replace", "--rmi", "--env-host", "--http-proxy",
		"--read-only-tmpfs", "--no-hosts", "--no-hostname", "--unsetenv-all", "--rootfs", "--tls-verify", "--passwd":
		return name, false
	case "-v":
		return "--volume", true
	case "-p":
		return "--publish", true
	case "-e":
		return "--env", true
	case "-u":
		return "--user", true
	case "--net":
		return "--network", true
	case "-w":
		return "--workdir", true
	case "-h":
		return "--hostname", true
	case "-l":
		return "--label", true
	case "-m":
		return "--memory", true
	case "-c":
		return "--cpu-shares", true
	case "-a":
		return "--attach", true
	}
	return name, true
}

// volume reads SOURCE:TARGET[:OPTIONS], in which the source may be a Windows path
// or hold ${VARIABLE:-default}.
func volume(f Flag) Mount {
	m := Mount{Word: f.Value, Type: "volume"}
	parts := splitVolume(f.Value)
	switch len(parts) {
	case 0:
		return m
	case 1:
		m.Target = parts[0]
		return m
	}
	m.Source, m.Target = parts[0], parts[1]
	if len(parts) > 2 {
		m.ReadOnly = hasOption(parts[2].Value, "ro")
	}
	if strings.ContainsAny(m.Source.Value, `/\~.$%{`) {
		m.Type = "bind"
	}
	return m
}

func splitVolume(s source.String) []source.String {
	var parts []source.String
	start, depth := 0, 0
	for i := 0; i < len(s.Value); i++ {
		switch s.Value[i] {
		case '{', '(':
			depth++
		case '}', ')':
			depth = max(0, depth-1)
		case ':':
			drive := i == start+1 && i+1 < len(s.Value) && strings.IndexByte(`/\`, s.Value[i+1]) >= 0 && len(parts) < 2 &&
				'a' <= s.Value[start]|0x20 && s.Value[start]|0x20 <= 'z'
			if depth == 0 && !drive {
				parts = append(parts, s.Slice(start, i))
				start = i + 1
			}
		}
	}
	if s.Value == "" {
		return nil
	}
	return append(parts, s.Slice(start, len(s.Value)))
}

func hasOption(list, option string) bool {
	for _, o := range strings.Split(list, ",") {
		if o == option {
			return true
		}
	}
	return false
}

// mount reads type=bind,source=...,target=...,readonly.
func mount(f Flag) Mount {
	m := Mount{Word: f.Value, Type: "volume"}
	text := f.Value.Value
	for start := 0; start <= len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], ','); i >= 0 {
			end = start + i
		}
		key, value, given := strings.Cut(text[start:end], "=")
		part := f.Value.Slice(end-len(value), end)
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "type":
			m.Type = value
		case "source", "src":
			m.Source = part
		case "target", "destination", "dst":
			m.Target = part
		case "readonly", "ro":
			m.ReadOnly = !given || value == "true" || value == "1"
		}
		start = end + 1
	}
	return m
}

// Image reads an image reference: [registry[:port]/]name[:tag][@digest].
func Image(spec source.String) Package {
	pkg := Package{Ecosystem: "oci", Spec: spec}
	name, digest, found := strings.Cut(strings.TrimPrefix(spec.Value, "docker://"), "@")
	if colon := tagColon(name); colon > 0 {
		pkg.Name, pkg.Version, pkg.Pin = name[:colon], name[colon+1:], Tag
	} else {
		pkg.Name = name
	}
	switch {
	case found && strings.Contains(digest, ":") && !isReference(digest):
		pkg.Version, pkg.Pin = digest, Digest
	case found && isReference(digest), isReference(pkg.Version), isReference(pkg.Name) && pkg.Version == "":
		pkg.Pin = Reference
	}
	return pkg
}

// tagColon returns the offset of the colon in front of a tag, not that of a
// registry's port or inside a variable, or -1.
func tagColon(name string) int {
	depth := 0
	for i := len(name) - 1; i >= 0; i-- {
		switch name[i] {
		case '}':
			depth++
		case '{':
			depth--
		case '/':
			if depth == 0 {
				return -1
			}
		case ':':
			if depth == 0 {
				return i
			}
		}
	}
	return -1
}
