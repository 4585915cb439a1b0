package main

import (
	_ "embed"
	"fmt"
	"strings"
)

// The switches that rewritten packages import: one variant chooses by the
// environment, the other records what is reached. Both stand in an overlay
// only, so nothing of them is in the module.

//go:embed switches/run.go.txt
var runSource string

//go:embed switches/reach.go.txt
var reachSource string

func runtimeSource(reach bool, mutants int) string {
	if reach {
		return strings.Replace(reachSource, "const mutants = 0", fmt.Sprintf("const mutants = %d", mutants), 1)
	}
	return runSource
}
