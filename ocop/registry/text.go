package registry

import (
	"io"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Text writes the report for a terminal or a plain text file: the targets, each
// breakdown as a table, then all findings that the report holds and how many more
// there are.
func (r *Report) Text(w io.Writer, l lang.Lang) error {
	t := reportText{report: r, lang: l}
	t.head()
	breakdowns := r.Breakdowns()
	t.breakdown(&breakdowns[0])
	t.targets()
	for i := range breakdowns[1:] {
		t.breakdown(&breakdowns[1+i])
	}
	t.findings()
	_, err := io.WriteString(w, t.out.String())
	return err
}

type reportText struct {
	report *Report
	lang   lang.Lang
	out    strings.Builder
}

// nameColumns and numberColumns are how wide the columns of tables are, so that
// all stand below each other.
const (
	nameColumns   = 52
	numberColumns = 12
)

func (t *reportText) say(vi, en string) string { return lang.Text{Vi: vi, En: en}.In(t.lang) }

func (t *reportText) number(n int) string { return string(text.Number(n, t.lang)) }

func (t *reportText) line(words ...string) {
	t.out.WriteString(strings.TrimRight(strings.Join(words, ""), " ") + "\n")
}

func (t *reportText) head() {
	r := t.report
	t.line(t.say("SỐ LIỆU CHƯƠNG TRÌNH OCOP", "FIGURES OF THE OCOP PROGRAMME"))
	t.line(t.say("Tính đến ngày ", "As of "), string(text.Day(r.On, t.lang)), ".")
	if r.Since != nil {
		t.line(t.say("So với ngày ", "Compared with "), string(text.Day(r.Since.On, t.lang)), ".")
	}
	t.line(t.say("Bản ghi được tính: ", "Records counted: "), t.number(r.Records), ". ", t.say("Không được tính vì có lỗi: ", "Not counted for errors: "), t.number(r.Failed), ".")
}

// title begins a table, with the heads of its columns of numbers.
func (t *reportText) title(title string, heads ...string) {
	t.line()
	t.row(title, heads...)
	t.line(strings.Repeat("─", nameColumns+len(heads)*numberColumns))
}

// row is a name, in as many lines as it takes, and numbers behind the last.
func (t *reportText) row(name string, numbers ...string) {
	lines := wrapped(name, nameColumns)
	last := len(lines) - 1
	for _, line := range lines[:last] {
		t.line(line)
	}
	cells := []string{string(text.Pad(lines[last], nameColumns))}
	for _, n := range numbers {
		cells = append(cells, strings.Repeat(" ", max(1, numberColumns-text.Width(n))), n)
	}
	t.line(cells...)
}

// wrapped are lines of whole words, of no more than some columns where words allow it.
func wrapped(name string, columns int) []string {
	lines := []string{""}
	for word := range strings.FieldsSeq(string(text.Plain(name))) {
		switch last := len(lines) - 1; {
		case lines[last] == "":
			lines[last] = word
		case text.Width(lines[last])+1+text.Width(word) <= columns:
			lines[last] += " " + word
		default:
			lines = append(lines, "  "+word)
		}
	}
	return lines
}

func (t *reportText) breakdown(b *Breakdown) {
	heads := []string{t.say("Số lượng", "Number")}
	switch {
	case t.report.Since != nil:
		heads = t.days()
	case b.Of > 0:
		heads = append(heads, t.say("Tỷ lệ", "Share"))
	}
	t.title(b.Title.In(t.lang), heads...)
	if len(b.Parts) == 0 {
		t.line(t.say("Không có.", "None."))
	}
	for _, p := range b.Parts {
		numbers := []string{t.number(p.Count)}
		switch {
		case t.report.Since != nil:
			numbers = append(numbers, t.number(p.Since), string(text.Change(p.Count-p.Since, t.lang)))
		case b.Of > 0:
			numbers = append(numbers, string(text.Percent(Share{p.Count, b.Of}.Tenths(), t.lang)))
		}
		t.row(p.Name.In(t.lang), numbers...)
	}
}

// days are the heads of the columns that compare.
func (t *reportText) days() []string {
	return []string{string(text.Day(t.report.On, t.lang)), string(text.Day(t.report.Since.On, t.lang)), t.say("Tăng, giảm", "Change")}
}

func (t *reportText) targets() {
	heads := []string{t.say("Kết quả", "Result"), t.say("Mục tiêu", "Target"), ""}
	var since []Target
	if t.report.Since != nil {
		since = t.report.Since.Targets()
		days := t.days()
		heads = []string{days[0], t.say("Mục tiêu", "Target"), "", days[1], days[2]}
	}
	t.title(TargetsTitle().In(t.lang), heads...)
	for i, target := range t.report.Targets() {
		value, aim := target.In(t.lang)
		numbers := []string{value, aim, t.verdict(target)}
		if since != nil {
			then, _ := since[i].In(t.lang)
			numbers = append(numbers, then, target.Change(since[i], t.lang))
		}
		t.row(target.Name().In(t.lang), numbers...)
	}
}

func (t *reportText) verdict(target Target) string {
	if target.Reached() {
		return t.say("đạt", "reached")
	}
	return t.say("chưa đạt", "not reached")
}

func (t *reportText) findings() {
	told, more := t.report.Told()
	t.line()
	if len(told)+more == 0 {
		t.line(t.say("Không phát hiện lỗi nào.", "Nothing was found wrong."))
		return
	}
	t.line(t.say("Lỗi và cảnh báo: ", "Errors and warnings: "), t.number(len(told)+more))
	for i := range told {
		f := &told[i]
		t.line(string(text.Format("  %s: %s%s: %s%s", f.Where(t.lang), f.Code, spaceBefore(f.Path), t.warning(f), f.Message.In(t.lang))))
	}
	if more > 0 {
		t.line("  ", t.say("và ", "and "), t.number(more), t.say(" mục khác.", " more."))
	}
}

func (t *reportText) warning(f *Finding) text.Own {
	if f.Severity == problem.SeverityWarning {
		return text.Own(t.say("(cảnh báo) ", "(warning) "))
	}
	return ""
}

func spaceBefore(path string) string {
	if path == "" {
		return ""
	}
	return " " + path
}

// Told are the findings that the report holds, and how many more there were.
func (r *Report) Told() (told []Finding, more int) {
	told = r.Findings
	if last := len(told) - 1; last >= 0 && told[last].Line == 0 && told[last].Code == problem.Kinds()[0].Code {
		told = told[:last] // which only says that there are more
	}
	for _, n := range r.ByCode {
		more += n
	}
	return told, max(0, more-len(told))
}

// Where is where a finding stands, as file:12, or the line alone where there is but
// one file. Strangers name files: it is not yet plain.
func (f *Finding) Where(l lang.Lang) string {
	line := string(text.Plain(f.Line))
	if f.File == "" {
		return lang.Text{Vi: "dòng ", En: "line "}.In(l) + line
	}
	return f.File + ":" + line
}
