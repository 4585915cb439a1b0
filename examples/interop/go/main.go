// Command check checks OCOP dossiers with santhosh-tekuri/jsonschema against the
// published JSON Schema, without the OCOP library.
//
//	go run . SCHEMA FILE…
package main

import (
	"fmt"
	"os"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func main() {
	refused, err := check(os.Args[1], os.Args[2:])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if refused > 0 {
		os.Exit(1)
	}
}

func check(schemaFile string, files []string) (refused int, err error) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(schemaFile)
	if err != nil {
		return 0, err
	}
	for _, name := range files {
		document, err := read(name)
		if err != nil {
			return refused, err
		}
		if err := schema.Validate(document); err != nil {
			fmt.Printf("%s: refused\n%v\n", name, err)
			refused++
			continue
		}
		fmt.Printf("%s: fits\n", name)
	}
	return refused, nil
}

func read(name string) (any, error) {
	file, err := os.Open(name) //nolint:gosec // the user names the file
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // only read
	return jsonschema.UnmarshalJSON(file)
}
