package registry

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// What can be wrong with a delivery.
var (
	misformed = problem.Kind{Code: "REGISTER-60", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Phải là {expected}.", En: "This must be {expected}.",
	}}
	fileMissing = problem.Kind{Code: "REGISTER-61", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{name}: bản kê có mà không thấy tệp.", En: "{name}: in the manifest, and there is no such file.",
	}}
	otherSize = problem.Kind{Code: "REGISTER-62", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{name}: tệp có {have} byte, bản kê ghi {want}.", En: "{name}: the file has {have} bytes, the manifest says {want}.",
	}}
	otherHash = problem.Kind{Code: "REGISTER-63", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{name}: nội dung không phải nội dung đã giao, mã băm SHA-256 khác với bản kê.",
		En: "{name}: not what was handed over, its SHA-256 is another than the manifest's.",
	}}
	otherNumber = problem.Kind{Code: "REGISTER-64", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{name}: có {have} bản ghi, bản kê ghi {want}.", En: "{name}: there are {have} records, the manifest says {want}.",
	}}
	otherRegister = problem.Kind{Code: "REGISTER-65", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Sổ theo dõi trong các tệp ({have} bản ghi) không phải sổ ghi trong bản kê ({want} bản ghi).",
		En: "The register in the files ({have} records) is not the one that the manifest tells of ({want} records).",
	}}
	otherPrevious = problem.Kind{Code: "REGISTER-66", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Lần giao này không nối tiếp lần giao trước: mã băm của bản kê trước không khớp.",
		En: "This delivery does not follow the one before: the SHA-256 of the earlier manifest is another.",
	}}
	earlierDay = problem.Kind{Code: "REGISTER-67", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{date}: sớm hơn ngày giao lần trước, {previous}.", En: "{date}: before the day of the delivery before, {previous}.",
	}}
)

// DeliverySchema is the form of the manifests that are made and read here.
const DeliverySchema = "ocop-delivery-1"

// Delivery is the manifest of what one office hands to another.
type Delivery struct {
	Schema   string          `json:"schema"` // DeliverySchema
	From     string          `json:"from"`   // who hands over: a province's code or a name, 1 to 200 characters
	To       string          `json:"to,omitempty"`
	On       civil.Date      `json:"on"`
	Files    []DeliveredFile `json:"files"`
	Register Digest          `json:"register"`           // of all files together; however they are written
	Previous string          `json:"previous,omitempty"` // SHA256 of the delivery before
}

// DeliveredFile is a file of a delivery.
type DeliveredFile struct {
	Name    string `json:"name"` // its path in the folder that is handed over, with /
	Bytes   int    `json:"bytes"`
	SHA256  string `json:"sha256"`
	Records int    `json:"records"` // rows that hold a record
}

// RowsOf reads the rows of a file by its name.
type RowsOf func(file string, r io.Reader) iter.Seq2[Row, error]

// Deliver makes the manifest of files in a folder, read by rows (nil: JSONLines), of
// what head says: From, To, On, Previous. Findings and error are those of Gather for
// all files together: a record that stands in two forms counts once.
func Deliver(head Delivery, folder fs.FS, names []string, rows RowsOf) (Delivery, []Finding, error) {
	d := Delivery{Schema: DeliverySchema, From: head.From, To: head.To, On: head.On, Previous: head.Previous, Files: []DeliveredFile{}}
	for _, name := range slices.Sorted(slices.Values(names)) {
		d.Files = append(d.Files, DeliveredFile{Name: name})
	}
	if problems := d.checkHead(); len(problems) > 0 {
		return Delivery{}, nil, problems
	}
	register, findings, err := Gather(func(yield func(Row, error) bool) {
		for i := range d.Files {
			if !d.Files[i].read(folder, rows, yield) {
				return
			}
		}
	})
	if err != nil {
		return Delivery{}, findings, err
	}
	d.Register = register.Digest()
	return d, findings, nil
}

// read notes what a file has while its rows are read. It tells whether to go on.
func (f *DeliveredFile) read(folder fs.FS, rows RowsOf, yield func(Row, error) bool) bool {
	file, err := folder.Open(f.Name)
	if err != nil {
		yield(Row{File: f.Name}, err)
		return false
	}
	defer func() { _ = file.Close() }() // it was only read
	if rows == nil {
		rows = JSONLines
	}
	var bytes size
	sum := sha256.New()
	in := io.TeeReader(file, io.MultiWriter(sum, &bytes))
	for row, err := range rows(f.Name, in) {
		if err == nil && hasRecord(&row) {
			f.Records++
		}
		if !yield(row, err) {
			return false
		}
	}
	if _, err := io.Copy(io.Discard, in); err != nil { // what the rows left
		return yield(Row{File: f.Name}, err)
	}
	f.Bytes, f.SHA256 = int(bytes), hex.EncodeToString(sum.Sum(nil))
	return true
}

// size counts the bytes that are written to it.
type size int

// Write implements io.Writer.
func (s *size) Write(b []byte) (int, error) {
	*s += size(len(b))
	return len(b), nil
}

// AppendJSON appends the manifest in its canonical form (RFC 8785): what is hashed
// and signed, and what stands in its file, without a line break behind it.
func (d *Delivery) AppendJSON(b []byte) []byte {
	type members Delivery
	m := members(*d)
	m.Files = orNone(m.Files)
	return append(b, rfc8785(&m)...)
}

// MarshalJSON implements json.Marshaler: what AppendJSON appends. The error is that
// of a date that is none.
func (d Delivery) MarshalJSON() ([]byte, error) {
	if _, err := d.On.MarshalText(); err != nil {
		return nil, err
	}
	return d.AppendJSON(nil), nil
}

// UnmarshalJSON implements json.Unmarshaler, as DecodeDelivery.
func (d *Delivery) UnmarshalJSON(data []byte) error {
	read, err := DecodeDelivery(data)
	if err == nil {
		*d = read
	}
	return err
}

// SHA256 is that of the manifest, which the next delivery names as Previous.
func (d *Delivery) SHA256() string {
	sum := sha256.Sum256(d.AppendJSON(nil))
	return hex.EncodeToString(sum[:])
}

// DecodeDelivery reads a manifest within budget.Dossier. The error is a problem.List.
func DecodeDelivery(data []byte) (Delivery, error) {
	d := Delivery{Files: []DeliveredFile{}}
	problems := strictjson.Read(data, budget.Dossier(), func(r *strictjson.Reader) {
		deliveryReader{r}.delivery(&d)
	})
	if len(problems) == 0 {
		problems = d.check()
	}
	if len(problems) > 0 {
		return Delivery{}, problems
	}
	return d, nil
}

// deliveryReader reads a manifest.
type deliveryReader struct{ *strictjson.Reader }

func (r deliveryReader) delivery(d *Delivery) {
	r.Object([]string{"schema", "from", "on", "files", "register", "to", "previous"}, 0b11111, func(i int) {
		switch i {
		case 0:
			r.text(&d.Schema)
		case 1:
			r.text(&d.From)
		case 2:
			r.day(&d.On)
		case 3:
			r.files(&d.Files)
		case 4:
			r.digest(&d.Register)
		case 5:
			r.text(&d.To)
		default:
			r.text(&d.Previous)
		}
	})
}

func (r deliveryReader) text(into *string) {
	text, _ := r.String()
	*into = string(text)
}

func (r deliveryReader) day(into *civil.Date) {
	text, ok := r.String()
	if !ok {
		return
	}
	read, err := civil.Parse(string(text))
	for _, p := range problem.From(err) {
		p.Path = r.Pointer()
		r.Report(p)
	}
	*into = read
}

func (r deliveryReader) files(into *[]DeliveredFile) {
	r.Array(func(int) {
		var f DeliveredFile
		r.Object([]string{"name", "bytes", "sha256", "records"}, 0b1111, func(i int) {
			switch i {
			case 0:
				r.text(&f.Name)
			case 1:
				f.Bytes, _ = r.Int()
			case 2:
				r.text(&f.SHA256)
			default:
				f.Records, _ = r.Int()
			}
		})
		*into = append(*into, f)
	})
}

func (r deliveryReader) digest(into *Digest) {
	r.Object([]string{"records", "sha256"}, 0b11, func(i int) {
		if i == 0 {
			into.Records, _ = r.Int()
		} else {
			r.text(&into.SHA256)
		}
	})
}

// What the members of a manifest must be.
var (
	formSchema = problem.Worded("expected", DeliverySchema, lang.Text{Vi: DeliverySchema, En: DeliverySchema})
	formLine   = problem.Worded("expected", "line", lang.Text{Vi: "một dòng chữ dài 1 đến 200 ký tự", En: "a line of 1 to 200 characters"})
	formDay    = problem.Worded("expected", "date", lang.Text{Vi: "một ngày", En: "a date"})
	formName   = problem.Worded("expected", "name", lang.Text{
		Vi: "tên tệp nằm trong thư mục giao, mỗi tệp một lần, dài nhất 200 ký tự", En: "the name of a file within the folder, each once, at most 200 characters",
	})
	formNumber = problem.Worded("expected", "number", lang.Text{Vi: "số nguyên không âm", En: "a whole number, 0 or more"})
	formHash   = problem.Worded("expected", "sha256", lang.Text{Vi: "mã băm SHA-256 gồm 64 chữ số thập lục phân viết thường", En: "a SHA-256 of 64 lower-case hexadecimal digits"})
)

// formCheck gathers which members are not what they must be.
type formCheck struct{ problem.Collector }

func (f *formCheck) is(right bool, path string, expected problem.Param) {
	if !right {
		f.Add(misformed.At(path, expected))
	}
}

// checkHead tells what is wrong before the files are read.
func (d *Delivery) checkHead() problem.List {
	f := formCheck{problem.Collect(budget.Dossier())}
	d.head(&f)
	return f.List()
}

// check tells what is wrong with a manifest by itself.
func (d *Delivery) check() problem.List {
	f := formCheck{problem.Collect(budget.Dossier())}
	d.head(&f)
	for i := range d.Files {
		file := &d.Files[i]
		f.is(file.Bytes >= 0, fileAt(i, "bytes"), formNumber)
		f.is(isDigest(file.SHA256), fileAt(i, "sha256"), formHash)
		f.is(file.Records >= 0, fileAt(i, "records"), formNumber)
	}
	f.is(d.Register.Records >= 0, "/register/records", formNumber)
	f.is(isDigest(d.Register.SHA256), "/register/sha256", formHash)
	return f.List()
}

func (d *Delivery) head(f *formCheck) {
	f.is(d.Schema == DeliverySchema, "/schema", formSchema)
	f.is(oneLine(d.From), "/from", formLine)
	f.is(d.To == "" || oneLine(d.To), "/to", formLine)
	f.is(d.On.Valid(), "/on", formDay)
	f.is(d.Previous == "" || isDigest(d.Previous), "/previous", formHash)
	names := map[string]bool{}
	for i := range d.Files {
		name := d.Files[i].Name
		f.is(oneLine(name) && fs.ValidPath(name) && name != "." && !names[name], fileAt(i, "name"), formName)
		names[name] = true
	}
}

// fileAt is the JSON Pointer of a member of a file.
func fileAt(i int, member string) string { return "/files/" + strconv.Itoa(i) + "/" + member }

// oneLine tells whether a text is a line that people can read.
func oneLine(s string) bool {
	n := utf8.RuneCountInString(s)
	return 1 <= n && n <= 200 && plain.Text(s) == s && strings.TrimSpace(s) == s
}

// isDigest tells whether a text is a SHA-256.
func isDigest(s string) bool {
	return len(s) == hex.EncodedLen(sha256.Size) && strings.Trim(s, "0123456789abcdef") == ""
}

// Verify holds a manifest to the files in a folder, read by rows (nil: JSONLines),
// and tells each thing that is otherwise. The error is that of reading.
func Verify(d *Delivery, folder fs.FS, rows RowsOf) (problem.List, error) {
	if problems := d.check(); len(problems) > 0 {
		return problems, nil
	}
	found := problem.Collect(budget.Dossier())
	g := newGatherer()
	for i := range d.Files {
		have := DeliveredFile{Name: d.Files[i].Name}
		var failed error
		have.read(folder, rows, func(row Row, err error) bool {
			if failed = err; err != nil {
				return false
			}
			g.row(&row)
			return true
		})
		switch {
		case errors.Is(failed, fs.ErrNotExist):
			found.Add(fileMissing.At(fileAt(i, "name"), problem.Value("name", have.Name)))
		case failed != nil:
			return nil, failed
		default:
			found.AddAll(d.Files[i].against(&have, i))
		}
	}
	if have := g.register().Digest(); have != d.Register {
		found.Add(otherRegister.At("/register", amount("have", have.Records), amount("want", d.Register.Records)))
	}
	return found.List(), nil
}

// against tells where a file is not what the manifest says.
func (f *DeliveredFile) against(have *DeliveredFile, i int) problem.List {
	var found problem.List
	name := problem.Value("name", f.Name)
	if have.Bytes != f.Bytes {
		found = append(found, otherSize.At(fileAt(i, "bytes"), name, amount("have", have.Bytes), amount("want", f.Bytes)))
	}
	if have.SHA256 != f.SHA256 {
		found = append(found, otherHash.At(fileAt(i, "sha256"), name))
	}
	if have.Records != f.Records {
		found = append(found, otherNumber.At(fileAt(i, "records"), name, amount("have", have.Records), amount("want", f.Records)))
	}
	return found
}

func amount(name string, n int) problem.Param { return problem.Value(name, strconv.Itoa(n)) }

// Follows holds a delivery to the one before it; nil where it is the first.
func (d *Delivery) Follows(previous *Delivery) problem.List {
	var found problem.List
	hash := ""
	if previous != nil {
		hash = previous.SHA256()
	}
	if d.Previous != hash {
		found = append(found, otherPrevious.At("/previous"))
	}
	if previous != nil && d.On.Before(previous.On) {
		found = append(found, earlierDay.At("/on", problem.Value("date", d.On.String()), problem.Value("previous", previous.On.String())))
	}
	return found
}
