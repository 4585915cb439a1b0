// Command release builds the command ocop for each system and packs it with
// LICENSE, NOTICE and the licence texts of all that is linked into it. With the
// same Go the same source gives the same bytes.
//
//	go run ./ocop/internal/release dist
package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// target is a system that a program is built for.
type target struct{ os, arch string }

// targets are the systems that are released.
var targets = []target{{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "arm64"}, {"windows", "amd64"}}

// program is the package that is built.
const program = "./ocop/cmd/ocop"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage, from the project's root: go run ./ocop/internal/release DIR")
		os.Exit(2)
	}
	if err := release(".", os.Args[1], targets); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// release writes an archive for each target, and the sums of all.
func release(root, dir string, targets []target) error {
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // for all to read
		return err
	}
	var sums strings.Builder
	for _, t := range targets {
		files, err := t.files(root)
		if err != nil {
			return fmt.Errorf("%s/%s: %w", t.os, t.arch, err)
		}
		name, data, err := t.archive(files)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil { //nolint:gosec // for all to read
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), name)
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(sums.String()), 0o644) //nolint:gosec // for all to read
}

// files are what a target's archive holds.
func (t target) files(root string) ([]file, error) {
	binary, err := t.build(root)
	if err != nil {
		return nil, err
	}
	licences, err := t.licences(root)
	if err != nil {
		return nil, err
	}
	files := []file{{t.executable(), 0o755, binary}, {"LICENSES.txt", 0o644, licences}}
	for _, name := range []string{"LICENSE", "NOTICE"} {
		data, err := os.ReadFile(filepath.Join(root, name)) //nolint:gosec // the project's own
		if err != nil {
			return nil, err
		}
		files = append(files, file{name, 0o644, data})
	}
	return files, nil
}

func (t target) executable() string {
	if t.os == "windows" {
		return "ocop.exe"
	}
	return "ocop"
}

// build builds the program with nothing in it of the machine or of the moment.
func (t target) build(root string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "ocop-release-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	to := filepath.Join(dir, "ocop")
	if _, err := t.goTool(root, "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", to, program); err != nil {
		return nil, err
	}
	return os.ReadFile(to) //nolint:gosec // just built
}

// goTool runs the go command for the target.
func (t target) goTool(root string, args ...string) ([]byte, error) {
	c := exec.Command("go", args...) //nolint:gosec // our own arguments
	c.Dir = root
	c.Env = append(os.Environ(), "GOOS="+t.os, "GOARCH="+t.arch, "GOAMD64=v1", "GOARM64=v8.0", "GOFLAGS=", "CGO_ENABLED=0")
	c.Stderr = os.Stderr
	return c.Output()
}
