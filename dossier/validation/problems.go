package validation

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What is wrong and no rule of the dossier's.
var (
	otherRule = problem.Kind{Code: "VALIDATION-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: không đáp ứng quy tắc “{rule}” của phần mềm này.", En: "{field}: breaks this program's own rule “{rule}”.",
	}}
	notValidated = problem.Kind{Code: "VALIDATION-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không kiểm tra được dữ liệu: {error}.", En: "The data could not be checked: {error}.",
	}}
)

// Kinds lists the kinds of problem that only this package reports.
func Kinds() []problem.Kind { return []problem.Kind{otherRule, notValidated} }

// Problems turns the error that an instance with the rules registered gave for a
// value, a dossier or anything that holds dossiers, into problems in order of
// their places. It is nil where the error is.
//
// A dossier has the problems of CheckShape, and as many of them; pointers lead
// from the value, by the names of its json tags. A rule of the program's own
// that fails beside them is VALIDATION-01, at its place; its value is not
// repeated. The error may be wrapped or joined, a list of errors as gin's for
// slices (which has no index: the item is the first that fits), or a
// problem.List; of any other is told what it says (VALIDATION-02). Where the
// value is not the one that was validated, places may be as near as can be told.
func Problems(value any, err error) problem.List {
	if err == nil {
		return nil
	}
	var t translation
	t.read(place{value: reflect.ValueOf(value)}, err)
	problems := t.list()
	if len(problems) == 0 {
		t.tell(errors.New("no finding"))
		problems = t.told
	}
	slices.SortStableFunc(problems, func(a, b problem.Problem) int { return strings.Compare(a.Path, b.Path) })
	return problems
}

// translation gathers problems.
type translation struct {
	locator
	told   problem.List // that need no translation
	groups []*group
	of     map[groupKey]*group
	across map[string]problem.List // by the pointer to a dossier, what is wrong between its fields
}

// groupKey tells groups apart: the value itself may be a dossier, whose pointer
// is empty as that of what lies outside of all.
type groupKey struct {
	prefix string
	inside bool
}

// group is what was found in one dossier, or outside of all. Each has a
// dossier's budget.
type group struct {
	at    place // of the dossier
	found problem.Collector
	whole bool // validator was kept out of the dossier
}

func (t *translation) list() problem.List {
	problems := t.told
	for _, g := range t.groups {
		list := g.found.List()
		if g.at.dossier.IsValid() && (g.whole || g.found.More()) { // which ones are told is for the dossier to say
			list = readable(g.at.dossier).CheckShape()
		}
		for _, p := range list {
			p.Path = g.at.prefix + p.Path
			problems = append(problems, p)
		}
	}
	return problems
}

// group is the one that a place is in.
func (t *translation) group(at place) *group {
	key := groupKey{at.prefix, at.dossier.IsValid()}
	if t.of[key] == nil {
		if t.of == nil {
			t.of = map[groupKey]*group{}
		}
		t.of[key] = &group{at: at, found: problem.Collect(budget.Dossier())}
		t.groups = append(t.groups, t.of[key])
	}
	return t.of[key]
}

// read takes all that an error holds about the value at a place.
func (t *translation) read(at place, err error) {
	if v := reflect.ValueOf(err); !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		return // it says nothing
	}
	switch e := err.(type) { //nolint:errorlint // what it wraps is read below
	case validator.ValidationErrors:
		for _, f := range e {
			if f != nil {
				t.add(at, f)
			}
		}
	case problem.List:
		t.told = append(t.told, e...)
	case interface{ Unwrap() []error }:
		for _, part := range e.Unwrap() {
			t.read(at, part)
		}
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			t.read(at, inner)
			return
		}
		t.tell(err)
	default:
		if errs, ok := itemErrors(err); ok {
			t.readItems(at, errs)
			return
		}
		t.tell(err)
	}
}

// tell notes an error that is not about the value's content.
func (t *translation) tell(err error) {
	t.told = append(t.told, notValidated.At("", problem.Value("error", err.Error())))
}

// itemErrors are the errors of a list's items, as gin's SliceValidationError has
// them, in the order of the items but without their indexes.
func itemErrors(err error) ([]error, bool) {
	list := reflect.ValueOf(err)
	if list.Kind() != reflect.Slice {
		return nil, false
	}
	var errs []error
	for i := range list.Len() {
		item, ok := list.Index(i).Interface().(error)
		if !ok {
			return nil, false
		}
		errs = append(errs, item)
	}
	return errs, true
}

// readItems takes what the errors of its items hold about the list at a place.
func (t *translation) readItems(at place, errs []error) {
	at.value = concrete(at.value)
	for i, item := range t.itemsOf(at, errs) {
		if item < 0 { // of another list
			t.read(at, errs[i])
			continue
		}
		t.read(at.item(item), errs[i])
	}
}

// itemsOf are the indexes of the items that errors are of: each the first after
// the one before it in which all holds that the error says; -1 from where on
// there is none, as the list is then not the one that was validated.
func (t *translation) itemsOf(list place, errs []error) []int {
	var indexes []int
	for i := 0; i < length(list.value) && len(indexes) < len(errs); i++ {
		if t.holds(list.item(i), errs[len(indexes)]) {
			indexes = append(indexes, i)
		}
	}
	for len(indexes) < len(errs) {
		indexes = append(indexes, -1)
	}
	return indexes
}

// length is that of a list; 0 of anything else.
func length(v reflect.Value) int {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Array {
		return v.Len()
	}
	return 0
}

// holds tells whether a value has all that an error of gin's finds in it.
func (t *translation) holds(at place, err error) bool {
	if found, ok := err.(validator.ValidationErrors); ok { //nolint:errorlint // an item of gin's, never wrapped
		return !slices.ContainsFunc(found, func(f validator.FieldError) bool {
			_, _, right := t.place(at, f)
			return !right
		})
	}
	errs, ok := itemErrors(err)
	at.value = concrete(at.value)
	return ok && !slices.Contains(t.itemsOf(at, errs), -1)
}

// place is that of a finding about the value at a place.
func (t *translation) place(root place, f validator.FieldError) (at place, known, right bool) {
	return t.locate(root, structNamespace(f), func(p place) bool { return t.has(p, f) })
}

// has tells whether what was found stands at a place.
func (t *translation) has(at place, f validator.FieldError) bool {
	if p, ok := between(f); ok {
		return at.isDossier() && slices.ContainsFunc(t.acrossOf(at), func(q problem.Problem) bool {
			return q.Path == p.Path && q.Code == p.Code && q.Message == p.Message
		})
	}
	if !at.value.IsValid() || !at.value.CanInterface() { // nothing to compare
		return true
	}
	return reflect.DeepEqual(at.value.Interface(), f.Value())
}

func (t *translation) acrossOf(at place) problem.List {
	list, known := t.across[at.pointer]
	if !known {
		if t.across == nil {
			t.across = map[string]problem.List{}
		}
		list = readable(at.value).CheckAcross()
		t.across[at.pointer] = list
	}
	return list
}

// between is the problem between a dossier's fields that a finding carries.
func between(f validator.FieldError) (problem.Problem, bool) {
	p, ok := f.Value().(problem.Problem)
	return p, ok && f.Tag() == p.Code
}

// structNamespace is where a finding is, by the names of Go; that of a problem
// between fields is where its dossier is.
func structNamespace(f validator.FieldError) string {
	p, _ := between(f)
	return strings.TrimSuffix(f.StructNamespace(), p.Path)
}

// add takes a finding about the value at a place.
func (t *translation) add(root place, f validator.FieldError) {
	at, known, _ := t.place(root, f)
	if p, ok := between(f); ok {
		if !at.dossier.IsValid() { // of another value
			p.Path = at.pointer + p.Path
		}
		t.group(at).found.Add(p)
		return
	}
	if known && at.isDossier() { // a rule on a dossier as a whole keeps validator out of it
		t.group(at).whole = true
		if f.Tag() == "required" { // an empty one tells all that it lacks
			return
		}
		at.dossier, at.prefix = reflect.Value{}, ""
	}
	t.group(at).found.Add(translate(at, known, f))
}

// translate makes a problem of a tag that what stands at a place breaks. Its
// pointer is from the dossier, if it is in one.
func translate(at place, known bool, f validator.FieldError) problem.Problem {
	name := label(at)
	if !known {
		name.Vi = problem.Shorten(f.Namespace())
		name.En = name.Vi
	}
	kind, params := dossierRule(at, f)
	if kind == nil || !known {
		rule := f.Tag()
		if f.Param() != "" {
			rule += "=" + f.Param()
		}
		kind, params = &otherRule, []problem.Param{problem.Value("rule", rule)}
	}
	return fields.Problem(kind, at.pointer[len(at.prefix):], name, params...)
}

// label is a field's name as the forms print it, or as JSON has it.
func label(at place) lang.Text {
	name := jsonName(at.field)
	switch known := at.known(); {
	case known != nil:
		return known.Label(name)
	case at.field.Name == "": // the value as a whole
		return lang.Text{Vi: "Giá trị", En: "The value"}
	default:
		return lang.Text{Vi: name, En: name}
	}
}

// known is what is known of the struct that holds the field, where it is one of a
// dossier's; nil for any other.
func (p place) known() *fields.Object {
	if p.holder == nil || p.holder.PkgPath() != dossierType.PkgPath() {
		return nil
	}
	return fields.Of(p.holder.Name())
}

// dossierRule is what a tag finds wrong if it is one of the dossier's rules, on
// whatever struct: nil of any other.
func dossierRule(at place, f validator.FieldError) (*problem.Kind, []problem.Param) {
	value := reflect.Indirect(reflect.ValueOf(f.Value()))
	if value.Kind() != f.Kind() { // validator hands out no list that an unexported field holds
		value = reflect.Indirect(at.value)
	}
	for _, rule := range shape.Rules() {
		if rule.Tag == f.ActualTag() && value.Kind() == reflect.String {
			limit, _ := strconv.Atoi(f.Param()) // 0 where the tag has no number
			text := value.String()
			return rule.Check(text, limit), []problem.Param{problem.Value("value", text), problem.Value("limit", strconv.Itoa(limit))}
		}
	}
	tags := at.ownTags()
	if !slices.Contains(tags, f.Tag()) && !slices.Contains(tags, f.Tag()+"="+f.Param()) {
		return nil, nil
	}
	bounds := []problem.Param{problem.Value("least", bound(tags, "min")), problem.Value("most", bound(tags, "max"))}
	switch tag := f.ActualTag(); {
	case tag == "required":
		return &shape.Missing, nil
	case tag == "oneof":
		return &shape.NotOneOf, []problem.Param{problem.Value("value", value.String()), problem.Choices("allowed", strings.ReplaceAll(f.Param(), " ", ", "))}
	case tag == "max" && value.Kind() == reflect.String:
		return &shape.TooLong, []problem.Param{problem.Value("limit", f.Param())}
	case (tag == "min" || tag == "max") && value.CanInt():
		return &shape.OutOfRange, append([]problem.Param{problem.Value("value", strconv.FormatInt(value.Int(), 10))}, bounds...)
	case (tag == "min" || tag == "max") && value.Kind() == reflect.Slice:
		return &shape.WrongCount, append([]problem.Param{problem.Value("value", strconv.Itoa(value.Len()))}, bounds...)
	default:
		return nil, nil
	}
}

// ownTags are the rules of a dossier's field; none of a field of anything else.
func (p place) ownTags() []string {
	if p.known() == nil {
		return nil
	}
	return strings.Split(p.field.Tag.Get("validate"), ",")
}

// bound is the number of the first tag min or max, which is of the field itself
// before those of its items; 0 where there is none.
func bound(tags []string, name string) string {
	for _, tag := range tags {
		if value, ok := strings.CutPrefix(tag, name+"="); ok {
			return value
		}
	}
	return "0"
}
