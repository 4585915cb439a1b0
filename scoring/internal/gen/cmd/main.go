// Command gen writes the tables of edition qd26 from their source. It runs in
// the folder of package qd26, under go generate.
package main

import (
	"log"
	"os"

	"github.com/ocop-vn/ocop-go/scoring/internal/gen"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	source, err := gen.Read(os.DirFS("source"))
	if err != nil {
		return err
	}
	files, err := source.Files()
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
