package schemas

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/invopop/jsonschema"

	"github.com/ocop-vn/ocop-go/dossier"
	source "github.com/ocop-vn/ocop-go/dossier/internal/gen"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// Version is the version of the schemas. Once released, a schema never changes
// but under a new version.
const Version = "v1"

// File is a generated file; its name is relative to package schema.
type File struct {
	Name    string
	Content []byte
}

// Files makes all schema files. The source of package dossier tells where its
// fields are printed.
func Files(dossierSource fs.FS) ([]File, error) {
	structs, err := source.Types(dossierSource)
	if err != nil {
		return nil, err
	}
	fields := map[string]source.Field{}
	for _, s := range structs {
		for _, f := range s.Fields {
			fields[s.Name+"."+f.JSON] = f
		}
	}
	var files []File
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		made, err := (&builder{lang: l, fields: fields}).files()
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	return files, nil
}

// files makes the files of one language, each of which stands by itself. All
// else that is published is made of them by package ocop/schema.
func (b *builder) files() ([]File, error) {
	dir := Version + "/"
	if b.lang == lang.En {
		dir += "en/"
	}
	var files []File
	for _, d := range b.documents() {
		name, root := dir+d.name+".json", d.schema
		root.Version, root.ID = jsonschema.Version, jsonschema.ID(Base+name)
		root.Title, root.Description = b.text(d.title), b.text(d.description)
		if err := keep(root); err != nil {
			return nil, err
		}
		content, err := pretty(root)
		if err != nil {
			return nil, err
		}
		files = append(files, File{name, content})
	}
	return files, nil
}

// document is a schema with its name and words.
type document struct {
	name               string
	title, description lang.Text
	schema             *jsonschema.Schema
}

func (b *builder) documents() []document {
	return append(b.ofProcedure(), []document{
		{"dossier", lang.Text{Vi: "Hồ sơ sản phẩm OCOP", En: "OCOP product dossier"}, lang.Text{
			Vi: "Mẫu số 01, 02 và 03 Phụ lục III, Quyết định 26/2026/QĐ-TTg, với phần của xã, tỉnh và bộ.",
			En: "Forms 01, 02 and 03 of Appendix III, Decision 26/2026/QĐ-TTg, with what commune, province and ministry add.",
		}, b.dossier()},
		{"sheet", lang.Text{Vi: "Phiếu chấm điểm", En: "Sheet"}, lang.Text{
			Vi: "Mức điểm mà một người đánh giá đã chọn cho từng tiêu chí.", En: "What one assessor chose for each criterion.",
		}, b.sheet(sheet{})},
		{"plan", lang.Text{Vi: "Yêu cầu lập kế hoạch nâng hạng", En: "Request for a plan"}, lang.Text{
			Vi: "Phiếu chấm điểm đủ tiêu chí, tiêu chí giữ nguyên và chi phí thay đổi.", En: "A full sheet with what must stay and what changes cost.",
		}, b.sheet(plan{})},
		{"council", lang.Text{Vi: "Phiếu của Hội đồng", En: "Council"}, lang.Text{
			Vi: "Phiếu của các thành viên Hội đồng và quy chế của Hội đồng.", En: "The members' sheets and the council's rules of procedure.",
		}, b.council()},
		{"result", lang.Text{Vi: "Kết quả chấm điểm", En: "Result"}, lang.Text{
			Vi: "Kết quả suy ra từ một phiếu chấm điểm.", En: "What follows from a sheet.",
		}, b.read(result{})},
		{"outcome", lang.Text{Vi: "Kết quả của Hội đồng", En: "Council's outcome"}, lang.Text{
			Vi: "Kết quả suy ra từ các phiếu của Hội đồng.", En: "What follows from a council's sheets.",
		}, b.read(outcome{})},
		{"plan-result", lang.Text{Vi: "Kế hoạch nâng hạng", En: "Plan"}, lang.Text{
			Vi: "Những thay đổi cần làm để đạt hạng sao.", En: "What to change to reach a star.",
		}, b.read(planResult{})},
		{"difference", lang.Text{Vi: "So sánh hai phiếu", En: "Difference"}, lang.Text{
			Vi: "Những gì khác nhau giữa hai phiếu của một bộ sản phẩm.", En: "What changes from one sheet to another of the same product set.",
		}, b.read(difference{})},
		{"paper", lang.Text{Vi: "Giấy để in, ký", En: "Paper"}, lang.Text{
			Vi: "Một loại giấy đã điền hoặc báo cáo kết quả, dạng cây, để vẽ theo cách riêng.", En: "An official paper that is filled in, or a report, as a tree to be drawn.",
		}, b.read(officialPaper{})},
		{"record", lang.Text{Vi: "Bản ghi sản phẩm OCOP", En: "OCOP product record"}, lang.Text{
			Vi: "Một sản phẩm trong sổ theo dõi sản phẩm OCOP: mã, chủ thể, hạng sao, giấy chứng nhận.", En: "A product as a register of OCOP products keeps it: code, producer, stars, certificate.",
		}, b.record()},
		{"rubric", lang.Text{Vi: "Bộ tiêu chí", En: "Rubric"}, lang.Text{
			Vi: "Bộ tiêu chí dạng dữ liệu, có chữ bằng hai thứ tiếng.", En: "The rubric as data, with its words in both languages.",
		}, b.rubric()},
		{"verdict", lang.Text{Vi: "Kết quả kiểm tra", En: "Verdict"}, lang.Text{
			Vi: "Tài liệu có hợp lệ không, các lỗi và cảnh báo.", En: "Whether a document is valid, with its problems.",
		}, b.read(verdict{})},
		{"problems", lang.Text{Vi: "Các lỗi và cảnh báo", En: "Problems"}, lang.Text{
			Vi: "Câu trả lời cho một tài liệu bị từ chối.", En: "The answer to a document that is refused.",
		}, b.read(problems{})},
	}...)
}

// record is the schema of a product record, with what each state asks of it.
func (b *builder) record() *jsonschema.Schema {
	root := b.written(dossier.Record{})
	property(root, "channels").UniqueItems = true
	for _, state := range []dossier.RecordState{dossier.RecordRecognised, dossier.RecordExtended, dossier.RecordWithdrawn, dossier.RecordRefused} {
		needed, ruledOut := dossier.StateMembers(state)
		then := require(object(), needed...)
		for _, name := range needed {
			then.Properties.Set(name, jsonschema.TrueSchema)
		}
		for _, name := range ruledOut {
			then.Properties.Set(name, never())
		}
		if state != dossier.RecordRefused {
			then.Properties.Set("star", &jsonschema.Schema{Type: "integer", Minimum: "3"})
		}
		when(root, require(object("state", constant(string(state))), "state"), then)
	}
	root.Examples = []any{json.RawMessage(`{"code":"66-24277-1-2026","product":"Cà phê bột Ea Kao","set":13,"edition":"qd26-2026","producer":{"name":"HTX Ea Kao","kind":"cooperative","size":"small"},"province":"66","commune":"24277","star":4,"total":"84.5","decision":"1234/QĐ-UBND","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised","channels":["supermarket","e-commerce"]}`)}
	return root
}

// rubric is the schema of a published rubric.
func (b *builder) rubric() *jsonschema.Schema {
	root := b.written(rubric.Rubric{})
	property(root.Definitions["erratum"], "printed").MinLength = nil // a blank cell
	return root
}

// property is a property of an object that is known to have it.
func property(s *jsonschema.Schema, name string) *jsonschema.Schema {
	p, ok := s.Properties.Get(name)
	if !ok {
		panic("no property " + name) // the types are this module's own
	}
	return p
}

func constant(value any) *jsonschema.Schema { return &jsonschema.Schema{Const: value} }

// ofSet is the condition that a sheet, plan or council is of the edition and a set.
func ofSet(no int) *jsonschema.Schema {
	return require(object("edition", constant(qd26.ID), "set", constant(no)), "edition", "set")
}

// sheet is the schema of a sheet or a plan's request.
func (b *builder) sheet(of any) *jsonschema.Schema {
	root := b.written(of)
	if root.Definitions == nil {
		root.Definitions = jsonschema.Definitions{}
	}
	sets := b.edition(root.Definitions)
	b.setNumbers(property(root, "set"), sets)
	property(root, "answers").AdditionalProperties.MinLength = nil
	property(root, "gates").Items.MinLength = nil
	b.evidence(root)
	then := func(no string) *jsonschema.Schema {
		return object("answers", ref("answers-"+no), "gates", ref("gates-"+no), "evidence", ref("named-"+no), "notes", ref("named-"+no))
	}
	if _, ok := of.(plan); ok {
		property(root, "locked").Items.MinLength = nil
		root.Definitions["cost"] = &jsonschema.Schema{Type: "integer", Minimum: "0", Maximum: json.Number(strconv.Itoa(scoring.MaxCost)), Default: 1}
		ofSheet := then
		then = func(no string) *jsonschema.Schema {
			s := ofSheet(no)
			s.Properties.Set("locked", ref("criteria-"+no))
			s.Properties.Set("cost", ref("cost-"+no))
			return s
		}
	}
	setConditions(root, sets, ofSet, then)
	root.Examples = []any{json.RawMessage(`{"edition":"qd26-2026","set":13,"answers":{"1.1":"c","1.2":"a"}}`)}
	return root
}

// evidence says what kinds of evidence may stand in a sheet or with a member.
func (b *builder) evidence(s *jsonschema.Schema) {
	kinds := property(s, "evidence").AdditionalProperties
	kinds.UniqueItems, kinds.MaxItems = true, number(scoring.MaxEvidence)
	b.rule(kinds.Items, "ocop_evidence", 0)
}

// council is the schema of a council's sheets.
func (b *builder) council() *jsonschema.Schema {
	root := b.written(council{})
	sets := b.edition(root.Definitions)
	b.setNumbers(property(root, "set"), sets)
	property(root, "gates").Items.MinLength = nil
	m := root.Definitions["member"]
	property(m, "answers").AdditionalProperties.MinLength = nil
	property(m, "edition").MinLength = nil
	b.evidence(m)
	setConditions(root, sets, ofSet, func(no string) *jsonschema.Schema {
		member := object("answers", ref("answers-"+no), "evidence", ref("named-"+no), "notes", ref("named-"+no))
		return object("members", &jsonschema.Schema{Type: "array", Items: member}, "gates", ref("gates-"+no))
	})
	root.Examples = []any{json.RawMessage(`{"edition":"qd26-2026","set":13,"seats":11,"members":[{"id":"m1","chair":true,"answers":{"1.1":"c"}}],"policy":{"quorum":"3/4"}}`)}
	return root
}

// dossier is the schema of a dossier with its conditions across fields.
func (b *builder) dossier() *jsonschema.Schema {
	root := b.written(dossier.Dossier{})
	sets := b.edition(root.Definitions)
	b.setNumbers(property(root.Definitions["product"], "set"), sets)
	for _, a := range []dossier.Application{dossier.ApplicationFirst, dossier.ApplicationUpgrade, dossier.ApplicationReassessment} {
		b.application(root, a)
	}
	b.producers(root)
	setConditions(root, sets, func(no int) *jsonschema.Schema {
		return require(object("product", require(object("set", constant(no)), "set")), "product")
	}, func(no string) *jsonschema.Schema {
		n, _ := strconv.Atoi(no)
		record := object("gates", ref("gates-"+no), "members", &jsonschema.Schema{Type: "array", Items: object("answers", ref("answers-"+no))})
		return object(
			"product", classOf(n),
			"report", object("claims", ref("claims-"+no)),
			"proposed", object("answers", ref("answers-"+no), "gates", ref("gates-"+no)),
			"council", record, "ministry", record,
		)
	})
	return root
}

// application says what a kind of application needs and rules out (Article 6.1).
func (b *builder) application(root *jsonschema.Schema, a dossier.Application) {
	then := object()
	expect := func(name string, needed bool) {
		if needed {
			then.Required = append(then.Required, name)
			then.Properties.Set(name, jsonschema.TrueSchema)
		} else {
			then.Properties.Set(name, never())
		}
	}
	if a != dossier.ApplicationFirst {
		expect("previous", true)
	}
	expect("changes", a == dossier.ApplicationUpgrade)
	expect("updates", a == dossier.ApplicationReassessment)
	when(root, require(object("application", constant(string(a))), "application"), then)
}

// producers says that some producers take part with tourism alone (Article 2.3).
func (b *builder) producers(root *jsonschema.Schema) {
	kinds, others := property(root.Definitions["producer"], "kind"), &jsonschema.Schema{Type: "string"}
	for _, k := range kinds.OneOf {
		if name := k.Const.(string); !dossier.ProducerKind(name).TourismOnly() { //nolint:forcetypeassert // made of texts
			others.Enum = append(others.Enum, name)
		}
	}
	sectors := &jsonschema.Schema{Type: "string"}
	for _, s := range property(root.Definitions["product"], "sector").OneOf {
		if s.Const != dossier.Tourism {
			sectors.Enum = append(sectors.Enum, s.Const)
		}
	}
	when(root, require(object("product", require(object("sector", sectors), "sector")), "product"), object("producer", object("kind", others)))
}

// classOf says where a product set stands in Appendix I.
func classOf(set int) *jsonschema.Schema {
	c, _ := dossier.ClassOf(set)
	s := object("sector", constant(c.Sector), "group", constant(c.Group))
	if c.Subgroup == "" {
		s.Properties.Set("subgroup", never())
		return s
	}
	s.Properties.Set("subgroup", constant(c.Subgroup))
	return require(s, "subgroup")
}

// asAny is a schema as plain data.
func asAny(s any) any {
	content, err := json.Marshal(s)
	if err != nil {
		panic(err) // a schema made above
	}
	var plain any
	if err := json.Unmarshal(content, &plain); err != nil {
		panic(err)
	}
	return plain
}

// pretty writes JSON for people: what they would not see is escaped.
func pretty(s any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(s); err != nil {
		return nil, err
	}
	var seen []byte
	for _, r := range b.String() {
		if r == '\n' || unicode.IsPrint(r) {
			seen = utf8.AppendRune(seen, r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			seen = fmt.Appendf(seen, `\u%04x`, unit)
		}
	}
	return seen, nil
}
