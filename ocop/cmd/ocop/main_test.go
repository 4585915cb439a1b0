package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/budget"
)

const sheets = "../../../examples/sheets/"

// run runs a command line and returns what it wrote and its exit code.
func run(stdin string, args ...string) (stdout, stderr string, code int) {
	var out, errs bytes.Buffer
	c := &command{stdin: strings.NewReader(stdin), stdout: &output{to: &out}, stderr: &errs}
	code = c.run(args)
	return out.String(), errs.String(), code
}

const sheet = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}`

func TestScoreReport(t *testing.T) {
	t.Parallel()
	out, errs, code := run("", "score", sheets+"ca-phe-dak-lak.json")
	assert.Equal(t, exitOK, code)
	assert.Empty(t, errs)
	want, err := os.ReadFile(sheets + "ca-phe-dak-lak.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), out)

	out, _, code = run(sheet, "score", "--lang", "en", "-", sheets+"gao-st25.json")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, "NO STAR YET")
	assert.Contains(t, out, "★★★☆☆  3 stars")
}

func TestScoreJSON(t *testing.T) {
	t.Parallel()
	out, _, code := run("", "score", sheets+"ca-phe-dak-lak.json", sheets+"nuoc-khoang.json", "--json")
	assert.Equal(t, exitOK, code)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 2)
	assert.JSONEq(t, `{"edition":"qd26-2026","set":13,"status":"classified","total":92,"parts":{"A":37,"B":24,"C":31},
		"band":5,"star":4,"authority":"province","shortfalls":[{"star":5,"criterion":"1.5","have":"c","need":"d"}],
		"gates":[],"unanswered":[],"notApplicable":[],"bounds":{"total":[92,92],"star":[4,4]},
		"answers":{"1.1":"c","1.2":"b","1.3":"d","1.4":"c","1.5":"c","1.6":"c","1.7":"b","2.1":"d","2.2":"d","2.3":"c","2.4":"yes","3.1":"c","3.2":"b","3.3":"c","3.4":"b","3.5":"b","4.1":"d","4.2":"d","4.3":"d","5.1":"e","5.2":"c","5.3":"d","6.1.1":"c","6.1.2":"c","6.1.3":"c","6.1.4":"c","6.1.5":"b","6.2.1":"c","6.2.2":"c","7":"d","8":"b","9":"b","10":"b","11":"c"}}`, lines[0])
	assert.Contains(t, lines[1], `"status":"stopped"`)
}

func TestScoreFindsProblems(t *testing.T) {
	t.Parallel()
	bad := `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`
	out, errs, code := run(bad, "score", "-")
	assert.Equal(t, exitProblems, code)
	assert.Empty(t, out)
	assert.Equal(t, "-: SHEET-03 /answers/1.1: Tiêu chí 1.1 không có mức z; các mức: a, b, c, none.\n", errs)
	out, _, code = run(bad, "score", "--json", "-")
	assert.Equal(t, exitProblems, code)
	assert.True(t, strings.HasPrefix(out, `{"problems":[{"code":"SHEET-03","path":"/answers/1.1"`), out)
	out, _, code = run(strings.Repeat(" ", 70_000)+sheet, "score", "--json", "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, out, "JSON-04")
}

func TestScoreLines(t *testing.T) {
	t.Parallel()
	long := strings.Repeat(" ", 1<<20)
	in := strings.Join([]string{sheet, `{"set":1}`, "", long + sheet, sheet + " ", sheet}, "\n")
	out, _, code := run(in, "score", "--jsonl", "-")
	assert.Equal(t, exitProblems, code)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	require.Len(t, lines, 6, "a line out for each line in")
	for i, want := range []string{`"status":"incomplete"`, "JSON-08", "JSON-01", "JSON-04", `"status":"incomplete"`, `"status":"incomplete"`} {
		assert.Contains(t, lines[i], want)
		assert.True(t, json.Valid([]byte(lines[i])))
	}
	out, _, code = run("", "score", "--jsonl", "-")
	assert.Equal(t, exitOK, code)
	assert.Empty(t, out)
	_, _, code = run("", "score", "--jsonl", "no-such-file")
	assert.Equal(t, exitUnusable, code)
}

// A gigabyte of spaces on a line is refused in the memory of one buffer.
func TestScoreLinesKeepsMemorySmall(t *testing.T) {
	size := int64(1 << 30)
	if testing.Short() {
		size = 1 << 26
	}
	c := &command{stdin: io.MultiReader(io.LimitReader(spaces{}, size), strings.NewReader("\n"+sheet)), stdout: &output{to: io.Discard}, stderr: io.Discard}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	assert.Equal(t, exitProblems, c.run([]string{"score", "--jsonl", "-"}))
	runtime.ReadMemStats(&after)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(1<<20))
}

type spaces struct{}

func (spaces) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

func TestRubric(t *testing.T) {
	t.Parallel()
	out, _, code := run("", "rubric", "--json")
	assert.Equal(t, exitOK, code)
	var r struct {
		Edition string
		Sets    []struct{ No int }
		Errata  []struct{ Set int }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	assert.Len(t, r.Sets, 26)
	assert.Len(t, r.Errata, 9)

	out, _, code = run("", "rubric", "--json", "--set", "4", "--edition", "qd26-2026")
	assert.Equal(t, exitOK, code)
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	assert.Len(t, r.Sets, 1)
	assert.Len(t, r.Errata, 2)

	out, _, code = run("", "rubric")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, "13  Sản phẩm cà phê, ca cao\n")
	out, _, _ = run("", "rubric", "--set", "26", "--lang", "en")
	assert.Contains(t, out, "    2. Tourist service site\n")
	out, _, _ = run("", "rubric", "--set", "16")
	assert.Contains(t, out, "✗ Dừng đánh giá: Bị 0 điểm")
	assert.Contains(t, out, "  6.3 Mùi (4)\n      a)  0  Có mùi\n")
}

func TestLoadedRubric(t *testing.T) {
	t.Parallel()
	published, _, code := run("", "rubric", "--json", "--set", "13")
	require.Equal(t, exitOK, code)
	file := filepath.Join(t.TempDir(), "own.json")
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(published, "qd26-2026", "qd148-2023", 1)), 0o600))
	_, errs, code := run(strings.Replace(sheet, "qd26-2026", "qd148-2023", 1), "score", "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "--rubric TỆP")
	// The errata and oddities of this copy are those of set 13: there are none but the general ones.
	out, errs, code := run(strings.Replace(sheet, "qd26-2026", "qd148-2023", 1), "score", "--rubric", file, "-")
	assert.Equal(t, exitOK, code, errs)
	assert.Contains(t, out, "bộ tiêu chí tự nạp qd148-2023")
	sum := sha256.Sum256([]byte(strings.Replace(published, "qd26-2026", "qd148-2023", 1)))
	sha := hex.EncodeToString(sum[:])
	out, _, _ = run(strings.Replace(sheet, "qd26-2026", "qd148-2023", 1), "score", "--jsonl", "--rubric", file, "-")
	assert.Contains(t, out, `"set":13,"rubric":{"id":"qd148-2023","sha256":"`+sha+`"},"status"`)
	out, _, _ = run(strings.Replace(sheet, "qd26-2026", "qd148-2023", 1), "score", "--json", "--explain", "--rubric", file, "-")
	assert.Contains(t, out, `"sha256":"`+sha+`"`)
	out, _, code = run("", "rubric", "--rubric", file, "--edition", "qd148-2023", "--lang", "en")
	assert.Equal(t, exitOK, code)
	assert.Equal(t, "Loaded rubric qd148-2023, SHA-256 "+sha+"\n13  Coffee and cocoa products\n", out)
	out, _, _ = run("", "rubric", "--rubric", file, "--set", "13")
	assert.NotContains(t, out, "SHA-256", "the built-in one")
	for _, twice := range [][]string{{"--rubric", file, "--rubric", file}, {"--rubric", file, "--replace", file}} {
		_, errs, code = run(sheet, append([]string{"score", "-"}, twice...)...)
		assert.Equal(t, exitProblems, code)
		assert.Contains(t, errs, file+": EDITION-06 /edition")
	}
	_, errs, code = run(sheet, "score", "--replace", file, "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, file+": EDITION-07 /edition")
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(published, `"max": 40`, `"max": 41`, 1)), 0o600))
	_, errs, code = run(sheet, "score", "--rubric", file, "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "RUBRIC-04 /sets/0/parts")
}

// The law is replaced only where that is said, by every verb alike, and the
// result says it too.
func TestReplacedRubric(t *testing.T) {
	t.Parallel()
	published, _, code := run("", "rubric", "--json", "--set", "13")
	require.Equal(t, exitOK, code)
	file := filepath.Join(t.TempDir(), "own.json")
	changed := strings.Replace(published, "Sản phẩm cà phê, ca cao", "Cà phê của tỉnh", 1)
	require.NotEqual(t, published, changed)
	require.NoError(t, os.WriteFile(file, []byte(changed), 0o600))
	sum := sha256.Sum256([]byte(changed))
	sha := hex.EncodeToString(sum[:])
	vector := "OCOP:qd26-2026/13/1.1:c"
	for _, args := range [][]string{
		{"score", "-"}, {"score", "--json", "-"}, {"validate", "--as", "sheet", "-"}, {"vector", "-"}, {"vector", "--parse", vector},
		{"rubric"}, {"rubric", "--json"}, {"rubric", "--set", "13"}, {"schema"}, {"plan", "--star", "1", sheets + "ca-phe-dak-lak.json"}, {"council", councils + "hoi-dong-tinh.json"},
	} {
		out, errs, code := run(sheet, append(args, "--rubric", file)...)
		assert.Equal(t, exitProblems, code, args)
		assert.Empty(t, out, args)
		assert.Contains(t, errs, file+": EDITION-05 /edition: ", args)
		assert.Contains(t, errs, "--replace TỆP", args)
		out, errs, code = run(sheet, append(args, "--replace", file)...)
		assert.Equal(t, exitOK, code, errs)
		switch {
		case args[0] == "validate":
			assert.Equal(t, "-: hợp lệ\n", out)
		case args[0] == "schema":
		case args[0] == "vector":
			assert.NotContains(t, out, sha, "a sheet and its vector stay as they are")
		case args[0] == "rubric" && args[len(args)-1] == "--json":
			assert.Equal(t, changed, out)
		default:
			assert.Contains(t, out, sha, args)
		}
	}
	other := strings.Replace(sheet, `"set":13`, `"set":12`, 1)
	_, errs, _ := run(other, "validate", "--as", "sheet", "--replace", file, "-")
	assert.Contains(t, errs, "SHEET-04", "it has set 13 alone")
}

func TestUnusable(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		nil,
		{"scores"},
		{"score"},
		{"score", "no-such-file"},
		{"score", "--json", "no-such-file"},
		{"score", "--points", "90", "-"},
		{"score", "--lang", "fr", "-"},
		{"score", "--rubric", "no-such-file", "-"},
		{"plan", "--star", "6", "-"},
		{"plan", "--star", "4"},
		{"plan", "--others", "4", "-"},
		{"plan", "--star", "4", "no-such-file"},
		{"plan", "--lang", "fr"},
		{"council"},
		{"council", "no-such-file"},
		{"council", "--ministry", "no-such-file", councils + "hoi-dong-tinh.json"},
		{"council", "--members"},
		{"validate"},
		{"validate", "no-such-file"},
		{"validate", "--jsonl", "no-such-file"},
		{"validate", "--as", "letter", "-"},
		{"schema", "letter"},
		{"schema", "sheet", "plan"},
		{"schema", "--dir", "x", "sheet"},
		{"schema", "--dir", sheets + "gao-st25.json/x"},
		{"schema", "--all"},
		{"vector"},
		{"vector", "--parse", "x", "y"},
		{"vector", "no-such-file"},
		{"vector", "--line"},
		{"rubric", "x"},
		{"rubric", "--set", "27"},
		{"rubric", "--set", "x"},
		{"rubric", "--edition", "qd148-2023"},
		{"rubric", "--edition", "qd149"},
	} {
		out, errs, code := run("", args...)
		assert.Equal(t, exitUnusable, code, args)
		assert.NotEmpty(t, errs, args)
		assert.Empty(t, out, args)
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"help"}, {"--help"}, {"score", "--help"}} {
		out, _, code := run("", args...)
		assert.Equal(t, exitOK, code)
		assert.Contains(t, out, "ocop score")
	}
}

func TestPlan(t *testing.T) {
	t.Parallel()
	out, errs, code := run("", "plan", "--star", "5", "--json", sheets+"ca-phe-dak-lak.json")
	assert.Equal(t, exitOK, code, errs)
	assert.JSONEq(t, `{"edition":"qd26-2026","set":13,"star":5,"reachable":true,"cost":1,"total":{"from":92,"to":93},
		"changes":[{"criterion":"1.5","from":"c","to":"d","points":1,"reason":"minimum"}]}`, out)
	out, _, code = run("", "plan", "--star", "5", "--others", "2", "--json", sheets+"gao-st25.json")
	assert.Equal(t, exitOK, code)
	var plan struct {
		Cost   int
		Others []struct{ Cost int }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &plan))
	assert.Len(t, plan.Others, 2)
	assert.GreaterOrEqual(t, plan.Others[0].Cost, plan.Cost)

	out, _, code = run("", "plan", "--star", "5", sheets+"ca-phe-dak-lak.json")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, "cần đạt:  d) Hợp đồng liên kết cho trên 75% sản lượng tiêu thụ, thực hiện ổn định từ 12 tháng trở lên (3 điểm)")
	assert.Contains(t, out, "tài liệu: Nguồn gốc nguyên liệu, vùng nguyên liệu, liên kết chuỗi: ")
	out, _, _ = run("", "plan", "--star", "5", "--lang", "en", sheets+"nuoc-mam-phu-quoc.json")
	assert.Contains(t, out, "This sheet is there already: 97 points.")
	assert.Contains(t, out, "The loss of 8 points or more would cost it.")
	out, _, code = run("", "plan", "--star", "3", sheets+"cay-mai-vang.json")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, "✗ Không phải 100% sản phẩm được trồng")
	out, _, code = run("", "plan", "--star", "4", "--json", sheets+"du-lich-cong-dong.json")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, out, `{"problems":[{"code":"PLAN-01"`)
	_, errs, code = run("", "plan", sheets+"gao-st25.json")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "PLAN-05")
}

func TestPlanLocked(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(sheets + "ca-phe-dak-lak.json")
	require.NoError(t, err)
	locked := strings.TrimSpace(string(data))
	locked = locked[:len(locked)-1] + `,"locked":["1.5"],"star":5}`
	out, _, code := run(locked, "plan", "-", "--lang", "en")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, "5 stars cannot be reached from this sheet (92 points). In the way:")
	assert.Contains(t, out, "1.5 Chain linkage in production (locked)")
}

const councils = "../../../examples/council/"

func TestCouncil(t *testing.T) {
	t.Parallel()
	want, err := os.ReadFile(councils + "bien-ban.txt")
	require.NoError(t, err)
	out, errs, code := run("", "council", "--ministry", councils+"hoi-dong-trung-uong.json", councils+"hoi-dong-tinh.json")
	assert.Equal(t, exitOK, code, errs)
	assert.Equal(t, string(want), out)
	out, _, code = run("", "council", "--json", councils+"hoi-dong-tinh.json")
	assert.Equal(t, exitOK, code)
	var outcome struct {
		Status, Average string
		Sum, Count      int
		Star            *int
		Widest          []string
	}
	require.NoError(t, json.Unmarshal([]byte(out), &outcome))
	assert.Equal(t, []any{"classified", "92.42", 647, 7, 5}, []any{outcome.Status, outcome.Average, outcome.Sum, outcome.Count, *outcome.Star})
	out, _, _ = run("", "council", "--json", "--ministry", councils+"hoi-dong-trung-uong.json", councils+"hoi-dong-tinh.json")
	assert.Contains(t, out, `"referral":{"result":"returned","star":4}}`)
	assert.True(t, json.Valid([]byte(out)))

	doc := `{"edition":"qd26-2026","set":13,"seats":4,"members":[{"id":"m1","answers":{}}],"policy":{"quorum":"3/4","minima":"mean"}}`
	out, _, code = run(doc, "council", "--lang", "en", "-")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, "1 of 4 members present.")
	assert.Contains(t, out, "NO QUORUM")
	assert.Contains(t, out, "by the criterion's mean points")
	for gate, text := range map[string]string{"unacceptable-impurities": "DỪNG ĐÁNH GIÁ", "forged-dossier": "HỒ SƠ BỊ LOẠI"} {
		out, _, _ = run(doc[:len(doc)-1]+`,"gates":["`+gate+`"]}`, "council", "-")
		assert.Contains(t, out, text)
	}
	out, _, _ = run(strings.Replace(doc, `"quorum":"3/4","minima":"mean"`, `"minima":"all","maxSpread":3`, 1), "council", "-")
	assert.Contains(t, out, "CÓ PHIẾU CHƯA CHẤM XONG")
	_, errs, code = run(strings.Replace(doc, `"seats":4`, `"seats":0`, 1), "council", "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "COUNCIL-07 /seats")
	out, _, code = run(strings.Replace(doc, `"seats":4,`, ``, 1), "council", "--json", "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, out, `{"problems":[{"code":"COUNCIL-08","path":"/seats"`)
}

func TestVector(t *testing.T) {
	t.Parallel()
	out, _, code := run("", "vector", sheets+"cay-mai-vang.json")
	assert.Equal(t, exitOK, code)
	assert.True(t, strings.HasPrefix(out, "OCOP:qd26-2026/24/1.1:a/"), out)
	back, _, code := run("", "vector", "--parse", strings.TrimSpace(out))
	assert.Equal(t, exitOK, code)
	data, err := os.ReadFile(sheets + "cay-mai-vang.json")
	require.NoError(t, err)
	assert.JSONEq(t, string(data), back)
	_, errs, code := run("", "vector", "--parse", "OCOP:qd26-2026/13/1.1:z")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "VECTOR-03: Dòng phiếu sai ở ký tự thứ 19: không có 1.1:z.")
	_, errs, code = run("", "vector", "--parse", "OCOP:"+strings.Repeat("x", budget.VectorBytes))
	assert.Equal(t, exitProblems, code)
	assert.Equal(t, "--parse: VECTOR-04: Dòng phiếu dài hơn 4096 byte.\n", errs)
	_, errs, code = run("{}", "vector", "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "JSON-08")
}

func TestExplain(t *testing.T) {
	t.Parallel()
	out, _, code := run("", "score", "--explain", sheets+"ca-phe-dak-lak.json")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, " 5. 1.5: mức c (Hợp đồng liên kết cho trên 75% sản lượng tiêu thụ), 2 điểm. (Phụ lục II, bộ 13, tiêu chí 1.5)\n")
	assert.Contains(t, out, "Tổng điểm: 37 + 24 + 31 = 92. (khoản 3 Điều 3)\n")
	out, _, code = run("", "score", "--explain", "--json", sheets+"ca-phe-dak-lak.json")
	assert.Equal(t, exitOK, code)
	var r struct {
		Star        int
		Explanation []struct {
			Kind string
			Rule map[string]any
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	assert.Equal(t, 4, r.Star)
	assert.Equal(t, "authority", r.Explanation[len(r.Explanation)-1].Kind)
	_, _, code = run(`{}`, "score", "--explain", "--json", "-")
	assert.Equal(t, exitProblems, code)
}
