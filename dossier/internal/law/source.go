// Package law writes ocop/LAW.md: our readings, every clause of Decision 26/2026
// and every item of its forms, each with the code and the tests where it lives,
// or with the reason why it is left out. Its source is law.yaml; of the forms'
// items it tells the fields by the comments above the fields of package dossier,
// which is why it stands here. Nothing that importers use knows of it.
package law

import (
	"bytes"
	_ "embed" // the source
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

//go:embed law.yaml
var source []byte

// Source is what law.yaml says.
type Source struct {
	Reasons  map[string]lang.Text `yaml:"reasons"`
	Readings map[reading.ID]Home  `yaml:"readings"`
	Clauses  []Clause             `yaml:"clauses"`
	Forms    []Form               `yaml:"forms"`
	Evidence Evidence             `yaml:"evidence"`
}

// Home is where something lives in the module.
type Home struct {
	Code  []string `yaml:"code"`  // symbols, such as procedure.Expiry or dossier.Dossier.Council
	Tests []string `yaml:"tests"` // such as dossier.TestLawOfDates
}

// Clause is an article, a clause or a point of the decision, in our own words.
type Clause struct {
	At   string `yaml:"at"` // such as 7, 7.3 or 7.3.b
	Vi   string `yaml:"vi"`
	En   string `yaml:"en"`
	Home `yaml:",inline"`
	Left string `yaml:"left"` // the reason why all of it, or the rest, is left out
}

// Form is a form of Appendix III.
type Form struct {
	Vi    string `yaml:"vi"`
	En    string `yaml:"en"`
	Items []Item `yaml:"items"`
}

// Item is an item of a form, in our own words.
type Item struct {
	At   string `yaml:"at"` // as the fields' comments name it, such as 02.I.7.a, or 01, head
	Vi   string `yaml:"vi"`
	En   string `yaml:"en"`
	Left string `yaml:"left"` // the reason why it has no field
}

// Evidence is the kinds of evidence: the rows of form 02's table, in printed
// order, and what stands beside them.
type Evidence struct {
	Rows   []string `yaml:"rows"`
	Beside []string `yaml:"beside"`
}

// ReadSource reads law.yaml.
func ReadSource() (*Source, error) { return read(source) }

func read(data []byte) (*Source, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	s := &Source{}
	if err := decoder.Decode(s); err != nil {
		return nil, fmt.Errorf("law.yaml: %w", err)
	}
	return s, nil
}
