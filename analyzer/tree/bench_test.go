package tree

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/tidwall/gjson"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// listing writes a tools/list result of about size bytes.
func listing(size int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"jsonrpc":"2.0","id":1,"result":{"tools":[`)
	for i := 0; b.Len() < size; i++ {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"name":"tool_%d","description":"Looks up the record with the given number.\nReturns \"nothing\" when there is none.",
  "inputSchema":{"type":"object","properties":{"number":{"type":"integer","minimum":1,"description":"the number"},
  "fields":{"type":"array","items":{"type":"string","enum":["a","b","c"]}}},"required":["number"]}}`, i)
	}
	b.WriteString(`]}}`)
	return b.Bytes()
}

func BenchmarkJSON(b *testing.B) {
	data := listing(1 << 20)
	b.Run("valid", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			gjson.ValidBytes(data)
		}
	})
	b.Run("strict", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			Parse(source.NewFile("x.json", data), JSON, Limits{})
		}
	})
	b.Run("lenient", func(b *testing.B) {
		f := source.NewFile("x.json", data)
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			r := &reader{file: f, depth: defaultDepth, nodes: defaultNodes}
			r.lenient(r.document(JSON, f.Body()))
		}
	})
}
