// Package gen makes the files of the suite from its cases.
package gen

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/cases"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/rules"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

// Version is that of the suite: the first number with the form of a case, the second
// with cases added, the third where a case was wrong and is mended.
const Version = "1.0.0"

// index is suite.json: what stands in the suite.
type index struct {
	Suite   string     `json:"suite"`
	Edition string     `json:"edition"`
	Rules   int        `json:"rules"`
	Files   []made     `json:"files"`
	Others  []document `json:"documents"`
}

type made struct {
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	Cases  int    `json:"cases"`
	SHA256 string `json:"sha256"`
}

type document struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// Files are the files that are made, by their names in a version of the suite. The
// documents that cases change are written by hand.
func Files(documents map[string][]byte) (map[string][]byte, error) {
	list := cases.Files()
	out := map[string][]byte{}
	contents := index{Suite: Version, Edition: qd26.ID, Rules: len(rules.All())}
	for i := range list {
		data, err := list[i].Bytes()
		if err != nil {
			return nil, err
		}
		name := list[i].Name()
		out[name] = data
		contents.Files = append(contents.Files, made{name, string(list[i].Kind), len(list[i].Cases), sum(data)})
	}
	published, err := words.Rubric().JSON()
	if err != nil {
		return nil, err
	}
	var compact bytes.Buffer // without white space, a third smaller
	if err := json.Compact(&compact, published); err != nil {
		return nil, err
	}
	compact.WriteByte('\n')
	out["rubric.json"] = compact.Bytes()
	contents.Others = append(contents.Others, document{"rubric.json", sum(compact.Bytes())})
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		contents.Others = append(contents.Others, document{name, sum(documents[name])})
	}
	var text bytes.Buffer
	write := json.NewEncoder(&text)
	write.SetIndent("", " ")
	if err := write.Encode(&contents); err != nil {
		return nil, err
	}
	out["suite.json"] = text.Bytes()
	return out, nil
}

func sum(data []byte) string {
	hash := sha256.Sum256(data)
	return hex.EncodeToString(hash[:])
}
