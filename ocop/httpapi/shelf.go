package httpapi

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"sync"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// shelf has what may be kept: rubrics, schemas and the description of the
// addresses. Each is made when it is first asked for.
type shelf struct {
	library     *ocop.Library
	rubrics     map[string]func() map[string]answer // by edition, then by product set
	names       func() answer
	bySchema    map[string]func() answer // by language and name
	description map[lang.Lang]func() answer
}

func newShelf(l *ocop.Library) *shelf {
	s := &shelf{library: l, rubrics: map[string]func() map[string]answer{}, bySchema: map[string]func() answer{}, description: map[lang.Lang]func() answer{}}
	for _, e := range l.Editions() {
		s.rubrics[e.ID()] = sync.OnceValue(func() map[string]answer { return setsOf(l, e.ID()) })
	}
	s.names = once(typeJSON, func() ([]byte, error) { return json.Marshal(object{"schemas": schemaNames()}) })
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		for _, name := range schemaNames() {
			s.bySchema[string(l)+"/"+name] = once(typeSchema, func() ([]byte, error) { return schemaFile(name, l), nil })
		}
	}
	return s
}

// routes are the addresses of what is on the shelf.
func (s *shelf) routes() []route {
	language := parameter{name: "lang", values: []string{string(lang.Vi), string(lang.En)}, text: lang.Text{
		Vi: "Ngôn ngữ của tiêu đề và mô tả; vi nếu không nêu.",
		En: "The language of titles and descriptions; vi if not given.",
	}}
	return []route{
		{
			method: http.MethodGet, path: "/v1/rubric/{set}", id: "rubric", kept: true,
			summary: lang.Text{
				Vi: "Tiêu chí của một bộ sản phẩm, có chữ",
				En: "The rubric of a product set, with its words",
			},
			name: parameter{name: "set", text: lang.Text{Vi: "Số của bộ sản phẩm trong quyết định.", En: "The product set's number in the decision."}},
			query: []parameter{{name: "edition", text: lang.Text{
				Vi: "Bộ tiêu chí; không nêu thì là bộ đang có hiệu lực.",
				En: "The edition; if not given, the one in force.",
			}}},
			gives: content{mediaType: typeJSON, schema: "rubric"},
			door:  s.rubric,
		},
		{
			method: http.MethodGet, path: "/v1/schemas", id: "schemas", kept: true,
			summary: lang.Text{Vi: "Tên các JSON Schema", En: "The names of the JSON Schemas"},
			gives: content{mediaType: typeJSON, schemaOf: object{
				"type": "object", "required": []string{"schemas"},
				"properties": object{"schemas": object{"type": "array", "items": object{"type": "string"}}},
			}},
			door: s.schemas,
		},
		{
			method: http.MethodGet, path: "/v1/schemas/{name}", id: "schema", kept: true,
			summary: lang.Text{Vi: "Một JSON Schema (bản 2020-12), tự đủ", En: "A JSON Schema (draft 2020-12), self-contained"},
			name:    parameter{name: "name", text: lang.Text{Vi: "Một tên trong /v1/schemas.", En: "A name in /v1/schemas."}},
			query:   []parameter{language},
			gives:   content{mediaType: typeSchema, schemaOf: object{"type": "object"}},
			door:    s.schema,
		},
		{
			method: http.MethodGet, path: "/openapi.json", id: "openapi", kept: true,
			summary: lang.Text{Vi: "Mô tả này (OpenAPI 3.1)", En: "This description (OpenAPI 3.1)"},
			query:   []parameter{language},
			gives:   content{mediaType: typeJSON, schemaOf: object{"type": "object"}},
			door:    s.openAPI,
		},
	}
}

// describe puts the description of the addresses on the shelf.
func (s *shelf) describe(list []route) {
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		s.description[l] = once(typeJSON, func() ([]byte, error) { return describe(list, l) })
	}
}

// once makes an answer the first time that it is asked for.
func once(mediaType string, make func() ([]byte, error)) func() answer {
	return sync.OnceValue(func() answer { return kept(mediaType, must(make())) })
}

// must is what is made of our own data, which cannot fail.
func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

// setsOf has each product set of an edition that the library has.
func setsOf(l *ocop.Library, edition string) map[string]answer {
	all := must(l.Rubric(edition))
	sets := map[string]answer{}
	for i := range all.Sets {
		no := all.Sets[i].No
		one, _ := all.Only(no)
		sets[strconv.Itoa(no)] = kept(typeJSON, must(one.JSON()))
	}
	return sets
}

func (s *shelf) rubric(c call) answer {
	edition := c.query["edition"]
	if edition == "" {
		edition = qd26.ID
	}
	sets, ok := s.rubrics[edition]
	if !ok {
		_, err := s.library.Rubric(edition)
		var problems problem.List
		errors.As(err, &problems)
		return refused(http.StatusNotFound, problems...)
	}
	a, ok := sets()[c.name]
	if !ok {
		return refused(http.StatusNotFound, noSuchSet.At("", problem.Value("edition", edition), problem.Value("set", c.name)))
	}
	return a
}

func (s *shelf) schemas(call) answer { return s.names() }

func (s *shelf) schema(c call) answer {
	a, ok := s.bySchema[string(languageIn(c))+"/"+c.name]
	if !ok {
		return refused(http.StatusNotFound, noSuchSchema.At("", problem.Value("name", c.name)))
	}
	return a()
}

func (s *shelf) openAPI(c call) answer { return s.description[languageIn(c)]() }

// languageIn is the language that a query names, or Vietnamese.
func languageIn(c call) lang.Lang {
	if c.query["lang"] == string(lang.En) {
		return lang.En
	}
	return lang.Vi
}
