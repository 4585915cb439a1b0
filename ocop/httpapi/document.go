package httpapi

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// readDocument reads the body of a request, at most so many bytes; the refusal
// is nil where it came whole.
func readDocument(w http.ResponseWriter, q *http.Request, limit int) (document []byte, refusal *answer) {
	if refusal := refuseForm(q.Header); refusal != nil {
		return nil, refusal
	}
	if q.ContentLength > int64(limit) {
		return nil, tooLarge(limit) // without reading any of it
	}
	document, err := io.ReadAll(http.MaxBytesReader(w, q.Body, int64(limit)))
	var over *http.MaxBytesError
	switch {
	case err == nil:
		return document, nil
	case errors.As(err, &over):
		return nil, tooLarge(limit)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, new(refused(http.StatusRequestTimeout, tooSlow.At("")))
	default:
		return nil, new(refused(http.StatusBadRequest, cutShort.At("")))
	}
}

func tooLarge(limit int) *answer {
	return new(refused(http.StatusRequestEntityTooLarge, strictjson.TooLarge(limit)))
}

// refuseForm refuses a body that says that it is something else than JSON as it
// is. One that does not say is taken for JSON: it is read strictly all the same.
func refuseForm(header http.Header) *answer {
	if coding := strings.Join(header.Values("Content-Encoding"), ", "); coding != "" && !strings.EqualFold(coding, "identity") {
		a := refused(http.StatusUnsupportedMediaType, wrongCoding.At("", problem.Value("coding", coding)))
		a.acceptEncoding = "identity"
		return &a
	}
	said := strings.Join(header.Values("Content-Type"), ", ")
	if said == "" || isJSON(said) {
		return nil
	}
	a := refused(http.StatusUnsupportedMediaType, wrongMediaType.At("", problem.Value("mediaType", said)))
	a.accept = typeJSON
	return &a
}

// isJSON tells of application/json and the types that end in +json (RFC 6839),
// whatever their parameters.
func isJSON(contentType string) bool {
	mediaType, _, err := mime.ParseMediaType(contentType)
	return (err == nil || errors.Is(err, mime.ErrInvalidMediaParameter)) &&
		(mediaType == typeJSON || strings.HasSuffix(mediaType, "+json"))
}
