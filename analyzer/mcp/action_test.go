package mcp

import "testing"

func TestActByName(t *testing.T) {
	for name, want := range map[string]Action{
		"delete_user": ActionDestroy, "deleteUser": ActionDestroy, "acme_delete_user": ActionDestroy, "API-delete-a-block": ActionDestroy, "drop-table": ActionDestroy,
		"remove_member": ActionDestroy, "remove_background": ActionChange, "clear_console": ActionChange, "remove": ActionChange, "delete": ActionDestroy,
		"delete_preview": ActionRead, "dry_run_delete": ActionRead, "list_deleted": ActionRead, "get_deleted_users": ActionRead, "issue_read": ActionRead, "actions_list": ActionRead,
		"create_issue": ActionChange, "issue_update": ActionUnknown, "update_issue": ActionChange, "slack_send_message": ActionSend, "send_email": ActionSend, "post_message": ActionSend,
		"get_post": ActionRead, "post_history": ActionRead, "execute_command": ActionExecute, "run_shell": ActionExecute, "run_report": ActionRead, "run_tests": ActionUnknown,
		"search": ActionRead, "undelete_user": ActionUnknown, "generate_chart": ActionUnknown, "": ActionUnknown, "order_list": ActionRead,
	} {
		if got := toolOf(t, name, `{"type": "object"}`).ActByName(); got.Action != want {
			t.Errorf("%q %v, want %v", name, got.Action, want)
		}
	}
}

func TestActByText(t *testing.T) {
	for text, want := range map[string]Action{
		"Deletes a note.": ActionDestroy, "Permanently delete the note": ActionDestroy, "Pushes a branch": ActionChange, "This tool reads a note": ActionRead,
		"Removes filters from the view": ActionChange, "Copies nothing": ActionUnknown, "Notes for the weak: delete": ActionUnknown, "Use this tool to send a message": ActionSend,
		"Runs a shell command": ActionExecute, "Run the report": ActionUnknown, "": ActionUnknown, "Fetches a page": ActionRead,
	} {
		tool := toolOf(t, "x", `{"type": "object"}`)
		tool.Description.Value = text
		if got := tool.ActByText(); got.Action != want {
			t.Errorf("%q %v, want %v", text, got.Action, want)
		}
	}
}
