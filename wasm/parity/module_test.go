package parity

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
	"github.com/ocop-vn/ocop-go/wasm/internal/join"
	"github.com/ocop-vn/ocop-go/wasm/internal/strip"
)

// module is a running module as make wasm has built it.
type module struct {
	memory                           api.Memory
	room, do, answerAt, answerLength api.Function
	answersAt, score, result         api.Function // of ocop.wasm alone
}

func start(t *testing.T, name string) *module {
	t.Helper()
	ctx := context.Background()
	code, err := os.ReadFile("../npm/" + name) //nolint:gosec // a name of the test's own
	require.NoError(t, err, "first: make wasm")
	runtime := wazero.NewRuntime(ctx)
	t.Cleanup(func() { require.NoError(t, runtime.Close(ctx)) })
	wasi_snapshot_preview1.MustInstantiate(ctx, runtime)
	instance, err := runtime.InstantiateWithConfig(ctx, code, wazero.NewModuleConfig().WithStartFunctions("_initialize"))
	require.NoError(t, err)
	f := instance.ExportedFunction
	return &module{
		memory: instance.Memory(), room: f("room"), do: f("call"), answerAt: f("answer"), answerLength: f("answer_length"),
		answersAt: f("answers"), score: f("score"), result: f("result"),
	}
}

// call has the module do an operation.
func (m *module) call(t *testing.T, op bridge.Op, document []byte) (done bool, answer string) {
	t.Helper()
	ctx := context.Background()
	at, err := m.room.Call(ctx, uint64(op), uint64(len(document))) //nolint:gosec // not negative
	require.NoError(t, err)
	if at[0] == 0 {
		return false, m.answer(t)
	}
	require.True(t, m.memory.Write(uint32(at[0]), document)) //nolint:gosec // an address
	result, err := m.do.Call(ctx, uint64(op))                //nolint:gosec // not negative
	require.NoError(t, err)
	return result[0] == 1, m.answer(t)
}

func (m *module) answer(t *testing.T) string {
	t.Helper()
	ctx := context.Background()
	at, err := m.answerAt.Call(ctx)
	require.NoError(t, err)
	length, err := m.answerLength.Call(ctx)
	require.NoError(t, err)
	text, ok := m.memory.Read(uint32(at[0]), uint32(length[0])) //nolint:gosec // an address
	require.True(t, ok)
	return string(text)
}

// same holds the module to what the library does with a document.
func (m *module) same(t *testing.T, service bridge.Service, op bridge.Op, document []byte) string {
	t.Helper()
	if len(document) > service.MaxBytes(op) {
		_, answer := m.call(t, op, document)
		require.Equal(t, string(bridge.TooLarge(op, service.MaxBytes(op))), answer)
		return answer
	}
	want, ok := service.Call(op, document)
	done, answer := m.call(t, op, document)
	if string(want) != answer || ok != done {
		require.Equal(t, string(want), answer, "%s", document)
		require.Equal(t, ok, done, "%s", document)
	}
	return answer
}

// compact scores a sheet by its answer bytes; behind the result's bytes stand others.
func (m *module) compact(sheet *scoring.Sheet) (summary uint32, result []byte) {
	ctx := context.Background()
	must := func(got []uint64, err error) uint32 {
		if err != nil {
			panic(err)
		}
		return uint32(got[0]) //nolint:gosec // an address or a count
	}
	set := sheet.Set()
	answers, gates := bytesOf(sheet)
	at := must(m.answersAt.Call(ctx))
	m.memory.Write(at, make([]byte, 64))
	m.memory.Write(at, answers)
	m.memory.WriteUint32Le(at+64, gates)
	summary = must(m.score.Call(ctx, uint64(set.No()), uint64(len(answers)))) //nolint:gosec // not negative
	bytes, _ := m.memory.Read(must(m.result.Call(ctx, uint64(set.No()), uint64(len(answers)))), 1<<10)
	return summary, bytes
}

// bytesOf writes a sheet's answers as bytes, from what it says of itself.
func bytesOf(sheet *scoring.Sheet) (answers []byte, gates uint32) {
	set := sheet.Set()
	for _, c := range set.Criteria() {
		answer := byte(0)
		switch chosen := sheet.Chosen(c.Code()); chosen {
		case "":
		case scoring.NoneCode:
			answer = 1
		default:
			for i, o := range c.Options() {
				if o.Code == chosen {
					answer = byte(i + 2) //nolint:gosec // at most 7
				}
			}
		}
		answers = append(answers, answer)
	}
	var written struct{ Gates []string }
	if err := json.Unmarshal(sheet.AppendJSON(nil), &written); err != nil {
		panic(err)
	}
	for i, g := range set.Gates() {
		for _, id := range written.Gates {
			if g.ID == id {
				gates |= 1 << i
			}
		}
	}
	return answers, gates
}

// What is published is what was made small; stack traces have no files.
func TestSmall(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"ocop.wasm", "ocop-checks.wasm"} {
		built, err := os.ReadFile("../npm/" + name)
		require.NoError(t, err, "first: make wasm")
		joined, err := join.Segments(built)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(built, joined), name)
		stripped, err := strip.Traces(built)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(built, stripped), name)
		assert.NotContains(t, string(built), "/runtime/proc.go", name)
	}
}
