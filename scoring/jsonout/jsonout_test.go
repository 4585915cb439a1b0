package jsonout_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

func TestWriter(t *testing.T) {
	t.Parallel()
	w := jsonout.To([]byte("before,"))
	w.Open()
	w.Name("s").String("a")
	w.Name("n").Int(-3)
	w.Name("list").OpenList()
	w.Open()
	w.Close()
	w.OpenList()
	w.CloseList()
	w.Bool(true)
	w.Null()
	w.CloseList()
	w.Name("texts").Strings([]string{"x", "y"})
	w.Name("none").Strings(nil)
	w.Name("some").IntIf(0, true)
	w.Name("no").IntIf(1, false)
	w.Name("text").StringOrNull("")
	w.Name("more").StringOrNull("z")
	w.Name("own").Append(func(b []byte) []byte { return append(b, `{"a":1}`...) })
	w.Name("last").Int(1026)
	w.Close()
	assert.Equal(t, `before,{"s":"a","n":-3,"list":[{},[],true,null],"texts":["x","y"],"none":[],"some":0,"no":null,"text":null,"more":"z","own":{"a":1},"last":1026}`, string(w.Bytes()))
}

// Any text comes back as it was, but for bytes that are not UTF-8.
func FuzzString(f *testing.F) {
	for _, s := range []string{"", "a", `"`, `\`, "\n", "\x1f", "\x7f", "ệ", "\xff", "\u2028", "a\x00b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var w jsonout.Writer
		w.Open()
		w.Name(s).String(s)
		w.Close()
		var read map[string]string
		if !assert.NoError(t, json.Unmarshal(w.Bytes(), &read)) {
			return
		}
		want := string([]rune(s)) // bytes that are not UTF-8 become U+FFFD
		assert.Equal(t, map[string]string{want: want}, read)
	})
}
