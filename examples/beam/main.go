// Command beam counts registers of OCOP products and scores sheets in Apache Beam:
// on this machine, or with --runner on Flink, Spark or Dataflow.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/ocop-vn/ocop-go/examples/beam/pipeline"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

func main() {
	input := flag.String("input", "", "registers, JSON Lines or CSV: names or patterns of files, with commas between / các sổ theo dõi")
	sheets := flag.String("sheets", "", "files with a score sheet a line, as --input / các tệp phiếu chấm, mỗi dòng một phiếu")
	on := flag.String("on", "", "the day to count for, as 2026-11-25 / ngày thống kê")
	output := flag.String("output", "figures.json", "the file that the figures go to / tệp ghi kết quả")
	flag.Parse()
	pipeline.Register()
	beam.Init()
	if err := run(context.Background(), split(*input), split(*sheets), *on, *output); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(ctx context.Context, input, sheets []string, on, output string) error {
	day, err := civil.Parse(on)
	switch {
	case err != nil:
		return fmt.Errorf("--on: %w", err)
	case len(input)+len(sheets) == 0:
		return errors.New("--input, --sheets: nothing to read / không có gì để đọc")
	}
	p, s := beam.NewPipelineWithRoot()
	pipeline.Write(s, output, pipeline.Count(s, pipeline.Options{On: day, Registers: input, Sheets: sheets}))
	return beamx.Run(ctx, p)
}

// split are the names between commas.
func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
}
