// Registry makes a synthetic register, a sample of it and the chains of twelve of its
// products: go run ./examples/registry -records 20000 -seed 1 -o gia-lap
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/ocop-vn/ocop-go/examples/registry/synthetic"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

func main() {
	records := flag.Int("records", 20_000, "how many records")
	seed := flag.Uint64("seed", 1, "the same seed makes the same register")
	on := flag.String("on", lastDay.String(), "the last day that anything happened on")
	dir := flag.String("o", "gia-lap", "the folder to write to")
	flag.Parse()
	day, err := civil.Parse(*on)
	if err != nil || day.Before(synthetic.First) {
		log.Fatalf("-on is a day from %s on, not %q", synthetic.First, *on)
	}
	if err := run(os.Stdout, *dir, synthetic.Options{Records: *records, Seed: *seed, On: day}); err != nil {
		log.Fatal(err)
	}
}

// lastDay is that of the register whose sample stands here.
var lastDay = civil.Date{Year: 2026, Month: 11, Day: 25}

// Names of files.
const (
	registerName = "so-dang-ky"
	sampleName   = "so-dang-ky-mau"
	sampleSize   = 200
)

// run writes a register, its sample and its chains, and says what the register comes to.
func run(w io.Writer, dir string, o synthetic.Options) error {
	records, tally := synthetic.Make(o)
	if err := write(dir, registerName, records); err != nil {
		return err
	}
	if err := writeSample(dir, records, o.On); err != nil {
		return err
	}
	fmt.Fprintf(w, "%d bản ghi (giả lập), %d sản phẩm còn hiệu lực đến %s: %d 3 sao, %d 4 sao, %d 5 sao; %d chủ thể\n",
		tally.Records, tally.InForce, o.On, tally.ByStar[3], tally.ByStar[4], tally.ByStar[5], tally.Producers)
	return nil
}

// writeSample writes some of a register's records, and the chains of products among them.
func writeSample(dir string, records []registry.Record, on civil.Date) error {
	if err := write(dir, sampleName, sample(records, sampleSize, on)); err != nil {
		return err
	}
	return writeChains(dir, records, on)
}

// write writes records as JSON Lines and as a table.
func write(dir, name string, records []registry.Record) error {
	if err := create(filepath.Join(dir, name+".jsonl"), func(w io.Writer) error { return registry.WriteJSONLines(w, slices.Values(records)) }); err != nil {
		return err
	}
	return create(filepath.Join(dir, name+".csv"), func(w io.Writer) error {
		return registry.WriteCSV(w, slices.Values(records), registry.CSVOptions{})
	})
}

// create writes a file, in a folder that is made where there is none.
func create(name string, write func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		return err
	}
	file, err := os.Create(name) //nolint:gosec // the caller's folder
	if err != nil {
		return err
	}
	if err := write(file); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}
