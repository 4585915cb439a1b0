package registry

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What keeps rows from being compared by code.
var (
	withoutCode = problem.Kind{Code: "REGISTER-50", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Bản ghi không có mã sản phẩm: không so sánh được theo mã, nhưng vẫn được giữ khi gộp và khi giao.",
		En: "A record without a product code cannot be compared by code; merged and handed over it is all the same.",
	}}
	notWhole = problem.Kind{Code: "REGISTER-51", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Có {rows} dòng không đọc được hoặc trùng mã: phải sửa trước khi so sánh, gộp hay giao, kẻo sản phẩm ở đó bị coi là đã bỏ.",
		En: "Rows that cannot be read or that repeat a code: {rows}. Mend them before registers are compared, merged or handed over, or their products would pass for removed.",
	}}
	otherRecord = problem.Kind{Code: "REGISTER-52", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mã sản phẩm {code} đã có ở {where} với nội dung khác: cần chọn bản ghi đúng.",
		En: "The code {code} stands at {where} with other content: which of the two is right must be settled.",
	}}
)

// exchangeKinds are the kinds of problem between registers and in deliveries.
func exchangeKinds() []problem.Kind {
	return []problem.Kind{
		withoutCode, notWhole, otherRecord,
		twoSides, removedAndChanged,
		otherKey, notOurs, notThere, alreadyThere, otherThan,
		misformed, fileMissing, otherSize, otherHash, otherNumber, otherRegister, otherPrevious, earlierDay,
		otherSignature, noKey,
	}
}

// MaxPatch is the most bytes of a patch or a difference that is read.
const MaxPatch = 128 << 20

// exchanged is for what registers hand to each other: patches and differences of
// some 100,000 records.
func exchanged() budget.Budget {
	return budget.Budget{Bytes: MaxPatch, Depth: 16, Members: 10_000_000, Problems: 1_000, Output: 1 << 20}
}

// Register is the records of a register, each code once, to be compared with
// another. It stands in memory, at about 700 bytes a record and several times that
// while it is read, so that some hundred thousand are its bound; the zero Register
// has none. It does not change.
type Register struct {
	records []Record // those without a code, by their canonical form; then the others by code
	keyless int      // how many have no code
}

// Gather reads a register. A record that breaks a rule is told and kept, for it is
// the register's; one that stands twice counts once. Where a row could not be read,
// or a code stands again with other content, there is no register, and the error is
// a problem.List; beside it that of reading rows.
func Gather(rows iter.Seq2[Row, error]) (*Register, []Finding, error) {
	g := newGatherer()
	for row, err := range rows {
		if err != nil {
			return nil, g.told.tell.list(), err
		}
		g.row(&row)
	}
	if g.left > 0 {
		return nil, g.told.tell.list(), problem.List{notWhole.At("", problem.Value("rows", strconv.Itoa(g.left)))}
	}
	return g.register(), g.told.tell.list(), nil
}

// gatherer makes a register of rows.
type gatherer struct {
	told    counter // what is wrong, and where; it counts nothing
	byCode  map[string]*gathered
	keyless map[string]Record // by canonical form
	left    int               // rows that are in no register
}

// gathered is a record and where it stands.
type gathered struct {
	record Record
	at     Place
}

func newGatherer() *gatherer {
	return &gatherer{
		told:   counter{report: Report{ByCode: map[string]int{}}, tell: findings{most: MaxFindings}},
		byCode: map[string]*gathered{}, keyless: map[string]Record{},
	}
}

func (g *gatherer) row(row *Row) {
	at := g.told.place(row)
	for _, p := range row.Problems {
		g.told.find(at, p)
	}
	x := row.Record
	first := g.byCode[x.Code]
	switch {
	case !hasRecord(row):
		g.left++
	case x.Code == "":
		g.told.find(at, withoutCode.At("/code"))
		g.keyless[string(canonical(&x))] = x
	case first == nil:
		g.byCode[x.Code] = &gathered{x, at}
	case !sameRecord(&first.record, &x):
		g.left++
		g.told.find(at, otherRecord.At("/code", problem.Value("code", x.Code), g.told.where(&Fact{Place: first.at})))
	}
}

// hasRecord tells whether the shape of a row's record is right.
func hasRecord(row *Row) bool { return row.Record.State != "" }

func (g *gatherer) register() *Register {
	r := Register{keyless: len(g.keyless)}
	for _, text := range slices.Sorted(maps.Keys(g.keyless)) {
		r.records = append(r.records, g.keyless[text])
	}
	for _, code := range slices.Sorted(maps.Keys(g.byCode)) {
		r.records = append(r.records, g.byCode[code].record)
	}
	return &r
}

// Records are those of the register: those without a code, then the others by code.
func (r *Register) Records() []Record { return slices.Clone(r.records) }

// Canonical writes the register in the one form that it has however its file was
// written: JSON Lines in the order of Records, each line as RFC 8785 says, with the
// channels in alphabetical order. The error is that of writing.
func (r *Register) Canonical(w io.Writer) error {
	out := bufio.NewWriter(w) // which keeps the first error
	for i := range r.records {
		_, _ = out.Write(canonical(&r.records[i]))
		_ = out.WriteByte('\n')
	}
	return out.Flush()
}

// Digest tells registers apart by what they hold.
type Digest struct {
	Records int    `json:"records"`
	SHA256  string `json:"sha256"` // of the canonical form
}

// Digest is that of the register.
func (r *Register) Digest() Digest {
	sum := sha256.New()
	_ = r.Canonical(sum) // a hash takes all
	return Digest{len(r.records), hex.EncodeToString(sum.Sum(nil))}
}

// Check tells what is wrong with each record by itself, as the function Check does;
// paths begin with the code.
func (r *Register) Check() problem.List {
	found := problem.Collect(exchanged())
	for i := range r.records {
		x := &r.records[i]
		for _, p := range Check(x) {
			p.Path = problem.Pointer("", x.Code) + p.Path
			found.Add(p)
		}
	}
	return found.List()
}

// keyed are the records that have a code.
func (r *Register) keyed() []Record { return r.records[r.keyless:] }

// sort puts the records that have a code in order.
func (r *Register) sort() {
	slices.SortFunc(r.keyed(), func(a, b Record) int { return cmp.Compare(a.Code, b.Code) })
}

// find is the record of a code; nil for none.
func (r *Register) find(code string) *Record {
	list := r.keyed()
	i, ok := slices.BinarySearchFunc(list, code, func(x Record, code string) int { return cmp.Compare(x.Code, code) })
	if !ok {
		return nil
	}
	return &list[i]
}

// codesOf are the codes of some registers, in order.
func codesOf(registers ...*Register) []string {
	var list []string
	for _, r := range registers {
		for i := range r.keyed() {
			list = append(list, r.keyed()[i].Code)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// canonical is a record as RFC 8785 writes it, its channels in order: they are a set.
func canonical(x *Record) jsontext.Value {
	if !slices.IsSorted(x.Channels) {
		y := *x
		y.Channels = slices.Sorted(slices.Values(x.Channels))
		x = &y
	}
	return standing(x)
}

// standing is a record as RFC 8785 writes it, its channels as they stand.
func standing(x *Record) jsontext.Value { return rfc8785(x) }

// rfc8785 writes a value of texts, whole numbers, lists and structs.
func rfc8785(value any) jsontext.Value {
	text, _ := json.Marshal(value)              // such a value has no error
	_ = (*jsontext.Value)(&text).Canonicalize() // nor has what was just written
	return text
}

// sameRecord tells whether two records say the same; nil is none.
func sameRecord(a, b *Record) bool {
	if reflect.DeepEqual(a, b) { // as most are
		return true
	}
	return a != nil && b != nil && bytes.Equal(canonical(a), canonical(b))
}
