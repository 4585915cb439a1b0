package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// place is what a place in a dossier is called, and the places in it; "*" stands
// for every item of a list and every criterion of a table.
type place struct {
	Title   string           `json:"title,omitempty"`
	Members map[string]place `json:"members,omitempty"`
}

// node is what a JSON Schema says of a place.
type node struct {
	Ref        string          `json:"$ref"`
	Title      string          `json:"title"`
	Properties map[string]node `json:"properties"`
	Items      json.RawMessage `json:"items"`
	Others     json.RawMessage `json:"additionalProperties"`
	Defs       map[string]node `json:"$defs"`
}

// placesOf takes the names of a dossier's places out of its schema, so that the
// page can say "Chủ thể › Mã số thuế" for /producer/taxCode.
func placesOf(l lang.Lang) ([]byte, error) {
	text, ok := schema.Get("dossier", l)
	if !ok {
		return nil, fmt.Errorf("no schema of dossiers in %s", l)
	}
	var dossier node
	if err := json.Unmarshal(text, &dossier); err != nil {
		return nil, err
	}
	return json.Marshal(dossier.place(dossier.Defs))
}

func (n *node) place(defs map[string]node) place {
	p := place{Title: n.Title, Members: map[string]place{}}
	if name, ok := strings.CutPrefix(n.Ref, "#/$defs/"); ok {
		referred := defs[name]
		p = referred.place(defs)
		if n.Title != "" {
			p.Title = n.Title
		}
	}
	for name, member := range n.Properties {
		p.Members[name] = member.place(defs)
	}
	for _, every := range []json.RawMessage{n.Items, n.Others} {
		var item node
		if json.Unmarshal(every, &item) == nil { // it may be true or false
			p.Members["*"] = item.place(defs)
		}
	}
	return p
}
