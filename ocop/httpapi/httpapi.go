// Package httpapi is the rules over HTTP: an http.Handler that takes the
// documents and gives the answers that the command ocop takes and gives with
// --json, byte for byte.
//
//	http.ListenAndServe("127.0.0.1:8026", httpapi.New(httpapi.Options{}))
//
// A package (see package pack) is checked at POST /v1/validate, as application/zip,
// and made at POST /v1/packages, of a form with a dossier and its files.
//
// GET /openapi.json describes every address (OpenAPI 3.1). What is refused is
// answered with application/problem+json (RFC 9457): 400 for what is not JSON, or
// no such form, and for a wrong query, 413 for what is too large, 415 for a media
// type that is not taken, 422 for a document or a package in which an error was
// found, each with all its problems as they are in the rest of this module, in
// Vietnamese and English.
//
// An answer is built whole before its first byte is written, so none is cut.
// The handler reads no more of a body than the budget of its document allows, or
// Options.MaxPackageBytes where it is a package or what a package is made of. The
// latter lies in temporary files (os.TempDir) until it is answered; nothing of a
// body is kept beyond that. It starts no goroutine. How long a body may take is for
// the server that it runs in: set http.Server's ReadTimeout, as ocop serve does.
package httpapi

import (
	"log/slog"
	"net/http"
	"path"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop"
)

// Options are what a handler may be told. The zero Options are fit for use.
type Options struct {
	// Library holds the rubrics to score by; nil: the built-in one alone.
	Library *ocop.Library
	// AllowOrigin is the origin whose pages may ask, such as "https://ocop.example",
	// or "*" for all. Without it no other origin's page can read an answer (CORS).
	AllowOrigin string
	// MaxPackageBytes is the most bytes of a package that is sent to be checked, and
	// of the form with the files that are to be packed; 0 for DefaultMaxPackageBytes.
	// To pack takes up to twice as much on the disk that has the temporary files.
	MaxPackageBytes int64
	// Log takes what went wrong inside; nil: slog.Default().
	Log *slog.Logger
}

// DefaultMaxPackageBytes is the most that is taken of a package or its files, where
// Options do not say otherwise.
const DefaultMaxPackageBytes = 100_000_000

func (o *Options) maxPackageBytes() int64 {
	if o.MaxPackageBytes > 0 {
		return o.MaxPackageBytes
	}
	return DefaultMaxPackageBytes
}

// Handler answers at the addresses that its /openapi.json lists. It is safe for
// concurrent use. Behind another router mount it with http.StripPrefix.
type Handler struct {
	options Options
	mux     *http.ServeMux
}

// New is a handler over a library.
func New(options Options) *Handler {
	if options.Library == nil {
		options.Library = &ocop.Library{}
	}
	if options.Log == nil {
		options.Log = slog.Default()
	}
	return newHandler(options, routes(options.Library, options.maxPackageBytes()))
}

func newHandler(options Options, routes []route) *Handler {
	h := &Handler{options: options, mux: http.NewServeMux()}
	for _, r := range routes {
		h.mux.HandleFunc(r.path, func(w http.ResponseWriter, q *http.Request) { h.serve(w, q, r.answer) })
	}
	h.mux.HandleFunc("/", func(w http.ResponseWriter, q *http.Request) { h.serve(w, q, notFound) })
	return h
}

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	if p := q.URL.Path; !strings.HasPrefix(p, "/") || path.Clean(p) != p {
		h.serve(w, q, notFound) // for which the mux has answers of its own, and not as problems
		return
	}
	h.mux.ServeHTTP(w, q)
}

// answering makes the answer to a request, on a scratch of its own.
type answering func(http.ResponseWriter, *http.Request, *scratch) answer

// serve makes an answer, whole, and only then writes it.
func (h *Handler) serve(w http.ResponseWriter, q *http.Request, answerTo answering) {
	s := &scratch{ctx: q.Context()}
	defer s.clear() // also where writing the answer panics
	a := h.guarded(w, q, s, answerTo)
	if h.options.AllowOrigin != "" {
		header := w.Header()
		header.Set("Access-Control-Allow-Origin", h.options.AllowOrigin)
		if q.Method == http.MethodOptions && a.allow != "" {
			header.Set("Access-Control-Allow-Methods", a.allow)
			header.Set("Access-Control-Allow-Headers", "Content-Type")
			header.Set("Access-Control-Max-Age", "86400") // seconds
		}
	}
	a.write(w, q)
}

// guarded makes an answer; where that panics, the answer says so without a word
// of what is inside, and the log has the rest under the same instance.
func (h *Handler) guarded(w http.ResponseWriter, q *http.Request, s *scratch, answerTo answering) (a answer) {
	defer func() {
		if cause := recover(); cause != nil {
			a = broken()
			h.options.Log.Error("ocop/httpapi: panic", "instance", a.instance, "method", q.Method, "path", q.URL.Path, "cause", cause, "stack", stack())
		}
	}()
	return answerTo(w, q, s)
}
