package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// target is a system that programs are built for.
type target struct{ os, arch string }

// targets are the systems that are released.
var targets = []target{{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "arm64"}, {"windows", "amd64"}}

// program is the package that is built.
const program = "./ocop/cmd/ocop"

// binaries builds the command for each target, packs it with LICENSE, NOTICE and
// the terms of all that is linked into it, and writes the sums of all. With the
// same Go the same source and version give the same bytes.
func binaries(root, dir, version string, targets []target) error {
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // for all to read
		return err
	}
	var sums strings.Builder
	for _, t := range targets {
		files, err := t.files(root, version)
		if err != nil {
			return fmt.Errorf("%s/%s: %w", t.os, t.arch, err)
		}
		name, data, err := t.archive(files)
		if err != nil {
			return err
		}
		if err := write(filepath.Join(dir, name), data); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), name)
	}
	return write(filepath.Join(dir, "SHA256SUMS"), []byte(sums.String()))
}

func write(name string, data []byte) error {
	return os.WriteFile(name, data, 0o644) //nolint:gosec // for all to read
}

// files are what a target's archive holds.
func (t target) files(root, version string) ([]file, error) {
	binary, err := t.build(root, version)
	if err != nil {
		return nil, err
	}
	works, err := t.works(root, "", program)
	if err != nil {
		return nil, err
	}
	terms := written("Linked into this program, and under which terms. The program itself: LICENSE and NOTICE.", works)
	files := []file{{t.executable(), 0o755, binary}, {"LICENSES.txt", 0o644, terms}}
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

// build builds the program with nothing in it of the machine or of the moment;
// that it is of a version has to be told it.
func (t target) build(root, version string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "ocop-release-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	to := filepath.Join(dir, "ocop")
	if _, err := t.goTool(root, "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid= -X main.released="+version, "-o", to, program); err != nil {
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
