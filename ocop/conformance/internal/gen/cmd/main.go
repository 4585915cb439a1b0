// Command cmd writes the files of the suite: go generate ./ocop/conformance.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/gen"
)

func main() {
	if err := write("v1"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "documents", "*.json"))
	if err != nil {
		return err
	}
	documents := map[string][]byte{}
	for _, name := range names {
		if documents["documents/"+filepath.Base(name)], err = os.ReadFile(name); err != nil { //nolint:gosec // a file of the suite
			return err
		}
	}
	files, err := gen.Files(documents)
	if err != nil {
		return err
	}
	if err := removeOld(dir, files); err != nil {
		return err
	}
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { //nolint:gosec // published
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil { //nolint:gosec // published
			return err
		}
	}
	return nil
}

// removeOld takes away files of cases that are made no more.
func removeOld(dir string, files map[string][]byte) error {
	old, err := filepath.Glob(filepath.Join(dir, "*", "*.jsonl"))
	if err != nil {
		return err
	}
	for _, path := range old {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		if _, made := files[filepath.ToSlash(name)]; made {
			continue
		}
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}
