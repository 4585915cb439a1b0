// Command gen writes the JSON Schemas. It runs in the folder of package ocop/schema,
// under go generate.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/ocop-vn/ocop-go/dossier/internal/schemas"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	files, err := schemas.Files(os.DirFS("../../dossier"))
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.Name), 0o755); err != nil { //nolint:gosec // for all to read
			return err
		}
		if err := os.WriteFile(f.Name, f.Content, 0o644); err != nil { //nolint:gosec // for all to read
			return err
		}
	}
	return nil
}
