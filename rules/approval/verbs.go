package approval

import (
	"slices"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// writing is the risk of a tool that changes something it can change back.
const writing = knowledge.Risk("writing")

// The words by which a tool's name says what it does: "execute_sql" has "execute",
// "executor" has not. The first verb of a name decides.
var (
	readers    = []string{"get", "read", "list", "show", "fetch", "view", "describe", "search", "find", "query", "check", "preview", "plan", "validate", "test", "explain", "estimate", "suggest", "count", "analyze", "analyse", "compare", "diff", "resolve", "lookup", "wait", "dry", "take", "download", "export", "reveal"}
	execVerbs  = []string{"exec", "execute", "eval", "evaluate", "sudo"}
	runVerbs   = []string{"run", "start", "invoke", "launch", "spawn"}
	runNouns   = []string{"command", "commands", "code", "script", "shell", "process", "sql", "javascript", "python", "terminal", "cypher"}
	shellNouns = []string{"shell", "bash", "terminal", "powershell", "cmd", "eval"}
	destroyers = []string{"delete", "drop", "destroy", "truncate", "wipe", "purge", "terminate", "erase", "uninstall", "rollback", "deploy", "overwrite",
		"pay", "withdraw", "refund", "transfer", "payout"}
	senders     = []string{"send", "publish", "post", "tweet"}
	writers     = []string{"write", "create", "update", "edit", "insert", "push", "move", "rename", "modify", "merge", "upload", "put", "patch", "replace", "install", "remove", "add"}
	secretNouns = []string{"secret", "secrets", "password", "passwords", "credential", "credentials", "mnemonic"}
	secretRuns  = [][2]string{{"connection", "string"}, {"private", "key"}, {"access", "key"}, {"api", "key"}, {"api", "keys"}, {"service", "key"}, {"seed", "phrase"}}
)

// riskByName reads a tool's name.
func riskByName(tool string) knowledge.Risk {
	w := words.Split(tool)
	for i, word := range w {
		switch {
		case slices.Contains(readers, word):
			if containsAny(w[i+1:], secretNouns) || hasRun(w[i+1:], secretRuns) {
				return knowledge.Secret
			}
			return ""
		case slices.Contains(execVerbs, word), slices.Contains(runVerbs, word) && containsAny(w[i+1:], runNouns):
			return knowledge.Exec
		case slices.Contains(runVerbs, word):
			return ""
		case slices.Contains(destroyers, word):
			return knowledge.Destructive
		case slices.Contains(senders, word):
			return knowledge.Sink
		case slices.Contains(writers, word):
			return writing
		}
	}
	if containsAny(w, shellNouns) {
		return knowledge.Exec
	}
	return ""
}

func containsAny(w, list []string) bool {
	return slices.ContainsFunc(w, func(word string) bool { return slices.Contains(list, word) })
}

func hasRun(w []string, runs [][2]string) bool {
	for i := 0; i+1 < len(w); i++ {
		if slices.Contains(runs, [2]string{w[i], w[i+1]}) {
			return true
		}
	}
	return false
}
