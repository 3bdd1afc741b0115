package mcp

import (
	"strings"
	"testing"
)

// namesOf holds parameters as tool|name|description, one a line: what names a URL, a
// host or a path of the machine, and what only looks so.
var namesOf = map[Subject]string{
	SubjectURL: `
fetch_page|url|
fetch_page|URL|The page
scrape|startUrl|
scrape|seed_urls|
open_tab|target_url|
play_clip|videoUrl|
add_cover|imageURL|
read_feed|feed|URL of the feed
read_feed|rss_link|The URL of an RSS feed
export|webhook|
export|webhookUrl|
export|notificationUrl|
export|callback|URL that is called when the export is done
login|redirect_uri|
login|redirectURIs|
set_client|logo_uri|
set_client|jwksUri|
query|api_url|
query|apiEndpoint|
query|token_endpoint|
query|baseUrl|
query|base_url_override|
query|gateway|URL of the gateway
shop|siteUrl|
shop|storefrontURL2|
git_clone|remoteUrl|
git_clone|repository_url|
pdf_text|pdfUrl|
pdf_text|source|The URL of the PDF
compare|leftUrl|
compare|rightUrl|
map_tile|tile_url|
ask|href|
ask|reference_hrefs|
ask|page|The URL of the page to ask about
ask|document|URL of the document
attach|cdp_url|
attach|attachment|The URL of the attachment
mirror|origin|Absolute URL of the mirror
mirror|registryUrl|
`,
	SubjectHost: `
connect|host|
connect|hostname|
connect|db_host|
connect|hostName|
connect|smtpHost|
connect|server|Hostname of the mail server
connect|address|The host name or address, as host:port
ping|ip|
port_scan|target_ip|
proxy_set|proxy.server|
connect|fqdn|
connect|bindHost|
`,
	SubjectPath: `
read_file|path|
read_file|file|
read_file|filePath|
read_file|FILE_PATH|
read_many|paths|
write_report|output_path|
write_report|outputDir|
write_report|output_folder|
write_report|destinationPath|
move_file|source|
move_file|destination|
copy_folder|from|
copy_folder|to|
convert|inputFile|
convert|input|Absolute path of the picture
convert|pictures_dir|
build|projectPath|
build|project_root|
build|workspaceRoot|
build|cwd|
build|workdir|
build|working_directory|
build|configFile|
build|tsconfig_path|
sign|privateKeyPath|
sign|key_file|
sign|publicKeyPath|
run_tests|testPath|
run_tests|testDir|
index|source_dir|
index|repo_path|
index|db_path|
index|dataDir|
record|savePath|
record|filename|File name to save the recording to
upload|localPath|
upload|attachment_paths|
unzip|archivePath|
lint|files|Files to check
open_file|folder|
`,
	SubjectOther: `
count|url_count|
count|urlCount|
count|uriScheme|
count|urlLength|
count|urlPattern|
count|url_regex|
count|callback_url_type|
count|callbackUrlId|
count|notificationUrlAppId|
shell|curlOptions|
shell|curl_flags|
shell|hourly|
shell|purl|
search|url|Filter by URL substring
search|artifactUri|The VSTFS URI of the artifact
call|endpoint|Name of the endpoint to call
call|endpoint_name|
call|endpointId|
link|link_type|
link|linkId|
link|linkedIssueKey|
link|link_text|
link|linkage|
webhooks|webhook_id|
webhooks|webhookSecret|
webhooks|webhook_events|
webhooks|callback_method|
hosts|hostname_label|
hosts|hostId|
hosts|host_count|
hosts|ghost|
hosts|hostility|
hosts|hosting_plan|
mail|email_address|
mail|address|Street and house number
mail|domain|
mail|email_domain|
mail|subdomain|
search|search_domain_filter|
trip|origin|Where the trip begins
trip|destination|City to travel to
trip|origins|Addresses or coordinates
trip|location|City or landmark
trip|geo_location|Two-letter country code
graph|source|ID of the first node
graph|target|ID of the second node
graph|sourceId|
graph|target_node|
graph|source_type|
logs|source|Which stream to read
state|path|Dotted path into the state
state|json_path|
state|jsonPath|
state|keyPath|
state|field_path|
rest|api_path|API path such as /v1/orders
rest|url_path|
rest|route_path|
rest|endpointPath|
rest|webhookPath|
boards|areaPath|
boards|iterationPath|
wiki_page|page_path|
get_repo_content|path|
create_pull_request|file_path|
review|file_path|Path of the file in the repository
files|file_id|
files|fileId|
files|fileKey|
files|fileType|
files|file_count|
files|filename|Name that is shown to people
files|folderId|
files|parent_folder_id|
files|directoryName|
files|profile|
files|pathfinder|
files|classpath_scan|
files|dirty|
files|pathology|
files|direction|
servers|server|Name of the server
servers|serverName|
servers|server_id|
servers|mcpServers|
ban_user|ip|
page|page|Page number
page|page_token|
page|pages|How many pages
image|image|Base64 data of the picture
image|imageData|
image|image_prompt|
site|site|Region of the site, such as eu
index|index|
proxy|proxy|Kind of proxy: basic or stealth
workspace|workspace|Name of the workspace
`,
}

func TestSubjectOfManyNames(t *testing.T) {
	names := [...]string{"something else", "a URL", "a host", "a path"}
	for want, list := range namesOf {
		rows := strings.Split(strings.TrimSpace(list), "\n")
		for _, row := range rows {
			f := strings.SplitN(row, "|", 3)
			properties := `{"` + f[1] + `": {"type": "string", "description": "` + f[2] + `"}}`
			if outer, inner, ok := strings.Cut(f[1], "."); ok {
				properties = `{"` + outer + `": {"type": "object", "properties": {"` + inner + `": {"type": "string"}}}}`
			}
			list := toolOf(t, f[0], `{"type": "object", "properties": `+properties+`}`).Parameters().List
			if got := list[len(list)-1].Subject(); got != want {
				t.Errorf("%s is taken for %s, is %s", row, names[got], names[want])
			}
		}
	}
}
