package host

import (
	"strings"
)

// An owner is a company or project and the domains it answers under.
type owner struct {
	name    string
	domains []string
}

// owners lists whom credentials and consent pages belong to, and whose names are
// worth imitating. A domain stands for itself and everything below it.
var owners = []owner{
	{"github", []string{"github.com", "githubcopilot.com", "githubusercontent.com", "ghe.com", "github.dev", "ghcr.io"}},
	{"gitlab", []string{"gitlab.com"}},
	{"atlassian", []string{"atlassian.com", "atlassian.net", "bitbucket.org", "trello.com", "jira.com"}},
	{"linear", []string{"linear.app"}},
	{"notion", []string{"notion.com", "notion.so", "notion.site"}},
	{"asana", []string{"asana.com"}},
	{"sentry", []string{"sentry.io", "sentry.dev"}},
	{"stripe", []string{"stripe.com"}},
	{"paypal", []string{"paypal.com"}},
	{"square", []string{"squareup.com"}},
	{"supabase", []string{"supabase.com", "supabase.co"}},
	{"vercel", []string{"vercel.com", "vercel.app"}},
	{"netlify", []string{"netlify.com", "netlify.app"}},
	{"cloudflare", []string{"cloudflare.com", "workers.dev", "pages.dev"}},
	{"google", []string{"google.com", "googleapis.com", "google.dev", "goo.gle", "withgoogle.com", "run.app", "appspot.com"}},
	{"microsoft", []string{"microsoft.com", "microsoftonline.com", "azure.com", "windows.net", "office.com", "live.com", "visualstudio.com", "azurewebsites.net", "sharepoint.com"}},
	{"aws", []string{"amazonaws.com", "aws.amazon.com", "api.aws", "amazon.com", "awsapps.com"}},
	{"slack", []string{"slack.com"}},
	{"discord", []string{"discord.com", "discordapp.com"}},
	{"openai", []string{"openai.com", "chatgpt.com"}},
	{"anthropic", []string{"anthropic.com", "claude.ai", "claude.com"}},
	{"huggingface", []string{"huggingface.co", "hf.co", "hf.space"}},
	{"hubspot", []string{"hubspot.com", "hubapi.com"}},
	{"salesforce", []string{"salesforce.com", "force.com"}},
	{"shopify", []string{"shopify.com", "myshopify.com", "shopify.dev"}},
	{"figma", []string{"figma.com"}},
	{"canva", []string{"canva.com"}},
	{"intercom", []string{"intercom.com", "intercom.io"}},
	{"zapier", []string{"zapier.com"}},
	{"dropbox", []string{"dropbox.com", "dropboxapi.com"}},
	{"airtable", []string{"airtable.com"}},
	{"monday", []string{"monday.com"}},
	{"clickup", []string{"clickup.com"}},
	{"datadog", []string{"datadoghq.com", "datadoghq.eu"}},
	{"grafana", []string{"grafana.com", "grafana.net"}},
	{"pagerduty", []string{"pagerduty.com"}},
	{"neon", []string{"neon.tech", "neon.com"}},
	{"mongodb", []string{"mongodb.com", "mongodb.net"}},
	{"okta", []string{"okta.com"}},
	{"auth0", []string{"auth0.com"}},
	{"npm", []string{"npmjs.com", "npmjs.org"}},
	{"pypi", []string{"pypi.org", "pythonhosted.org"}},
	{"docker", []string{"docker.com", "docker.io"}},
	{"smithery", []string{"smithery.ai"}},
	{"context7", []string{"context7.com"}},
	{"deepwiki", []string{"deepwiki.com"}},
	{"exa", []string{"exa.ai"}},
	{"tavily", []string{"tavily.com"}},
	{"firecrawl", []string{"firecrawl.dev"}},
	{"perplexity", []string{"perplexity.ai"}},
	{"brave", []string{"brave.com"}},
	{"postman", []string{"postman.com"}},
	{"twilio", []string{"twilio.com", "sendgrid.com", "sendgrid.net"}},
	{"postmark", []string{"postmarkapp.com"}},
	{"coinbase", []string{"coinbase.com"}},
	{"binance", []string{"binance.com"}},
	{"zoom", []string{"zoom.us"}},
	{"box", []string{"box.com"}},
	{"digitalocean", []string{"digitalocean.com"}},
	{"heroku", []string{"heroku.com", "herokuapp.com"}},
	{"railway", []string{"railway.app", "railway.com"}},
	{"telegram", []string{"telegram.org"}},
	{"elastic", []string{"elastic.co"}},
	{"snowflake", []string{"snowflakecomputing.com", "snowflake.com"}},
	{"databricks", []string{"databricks.com"}},
	{"mcp", []string{"modelcontextprotocol.io"}},
}

// Owner returns who answers at the host, as far as it is known: "github", "aws".
// A platform counts as the owner of what its customers run there.
func (h Host) Owner() string {
	if h.Kind != KindPublic {
		return ""
	}
	for _, o := range owners {
		for _, d := range o.domains {
			if h.Within(d) {
				return o.name
			}
		}
	}
	return ""
}

// Registrable returns the part of a public name that somebody registers:
// example.co.uk of a.b.example.co.uk. It knows the second-level registries that
// are in wide use, not the whole public suffix list.
func Registrable(name string) string {
	labels := strings.Split(name, ".")
	if len(labels) <= 2 {
		return name
	}
	keep := 2
	if tld := labels[len(labels)-1]; len(tld) == 2 && secondLevel(labels[len(labels)-2]) {
		keep = 3
	}
	return strings.Join(labels[len(labels)-keep:], ".")
}

// secondLevel reports whether countries give out names below the label.
func secondLevel(label string) bool {
	switch label {
	case "co", "com", "net", "org", "gov", "edu", "ac", "or", "ne", "go", "gob":
		return true
	}
	return false
}

// A Lookalike says whose name a host imitates.
type Lookalike struct {
	Owner  string // "notion"
	Domain string // "notion.com"
	How    string // "confusable letters", "one letter off", "two letters off", "the name as a label of another domain"
}

// Lookalike reports whether the host's name imitates a domain of a known owner:
// its registrable domain reads like it when similar letters are taken for each
// other, differs by a letter (two where the name is long), or a foreign domain
// carries the whole name in front. A host of any known owner imitates nobody.
func (h Host) Lookalike() (Lookalike, bool) {
	if h.Kind != KindPublic || h.Owner() != "" || h.Service() != "" {
		return Lookalike{}, false
	}
	name := decodeIDN(h.Name)
	domain := Registrable(name)
	for _, o := range owners {
		for _, d := range o.domains {
			if how := imitates(name, domain, d); how != "" {
				return Lookalike{o.name, d, how}, true
			}
		}
	}
	return Lookalike{}, false
}

func imitates(name, domain, known string) string {
	if embeds(name, domain, known) {
		return "the name as a label of another domain"
	}
	// The same name under another ending is as often the owner's as a stranger's.
	label, ending, _ := strings.Cut(domain, ".")
	original, knownEnding, _ := strings.Cut(known, ".")
	if strings.Contains(knownEnding, ".") || label == original {
		return ""
	}
	if len(original) >= 4 && skeleton(label) == skeleton(original) && similarEnding(ending, knownEnding) {
		return "confusable letters"
	}
	if ending != knownEnding {
		return ""
	}
	// Who types a name wrong, or registers the slip, seldom changes its first letter;
	// other words that differ by a letter often do.
	if label == "" || label[0] != original[0] {
		return ""
	}
	switch distance(label, original) {
	case 1:
		if len(original) >= 6 {
			return "one letter off"
		}
	case 2:
		if len(original) >= 10 {
			return "two letters off"
		}
	}
	return ""
}

// embeds reports whether the known domain stands whole in front of a foreign one:
// mcp.notion.com.evil.tld, mcp-notion-com.evil.tld.
func embeds(name, domain, known string) bool {
	front := strings.TrimSuffix(name, domain)
	if front == "" {
		return false
	}
	if strings.HasPrefix(front, known+".") || strings.Contains(front, "."+known+".") {
		return true
	}
	dashed := strings.ReplaceAll(known, ".", "-")
	return len(known) >= 8 && (strings.HasPrefix(front, dashed+".") || strings.Contains(front, "-"+dashed+".") || strings.Contains(front, "."+dashed+"."))
}

func similarEnding(a, b string) bool {
	return a == b || len(a) < 8 && distance(a, b) <= 1
}

// distance is the number of letters to insert, drop, change or swap with a
// neighbour (optimal string alignment). Labels are at most 63 bytes.
func distance(a, b string) int {
	if d := len(a) - len(b); d > 2 || d < -2 {
		return 3
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// skeleton writes letters that look alike as one.
func skeleton(s string) string {
	s = pairs.Replace(s)
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(twin(r))
	}
	return b.String()
}

var pairs = strings.NewReplacer("rn", "m", "vv", "w", "cl", "d", "-", "", "_", "")

// twin returns the Latin letter that a letter of another script, a letter with marks
// or a digit is taken for, and other letters as they are. Source: Unicode UTS 39, the
// part that names use.
func twin(r rune) rune {
	switch r {
	case '0', 'о', 'ο', 'օ', 'ó', 'ò', 'ô', 'ö', 'õ', 'ø', 'ō', 'ọ':
		return 'o'
	case '1', 'i', 'і', 'ӏ', 'ι', 'ı', 'ł', 'ɩ', 'í', 'ì', 'î', 'ï', 'ī', 'ị':
		return 'l'
	case '3', 'е', 'ε', 'é', 'è', 'ê', 'ë', 'ē', 'ė', 'ę', 'ẹ':
		return 'e'
	case '5', 'ѕ', 'š', 'ś', 'ş', 'ș', 'ṣ':
		return 's'
	case '8', 'в', 'ḅ':
		return 'b'
	case 'а', 'α', 'ɑ', 'á', 'à', 'â', 'ä', 'ã', 'å', 'ā', 'ă', 'ą', 'ạ':
		return 'a'
	case 'р', 'ρ':
		return 'p'
	case 'с', 'ϲ', 'ç', 'ć', 'č':
		return 'c'
	case 'у', 'ý', 'ÿ':
		return 'y'
	case 'х', 'χ':
		return 'x'
	case 'ј':
		return 'j'
	case 'ԁ', 'ḍ':
		return 'd'
	case 'һ', 'հ', 'ḥ':
		return 'h'
	case 'к', 'κ', 'ḳ':
		return 'k'
	case 'т', 'τ', 'ț', 'ť', 'ṭ':
		return 't'
	case 'п', 'ո', 'ñ', 'ń', 'ň', 'ņ', 'ṇ':
		return 'n'
	case 'м', 'ṃ':
		return 'm'
	case 'г', 'ṛ':
		return 'r'
	case 'ԛ':
		return 'q'
	case 'ԝ':
		return 'w'
	case 'ν':
		return 'v'
	case 'υ', 'ս', 'ú', 'ù', 'û', 'ü', 'ū', 'ụ':
		return 'u'
	case 'ɡ', 'ց', 'ğ', 'ģ':
		return 'g'
	case 'ž', 'ź', 'ż':
		return 'z'
	}
	return r
}
