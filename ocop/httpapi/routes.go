package httpapi

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// route is an address with all that is taken and given there. The OpenAPI
// document is made from the same routes.
type route struct {
	method  string // GET, which HEAD may ask too, or POST
	path    string // a pattern of http.ServeMux, its last part open or not
	id      string // the operation's name, for generators
	summary lang.Text
	name    parameter   // the open part of the path, if there is one
	query   []parameter // what may stand behind the question mark
	accepts []string    // schemas of the document, of which it has one; POST alone
	also    object      // a schema of documents that have no name; nil for none
	limit   func(call) int
	most    int64           // bytes of a package or a form, where one is taken
	packed  func(call) bool // whether a package is taken too; nil: never
	form    bool            // a form is taken, and no document; see receiveForm
	gives   content
	kept    bool // whoever asked may keep the answer and ask whether it has changed
	door    func(call) answer
}

// parameter is a part of an address.
type parameter struct {
	name   string
	values []string // what it may be; nil: the door says
	day    bool     // it is a day
	text   lang.Text
}

// content is what is answered where nothing is refused.
type content struct {
	mediaType string
	schema    string // its name; "" where schemaOf is the schema
	schemaOf  object
	drawn     []string // media types of the same, drawn
	fileName  string   // that a browser saves it under; "" where it shows it
}

// call is what a door is asked: its own part of the path, its query, each
// parameter once and with a value that it takes, and the document.
type call struct {
	name     string
	query    map[string]string
	document []byte
	packed   *spool   // a package, in place of a document
	files    uploads  // beside a document
	scratch  *scratch // where a door may put what is too large to be held
}

// number is a parameter as a whole number, 0 where it is not given.
func (c call) number(parameter string) int {
	n, _ := strconv.Atoi(c.query[parameter]) // one of its values
	return n
}

// on is the day that a call is as of, zero where it is not given.
func (c call) on() civil.Date {
	d, _ := civil.Parse(c.query["on"]) // it was looked at
	return d
}

const (
	typeJSON    = "application/json"
	typeForm    = "multipart/form-data"
	typeProblem = "application/problem+json"
	typeSchema  = "application/schema+json"
	typeText    = "text/plain; charset=utf-8"
	typeHTML    = "text/html; charset=utf-8"
	typeDOCX    = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)

// routes are the addresses over a library.
func routes(l *ocop.Library, maxPackageBytes int64) []route {
	shelf := newShelf(l)
	list := slices.Concat(documentRoutes(l, maxPackageBytes), shelf.routes(), []route{{
		method: http.MethodGet, path: "/healthz", id: "health",
		summary: lang.Text{Vi: "Dịch vụ có đang chạy không", En: "Whether the service is up"},
		gives: content{mediaType: typeJSON, schemaOf: object{
			"type": "object", "required": []string{"status"},
			"properties": object{"status": object{"const": "ok"}},
		}},
		door: func(call) answer { return given([]byte(`{"status":"ok"}` + "\n")) },
	}})
	shelf.describe(list)
	return list
}

// allow lists the methods of an address.
func (r *route) allow() string {
	if r.method == http.MethodGet {
		return "GET, HEAD, OPTIONS"
	}
	return r.method + ", OPTIONS"
}

// takes tells whether a method may be used at the address; who asks HEAD gets the
// head of what GET gives.
func (r *route) takes(method string) bool {
	return method == r.method || method == http.MethodHead && r.method == http.MethodGet
}

// answer answers at an address: it looks at the method, the query and the
// document in turn, and lets the door see only what it takes.
func (r *route) answer(w http.ResponseWriter, q *http.Request, s *scratch) answer {
	if q.Method == http.MethodOptions {
		return answer{status: http.StatusNoContent, allow: r.allow()}
	}
	if !r.takes(q.Method) {
		return r.otherMethod(q.Method)
	}
	query, problems := readQuery(r.query, q.URL.RawQuery)
	if problems != nil {
		return refused(http.StatusBadRequest, problems...)
	}
	c := call{query: query, name: q.PathValue(r.name.name), scratch: s}
	if r.method == http.MethodPost {
		if refusal := r.receive(w, q, &c); refusal != nil {
			return *refusal
		}
	}
	a := r.door(c)
	if r.kept && a.status == http.StatusOK {
		a.ifChanged(q.Header.Values("If-None-Match"))
	}
	return a
}

// receive reads the body of a request, which is what it says in Content-Type. One
// that does not say is taken for JSON: it is read strictly all the same.
func (r *route) receive(w http.ResponseWriter, q *http.Request, c *call) (refusal *answer) {
	if refusal := refuseCoding(q.Header); refusal != nil {
		return refusal
	}
	said, packed := mediaTypeOf(q.Header), r.packed != nil && r.packed(*c)
	switch {
	case r.form:
		return receiveForm(w, q, c, r.most)
	case said == "" || isJSON(said):
		c.document, refusal = readDocument(w, q, r.limit(*c))
		return refusal
	case packed && isPackage(said):
		return receivePackage(w, q, c, r.most)
	case packed:
		return refuseMediaType(said, typeJSON, pack.MediaType)
	default:
		return refuseMediaType(said, typeJSON)
	}
}

// readQuery reads what stands behind the question mark: parameters that the
// address takes, each once.
func readQuery(takes []parameter, raw string) (map[string]string, problem.List) {
	values, err := url.ParseQuery(raw)
	if err != nil {
		return nil, problem.List{unreadableQuery.At("")}
	}
	query := map[string]string{}
	var problems problem.List
	for _, name := range slices.Sorted(maps.Keys(values)) {
		i := slices.IndexFunc(takes, func(p parameter) bool { return p.name == name })
		if i < 0 {
			problems = append(problems, unknownParameter.At("", problem.Value("parameter", name)))
			continue
		}
		query[name] = values.Get(name)
		if p, wrong := takes[i].wrong(values[name]); wrong {
			problems = append(problems, p)
		}
	}
	return query, problems
}

// wrong tells what is wrong with the values that a parameter was given.
func (p parameter) wrong(values []string) (problem.Problem, bool) {
	switch {
	case len(values) > 1:
		return parameterTwice.At("", problem.Value("parameter", p.name)), true
	case p.values != nil && !slices.Contains(p.values, values[0]):
		return wrongParameter.At("", problem.Value("parameter", p.name), problem.Value("value", values[0]), problem.Choices("values", strings.Join(p.values, ", "))), true
	case p.day:
		if _, err := civil.Parse(values[0]); err != nil {
			return wrongDay.At("", problem.Value("parameter", p.name), problem.Value("value", values[0])), true
		}
	}
	return problem.Problem{}, false
}
