package httpapi

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// documentRoutes are the addresses that take a document.
func documentRoutes(l *ocop.Library, maxPackageBytes int64) []route {
	return []route{
		{
			method: http.MethodPost, path: "/v1/score", id: "score",
			summary: lang.Text{
				Vi: "Chấm một phiếu, hoặc phần tự đánh giá trong một hồ sơ",
				En: "Score a sheet, or what a dossier's producer claims",
			},
			query:   []parameter{judgedOn()},
			accepts: []string{"sheet", "dossier"},
			limit:   func(call) int { return budget.Dossier().Bytes }, // the larger of the two
			gives:   content{mediaType: typeJSON, schema: "result"},
			door:    func(c call) answer { return score(l, c) },
		},
		{
			method: http.MethodPost, path: "/v1/validate", id: "validate",
			summary: lang.Text{
				Vi: "Kiểm tra một tài liệu, hoặc một gói hồ sơ; hợp lệ thì vẫn có thể có cảnh báo",
				En: "Check a document, or a package; a valid one may still have warnings",
			},
			query: []parameter{
				{
					name:   "as",
					values: []string{string(ocop.DocumentDossier), string(ocop.DocumentSheet), string(ocop.DocumentCouncil), string(ocop.DocumentPlan)},
					text: lang.Text{
						Vi: "Loại tài liệu: hồ sơ (dossier, cũng là khi không nêu), phiếu (sheet), hội đồng (council), yêu cầu lập kế hoạch (plan).",
						En: "The kind of document; a dossier if not given.",
					},
				},
				judgedOn(),
			},
			accepts: []string{"dossier", "sheet", "council", "plan"},
			limit:   func(c call) int { return int(kindOf(c).MaxBytes()) },
			packed:  func(c call) bool { return kindOf(c) == ocop.DocumentDossier },
			most:    maxPackageBytes,
			gives:   content{mediaType: typeJSON, schema: "verdict"},
			door:    func(c call) answer { return validate(l, c) },
		},
		{
			method: http.MethodPost, path: "/v1/plan", id: "plan",
			summary: lang.Text{
				Vi: "Cách rẻ nhất từ một phiếu lên một hạng sao",
				En: "The cheapest way from a sheet to a star",
			},
			query: []parameter{
				{name: "star", values: numbers(1, 5), text: lang.Text{
					Vi: "Hạng sao muốn đạt; không nêu thì lấy star trong tài liệu.",
					En: "The star to reach; if not given, the document's own star.",
				}},
				{name: "others", values: numbers(0, scoring.MaxOthers), text: lang.Text{
					Vi: "Cần thêm bao nhiêu cách khác; 0 nếu không nêu.",
					En: "How many other ways to give beside; 0 if not given.",
				}},
			},
			accepts: []string{"plan"},
			limit:   func(call) int { return budget.Sheet().Bytes },
			gives:   content{mediaType: typeJSON, schema: "plan-result"},
			door:    func(c call) answer { return plan(l, c) },
		},
		{
			method: http.MethodPost, path: "/v1/council", id: "council",
			summary: lang.Text{
				Vi: "Phiếu của các thành viên thành kết quả của hội đồng",
				En: "Members' sheets to the council's outcome",
			},
			accepts: []string{"council"},
			limit:   func(call) int { return budget.Council().Bytes },
			gives:   content{mediaType: typeJSON, schema: "outcome"},
			door:    func(c call) answer { return council(l, c) },
		},
		{
			method: http.MethodPost, path: "/v1/deadlines", id: "deadlines",
			summary: lang.Text{
				Vi: "Một hồ sơ, hoặc các mốc ngày, thành những việc phải xong ngày nào",
				En: "A dossier, or its milestones, to what is due when",
			},
			query: []parameter{{name: "on", day: true, text: lang.Text{
				Vi: "Tính đến ngày này; không nêu thì không nói việc nào quá hạn.",
				En: "As of this day; if not given nothing is said to be missed.",
			}}},
			accepts: []string{"dossier", "milestones"},
			limit:   func(call) int { return budget.Dossier().Bytes },
			gives:   content{mediaType: typeJSON, schema: "deadlines"},
			door:    deadlines,
		},
		{
			method: http.MethodPost, path: "/v1/life", id: "life",
			summary: lang.Text{
				Vi: "Các bước đã đi, hoặc một hồ sơ, thành tình trạng hiện tại và các bước còn đi được",
				En: "The steps taken, or a dossier, to where it stands and what may come next",
			},
			query: []parameter{{name: "on", day: true, text: lang.Text{
				Vi: "Tính đến ngày này; không nêu thì sau bước cuối cùng.",
				En: "As of this day; if not given after the last step.",
			}}},
			accepts: []string{"dossier", "life"},
			limit:   func(call) int { return budget.Dossier().Bytes },
			gives:   content{mediaType: typeJSON, schema: "standing"},
			door:    life,
		},
		packageRoute(l, maxPackageBytes),
		paperRoute(l),
	}
}

func numbers(from, to int) []string {
	var list []string
	for n := from; n <= to; n++ {
		list = append(list, strconv.Itoa(n))
	}
	return list
}

// judgedOn is the day as of which a dossier is judged.
func judgedOn() parameter {
	return parameter{name: "on", day: true, text: lang.Text{
		Vi: "Chỉ dùng cho hồ sơ: hồ sơ chưa nộp được xét như nộp vào ngày này; không nêu thì theo ngày ghi trên phiếu đăng ký.",
		En: "For dossiers alone: one that is not filed yet is judged as if filed on this day; if not given, by the day of its registration form.",
	}}
}

// judging is the library as a call asks it to judge dossiers.
func judging(l *ocop.Library, c call) *ocop.Library {
	options := l.Judged()
	if on := c.on(); on != (civil.Date{}) {
		options.On = on
	}
	return must(l.Judging(options)) // the day was looked at, and the holidays when l was made
}

// forDossiers refuses a day for a document that is none to be judged as of a day;
// nil where all is well.
func forDossiers(c call, kind ocop.Document) *answer {
	if _, given := c.query["on"]; !given || kind == ocop.DocumentDossier {
		return nil
	}
	return new(refused(http.StatusBadRequest, ofDossiers.At("", problem.Value("parameter", "on"), problem.Value("kind", string(kind)))))
}

func score(l *ocop.Library, c call) answer {
	e, err := judging(l, c).Evaluate(c.document)
	if err != nil {
		return wrong(err)
	}
	if e.Dossier == nil {
		if refusal := forDossiers(c, ocop.DocumentSheet); refusal != nil {
			return *refusal
		}
	}
	return given(append(e.Result.AppendJSON(nil), '\n'))
}

func plan(l *ocop.Library, c call) answer {
	p, err := l.Plan(c.document, c.number("star"), c.number("others"))
	if err != nil {
		return wrong(err)
	}
	return given(append(p.AppendJSON(nil), '\n'))
}

func council(l *ocop.Library, c call) answer {
	s, err := l.Decide(c.document)
	if err != nil {
		return wrong(err)
	}
	return given(append(s.Outcome.AppendJSON(nil), '\n'))
}

func deadlines(c call) answer {
	s, err := ocop.Deadlines(c.document, procedure.Options{On: c.on()})
	if err != nil {
		return wrong(err)
	}
	return given(append(s.AppendJSON(nil), '\n'))
}

func life(c call) answer {
	s, err := ocop.Life(c.document, c.on())
	if err != nil {
		return wrong(err)
	}
	return given(append(s.AppendJSON(nil), '\n'))
}

// kindOf is the kind of document that a call asks to validate.
func kindOf(c call) ocop.Document {
	if as := c.query["as"]; as != "" {
		return ocop.Document(as)
	}
	return ocop.DocumentDossier
}

func validate(l *ocop.Library, c call) answer {
	if refusal := forDossiers(c, kindOf(c)); refusal != nil {
		return *refusal
	}
	if c.packed != nil {
		return validatePackage(judging(l, c), c)
	}
	problems := judging(l, c).Validate(kindOf(c), c.document)
	if problems.Err() != nil {
		return wrong(problems)
	}
	return given(append(problems.AppendVerdict(nil), '\n'))
}

// Refuse answers a request with what was found wrong in its document, for
// handlers beside this one that take documents too: application/problem+json,
// with the status and in the language that the Handler would choose. The error
// is the problem.List that package ocop gave.
func Refuse(w http.ResponseWriter, q *http.Request, err error) {
	wrong(err).write(w, q)
}

// wrong refuses a document by what was found in it.
func wrong(err error) answer {
	var problems problem.List
	if !errors.As(err, &problems) {
		panic(err) // every door's error is a list: this is a fault of ours
	}
	return refused(statusOf(problems), problems...)
}

// statusOf is the status for a document: what cannot be read as JSON, what is
// over its budget of bytes, or what was read and found wrong.
func statusOf(problems problem.List) int {
	for _, p := range problems {
		switch p.Code {
		case "JSON-01", "JSON-02", "JSON-03": // not JSON, not UTF-8, data after the end
			return http.StatusBadRequest
		case "JSON-04": // the bytes
			return http.StatusRequestEntityTooLarge
		}
	}
	return http.StatusUnprocessableEntity
}
