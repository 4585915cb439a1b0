package gen

import "io/fs"

// File is a generated file; its name is relative to package dossier.
type File struct {
	Name    string
	Content []byte
}

// Files are the generated files of package dossier, whose source is given.
func Files(source fs.FS) ([]File, error) {
	structs, err := Types(source)
	if err != nil {
		return nil, err
	}
	fields, err := Fields(structs)
	if err != nil {
		return nil, err
	}
	decode, err := Decode(structs)
	if err != nil {
		return nil, err
	}
	check, err := Check(structs)
	if err != nil {
		return nil, err
	}
	tables, err := fs.Sub(source, "codes/places/source")
	if err != nil {
		return nil, err
	}
	places, err := Places(tables)
	if err != nil {
		return nil, err
	}
	return []File{
		{"internal/fields/tables_gen.go", fields}, {"decode_gen.go", decode}, {"check_gen.go", check},
		{"codes/places/tables_gen.go", places},
	}, nil
}
