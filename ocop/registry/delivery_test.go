package registry_test

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

var (
	onDay = civil.Date{Year: 2026, Month: 11, Day: 25}
	head  = registry.Delivery{From: "66", To: "Bộ Nông nghiệp và Môi trường", On: onDay}
)

// folder is one of files.
func folder(files map[string]string) fstest.MapFS {
	f := fstest.MapFS{}
	for name, text := range files {
		f[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return f
}

func deliver(t testing.TB, f fs.FS, names ...string) registry.Delivery {
	t.Helper()
	d, _, err := registry.Deliver(head, f, names, nil)
	require.NoError(t, err)
	return d
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func TestDeliver(t *testing.T) {
	t.Parallel()
	one, two := handed+"\n"+refused+"\n", "\n"+strings.Replace(handed, "24277-1-", "24277-2-", 1)
	f := folder(map[string]string{"2026/b.jsonl": one, "a.jsonl": two})
	d := deliver(t, f, "a.jsonl", "2026/b.jsonl")
	assert.Equal(t, registry.Delivery{
		Schema: registry.DeliverySchema, From: "66", To: "Bộ Nông nghiệp và Môi trường", On: onDay,
		Files: []registry.DeliveredFile{
			{Name: "2026/b.jsonl", Bytes: len(one), SHA256: hashOf(one), Records: 2},
			{Name: "a.jsonl", Bytes: len(two), SHA256: hashOf(two), Records: 1},
		},
		Register: gathered(t, handed, refused, two).Digest(),
	}, d)
	found, err := registry.Verify(&d, f, nil)
	require.NoError(t, err)
	assert.Empty(t, found)
	_, findings, err := registry.Deliver(head, f, []string{"2026/b.jsonl"}, nil)
	require.NoError(t, err)
	require.Len(t, findings, 1)
	assert.Equal(t, "REGISTER-50", findings[0].Code, "what is found is told of what is handed over too")
	empty := folder(map[string]string{"e": ""})
	d = deliver(t, empty, "e")
	found, err = registry.Verify(&d, empty, nil)
	require.NoError(t, err)
	assert.Empty(t, found)
	none := deliver(t, f)
	assert.Equal(t, registry.Digest{SHA256: hashOf("")}, none.Register)
}

// However a register is written, it is the same register: the order of records,
// members and channels, the space between them and escapes say nothing.
func TestRegisterIsTheSameHoweverItIsWritten(t *testing.T) {
	t.Parallel()
	second := strings.Replace(handed, "24277-1-", "24277-2-", 1)
	otherwise := "\ufeff" + second + "\r\n\r\n" + strings.NewReplacer(
		`"code":"66-24277-1-2026",`, "", `"set":13`, `"set" : 13, "code":"66-24277-1-2026"`, "Cà", `C\u00e0`, "phê", "phê", `"supermarket","e-commerce"`, `"e-commerce","supermarket"`,
	).Replace(handed)
	f := folder(map[string]string{"a": handed + "\n" + second, "b": otherwise})
	a, b, both := deliver(t, f, "a"), deliver(t, f, "b"), deliver(t, f, "a", "b")
	assert.Equal(t, 2, a.Register.Records)
	assert.Equal(t, a.Register, b.Register)
	assert.Equal(t, a.Register, both.Register, "two forms of one register")
	assert.NotEqual(t, a.Files[0].SHA256, b.Files[0].SHA256)
	other := deliver(t, folder(map[string]string{"a": handed}), "a")
	assert.NotEqual(t, a.Register.SHA256, other.Register.SHA256)
}

func TestDeliverRefuses(t *testing.T) {
	t.Parallel()
	f := folder(map[string]string{"a": handed, "b": strings.Replace(handed, `"star":4`, `"star":3`, 1), "c": "{\n" + handed})
	for name, c := range map[string]struct {
		change   func(d *registry.Delivery)
		names    []string
		findings []string
		want     []string
	}{
		"nobody":              {func(d *registry.Delivery) { d.From = "" }, nil, nil, []string{"REGISTER-60 /from"}},
		"a line that is none": {func(d *registry.Delivery) { d.To = "a\nb" }, nil, nil, []string{"REGISTER-60 /to"}},
		"no day":              {func(d *registry.Delivery) { d.On = civil.Date{} }, nil, nil, []string{"REGISTER-60 /on"}},
		"no hash":             {func(d *registry.Delivery) { d.Previous = "1" }, nil, nil, []string{"REGISTER-60 /previous"}},
		"a file twice":        {func(*registry.Delivery) {}, []string{"a", "a"}, nil, []string{"REGISTER-60 /files/1/name"}},
		"outside the folder":  {func(*registry.Delivery) {}, []string{"../a"}, nil, []string{"REGISTER-60 /files/0/name"}},
		"from the root":       {func(*registry.Delivery) {}, []string{"/a"}, nil, []string{"REGISTER-60 /files/0/name"}},
		"the folder itself":   {func(*registry.Delivery) {}, []string{"."}, nil, []string{"REGISTER-60 /files/0/name"}},
		"a name that moves":   {func(*registry.Delivery) {}, []string{"a\u202e"}, nil, []string{"REGISTER-60 /files/0/name"}},
		"a row that is none":  {func(*registry.Delivery) {}, []string{"c"}, []string{"c 1 JSON-01"}, []string{"REGISTER-51"}},
		"one code twice":      {func(*registry.Delivery) {}, []string{"a", "b"}, []string{"b 1 REGISTER-52"}, []string{"REGISTER-51"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			about := head
			c.change(&about)
			d, findings, err := registry.Deliver(about, f, c.names, nil)
			assert.Zero(t, d)
			assert.Equal(t, c.want, codesAt(problem.From(err)))
			var told []string
			for _, f := range findings {
				told = append(told, fmt.Sprint(f.File, " ", f.Line, " ", f.Code))
			}
			assert.Equal(t, c.findings, told)
		})
	}
	_, _, err := registry.Deliver(head, f, []string{"0", "a"}, nil)
	assert.ErrorIs(t, err, fs.ErrNotExist, "whatever stands behind it")
}

// halves reads one row of a file and leaves the rest.
func halves(file string, r io.Reader) iter.Seq2[registry.Row, error] {
	return func(yield func(registry.Row, error) bool) {
		_, _ = r.Read(make([]byte, 1))
		x, _ := registry.Read([]byte(handed))
		yield(registry.Row{File: file, Line: 1, Record: x}, nil)
	}
}

func TestRowsOfAnotherForm(t *testing.T) {
	t.Parallel()
	f := folder(map[string]string{"a.csv": "some table"})
	d, _, err := registry.Deliver(head, f, []string{"a.csv"}, halves)
	require.NoError(t, err)
	assert.Equal(t, []registry.DeliveredFile{{Name: "a.csv", Bytes: 10, SHA256: hashOf("some table"), Records: 1}}, d.Files, "all of the file is hashed")
	found, err := registry.Verify(&d, f, halves)
	require.NoError(t, err)
	assert.Empty(t, found)
}

// openFiles counts the files that are open.
type openFiles struct {
	fs.FS
	open int
}

func (f *openFiles) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	f.open++
	return openFile{file, f}, err
}

type openFile struct {
	fs.File
	of *openFiles
}

func (f openFile) Close() error {
	f.of.open--
	return f.File.Close()
}

func TestFilesOfADeliveryAreClosed(t *testing.T) {
	t.Parallel()
	f := &openFiles{FS: folder(map[string]string{"a": handed, "b": refused})}
	d := deliver(t, f, "a", "b")
	assert.Zero(t, f.open)
	_, err := registry.Verify(&d, f, nil)
	require.NoError(t, err)
	assert.Zero(t, f.open)
}

// failingFiles fails when it is read, after some bytes.
type failingFiles struct{ fs.FS }

func (f failingFiles) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	return failingFile{file}, err
}

type failingFile struct{ fs.File }

var errDisk = errors.New("disk")

func (failingFile) Read([]byte) (int, error) { return 0, errDisk }

func TestReadingADeliveryFails(t *testing.T) {
	t.Parallel()
	f := folder(map[string]string{"a": handed, "b": refused})
	d := deliver(t, f, "a", "b")
	for name, rows := range map[string]registry.RowsOf{"in the rows": nil, "behind them": halves} {
		_, _, err := registry.Deliver(head, failingFiles{f}, []string{"a", "b"}, rows)
		assert.ErrorIs(t, err, errDisk, name)
		_, err = registry.Verify(&d, failingFiles{f}, rows)
		assert.ErrorIs(t, err, errDisk, name)
	}
	_, err := registry.Verify(&d, f, onward)
	assert.ErrorIs(t, err, errDisk, "the first error ends it")
}

// onward goes on after an error for as long as it is let.
func onward(file string, _ io.Reader) iter.Seq2[registry.Row, error] {
	return func(yield func(registry.Row, error) bool) {
		_ = yield(registry.Row{File: file}, errDisk) && yield(registry.Row{File: file, Line: 2}, nil)
	}
}

func TestVerifyTellsWhatIsOtherwise(t *testing.T) {
	t.Parallel()
	second := strings.Replace(handed, "24277-1-", "24277-2-", 1)
	files := map[string]string{"a": handed + "\n", "b": second + "\n"}
	d := deliver(t, folder(files), "a", "b")
	for name, c := range map[string]struct {
		a, b string // "-": no file
		want []string
	}{
		"as it was":              {files["a"], files["b"], []string{}},
		"a file less":            {files["a"], "-", []string{"REGISTER-61 /files/1/name", "REGISTER-65 /register"}},
		"a byte more":            {files["a"] + "\n", files["b"], []string{"REGISTER-62 /files/0/bytes", "REGISTER-63 /files/0/sha256"}},
		"a star more":            {strings.Replace(files["a"], `"star":4`, `"star":3`, 1), files["b"], []string{"REGISTER-63 /files/0/sha256", "REGISTER-65 /register"}},
		"a record that is none":  {strings.Replace(files["a"], `"set":13`, `"set":99`, 1), files["b"], []string{"REGISTER-63 /files/0/sha256", "REGISTER-64 /files/0/records", "REGISTER-65 /register"}},
		"files that changed way": {files["b"], files["a"], []string{"REGISTER-63 /files/0/sha256", "REGISTER-63 /files/1/sha256"}},
		"a record more": {files["a"] + files["b"], files["b"], []string{
			"REGISTER-62 /files/0/bytes", "REGISTER-63 /files/0/sha256", "REGISTER-64 /files/0/records",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := folder(map[string]string{"a": c.a, "b": c.b})
			if c.b == "-" {
				delete(f, "b")
			}
			found, err := registry.Verify(&d, f, nil)
			require.NoError(t, err)
			assert.Equal(t, c.want, codesAt(found))
		})
	}
	wrong := d
	wrong.Register.Records++
	found, err := registry.Verify(&wrong, folder(files), nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"REGISTER-65 /register"}, codesAt(found))
	wrong = d
	wrong.From = ""
	found, err = registry.Verify(&wrong, folder(nil), nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"REGISTER-60 /from"}, codesAt(found))
	wrong = registry.Delivery{}
	found, err = registry.Verify(&wrong, folder(files), nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"REGISTER-60 /schema", "REGISTER-60 /from", "REGISTER-60 /on", "REGISTER-60 /register/sha256"}, codesAt(found))
}

func TestManifestIsReadAsItIsWritten(t *testing.T) {
	t.Parallel()
	d := deliver(t, folder(map[string]string{"a": handed}), "a")
	d.Previous = hashOf("before")
	text, err := d.MarshalJSON()
	require.NoError(t, err)
	assert.Equal(t, `{"files":[{"bytes":`+fmt.Sprint(len(handed))+`,"name":"a","records":1,"sha256":"`+hashOf(handed)+`"}],"from":"66","on":"2026-11-25","previous":"`+hashOf("before")+
		`","register":{"records":1,"sha256":"`+d.Register.SHA256+`"},"schema":"ocop-delivery-1","to":"Bộ Nông nghiệp và Môi trường"}`, string(text))
	assert.Equal(t, hashOf(string(text)), d.SHA256())
	indented, err := json.MarshalIndent(d, "", "  ")
	require.NoError(t, err)
	var again registry.Delivery
	require.NoError(t, json.Unmarshal(indented, &again))
	assert.Equal(t, d, again)
	assert.Equal(t, d.SHA256(), again.SHA256(), "space and order say nothing")
	_, err = registry.Delivery{On: civil.Date{Year: 2026, Month: 13, Day: 1}}.MarshalJSON()
	assert.Equal(t, []string{"DATE-01"}, codesAt(problem.From(err)))
	text, err = registry.Delivery{}.MarshalJSON()
	require.NoError(t, err)
	assert.JSONEq(t, `{"files":[],"from":"","on":null,"register":{"records":0,"sha256":""},"schema":""}`, string(text))
}

func TestManifestIsReadStrictly(t *testing.T) {
	t.Parallel()
	d := deliver(t, folder(map[string]string{"a": handed}), "a")
	text := string(d.AppendJSON(nil))
	for _, c := range []struct{ old, changed, want string }{
		{`"from":"66"`, `"from":"66","more":1`, "JSON-07 /more"},
		{`"from":"66"`, `"from":66`, "JSON-09 /from"},
		{`"from":"66"`, `"from":" 66"`, "REGISTER-60 /from"},
		{`"from":"66"`, `"from":"` + strings.Repeat("ắ", 201) + `"`, "REGISTER-60 /from"},
		{`"from":"66",`, ``, "JSON-08"},
		{`"schema":"ocop-delivery-1",`, ``, "JSON-08"},
		{`"name":"a",`, ``, "JSON-08 /files/0"},
		{`{"bytes":` + fmt.Sprint(len(handed)) + `,`, `{`, "JSON-08 /files/0"},
		{`"from":"66"`, `"files":[],"from":"66"`, "JSON-06 /files"},
		{`"on":"2026-11-25"`, `"on":"2026-11-31"`, "DATE-01 /on"},
		{`"on":"2026-11-25"`, `"on":20261125`, "JSON-09 /on"},
		{`"schema":"ocop-delivery-1"`, `"schema":"ocop-delivery-2"`, "REGISTER-60 /schema"},
		{`"name":"a"`, `"name":"b/../a"`, "REGISTER-60 /files/0/name"},
		{`"bytes":`, `"bytes":-`, "REGISTER-60 /files/0/bytes"},
		{`"records":1,"sha256":"` + hashOf(handed), `"records":-1,"sha256":"` + hashOf(handed), "REGISTER-60 /files/0/records"},
		{hashOf(handed), strings.ToUpper(hashOf(handed)), "REGISTER-60 /files/0/sha256"},
		{`"name":"a"`, `"name":"a","path":"a"`, "JSON-07 /files/0/path"},
		{`{"records":1,`, `{"records":-1,`, "REGISTER-60 /register/records"},
		{`{"records":1,`, `{`, "JSON-08 /register"},
		{d.Register.SHA256, d.Register.SHA256[1:], "REGISTER-60 /register/sha256"},
		{`"to":"`, `"to":" `, "REGISTER-60 /to"},
	} {
		require.Contains(t, text, c.old)
		_, err := registry.DecodeDelivery([]byte(strings.Replace(text, c.old, c.changed, 1)))
		assert.Equal(t, []string{c.want}, codesAt(problem.From(err)), c.changed)
	}
	_, err := registry.DecodeDelivery([]byte(strings.Replace(text, `"from":"66"`, `"from":"`+strings.Repeat("ắ", 200)+`"`, 1)))
	assert.NoError(t, err)
	kept := d
	assert.Error(t, json.Unmarshal([]byte(`{"from":"66"}`), &kept))
	assert.Equal(t, d, kept)
}

func TestDeliveriesMakeAChain(t *testing.T) {
	t.Parallel()
	first := deliver(t, folder(map[string]string{"a": handed}), "a")
	second := first
	second.On, second.Previous = onDay.AddDays(7), first.SHA256()
	assert.Empty(t, first.Follows(nil))
	assert.Empty(t, second.Follows(&first))
	assert.Equal(t, []string{"REGISTER-66 /previous"}, codesAt(second.Follows(nil)), "the one before is missing")
	changed := first
	changed.To = ""
	assert.Equal(t, []string{"REGISTER-66 /previous"}, codesAt(second.Follows(&changed)))
	second.On = onDay
	assert.Empty(t, second.Follows(&first), "two on one day")
	second.On = onDay.AddDays(-1)
	assert.Equal(t, []string{"REGISTER-67 /on"}, codesAt(second.Follows(&first)))
}

// keys are a pair of keys in PEM, for tests alone.
func keys(t testing.TB) (private, public []byte) {
	t.Helper()
	pub, key, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	return pemOf(t, "PRIVATE KEY", key), pemOf(t, "PUBLIC KEY", pub)
}

func pemOf(t testing.TB, kind string, key any) []byte {
	t.Helper()
	marshal := x509.MarshalPKIXPublicKey
	if kind == "PRIVATE KEY" {
		marshal = x509.MarshalPKCS8PrivateKey
	}
	der, err := marshal(key)
	require.NoError(t, err)
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
}

func TestSign(t *testing.T) {
	t.Parallel()
	private, public := keys(t)
	_, otherPublic := keys(t)
	d := deliver(t, folder(map[string]string{"a": handed}), "a")
	signature, err := registry.Sign(&d, private)
	require.NoError(t, err)
	assert.Len(t, signature, ed25519.SignatureSize)
	assert.Empty(t, registry.CheckSignature(&d, signature, public))

	block, _ := pem.Decode(public)
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	require.NoError(t, err)
	assert.True(t, ed25519.Verify(key.(ed25519.PublicKey), d.AppendJSON(nil), signature), "what is signed is the file's content")

	for i := range signature {
		forged := append([]byte{}, signature...)
		forged[i] ^= 1
		require.Equal(t, []string{"REGISTER-68"}, codesAt(registry.CheckSignature(&d, forged, public)))
	}
	changed := d
	changed.To = "other"
	assert.Equal(t, []string{"REGISTER-68"}, codesAt(registry.CheckSignature(&changed, signature, public)))
	assert.Equal(t, []string{"REGISTER-68"}, codesAt(registry.CheckSignature(&d, signature, otherPublic)))
	assert.Equal(t, []string{"REGISTER-68"}, codesAt(registry.CheckSignature(&d, signature[1:], public)))
	assert.Equal(t, []string{"REGISTER-68"}, codesAt(registry.CheckSignature(&d, nil, public)))
}

func TestSignNeedsAKeyOfItsKind(t *testing.T) {
	t.Parallel()
	private, public := keys(t)
	d := deliver(t, folder(map[string]string{"a": handed}), "a")
	other, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	for name, key := range map[string][]byte{"none": nil, "no PEM": []byte("key"), "the public one": public, "of another kind": pemOf(t, "PRIVATE KEY", other)} {
		_, err := registry.Sign(&d, key)
		assert.Equal(t, []string{"REGISTER-69"}, codesAt(problem.From(err)), name)
		assert.NotContains(t, err.Error(), "key\n", name)
	}
	for name, key := range map[string][]byte{"none": nil, "no PEM": []byte("key"), "the private one": private, "of another kind": pemOf(t, "PUBLIC KEY", &other.PublicKey)} {
		assert.Equal(t, []string{"REGISTER-69"}, codesAt(registry.CheckSignature(&d, nil, key)), name)
	}
	d.From = ""
	_, err = registry.Sign(&d, private)
	assert.Equal(t, []string{"REGISTER-60 /from"}, codesAt(problem.From(err)), "what is no manifest is not signed")
}

// Each message, in both languages, as people read it.
func TestMessagesOfDeliveries(t *testing.T) {
	t.Parallel()
	private, _ := keys(t)
	d := deliver(t, folder(map[string]string{"a": handed, "b": handed}), "a", "b")
	problems, err := registry.Verify(&d, folder(map[string]string{"a": "\n"}), nil)
	require.NoError(t, err)
	later := d
	later.On, later.Previous = onDay.AddDays(-1), hashOf("")
	problems = append(problems, later.Follows(&d)...)
	_, err = registry.Sign(&d, nil)
	problems = append(problems, problem.From(err)...)
	problems = append(problems, registry.CheckSignature(&d, nil, private)...)
	_, public := keys(t)
	problems = append(problems, registry.CheckSignature(&d, nil, public)...)
	bad := registry.Delivery{Previous: "x", Files: []registry.DeliveredFile{{Bytes: -1}}}
	_, err = registry.Sign(&bad, private)
	problems = append(problems, problem.From(err)[:6]...)
	var got strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&got, "%s %s\n  %s\n  %s\n", p.Code, p.Path, p.Message.Vi, p.Message.En)
	}
	assert.Equal(t, strings.TrimPrefix(strings.ReplaceAll(`
REGISTER-62 /files/0/bytes
  a: tệp có 1 byte, bản kê ghi SIZE.
  a: the file has 1 bytes, the manifest says SIZE.
REGISTER-63 /files/0/sha256
  a: nội dung không phải nội dung đã giao, mã băm SHA-256 khác với bản kê.
  a: not what was handed over, its SHA-256 is another than the manifest's.
REGISTER-64 /files/0/records
  a: có 0 bản ghi, bản kê ghi 1.
  a: there are 0 records, the manifest says 1.
REGISTER-61 /files/1/name
  b: bản kê có mà không thấy tệp.
  b: in the manifest, and there is no such file.
REGISTER-65 /register
  Sổ theo dõi trong các tệp (0 bản ghi) không phải sổ ghi trong bản kê (1 bản ghi).
  The register in the files (0 records) is not the one that the manifest tells of (1 records).
REGISTER-66 /previous
  Lần giao này không nối tiếp lần giao trước: mã băm của bản kê trước không khớp.
  This delivery does not follow the one before: the SHA-256 of the earlier manifest is another.
REGISTER-67 /on
  2026-11-24: sớm hơn ngày giao lần trước, 2026-11-25.
  2026-11-24: before the day of the delivery before, 2026-11-25.
REGISTER-69 
  Không đọc được khóa: cần khóa riêng Ed25519 dạng PEM (PKCS #8).
  The key cannot be read: an Ed25519 private key in PEM (PKCS #8) is needed.
REGISTER-69 
  Không đọc được khóa: cần khóa công khai Ed25519 dạng PEM (PKIX).
  The key cannot be read: an Ed25519 public key in PEM (PKIX) is needed.
REGISTER-68 
  Chữ ký không phải của khóa này trên bản kê này: bản kê đã bị sửa hoặc do khóa khác ký.
  The signature is not of this key on this manifest: it was changed, or another key signed it.
REGISTER-60 /schema
  Phải là ocop-delivery-1.
  This must be ocop-delivery-1.
REGISTER-60 /from
  Phải là một dòng chữ dài 1 đến 200 ký tự.
  This must be a line of 1 to 200 characters.
REGISTER-60 /on
  Phải là một ngày.
  This must be a date.
REGISTER-60 /previous
  Phải là mã băm SHA-256 gồm 64 chữ số thập lục phân viết thường.
  This must be a SHA-256 of 64 lower-case hexadecimal digits.
REGISTER-60 /files/0/name
  Phải là tên tệp nằm trong thư mục giao, mỗi tệp một lần, dài nhất 200 ký tự.
  This must be the name of a file within the folder, each once, at most 200 characters.
REGISTER-60 /files/0/bytes
  Phải là số nguyên không âm.
  This must be a whole number, 0 or more.
`, "SIZE", fmt.Sprint(len(handed))), "\n"), got.String())
}

func FuzzDecodeDelivery(f *testing.F) {
	d := deliver(f, folder(map[string]string{"a": handed, "b/c": refused}), "a", "b/c")
	f.Add(d.AppendJSON(nil))
	d.To, d.Files, d.Previous = "", nil, hashOf("x")
	f.Add(d.AppendJSON(nil))
	f.Add([]byte(`{"schema":"ocop-delivery-1","from":"66","from":"67","on":"2026-11-25","files":[],"register":{"records":0,"sha256":""}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := registry.DecodeDelivery(data)
		if err != nil {
			require.NotEmpty(t, problem.From(err))
			require.Zero(t, d)
			return
		}
		again, err := registry.DecodeDelivery(d.AppendJSON(nil))
		require.NoError(t, err)
		require.Equal(t, d, again)
		_, err = registry.Verify(&d, fstest.MapFS{}, nil)
		require.NoError(t, err)
	})
}
