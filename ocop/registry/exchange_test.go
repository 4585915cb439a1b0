package registry_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// handed is a record of the tests of exchange; its rules hold.
const handed = `{"code":"66-24277-1-2026","product":"Cà phê","set":13,"edition":"qd26-2026","producer":{"name":"HTX Ea Kao","kind":"cooperative","size":"small","taxCode":"0100109106"},"province":"66","commune":"24277","star":4,"total":"85","parts":{"A":"35","B":"24","C":"26"},"decision":"1/QĐ","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised","channels":["supermarket","e-commerce"],"trace":"https://example.vn/t"}`

// refused is a record without a code.
const refused = `{"product":"Trà","set":13,"edition":"qd26-2026","producer":{"name":"HTX Ea Kao","kind":"cooperative"},"province":"66","commune":"24277","state":"refused"}`

// with is handed with some texts replaced, pairs of old and new.
func with(t testing.TB, pairs ...string) string {
	t.Helper()
	text := handed
	for i := 0; i < len(pairs); i += 2 {
		require.Contains(t, text, pairs[i])
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	return text
}

// gathered is a register of lines.
func gathered(t testing.TB, lines ...string) *registry.Register {
	t.Helper()
	r, _, err := registry.Gather(registry.JSONLines("", strings.NewReader(strings.Join(lines, "\n"))))
	require.NoError(t, err)
	return r
}

// registerOf is a register of records.
func registerOf(t testing.TB, records []registry.Record) *registry.Register {
	t.Helper()
	r, _, err := registry.Gather(rowsOf(records))
	require.NoError(t, err)
	return r
}

func rowsOf(records []registry.Record) iter.Seq2[registry.Row, error] {
	return func(yield func(registry.Row, error) bool) {
		for i, x := range records {
			if !yield(registry.Row{Line: i + 1, Record: x}, nil) {
				return
			}
		}
	}
}

func textOf(t testing.TB, r *registry.Register) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, r.Canonical(&b))
	return b.String()
}

// codesAt writes problems as code and place.
func codesAt(list problem.List) []string {
	all := []string{}
	for _, p := range list {
		all = append(all, strings.TrimSpace(p.Code+" "+p.Path))
	}
	return all
}

// made makes records by chance: of right shape, and with what is hard to write.
type made struct{ *rand.Rand }

func (m made) records() []registry.Record {
	var list []registry.Record
	for i := range m.IntN(8) {
		list = append(list, m.record(i+1))
	}
	return list
}

func (m made) record(i int) registry.Record {
	x := registry.Record{
		Code: fmt.Sprintf("66-24277-%d-2026", i), Edition: "qd26-2026", Province: "66", Commune: "24277",
		Producer: dossier.RecordProducer{Name: "HTX", Kind: dossier.KindCooperative}, Decision: "1/QĐ",
		Issued: "2026-08-05", Expires: "2029-08-05", State: dossier.RecordRecognised,
	}
	for range 6 {
		m.change(&x)
	}
	x.Product, x.Set, x.Star, x.Total, x.Authority = m.name(), 1+m.IntN(26), 3+m.IntN(3), m.points(), m.one("province", "ministry")
	return x
}

// change changes a member.
func (m made) change(x *registry.Record) {
	switch m.IntN(15) {
	case 0:
		x.Product = m.name()
	case 1:
		x.Set = 1 + m.IntN(26)
	case 2:
		x.Star = 3 + m.IntN(3)
	case 3:
		x.Total = m.points()
	case 4:
		x.Parts = nil
	case 5:
		x.Parts = &dossier.PartPoints{A: m.points(), B: m.points(), C: m.points()}
	case 6:
		if x.Parts != nil {
			parts := *x.Parts
			parts.B = m.points()
			x.Parts = &parts
		}
	case 7:
		x.Producer.Name = m.name()
	case 8:
		x.Producer.Size = m.one("", "micro", "large")
	case 9:
		x.Producer.TaxCode = m.one("", "0100109106", "0300588569")
	case 10:
		all := []string{"supermarket", "convenience-store", "e-commerce", "shop", "export"}
		m.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
		x.Channels = slices.Clip(all[m.IntN(5):])
	case 11:
		x.Channels = nil
	case 12:
		x.Trace = m.one("", "https://example.vn/t?a=1&b=2", "https://example.vn/u")
	case 13:
		x.State, x.Withdrawn, x.Ground = dossier.RecordWithdrawn, "2027-01-02", procedure.GroundNotProducing
	default:
		x.State, x.Withdrawn, x.Ground = dossier.RecordRecognised, "", ""
	}
}

func (m made) name() string {
	return m.one("Cà phê", `Trà "sen" \ <b>&amp;</b>`, "=HYPERLINK(1)", "Gạo; ST25, 5 kg", "Mật ong 🐝 𠀀")
}

func (m made) points() string { return m.one("90", "89.95", "70.5", "0", "100") }

func (m made) one(list ...string) string { return list[m.IntN(len(list))] }

// later are records as they may stand some weeks later.
func (m made) later(list []registry.Record) []registry.Record {
	list = slices.Clone(list)
	for range m.IntN(5) {
		switch i := m.IntN(len(list) + 1); {
		case i == len(list) || m.IntN(6) == 0:
			if x := m.record(1 + m.IntN(12)); !slices.ContainsFunc(list, func(y registry.Record) bool { return y.Code == x.Code }) {
				list = append(list, x)
			}
		case m.IntN(4) == 0:
			list = slices.Delete(list, i, i+1)
		default:
			m.change(&list[i])
		}
	}
	m.Shuffle(len(list), func(i, k int) { list[i], list[k] = list[k], list[i] })
	return list
}

// byChance calls a property with registers that came out of one, many times.
func byChance(t *testing.T, property func(t *testing.T, base, ours, theirs *registry.Register)) {
	t.Helper()
	for seed := range uint64(400) {
		m := made{rand.New(rand.NewPCG(seed, 16))}
		base := m.records()
		ours, theirs := m.later(base), m.later(base)
		property(t, registerOf(t, base), registerOf(t, ours), registerOf(t, theirs))
		require.False(t, t.Failed(), "seed %d", seed)
	}
}

func TestGather(t *testing.T) {
	t.Parallel()
	other := with(t, `"star":4`, `"star":3`)
	for name, c := range map[string]struct {
		lines    []string
		records  int
		findings []string
		err      []string
	}{
		"none":                         {nil, 0, []string{}, nil},
		"one":                          {[]string{handed}, 1, []string{}, nil},
		"one that stands twice":        {[]string{handed, " " + with(t, `"supermarket","e-commerce"`, `"e-commerce","supermarket"`)}, 1, []string{}, nil},
		"two under one code":           {[]string{handed, "", other}, 0, []string{"3 REGISTER-52 /code"}, []string{"REGISTER-51"}},
		"without a code":               {[]string{handed, refused, refused}, 2, []string{"2 REGISTER-50 /code", "3 REGISTER-50 /code"}, nil},
		"a rule that does not hold":    {[]string{with(t, `"star":4`, `"star":5`)}, 1, []string{"1 REGISTER-10 /star", "1 REGISTER-11 /authority"}, nil},
		"a row that is none":           {[]string{handed, `{`}, 0, []string{"2 JSON-01"}, []string{"REGISTER-51"}},
		"a record of a shape not ours": {[]string{with(t, `"set":13`, `"set":27`)}, 0, []string{"1 DOSSIER-04 /set"}, []string{"REGISTER-51"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, findings, err := registry.Gather(registry.JSONLines("", strings.NewReader(strings.Join(c.lines, "\n"))))
			told := []string{}
			for _, f := range findings {
				told = append(told, strings.TrimSpace(fmt.Sprint(f.Line, " ", f.Code, " ", f.Path)))
				assert.Equal(t, f.Code == "REGISTER-50", f.Severity == problem.SeverityWarning)
			}
			assert.Equal(t, c.findings, told)
			if c.err != nil {
				assert.Nil(t, r)
				assert.Equal(t, c.err, codesAt(problem.From(err)))
				return
			}
			require.NoError(t, err)
			assert.Len(t, r.Records(), c.records)
			assert.Equal(t, c.records, r.Digest().Records)
			assert.Equal(t, c.records, strings.Count(textOf(t, r), "\n"))
		})
	}
}

func TestFindingsHaveABound(t *testing.T) {
	t.Parallel()
	for rows, want := range map[int]int{registry.MaxFindings: registry.MaxFindings, registry.MaxFindings + 1: registry.MaxFindings + 1} {
		_, findings, err := registry.Gather(registry.JSONLines("", strings.NewReader(strings.Repeat("{\n", rows))))
		assert.Error(t, err)
		require.Len(t, findings, want)
		assert.Equal(t, rows > registry.MaxFindings, findings[want-1].Code == "JSON-11", "a last one tells of more")
	}
}

func TestGatherStopsWhereReadingFails(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	r, findings, err := registry.Gather(func(yield func(registry.Row, error) bool) {
		_ = yield(registry.Row{Line: 1, Problems: problem.List{{Code: "X"}}}, nil) && yield(registry.Row{}, broken)
	})
	assert.Nil(t, r)
	assert.ErrorIs(t, err, broken)
	assert.Len(t, findings, 1, "what was found before is told")
}

// The canonical form is what a second program makes of the same records: members by
// name, channels in order, nothing escaped that need not be, records by code.
func TestCanonicalFormIsThatOfAnotherProgram(t *testing.T) {
	t.Parallel()
	byChance(t, func(t *testing.T, r, _, _ *registry.Register) {
		t.Helper()
		var want strings.Builder
		for _, x := range r.Records() { // by code, as TestRecordsStandByCode tells
			text, err := json.Marshal(x)
			require.NoError(t, err)
			var tree map[string]any
			require.NoError(t, json.Unmarshal(text, &tree))
			if list, ok := tree["channels"].([]any); ok {
				slices.SortFunc(list, func(a, b any) int { return strings.Compare(a.(string), b.(string)) })
			}
			out := json.NewEncoder(&want)
			out.SetEscapeHTML(false)
			require.NoError(t, out.Encode(tree))
		}
		require.Equal(t, want.String(), textOf(t, r))
		sum := sha256.Sum256([]byte(want.String()))
		require.Equal(t, registry.Digest{Records: len(r.Records()), SHA256: hex.EncodeToString(sum[:])}, r.Digest())
	})
}

func TestRecordsStandByCode(t *testing.T) {
	t.Parallel()
	r := gathered(t, with(t, "66-24277-1-2026", "66-24277-2-2026"), handed, strings.Replace(refused, "Trà", "Xà", 1), refused)
	var names []string
	for _, x := range r.Records() {
		names = append(names, x.Code+x.Product)
	}
	assert.Equal(t, []string{"Trà", "Xà", "66-24277-1-2026Cà phê", "66-24277-2-2026Cà phê"}, names)
	r.Records()[0].Product = "changed"
	assert.Equal(t, "Trà", r.Records()[0].Product, "the register does not change")
	assert.Equal(t, textOf(t, r), textOf(t, gathered(t, strings.Split(textOf(t, r), "\n")...)), "its canonical form is read as itself")
}

// limited fails once so many bytes were written.
type limited int

func (l *limited) Write(b []byte) (int, error) {
	if *l -= limited(len(b)); *l < 0 {
		return 0, errors.New("full")
	}
	return len(b), nil
}

func TestCanonicalTellsWhatWritingTells(t *testing.T) {
	t.Parallel()
	for _, room := range []limited{0, 5000} {
		var lines []string
		for i := range 20 {
			lines = append(lines, with(t, "24277-1-", fmt.Sprintf("24277-%d-", i)))
		}
		assert.EqualError(t, gathered(t, lines...).Canonical(&room), "full")
	}
}

func TestCheckTellsTheCode(t *testing.T) {
	t.Parallel()
	r := gathered(t, handed, with(t, "24277-1-", "24277-2-", `"star":4`, `"star":3`, `"total":"85"`, `"total":"45"`, `"parts":{"A":"35","B":"24","C":"26"},`, ""))
	assert.Equal(t, []string{"REGISTER-10 /66-24277-2-2026/star"}, codesAt(r.Check()))
	assert.Empty(t, new(registry.Register).Check())
}

func TestZeroRegister(t *testing.T) {
	t.Parallel()
	var none registry.Register
	assert.Empty(t, none.Records())
	assert.Empty(t, textOf(t, &none))
	some := gathered(t, handed)
	d := registry.Diff(&none, some)
	assert.Len(t, d.Added, 1)
	applied, problems := registry.Apply(&none, d.Patch())
	require.Empty(t, problems)
	assert.Equal(t, some.Digest(), applied.Digest())
	assert.Equal(t, some.Digest(), registry.Merge(&none, some, &none, registry.KeepBase).Register.Digest())
	assert.Equal(t, some.Records(), registry.Merge(&none, &none, some, registry.KeepBase).Register.Records(), "channels too stand as they did")
}

// Each message, in both languages, as people read it.
func TestMessagesOfExchange(t *testing.T) {
	t.Parallel()
	r := gathered(t, handed)
	other := gathered(t, with(t, `"star":4`, `"star":3`))
	third := gathered(t, with(t, `"star":4`, `"star":5`))
	_, problems := registry.Apply(other, (&registry.Difference{Removed: r.Records()}).Patch())
	_, more := registry.Apply(r, registry.Patch{{Op: "add", Path: "/66-24277-1-2026", Value: json.RawMessage(handed)}})
	problems = append(problems, more...)
	_, more = registry.Apply(r, registry.Patch{{Op: "remove", Path: "/66-24277-1-2026/ground"}})
	problems = append(problems, more...)
	_, more = registry.Apply(r, registry.Patch{{Op: "copy", Path: "/66-24277-1-2026"}})
	problems = append(problems, more...)
	_, more = registry.Apply(r, registry.Patch{{Op: "add", Path: "/66-24277-9-2026", Value: json.RawMessage(handed)}})
	problems = append(problems, more...)
	_, _, err := registry.Gather(registry.JSONLines("", strings.NewReader("{\n")))
	problems = append(problems, problem.From(err)...)
	for _, keep := range []registry.Keep{registry.KeepBase, registry.KeepOurs} {
		for _, theirs := range []*registry.Register{third, new(registry.Register)} {
			merged := registry.Merge(r, other, theirs, keep)
			require.Len(t, merged.Conflicts, 1)
			problems = append(problems, merged.Conflicts[0].Problem())
		}
	}
	var got strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&got, "%s %s\n  %s\n  %s\n", p.Code, p.Path, p.Message.Vi, p.Message.En)
	}
	assert.Equal(t, strings.TrimPrefix(`
REGISTER-59 /0
  /66-24277-1-2026: nội dung trong sổ khác với nội dung mà bản vá được lập từ đó.
  /66-24277-1-2026: the register has it otherwise than what the patch was made of.
REGISTER-58 /0
  /66-24277-1-2026: sổ theo dõi đã có, nên không thêm được nữa; bản vá được lập từ sổ khác.
  /66-24277-1-2026: already in the register and not added again; the patch was made of another.
REGISTER-57 /0
  /66-24277-1-2026/ground: sổ theo dõi không có; bản vá được lập từ sổ khác.
  /66-24277-1-2026/ground: not in the register; the patch was made of another.
REGISTER-56 /0
  Bản vá sổ theo dõi chỉ gồm test, add, replace (có value) và remove (không có value), với đường dẫn /MÃ hoặc /MÃ/mục.
  A patch of a register has test, add and replace (with a value) and remove (without), at /CODE or /CODE/member, and nothing else.
REGISTER-55 /66-24277-9-2026/code
  Bản ghi đặt ở mã 66-24277-9-2026 lại có mã sản phẩm “66-24277-1-2026”.
  The record under the code 66-24277-9-2026 has the product code “66-24277-1-2026”.
REGISTER-51 
  Có 1 dòng không đọc được hoặc trùng mã: phải sửa trước khi so sánh, gộp hay giao, kẻo sản phẩm ở đó bị coi là đã bỏ.
  Rows that cannot be read or that repeat a code: 1. Mend them before registers are compared, merged or handed over, or their products would pass for removed.
REGISTER-53 /66-24277-1-2026/star
  Hai bên ghi khác nhau; đang giữ theo bản gốc, cần chọn.
  The two sides have it differently; it stands as in the base until that is settled.
REGISTER-54 /66-24277-1-2026
  Một bên đã bỏ, bên kia đã sửa; đang giữ theo bản gốc, cần chọn.
  One side removed it, the other changed it; it stands as in the base until that is settled.
REGISTER-53 /66-24277-1-2026/star
  Hai bên ghi khác nhau; đang giữ theo bản của ta, cần chọn.
  The two sides have it differently; it stands as in ours until that is settled.
REGISTER-54 /66-24277-1-2026
  Một bên đã bỏ, bên kia đã sửa; đang giữ theo bản của ta, cần chọn.
  One side removed it, the other changed it; it stands as in ours until that is settled.
`, "\n"), got.String())
}

func BenchmarkDiff(b *testing.B) {
	m := made{rand.New(rand.NewPCG(1, 1))}
	var list []registry.Record
	for i := range 20_000 {
		list = append(list, m.record(i+1))
	}
	from := registerOf(b, list)
	later := slices.Clone(list)
	for i := range 200 {
		m.change(&later[100*i])
	}
	to := registerOf(b, later)
	b.Run("diff", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d := registry.Diff(from, to)
			_ = d.Patch()
		}
	})
	b.Run("merge", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			registry.Merge(from, to, from, registry.KeepBase)
		}
	})
	b.Run("digest", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			from.Digest()
		}
	})
	var lines bytes.Buffer
	require.NoError(b, from.Canonical(&lines))
	b.Run("gather", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(lines.Len()))
		for b.Loop() {
			_, _, err := registry.Gather(registry.JSONLines("", bytes.NewReader(lines.Bytes())))
			require.NoError(b, err)
		}
	})
}
