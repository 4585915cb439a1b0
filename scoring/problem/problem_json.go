package problem

import "github.com/ocop-vn/ocop-go/scoring/jsonout"

// AppendJSON appends the problem as {"code","path","severity","layer",
// "message":{"vi","en"},"params"}; params is an object of texts.
func (p Problem) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	p.write(&w)
	return w.Bytes()
}

func (p *Problem) write(w *jsonout.Writer) {
	w.Open()
	w.Name("code").String(p.Code)
	w.Name("path").String(p.Path)
	w.Name("severity").String(string(p.Severity))
	w.Name("layer").String(string(p.Layer))
	w.Name("message").Open()
	w.Name("vi").String(p.Message.Vi)
	w.Name("en").String(p.Message.En)
	w.Close()
	w.Name("params").Open()
	for _, param := range p.Params {
		w.Name(param.Name).String(param.Value)
	}
	w.Close()
	w.Close()
}

// MarshalJSON implements json.Marshaler.
func (p Problem) MarshalJSON() ([]byte, error) { return p.AppendJSON(nil), nil }

// AppendJSON appends the list as a JSON array.
func (l List) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.OpenList()
	for i := range l {
		l[i].write(&w)
	}
	w.CloseList()
	return w.Bytes()
}

// MarshalJSON implements json.Marshaler; an empty list is [].
func (l List) MarshalJSON() ([]byte, error) { return l.AppendJSON(nil), nil }

// AppendVerdict appends what a document is found to be: {"valid":…,"problems":[…]},
// valid where no problem is an error.
func (l List) AppendVerdict(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	w.Name("valid").Bool(l.Err() == nil)
	w.Name("problems").Append(l.AppendJSON)
	w.Close()
	return w.Bytes()
}

// AppendRefusal appends what stands in the place of an answer: {"problems":[…]}.
func (l List) AppendRefusal(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	w.Name("problems").Append(l.AppendJSON)
	w.Close()
	return w.Bytes()
}
