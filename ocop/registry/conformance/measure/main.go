// Command measure writes a register, and counts one: how many records a second,
// with how much memory.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime/pprof"
	"time"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/registry/conformance/gen"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

func main() {
	n := flag.Int("n", 0, "write so many records to the files of -jsonl and -csv, instead of counting")
	seed := flag.Uint64("seed", 26, "of which register")
	lines := flag.String("jsonl", "", "the register as JSON Lines")
	table := flag.String("csv", "", "the register as a table, to be written")
	profile := flag.String("cpuprofile", "", "where the time goes")
	flag.Parse()
	if err := run(*n, *seed, *lines, *table, *profile); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(n int, seed uint64, lines, table, profile string) error {
	if n > 0 {
		return gen.Write(seed, n, lines, table)
	}
	if profile == "" {
		return count(lines)
	}
	f, err := os.Create(profile) //nolint:gosec // the caller's file
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return errors.Join(err, f.Close())
	}
	err = count(lines)
	pprof.StopCPUProfile()
	return errors.Join(err, f.Close())
}

func count(lines string) error {
	f, err := os.Open(lines) //nolint:gosec // the caller's file
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // read only
	begin := time.Now()
	report, err := registry.Count(registry.JSONLines("", f), registry.Options{On: civil.Date{Year: 2026, Month: 11, Day: 25}})
	if err != nil {
		return err
	}
	took, all := time.Since(begin), report.Records+report.Failed
	fmt.Printf("%d records, %d in force, %d failed: %v, %.0f records/s, %s\n",
		all, report.InForce, report.Failed, took.Round(time.Millisecond), float64(all)/took.Seconds(), peak())
	return nil
}

// peak is the most memory that the process held, as Linux tells.
func peak() string {
	status, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	return "peak " + string(bytes.TrimSpace(line))
}
