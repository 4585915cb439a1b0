package main

import (
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// trace runs the verb trace: all files are of one chain.
func (c *command) trace(args []string) int {
	flags := pflag.NewFlagSet("trace", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	no := flags.Int("set", 0, "")
	forward := flags.String("forward", "", "")
	shop := newShopFlags(flags)
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() == 0:
		return c.unusable("Cần ít nhất một tệp (hoặc -).", "Name at least one file (or -).")
	}
	if wrong := shop.unused(flags); wrong != "" {
		return c.unusable("%s chỉ dùng với --html.", "%s goes with --html alone.", wrong)
	}
	set, known := qd26.Edition().Set(*no)
	if flags.Changed("set") && !known {
		return c.unusable("Không có bộ sản phẩm số %d.", "There is no product set %d.", *no)
	}
	documents := make([][]byte, flags.NArg())
	for i, name := range flags.Args() {
		var err error
		if documents[i], err = c.read(name, int64(budget.Trace().Bytes)); err != nil {
			return c.cannotRead(name, err)
		}
	}
	if *forward != "" {
		return c.forward(flags.Args(), documents, *forward)
	}
	report := trace.TraceJSON(documents...)
	if report.Problems.Err() != nil {
		code = exitProblems
	}
	if *shop.html {
		c.tellProblems(flags.Args(), report.Problems)
		return max(code, c.shopPage(flags, shop, &report))
	}
	if known {
		report.Levels = trace.Levels(set, &report)
	}
	if *asJSON {
		c.json(append(report.AppendJSON(nil), '\n'))
		return code
	}
	c.tellProblems(flags.Args(), report.Problems)
	report.Problems = nil // they were told, each with its file
	paper := report.Paper(c.lang)
	if c.color {
		_ = paper.Painted(c.stdout) // run looks at the error
	} else {
		_ = paper.Text(c.stdout) // likewise
	}
	return code
}

// forward says where goods went, and what was made of them, as data.
func (c *command) forward(names []string, documents [][]byte, address string) int {
	key, err := trace.Parse(address)
	if err != nil {
		c.explain(address, err)
		return exitUnusable
	}
	code := exitOK
	docs := make([]trace.Document, len(documents))
	for i, data := range documents {
		var problems problem.List
		docs[i], problems = trace.Read(data)
		if c.explain(names[i], problems); problems.Err() != nil {
			code = exitProblems
		}
	}
	reached, problems := trace.Forward(key, docs...)
	if c.tellProblems(names, problems); problems.Err() != nil {
		return exitProblems
	}
	c.json(append(trace.AppendReachJSON(nil, reached), '\n'))
	return code
}

// tellProblems says on standard error what is wrong, each with its file.
func (c *command) tellProblems(names []string, problems problem.List) {
	for _, p := range problems {
		c.explain(fileOf(names, &p), problem.List{p})
	}
}

// fileOf is the file that a problem is of, whose number is taken from its path.
func fileOf(names []string, p *problem.Problem) string {
	number, rest, nested := strings.Cut(strings.TrimPrefix(p.Path, "/"), "/")
	i, err := strconv.Atoi(number)
	if err != nil || i >= len(names) {
		return "ocop"
	}
	if p.Path = ""; nested {
		p.Path = "/" + rest
	}
	return names[i]
}
