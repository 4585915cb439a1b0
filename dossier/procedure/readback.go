//go:build !ocop_browser

package procedure

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/jsonback"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// What is written for others to read is read back from it and nothing else. A
// page keeps its own values, so the browser's modules have none of it.

// UnmarshalJSON implements json.Unmarshaler: it takes what MarshalJSON writes.
// The error is a problem.List.
func (d *Due) UnmarshalJSON(data []byte) error {
	var document struct {
		Key     DueKey     `json:"key"`
		What    lang.Text  `json:"what"`
		From    civil.Date `json:"from"`
		By      civil.Date `json:"by"`
		Article string     `json:"article"`
		State   DueState   `json:"state"`
		Reading reading.ID `json:"reading"`
	}
	return readBack(data, &document, d, func() Due { return Due(document) })
}

// UnmarshalJSON implements json.Unmarshaler: it takes what MarshalJSON writes.
// The error is a problem.List.
func (s *Schedule) UnmarshalJSON(data []byte) error {
	var document struct {
		Due []Due      `json:"due"`
		On  civil.Date `json:"on"`
	}
	return readBack(data, &document, s, func() Schedule {
		if len(document.Due) == 0 {
			document.Due = nil
		}
		return Schedule{On: document.On, Due: document.Due}
	})
}

// UnmarshalJSON implements json.Unmarshaler: it takes what MarshalJSON writes.
// The error is a problem.List.
func (r *Round) UnmarshalJSON(data []byte) error {
	var document struct {
		Number         int        `json:"number"`
		ProposedBefore civil.Date `json:"proposedBefore"`
		AssessedBefore civil.Date `json:"assessedBefore"`
	}
	return readBack(data, &document, r, func() Round { return Round(document) })
}

// UnmarshalJSON implements json.Unmarshaler: it takes what MarshalJSON writes.
// The error is a problem.List.
func (s *Standing) UnmarshalJSON(data []byte) error {
	var document struct {
		On            civil.Date        `json:"on"`
		Stage         Stage             `json:"stage"`
		Star          int               `json:"star"`
		Authority     scoring.Authority `json:"authority"`
		Issued        civil.Date        `json:"issued"`
		Expires       civil.Date        `json:"expires"`
		ExtendedUntil civil.Date        `json:"extendedUntil"`
		PreviousUntil civil.Date        `json:"previousUntil"`
		Next          []StepKind        `json:"next"`
	}
	return readBack(data, &document, s, func() Standing {
		if len(document.Next) == 0 {
			document.Next = nil
		}
		return Standing(document)
	})
}

// readBack reads a document, makes a value of it, and holds the document to what
// the value is written as.
func readBack[T interface{ MarshalJSON() ([]byte, error) }](data []byte, document any, into *T, value func() T) error {
	if err := jsonback.Read(data, document); err != nil {
		return problem.NotWritten(err)
	}
	read := value()
	written, err := read.MarshalJSON()
	if err != nil {
		return err
	}
	if err := jsonback.Same(data, written); err != nil {
		return problem.NotWritten(err)
	}
	*into = read
	return nil
}
