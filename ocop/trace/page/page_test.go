package page_test

import (
	"bytes"
	"flag"
	"fmt"
	stdhtml "html"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/ocop/trace/page"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

var update = flag.Bool("update", false, "write the pages in testdata anew; look at every change")

// Places and goods of the example: coffee of a cooperative in Đắk Lắk.
var (
	farm = trace.Place{Latitude: "12.6141", Longitude: "108.0693", Name: "Vườn cà phê buôn Cuôr Kăp", Address: "Buôn Cuôr Kăp, phường Ea Kao, tỉnh Đắk Lắk"}
	mill = trace.Place{GLN: "8931234500016", Latitude: "12.6303", Longitude: "108.0561", Name: "Xưởng HTX Cà phê Ea Kao", Address: "25 Y Wang, phường Ea Kao, tỉnh Đắk Lắk"}
	shop = trace.Place{GLN: "8931234500023", Name: "Cửa hàng OCOP Buôn Ma Thuột", Address: "2 Lê Duẩn, phường Buôn Ma Thuột, tỉnh Đắk Lắk"}
)

// digits are digits of a key and their check digit.
func digits(t testing.TB, before string) string {
	t.Helper()
	last, ok := trace.CheckDigit(before)
	require.True(t, ok)
	return before + string(last)
}

func batch(t testing.TB, item, lot string) trace.Key {
	t.Helper()
	key, err := trace.Batch(digits(t, "893123450"+item), lot)
	require.NoError(t, err)
	return key
}

func kilos(t testing.TB, key trace.Key, amount string) trace.Item {
	t.Helper()
	n, err := trace.ParseDecimal(amount)
	require.NoError(t, err)
	return trace.Item{Key: key, Amount: n, Unit: "KGM"}
}

func at(place trace.Place, stage, when string) trace.Work {
	t, err := time.Parse("2006-01-02 15:04 -0700", when+" +0700")
	if err != nil {
		panic(err)
	}
	return trace.Work{Time: t, Place: place, Stage: stage}
}

// told is what is told of the roasted coffee.
func told() trace.Content {
	return trace.Content{
		Product: "Cà phê Robusta rang xay Ea Kao", Picture: "https://example.vn/ca-phe.jpg", Maker: "HTX Cà phê Ea Kao",
		Address: "25 Y Wang, phường Ea Kao, tỉnh Đắk Lắk", Brand: "Ea Kao Coffee", Code: "66-24133-12-2026",
		BestBefore: civil.Date{Year: 2027, Month: 8, Day: 10}, Standard: "TCVN 5251:2015", Star: 4, Certificate: "152/GCN-OCOP",
	}
}

// chain is the works of the example, from the gardens to the shop.
func chain(t testing.TB, content trace.Content) *trace.Builder {
	t.Helper()
	one, two := batch(t, "101", "CUORKAP-01"), batch(t, "101", "CUORKAP-02")
	beans, ground := batch(t, "202", "NHAN-0726"), batch(t, "303", "L0826-EK")
	pallet, err := trace.Pallet(digits(t, "18931234500000001"))
	require.NoError(t, err)
	sold := trace.Item{Key: ground, Amount: trace.Units(480), Unit: "H87"}
	cherries := trace.Content{Product: "Quả cà phê Robusta chín", Maker: "Hộ ông Y Bliêm Niê", Address: "Buôn Cuôr Kăp, phường Ea Kao", Standard: "VietGAP"}
	var b trace.Builder
	b.Harvest(at(farm, "Hái quả chín", "2026-07-02 08:10"), cherries, kilos(t, one, "620.5"))
	b.Harvest(at(farm, "Hái quả chín", "2026-07-03 09:00"), cherries, kilos(t, two, "410"))
	b.Make(at(mill, "Sơ chế, phơi và xát vỏ", "2026-07-20 16:30"), []trace.Item{kilos(t, one, "620.5"), kilos(t, two, "410")}, []trace.Item{kilos(t, beans, "205")},
		trace.Content{Product: "Cà phê nhân", Maker: "HTX Cà phê Ea Kao"})
	b.Make(at(mill, "Rang xay, đóng gói 250 g", "2026-08-10 10:00"), []trace.Item{kilos(t, beans, "150")}, []trace.Item{sold}, content)
	b.Observe(at(mill, "Kiểm nghiệm mẫu", "2026-08-11 09:30"), sold)
	b.Pack(at(mill, "", "2026-08-12 14:00"), pallet, sold)
	b.Ship(at(mill, "", "2026-08-13 06:45"), shop, trace.Item{Key: pallet})
	b.Receive(at(shop, "", "2026-08-13 09:20"), mill, trace.Item{Key: pallet})
	return &b
}

// traced is what a builder's works come to.
func traced(t testing.TB, b *trace.Builder) trace.Report {
	t.Helper()
	document, err := b.Document(time.Date(2026, 8, 14, 0, 0, 0, 0, time.UTC))
	require.NoError(t, err)
	report := trace.Trace(document)
	require.NotEmpty(t, report.Lots)
	return report
}

// coffee is a report of one lot of coffee of which all is known.
func coffee(t testing.TB) trace.Report {
	t.Helper()
	report := traced(t, chain(t, told()))
	require.Len(t, report.Lots, 1)
	require.Empty(t, report.Problems)
	return report
}

// scant is a report of a lot of which little is known: what it was made of came
// from nowhere, and more of it was shipped than was made.
func scant(t testing.TB) trace.Report {
	t.Helper()
	lot := batch(t, "404", "")
	b := trace.Builder{}
	b.Make(at(mill, "", "2026-08-10 10:00"), []trace.Item{kilos(t, batch(t, "505", "X1"), "12")}, []trace.Item{kilos(t, lot, "10")}, trace.Content{})
	b.Ship(at(mill, "", "2026-08-11 10:00"), shop, kilos(t, lot, "11"))
	return traced(t, &b)
}

// record is what a register has of the coffee.
func record(t testing.TB) *registry.Record {
	t.Helper()
	x, err := dossier.DecodeRecord([]byte(`{"code":"66-24133-12-2026","product":"Cà phê bột Ea Kao","set":13,"edition":"qd26-2026",
		"producer":{"name":"Hợp tác xã Cà phê Ea Kao","kind":"cooperative","taxCode":"0100109106"},"province":"66","commune":"24133","star":4,"total":"82.5",
		"parts":{"A":"32.5","B":"21","C":"29"},"decision":"1520/QĐ-UBND","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised"}`))
	require.NoError(t, err)
	return &x
}

// html is the page of the first lot of a report.
func html(t testing.TB, report trace.Report, o page.Options) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, page.HTML(&out, report.Lots[0], report, o))
	return out.String()
}

var (
	style = regexp.MustCompile(`(?s)<style>.*?</style>`)
	tag   = regexp.MustCompile(`<[^>]*>`)
)

// text is what people read of a page.
func text(page string) string {
	return strings.Join(strings.Fields(stdhtml.UnescapeString(tag.ReplaceAllString(style.ReplaceAllString(page, ""), " "))), " ")
}

func on(year, month, day int) civil.Date { return civil.Date{Year: year, Month: month, Day: day} }

// pixel is a picture.
func pixel(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, image.NewGray(image.Rect(0, 0, 3, 2))))
	return out.Bytes()
}

func TestPages(t *testing.T) {
	t.Parallel()
	withdrawn := record(t)
	withdrawn.State, withdrawn.Withdrawn, withdrawn.Ground = dossier.RecordWithdrawn, "2026-10-01", "law-broken"
	for name, c := range map[string]struct {
		report trace.Report
		o      page.Options
	}{
		"coffee.vi":    {coffee(t), page.Options{On: on(2026, 11, 26), Record: record(t), Picture: pixel(t), Address: "https://ocop.example.vn/01/08931234503031/10/L0826-EK"}},
		"coffee.en":    {coffee(t), page.Options{On: on(2029, 8, 6), Record: record(t), Lang: lang.En}},
		"scant.vi":     {scant(t), page.Options{}},
		"withdrawn.en": {scant(t), page.Options{Record: withdrawn, Lang: lang.En}},
	} {
		golden := filepath.Join("testdata", name+".html")
		got := html(t, c.report, c.o)
		assert.Less(t, len(got), 40_000, name)
		if *update {
			require.NoError(t, os.WriteFile(golden, []byte(got), 0o600))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		assert.Equal(t, string(want), got, name)
	}
}

func TestEveryFactStandsOnThePage(t *testing.T) {
	t.Parallel()
	content := told()
	content.Expires = on(2027, 12, 31)
	report := traced(t, chain(t, content))
	lot := &report.Lots[0]
	shown := text(html(t, report, page.Options{Record: record(t)}))
	fields := reflect.ValueOf(lot.Content)
	for i := range fields.NumField() {
		assert.Contains(t, shown, inWords(fields.Field(i).Interface()), fields.Type().Field(i).Name)
	}
	facts := []string{lot.Key.GTIN, lot.Key.Lot, "480 chiếc", lot.Key.Link("")}
	for _, s := range append(slices.Clone(lot.Made), lot.Went...) {
		facts = append(facts, s.Name().Vi, report.Place(s.Place).Name, report.Place(s.Place).Address, report.Place(s.Place).GLN, report.Place(s.To).Name)
		when, err := time.Parse(time.RFC3339, s.Time)
		require.NoError(t, err)
		facts = append(facts, when.Format("02/01/2006, 15:04"))
		pallet, _ := trace.Parse(s.Pallet)
		facts = append(facts, pallet.SSCC)
	}
	for _, in := range lot.From {
		facts = append(facts, in.Key.Lot, in.Product, in.Maker, in.Address, in.Standard, in.Used.Text().Vi, report.Place(in.Place).Name)
	}
	x := record(t)
	facts = append(facts, x.Product, x.Producer.Name, x.Code, x.Decision, "Ủy ban nhân dân cấp tỉnh", "05/08/2026", "05/08/2029")
	for _, fact := range facts {
		assert.Contains(t, shown, fact)
	}
	assert.NotContains(t, shown, x.Producer.TaxCode, "can be a personal number")
	assert.NotContains(t, shown, "Chưa", "nothing is missing")
	for _, jargon := range []string{"EPCIS", "CBV", "bizStep", "shipping", "KGM", "urn:"} {
		assert.NotContains(t, shown, jargon)
	}
}

// inWords is a part of the content as the Vietnamese page tells it.
func inWords(value any) string {
	switch v := value.(type) {
	case civil.Date:
		return fmt.Sprintf("%02d/%02d/%d", v.Day, v.Month, v.Year)
	case int:
		return strconv.Itoa(v) + " sao"
	default:
		return fmt.Sprint(v)
	}
}

func TestWhatIsNotKnown(t *testing.T) {
	t.Parallel()
	report := scant(t)
	shown := text(html(t, report, page.Options{}))
	for _, words := range []string{
		"Sản phẩm chưa nêu tên", "Chuỗi này CHƯA đầy đủ", "Lô X1 12 kg Chưa rõ từ đâu.", "Chưa có dữ liệu về: tên sản phẩm", " nguồn gốc của lô X1 ",
		" hạng sao và giấy chứng nhận OCOP ", "Dữ liệu của chuỗi có 1 chỗ không khớp nhau hoặc không đúng.",
	} {
		assert.Contains(t, shown, words)
	}
	require.NotEmpty(t, report.Lots[0].Lacks())
	for _, part := range report.Lots[0].Lacks() {
		assert.Contains(t, shown, " "+part.Vi+" ")
	}
}

func TestCertificates(t *testing.T) {
	t.Parallel()
	with := func(change func(*registry.Record)) *registry.Record {
		x := record(t)
		change(x)
		return x
	}
	extended := with(func(x *registry.Record) { x.State, x.ExtendedUntil = dossier.RecordExtended, "2029-10-01" })
	withdrawn := with(func(x *registry.Record) {
		x.State, x.Withdrawn, x.Ground = dossier.RecordWithdrawn, "2027-01-01", "mark-misused"
	})
	const shown, hidden = "★★★★☆", ""
	for name, c := range map[string]struct {
		record *registry.Record
		on     civil.Date
		class  string
		words  string
		star   string
	}{
		"as the maker says":  {nil, on(2026, 11, 26), "open", "chưa đối chiếu", shown},
		"no day":             {record(t), civil.Date{}, "open", "có thời hạn đến ngày 05/08/2029", shown},
		"the day before":     {record(t), on(2026, 8, 4), "open", "chỉ có hiệu lực từ ngày 05/08/2026", shown},
		"the first day":      {record(t), on(2026, 8, 5), "good", "còn hiệu lực đến ngày 05/08/2029", shown},
		"the last day":       {record(t), on(2029, 8, 5), "good", "còn hiệu lực đến ngày 05/08/2029", shown},
		"the day after":      {record(t), on(2029, 8, 6), "bad", "đã hết hạn ngày 05/08/2029", hidden},
		"extended":           {extended, on(2029, 10, 1), "good", "còn hiệu lực đến ngày 01/10/2029", shown},
		"past its extension": {extended, on(2029, 10, 2), "bad", "đã hết hạn ngày 01/10/2029", hidden},
		"withdrawn":          {withdrawn, on(2027, 1, 1), "bad", "đã bị thu hồi từ ngày 01/01/2027", hidden},
		"withdrawn, no day":  {withdrawn, civil.Date{}, "bad", "đã bị thu hồi từ ngày 01/01/2027", hidden},
		"withdrawn later":    {withdrawn, on(2026, 12, 31), "bad", "bị thu hồi từ ngày 01/01/2027", hidden},
		"of another product": {with(func(x *registry.Record) { x.Code = "66-24133-13-2026" }), on(2026, 11, 26), "bad", "mã khác với mã ghi trên lô này", hidden},
		"refused": {with(func(x *registry.Record) {
			*x = registry.Record{Product: x.Product, Set: 13, Edition: x.Edition, Producer: x.Producer, Province: "66", Commune: "24133", Star: 2, State: dossier.RecordRefused}
		}), on(2026, 11, 26), "bad", "không được công nhận", hidden},
		"refused without a star": {with(func(x *registry.Record) {
			*x = registry.Record{Product: x.Product, Set: 13, Edition: x.Edition, Producer: x.Producer, Province: "66", Commune: "24133", State: dossier.RecordRefused}
		}), on(2026, 11, 26), "bad", "không được công nhận", hidden},
		"another star is told": {with(func(x *registry.Record) {
			x.Star, x.Total, x.Parts = 3, "60", &dossier.PartPoints{A: "20", B: "20", C: "20"}
		}), on(2026, 11, 26), "open", "ghi hạng sao khác", "★★★☆☆"},
		"five stars of the sea": {with(func(x *registry.Record) {
			x.Star, x.Total, x.Authority, x.Parts = 5, "95", "ministry", &dossier.PartPoints{A: "38", B: "25", C: "32"}
		}), on(2026, 11, 26), "good", "còn hiệu lực", "★★★★★"},
		"a day that is none": {record(t), on(2026, 13, 1), "open", "có thời hạn đến ngày 05/08/2029", shown},
	} {
		got := html(t, coffee(t), page.Options{On: c.on, Record: c.record})
		head, _, _ := strings.Cut(got, "</header>")
		assert.Equal(t, c.class != "bad" && c.record != nil && c.record.Star != 4, strings.Contains(head, "ghi hạng sao khác"), name)
		assert.Regexp(t, `class="verdict `+c.class+`"><span aria-hidden="true">.</span> <span>[^<]*`+c.words, head, name)
		if c.record != nil && c.record.State == dossier.RecordRefused {
			assert.NotContains(t, text(got), "Hạng sao", "fewer than 3 stars are none (Article 4.1)")
		}
		if c.star == hidden {
			assert.NotContains(t, head, "★", name)
		} else {
			assert.Contains(t, head, c.star+"</span>", name)
		}
	}
}

func TestStarsThatAreNone(t *testing.T) {
	t.Parallel()
	for _, star := range []int{-1, 1, 2, 6, 1 << 30} {
		content := told()
		content.Star = star
		got := text(html(t, traced(t, chain(t, content)), page.Options{}))
		assert.NotContains(t, got, "★", star)
		assert.Contains(t, got, "ghi sai: OCOP công nhận từ 3 đến 5 sao", star)
	}
}

func TestWhatTheMakerTellsOfTheStar(t *testing.T) {
	t.Parallel()
	page4 := func(star int, certificate string, x *registry.Record) string {
		content := told()
		content.Star, content.Certificate = star, certificate
		return text(html(t, traced(t, chain(t, content)), page.Options{Record: x}))
	}
	assert.Contains(t, page4(4, "", nil), "Chứng nhận OCOP Hạng sao 4 sao Hành trình")
	assert.Contains(t, page4(0, "7/GCN", nil), "Chứng nhận OCOP Giấy chứng nhận 7/GCN Hành trình")
	assert.NotContains(t, page4(0, "", nil), "Chứng nhận OCOP")
	assert.NotContains(t, page4(0, "", record(t)), "ghi hạng sao khác")
	five := record(t)
	five.Star, five.Total, five.Authority, five.Parts = 5, "95", "ministry", &dossier.PartPoints{A: "38", B: "25", C: "32"}
	shown := page4(1, "", five)
	assert.Contains(t, shown, "ghi hạng sao khác")
	assert.Contains(t, shown, "Cấp công nhận Bộ Nông nghiệp và Môi trường")
	five.State, five.Withdrawn, five.Ground = dossier.RecordWithdrawn, "2026-10-01", "law-broken"
	assert.NotContains(t, page4(1, "", five), "ghi hạng sao khác")
}

func TestShelfLife(t *testing.T) {
	t.Parallel()
	content := told()
	content.BestBefore, content.Expires = civil.Date{}, civil.Date{}
	assert.NotContains(t, text(html(t, traced(t, chain(t, content)), page.Options{On: on(2027, 8, 10)})), "Lô này đã qu")
	content.BestBefore, content.Expires = on(2027, 8, 10), on(2027, 9, 10)
	report := traced(t, chain(t, content))
	for _, c := range []struct {
		on           civil.Date
		best, useful bool
	}{
		{civil.Date{}, true, true}, {on(2027, 8, 10), true, true}, {on(2027, 8, 11), false, true}, {on(2027, 9, 10), false, true}, {on(2027, 9, 11), true, false},
	} {
		shown := text(html(t, report, page.Options{On: c.on}))
		assert.Equal(t, !c.best, strings.Contains(shown, "Lô này đã qua ngày dùng tốt nhất."), c.on)
		assert.Equal(t, !c.useful, strings.Contains(shown, "Lô này đã quá hạn sử dụng."), c.on)
	}
}

// A day that no calendar has, in a report made by hand, stays as it is.
func TestDaysOfNoCalendar(t *testing.T) {
	t.Parallel()
	shown := text(html(t, trace.Report{Lots: []trace.Lot{{Content: trace.Content{Expires: on(12026, 1, 2)}}}}, page.Options{}))
	assert.Contains(t, shown, "Hạn sử dụng 12026-01-02")
}

func TestTimesAreOfThePlace(t *testing.T) {
	t.Parallel()
	for when, want := range map[string]string{
		"2026-08-11T09:30:00+07:00":    "11/08/2026, 09:30 Xưởng",
		"2026-08-11T23:30:00Z":         "11/08/2026, 23:30 UTC Xưởng",
		"2026-08-11T23:30:00.5+02:00":  "11/08/2026, 23:30 UTC+02:00 Xưởng",
		"2026-08-11T23:30:00.25-09:30": "11/08/2026, 23:30 UTC-09:30 Xưởng",
	} {
		moment, err := time.Parse(time.RFC3339, when)
		require.NoError(t, err)
		b := chain(t, told())
		b.Sell(trace.Work{Time: moment, Place: mill}, trace.Item{Key: batch(t, "303", "L0826-EK"), Amount: trace.Units(1)})
		assert.Contains(t, text(html(t, traced(t, b), page.Options{})), want)
	}
}

// asks finds what makes a browser ask for something, or run something.
var asks = regexp.MustCompile(`(?i)<(script|iframe|object|embed|video|audio|source|base|form|input)\b|\bsrc(set)?="[^d]|\burl\(|@import|\bon[a-z]+\s*=|http-equiv="refresh"|rel="(preload|prefetch|stylesheet|preconnect)|<link[^>]*href="[^d]`)

func TestThePageAsksForNothing(t *testing.T) {
	t.Parallel()
	for _, o := range []page.Options{{}, {Lang: lang.En, Record: record(t), Picture: pixel(t)}} {
		got := html(t, coffee(t), o)
		assert.NotRegexp(t, asks, got)
		assert.Contains(t, got, `default-src 'none'; style-src 'unsafe-inline'; img-src data:;`)
		for _, link := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(got, -1) {
			assert.Regexp(t, `^(https://|data:,$)`, link[1])
		}
	}
	got := html(t, coffee(t), page.Options{External: true})
	assert.Contains(t, got, `<img src="https://example.vn/ca-phe.jpg"`)
	assert.Contains(t, got, "img-src data: https:;")
	assert.NotContains(t, html(t, coffee(t), page.Options{External: true, Picture: pixel(t)}), "img-src data: https:;")
}

func TestPicturesOfTheLot(t *testing.T) {
	t.Parallel()
	for address, linked := range map[string]bool{
		"https://example.vn/a.jpg": true, "http://example.vn/a.jpg": true, "anh.jpg": false, "javascript:alert(1)": false,
		"data:text/html,<script>alert(1)</script>": false, "https://": false, "//example.vn/a.jpg": false, "https://example.vn/a b": false,
	} {
		content := told()
		content.Picture = address
		got := html(t, traced(t, chain(t, content)), page.Options{External: address[:5] != "https"})
		assert.Equal(t, linked, strings.Contains(got, `<dd><a href="`+address+`"`), address)
		assert.NotContains(t, got, "<img", address)
		assert.Contains(t, text(got), address)
	}
}

// skeleton is the elements of a page, in order.
func skeleton(page string) []string {
	return regexp.MustCompile(`</?[a-z][a-z0-9]*`).FindAllString(style.ReplaceAllString(page, ""), -1)
}

// around is the coffee with a text at the end of all that can be told of it.
func around(t testing.TB, s string) trace.Report {
	report := coffee(t)
	lot := &report.Lots[0]
	for _, of := range []*string{&lot.Product, &lot.Picture, &lot.Maker, &lot.Address, &lot.Brand, &lot.Code, &lot.Standard, &lot.Certificate, &lot.EPC, &lot.Key.Lot, &lot.Quantity[0].Unit} {
		*of = "x" + s
	}
	for _, step := range append(slices.Clone(lot.Made), lot.Went...) {
		step.Stage, step.Time, step.Pallet = "x"+s, "x"+s, "x"+s
	}
	lot.Into = []string{"x" + s}
	for i := range lot.From {
		in := &lot.From[i]
		in.Product, in.Maker, in.Standard, in.Certificate, in.Time, in.Used.Amount = "x"+s, "x"+s, "x"+s, "x"+s, "x"+s, "x"+s
	}
	for i := range report.Places {
		report.Places[i].Name, report.Places[i].Address, report.Places[i].GLN = "x"+s, "x"+s, "x"+s
	}
	return report
}

func FuzzTextsStayTexts(f *testing.F) {
	for _, s := range []string{"", `"><script>alert(1)</script>`, "'onerror=alert(1) ", "</title></style></main>", "javascript:alert(1)", "\u202e\x00\x1b[2J\u2028", "{{.}}", "<!--", "&lt;", strings.Repeat("Nguyễn", 2_000), "\xff"} {
		f.Add(s)
	}
	plain := skeleton(html(f, around(f, ""), page.Options{Address: "https://example.vn"}))
	f.Fuzz(func(t *testing.T, s string) {
		got := html(t, around(t, s), page.Options{Address: "https://example.vn"})
		require.Equal(t, plain, skeleton(got))
		require.True(t, utf8.ValidString(got))
		require.NotContains(t, got, "ZgotmplZ")
		for _, r := range got {
			require.True(t, r == '\n' || r >= ' ' && r != 0x7f && r != 0x202e && r != 0x2028, "%q", r)
		}
	})
}

func TestLongChainsAreFolded(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		more           int
		hidden, listed int
		left           bool
	}{{2, 0, 10, false}, {3, 1, 11, false}, {1_000, 998, 1_008, false}, {1_002, 1_000, 1_010, false}, {1_003, 1_001, 1_010, true}, {3_000, 2_998, 1_010, true}} {
		report := coffee(t)
		lot := &report.Lots[0]
		for len(lot.Went) < 4+c.more {
			lot.Went = append(lot.Went, lot.Went[0])
		}
		got := html(t, report, page.Options{})
		assert.Equal(t, c.listed, strings.Count(got, "<time "), c.more)
		assert.Equal(t, c.hidden > 0, strings.Contains(got, fmt.Sprintf("<summary>%d bước nữa ở giữa</summary>", c.hidden)), c.more)
		assert.Equal(t, c.left, strings.Contains(got, fmt.Sprintf("%d mục nữa không ghi ở đây.", c.hidden-1_000)), c.more)
		assert.Equal(t, c.hidden > 0, strings.Contains(got, `<ol class="way" start="6">`), c.more)
		assert.Equal(t, c.hidden > 0, strings.Contains(got, fmt.Sprintf(`<ol class="way end" start="%d">`, c.hidden+6)), c.more)
	}
}

func TestManyIngredientsAreFolded(t *testing.T) {
	t.Parallel()
	report := coffee(t)
	lot := &report.Lots[0]
	for range 5_000 {
		in := lot.From[0]
		in.Seen = false
		lot.From = append(lot.From, in)
		lot.Into = append(lot.Into, lot.EPC)
	}
	shown := text(html(t, report, page.Options{}))
	assert.Contains(t, shown, "4997 nguyên liệu nữa")
	assert.Contains(t, shown, "3997 mục nữa không ghi ở đây.")
	assert.Contains(t, shown, "Đã dùng để làm ra")
	assert.Equal(t, 1_000, strings.Count(shown, " nguồn gốc của "))
	assert.Contains(t, shown, "4995 lô nữa")
}

func TestRefused(t *testing.T) {
	t.Parallel()
	large := append(pixel(t), make([]byte, 1<<20)...)
	for name, c := range map[string]struct {
		o    page.Options
		want string
	}{
		"a text for a picture":  {page.Options{Picture: []byte("hello")}, "SHOP-01 /picture"},
		"a drawing with script": {page.Options{Picture: []byte("<svg onload='alert(1)'/>")}, "SHOP-01 /picture"},
		"a large picture":       {page.Options{Picture: large[:1<<20+1]}, "SHOP-02 /picture"},
		"RIFF of another kind":  {page.Options{Picture: []byte("RIFF\x00\x00\x00\x00WAVE")}, "SHOP-01 /picture"},
		"WEBP without RIFF":     {page.Options{Picture: []byte("....\x00\x00\x00\x00WEBP")}, "SHOP-01 /picture"},
		"RIFF cut off":          {page.Options{Picture: []byte("RIFF\x00\x00\x00\x00WEB")}, "SHOP-01 /picture"},
		"no address":            {page.Options{Address: "example"}, "SHOP-03 /address"},
		"a script":              {page.Options{Address: "javascript:alert(1)"}, "SHOP-03 /address"},
		"a long address":        {page.Options{Address: "https://example.vn/" + strings.Repeat("a", 394)}, "SHOP-04 /address"},
		"a record without all":  {page.Options{Record: &registry.Record{}}, "DOSSIER-01 /record/"},
	} {
		var out bytes.Buffer
		report := coffee(t)
		err := page.HTML(&out, report.Lots[0], report, c.o)
		var list problem.List
		require.ErrorAs(t, err, &list, name)
		assert.Contains(t, list[0].Code+" "+list[0].Path, c.want, name)
		assert.Zero(t, out.Len(), name)
		for _, limit := range []string{"1048576", "412"} {
			assert.Equal(t, list[0].Code == "SHOP-02" && limit == "1048576" || list[0].Code == "SHOP-04" && limit == "412", strings.Contains(list[0].Message.En, "over "+limit), name)
		}
	}
	require.NoError(t, page.HTML(&bytes.Buffer{}, trace.Lot{}, trace.Report{}, page.Options{Picture: large[:1<<20]}))
}

func TestKindsOfPicture(t *testing.T) {
	t.Parallel()
	for data, kind := range map[string]string{
		string(pixel(t)): "image/png", "\xff\xd8\xff\xe0": "image/jpeg", "GIF87a": "image/gif", "GIF89a": "image/gif", "RIFF\x00\x00\x00\x00WEBP": "image/webp",
	} {
		assert.Contains(t, html(t, coffee(t), page.Options{Picture: []byte(data)}), `<img src="data:`+kind+`;base64,`)
	}
}

func TestCheckDigits(t *testing.T) {
	t.Parallel()
	report := coffee(t)
	assert.Contains(t, text(html(t, report, page.Options{})), "Số kiểm tra 1 (đúng)")
	report.Lots[0].Key.GTIN = "08931234503032"
	assert.Contains(t, text(html(t, report, page.Options{})), "Số kiểm tra 2 (SAI, hãy so lại với mã in trên bao bì)")
	report.Lots[0].Key.GTIN = "4"
	assert.Contains(t, text(html(t, report, page.Options{})), "Số kiểm tra 4 (SAI")
}

func TestGoodsAreNamedAsPeopleDo(t *testing.T) {
	t.Parallel()
	report := coffee(t)
	lot := &report.Lots[0]
	lot.Into = []string{"urn:example:9"}
	assert.Contains(t, text(html(t, report, page.Options{})), "Đã dùng để làm ra urn:example:9 ")
	named := func(in trace.Input) string {
		return text(html(t, trace.Report{Lots: []trace.Lot{{From: []trace.Input{in}}}}, page.Options{}))
	}
	gtin := lot.Key.GTIN
	assert.Contains(t, named(trace.Input{Key: trace.Key{GTIN: gtin, Lot: "L9"}, First: true}), " Lô L9 ")
	assert.Contains(t, named(trace.Input{Key: trace.Key{GTIN: gtin, Lot: "L9"}, First: true, Content: &trace.Content{Product: "cacao"}}), "Nguyên liệu cacao ", "the maker's words stay as they are")
	assert.Contains(t, named(trace.Input{EPC: "urn:example:8", Key: trace.Key{Lot: "L9", Serial: "S9"}, First: true}), " urn:example:8 ", "a lot of no goods")
	lot.Key.Serial, lot.Key.Lot = "S-7", ""
	lot.Into = []string{
		batch(t, "606", "L9").Link(""), "https://id.gs1.org/01/" + lot.Key.GTIN + "/21/S9", "https://id.gs1.org/01/" + lot.Key.GTIN,
		"https://id.gs1.org/00/" + digits(t, "18931234500000002"), "urn:example:9",
	}
	shown := text(html(t, report, page.Options{}))
	assert.Contains(t, shown, "Đã dùng để làm ra lô L9 số sê-ri S9 mã GTIN "+lot.Key.GTIN+" kiện hàng số "+digits(t, "18931234500000002")+" urn:example:9 ")
	assert.Equal(t, 2, strings.Count(shown, "Số sê-ri S-7"))
	assert.Contains(t, text(html(t, report, page.Options{Lang: lang.En})), "What was made of it lot L9 serial number S9 GTIN "+lot.Key.GTIN+" package no. ")
}

func TestTheRegistersNameIsToldWhereItDiffers(t *testing.T) {
	t.Parallel()
	x := record(t)
	assert.Contains(t, text(html(t, coffee(t), page.Options{Record: x})), "Tên được công nhận "+x.Product)
	x.Product = told().Product
	assert.NotContains(t, text(html(t, coffee(t), page.Options{Record: x})), "Tên được công nhận")
}

func TestThePictureOfTheOptionsIsNotMissing(t *testing.T) {
	t.Parallel()
	const missing = " hình ảnh sản phẩm "
	assert.Contains(t, text(html(t, scant(t), page.Options{})), missing)
	assert.NotContains(t, text(html(t, scant(t), page.Options{Picture: pixel(t)})), missing)
}

func TestPlacesAreNamedByWhatIsKnown(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		place  trace.Place
		want   string
		mapped bool
	}{
		"an address alone":  {trace.Place{ID: "p", GLN: "8931234500016", Address: "25 Y Wang"}, "25 Y Wang mã địa điểm 8931234500016 Xưởng", false},
		"a number alone":    {trace.Place{ID: "p", GLN: "8931234500016"}, "mã địa điểm 8931234500016 Xưởng", false},
		"coordinates alone": {trace.Place{ID: "p", Latitude: "12.6", Longitude: "-108"}, "12.6, -108 Bản đồ Xưởng", true},
		"half of a place":   {trace.Place{ID: "p", Latitude: "12.6"}, "p Xưởng", false},
		"the other half":    {trace.Place{ID: "p", Longitude: "12.6"}, "p Xưởng", false},
		"an ID alone":       {trace.Place{ID: "p"}, "p Xưởng", false},
		"nothing":           {trace.Place{}, "Xưởng", false},
	} {
		lot := trace.Lot{Made: []*trace.Step{{Stage: "Hái", Time: "sáng sớm", Place: c.place.ID}, {Stage: "Xưởng", Time: "2026-08-10T10:00:00+07:00"}}}
		lot.From = []trace.Input{{EPC: "urn:example:1", Time: "hôm qua", Place: c.place.ID, Seen: true, Content: &trace.Content{Star: 4}}, {EPC: "urn:example:2", First: true}}
		shown := html(t, trace.Report{Lots: []trace.Lot{lot}, Places: []trace.Place{c.place}}, page.Options{})
		assert.Contains(t, text(shown), "Hái sáng sớm "+c.want, name)
		assert.Contains(t, text(shown), "Ngày hôm qua", name)
		assert.Contains(t, text(shown), "OCOP 4 sao", name)
		assert.Contains(t, text(shown), "urn:example:1", name)
		assert.Equal(t, c.mapped, strings.Contains(shown, `href="https://www.openstreetmap.org/?mlat=12.6&amp;mlon=-108#map=15/12.6/-108"`), name)
	}
}

func TestWhatIsWrongWithIngredientsIsCounted(t *testing.T) {
	t.Parallel()
	report := coffee(t)
	lot := &report.Lots[0]
	wrong := func(code, name, value string, severity problem.Severity) problem.Problem {
		return problem.Problem{Code: code, Severity: severity, Params: []problem.Param{problem.Value(name, value)}}
	}
	lot.From[1].EPC = "https://example.vn/" + strings.Repeat("a", 200)
	report.Problems = problem.List{
		wrong("TRACE-21", "epc", lot.EPC, problem.SeverityError), wrong("TRACE-21", "epc", problem.Shorten(lot.From[1].EPC), problem.SeverityError),
		wrong("TRACE-26", "epc", lot.EPC, problem.SeverityError), wrong("TRACE-24", "epc", lot.EPC, problem.SeverityWarning),
		wrong("TRACE-21", "epc", "urn:another", problem.SeverityError), wrong("TRACE-03", "key", lot.EPC, problem.SeverityError), {Code: "TRACE-29", Severity: problem.SeverityError},
	}
	assert.Contains(t, text(html(t, report, page.Options{})), "Dữ liệu của chuỗi có 2 chỗ không khớp")
	assert.Contains(t, text(html(t, report, page.Options{Lang: lang.En})), "The data of the chain have 2 contradictions or mistakes.")
}

func TestAKeyTooLongForACodeHasNone(t *testing.T) {
	t.Parallel()
	report := coffee(t)
	key := &report.Lots[0].Key
	key.Lot = ""
	room := 412 - len(key.Link("")+"/10/")
	for more, has := range map[int]bool{0: true, 1: false} {
		key.Lot = strings.Repeat("a", room+more)
		assert.Equal(t, has, strings.Contains(html(t, report, page.Options{}), "<svg"), more)
	}
}

func TestGoodsWithoutAKeyHaveNoCode(t *testing.T) {
	t.Parallel()
	report := coffee(t)
	report.Lots[0].EPC, report.Lots[0].Key = "urn:example:42", trace.Key{URI: "urn:example:42"}
	got := html(t, report, page.Options{})
	assert.NotContains(t, got, "<svg")
	assert.Contains(t, text(got), "urn:example:42")
	assert.Contains(t, html(t, report, page.Options{Address: "https://example.vn"}), "<svg")
}

func TestNothingIsAPageToo(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, page.HTML(&out, trace.Lot{}, trace.Report{}, page.Options{}))
	assert.Contains(t, out.String(), "Sản phẩm chưa nêu tên")
	assert.ErrorIs(t, page.HTML(full{}, trace.Lot{}, trace.Report{}, page.Options{}), io.ErrShortWrite)
}

// full takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestHeadingsAreInOrder(t *testing.T) {
	t.Parallel()
	got := html(t, coffee(t), page.Options{Record: record(t)})
	before := 0
	for _, level := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(got, -1) {
		now := int(level[1][0] - '0')
		assert.LessOrEqual(t, now, before+1)
		assert.Equal(t, before == 0, now == 1)
		before = now
	}
	for _, id := range regexp.MustCompile(`aria-labelledby="([^"]*)"`).FindAllStringSubmatch(got, -1) {
		assert.Equal(t, 1, strings.Count(got, `id="`+id[1]+`"`))
	}
}

func TestKinds(t *testing.T) {
	t.Parallel()
	require.Len(t, page.Kinds(), 4)
	for i, k := range page.Kinds() {
		assert.Equal(t, fmt.Sprintf("SHOP-%02d", i+1), k.Code)
		assert.NotEmpty(t, k.Message.Vi)
		assert.NotEmpty(t, k.Message.En)
	}
}

// Only who makes pages gets the library that draws QR codes.
func TestOthersBringNoQRCode(t *testing.T) {
	t.Parallel()
	list, err := exec.Command("go", "list", "-deps", "../..", "../../../scoring/...", "../../../dossier/...", "../../../wasm/...", "..").Output()
	require.NoError(t, err)
	assert.Contains(t, string(list), "github.com/ocop-vn/ocop-go/ocop/trace\n")
	assert.NotContains(t, string(list), "github.com/boombuler/barcode")
}

func BenchmarkHTML(b *testing.B) {
	report := coffee(b)
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, page.HTML(io.Discard, report.Lots[0], report, page.Options{}))
	}
}
