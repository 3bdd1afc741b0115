package credential

import (
	"strings"
	"testing"
)

// TestChosenPasswords holds passwords that people make up against what they write
// where one belongs.
func TestChosenPasswords(t *testing.T) {
	for _, value := range strings.Fields(`Harbour!Lantern_47 Igel-Teekanne9 tinfoil.Magpie31 Wh1stle-Fen-Moor cobalt77zebra Kaffee&Zimt3 Pumpkin_Sled=8
		brouillard-Canard4 zapato.Verde88 Kanarek_Zupa12 Sm0ked-Paprika Otter+Drum+Fog M4rm0t-crossing Lokomotiv_7Sneg quiet!Ferry2031`) {
		if got := Judge("APP_PASSWORD", value).Class; got != Literal {
			t.Errorf("the password %s is %s", value, got)
		}
	}
	for _, value := range strings.Fields(`your-password-here Change-Me-Please1 my-secret-password My-Strong-Pass1! example Example!Pass1 Dummy_Value_42 Insert-Value-Here
		EnterYourPass! correct-horse-battery-staple Test_User_42 Super-Secure-Pass! Wpisz-Haslo-Tutaj! Vloz-Heslo-1 Hier-Kennwort-Eintragen1 zmien-to-haslo
		Masukkan-Sandi-Anda1 wachtwoord-invullen ange-ditt-losenord salasana-tahan sifrenizi-buraya-girin <Strong-Pass1!> ${DB_PASS} op://Infra/db/pass
		/run/secrets/Db_Pass1 https://vault.acme.dev/Db1! ops@acme.dev none REPLACE_ME_9 mot-de-passe-ici trustNo...1 Kata-Sandi-1 dein-passwort-1`) {
		if got := Judge("APP_PASSWORD", value).Class; got == Literal {
			t.Errorf("%s is a literal password", value)
		}
	}
}

// TestDoubtful says which passwords may be words about the value.
func TestDoubtful(t *testing.T) {
	for value, want := range map[string]bool{"kettle-lagoon-7": true, "Kettle-Lagoon7": false, "Test-Heron-Reed7": true, "k7q2mZx9T": false, "kettle-7lagoon-x2y": false} {
		v := Judge("APP_PASSWORD", value)
		if len(v.Secrets) != 1 || v.Secrets[0].Doubtful != want {
			t.Errorf("%s: got %+v, want one secret with Doubtful %v", value, v.Secrets, want)
		}
	}
}

// TestForeignPhrases fills templates in many languages, some without their accents.
func TestForeignPhrases(t *testing.T) {
	for _, value := range []string{
		"isi_kunci_api_di_sini", "masukkan-token-milikmu", "liitä_rajapinta_avaimesi", "kirjoita-avain-tahan", "doplnte_svuj_api_klic", "sem_patří_token",
		"tu_wklej_swoj_klucz_api", "wpisz-klucz-dostepu", "api_anahtarini_buraya_yaz", "gizli-anahtarınız", "plak_je_sleutel_hier", "voer-jouw-token-in",
		"klistra_in_din_nyckel", "din-api-nyckel-har", "indsaet_din_noegle_her", "din-nøgle-her", "sett_inn_nokkelen_din", "lim-inn-tokenet-ditt",
		"dan_khoa_api_cua_ban", "nhập-mã-thông-báo", "vstav_svii_kliuch", "вставте_свій_ключ", "ide_masold_a_kulcsodat", "a_te_api_kulcsod",
		"pune_cheia_ta_aici", "cheia-ta-secretă", "βάλε_το_κλειδί_σου", "ใส่คีย์ของคุณ", "ضع_مفتاحك_هنا", "अपनी_कुंजी_डालें", "הכנס_את_המפתח", "masukkantokenmudisini", "VlozteSvujApiKlic",
	} {
		if got := Judge("ACME_API_KEY", value).Class; got == Literal || !IsPlaceholder(value) {
			t.Errorf("%s is %s, placeholder %v", value, got, IsPlaceholder(value))
		}
	}
	for _, value := range []string{"kqwmzvnrtbxjhdplsyfc", "QwXzRtPlKmVbNhGfDsTy", "xkcd-qwrt-plmn-zvbh", "aKdTrWmPzQvLxNbYcHgJ", "hWqZ-rTkP-xVbN-mLsD"} {
		if IsPlaceholder(value) {
			t.Errorf("%s is taken for words", value)
		}
	}
}

func TestHashesAreNoPasswords(t *testing.T) {
	for _, value := range []string{
		"$2b$12$" + made(22) + made(31), "$2y$10$" + made(53), "$argon2id$v=19$m=65536,t=3,p=4$" + made(22) + "$" + made(43), "$6$" + made(16) + "$" + made(86),
		"scrypt:32768:8:1$" + made(16) + "$" + made(64), "pbkdf2_sha256$600000$" + made(22) + "$" + made(43) + "=", "{SSHA}" + made(31) + "=",
	} {
		if got := Judge("ADMIN_PASSWORD", value).Class; got == Literal {
			t.Errorf("the hash %s is a literal password", value)
		}
		if len(new(Memory).Sensitive("ADMIN_PASSWORD", value, Setting)) == 0 {
			t.Errorf("the hash %s is shown", value)
		}
	}
	for _, value := range []string{"$2b$Kestrel9", "$6$Heron!Moss"} {
		if got := Judge("ADMIN_PASSWORD", value).Class; got != Literal {
			t.Errorf("%s is %s", value, got)
		}
	}
}

func TestDescribes(t *testing.T) {
	for sentence, want := range map[string]NameClass{
		"Acme API key": NameSecret, "Enter the access token of your Acme account": NameSecret, "Password for the reporting database": NamePassword,
		"Your Acme client secret, from the console": NameSecret, "Passphrase": NamePassword, "The token limit": NameOther, "Maximum number of tokens": NameOther,
		"Project key": NameOther, "Name of the secret": NameOther, "Where the password file lies": NameOther, "Region": NameOther, "Key of the Jira board": NameOther,
		"Acme client id": NameOther, "Publishable API key": NameOther,
	} {
		if got := Describes(sentence); got != want {
			t.Errorf("%q asks for %d, want %d", sentence, got, want)
		}
	}
}

func TestShortPassword(t *testing.T) {
	for line, want := range map[string]bool{
		"-u reader -p Heron_31reed": true, "--user reader -p Heron_31reed": true, "-u reader -p 5432": false, "-u node -p 8080:80": false,
		"-u reader -p 127.0.0.1:80:80": false, "-p Heron_31reed": false, "-h db -p Heron_31reed": false, "-u reader --port Heron_31reed": false, "-u reader -p -v": false,
	} {
		w := strings.Fields(line)
		if got := ShortPassword(w[:len(w)-1], w[len(w)-1]); got != want {
			t.Errorf("%s: %v, want %v", line, got, want)
		}
	}
}

func TestReferenceSecret(t *testing.T) {
	for value, want := range map[string]bool{
		"${PWD}": false, "$(pwd)": false, "`pwd`": false, "$PWD": false, "%PWD%": false, "${DB_PWD}": true, "${ACME_TOKEN}": true, "${HOME}": false, "${REGION}": false,
	} {
		refs := References(value)
		if len(refs) != 1 || refs[0].Secret() != want {
			t.Errorf("%s: %+v, want one reference with Secret %v", value, refs, want)
		}
	}
}
