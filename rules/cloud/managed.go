package cloud

import (
	"fmt"
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
)

// managedCheck judges AWS's own policies by their names.
var managedCheck = analyzer.Check{
	Rules: []*analyzer.Rule{broadManagedRole, broadManagedRoleReading},
	Run: func(pass *analyzer.Pass) {
		for _, arn := range pass.File.Managed {
			_, name, ok := strings.Cut(arn.Value, ":aws:policy/")
			if !ok {
				continue // a policy of one's own
			}
			name = name[strings.LastIndexByte(name, '/')+1:]
			if does, broad := managed()[name]; broad {
				pass.ReportWeighed(analyzer.Diagnostic{Rule: broadManagedRole, Span: arn.Span,
					Message: fmt.Sprintf("the role is given %s, which %s; write a policy of the actions and ARNs that are needed", name, does)}, "")
			} else if name == "ReadOnlyAccess" {
				pass.ReportWeighed(analyzer.Diagnostic{Rule: broadManagedRoleReading, Span: arn.Span,
					Message: "the role is given ReadOnlyAccess, which reads the content of every bucket, table and queue; ViewOnlyAccess and SecurityAudit read no data"}, "")
			}
		}
	},
}

// managed are AWS's own policies that no server needs whole.
// Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/.
var managed = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"AdministratorAccess":                  "makes it an administrator of the account",
		"PowerUserAccess":                      "allows everything but managing identities",
		"IAMFullAccess":                        "lets it make itself an administrator",
		"AWSOrganizationsFullAccess":           "manages every account of the organization",
		"AmazonS3FullAccess":                   "empties and publishes every bucket",
		"AmazonEC2FullAccess":                  "starts and ends every machine",
		"AmazonDynamoDBFullAccess":             "reads and deletes every table",
		"AmazonDynamoDBFullAccess_v2":          "reads and deletes every table",
		"AmazonRDSFullAccess":                  "deletes every database",
		"AmazonRDSDataFullAccess":              "runs SQL in every database",
		"AmazonSSMFullAccess":                  "runs commands on every managed machine",
		"AWSLambda_FullAccess":                 "replaces the code of every function",
		"AWSCloudFormationFullAccess":          "changes every stack",
		"AWSKeyManagementServicePowerUser":     "manages keys",
		"SecretsManagerReadWrite":              "reads and changes every secret",
		"AmazonSQSFullAccess":                  "reads and deletes every queue",
		"AmazonSNSFullAccess":                  "publishes to every topic",
		"AmazonECS_FullAccess":                 "changes every service and task",
		"AmazonRoute53FullAccess":              "changes every DNS record",
		"AmazonRedshiftFullAccess":             "deletes every cluster",
		"AmazonBedrockFullAccess":              "changes every model and agent",
		"AmazonCognitoPowerUser":               "changes every user pool",
		"AmazonSESFullAccess":                  "sends mail as the account",
		"AmazonElasticFileSystemFullAccess":    "deletes every file system",
		"AmazonEC2ContainerRegistryFullAccess": "replaces every image",
	}
})
