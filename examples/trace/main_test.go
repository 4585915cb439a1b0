package main

import (
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

var update = flag.Bool("update", false, "write the documents anew")

// The documents in this folder are those that the program makes, and a chain
// without a fault.
func TestChain(t *testing.T) {
	t.Parallel()
	made, err := chain()
	require.NoError(t, err)
	var documents [][]byte
	for _, name := range []string{"1-nong-ho.jsonld", "2-hop-tac-xa.jsonld", "3-cua-hang.jsonld"} {
		document := append(made[name].AppendJSON(nil), '\n')
		if *update {
			require.NoError(t, os.WriteFile(name, document, 0o644))
		}
		there, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, string(there), string(document), "go test ./examples/trace -update")
		documents = append(documents, there)
	}
	report := trace.TraceJSON(documents...)
	assert.Empty(t, report.Problems)
	require.Len(t, report.Lots, 2)
	assert.True(t, report.Lots[1].Complete)
	set, _ := qd26.Edition().Set(13)
	for _, level := range trace.Levels(set, &report) {
		assert.Equal(t, level.Asks == qd26.TraceCode, level.Borne, "%s: the trace tells no story", level.Criterion)
	}
}
