package credential

import (
	"fmt"
	"strings"
	"testing"
)

// made returns a string that looks generated and is the same on every run.
func made(n int) string { return strings.Repeat("kR7vQ2mZx9TfW4bLs8HyN3dPjC6gUaE5", 1+n/32)[:n] }

// TestJudge quotes the secret parts of values in angle quotes.
func TestJudge(t *testing.T) {
	k := made(24)
	for _, c := range []struct{ name, value, want string }{
		// by name
		{"ACME_API_KEY", k, "literal «" + k + "»"},
		{"acmeApiKey", k, "literal «" + k + "»"},
		{"--api-key", k, "literal «" + k + "»"},
		{"X-Acme-Token", k, "literal «" + k + "»"},
		{"ACME_CLIENT_SECRET", "16918fcd-f56f-4f9c-82c1-ae2186d22e22", "literal «16918fcd-f56f-4f9c-82c1-ae2186d22e22»"},
		{"WORKSPACE", "16918fcd-f56f-4f9c-82c1-ae2186d22e22", "plain"},
		{"COMMIT", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "plain"},
		{"ACME_TOKEN", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "literal «9f86d081884c7d659a2feaa0c55ad015a3bf4f1b»"},
		{"DB_PASSWORD", "vK7q2mZx", "literal «vK7q2mZx»"},
		{"SMTP_PASS", "Tr0ub4dor&3", "literal «Tr0ub4dor&3»"},
		{"CONTRASENA", "vK7q2mZx", "literal «vK7q2mZx»"},
		{"MAX_TOKENS", "4096", "plain"},
		{"TOKEN_LIMIT", "100000", "plain"},
		{"CACHE_KEY", "sessions-v2", "plain"},
		{"", "powershell -c \"$env:ACME_API_KEY='" + k + "'; acme-mcp\"", "literal «" + k + "»"},
		{"", "cmd /c set ACME_API_KEY=" + k + "&& acme-mcp", "literal «" + k + "»"},
		{"", "curl -H 'X-Api-Key: " + k + "' https://mcp.acme.dev", "literal «" + k + "»"},
		{"", "ACME_API_KEY=" + k + ";ACME_REGION=eu", "literal «" + k + "»"},
		{"", "postgres --dsn=postgres://app:vK7q2mZx@db/x --token=" + k, "literal «vK7q2mZx» «" + k + "»"},
		{"SESSION_STRING", made(60), "literal «" + made(60) + "»"},
		{"signature", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "plain"},
		{"CACHE_KEY", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "plain"},
		{"PRIVATE_KEY_PATH", "/home/dev/.ssh/id_ed25519", "plain"},
		{"PRIVATE_KEY", "/home/dev/.ssh/id_ed25519", "plain"},
		{"API_KEY_FILE", "/run/secrets/api", "plain"},
		{"env_keys", "ACME_MCP_XOXC_TOKEN", "plain"},
		{"bearer_token_env_var", "ACME_TOKEN", "plain"},
		{"AUTH", "none", "plain"},
		{"AUTH_TOKEN", "true", "plain"},
		{"CLIENT_ID", "8f14e45fceea167a5a36dedd4bea2543", "public"},
		{"STRIPE_PUBLISHABLE_KEY", "pk_live_" + made(24), "public"},
		{"MODEL", "claude-3-5-sonnet-20241022", "plain"},
		{"ROLE", "arn:aws:iam::123456789012:role/agent", "plain"},
		{"SECRET_NAME", "prod/db/reader", "plain"},
		{"API_KEY", "", "empty"},
		{"API_KEY", "  ", "empty"},

		{"GMAIL_APP_PASSWORD", "qzjw kxtv mbhd rfpn", "literal «qzjw kxtv mbhd rfpn»"},
		{"WALLET_MNEMONIC", "orbit velvet canyon ripple sugar anchor puzzle meadow lantern copper drift willow", "literal «orbit velvet canyon ripple sugar anchor puzzle meadow lantern copper drift willow»"},
		{"WALLET_MNEMONIC", "your twelve words go here each with one space between them and that", "placeholder"},
		{"WALLET_MNEMONIC", "test test test test test test test test test test test junk", "placeholder"},
		{"TELEGRAM_API_HASH", "4a98e136bb80a04230beaed8ff17569b", "literal «4a98e136bb80a04230beaed8ff17569b»"},
		{"BAIDU_MAP_KEY", "kR7vQ2mZx9TfW4bLs8HyN3dPjC6gUaE5", "literal «kR7vQ2mZx9TfW4bLs8HyN3dPjC6gUaE5»"},
		{"AWS_SECRET_ACCESS_KEY", made(39) + "/", "literal «" + made(39) + "/»"},
		{"TWITTER_BEARER_TOKEN", "AAAAAAAAAAAAAAAAAAAAA" + made(70), "literal «AAAAAAAAAAAAAAAAAAAAA" + made(70) + "»"},
		{"--config", `{"acmeApiKey":"` + k + `"}`, "literal «" + k + "»"},
		{"--config", `"{\"acmeApiKey\":\"` + k + `\"}"`, "literal «" + k + "»"},
		{"OPENAPI_MCP_HEADERS", `{"Authorization": "Bearer ` + k + `", "Acme-Version": "2022-06-28"}`, "literal «" + k + "»"},
		{"COOKIE", "theme=dark; web_session=" + k + "; lang=en", "literal «" + k + "»"},
		{"ACME_APPKEY", k, "literal «" + k + "»"},
		{"ACME_APP_SECRET", k, "literal «" + k + "»"},
		{"url", "https://qyapi.example.cn/cgi-bin/webhook/send?key=16918fcd-f56f-4f9c-82c1-ae2186d22e22", "literal «16918fcd-f56f-4f9c-82c1-ae2186d22e22»"},
		{"url", "https://server.example.ai/@acme/x/mcp?config=eyJhcGlLZXkiOiJrUjd2UTJtWng5VGZXNGJMczhIeU4zZFAifQ==&profile=mine", "literal «eyJhcGlLZXkiOiJrUjd2UTJtWng5VGZXNGJMczhIeU4zZFAifQ==»"},

		// references
		{"API_KEY", "${API_KEY}", "reference"},
		{"API_KEY", "${env:API_KEY}", "reference"},
		{"API_KEY", "${input:api-key}", "reference"},
		{"API_KEY", "{env:API_KEY}", "reference"},
		{"API_KEY", "{file:~/.secrets/api}", "reference"},
		{"API_KEY", "$API_KEY", "reference"},
		{"API_KEY", "%API_KEY%", "reference"},
		{"API_KEY", "$env:API_KEY", "reference"},
		{"API_KEY", "{{api_key}}", "reference"},
		{"API_KEY", "${{ secrets.API_KEY }}", "reference"},
		{"API_KEY", "$(pass show api)", "reference"},
		{"API_KEY", "`security find-generic-password -w -s api`", "reference"},
		{"API_KEY", "op://vault/item/field", "reference"},
		{"API_KEY", "se://api", "reference"},
		{"API_KEY", "{api_key}", "reference"},
		{"API_KEY", "process.env.API_KEY", "reference"},
		{"API_KEY", "ENC[AES256_GCM,data:Zm9v,iv:YmFy,tag:YmF6,type:str]", "reference"},
		{"API_KEY", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:api-AbCdEf", "reference"},
		{"Authorization", "Bearer ${TOKEN}", "reference"},
		{"Authorization", "Bearer {env:TOKEN}", "reference"},
		{"API_KEY", "${API_KEY:-}", "reference"},
		{"API_KEY", "${API_KEY:-your-key}", "reference"},
		{"API_KEY", "${API_KEY:?set it first}", "reference"},

		// literals inside reference syntax
		{"API_KEY", "${API_KEY:-" + k + "}", "literal «" + k + "»"},
		{"API_KEY", "${env:API_KEY:-" + k + "}", "literal «" + k + "»"},
		{"SB", "${sbp_" + strings.Repeat("0f9e8d7c6b", 4) + "}", "reference"},
		{"SB", "${sbp_4a98e136bb80a04230beaed8ff17569b" + "f6942b34}", "literal «sbp_4a98e136bb80a04230beaed8ff17569bf6942b34»"},
		{"API_KEY", "${4a98e136bb80a04230beaed8ff17569b}", "literal «4a98e136bb80a04230beaed8ff17569b»"},

		{"API_KEY", "${API_KEY:-sbp_4a98e136bb80a04230beaed8ff17569b" + "f6942b34}", "literal «sbp_4a98e136bb80a04230beaed8ff17569bf6942b34»"},

		// authorization schemes
		{"Authorization", "Bearer " + k, "literal «" + k + "»"},
		{"Authorization", "bearer " + k, "literal «" + k + "»"},
		{"Authorization", "Basic YWdlbnQ6dks3cTJtWng=", "literal «YWdlbnQ6dks3cTJtWng=»"},
		{"Authorization", "Basic dXNlcjpwYXNzd29yZA==", "placeholder"},
		{"Cookie", "session=" + k, "literal «" + k + "»"},
		{"", "Authorization: Bearer " + k, "literal «" + k + "»"},
		{"", "Bearer " + k, "literal «" + k + "»"},

		// words of a command line
		{"", "--api-key=" + k, "literal «" + k + "»"},
		{"", "API_KEY=" + k, "literal «" + k + "»"},
		{"", `API_KEY="` + k + `"`, "literal «" + k + "»"},
		{"", `API_KEY=\"` + k + `\"`, "literal «" + k + "»"},
		{"", "API_KEY=" + k + " node server.js", "literal «" + k + "»"},
		{"", "export API_KEY='" + k + "' && npx server", "literal «" + k + "»"},
		{"", "npx server --token " + k + " --verbose", "literal «" + k + "»"},
		{"", `{"apiKey": "` + k + `", "mode": "fast"}`, "literal «" + k + "»"},
		{"", "--max-tokens=4096", "plain"},
		{"", "TOKEN=${TOKEN}", "reference"},

		// URLs
		{"url", "https://mcp.example.org/mcp?api_key=" + k, "literal «" + k + "»"},
		{"url", "https://mcp.example.org/mcp?tavilyApiKey=" + k + "&x=1", "literal «" + k + "»"},
		{"url", "https://mcp.example.org/mcp?key=" + k + "#top", "literal «" + k + "»"},
		{"url", "https://mcp.example.org/mcp#access_token=" + k, "literal «" + k + "»"},
		{"url", "https://mcp.example.org/mcp?apiKey=${API_KEY}", "reference"},
		{"url", "https://mcp.example.org/mcp?apiKey=YOUR_KEY", "placeholder"},
		{"url", "https://mcp.example.org/mcp?project_ref=abcdefghijklmnopqrst&read_only=true", "plain"},
		{"url", "https://agent:vK7q2mZx@mcp.example.org/mcp", "literal «vK7q2mZx»"},
		{"url", "https://user:password@mcp.example.org/mcp", "placeholder"},
		{"url", "https://mcp.example.org/mcp", "plain"},
		{"url", "https://mcp.example.org/s/" + made(30) + "/mcp", "literal «" + made(30) + "»"},
		{"url", "https://mcp.example.org/5e0c7b3a-94d1-4b6f-a8e2-7d19c4f3b086/mcp", "plain"},
		{"url", "https://mcp.example.org/servers/getting-started-with-version-2-of-Acme/mcp", "plain"},
		{"docs", "https://docs.example.org/d/" + made(30) + "/edit", "plain"},
		{"SENTRY_DSN", "https://4a98e136bb80a04230beaed8ff17569b@o1.ingest.sentry.io/2", "plain"},

		// connection strings
		{"DATABASE_URL", "postgres://agent:vK7q2mZx@db:5432/x", "literal «vK7q2mZx»"},
		{"DATABASE_URL", "postgres://agent:wnbjc@db/x", "literal «wnbjc»"},
		{"DATABASE_URL", "postgres://agent:vK/7q@2mZx@db:5432/x", "literal «vK/7q@2mZx»"},
		{"DATABASE_URL", "postgres://agent:v%4B7q@db/x", "literal «v%4B7q»"},
		{"DATABASE_URL", "postgres://agent@db/x", "plain"},
		{"DATABASE_URL", "postgres://user:password@localhost/db", "placeholder"},
		{"DATABASE_URL", "postgres://username:password@host:5432/database", "placeholder"},
		{"DATABASE_URL", "postgres://user:pass@host/db", "placeholder"},
		{"DATABASE_URL", "postgres://user:<password>@host/db", "placeholder"},
		{"DATABASE_URL", "postgres://agent:${PW}@db/x", "reference"},
		{"DATABASE_URL", "postgres://agent:YOUR_PASSWORD@db/x", "placeholder"},
		{"DATABASE_URL", "postgres://agent:[YOUR-PASSWORD]@db/x", "placeholder"},
		{"DATABASE_URL", "postgres://agent:EXAMPLE_PASS@db.acme.io/x", "placeholder"},
		{"DATABASE_URL", "postgres://postgres:postgres@localhost/x", "literal weak «postgres»"},
		{"DATABASE_URL", "postgres://postgres:mysecretpassword@localhost/x", "literal weak «mysecretpassword»"},
		{"DATABASE_URL", "postgres://postgres:your_password@localhost/x", "placeholder"},
		{"DATABASE_URL", "postgres://admin:admin123@db/x", "literal «admin123»"},
		{"DATABASE_URL", "postgres://app:dev@db/x", "literal «dev»"},
		{"DATABASE_URL", "mysql://root:root@db/x", "literal weak «root»"},
		{"DATABASE_URL", "mysql://root:password@db/x", "literal weak «password»"},
		{"DSN", "agent:vK7q2mZx@tcp(db:3306)/x", "literal «vK7q2mZx»"},
		{"DSN", "user:pass@tcp(host)/db", "placeholder"},
		{"URI", "mongodb+srv://agent:vK7q2mZx@c.example.mongodb.net/x", "literal «vK7q2mZx»"},
		{"URI", "mongodb://agent:vK7q2mZx@h1:27017,h2:27017/x?replicaSet=r", "literal «vK7q2mZx»"},
		{"URI", "redis://:vK7q2mZx@cache:6379/0", "literal «vK7q2mZx»"},
		{"URI", "rediss://default:vK7q2mZx@cache.example.org:6380", "literal «vK7q2mZx»"},
		{"URI", "amqp://agent:vK7q2mZx@mq:5672/%2f", "literal «vK7q2mZx»"},
		{"URI", "amqps://guest:guest@mq/", "literal weak «guest»"},
		{"URI", "mssql://sa:vK7q2mZx@db:1433/x", "literal «vK7q2mZx»"},
		{"URI", "sqlserver://sa:vK7q2mZx@db:1433?database=x", "literal «vK7q2mZx»"},
		{"URI", "Server=db.shop.internal,1433;Database=x;User Id=agent;Password=vK7q2mZx;", "literal «vK7q2mZx»"},
		{"URI", "Data Source=db;Initial Catalog=x;uid=agent;pwd=vK7q2mZx", "literal «vK7q2mZx»"},
		{"URI", "Driver={ODBC Driver 18};Server=db;Database=x;UID=agent;PWD={vK7;q2mZx}", "literal «vK7;q2mZx»"},
		{"URI", "Server=localhost;Database=x;Trusted_Connection=true;TrustServerCertificate=true", "plain"},
		{"URI", "host=db port=5432 user=agent password=vK7q2mZx dbname=x", "literal «vK7q2mZx»"},
		{"URI", "host=db user=agent password='vK7 q2mZx' dbname=x", "literal «vK7 q2mZx»"},
		{"URI", "jdbc:postgresql://db/x?user=agent&password=vK7q2mZx", "literal «vK7q2mZx»"},
		{"URI", "jdbc:sqlserver://db:1433;databaseName=x;user=agent;password=vK7q2mZx;encrypt=true", "literal «vK7q2mZx»"},
		{"URI", "jdbc:oracle:thin:agent/vK7q2mZx@//db:1521/x", "literal «vK7q2mZx»"},
		{"URI", "clickhouse://agent:vK7q2mZx@ch:9000/x", "literal «vK7q2mZx»"},
		{"URI", "neo4j+s://neo4j:vK7q2mZx@db.example.org", "literal «vK7q2mZx»"},
		{"URI", "bolt://neo4j:neo4j@localhost:7687", "literal weak «neo4j»"},
		{"URI", "couchdb://admin:vK7q2mZx@db:5984", "literal «vK7q2mZx»"},
		{"URI", "nats://agent:vK7q2mZx@mq:4222", "literal «vK7q2mZx»"},
		{"URI", "mqtts://agent:vK7q2mZx@mq:8883", "literal «vK7q2mZx»"},
		{"URI", "ldap://cn=agent:vK7q2mZx@dir:389", "literal «vK7q2mZx»"},
		{"URI", "smtp://agent:vK7q2mZx@mail:587", "literal «vK7q2mZx»"},
		{"URI", "ftp://agent:vK7q2mZx@files/in", "literal «vK7q2mZx»"},
		{"URI", "elasticsearch://elastic:changeme@es:9200", "literal weak «changeme»"},
		{"url", "https://api.openweathermap.org/data?appid=4a98e136bb80a04230beaed8ff17569b", "literal «4a98e136bb80a04230beaed8ff17569b»"},
		{"url", "https://api.acme.dev/data?appid=4a98e136bb80a04230beaed8ff17569b", "plain"},
		{"URI", "postgresql://owner:npg_" + made(14) + "@ep-a.eu.aws.neon.tech/x", "literal «npg_" + made(14) + "»"},
		{"JAAS", `org.apache.kafka.common.security.plain.PlainLoginModule required username="agent" password="vK7q2mZx";`, "literal «vK7q2mZx»"},
		{"AZ", "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=" + made(86) + "==;EndpointSuffix=core.windows.net", "literal «" + made(86) + "==»"},
		{"AZ", "Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=" + made(43) + "=", "literal «" + made(43) + "=»"},
	} {
		v := Judge(c.name, c.value)
		got := v.Class.String()
		for _, s := range v.Secrets {
			if s.Weak {
				got += " weak"
			}
			got += fmt.Sprintf(" «%s»", c.value[s.Start:s.End])
		}
		if got != c.want {
			t.Errorf("%s = %s\n got %s\nwant %s", c.name, c.value, got, c.want)
		}
	}
}
