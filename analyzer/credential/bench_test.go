package credential

import (
	"strings"
	"testing"
)

var prose = strings.Repeat("Returns the list of open issues of a repository, newest first; risky tasks ask before they write. ", 400)

func BenchmarkFindMiss(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		if Find(prose) != nil {
			b.Fatal("found something in prose")
		}
	}
}

func BenchmarkRaw(b *testing.B) {
	data := []byte(prose)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Raw(data)
	}
}

func BenchmarkJudgeShort(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Judge("LOG_LEVEL", "debug")
		Judge("GITHUB_TOKEN", "${GITHUB_TOKEN}")
	}
}
