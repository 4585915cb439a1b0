package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

const own = "github.com/ocop-vn/ocop-go"

// licences says under what the modules that we build upon are given. One that is
// not here stops the build: somebody has to read its licence first.
var licences = map[string]string{
	"github.com/go-json-experiment/json": "BSD-3-Clause",
}

// part is something of others that the package holds.
type part struct{ name, holds, licence, text string }

// packLicences puts LICENSE into the package, and NOTICE: whatever of others its
// files hold, with the licences, which all ask to go along.
func packLicences(dir string) error {
	root, err := goSays("list", "-m", "-f", "{{.Dir}}", own)
	if err != nil {
		return err
	}
	license, err := os.ReadFile(filepath.Join(root, "LICENSE")) //nolint:gosec // the module's own
	if err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "LICENSE"), license); err != nil {
		return err
	}
	parts, err := partsOf(dir)
	if err != nil {
		return err
	}
	return write(filepath.Join(dir, "NOTICE"), notice(parts))
}

func notice(parts []part) []byte {
	var b bytes.Buffer
	b.WriteString("@ocop-vn/ocop is under the Apache License 2.0, which stands in LICENSE.\nIts files hold these works of others:\n\n")
	for _, p := range parts {
		fmt.Fprintf(&b, "- %s (%s), in %s\n", p.name, p.licence, p.holds)
	}
	for _, p := range parts {
		fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 78), p.name, strings.TrimSpace(p.text))
	}
	return b.Bytes()
}

func partsOf(dir string) ([]part, error) {
	const modules = "ocop.wasm and ocop-checks.wasm"
	goRoot, err := goSays("env", "GOROOT")
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(filepath.Join(goRoot, "LICENSE")) //nolint:gosec // Go's own
	if err != nil {
		return nil, err
	}
	parts := []part{{"The Go standard library and runtime", modules, "BSD-3-Clause", string(text)}}
	names, err := linked()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		licence, ok := licences[name]
		if !ok {
			return nil, fmt.Errorf("%s is in the browser's modules, and wasm/internal/pack does not know its licence", name)
		}
		at, err := goSays("list", "-m", "-f", "{{.Dir}}", name)
		if err != nil {
			return nil, err
		}
		text, err := os.ReadFile(filepath.Join(at, "LICENSE")) //nolint:gosec // of a module that is built in
		if err != nil {
			return nil, err
		}
		parts = append(parts, part{name, modules, licence, string(text)})
	}
	vendored, err := vendoredIn(dir)
	return append(parts, vendored...), err
}

// linked lists the modules of others that go into the browser's modules.
func linked() ([]string, error) {
	command := exec.Command("go", "list", "-tags", "ocop_browser", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", own+"/wasm/score", own+"/wasm/checks")
	command.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	names := strings.Fields(string(out))
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == own }), nil
}

// vendoredIn reads the scripts of others that were copied into the package. Each
// begins with a line that says what it is and under what, and then its licence
// as a comment.
func vendoredIn(dir string) ([]part, error) {
	scripts, err := filepath.Glob(filepath.Join(dir, "vendor", "*.js"))
	if err != nil {
		return nil, err
	}
	var parts []part
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
		parts = append(parts, part{about, name, licence, text})
	}
	return parts, nil
}

func goSays(args ...string) (string, error) {
	out, err := exec.Command("go", args...).Output() //nolint:gosec // go, and arguments of this program's own
	if err != nil {
		return "", fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
