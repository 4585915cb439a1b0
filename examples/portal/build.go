package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const module = "github.com/ocop-vn/ocop-go"

// The commands of make wasm, so that the portal starts without make. A test
// holds them to the Makefile.
var (
	wasmFlags  = []string{"build", "-tags", "ocop_browser", "-buildmode=c-shared", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid="}
	scoreFlags = []string{"-o", "wasm/npm/ocop.wasm", "./wasm/score"}
	checkFlags = []string{"-gcflags=" + module + "/...=-l", "-o", "wasm/npm/ocop-checks.wasm", "./wasm/checks"}
	packFlags  = []string{"run", "./wasm/internal/pack", "wasm/npm"}
	// A module of its own, with what only building needs.
	bundleFlags = []string{"-C", "wasm/bundle", "run", ".", "../npm"}
)

// moduleRoot is the folder of the module that the working folder stands in.
func moduleRoot(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return "", fmt.Errorf("run this inside the module %s: %w", module, err)
	}
	return strings.TrimSpace(string(out)), nil
}

// buildIfStale builds the modules and packs the words where one is missing or
// older than what it is made from.
func buildIfStale(ctx context.Context, root string) error {
	stale, err := isStale(root)
	if err != nil || !stale {
		return err
	}
	fmt.Fprintln(os.Stderr, "Đang dựng mô-đun cho trình duyệt… (building the browser's modules)")
	wasm := append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	return errors.Join(
		goIn(ctx, root, wasm, append(wasmFlags, scoreFlags...)),
		goIn(ctx, root, wasm, append(wasmFlags, checkFlags...)),
		goIn(ctx, root, os.Environ(), packFlags),
		goIn(ctx, root, os.Environ(), bundleFlags),
	)
}

func goIn(ctx context.Context, root string, env, args []string) error {
	command := exec.CommandContext(ctx, "go", args...) //nolint:gosec // the fixed commands above
	command.Dir, command.Env = root, env
	command.Stdout, command.Stderr = os.Stderr, os.Stderr
	if err := command.Run(); err != nil {
		return fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	return nil
}

// isStale tells whether a made file is missing or older than any source.
func isStale(root string) (bool, error) {
	made := time.Now()
	for _, name := range []string{"ocop.wasm", "ocop-checks.wasm", "words/qd26-2026/rules.json", "words/qd26-2026/places.json", "element.js", "dossier.js", "index.js", "integrity.js", "papers.js"} {
		info, err := os.Stat(filepath.Join(root, "wasm", "npm", name))
		if errors.Is(err, fs.ErrNotExist) {
			return true, nil
		}
		if err != nil {
			return false, err
		}
		if info.ModTime().Before(made) {
			made = info.ModTime()
		}
	}
	stale := false
	for _, source := range []string{"go.mod", "scoring", "dossier", "ocop/internal", "ocop/pack", "ocop/paper", "ocop/report", "ocop/schema", "wasm/score", "wasm/checks", "wasm/internal", "wasm/bundle", "wasm/npm/src", "wasm/npm/package.json"} {
		err := filepath.WalkDir(filepath.Join(root, source), func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && slices.Contains([]string{"testdata", "node_modules", "made"}, d.Name()) {
				return filepath.SkipDir
			}
			if d.IsDir() || strings.HasSuffix(name, "_test.go") {
				return nil
			}
			info, err := d.Info()
			if err == nil && info.ModTime().After(made) {
				stale = true
				return filepath.SkipAll
			}
			return err
		})
		if err != nil {
			return false, err
		}
	}
	return stale, nil
}
