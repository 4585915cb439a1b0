package httpapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// The published schemas, from the one package that has them.
const schemaVersion = schema.Version

func schemaNames() []string { return schema.Names() }

// schemaFile is a schema that stands by itself.
func schemaFile(name string, l lang.Lang) []byte {
	data, _ := schema.Get(name, l) // one of its names
	return data
}

const componentBase = "#/components/schemas/"

// components are the published schemas as an OpenAPI document holds them: beside
// each other, and what they define beside them, since generators follow no
// deeper reference. What several define alike is there once; what they define
// otherwise under one name bears the schema's name too, as rubric.gate.
func components(l lang.Lang) (map[string]json.RawMessage, error) {
	parts := map[string]parts{}
	own := map[string]bool{} // the definitions that bear their schema's name
	for _, name := range schemaNames() {
		p, err := takeApart(schemaFile(name, l))
		if err != nil {
			return nil, err
		}
		parts[name], own[name] = p, true
	}
	for {
		all, clash := together(parts, own)
		if !clash {
			return all, nil
		}
	}
}

// together puts the schemas beside each other. Where two differ under one name
// it notes that in own, and all has to be named anew: what refers to them differs too.
func together(schemas map[string]parts, own map[string]bool) (all map[string]json.RawMessage, clash bool) {
	all = map[string]json.RawMessage{}
	for name, p := range schemas {
		place := func(definition string) string {
			if own[definition] {
				return name + "." + definition
			}
			return definition
		}
		for definition, text := range p.definitions {
			text = pointed(text, place)
			at := place(definition)
			if there, ok := all[at]; ok && !bytes.Equal(there, text) {
				own[definition], clash = true, true
			}
			all[at] = text
		}
		all[name] = pointed(p.body, place)
	}
	return all, clash
}

// parts are a schema without its definitions and names, and the definitions.
type parts struct {
	body        json.RawMessage
	definitions map[string]json.RawMessage
}

// takeApart keeps the order of the members, in which people read them.
func takeApart(file []byte) (p parts, err error) {
	var compact bytes.Buffer
	if err := json.Compact(&compact, file); err != nil {
		return parts{}, err
	}
	d := jsontext.NewDecoder(&compact)
	if _, err := d.ReadToken(); err != nil {
		return parts{}, err
	}
	p.body = json.RawMessage("{")
	for d.PeekKind() == '"' {
		quoted, err := d.ReadValue()
		name := strings.Trim(string(quoted), `"`)
		if err != nil {
			return parts{}, err
		}
		value, err := d.ReadValue()
		if err != nil {
			return parts{}, err
		}
		switch name {
		case "$schema", "$id": // the OpenAPI document says the one, and is the other
		case "$defs":
			if err := json.Unmarshal(value, &p.definitions); err != nil {
				return parts{}, err
			}
		default:
			p.body = fmt.Appendf(p.body, "%q:%s,", name, value)
		}
	}
	p.body = append(bytes.TrimSuffix(p.body, []byte(",")), '}')
	return p, nil
}

// pointed lets a schema's references point to where the definitions are now.
func pointed(text json.RawMessage, place func(definition string) string) json.RawMessage {
	reference := regexp.MustCompile(`"\$ref":"#/\$defs/([^"/]+)"`)
	return reference.ReplaceAllFunc(text, func(found []byte) []byte {
		definition := reference.FindSubmatch(found)[1]
		return []byte(`"$ref":"` + componentBase + place(string(definition)) + `"`)
	})
}
