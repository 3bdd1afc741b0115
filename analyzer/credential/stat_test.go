package credential

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func randomString(dice *rand.Rand, alphabet string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = alphabet[dice.IntN(len(alphabet))]
	}
	return string(b)
}

// TestRandomIsNoPlaceholder holds the statistics to what generators produce: of
// random tokens next to none may pass for words or patterns.
func TestRandomIsNoPlaceholder(t *testing.T) {
	const hex, upper, lower = "0123456789abcdef", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"
	for _, c := range []struct {
		name, alphabet string
		length         int
		allowed        int // of 4,000, in fifths
	}{
		{"hex", hex, 32, 20}, {"hex", hex, 40, 20}, {"hex", hex, 64, 30},
		{"base 62", hex[:10] + upper + lower, 20, 60}, {"base 62", hex[:10] + upper + lower, 36, 20}, {"base 62", hex[:10] + upper + lower, 64, 20},
		{"base 36", hex[:10] + lower, 24, 200}, {"base 36", hex[:10] + lower, 40, 60},
		{"base 32", "234567" + upper, 16, 400}, {"base 32", "234567" + upper, 26, 200},
		{"base 64url", hex[:10] + upper + lower + "-_", 43, 40}, {"base 64url", hex[:10] + upper + lower + "-_", 80, 60},
	} {
		dice := rand.New(rand.NewPCG(7, uint64(c.length)))
		samples, spelt, plain := 0, 0, 0
		example := ""
		for range 4000 {
			s := randomString(dice, c.alphabet, c.length)
			if isSample(s) {
				samples++
				example = s
			}
			if spelled(s) {
				spelt++
			}
			if judgeNamed(NameSecret, s) != Literal {
				plain++
			}
		}
		t.Logf("%s %d: %d samples, %d placeholders, %d not literal of 4000 %s", c.name, c.length, samples, spelt, plain, example)
		if samples > c.allowed/5 || plain > c.allowed*2/5 {
			t.Errorf("%s of %d: %d of 4000 pass for samples, %d are not taken for secrets", c.name, c.length, samples, plain)
		}
	}
}

// TestPlaceholders holds the other side: what people write where a secret goes.
func TestPlaceholders(t *testing.T) {
	for _, s := range strings.Split(strings.TrimSpace(placeholders), "\n") {
		for _, name := range []string{"API_KEY", "GITHUB_TOKEN", "DB_PASSWORD"} {
			if v := Judge(name, s); v.Class == Literal {
				t.Errorf("%s=%s is taken for a literal: %+v", name, s, v.Secrets)
			}
		}
	}
}

const placeholders = `
YOUR_API_KEY
YOUR_OPENAI_API_KEY_HERE
your-api-key-here
<your-token>
<YOUR_TOKEN>
{your_token}
[YOUR TOKEN]
{{token}}
xxx
xxxxxxxxxxxxxxxxxxxx
xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx
ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
sk-xxxxxxxxxxxxxxxxxxxxxxxx
sk-...
sk-ant-...
sk-proj-your-key-here
sk-1234567890abcdef1234567890abcdef
sk-abcdefghijklmnopqrstuvwxyz123456
ghp_1234567890abcdefghijklmnopqrstuvwxyz
ghp_your_token_here
ghp_YourGitHubPersonalAccessTokenHere
xoxb-your-bot-token
xoxb-1234567890-1234567890123-abcdefghijklmnopqrstuvwx
AKIAIOSFODNN7EXAMPLE
wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX
AIza...
changeme
change-me
CHANGE_ME_PLEASE
changeit
replace-with-your-key
REPLACE_ME
REPLACE_WITH_YOUR_OWN
insert-key-here
INSERT_TOKEN
enter your key here
put_your_key_here
paste-token-here
add-your-key
TODO
TBD
fixme
redacted
[REDACTED]
***REDACTED***
********
••••••••••••
...
…
none
null
undefined
not-set
secret
supersecret
my-secret-token
mysecrettoken
my_super_secret_key
test
test-token
test_api_key
dummy-key
dummy
fake-api-key
fake_token_123
example
example-token
example_api_key_12345
sample-key
placeholder
placeholder-token
demo-key
foobar
abc123
abcdef123456
1234567890
123456789012345678901234567890
0000000000000000
00000000-0000-0000-0000-000000000000
11111111-2222-3333-4444-555555555555
deadbeefdeadbeefdeadbeefdeadbeef
a1b2c3d4e5f6g7h8i9j0
a1b2c3d4-e5f6-7890-abcd-ef1234567890
API_KEY
OPENAI_API_KEY
ACME_MCP_XOXC_TOKEN
GITHUB_PERSONAL_ACCESS_TOKEN
api-key
token
the-token-you-got
get-it-from-the-dashboard
votre-cle-api
VOTRE_CLE_API_ICI
votre_jeton
REMPLACEZ_MOI
remplacez-par-votre-cle
inserez-votre-cle-ici
tu-api-key
TU_CLAVE_API_AQUI
tu_token_aqui
reemplaza-con-tu-clave
su-clave-de-api
SUA_CHAVE_API
sua-chave-aqui
substitua-pela-sua-chave
coloque_sua_chave_aqui
seu-token-aqui
DEIN_API_SCHLUESSEL
dein-token
dein_api_key_hier
ihr-api-schluessel
HIER_EINFUEGEN
la-tua-chiave
inserisci-la-chiave
jouw-api-sleutel
你的API密钥
您的密钥
请填写你的密钥
在此输入token
<替换为你的密钥>
your_token_在这里
あなたのAPIキー
여기에_API_키
ваш_токен
your-ключ
%YOUR_TOKEN%
@TOKEN@
__TOKEN__
$YOUR_TOKEN
required
optional
your-32-character-key
use-your-own
lin_api_xxxxx
ntn_your_integration_token
secret_your_notion_key
tvly-YOUR_API_KEY
fc-YOUR_API_KEY
fc-your-api-key
BSA-your-key
pplx-xxxxxxxx
figd_your_token
sbp_your_token_here
glpat-xxxxxxxxxxxxxxxxxxxx
glpat-your-token
hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
hf_your_token
npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
SG.xxxxxx.yyyyyy
key-xxxxxxxx
sk_test_your_key
sk_live_xxx
sk_test_...
whsec_your_secret
Bearer YOUR_TOKEN
Bearer <token>
Bearer token
Bearer your-token-here
Bearer xxx
Basic <base64>
Token your-token
some-random-string
any-string-works
a-long-random-string
generate-a-random-secret
my-api-key-123
youvncpassword
password123
Password123!
passw0rd-placeholder
`
