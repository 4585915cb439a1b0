package registry

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// What can be wrong with a patch, or with a register that it was not made of.
var (
	otherKey = problem.Kind{Code: "REGISTER-55", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Bản ghi đặt ở mã {key} lại có mã sản phẩm “{code}”.",
		En: "The record under the code {key} has the product code “{code}”.",
	}}
	notOurs = problem.Kind{Code: "REGISTER-56", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Bản vá sổ theo dõi chỉ gồm test, add, replace (có value) và remove (không có value), với đường dẫn /MÃ hoặc /MÃ/mục.",
		En: "A patch of a register has test, add and replace (with a value) and remove (without), at /CODE or /CODE/member, and nothing else.",
	}}
	notThere = problem.Kind{Code: "REGISTER-57", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{path}: sổ theo dõi không có; bản vá được lập từ sổ khác.",
		En: "{path}: not in the register; the patch was made of another.",
	}}
	alreadyThere = problem.Kind{Code: "REGISTER-58", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{path}: sổ theo dõi đã có, nên không thêm được nữa; bản vá được lập từ sổ khác.",
		En: "{path}: already in the register and not added again; the patch was made of another.",
	}}
	otherThan = problem.Kind{Code: "REGISTER-59", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{path}: nội dung trong sổ khác với nội dung mà bản vá được lập từ đó.",
		En: "{path}: the register has it otherwise than what the patch was made of.",
	}}
)

// Operation is one of a JSON Patch (RFC 6902): test, add, replace or remove.
type Operation struct {
	Op    string          `json:"op"`
	Path  string          `json:"path"`
	Value json.RawMessage `json:"value,omitempty"` // none of remove
}

// Patch is a JSON Patch (RFC 6902).
type Patch []Operation

// Patch makes After of Before, on that record alone.
func (c *Change) Patch() Patch {
	patch := Patch{}
	for _, m := range c.Members() {
		switch {
		case m.Before == nil:
			patch = append(patch, Operation{"add", m.Path, m.After})
		case m.After == nil:
			patch = append(patch, Operation{Op: "remove", Path: m.Path})
		default:
			patch = append(patch, Operation{"replace", m.Path, m.After})
		}
	}
	return patch
}

// Patch makes the later register of the earlier one, both seen as objects of
// records by code, {"66-24277-1-2026":{…}}. Each record that is changed or removed
// is tested as a whole first, so that the patch fits only what it was made of.
func (d *Difference) Patch() Patch {
	patches := map[string]Patch{}
	for i := range d.Added {
		x := &d.Added[i]
		patches[x.Code] = Patch{{"add", "/" + x.Code, json.RawMessage(standing(x))}}
	}
	for i := range d.Removed {
		x := &d.Removed[i]
		patches[x.Code] = Patch{tested(x), {Op: "remove", Path: "/" + x.Code}}
	}
	for i := range d.Changed {
		c := &d.Changed[i]
		own := c.Patch()
		for k := range own {
			own[k].Path = "/" + c.Before.Code + own[k].Path
		}
		patches[c.Before.Code] = append(Patch{tested(&c.Before)}, own...)
	}
	whole := Patch{}
	for _, code := range slices.Sorted(maps.Keys(patches)) {
		whole = append(whole, patches[code]...)
	}
	return whole
}

func tested(x *Record) Operation {
	return Operation{"test", "/" + x.Code, json.RawMessage(standing(x))}
}

// DecodePatch reads a patch of a register as Difference.Patch makes them, at most
// 128 MB. The error is a problem.List.
func DecodePatch(data []byte) (Patch, error) {
	patch := Patch{}
	problems := strictjson.Read(data, exchanged(), func(r *strictjson.Reader) {
		r.Array(func(int) {
			var o Operation
			r.Object([]string{"op", "path", "value"}, 0b11, func(i int) {
				switch i {
				case 0:
					text, _ := r.String()
					o.Op = string(text)
				case 1:
					text, _ := r.String()
					o.Path = string(text)
				default:
					o.Value = bytes.Clone(r.Raw())
				}
			})
			patch = append(patch, o)
		})
	})
	if len(problems) == 0 {
		problems = patch.check()
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return patch, nil
}

// UnmarshalJSON implements json.Unmarshaler, as DecodePatch.
func (p *Patch) UnmarshalJSON(data []byte) error {
	read, err := DecodePatch(data)
	if err == nil {
		*p = read
	}
	return err
}

// check tells which operations are none of a register's patch.
func (p Patch) check() problem.List {
	found := problem.Collect(exchanged())
	for i := range p {
		if !p[i].ours() {
			found.Add(notOurs.At(operationAt(i)))
		}
	}
	return found.List()
}

// operationAt is where an operation stands in its patch.
func operationAt(i int) string { return "/" + strconv.Itoa(i) }

func (o *Operation) ours() bool {
	if len(o.Path) < 2 || o.Path[0] != '/' || o.Path[1] == '/' {
		return false
	}
	switch o.Op {
	case "test", "add", "replace":
		return jsontext.Value(o.Value).IsValid()
	case "remove":
		return o.Value == nil
	}
	return false
}

// Apply makes a register of another by a patch of Difference.Patch. It is stricter
// than RFC 6902: nothing is added over what is there. What comes out has its shape
// checked; Check tells the rest. Where a problem is found there is no register.
// Records without a code stay as they are.
func Apply(r *Register, p Patch) (*Register, problem.List) {
	if problems := p.check(); len(problems) > 0 {
		return nil, problems
	}
	a := applying{r, map[string]bool{}, map[string]jsontext.Value{}}
	found := problem.Collect(exchanged())
	failed := map[string]bool{} // of a product, the first that does not fit is told
	for i := range p {
		o := &p[i]
		path := strings.Split(o.Path[1:], "/") // no name has ~ or / to be written otherwise
		if failed[path[0]] {
			continue
		}
		a.touch(path[0])
		if wrong := o.apply(a.records, path); wrong != nil {
			failed[path[0]] = true
			found.Add(wrong.At(operationAt(i), problem.Value("path", o.Path)))
		}
	}
	if problems := found.List(); len(problems) > 0 {
		return nil, problems
	}
	return a.register()
}

// applying is a register while a patch is applied.
type applying struct {
	from    *Register
	touched map[string]bool
	records map[string]jsontext.Value // of what was touched and is still there
}

// touch makes ready the record of a code.
func (a *applying) touch(code string) {
	if a.touched[code] {
		return
	}
	a.touched[code] = true
	if x := a.from.find(code); x != nil {
		a.records[code] = canonical(x)
	}
}

// apply does an operation on the members of an object. It gives what is wrong.
func (o *Operation) apply(members map[string]jsontext.Value, path []string) *problem.Kind {
	name := path[0]
	have, there := members[name]
	switch {
	case len(path) > 1:
		inner := objectOf(have)
		if inner == nil {
			return &notThere
		}
		if wrong := o.apply(inner, path[1:]); wrong != nil {
			return wrong
		}
		members[name] = rfc8785(inner)
	case o.Op == "add" && there:
		return &alreadyThere
	case o.Op != "add" && !there:
		return &notThere
	case o.Op == "remove":
		delete(members, name)
	case o.Op != "test":
		members[name] = jsontext.Value(o.Value)
	case !sameValue(have, jsontext.Value(o.Value)):
		return &otherThan
	}
	return nil
}

// sameValue tells whether two values say the same: records as sameRecord does, others
// when RFC 8785 writes them alike.
func sameValue(a, b jsontext.Value) bool {
	x, err := dossier.DecodeRecord(a)
	y, otherErr := dossier.DecodeRecord(b)
	if err == nil && otherErr == nil {
		return sameRecord(&x, &y)
	}
	a, b = bytes.Clone(a), bytes.Clone(b)
	return a.Canonicalize() == nil && b.Canonicalize() == nil && bytes.Equal(a, b)
}

// register is what came out.
func (a *applying) register() (*Register, problem.List) {
	made := Register{keyless: a.from.keyless, records: slices.Clone(a.from.records[:a.from.keyless])}
	for _, x := range a.from.keyed() {
		if !a.touched[x.Code] {
			made.records = append(made.records, x)
		}
	}
	found := problem.Collect(exchanged())
	for _, code := range slices.Sorted(maps.Keys(a.records)) {
		x, err := dossier.DecodeRecord(a.records[code])
		for _, p := range problem.From(err) {
			p.Path = problem.Pointer("", code) + p.Path
			found.Add(p)
		}
		if err == nil && x.Code != code {
			found.Add(otherKey.At(problem.Pointer("", code)+"/code", problem.Value("key", code), problem.Value("code", x.Code)))
		}
		made.records = append(made.records, x)
	}
	if problems := found.List(); len(problems) > 0 {
		return nil, problems
	}
	made.sort()
	return &made, nil
}
