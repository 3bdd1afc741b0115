package credential

import (
	"strings"
	"testing"
)

func TestClassifyName(t *testing.T) {
	for class, names := range map[NameClass]string{
		NameSecret: `API_KEY apiKey api-key x-api-key --api-key OPENAI_API_KEY OPENAI_KEY GITHUB_PAT GH_TOKEN githubToken TOKEN token2 APIKEY1 API_KEY_2
			API_KEY_PROD API_KEY_GITHUB access_token ACCESS_TOKEN_SECRET CLIENT_SECRET clientSecret oauth.clientSecret SECRET SECRET_KEY SECRET_KEY_BASE
			AWS_SECRET_ACCESS_KEY MASTER_KEY ENCRYPTION_KEY PRIVATE_KEY privateKey LICENSE_KEY BEARER_TOKEN bearer_token Authorization Proxy-Authorization
			Cookie SESSION_ID AUTH_TOKEN APPSECRET appKey CONSUMER_KEY KEY TELEGRAM_API_HASH CLE_API CLAVE CHAVE jeton 密钥 API_TOKEN_VALUE payment_context_token
			GOOGLE_APPLICATION_CREDENTIALS ADMIN_API_KEY SERVICE_ROLE_KEY WALLET_MNEMONIC APIToken OAuthToken`,
		NamePassword: `PASSWORD DB_PASSWORD dbPassword PGPASSWORD MYSQL_PWD REDIS_PASS passphrase MOT_DE_PASSE_MDP SENHA contraseña Passwort PASSWORD_DB
			ROOT_PASSWORD passcode`,
		NamePublic: `CLIENT_ID clientId AWS_ACCESS_KEY_ID PUBLIC_KEY STRIPE_PUBLISHABLE_KEY SUPABASE_ANON_KEY PROJECT_ID USER_ID KEY_ID`,
		NameOther: `MAX_TOKENS maxTokens TOKEN_LIMIT MAX_OUTPUT_TOKENS TOKEN_URL AUTH_URL API_KEY_FILE PRIVATE_KEY_PATH KEY_NAME SECRET_NAME SECRET_ARN TOKEN_TYPE
			PRIMARY_KEY SORT_KEY JIRA_PROJECT_KEY CACHE_KEY env_keys bearer_token_env_var api_key_env KEYBOARD MONKEY HOST PORT LOG_LEVEL DEBUG MODEL URL
			AUTH_METHOD TOKEN_EXPIRY PASSWORD_POLICY SIGNATURE COMMIT author authors tokenizer description name`,
	} {
		for name := range strings.FieldsSeq(names) {
			if got := ClassifyName(name); got != class {
				t.Errorf("%s is %d, want %d", name, got, class)
			}
		}
	}
}
