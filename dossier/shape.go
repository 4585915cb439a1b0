package dossier

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// CheckTags tells what the validate tags find wrong, as package
// dossier/validation does with validator/v10, but without reflection.
func (x *Dossier) CheckTags() problem.List {
	c := checker{found: problem.Collect(budget.Dossier())}
	c.dossier(x)
	problems := c.found.List()
	slices.SortStableFunc(problems, func(a, b problem.Problem) int { return strings.Compare(a.Path, b.Path) })
	return problems
}

// checker gathers what is wrong; its methods for the structs are generated.
// Where nothing is, it allocates nothing.
type checker struct {
	found problem.Collector
	path  [maxDepth]step
	depth int
}

// maxDepth is more than the levels of a dossier and of a pointer into it.
const maxDepth = 16

// sorted are the names of a map in order, appended to names.
func sorted[T any](m map[string]T, names []string) []string {
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// empty are the names of a map at which there is nothing, in order.
func empty(m map[string]string) []string {
	var names []string
	for name, v := range m {
		if v == "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
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
	var b []byte
	for _, s := range c.path[:c.depth] {
		if s.index >= 0 {
			b = strconv.AppendInt(append(b, '/'), int64(s.index), 10)
		} else {
			b = problem.AppendToken(b, s.name)
		}
	}
	return string(b)
}

// item is added to a field's index for a problem of the item of its list or map
// where the checker stands.
const item = 64

// fail notes a problem of a field of the object where the checker stands.
func (c *checker) fail(o *fields.Object, i int, k *problem.Kind, params ...problem.Param) {
	if c.found.Full() {
		return
	}
	path := c.pointer()
	if i < item {
		path += "/" + o.Names[i]
	}
	c.found.Add(fields.Problem(k, path, o.Labels[i%item], params...))
}

func (c *checker) missing(o *fields.Object, i int) { c.fail(o, i, &shape.Missing) }

func (c *checker) notOneOf(o *fields.Object, i int, v, allowed string) {
	c.fail(o, i, &shape.NotOneOf, value(v), problem.Choices("allowed", allowed))
}

func (c *checker) tooLong(o *fields.Object, i, limit int) {
	c.fail(o, i, &shape.TooLong, problem.Value("limit", strconv.Itoa(limit)))
}

func (c *checker) outside(o *fields.Object, i int, k *problem.Kind, n, least, most int) {
	c.fail(o, i, k, number(n), problem.Value("least", strconv.Itoa(least)), problem.Value("most", strconv.Itoa(most)))
}

// breaks tells whether a text breaks a rule, and notes it.
func (c *checker) breaks(o *fields.Object, i int, check shape.Check, v string, limit int) bool {
	k := check(v, limit)
	if k == nil {
		return false
	}
	c.fail(o, i, k, value(v), problem.Value("limit", strconv.Itoa(limit)))
	return true
}

func letters(s string) int { return utf8.RuneCountInString(s) }

func value(s string) problem.Param { return problem.Value("value", s) }
func number(n int) problem.Param   { return value(strconv.Itoa(n)) }
