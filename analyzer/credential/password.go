package credential

import "strings"

// judgePassword judges the password of an account in a URL or connection string.
// There a short or plain word is a password too, unless it is the word templates
// use. weak tells that product or tutorials give it to this account.
func judgePassword(user, password, host string) (class Class, weak bool) {
	password = unescape(strings.Trim(password, `"'`))
	lower, account := strings.ToLower(password), strings.ToLower(user)
	switch {
	case password == "":
		return Empty, false
	case defaultPair(account, lower):
		return Literal, true
	case bracketed(password) || marked(password):
		return Placeholder, false
	case hashed(password):
		return Plain, false
	case len(password) == 1: // u:p@host
		return Placeholder, false
	case templateWord(lower):
		if defaultAccount(account) {
			return Literal, true
		}
		return Placeholder, false
	case placeholderHost(host) && Harmless(password):
		return Placeholder, false
	}
	return Literal, false
}

// templateWord recognizes what templates write where a password goes.
func templateWord(lower string) bool {
	s := strings.Trim(lower, "_-*.<>{}[]()!")
	return s == "" || strings.Contains(s, "password") || strings.Contains(s, "passwort") || has("password pass passwd pwd pw secret passwort contraseña contrasena senha mdp clave mypassword mypass "+
		"mypwd dbpassword dbpass db_password db_pass userpass userpassword user_password my_password my_pass my-password pass_word pword token key apikey "+
		"xxx xxxx changeme change_me changeit todo redacted hidden placeholder yourpassword your_password your-password", s)
}

// chosen recognizes a password that a person made up: words, put together so that
// a password policy is content. Of digits, capitals beside small letters, and
// punctuation that joins no words, each is a sign; words about the value itself
// are signs of the contrary. doubtful tells that little speaks for it.
func chosen(s string) (yes, doubtful bool) {
	if len(s) < 8 || len(s) > 64 || strings.ContainsAny(s, " \t\n") || selfDescribed(s) || harmless(s) {
		return false, false
	}
	known, others := countKnown(s)
	for w := range segments(s) {
		if allDigits(w) && len(w) <= 4 {
			known-- // a year or a house number says nothing about the value
		}
	}
	digits, lower, upper := classes(s)
	if lower+upper < 4 || others < known {
		return false, false
	}
	signs := 0
	if digits > 0 {
		signs++
	}
	if upper > 0 && lower > 0 {
		signs++
	}
	if strings.ContainsAny(s, "!@#$%^&*+?~;=|\\") {
		signs++
	}
	if digitsInside(s) {
		signs++
	}
	return signs > 1 || signs == 1 && digits > 0 && known == 0, (signs == 1 || known > 0) && phrase(s)
}

// digitsInside reports whether digits stand between letters of one word, as when
// somebody writes 0 for o.
func digitsInside(s string) bool {
	for w := range segments(s) {
		if inner := strings.Trim(w, "0123456789"); strings.ContainsAny(inner, "0123456789") {
			return true
		}
	}
	return false
}

// hashed recognizes what is kept in place of a password to check it: bcrypt,
// argon2, scrypt, PBKDF2, crypt(3) and LDAP's schemes.
func hashed(s string) bool {
	for _, prefix := range [...]string{"$2a$", "$2b$", "$2x$", "$2y$", "$argon2", "$scrypt$", "$7$", "$y$", "$gy$", "$1$", "$5$", "$6$", "$apr1$", "$pbkdf2", "$P$",
		"pbkdf2_", "pbkdf2:", "scrypt:", "argon2$", "bcrypt$", "bcrypt_sha256$", "{SSHA", "{CRYPT}", "{SHA", "{PBKDF2", "{ARGON2", "{BCRYPT}", "SCRAM-SHA-"} {
		if strings.HasPrefix(s, prefix) && len(s) >= len(prefix)+20 && !strings.ContainsAny(s, " \t\n") {
			return true
		}
	}
	return false
}

// marked recognizes a placeholder by a word that marks one.
func marked(s string) bool {
	lower := strings.ToLower(s)
	if foreign(s) && strings.ContainsAny(lower, "你您密请") || strings.Contains(lower, "xxx") || strings.Contains(s, "...") ||
		strings.Contains(s, "***") || strings.Trim(s, "x*•.#?0") == "" || strings.HasPrefix(lower, "your") {
		return true
	}
	for _, w := range longMarkers {
		if strings.Contains(lower, w) && !strings.HasPrefix(w, "passw") {
			return true
		}
	}
	for w := range segments(s) {
		if len(w) >= 3 && strongMarker(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// IsCommonPassword reports whether a password is one that products and templates
// are full of. To hide such a word wherever it stands would hide plain language.
func IsCommonPassword(password string) bool {
	lower := strings.ToLower(password)
	return defaultAccount(lower) || defaultPair("root", lower) || templateWord(lower)
}

// placeholderHost recognizes hosts that stand for another: host, example.com.
func placeholderHost(host string) bool {
	h := strings.ToLower(host)
	return has("host hostname server servername dbhost db_host myhost endpoint address hote", h) || strings.ContainsAny(h, "<>{}[]") ||
		strings.Contains(h, "your") || h == "example" || strings.HasPrefix(h, "example.") || strings.Contains(h, ".example.") || strings.HasSuffix(h, ".example")
}

// defaultAccounts are accounts that products create or tutorials use for real.
const defaultAccounts = "postgres root admin administrator sa neo4j elastic guest rabbitmq rabbit minioadmin minio mongo mongodb mysql mariadb " +
	"redis default cassandra couchdb system sys oracle ftp ldap influx grafana kibana postgresql supabase airflow hive superset clickhouse odoo " +
	"keycloak sonar gitea nexus tomcat zabbix pi ubuntu vagrant"

func defaultAccount(user string) bool { return has(defaultAccounts, user) }

// defaultPair reports whether account and password belong to a fresh install.
func defaultPair(account, password string) bool {
	if account != "" && account == password {
		return !has("user username youruser myuser dbuser name login", account)
	}
	if account != "" && defaultAccount(account) {
		return has("password pass passw0rd changeme admin root toor postgres secret test guest changeit manager oracle 123456 12345 1234 12345678 "+
			"minioadmin neo4j elastic mysql mongo", password)
	}
	return account == "scott" && password == "tiger" || account == "test" && has("test123 password 1234 123456", password)
}

// unescape decodes percent escapes; what is not one stays.
func unescape(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && hexByte(s[i+1]) >= 0 && hexByte(s[i+2]) >= 0 {
			b.WriteByte(byte(hexByte(s[i+1])<<4 | hexByte(s[i+2])))
			i += 2
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func hexByte(c byte) int { return strings.IndexByte("0123456789abcdef", c|0x20) }

// databaseScheme reports whether a scheme belongs to a database or broker.
func databaseScheme(scheme string) bool {
	if i := strings.IndexByte(scheme, '+'); i >= 0 {
		scheme = scheme[:i]
	}
	return has("postgres postgresql postgis cockroachdb redshift mysql mariadb mongodb redis rediss valkey amqp amqps mssql sqlserver oracle "+
		"clickhouse clickhousedb neo4j neo4js bolt bolts cassandra scylla couchdb couchbase couchbases elasticsearch elastic es opensearch kafka nats tls "+
		"mqtt mqtts stomp ldap ldaps smtp smtps imap imaps ftp ftps sftp influxdb db2 snowflake databricks trino presto hive vertica firebird sqlite libsql "+
		"timescaledb memcached arangodb dgraph surrealdb tidb singlestore questdb pulsar rabbitmq jdbc odbc teradata netezza sybase", scheme)
}
