// Intake is a page that takes dossiers in: the form, and a folder for what is handed in.
package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"

	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

const mostBytes = 500_000_000 // of a package

func main() {
	log.Print("http://127.0.0.1:8028")
	log.Fatal(http.ListenAndServe("127.0.0.1:8028", site("package", "."))) //nolint:gosec // a proxy in front has the timeouts
}

// site has the page, the form out of the npm package, and takes packages into a folder.
func site(npm, folder string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, q *http.Request) { http.ServeFile(w, q, "index.html") })
	mux.Handle("GET /ocop/", http.StripPrefix("/ocop/", http.FileServer(http.Dir(npm))))
	mux.HandleFunc("POST /dossiers", func(w http.ResponseWriter, q *http.Request) {
		name, err := keep(http.MaxBytesReader(w, q.Body, mostBytes), folder)
		switch problems := (problem.List)(nil); {
		case errors.As(err, &problems):
			httpapi.Refuse(w, q, problems) // with all that is wrong, in the language of the browser
		case err != nil:
			http.Error(w, `{"detail":"Máy chủ không ghi được tệp. Hãy thử lại sau."}`, http.StatusInternalServerError)
			log.Print(err)
		default:
			fmt.Fprint(w, name)
		}
	})
	return mux
}

// keep writes a package into the folder, and leaves nothing there of one that is not valid.
func keep(body io.Reader, folder string) (name string, err error) {
	file, err := os.CreateTemp(folder, "ho-so-*.zip")
	if err != nil {
		return "", err
	}
	defer func() {
		err = errors.Join(err, file.Close())
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	size, err := io.Copy(file, body)
	if err != nil {
		return "", err
	}
	_, problems := pack.Check(file, size, pack.Options{}) // the bag, each file's hash, the dossier
	return filepath.Base(file.Name()), problems.Err()
}
