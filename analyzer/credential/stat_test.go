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

// TestRealisticSecrets holds the statistics, together with names, to the keys that
// services without a prefix of their own hand out. At most a few in a thousand may
// pass for something else.
func TestRealisticSecrets(t *testing.T) {
	const hex, digits, lower = "0123456789abcdef", "0123456789", "abcdefghijklmnopqrstuvwxyz"
	upper := strings.ToUpper(lower)
	all := digits + upper + lower
	dice := rand.New(rand.NewPCG(9, 9))
	r := func(alphabet string, n int) string { return randomString(dice, alphabet, n) }
	uuid := func() string {
		return r(hex, 8) + "-" + r(hex, 4) + "-4" + r(hex, 3) + "-a" + r(hex, 3) + "-" + r(hex, 12)
	}
	total, missed := 0, 0
	for range 40 {
		for _, c := range [][2]string{
			{"SERPER_API_KEY", r(hex, 40)}, {"EXA_API_KEY", uuid()}, {"ALPHAVANTAGE_API_KEY", r(digits+upper, 16)}, {"OPENWEATHER_API_KEY", r(hex, 32)},
			{"NEO4J_PASSWORD", r(all+"-_", 43)}, {"REDIS_PASSWORD", r(all, 12)}, {"UPSTASH_REDIS_REST_TOKEN", "A" + r(all, 55)}, {"MEILI_MASTER_KEY", r(all, 32)},
			{"OBSIDIAN_API_KEY", r(hex, 64)}, {"AMAP_MAPS_API_KEY", r(hex, 32)}, {"BAIDU_MAPS_API_KEY", r(all, 32)}, {"FEISHU_APP_SECRET", r(all, 32)},
			{"REDDIT_CLIENT_SECRET", r(all+"-_", 30)}, {"TWITTER_API_SECRET", r(all, 50)}, {"TWITTER_API_KEY", r(all, 25)}, {"COHERE_API_KEY", r(all, 40)},
			{"POLYGON_API_KEY", r(all+"_", 32)}, {"PRIVATE_KEY", "0x" + r(hex, 64)}, {"PRIVATE_KEY", r(hex, 64)}, {"WAKATIME_API_KEY", "waka_" + uuid()},
			{"DB_PASSWORD", r(all, 10)}, {"DB_PASSWORD", r(all+"!@#$%^&*", 14)}, {"PGPASSWORD", r(lower+digits, 8)}, {"API_KEY", r(lower+digits, 24)}, {"AUTH_TOKEN", r(hex, 24)},
			{"ZHIPU_API_KEY", r(hex, 32) + "." + r(all, 16)}, {"TOKEN", r(all+"+/", 43) + "="}, {"GITHUB_TOKEN", r(hex, 40)}, {"X-API-Key", r(all, 22)},
			{"LICENSE_KEY", r(upper+digits, 5) + "-" + r(upper+digits, 5) + "-" + r(upper+digits, 5) + "-" + r(upper+digits, 5)},
			{"url", "https://mcp.acme.dev/mcp?api_key=" + r(all, 20)}, {"url", "https://mcp.acme.dev/mcp?key=" + uuid()},
			{"uri", "postgres://app:" + r(all, 12) + "@db.acme.dev/y"}, {"uri", "postgres://app:" + r(lower, 6) + "@db.acme.dev/y"},
			{"Authorization", "Bearer " + r(all, 30)}, {"Authorization", r(hex, 32)}, {"Cookie", "sid=" + r(all, 40)},
		} {
			total++
			if Judge(c[0], c[1]).Class != Literal {
				missed++
				t.Logf("missed %s=%s", c[0], c[1])
			}
		}
	}
	if missed*200 > total {
		t.Errorf("%d of %d are not taken for secrets", missed, total)
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
sk-ant-api03-...
sk-ant-api03-xxxxx
YOUR-KEY
token_abc123
abcd1234
1234abcd
API_KEY_123
my_secret_api_key_value
secret123
dummy-token-for-testing
test_key_abc123
0xYourPrivateKey
0x...
0xabc123
sk_live_your_stripe_key_here
AKIAXXXXXXXXXXXXXXXX
eyJ...
eyJhbGciOi...
eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9...
eyJhbGciOiJIUzI1NiIs...
some-uuid-here
uuid
32-char-hex
[your_key]
YOUR_KEY_FROM_STEP_1
<<API_KEY>>
#{token}
-
n/a
N/A
TBA
?
...your key...
key-goes-here
PASTE_HERE
API_KEY_GOES_HERE
YOUR32CHARKEY
yourApiKey
YourSecretKey123
MY_KEY
sk-your-openai-key
sk-test-key
sk-fake-key-for-testing-purposes-only
sk-dummy1234567890
gsk_your_groq_key
xai-your-key
hf_xxx
hf_example
glpat-example-token-1234
ghp_abcdefghijklmnopqrstuvwxyz0123456789
ghp_aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789
github_pat_11AAAAAAA0
github_pat_11ABCDEFG0123456789_abcdefghijklmnopqrstuvwxyz
lin_api_1234567890abcdef
sk-or-v1-xxxxxxxx
AIzaSyD-EXAMPLE-KEY
AIzaSyDummyKeyForTesting
AIzaSyB1234567890abcdefghijklmnopqrstuv
xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx
xoxb-your-token
xoxp-123-456-789
SG.xxxxx
whsec_test_secret
api-key-12345
key123
token123
mytoken123
apikey123456
test-api-key-12345
demo_key_2024
prod-key-placeholder
sk-123
sk-1234
sk-12345678
sk-abc123
sk-abc123def456ghi789
sk-proj-abc123
sk-proj-abcdef123456
pk-abc123
ghp_abc123
ghp_abc123def456
ghp_123456
ghp_secret123
gh_token_here
pat_abc123
ntn_abc123
secret_abc123
fc-abc123
BSA_abc123
tvly-abc123
figd_abc123
lin_api_abc123
glpat-abc123
glpat-1234567890abcdefghij
hf_abc123
r8_abc123
npm_abc123
AKIA1234567890ABCDEF
AKIA0123456789ABCDEF
wJalrXUtnFEMI/K7MDENG
abcdefgh12345678
a1b2c3d4e5f6
1a2b3c4d5e6f
123abc456def
aaaaaaaabbbbbbbbccccccccdddddddd
12345678-1234-1234-1234-123456789012
12345678-1234-1234-1234-123456789abc
abcd1234-ab12-cd34-ef56-abcdef123456
aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee
f47ac10b-58cc-4372-a567-0e02b2c3d479
550e8400-e29b-41d4-a716-446655440000
123e4567-e89b-12d3-a456-426614174000
super-secret-key-change-in-production
change-this-in-production-12345
dev-secret-key-do-not-use
local-dev-token
local-development-only
insecure-dev-key
not-used
unused
ollama
lm-studio
sk-no-key-required
EMPTY
none-required
anything
any
fake
foo
admin
root
password1
letmein123
P@ssw0rd
MyPassword
MyP@ssw0rd
Passw0rd!
your_Passw0rd
contraseña123
motdepasse123
ma_cle_secrete
mi-clave-secreta
minha-chave-secreta
mein-geheimer-schluessel
换成你的key
sk-替换
请输入
key_here_你的
ВАШ_ТОКЕН
din-api-nyckel
sizin-api-anahtariniz
api_anahtari
twoj-klucz-api
tua_chiave_api
jouw_api_key
din_nøgle
api-key-của-bạn
अपनी-कुंजी
_your_key_
"your key"
'YOUR_KEY'
{YOUR_KEY}
{{YOUR_KEY}}
$YOUR_KEY
%YOUR_KEY%
[[KEY]]
@@KEY@@
__KEY__
***
*****
####
----
xxxx-xxxx-xxxx
XXXX-XXXX-XXXX-XXXX
XXXXXXXX
xoxb-XXXXXXXXXXXX-XXXXXXXXXXXXX-XXXXXXXXXXXXXXXXXXXXXXXX
`
