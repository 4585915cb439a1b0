// Command gen writes the generated files of package dossier. It runs in the
// folder of that package, under go generate.
package main

import (
	"log"
	"os"

	"github.com/ocop-vn/ocop-go/dossier/internal/gen"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	files, err := gen.Files(os.DirFS("."))
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(f.Name, f.Content, 0o644); err != nil { //nolint:gosec // source code is for all to read
			return err
		}
	}
	return nil
}
