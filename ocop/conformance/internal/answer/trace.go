package answer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/ocop/trace/page"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// chain is what is asked of several documents of events, and beside them.
type chain struct {
	Documents []json.RawMessage
	Set       int    // whose levels are asked for
	Key       string // of the goods that are followed forward
	Lot       string // whose page is asked for
	Address   string // that the page's QR code holds
	Picture   []byte // on the page
}

// traceOf answers with the trace of events: those of one document, or by action those
// of several, with what else is asked.
func traceOf(q Question) (json.RawMessage, error) {
	if q.With.Action == "" {
		report := trace.TraceJSON(q.Document)
		return report.AppendJSON(nil), nil
	}
	var c chain
	if err := json.Unmarshal(q.Document, &c); err != nil {
		return nil, err
	}
	documents := make([][]byte, len(c.Documents))
	for i := range documents {
		documents[i] = c.Documents[i]
	}
	report := trace.TraceJSON(documents...)
	switch q.With.Action {
	case "documents":
		return report.AppendJSON(nil), nil
	case "levels":
		set, ok := qd26.Edition().Set(c.Set)
		if !ok {
			return nil, fmt.Errorf("no such product set: %d", c.Set)
		}
		report.Levels = trace.Levels(set, &report)
		return report.AppendJSON(nil), nil
	case "forward":
		return forward(&c)
	case "page":
		return shopPage(&c, &report)
	}
	return nil, fmt.Errorf("no such action of a trace: %q", q.With.Action)
}

// forward follows goods to where they went.
func forward(c *chain) (json.RawMessage, error) {
	docs := make([]trace.Document, len(c.Documents))
	for i := range docs {
		docs[i], _ = trace.Read(c.Documents[i]) // what is wrong is told by the trace
	}
	key, err := trace.Parse(c.Key)
	if err != nil {
		return told(err)
	}
	reached, problems := trace.Forward(key, docs...)
	if err := problems.Err(); err != nil {
		return told(err)
	}
	return object(map[string]json.RawMessage{"reached": trace.AppendReachJSON(nil, reached)})
}

// shopPage tells whether the page of a lot can be made. What it looks like is not asked.
func shopPage(c *chain, report *trace.Report) (json.RawMessage, error) {
	for _, lot := range report.Lots {
		if lot.Key.Lot != c.Lot {
			continue
		}
		err := page.HTML(io.Discard, lot, *report, page.Options{Address: c.Address, Picture: c.Picture})
		if err != nil && problem.From(err) == nil {
			return nil, err
		}
		return problem.From(err).AppendVerdict(nil), nil
	}
	return nil, fmt.Errorf("no such lot: %q", c.Lot)
}

// packageOf answers with what is wrong with a package.
func packageOf(q Question) (json.RawMessage, error) {
	_, problems := pack.Check(bytes.NewReader(q.Document), int64(len(q.Document)), pack.Options{Read: new(ocop.Library).ReadDossier})
	return problems.AppendVerdict(nil), nil
}
