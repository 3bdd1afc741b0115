package words

import (
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for name, want := range map[string]string{
		"":                  "",
		"url":               "url",
		"callback_uri":      "callback uri",
		"sourceUrl":         "source url",
		"SourceURL":         "source url",
		"URLCount":          "url count",
		"sourceURLs":        "source urls",
		"IDsOnly":           "ids only",
		"curlOptions":       "curl options",
		"hostname_label":    "hostname label",
		"x-api.key":         "x api key",
		"oauth_token":       "oauth token",
		"oauthToken":        "oauth token",
		"OAuthToken":        "oauth token",
		"OAuth2Token":       "oauth2 token",
		"oAuthToken":        "oauth token",
		"s3Key":             "s3 key",
		"base64Image":       "base64 image",
		"IPAddress":         "ip address",
		"ip4_addr":          "ip4 addr",
		"HTTPServerURL":     "http server url",
		"filters[url]":      "filters url",
		"  url  ":           "url",
		"delete-user":       "delete user",
		"API-patch-page":    "api patch page",
		"größeUrl":          "größe url",
		"getURLFromCache":   "get url from cache",
		"aFile":             "a file",
		"FORCE_HTTPS":       "force https",
		"__proto__":         "proto",
		"listVMs":           "list vms",
		"URLs":              "urls",
		"mcpServers":        "mcp servers",
		"url2":              "url2",
		"X-Grafana-URL":     "x grafana url",
		"slack_get_channel": "slack get channel",
	} {
		if got := strings.Join(Split(name), " "); got != want {
			t.Errorf("Split(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestHas(t *testing.T) {
	if !Has(Split("imageUrl2"), "url") || !Has(Split("s3Key"), "s3") || Has(Split("curl_options"), "url") || Has(nil, "url") {
		t.Error("Has answers wrongly")
	}
	if Last(Split("a_b")) != "b" || Last(nil) != "" || Bare("42") != "42" {
		t.Error("Last or Bare answers wrongly")
	}
}
