// Package validation runs the tags of a dossier in validator/v10, for programs
// that validate with it already: one call registers the rules in an instance of
// theirs. It finds exactly what dossier.Dossier.CheckShape finds, which needs
// neither validator nor reflection.
package validation

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// New returns a validator with the dossier's rules.
func New() (*validator.Validate, error) {
	v := validator.New()
	return v, Register(v)
}

// Register adds the dossier's rules to a validator: a tag ocop_… for each rule
// on a text, for structs of the caller's too, and for Dossier the rules across
// its fields. An instance that reads another tag than validate, as gin's reads
// binding, finds all that is wrong with a Dossier through these.
func Register(v *validator.Validate) error {
	for _, rule := range shape.Rules() {
		err := v.RegisterValidation(rule.Tag, func(field validator.FieldLevel) bool {
			limit, _ := strconv.Atoi(field.Param()) // 0 where the tag has no number
			return field.Field().Kind() == reflect.String && rule.Check(field.Field().String(), limit) == nil
		})
		if err != nil {
			return err
		}
	}
	for _, tag := range shape.ChoiceTags() {
		v.RegisterAlias(tag, "oneof="+strings.Join(shape.Choices(tag), " "))
	}
	ownTags := readsValidate(v)
	v.RegisterStructValidation(func(level validator.StructLevel) {
		x := level.Current().Interface().(dossier.Dossier) //nolint:forcetypeassert // registered for this type alone
		tags, across := x.CheckTags(), x.CheckAcross()
		if ownTags { // the tags report theirs themselves
			tags = tags[:0]
		}
		for i, p := range append(tags, across...) {
			level.ReportError(x, p.Path, mark+strconv.Itoa(i), p.Code, "")
		}
	}, dossier.Dossier{})
	return nil
}

// mark begins the struct field's name of what is wrong across fields; its place
// among what Register's function finds follows, as validator keeps no name of
// more than 255 bytes and the name of a claim may be longer.
const mark = "#"

// readsValidate tells whether a validator reads the tag validate.
func readsValidate(v *validator.Validate) bool {
	var probe struct {
		Text string `validate:"required"`
	}
	return v.Struct(&probe) != nil
}

// Check validates a dossier with a validator from New, or one that reads the tag
// validate and has the rules registered, and returns what it finds as problems
// in order of their places. An error that is no finding is returned as it is.
func Check(v *validator.Validate, x *dossier.Dossier) (problem.List, error) {
	err := v.Struct(x)
	var found validator.ValidationErrors
	if !errors.As(err, &found) { // nothing is wrong, or it is no finding
		return nil, err
	}
	return Problems(x, found), nil
}

// Problems turns what such a validator found in a dossier into problems with
// codes, places and messages, in order of their places.
func Problems(x *dossier.Dossier, found validator.ValidationErrors) problem.List {
	var problems, across problem.List
	for _, f := range found {
		place, isAcross := strings.CutPrefix(f.StructField(), mark)
		if !isAcross {
			problems = append(problems, tagProblem(x, f))
			continue
		}
		if across == nil {
			across = x.CheckAcross()
		}
		if i, err := strconv.Atoi(place); err == nil && i < len(across) {
			problems = append(problems, across[i])
		}
	}
	within := problem.Collect(budget.Dossier())
	if within.AddAll(problems); within.More() { // which ones are told is for the dossier to say
		problems = x.CheckShape()
	}
	slices.SortStableFunc(problems, func(a, b problem.Problem) int { return strings.Compare(a.Path, b.Path) })
	return problems
}

// tagProblem is the problem of a tag that a field breaks.
func tagProblem(x *dossier.Dossier, f validator.FieldError) problem.Problem {
	path, label, field := locate(x, f.StructNamespace())
	var params []problem.Param
	param := func(name, value string) { params = append(params, problem.Param{Name: name, Value: value}) }
	text := func() string { return reflect.Indirect(reflect.ValueOf(f.Value())).String() }
	kind := &shape.Missing
	switch tag := f.ActualTag(); {
	case tag == "required":
	case tag == "oneof":
		kind = &shape.NotOneOf
		param("value", text())
		params = append(params, problem.Choices("allowed", strings.ReplaceAll(f.Param(), " ", ", ")))
	case tag == "max" && f.Kind() == reflect.String:
		kind = &shape.TooLong
		param("limit", f.Param())
	case tag == "min" || tag == "max":
		value := reflect.Indirect(reflect.ValueOf(f.Value()))
		kind = &shape.OutOfRange
		if value.Kind() == reflect.Int {
			param("value", strconv.FormatInt(value.Int(), 10))
		} else {
			kind = &shape.WrongCount
			param("value", strconv.Itoa(value.Len()))
		}
		param("least", bound(field, "min"))
		param("most", bound(field, "max"))
	default:
		limit := f.Param()
		if limit == "" {
			limit = "0"
		}
		n, _ := strconv.Atoi(limit) // a tag of ours
		for _, rule := range shape.Rules() {
			if rule.Tag == tag {
				kind = rule.Check(text(), n)
			}
		}
		param("value", text())
		param("limit", limit)
	}
	return fields.Problem(kind, path, label, params...)
}

// bound is the number of the tag min or max of a field; 0 where there is none.
func bound(field reflect.StructField, name string) string {
	own, _, _ := strings.Cut(field.Tag.Get("validate"), "dive")
	for tag := range strings.SplitSeq(own, ",") {
		if value, ok := strings.CutPrefix(tag, name+"="); ok {
			return value
		}
	}
	return "0"
}

// locate turns a validator's namespace, Dossier.Report.Claims[1.1].Option, into
// a JSON Pointer, the printed name of the struct's field, and that field. Names of
// a map may have any character, so they are found among the map's own.
func locate(x *dossier.Dossier, namespace string) (pointer string, label lang.Text, field reflect.StructField) {
	value := reflect.ValueOf(x)
	rest := strings.TrimPrefix(namespace, "Dossier")
	for rest != "" {
		value = reflect.Indirect(value)
		if rest[0] == '.' {
			name := rest[1:]
			if end := strings.IndexAny(name, ".["); end >= 0 {
				name = name[:end]
			}
			rest = rest[1+len(name):]
			field, _ = value.Type().FieldByName(name)
			jsonName, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			label = fields.Of(value.Type().Name()).Label(jsonName)
			pointer, value = pointer+"/"+jsonName, value.FieldByIndex(field.Index)
			continue
		}
		var name string
		if value.Kind() == reflect.Map {
			name = longestKey(value, rest[1:])
			value = value.MapIndex(reflect.ValueOf(name))
		} else {
			name, _, _ = strings.Cut(rest[1:], "]")
			i, _ := strconv.Atoi(name) // validator wrote it
			value = value.Index(i)
		}
		rest = rest[len(name)+2:]
		pointer = problem.Pointer(pointer, name)
	}
	return pointer, label, field
}

// longestKey is the longest name in a map that text begins with, before a bracket.
func longestKey(m reflect.Value, text string) string {
	longest := ""
	for _, key := range m.MapKeys() {
		if name := key.String(); len(name) >= len(longest) && strings.HasPrefix(text, name+"]") {
			longest = name
		}
	}
	return longest
}
