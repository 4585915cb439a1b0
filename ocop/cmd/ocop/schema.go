package main

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop/schema"
)

// schema runs the verb schema.
func (c *command) schema(args []string) int {
	flags := pflag.NewFlagSet("schema", pflag.ContinueOnError)
	dir := flags.String("dir", "", "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() > 1 || flags.NArg() == 1 && *dir != "":
		return c.unusable("Chỉ nêu một tên, hoặc --dir.", "Give one name, or --dir.")
	case *dir != "":
		if err := c.writeSchemas(*dir); err != nil {
			return c.cannotWrite(err)
		}
		return exitOK
	case flags.NArg() == 0:
		for _, name := range schema.Names() {
			c.print("%s", name)
		}
		return exitOK
	}
	data, ok := schema.Get(flags.Arg(0), c.lang)
	if !ok {
		return c.unusable("Không có schema “%s”.", "There is no schema “%s”.", flags.Arg(0))
	}
	c.json(data)
	return exitOK
}

// writeSchemas writes all schema files into a folder, which it makes.
func (c *command) writeSchemas(dir string) error {
	files := schema.Files()
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(name))
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755) //nolint:gosec // for all to read
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return c.stdout.whole(func() error { return writeFile(target, data) })
	})
}
