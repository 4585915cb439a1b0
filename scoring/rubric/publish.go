//go:build !ocop_browser

package rubric

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// JSON is the rubric as it is published, indented, ending in a new line.
func (r *Rubric) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(r); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
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
