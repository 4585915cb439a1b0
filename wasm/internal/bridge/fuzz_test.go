package bridge_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge/checks"
)

// Whatever a page sends to an operation, in whatever frame, the answer is JSON, or
// for a drawn paper a file; it is problems where the operation says so, each with a
// code, and the document stays as it was sent.
func FuzzCall(f *testing.F) {
	dossier, err := os.ReadFile("../../../examples/dossiers/thuc-pham-lan-dau.json")
	require.NoError(f, err)
	for op := bridge.Op(0); op < 32; op++ {
		f.Add(uint8(op), []byte(sheet))
		f.Add(uint8(op+bridge.Asked), []byte(asked("2026-09-18", `{"2026":{"off":["2026-08-31"]}}`, `{"application":"first","filed":"2026-08-24"}`)))
	}
	f.Add(uint8(bridge.ParseVector), []byte("OCOP:qd26-2026/13/1.1:c"))
	f.Add(uint8(bridge.Rules), []byte("13"))
	f.Add(uint8(bridge.Compare), []byte(`{"from":`+sheet+`,"to":`+sheet+`}`))
	f.Add(uint8(bridge.CheckDossier), dossier)
	for _, format := range []string{"json", "html", "docx"} {
		words := `{"no":13,"name":"Cà phê"}`
		f.Add(uint8(bridge.Asked+bridge.Paper), append([]byte(string(paper.ScoreSheet)+" vi "+format+" province 26\n"+words), sheet...))
	}
	f.Add(uint8(bridge.Asked+bridge.Explain), []byte("-1 -1\n"+sheet))
	f.Fuzz(func(t *testing.T, which uint8, document []byte) {
		for _, service := range []bridge.Service{bridge.Scoring{}, checks.Dossiers{}} {
			op := bridge.Op(which)
			sent := bytes.Clone(document)
			answer, ok := service.Call(op, sent)
			require.Equal(t, document, sent)
			again, same := service.Call(op, sent)
			require.Equal(t, ok, same)
			require.Equal(t, string(answer), string(again), "the same each time")
			if op == bridge.Asked+bridge.Paper && ok {
				require.NotEmpty(t, answer)
				continue
			}
			require.True(t, json.Valid(answer), "%s", answer)
			if ok {
				continue
			}
			var refused struct {
				Problems []struct{ Code, Path string }
			}
			require.NoError(t, json.Unmarshal(answer, &refused))
			require.NotEmpty(t, refused.Problems)
			for _, p := range refused.Problems {
				require.Regexp(t, `^[A-Z]+-[0-9]{2}$`, p.Code)
				require.True(t, p.Path == "" || p.Path[0] == '/', p.Path)
			}
		}
	})
}
