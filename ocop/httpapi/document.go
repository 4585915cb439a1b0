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
	if q.ContentLength > int64(limit) {
		return nil, tooLarge(limit) // without reading any of it
	}
	document, err := io.ReadAll(http.MaxBytesReader(w, q.Body, int64(limit)))
	if err != nil {
		return nil, notWhole(err, tooLarge(limit))
	}
	return document, nil
}

// notWhole refuses a body that could not be read to its end; over is for one that
// is too large.
func notWhole(err error, over *answer) *answer {
	var most *http.MaxBytesError
	switch {
	case errors.As(err, &most):
		return over
	case errors.Is(err, os.ErrDeadlineExceeded):
		return new(refused(http.StatusRequestTimeout, tooSlow.At("")))
	default:
		return new(refused(http.StatusBadRequest, cutShort.At("")))
	}
}

func tooLarge(limit int) *answer {
	return new(refused(http.StatusRequestEntityTooLarge, strictjson.TooLarge(limit)))
}

// refuseCoding refuses a body that says that it is compressed.
func refuseCoding(header http.Header) *answer {
	coding := strings.Join(header.Values("Content-Encoding"), ", ")
	if coding == "" || strings.EqualFold(coding, "identity") {
		return nil
	}
	a := refused(http.StatusUnsupportedMediaType, wrongCoding.At("", problem.Value("coding", coding)))
	a.acceptEncoding = "identity"
	return &a
}

// refuseMediaType refuses a body that is none of what is taken.
func refuseMediaType(said string, taken ...string) *answer {
	accept := strings.Join(taken, ", ")
	a := refused(http.StatusUnsupportedMediaType, wrongMediaType.At("", problem.Value("mediaType", said), problem.Choices("accept", accept)))
	a.accept = accept
	return &a
}

// mediaTypeOf is what a body says that it is.
func mediaTypeOf(header http.Header) string { return strings.Join(header.Values("Content-Type"), ", ") }

// isJSON tells of application/json and the types that end in +json (RFC 6839),
// whatever their parameters.
func isJSON(contentType string) bool {
	mediaType, _, err := mime.ParseMediaType(contentType)
	return (err == nil || errors.Is(err, mime.ErrInvalidMediaParameter)) &&
		(mediaType == typeJSON || strings.HasSuffix(mediaType, "+json"))
}
