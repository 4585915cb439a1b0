package answer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// record answers of one record: what is wrong with it, or by action what is public of
// it, or the record of a dossier or of a life.
func record(q Question) (json.RawMessage, error) {
	on, err := dayOf(q.With.On)
	if err != nil {
		return nil, err
	}
	switch q.With.Action {
	case "":
		_, problems := registry.Read(q.Document)
		return problems.AppendVerdict(nil), nil
	case "public":
		x, problems := registry.Read(q.Document)
		if problems.Err() != nil {
			return told(problems)
		}
		public, may := registry.Public(x)
		if !may {
			return object(map[string]any{"text": nil})
		}
		text, err := canonical(public)
		return jsonOf(map[string]any{"text": text}, err)
	case "from-dossier":
		x, problems := new(ocop.Library).ReadDossier(q.Document)
		if problems.Err() != nil {
			return told(problems)
		}
		return recordOf(registry.FromDossier(&x, on))
	case "from-outcome":
		return fromOutcome(q.Document, on)
	case "in-life":
		var of struct {
			Record registry.Record `json:"record"`
			Life   procedure.Life  `json:"life"`
		}
		if err := json.Unmarshal(q.Document, &of); err != nil {
			return told(err)
		}
		return recordOf(registry.InLife(of.Record, of.Life, on))
	}
	return nil, fmt.Errorf("no such action of a record: %q", q.With.Action)
}

// fromOutcome is the record of a dossier by the sheets of a council that it does not have.
func fromOutcome(document []byte, on civil.Date) (json.RawMessage, error) {
	var of struct{ Dossier, Council json.RawMessage }
	if err := json.Unmarshal(document, &of); err != nil {
		return nil, err
	}
	x, problems := new(ocop.Library).ReadDossier(of.Dossier)
	if problems.Err() != nil {
		return told(problems)
	}
	decided, err := new(ocop.Library).Decide(of.Council)
	if err != nil {
		return told(err)
	}
	return recordOf(registry.FromOutcome(&x, &decided.Outcome, on))
}

// recordOf is a record that was made, or why none was.
func recordOf(x registry.Record, problems problem.List) (json.RawMessage, error) {
	if problems.Err() != nil {
		return told(problems)
	}
	text, err := canonical(x)
	return jsonOf(map[string]any{"text": text, "problems": problems}, err)
}

// registryOf answers with the figures of a register, or by action with its records
// written as a table.
func registryOf(q Question) (json.RawMessage, error) {
	on, err := dayOf(q.With.On)
	if err != nil {
		return nil, err
	}
	since, err := dayOf(q.With.Since)
	if err != nil {
		return nil, err
	}
	rows := registry.Records("", bytes.NewReader(q.Document))
	switch q.With.Action {
	case "":
		report, err := registry.Count(rows, registry.Options{On: on, Since: since})
		return report.AppendJSON(nil), err
	case "records":
		records := []registry.Record{}
		problems := []registry.Finding{}
		for row, err := range rows {
			if err != nil {
				return nil, err
			}
			if row.Record.State != "" {
				records = append(records, row.Record)
			}
			for _, p := range row.Problems {
				problems = append(problems, registry.Finding{Problem: p, Line: row.Line})
			}
		}
		return object(map[string]any{"records": records, "problems": problems})
	case "csv":
		var text strings.Builder
		w := registry.NewCSVWriter(&text, registry.CSVOptions{})
		for row, err := range rows {
			if err != nil {
				return nil, err
			}
			if err := w.Write(&row.Record); err != nil {
				return nil, err
			}
		}
		err := w.Flush()
		return jsonOf(map[string]any{"text": text.String()}, err)
	}
	return nil, fmt.Errorf("no such action of a register: %q", q.With.Action)
}

// canonical is a value as RFC 8785 writes it, for cases that say what is not there.
func canonical(value any) (string, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return "", err
	}
	err = (*jsontext.Value)(&text).Canonicalize()
	return string(text), err
}

// dayOf is a day that is asked for; zero where none is.
func dayOf(text string) (civil.Date, error) {
	if text == "" {
		return civil.Date{}, nil
	}
	return civil.Parse(text)
}

// object is a value as JSON.
func object(value any) (json.RawMessage, error) { return jsonOf(value, nil) }

func jsonOf(value any, err error) (json.RawMessage, error) {
	if err != nil {
		return nil, err
	}
	return json.Marshal(value)
}
