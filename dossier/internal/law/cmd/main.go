// Command law writes ocop/LAW.md. It runs in the folder of package ocop, under go generate.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/ocop-vn/ocop-go/dossier/internal/law"
)

func main() {
	if err := run(".."); err != nil {
		log.Fatal(err)
	}
}

func run(module string) error {
	source, err := law.ReadSource()
	if err != nil {
		return err
	}
	text, err := law.Write(source, os.DirFS(module))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(module, law.File), text, 0o644) //nolint:gosec // for all to read
}
