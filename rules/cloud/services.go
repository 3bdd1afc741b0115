package cloud

import "sync"

// services are the AWS services by their prefix in actions. True are those where
// all actions together write, delete, spend or open access; the others are mostly
// read, and their logs or models cost less to lose. A service that is not listed
// counts as the latter.
// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/.
var services = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"s3": true, "ec2": true, "iam": true, "lambda": true, "secretsmanager": true, "ssm": true, "kms": true, "dynamodb": true, "rds": true,
		"rds-data": true, "eks": true, "ecs": true, "ecr": true, "organizations": true, "sts": true, "cloudformation": true, "route53": true,
		"route53domains": true, "redshift": true, "redshift-data": true, "sqs": true, "sns": true, "elasticfilesystem": true, "es": true,
		"aoss": true, "glue": true, "sagemaker": true, "codebuild": true, "codepipeline": true, "codecommit": true, "codedeploy": true,
		"events": true, "scheduler": true, "states": true, "apigateway": true, "execute-api": true, "cloudtrail": true, "config": true, "guardduty": true,
		"securityhub": true, "sso": true, "identitystore": true, "cognito-idp": true, "cognito-identity": true, "backup": true, "elasticache": true,
		"kinesis": true, "firehose": true, "kafka": true, "batch": true, "elasticbeanstalk": true, "lightsail": true, "account": true, "ram": true,
		"acm": true, "acm-pca": true, "transfer": true, "datasync": true, "cloudfront": true, "wafv2": true, "ses": true, "workspaces": true,
		"apprunner": true, "amplify": true, "appsync": true, "autoscaling": true, "elasticloadbalancing": true, "emr-serverless": true,
		"elasticmapreduce": true, "fsx": true, "glacier": true, "iot": true, "lakeformation": true, "mq": true, "neptune-db": true, "servicecatalog": true,
		"servicediscovery": true, "storagegateway": true, "docdb-elastic": true, "memorydb": true, "timestream": true, "qldb": true, "imagebuilder": true,
		"directconnect": true, "networkmanager": true, "network-firewall": true, "shield": true, "rolesanywhere": true, "bedrock-agentcore": true,

		"logs": false, "cloudwatch": false, "xray": false, "ce": false, "cur": false, "tag": false, "resource-groups": false, "health": false, "support": false,
		"trustedadvisor": false, "pricing": false, "budgets": false, "access-analyzer": false, "servicequotas": false, "aps": false, "grafana": false,
		"polly": false, "translate": false, "comprehend": false, "rekognition": false, "textract": false, "transcribe": false, "bedrock": false,
		"kendra": false, "athena": false, "quicksight": false, "location": false, "compute-optimizer": false, "inspector2": false, "application-autoscaling": false,
	}
})

// escalations are actions by which an identity gives itself more than it has.
// Sources: the public catalogues of IAM privilege escalation by Rhino Security Labs
// and Bishop Fox.
var escalations = []string{
	"iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:AttachUserPolicy", "iam:AttachGroupPolicy", "iam:AttachRolePolicy",
	"iam:PutUserPolicy", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile",
	"iam:UpdateAssumeRolePolicy", "iam:AddUserToGroup", "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary",
	"lambda:UpdateFunctionCode", "ssm:SendCommand", "ssm:StartSession", "ec2-instance-connect:SendSSHPublicKey", "sts:AssumeRole",
}

// secretReads hand out what opens other things, dataReads what people keep.
var (
	secretReads = []string{
		"secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "kms:Decrypt",
	}
	dataReads = []string{
		"s3:GetObject", "dynamodb:Scan", "dynamodb:Query", "dynamodb:GetItem", "rds-data:ExecuteStatement", "redshift-data:ExecuteStatement",
		"logs:FilterLogEvents", "logs:GetLogEvents", "athena:GetQueryResults", "sqs:ReceiveMessage", "kinesis:GetRecords",
	}
)
