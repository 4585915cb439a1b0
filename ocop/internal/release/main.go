// Command release makes what is published, with the terms of all that is in it.
//
//	go run ./ocop/internal/release binaries DIR [VERSION]   the command for each system, packed
//	go run ./ocop/internal/release npm DIR                  LICENSE and NOTICE of the npm package in DIR
//	go run ./ocop/internal/release conformance DIR          the conformance suite with its runners, packed
//	go run ./ocop/internal/release notes VERSION            what CHANGELOG.md says of a version
//	go run ./ocop/internal/release freeze VERSION           adds what a version publishes first to released.tsv
//	go run ./ocop/internal/release licences                 what the module's dependencies are given under
//
// It runs in the project's root. VERSION is that of a tag, such as v1.2.3.
package main

import (
	"fmt"
	"io"
	"os"
	"regexp"
)

func main() {
	if err := run(".", os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func run(root string, out io.Writer, args []string) error {
	switch {
	case len(args) == 2 && args[0] == "binaries":
		return binaries(root, args[1], "", targets)
	case len(args) == 3 && args[0] == "binaries" && isVersion(args[2]):
		return binaries(root, args[1], args[2], targets)
	case len(args) == 2 && args[0] == "npm":
		return npm(root, args[1])
	case len(args) == 2 && args[0] == "conformance":
		return conformance(root, args[1])
	case len(args) == 2 && args[0] == "freeze" && isVersion(args[1]):
		return freeze(root, args[1])
	case len(args) == 1 && args[0] == "licences":
		return printLicences(root, out)
	case len(args) == 2 && args[0] == "notes" && isVersion(args[1]):
		text, err := notes(root, args[1])
		if err != nil {
			return err
		}
		_, err = io.WriteString(out, text)
		return err
	}
	return fmt.Errorf("usage: binaries DIR [VERSION], npm DIR, conformance DIR, notes VERSION, freeze VERSION (as v1.2.3) or licences, not %q", args)
}

var version = regexp.MustCompile(`^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$`)

func isVersion(text string) bool { return version.MatchString(text) }
