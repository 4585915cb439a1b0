package suite

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Document is the document of a case as bytes; base reads a document of the suite.
func (c *Case) Document(base func(name string) ([]byte, error)) ([]byte, error) {
	switch {
	case c.Text != nil:
		return []byte(*c.Text), nil
	case c.Base64 != nil:
		return c.Base64, nil
	case c.Input != nil:
		return c.Input, nil
	case c.Base == "":
		return nil, fmt.Errorf("%s: no document", c.ID)
	}
	document, err := base(c.Base)
	if err == nil {
		document, err = Patched(document, c.Patch)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.ID, err)
	}
	return document, nil
}

// Patched is a document after changes (RFC 6902: add, remove and replace alone).
func Patched(document []byte, changes []Change) ([]byte, error) {
	if len(changes) == 0 {
		return document, nil
	}
	root, err := decoded(document)
	for i, c := range changes {
		if err != nil {
			break
		}
		var value any
		if c.Op != "remove" {
			if value, err = decoded(c.Value); err != nil {
				break
			}
		}
		if root, err = changed(root, steps(c.Path), c.Op, value); err != nil {
			err = fmt.Errorf("change %d, %s %s: %w", i+1, c.Op, c.Path, err)
		}
	}
	if err != nil {
		return nil, err
	}
	return json.Marshal(root)
}

func decoded(document []byte) (value any, err error) {
	read := json.NewDecoder(bytes.NewReader(document))
	read.UseNumber() // a number is written as it stood
	err = read.Decode(&value)
	return value, err
}

// steps are the names of a JSON Pointer (RFC 6901).
func steps(path string) []string {
	if path == "" {
		return nil
	}
	names := strings.Split(path[1:], "/")
	for i := range names {
		names[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(names[i])
	}
	return names
}

var errNotThere = errors.New("is not there")

// changed is a value after a change at a place within it.
func changed(at any, path []string, op string, value any) (any, error) {
	if len(path) == 0 {
		return value, nil
	}
	switch at := at.(type) {
	case map[string]any:
		inner, there := at[path[0]]
		switch {
		case !there && (op != "add" || len(path) > 1):
			return nil, errNotThere
		case len(path) == 1 && op == "remove":
			delete(at, path[0])
			return at, nil
		}
		inner, err := changed(inner, path[1:], op, value)
		at[path[0]] = inner
		return at, err
	case []any:
		i, err := strconv.Atoi(path[0])
		if path[0] == "-" && op == "add" {
			i, err = len(at), nil
		}
		switch {
		case err != nil, i < 0, i > len(at), i == len(at) && (op != "add" || len(path) > 1):
			return nil, errNotThere
		case len(path) == 1 && op == "add":
			return slices.Insert(at, i, value), nil
		case len(path) == 1 && op == "remove":
			return slices.Delete(at, i, i+1), nil
		}
		at[i], err = changed(at[i], path[1:], op, value)
		return at, err
	}
	return nil, errNotThere
}
