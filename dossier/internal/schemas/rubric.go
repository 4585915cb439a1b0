package schemas

import (
	"fmt"
	"strconv"

	"github.com/invopop/jsonschema"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// noneLabel is what the option "none" means.
var noneLabel = lang.Text{Vi: "Không đạt mức nào", En: "No printed level is met"}

// edition adds to definitions what the 26 product sets have: of each criterion
// its options (criterion-1-1.5), of each set its answers, claims, criteria,
// costs and gates and what is named by them (answers-1 …), and answers the product sets.
func (b *builder) edition(defs jsonschema.Definitions) []rubric.Set {
	sets := words.Rubric().Sets
	known := map[string]string{} // a criterion's schema as text: its name
	for i := range sets {
		b.set(defs, &sets[i], known)
	}
	return sets
}

func (b *builder) set(defs jsonschema.Definitions, set *rubric.Set, known map[string]string) {
	no := strconv.Itoa(set.No)
	answers, claims, costs, named := object(), object(), object(), object()
	var codes []string
	for _, part := range set.Parts {
		for _, section := range part.Sections {
			for i := range section.Criteria {
				c := &section.Criteria[i]
				name := b.criterion(defs, set, c, known)
				codes = append(codes, c.Code)
				answers.Properties.Set(c.Code, ref(name))
				claims.Properties.Set(c.Code, object("option", ref(name)))
				costs.Properties.Set(c.Code, ref("cost"))
				named.Properties.Set(c.Code, jsonschema.TrueSchema)
				if c.AppliesUnless != nil {
					story := require(object(c.AppliesUnless.Criterion,
						require(object("option", &jsonschema.Schema{Const: c.AppliesUnless.Option}), "option")), c.AppliesUnless.Criterion)
					claims.If, claims.Then = story, object(c.Code, never())
				}
			}
		}
	}
	for _, s := range []*jsonschema.Schema{answers, claims, costs, named} {
		s.AdditionalProperties = never()
		s.Title = b.text(set.Name)
	}
	defs["answers-"+no], defs["claims-"+no], defs["cost-"+no], defs["named-"+no] = answers, claims, costs, named
	criteria := &jsonschema.Schema{Type: "string"}
	for _, code := range codes {
		criteria.Enum = append(criteria.Enum, code)
	}
	defs["criteria-"+no] = &jsonschema.Schema{Type: "array", UniqueItems: true, Items: criteria}
	gates := &jsonschema.Schema{Type: "string"}
	for _, g := range set.Gates {
		if g.ZeroPointsAt == nil { // a derived gate is never given
			gates.OneOf = append(gates.OneOf, &jsonschema.Schema{Const: g.ID, Title: b.text(g.Label)})
		}
	}
	if len(gates.OneOf) == 0 {
		gates = never()
	}
	defs["gates-"+no] = &jsonschema.Schema{Type: "array", UniqueItems: true, Items: gates}
}

// criterion adds a criterion's options, once for all sets that share them.
func (b *builder) criterion(defs jsonschema.Definitions, set *rubric.Set, c *rubric.Criterion, known map[string]string) string {
	s := &jsonschema.Schema{Type: "string", Title: b.text(c.Name)}
	for _, o := range c.Options {
		s.OneOf = append(s.OneOf, &jsonschema.Schema{Const: o.Code, Title: b.text(o.Label)})
	}
	if c.AllowsNone() {
		s.OneOf = append(s.OneOf, &jsonschema.Schema{Const: scoring.NoneCode, Title: b.text(noneLabel)})
	}
	text, err := s.MarshalJSON()
	if err != nil {
		panic(err) // a schema made above
	}
	if name, ok := known[string(text)]; ok {
		return name
	}
	name := fmt.Sprintf("criterion-%d-%s", set.No, c.Code)
	known[string(text)], defs[name] = name, s
	return name
}

// setNumbers labels the numbers of the product sets.
func (b *builder) setNumbers(s *jsonschema.Schema, sets []rubric.Set) {
	s.Minimum, s.Maximum = "", ""
	for _, set := range sets {
		s.OneOf = append(s.OneOf, &jsonschema.Schema{Const: set.No, Title: b.text(set.Name)})
	}
}

// keep drops the definitions that nothing refers to.
func keep(root *jsonschema.Schema) error {
	used := map[string]bool{}
	var visit func(s any)
	visit = func(s any) {
		switch x := s.(type) {
		case map[string]any:
			for key, value := range x {
				if name, ok := value.(string); ok && key == "$ref" {
					name = name[len("#/$defs/"):]
					if !used[name] {
						used[name] = true
						visit(asAny(root.Definitions[name]))
					}
				}
				visit(value)
			}
		case []any:
			for _, value := range x {
				visit(value)
			}
		}
	}
	top := *root
	top.Definitions = nil
	visit(asAny(&top))
	for name := range root.Definitions {
		if !used[name] {
			delete(root.Definitions, name)
		}
	}
	for name := range used {
		if root.Definitions[name] == nil {
			return fmt.Errorf("nothing is defined as %s", name)
		}
	}
	return nil
}

// setConditions bind a document to its set: where the condition for a set holds,
// then what then says of it does.
func setConditions(root *jsonschema.Schema, sets []rubric.Set, condition func(no int) *jsonschema.Schema, then func(no string) *jsonschema.Schema) {
	for i := range sets {
		no := sets[i].No
		when(root, condition(no), then(strconv.Itoa(no)))
	}
}
