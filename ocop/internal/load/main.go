//go:build linux

// Command load tries the command ocop under load and says what it took:
//
//	go run ./ocop/internal/load lines [-sheets 5000000]   sheets through score --jsonl, on 1 and on 2 cores
//	go run ./ocop/internal/load serve [-for 10m]          ocop serve with good and with hostile clients
//
// Every answer is compared with what is known to be right: of sheets with the points
// that the published rubric prints, added up by maps; over HTTP with what the handler
// answers in this process. It sends to the loopback alone, ends by itself, and exits 1
// where an answer was wrong, a line missing, or memory did not stay flat. It reads
// what a process takes from /proc, so it is for Linux.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("load", flag.ContinueOnError)
	sheets := flags.Int("sheets", 5_000_000, "how many sheets")
	length := flags.Duration("for", 10*time.Minute, "how long clients come")
	if len(args) == 0 {
		return fmt.Errorf("lines or serve")
	}
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "ocop-load-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	program := filepath.Join(dir, "ocop")
	build := exec.Command("go", "build", "-o", program, "./ocop/cmd/ocop") //nolint:gosec // our own arguments
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("cannot build the command: %w", err)
	}
	switch args[0] {
	case "lines":
		return linesOnCores(program, *sheets, 1, 2)
	case "serve":
		return serve(program, *length)
	}
	return fmt.Errorf("lines or serve, not %q", args[0])
}
