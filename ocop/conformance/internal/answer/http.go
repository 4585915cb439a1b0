package answer

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/httpapi"
)

// request is a request over HTTP.
type request struct {
	Method, Path string
	Headers      map[string]string
	Spaces       int             // that stand before the body, to make it large
	Body         json.RawMessage // a text as it is, any other value as JSON
	Base64       []byte          // in place of Body, where it is no text
}

func (r *request) bytes() []byte {
	body := []byte(r.Body)
	var text string
	if json.Unmarshal(r.Body, &text) == nil {
		body = []byte(text)
	}
	if r.Base64 != nil {
		body = r.Base64
	}
	return append(bytes.Repeat([]byte(" "), r.Spaces), body...)
}

// httpOf answers with the status of what is answered over HTTP, its headers in lower
// case, its problems, and the body where it is JSON.
func httpOf(q Question) (json.RawMessage, error) {
	var r request
	if err := json.Unmarshal(q.Document, &r); err != nil {
		return nil, err
	}
	ask := httptest.NewRequest(r.Method, r.Path, bytes.NewReader(r.bytes()))
	for name, value := range r.Headers {
		ask.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	httpapi.New(httpapi.Options{}).ServeHTTP(w, ask)
	answer := map[string]any{"status": w.Code, "headers": headersOf(w.Header())}
	if body := w.Body.Bytes(); json.Valid(body) {
		answer["body"] = json.RawMessage(body)
		var told struct{ Problems json.RawMessage }
		if json.Unmarshal(body, &told) == nil && told.Problems != nil {
			answer["problems"] = told.Problems
		}
	}
	return object(answer)
}

func headersOf(header http.Header) map[string]string {
	headers := map[string]string{}
	for name := range header {
		headers[strings.ToLower(name)] = header.Get(name)
	}
	return headers
}
