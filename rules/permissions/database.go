package permissions

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// databaseCheck finds the account that a server opens a database with.
var databaseCheck = analyzer.Check{
	Rules: []*analyzer.Rule{superuserDatabase, superuserDatabaseProduction, superuserDatabaseLocal},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			found := accounts(s)
			if len(found) == 0 {
				continue
			}
			mark, isProduction := production(s)
			for _, a := range found {
				rule := superuserDatabase
				d := analyzer.Diagnostic{Span: a.user.Span}
				if isProduction && !a.local {
					rule = superuserDatabaseProduction
					d.Related = []analyzer.Evidence{{Span: mark.Span, Note: "says production"}}
				}
				if a.local {
					rule = superuserDatabaseLocal
				}
				d.Rule, d.Message = rule, fmt.Sprintf("%s %s; give it a role of its own that only reads", subject(s), a.says)
				report(pass, s, d)
			}
		}
	},
}

// An account is a superuser of a database that a server logs in as.
type account struct {
	user  mcp.String
	says  string
	local bool // on this machine, in a compose network, or nobody can tell where
}

// superusers are the accounts that may do everything, by the scheme of the
// address; those under "" are so everywhere.
var superusers = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		"":           {"root", "sa", "dba", "sysdba", "superuser", "doadmin", "rdsadmin", "avnadmin", "cloudsqladmin"},
		"postgres":   {"postgres", "admin", "supabase_admin"},
		"postgresql": {"postgres", "admin", "supabase_admin"},
		"mysql":      {"admin"},
		"mariadb":    {"admin"},
		"mongodb":    {"admin"},
		"oracle":     {"sys", "system"},
		"neo4j":      {"neo4j"},
		"bolt":       {"neo4j"},
		"clickhouse": {"default", "admin"},
		"mssql":      {"admin"},
		"sqlserver":  {"admin"},
	}
})

// accounts returns the superusers in an entry: in addresses wherever they stand,
// in pairs of variables, and Supabase's key that no row rule binds.
func accounts(s *mcp.Server) []account {
	var found []account
	local := localSupabase(s)
	inAddress := func(value mcp.String) {
		if a, ok := addressAccount(value); ok {
			found = append(found, a)
		}
	}
	for key, value := range environment(s) {
		inAddress(value)
		if strings.Contains(strings.ToUpper(key.Value), "SERVICE_ROLE") && strings.Contains(strings.ToUpper(key.Value), "SUPABASE") {
			if class := credential.Judge(key.Value, value.Value).Class; class == credential.Literal || class == credential.Ref {
				found = append(found, account{user: value, says: "holds Supabase's service_role key, which no row level security binds", local: local})
			}
		}
	}
	for a := range arguments(s) {
		inAddress(a)
	}
	return append(found, variableAccounts(s)...)
}

// addressAccount reads scheme://user:password@host of a database.
func addressAccount(value mcp.String) (account, bool) {
	if !strings.Contains(value.Value, "://") || !strings.Contains(value.Value, "@") {
		return account{}, false
	}
	u, ok := host.Parse(value.Value)
	if !ok || u.Userinfo.Empty() {
		return account{}, false
	}
	scheme, _, _ := strings.Cut(u.SchemeName(), "+")
	if _, database := superusers()[scheme]; !database {
		return account{}, false
	}
	user, _, _ := strings.Cut(u.Slice(u.Userinfo), ":")
	if !isSuperuser(scheme, user) {
		return account{}, false
	}
	at := value.Slice(u.Userinfo.Start, u.Userinfo.Start+len(user))
	return account{user: at, says: fmt.Sprintf("opens the database as %s, who may do everything", user), local: !elsewhere(u.HostName())}, true
}

func isSuperuser(scheme, user string) bool {
	user = strings.ToLower(user)
	return slices.Contains(superusers()[""], user) || slices.Contains(superusers()[scheme], user)
}

// elsewhere reports whether a host is surely another machine.
func elsewhere(h host.Host) bool {
	switch h.Kind {
	case host.KindPublic, host.KindAddress, host.KindPrivate, host.KindCluster, host.KindLocal:
		return true
	}
	return false
}

// variableAccounts reads DB_USER beside DB_HOST, in the names that drivers and
// servers use.
func variableAccounts(s *mcp.Server) []account {
	var user mcp.String
	var key, address string
	for k, v := range environment(s) {
		w := words.Split(k.Value)
		if len(w) < 2 {
			if k.Value != "PGUSER" && k.Value != "PGHOST" {
				continue
			}
			w = []string{"postgres", strings.ToLower(k.Value[2:])}
		}
		if !slices.ContainsFunc(w, isDatabaseWord) {
			continue
		}
		switch last := w[len(w)-1]; last {
		case "user", "username":
			if isSuperuser(schemeOf(w), v.Value) {
				user, key = v, k.Value
			}
		case "host", "hostname", "server":
			address = v.Value
		}
	}
	if !user.Present() {
		return nil
	}
	return []account{{user: user, says: fmt.Sprintf("opens the database as %s (%s), who may do everything", user.Value, key), local: !elsewhere(host.ParseHost(address))}}
}

func isDatabaseWord(w string) bool {
	_, scheme := superusers()[w]
	return scheme && w != "" || w == "db" || w == "database" || w == "pg" || w == "sql"
}

func schemeOf(w []string) string {
	for _, word := range w {
		if _, ok := superusers()[word]; ok && word != "" {
			return word
		}
		if word == "pg" {
			return "postgres"
		}
	}
	return ""
}

// localSupabase reports whether the project runs on this machine.
func localSupabase(s *mcp.Server) bool {
	for key, value := range environment(s) {
		if strings.Contains(strings.ToUpper(key.Value), "URL") {
			if u, ok := host.Parse(value.Value); ok && u.HostName().Kind.OnMachine() {
				return true
			}
		}
	}
	return false
}
