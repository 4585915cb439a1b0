package gen

import (
	"bufio"
	"encoding/csv"
	"errors"
	"os"

	"github.com/ocop-vn/ocop-go/ocop/registry"
)

// Write writes a register of n records to two files, as JSON Lines and as a table;
// a file without a name is left out.
func Write(seed uint64, n int, jsonLines, table string) error {
	lines, err := create(jsonLines)
	if err != nil {
		return err
	}
	rows, err := create(table)
	if err != nil {
		return errors.Join(err, lines.close())
	}
	w := csv.NewWriter(rows)
	_ = w.Write(registry.Columns()) // the writers keep their errors
	for x := range Records(seed, n) {
		if jsonLines != "" {
			_, _ = lines.Write(append(x.JSON(), '\n'))
		}
		if table != "" {
			_ = w.Write(x.Cells())
		}
	}
	w.Flush()
	return errors.Join(w.Error(), lines.close(), rows.close())
}

// file is one that is written.
type file struct {
	*bufio.Writer

	of *os.File
}

func create(name string) (*file, error) {
	if name == "" {
		name = os.DevNull
	}
	f, err := os.Create(name) //nolint:gosec // the caller's file
	if err != nil {
		return nil, err
	}
	return &file{bufio.NewWriterSize(f, 1<<20), f}, nil
}

func (f *file) close() error { return errors.Join(f.Flush(), f.of.Close()) }
