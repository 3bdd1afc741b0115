package poisoning

import (
	"strings"
	"testing"
)

// Every file of sayings is sound, and no word can be found too late or never.
func TestSayingFiles(t *testing.T) {
	for lang := range languages {
		text, err := sayingFiles.ReadFile("sayings/" + languageFiles[lang] + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		book, err := parseSayings(lang, string(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, list := range book.sayings {
			for _, said := range list {
				for i, step := range said.steps {
					for _, w := range step.words {
						if w != strings.ToLower(w) {
							t.Errorf("%s: %q is sought in small letters", languageFiles[lang], w)
						}
						stem, isStem := strings.CutSuffix(w, "*")
						if isStem && (lang.unspaced() || i == 0 && firstRunes(stem) == "") || stem[0] == '*' && (i == 0 || !isStem) {
							t.Errorf("%s: %q is no beginning that is found", languageFiles[lang], w)
						}
					}
				}
			}
		}
	}
}

func TestParseSayings(t *testing.T) {
	for _, bad := range []string{
		"no-such-rule, conceals 50: hides\n",
		"conceal-from-user, conceals much: hides\n",
		"conceal-from-user, hushes 50: hides\n",
		"conceal-from-user, conceals 50, loud: hides\n",
		"conceal-from-user, conceals 50\n",
		"conceal-from-user, conceals 50: hides\n  hide ..x it\n",
		"conceal-from-user, conceals 50: hides\n  hide <it>\n",
		"conceal-from-user, conceals 50: hides\n  hide //it\n",
	} {
		if _, err := parseSayings(english, bad); err == nil {
			t.Errorf("%q is read without a complaint", bad)
		}
	}
	book, err := parseSayings(english, "who = user/users\nconceal-from-user, conceals 50, denied, job secret: hides\n  hide*/keep ..3 <who>/person now\n")
	if err != nil {
		t.Fatal(err)
	}
	said := book.sayings["kee"][0]
	if said != book.sayings["hid"][0] || said.rule != concealFromUser || said.signal != conceals || said.weight != 50 || !said.denied || said.blunt || said.job != secret {
		t.Errorf("the saying is read as %+v", said)
	}
	if len(said.steps) != 3 || said.steps[1].gap != 3 || strings.Join(said.steps[1].words, " ") != "user users person" || said.steps[2].gap != 0 {
		t.Errorf("the steps are read as %+v", said.steps)
	}
}
