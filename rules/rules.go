// Package rules joins the families. What a rule decides stands in its own file,
// one folder a family.
package rules

import (
	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/rules/approval"
	"github.com/mcplumb/mcplumb/rules/cloud"
	"github.com/mcplumb/mcplumb/rules/hygiene"
	"github.com/mcplumb/mcplumb/rules/launching"
	"github.com/mcplumb/mcplumb/rules/network"
	"github.com/mcplumb/mcplumb/rules/permissions"
	"github.com/mcplumb/mcplumb/rules/poisoning"
	"github.com/mcplumb/mcplumb/rules/schema"
	"github.com/mcplumb/mcplumb/rules/secrets"
	"github.com/mcplumb/mcplumb/rules/supplychain"
)

// All returns every family, gravest subject first.
func All() []analyzer.Family {
	return []analyzer.Family{
		poisoning.Family(),
		secrets.Family(),
		launching.Family(),
		permissions.Family(),
		cloud.Family(),
		approval.Family(),
		network.Family(),
		schema.Family(),
		supplychain.Family(),
		hygiene.Family(),
	}
}
