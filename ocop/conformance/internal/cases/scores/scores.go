// Package scores makes the cases of sheets, councils, plans, vectors, comparisons and
// rubrics.
package scores

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

const edition = "qd26-2026"

// Files are the files of cases, each with what must come out.
func Files() []suite.File {
	r := words.Rubric()
	return slices.Concat(sheets(r), councils(r), plans(r), vectors(r), []suite.File{comparisons(r), rubrics()})
}

// file is a file of cases whose ids begin with the kind.
func file(kind suite.Kind, topic string, cases ...suite.Case) suite.File {
	for i := range cases {
		cases[i].ID = string(kind) + "/" + cases[i].ID
	}
	return suite.File{Kind: kind, Topic: topic, Cases: cases}
}

// number is a set of the edition.
func number(r *rubric.Rubric, no int) *rubric.Set {
	set, ok := r.Set(no)
	if !ok {
		panic(fmt.Sprint("no set ", no)) // only where the suite is made
	}
	return set
}

// raw is a value as JSON.
func raw(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // only where the suite is made
	}
	return data
}

func strings(texts ...string) []string { return texts }

// document is a sheet as a document.
func document(set *rubric.Set, a answers, gates ...string) object {
	doc := object{"edition": edition, "set": set.No, "answers": a}
	if len(gates) > 0 {
		doc["gates"] = gates
	}
	return doc
}

// problem is what is told of a document that is refused.
type problem struct {
	Code     string  `json:"code"`
	Path     *string `json:"path,omitempty"`
	Severity string  `json:"severity"`
	Layer    string  `json:"layer,omitempty"`
}

// schema and rule are errors by the layer that finds them.
func schema(code, path string) problem { return problem{code, &path, "error", "schema"} }

func rule(code, path string) problem { return problem{code, &path, "error", "rule"} }

// unread is an error of what is no JSON: how far reading came is for each reader.
func unread(code string) problem { return problem{code, nil, "error", "rule"} }

// refusal is the whole answer to what is refused.
func refusal(problems ...problem) json.RawMessage { return raw(object{"problems": problems}) }

// refuses is a case of a document, a value or a text, that is refused with one problem
// of each code: the rules it tests.
func refuses(id string, doc any, problems ...problem) suite.Case {
	c := suite.Case{ID: id, Expect: refusal(problems...)}
	for _, p := range problems {
		if name := "code/" + p.Code; !slices.Contains(c.Rules, name) {
			c.Rules = append(c.Rules, name)
		}
	}
	switch doc := doc.(type) {
	case string:
		c.Text = &doc
	case []byte:
		c.Base64 = doc
	default:
		c.Input = raw(doc)
	}
	return c
}
