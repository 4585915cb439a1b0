package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/dossier/schema"
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
		if err := writeSchemas(*dir); err != nil {
			return c.cannotWrite(err)
		}
		return exitOK
	case flags.NArg() == 0:
		for _, name := range schema.Names() {
			if _, err := fmt.Fprintln(c.stdout, name); err != nil {
				return c.cannotWrite(err)
			}
		}
		return exitOK
	}
	data, ok := schema.Get(flags.Arg(0), c.lang)
	if !ok {
		return c.unusable("Không có schema %q.", "There is no schema %q.", flags.Arg(0))
	}
	if _, err := c.stdout.Write(data); err != nil {
		return c.cannotWrite(err)
	}
	return exitOK
}

// writeSchemas writes all schema files into a folder, which it makes.
func writeSchemas(dir string) error {
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
		return os.WriteFile(target, data, 0o644) //nolint:gosec // for all to read
	})
}
