// Command duckdb counts registers of OCOP products in DuckDB, by figures.sql: the
// figures of `ocop registry --json` as SQL to read and to copy.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/ocop-vn/ocop-go/examples/duckdb/figures"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

func main() {
	on := flag.String("on", "", "the day to count for, as 2026-11-25 / ngày thống kê")
	tables := flag.String("tables", "", "write what figures.sql looks up into this folder / ghi các bảng tra vào thư mục này")
	flag.Parse()
	if err := run(context.Background(), *on, *tables, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(ctx context.Context, on, tables string, registers []string) error {
	if tables != "" {
		return figures.Tables(tables)
	}
	day, err := civil.Parse(on)
	if err != nil {
		return fmt.Errorf("-on: %w", err)
	}
	json, err := figures.Count(ctx, day, registers...)
	if err == nil {
		fmt.Println(json)
	}
	return err
}
