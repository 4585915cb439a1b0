// Package lang holds the two languages that everything here speaks:
// Vietnamese, the language of the law, and English. Whatever is said to people is a
// Text of both; where a language is chosen, any but English is Vietnamese.
package lang

import "strings"

// Lang names a language by its two-letter code.
type Lang string

// The languages. Vietnamese is the default wherever a choice is optional.
const (
	Vi Lang = "vi"
	En Lang = "en"
)

// Text says one thing in both languages.
type Text struct {
	Vi string `json:"vi"`
	En string `json:"en"`
}

// In returns the text in the given language; any language but English reads Vietnamese.
func (t Text) In(l Lang) string {
	if l == En {
		return t.En
	}
	return t.Vi
}

// Named is a thing that has an id and a name.
type Named struct {
	ID   string `json:"id"`
	Name Text   `json:"name"`
}

// NameOf is the name of the thing of an id; empty where there is none.
func NameOf(list []Named, id string) Text {
	for i := range list {
		if list[i].ID == id {
			return list[i].Name
		}
	}
	return Text{}
}

// Article is a place in the decision, such as 4.1.a, as the decision cites it:
// điểm a khoản 1 Điều 4.
func Article(place string) Text {
	vi := ""
	for i, number := range strings.SplitN(place, ".", 3) {
		vi = [...]string{"Điều ", "khoản ", "điểm "}[i] + number + " " + vi
	}
	return Text{Vi: strings.TrimSpace(vi), En: "Article " + place}
}
