package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// conformance packs the suite for those who write the rules in another language:
// the cases, what they say of themselves, and the runners.
func conformance(root, dir string) error {
	from := filepath.Join(root, "ocop", "conformance")
	var files []file
	err := filepath.WalkDir(from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		place, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		place = filepath.ToSlash(place)
		top := !strings.Contains(place, "/") && !strings.HasSuffix(place, ".go")
		if !top && !strings.HasPrefix(place, "v1/") {
			return nil
		}
		data, err := os.ReadFile(name) //nolint:gosec // the project's own
		if err != nil {
			return err
		}
		files = append(files, file{place, 0o644, data})
		return nil
	})
	if err != nil {
		return err
	}
	license, err := os.ReadFile(filepath.Join(root, "LICENSE")) //nolint:gosec // the project's own
	if err != nil {
		return err
	}
	packed, err := tarred("ocop-conformance", append(files, file{"LICENSE", 0o644, license}))
	if err != nil {
		return err
	}
	return write(filepath.Join(dir, "ocop-conformance.tar.gz"), packed)
}
