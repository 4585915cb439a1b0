package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// npm puts LICENSE into the npm package, and NOTICE: whatever of others its files
// hold, with the licences, which all ask to go along.
func npm(root, dir string) error {
	license, err := os.ReadFile(filepath.Join(root, "LICENSE")) //nolint:gosec // the project's own
	if err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "LICENSE"), license); err != nil {
		return err
	}
	works, err := target{"wasip1", "wasm"}.works(root, "ocop_browser", "./wasm/score", "./wasm/checks")
	if err != nil {
		return err
	}
	for i := range works {
		works[i].in = "ocop.wasm and ocop-checks.wasm"
	}
	scripts, err := vendored(dir)
	if err != nil {
		return err
	}
	const head = "@ocop-vn/ocop is under the Apache License 2.0, which stands in LICENSE.\nIts files hold these works of others:"
	return write(filepath.Join(dir, "NOTICE"), written(head, append(works, scripts...)))
}

// vendored are the scripts of others that were copied into the package. Each
// begins with a line that says what it is and under what, and then its licence
// as a comment.
func vendored(dir string) ([]work, error) {
	scripts, err := filepath.Glob(filepath.Join(dir, "vendor", "*.js"))
	if err != nil {
		return nil, err
	}
	var works []work
	for _, script := range scripts {
		data, err := os.ReadFile(script) //nolint:gosec // the package that is made
		if err != nil {
			return nil, err
		}
		name := "vendor/" + filepath.Base(script)
		first, rest, _ := strings.Cut(string(data), "\n")
		_, text, opens := strings.Cut(rest, "/*!")
		text, _, closes := strings.Cut(text, "*/")
		about, licence, says := strings.Cut(strings.TrimPrefix(first, "// "), ", ")
		licence, _, named := strings.Cut(licence, " licence")
		if !opens || !closes || !says || !named {
			return nil, errors.New(name + " does not begin with what it is and its licence")
		}
		works = append(works, work{about, licence, name, map[string][]byte{name: []byte(text)}})
	}
	return works, nil
}
