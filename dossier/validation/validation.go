// Package validation runs the tags of a dossier in validator/v10, for programs
// that validate with it already, gin's and echo's among them: [Register] adds
// the rules to an instance of theirs, whatever tag it reads, and [Problems]
// turns what the instance then finds, in a dossier or in anything that holds
// dossiers, into the problems that dossier.Dossier.CheckShape finds, with
// neither validator nor reflection.
//
// In gin:
//
//	v, ok := binding.Validator.Engine().(*validator.Validate)
//	if !ok {
//		return errors.New("gin validates with something else")
//	}
//	if err := validation.Register(v); err != nil {
//		return err
//	}
//	router.POST("/dossiers", func(c *gin.Context) {
//		var request struct {
//			Office  string          `json:"office" binding:"required"`
//			Dossier dossier.Dossier `json:"dossier"`
//		}
//		if err := c.ShouldBindJSON(&request); err != nil {
//			c.JSON(http.StatusUnprocessableEntity, validation.Problems(&request, err))
//			return
//		}
//		…
//	})
//
// What validator does not look at has no problems: a nil pointer, a list or map
// whose tag has no dive, a field tagged "-", Var with an empty tag, and what a
// rule of the program's own on the same field keeps it out of. A member of the
// JSON text that no field takes is lost before anything is validated:
// dossier.Read refuses such, a struct's decoder does not.
package validation

import (
	"errors"
	"reflect"
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// New returns a validator with the dossier's rules.
func New() (*validator.Validate, error) {
	v := validator.New()
	return v, Register(v)
}

// Register adds the dossier's rules to a validator of any tag name and options:
// for Dossier and every struct in it what their validate tags say, for Dossier
// also the rules between its fields, and a tag ocop_… for each rule on a text,
// for structs of the caller's too. Call it before the instance validates
// anything, as all that registers; validator keeps one function a struct, so
// register no other for Dossier. The error is validator's own.
//
// StructPartial, StructExcept and StructFiltered leave out of a dossier the
// fields that they leave out elsewhere; the rules between fields are judged all
// the same.
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
	structs := map[reflect.Type]map[string]string{}
	gatherTags(dossierType, structs)
	for t, tags := range structs {
		v.RegisterStructValidationMapRules(tags, reflect.Zero(t).Interface())
	}
	v.RegisterStructValidation(checkAcross, dossier.Dossier{})
	return nil
}

var dossierType = reflect.TypeFor[dossier.Dossier]()

// gatherTags gathers the validate tag of each field of a struct and of those in
// it. A field without one is there too, so that no other tag is read in its place.
func gatherTags(t reflect.Type, structs map[reflect.Type]map[string]string) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		gatherTags(t.Elem(), structs)
	case reflect.Struct:
		structs[t] = map[string]string{}
		for i := range t.NumField() {
			structs[t][t.Field(i).Name] = t.Field(i).Tag.Get("validate")
			gatherTags(t.Field(i).Type, structs)
		}
	default: // a text or a number
	}
}

// checkAcross reports what is wrong between the fields of a dossier: each
// problem is the value of a finding, its place the name of the field.
func checkAcross(level validator.StructLevel) {
	for _, p := range readable(level.Current()).CheckAcross() {
		level.ReportError(p, p.Path, p.Path, p.Code, "")
	}
}

// readable is the dossier in a value. One in an unexported field, which an
// instance may validate too, is copied: reflection reads it but hands it to nobody.
func readable(v reflect.Value) *dossier.Dossier {
	if v.CanInterface() {
		if x, ok := v.Interface().(dossier.Dossier); ok {
			return &x
		}
	}
	x := &dossier.Dossier{}
	copyInto(reflect.ValueOf(x).Elem(), v)
	return x
}

func copyInto(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.String:
		to.SetString(from.String())
	case reflect.Int:
		to.SetInt(from.Int())
	case reflect.Bool:
		to.SetBool(from.Bool())
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(to.Type().Elem()))
			copyInto(to.Elem(), from.Elem())
		}
	case reflect.Slice:
		if !from.IsNil() {
			to.Set(reflect.MakeSlice(to.Type(), from.Len(), from.Len()))
			for i := range from.Len() {
				copyInto(to.Index(i), from.Index(i))
			}
		}
	case reflect.Map:
		if !from.IsNil() {
			to.Set(reflect.MakeMap(to.Type()))
			for members := from.MapRange(); members.Next(); {
				key, value := reflect.New(to.Type().Key()).Elem(), reflect.New(to.Type().Elem()).Elem()
				copyInto(key, members.Key())
				copyInto(value, members.Value())
				to.SetMapIndex(key, value)
			}
		}
	case reflect.Struct:
		for i := range from.NumField() {
			copyInto(to.Field(i), from.Field(i))
		}
	default: // a dossier has nothing else
	}
}

// Check validates a dossier with a validator from New, or one that has the rules
// registered, and returns what it finds as problems in order of their places:
// those of dossier.Dossier.CheckShape, which tells the rules between fields
// last. An error that is no finding is returned as it is.
func Check(v *validator.Validate, x *dossier.Dossier) (problem.List, error) {
	err := v.Struct(x)
	var found validator.ValidationErrors
	if !errors.As(err, &found) { // nothing is wrong, or it is no finding
		return nil, err
	}
	return Problems(x, found), nil
}
