// Package conformance is the conformance suite: cases with what must come out, in
// files for programs in any language. README.md tells how to run it. An
// implementation in Go ranges over Cases; Differs compares its answers.
//
// The files are made: go generate ./ocop/conformance.
package conformance

//go:generate go run ./internal/gen/cmd

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

//go:embed v1
var embedded embed.FS

// Files are the files of the suite: suite.json, rubric.json, documents, and cases in a
// folder for each kind.
func Files() fs.FS {
	files, err := fs.Sub(embedded, "v1")
	if err != nil {
		return embed.FS{} // cannot be: the name is a path
	}
	return files
}

// Case is one question and its answer.
type Case struct {
	ID       string // unique in the suite
	Kind     string // what is asked, such as sheet: the README lists the kinds
	Rules    []string
	Why      string
	Document []byte
	With     With
	Expect   json.RawMessage // what an answer has at least; Differs compares
}

// With is what is asked beside the document.
type With = suite.With

// Cases are the cases of the suite, in the order of its files.
func Cases() ([]Case, error) {
	files := Files()
	names, err := fs.Glob(files, "*/*.jsonl")
	if err != nil {
		return nil, err
	}
	var all []Case
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		f, err := suite.Read(name, data)
		if err != nil {
			return nil, err
		}
		for i := range f.Cases {
			c := &f.Cases[i]
			document, err := c.Document(func(base string) ([]byte, error) { return fs.ReadFile(files, "documents/"+base) })
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			all = append(all, Case{c.ID, string(f.Kind), c.Rules, c.Why, document, c.With, c.Expect})
		}
	}
	return all, nil
}

// Differs tells where an answer is not what a case expects, or "". Of objects the
// members that are expected count, whatever else stands there; problems are equal as
// a set; all else is equal as JSON is.
func Differs(expect, got json.RawMessage) string { return suite.Differs(expect, got) }
