package dossier

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// CheckTags tells what the validate tags find wrong, as package
// dossier/validation does with validator/v10, but without reflection.
func (x *Dossier) CheckTags() problem.List {
	var c checker
	c.dossier(x)
	slices.SortStableFunc(c.problems, func(a, b problem.Problem) int { return strings.Compare(a.Path, b.Path) })
	return c.problems
}

// checker gathers what is wrong; its methods for the structs are generated.
// Where nothing is, it allocates nothing.
type checker struct {
	problems problem.List
	path     [MaxDepth]step
	depth    int
}

// step is a part of the way to a value: a name, or an index after an empty one.
type step struct {
	name  string
	index int
}

func (c *checker) enter(name string) {
	c.path[c.depth] = step{name, -1}
	c.depth++
}

func (c *checker) enterItem(i int) {
	c.path[c.depth] = step{"", i}
	c.depth++
}

func (c *checker) leave() { c.depth-- }

// pointer is the JSON Pointer to where the checker stands.
func (c *checker) pointer() string {
	var b strings.Builder
	for _, s := range c.path[:c.depth] {
		b.WriteByte('/')
		if s.index >= 0 {
			b.WriteString(strconv.Itoa(s.index))
		} else {
			b.WriteString(escape(s.name))
		}
	}
	return b.String()
}

// escape writes a name as a part of a JSON Pointer.
func escape(name string) string {
	return strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
}

// item is added to a field's index for a problem of the item of its list or map
// where the checker stands.
const item = 64

// fail notes a problem of a field of the object where the checker stands.
func (c *checker) fail(o *object, i int, k *problem.Kind, params ...problem.Param) {
	path := c.pointer()
	if i < item {
		path += "/" + o.names[i]
	}
	c.problems = append(c.problems, fieldProblem(k, path, o.labels[i%item], params...))
}

func (c *checker) missing(o *object, i int) { c.fail(o, i, &shape.Missing) }

func (c *checker) notOneOf(o *object, i int, v, allowed string) {
	c.fail(o, i, &shape.NotOneOf, value(v), param("allowed", allowed))
}

func (c *checker) tooLong(o *object, i, limit int) {
	c.fail(o, i, &shape.TooLong, param("limit", strconv.Itoa(limit)))
}

func (c *checker) outside(o *object, i int, k *problem.Kind, n, least, most int) {
	c.fail(o, i, k, number(n), param("least", strconv.Itoa(least)), param("most", strconv.Itoa(most)))
}

// breaks tells whether a text breaks a rule, and notes it.
func (c *checker) breaks(o *object, i int, check shape.Check, v string, limit int) bool {
	k := check(v, limit)
	if k == nil {
		return false
	}
	c.fail(o, i, k, value(v), param("limit", strconv.Itoa(limit)))
	return true
}

func letters(s string) int { return utf8.RuneCountInString(s) }

func value(s string) problem.Param { return problem.Param{Name: "value", Value: s} }
func number(n int) problem.Param   { return value(strconv.Itoa(n)) }
