package main

import (
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop/schema"
)

// schema runs the verb schema.
func (c *command) schema(args []string) int {
	flags := pflag.NewFlagSet("schema", pflag.ContinueOnError)
	dir := flags.String("dir", "", "")
	shape := flags.Bool("shape", false, "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() > 1 || flags.NArg() == 1 && *dir != "":
		return c.unusable("Chỉ nêu một tên, hoặc --dir.", "Give one name, or --dir.")
	case *dir != "":
		if err := c.writeSchemas(*dir, *shape); err != nil {
			return c.cannotWrite(err)
		}
		return exitOK
	case flags.NArg() == 0:
		for _, name := range schema.Names() {
			c.print("%s", name)
		}
		return exitOK
	}
	get := schema.Get
	if *shape {
		get = schema.Shape
	}
	data, ok := get(flags.Arg(0), c.lang)
	if !ok {
		return c.unusable("Không có schema “%s”.", "There is no schema “%s”.", flags.Arg(0))
	}
	c.json(data)
	return exitOK
}

// writeSchemas writes all files of package schema into a folder, which it makes,
// or, in the language asked for, the shapes alone.
func (c *command) writeSchemas(dir string, shapes bool) error {
	write := func(name string, data []byte) error {
		target := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil { //nolint:gosec // for all to read
			return err
		}
		return c.stdout.whole(func() error { return writeFile(target, data) })
	}
	if shapes {
		for _, name := range schema.Names() {
			data, _ := schema.Shape(name, c.lang)
			if err := write(name+".json", data); err != nil {
				return err
			}
		}
		return nil
	}
	for name, data := range schema.Files() {
		if err := write(name, data); err != nil {
			return err
		}
	}
	return nil
}
