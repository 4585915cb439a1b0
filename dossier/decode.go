package dossier

import (
	"maps"
	"slices"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// Decode reads a dossier within budget.Dossier and checks its shape: what the tags of its fields ask
// and what JSON Schema can say across fields. Text that is not in Unicode's
// composed form NFC is counted and kept as NFC. Where anything is wrong the
// error is a problem.List with every problem found, and the Dossier is zero.
// What else the law asks is for Check to tell.
func Decode(data []byte) (Dossier, error) {
	x, problems := decode(data)
	if len(problems) > 0 {
		return Dossier{}, problems
	}
	return x, nil
}

// DecodeDraft is Decode for a dossier that somebody is still writing: what is
// missing is no error, and all that is there has to be right.
func DecodeDraft(data []byte) (Dossier, error) {
	x, problems := decode(data)
	problems = slices.DeleteFunc(problems, isMissing)
	if len(problems) > 0 {
		return Dossier{}, problems
	}
	x.compose()
	return x, nil
}

// decode reads a dossier and tells what is wrong with its shape.
func decode(data []byte) (Dossier, problem.List) {
	var x Dossier
	read := false
	problems := strictjson.Read(data, budget.Dossier(), func(r *strictjson.Reader) {
		d := decoder{r, make(map[string]string, 128)}
		d.dossier(&x)
		read = !r.Stopped()
	})
	if read {
		found := problem.Collect(budget.Dossier())
		found.AddAll(problems)
		found.AddAll(withoutEchoes(x.CheckShape(), problems))
		problems = found.List()
	}
	if len(problems) == 0 {
		x.compose()
	}
	return x, problems
}

// withoutEchoes leaves out what is wrong only because its place, or one above
// it, could not be read.
func withoutEchoes(found, read problem.List) problem.List {
	var own problem.List
	for _, p := range found {
		if !echo(p.Path, read) {
			own = append(own, p)
		}
	}
	return own
}

func echo(path string, read problem.List) bool {
	for _, r := range read {
		if len(path) >= len(r.Path) && path[:len(r.Path)] == r.Path && (len(path) == len(r.Path) || path[len(r.Path)] == '/') && r.Layer == problem.LayerSchema {
			return true
		}
	}
	return false
}

// decoder reads a dossier; its methods for the structs are generated.
type decoder struct {
	*strictjson.Reader

	kept map[string]string // short texts that were read, each by itself; nil: of a document that has few twice
}

func (d *decoder) object(o *fields.Object, member func(i int)) {
	seen, ok := d.Object(o.Names, 0, member)
	if !ok {
		return
	}
	for i, name := range o.Names {
		if o.Requires(i) && seen&(1<<i) == 0 {
			d.Report(fields.Problem(&shape.Missing, d.Pointer()+"/"+name, o.Labels[i]))
		}
	}
}

// keep is a text that was read, as a string. Short ones stand many times in a
// dossier, as the codes of criteria do in each member's sheet: there is but one
// copy of each.
func (d *decoder) keep(text []byte) string {
	const short = 32
	if len(text) > short {
		return string(text)
	}
	if s, ok := d.kept[string(text)]; ok {
		return s
	}
	s := string(text)
	if d.kept != nil {
		d.kept[s] = s
	}
	return s
}

// readText reads a text. One that is empty is missing, and has to be left out
// where it may be.
func readText[T ~string](d *decoder, o *fields.Object, i int, x *T) {
	text, ok := d.String()
	if ok && len(text) == 0 {
		k := &shape.Empty
		if o.Requires(i) {
			k = &shape.Missing
		}
		d.Report(fields.Problem(k, d.Pointer(), o.Labels[i]))
	}
	*x = T(d.keep(text))
}

// item reads a text of a list or a map, of which any can be left out.
func (d *decoder) item(o *fields.Object, i int) string {
	text, ok := d.String()
	if ok && len(text) == 0 {
		d.Report(fields.Problem(&shape.Empty, d.Pointer(), o.Labels[i]))
	}
	return d.keep(text)
}

// optionalNumber reads a number that is left out where there is none, so that 0 means nothing.
func (d *decoder) optionalNumber(o *fields.Object, i int, x *int) {
	n, ok := d.Int()
	if ok && n == 0 {
		d.Report(fields.Problem(&shape.Empty, d.Pointer(), o.Labels[i]))
	}
	*x = n
}

func (d *decoder) number(x **int) {
	if n, ok := d.Int(); ok {
		*x = &n
	}
}

func (d *decoder) texts(o *fields.Object, i int, x *[]string) {
	*x = []string{}
	d.Array(func(int) { *x = append(*x, d.item(o, i)) })
}

// extensions reads what is kept as it stands.
func (d *decoder) extensions(x *map[string]Extension) {
	readMap(d, x, func(e *Extension) { *e = Extension(d.Raw()) })
}

func (d *decoder) textMap(o *fields.Object, i int, x *map[string]string) {
	readMap(d, x, func(s *string) { *s = d.item(o, i) })
}

func readList[T any](d *decoder, x *[]T, read func(*T)) {
	*x = []T{}
	d.Array(func(i int) {
		*x = append(*x, *new(T))
		read(&(*x)[i])
	})
}

// readMap reads a map; read sets all of an item.
func readMap[T any](d *decoder, x *map[string]T, read func(*T)) {
	*x = map[string]T{}
	var spans strictjson.Spans[string]
	var item T
	d.Map(func(name []byte) {
		key := d.keep(name)
		if _, twice := (*x)[key]; twice {
			d.Report(strictjson.Duplicate(d.Pointer(), key))
			spans.Replace(d.Reader, key)
		}
		since := d.Found()
		read(&item)
		if len(*x) == small { // it will be a whole set's
			grown := make(map[string]T, wholeSet)
			maps.Copy(grown, *x)
			*x = grown
		}
		(*x)[key] = item
		spans.Note(d.Reader, key, since)
	})
}

// A map of answers has either few or those of a whole set; so it need not be
// made larger again and again.
const (
	small    = 8
	wholeSet = 40
)
