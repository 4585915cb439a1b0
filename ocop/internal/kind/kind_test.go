package kind_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/ocop/internal/kind"
)

// Answers at the top make a sheet, whatever stands beside them; without answers it
// is one where something of a sheet stands there and nothing that only a dossier has.
func TestIsSheet(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]bool{
		`{"edition":"qd26-2026","set":13,"answers":{}}`: true,
		`{"answers":{}}`:                        true,
		`{"answers":{"1.1":"c"},"producer":{}}`: true,
		`{"producer":{},"answers":{}}`:          true,
		`{"answers":{},"product":{},"set":1}`:   true,
		`{"answers\u0022":1,"report":{}}`:       false,
		`{"\u0061nswers":{},"report":{}}`:       true,
		`{"set":13}`:                            true,
		`{"gates":[]}`:                          true,
		`{"set":13,"edition":"qd26-2026"}`:      true,
		`{"gates":[],"product":{}}`:             false,
		`{"set":13,"application":"first"}`:      false,
		`{"application":"first","set":13}`:      false,
		`{"producer":{},"gates":[]}`:            false,
		`{"registration":{},"set":1}`:           false,
		`{"report":{},"set":1}`:                 false,
		`{}`:                                    false,
		`{"edition":"qd26-2026"}`:               false,

		// Answers that stand within a dossier are not those of a sheet.
		`{"edition":"qd26-2026","proposed":{"answers":{}}}`: false,
		`{"edition":"qd26-2026","council":{"answers":{}}}`:  false,
		`{"edition":"qd26-2026","ministry":{"answers":{}}}`: false,
		`{"application":"first","x":{"answers":{}}}`:        false,
		`{"x":{"answers":{}},"\u0070roducer":{}}`:           false,

		// What cannot be read to its end is told as a sheet, unless a dossier began there.
		`{"x":`:         true,
		`[]`:            true,
		`{"product":{}`: false,
	} {
		assert.Equal(t, want, kind.IsSheet([]byte(document)), document)
	}
}

// A council has members, seats or a policy at its top.
func TestIsCouncil(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]bool{
		`{"edition":"qd26-2026","set":13,"members":[]}`: true,
		`{"seats":7,"x":1}`:                             true,
		`{"policy":{}}`:                                 true,
		`{"x":{"members":[]}}`:                          false,
		`{"answers":{}}`:                                false,
		`{}`:                                            false,
		`{"members":[],"x":"y"`:                         true,
	} {
		assert.Equal(t, want, kind.IsCouncil([]byte(document)), document)
	}
}
