package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// mediaTypes says what is handed out, and as what; a file of another kind stays where it is.
var mediaTypes = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json; charset=utf-8",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json; charset=utf-8",
}

// headers go with every answer. The page takes nothing from elsewhere, sends
// nothing anywhere and stands in no frame; it may compile WebAssembly.
var headers = map[string]string{
	"Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
		"connect-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; worker-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "no-referrer",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=()",
}

// file is a file as it is sent.
type file struct {
	mediaType string
	hash      string // SHA-256 of the content, in hexadecimal digits
	forever   bool   // the address never has another content
	plain     []byte
	brotli    []byte // nil where there is none
	zipped    []byte // nil where it gains nothing
}

// site is a few files in memory by their address; there are no folders to list.
type site map[string]file

// add puts a file at an address, to be asked for anew each time.
func (s site) add(at string, content []byte) error {
	f, err := newFile(at, content)
	s[at] = f
	return err
}

// addForever puts a file at an address that never has another content, with its
// brotli if there is one.
func (s site) addForever(at string, content, brotli []byte) error {
	f, err := newFile(at, content)
	f.forever, f.brotli = true, brotli
	s[at] = f
	return err
}

func newFile(at string, content []byte) (file, error) {
	mediaType, ok := mediaTypes[path.Ext(at)]
	if path.Ext(at) == "" {
		mediaType, ok = mediaTypes[".html"], true
	}
	if !ok {
		return file{}, fmt.Errorf("%s: no media type", at)
	}
	sum := sha256.Sum256(content)
	zipped, err := zip(content)
	return file{mediaType: mediaType, hash: hex.EncodeToString(sum[:]), plain: content, zipped: zipped}, err
}

func zip(content []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if out.Len() >= len(content) {
		return nil, nil
	}
	return out.Bytes(), nil
}

// ServeHTTP implements http.Handler.
func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	for name, value := range headers {
		header.Set(name, value)
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "Chỉ nhận GET và HEAD.", http.StatusMethodNotAllowed)
		return
	}
	f, ok := s[r.URL.Path]
	if !ok {
		header.Set("Cache-Control", "no-store")
		http.Error(w, "Không có trang này.", http.StatusNotFound)
		return
	}
	f.send(w, r)
}

// tag names the content in as few letters as will do, in whatever coding it goes out.
func (f *file) tag() string { return f.hash[:24] }

func (f *file) send(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("ETag", `W/"`+f.tag()+`"`) // weak: the same in every coding
	header.Set("Cache-Control", "no-cache")
	if f.forever {
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	header.Set("Vary", "Accept-Encoding")
	if knows(r.Header.Get("If-None-Match"), f.tag()) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	header.Set("Content-Type", f.mediaType)
	coding, content := f.coded(r.Header.Get("Accept-Encoding"))
	if coding != "" {
		header.Set("Content-Encoding", coding)
	}
	header.Set("Content-Length", strconv.Itoa(len(content)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(content) // who went away needs no answer
	}
}

// coded is the content in the smallest coding that a client takes.
func (f *file) coded(acceptEncoding string) (coding string, content []byte) {
	switch {
	case f.brotli != nil && takes(acceptEncoding, "br"):
		return "br", f.brotli
	case f.zipped != nil && takes(acceptEncoding, "gzip"):
		return "gzip", f.zipped
	}
	return "", f.plain
}

// knows tells whether an If-None-Match names the tag.
func knows(ifNoneMatch, tag string) bool {
	for one := range strings.SplitSeq(ifNoneMatch, ",") {
		one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
		if one == "*" || one == `"`+tag+`"` {
			return true
		}
	}
	return false
}

// takes tells whether an Accept-Encoding takes a coding.
func takes(acceptEncoding, coding string) bool {
	for one := range strings.SplitSeq(acceptEncoding, ",") {
		name, weight, _ := strings.Cut(strings.ReplaceAll(one, " ", ""), ";")
		if strings.EqualFold(name, coding) {
			q, err := strconv.ParseFloat(strings.TrimPrefix(weight, "q="), 64)
			return err != nil || q > 0
		}
	}
	return false
}
