package httpapi

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// answer is a whole answer, before its first byte is written.
type answer struct {
	status    int
	mediaType string
	body      []byte // nil where there is none, or where problems are told
	etag      string // of an answer that may be kept
	file      *spool // the body where it is too large to be held
	fileName  string // that a browser saves it under

	problems problem.List // why it was refused
	instance string       // of what broke, to find it in the log

	allow, accept, acceptEncoding string // what may be asked instead
}

// given is an answer to a document: JSON that nobody is to keep, as it may name
// people. As the command's, it moves no terminal.
func given(body []byte) answer {
	return answer{status: http.StatusOK, mediaType: typeJSON, body: plain.JSON(body)}
}

// kept is an answer that changes with the release or the rubric only, under the
// hash of its content.
func kept(mediaType string, body []byte) answer {
	body = plain.JSON(body)
	sum := sha256.Sum256(body)
	return answer{status: http.StatusOK, mediaType: mediaType, body: body, etag: `"` + hex.EncodeToString(sum[:16]) + `"`}
}

// ifChanged leaves the body out where whoever asks has it already (RFC 9110, 13.1.2).
func (a *answer) ifChanged(ifNoneMatch []string) {
	for tag := range strings.SplitSeq(strings.Join(ifNoneMatch, ","), ",") {
		tag = strings.TrimPrefix(strings.TrimSpace(tag), "W/")
		if tag == a.etag || tag == "*" {
			a.status, a.mediaType, a.body = http.StatusNotModified, "", nil
			return
		}
	}
}

// disposition has a browser save an answer under a name.
func disposition(name string) string { return `attachment; filename="` + name + `"` }

// write writes the answer. That nobody hears it is nobody's fault here.
func (a answer) write(w http.ResponseWriter, q *http.Request) {
	header := w.Header()
	header.Set("X-Content-Type-Options", "nosniff")
	if a.problems != nil {
		l := languageOf(q)
		a.mediaType, a.body = typeProblem, a.refusal(l)
		header.Set("Content-Language", string(l))
		header.Set("Vary", "Accept-Language")
	}
	if a.file != nil {
		header.Set("Content-Length", strconv.FormatInt(a.file.size, 10))
		header.Set("Content-Disposition", disposition(a.fileName))
	}
	for name, value := range map[string]string{
		"Content-Type": a.mediaType, "ETag": a.etag,
		"Allow": a.allow, "Accept": a.accept, "Accept-Encoding": a.acceptEncoding,
	} {
		if value != "" {
			header.Set(name, value)
		}
	}
	if a.etag != "" {
		header.Set("Cache-Control", "no-cache") // kept, and asked for anew each time: stars hang on it
	} else {
		header.Set("Cache-Control", "no-store")
	}
	if a.body != nil {
		header.Set("Content-Length", strconv.Itoa(len(a.body)))
	}
	w.WriteHeader(a.status)
	if a.file != nil {
		_, _ = io.Copy(w, a.file.section(0, a.file.size))
		return
	}
	if q.Method != http.MethodHead {
		_, _ = w.Write(a.body) //nolint:gosec // JSON, which no browser takes for a page: nosniff
	}
}
