// Package fields knows the fields of a dossier: the name of each in JSON, the
// name that the forms print, and which must be there. Its tables are made from
// the structs of package dossier.
package fields

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Object is what is known of the fields of a struct, in the order they stand.
type Object struct {
	Names    []string
	Labels   []lang.Text // as the forms print them
	Required uint64      // bit i: Names[i] must be there
}

// Label is the printed name of a field that the object has.
func (o *Object) Label(name string) lang.Text { return o.Labels[slices.Index(o.Names, name)] }

// Requires tells whether field i must be there.
func (o *Object) Requires(i int) bool { return o.Required&(1<<i) != 0 }

// Problem makes a problem that names its field.
func Problem(k *problem.Kind, path string, label lang.Text, params ...problem.Param) problem.Problem {
	return k.At(path, append(params, Named(path, label))...)
}

// Named is the parameter that names a field: for machines by its member's name,
// for people as the forms print it.
func Named(path string, label lang.Text) problem.Param {
	for {
		i := strings.LastIndexByte(path, '/')
		name := path[i+1:] // "" where no field is left
		if strings.Trim(name, "0123456789") != "" || name == "" {
			return problem.Worded("field", name, label)
		}
		path = path[:i] // of an item: the list's name
	}
}
