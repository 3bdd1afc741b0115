package rules_test

import (
	"testing"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/internal/ruletest"
	"github.com/mcplumb/mcplumb/rules"
)

const cases = "../testdata/rules"

func TestCases(t *testing.T)    { ruletest.Run(t, rules.All(), cases) }
func TestComplete(t *testing.T) { ruletest.Complete(t, rules.All(), cases) }
func TestExamples(t *testing.T) { ruletest.Examples(t, rules.All()) }

func TestValidate(t *testing.T) {
	for _, err := range analyzer.Validate(rules.All()) {
		t.Error(err)
	}
}
