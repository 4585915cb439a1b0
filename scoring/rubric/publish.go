//go:build !ocop_browser

package rubric

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	jsonv1 "github.com/go-json-experiment/json/v1"
)

// JSON is the rubric as it is published, indented, ending in a new line. Lists that
// are nil are written empty, as Read takes no null.
func (r *Rubric) JSON() ([]byte, error) {
	b, err := json.Marshal(r, jsonv1.DefaultOptionsV1(), json.FormatNilSliceAsNull(false), jsontext.EscapeForHTML(false), jsontext.WithIndent(" "))
	if err != nil {
		return nil, err
	}
	return append(b, '\n'), nil
}

// SHA256 tells the rubric from any other, in hexadecimal: the hash of the
// document that it was read from, or, where it was made or changed in the
// program, of what it is published as. A changed rubric never bears its file's hash.
func (r *Rubric) SHA256() string {
	published := r.publishedSHA256()
	if published == r.published {
		return r.read
	}
	return published
}

// wasRead notes what the rubric was read from.
func (r *Rubric) wasRead(document []byte) {
	r.read, r.published = hexSHA256(document), r.publishedSHA256()
}

func (r *Rubric) publishedSHA256() string {
	data, err := r.JSON()
	if err != nil {
		panic(err) // texts, numbers and lists of them
	}
	return hexSHA256(data)
}

func hexSHA256(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
