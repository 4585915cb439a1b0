package main

import (
	"encoding/json"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
)

// What the form of a dossier is drawn from.
type (
	dossierForm struct {
		belonging
		Dossier json.RawMessage `json:"dossier"` // its fields, as package schema tells them
	}
	placeList struct {
		belonging
		Provinces []province `json:"provinces"`
	}
	// These stand as lists, code and name first, as names would be half of the file.
	province [3]any    // with its communes
	commune  [2]string // or ward, or special zone
)

// placesOf are the provinces of today with their communes, by code.
func placesOf(to belonging) placeList {
	list := placeList{belonging: to}
	for _, p := range places.Provinces() {
		var communes []commune
		for _, c := range places.Communes(p.Code) {
			communes = append(communes, commune{c.Code, c.Name})
		}
		list.Provinces = append(list.Provinces, province{p.Code, p.Name, communes})
	}
	return list
}
