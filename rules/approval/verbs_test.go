package approval

import (
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

func TestRiskByName(t *testing.T) {
	for tool, want := range map[string]knowledge.Risk{
		"execute_sql": knowledge.Exec, "run_command": knowledge.Exec, "runScript": knowledge.Exec, "browser-evaluate": knowledge.Exec, "bash": knowledge.Exec, "mcp-exec": knowledge.Exec,
		"start_process": knowledge.Exec, "execute_query": knowledge.Exec,
		"delete_repo": knowledge.Destructive, "dropTable": knowledge.Destructive, "deploy": knowledge.Destructive, "wallet_transfer": knowledge.Destructive,
		"send_email": knowledge.Sink, "gist_publish": knowledge.Sink,
		"get_secret": knowledge.Secret, "get_connection_string": knowledge.Secret, "list_api_keys": knowledge.Secret, "read_private_key": knowledge.Secret,
		"create_issue": writing, "update-page": writing, "file_write": writing,
		"get_issue": "", "list_deleted": "", "read_terminal": "", "dry_run_deploy": "", "search_code": "", "run_tests": "", "executor_status": "", "resolve-library-id": "",
		"describe_delete_policy": "", "browser_snapshot": "", "": "", "address_lookup": "", "settings": "", "get_secretary": "", "postgres_info": "",
	} {
		if got := riskByName(tool); got != want {
			t.Errorf("%q: %q, want %q", tool, got, want)
		}
	}
}

func TestStopsAsking(t *testing.T) {
	for _, c := range []struct {
		name string
		on   bool
		want bool
	}{
		{"--skip-confirmation", true, true}, {"--no-confirm", true, true}, {"--no-confirm", false, false}, {"AUTO_APPROVE", true, true},
		{"AUTO_APPROVE", false, false}, {"REQUIRE_APPROVAL", false, true}, {"REQUIRE_APPROVAL", true, false}, {"--yolo", true, true},
		{"--confirm", true, false}, {"CONFIRMATION_URL", true, false}, {"--no-color", true, false}, {"APPROVAL_EMAIL", false, false},
	} {
		if got := stopsAsking(words.Split(c.name), c.on); got != c.want {
			t.Errorf("%s %v: %v, want %v", c.name, c.on, got, c.want)
		}
	}
}
