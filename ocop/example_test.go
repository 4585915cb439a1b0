package ocop_test

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

func ExampleEvaluate() {
	document := []byte(`{"edition": "qd26-2026", "set": 13, "answers": {"1.1": "c", "1.5": "b"}}`)
	e, err := ocop.Evaluate(document)
	if err != nil {
		log.Fatal(err) // every problem, each with a code and a JSON Pointer
	}
	fmt.Println(e.Result.Status, e.Result.Total, "points so far")
	fmt.Println("still possible:", e.Result.Bounds.Star.Least, "to", e.Result.Bounds.Star.Greatest, "stars")
	// Output:
	// incomplete 4 points so far
	// still possible: 1 to 3 stars
}

func ExampleEditionFor() {
	filed, err := civil.Parse("2026-05-20")
	if err != nil {
		log.Fatal(err)
	}
	g, err := ocop.EditionFor(filed, ocop.ApplicationFirst)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(g.Edition.Decision, "until", g.AssessBy)
	// Output: 148/QĐ-TTg, 1489/QĐ-TTg until 2026-07-21
}

// A value goes in as a document does.
func ExampleScore() {
	coffee, _ := qd26.Edition().Set(13)
	sheet := coffee.Sheet()
	if err := sheet.Answer("1.5", "b"); err != nil {
		log.Fatal(err) // no such criterion, or no such option
	}
	e, err := ocop.Score(sheet)
	if err != nil {
		log.Fatal(err) // the zero Sheet
	}
	fmt.Println(e.Result.Total, e.Words().Name.En)
	// Output: 1 Coffee and cocoa products
}

// A dossier that a program holds already. Its warnings do not keep it from a result.
func ExampleScoreDossier() {
	x, problems := new(ocop.Library).ReadDossier(example("dossiers/thuc-pham-lan-dau.json"))
	if err := problems.Err(); err != nil {
		log.Fatal(err)
	}
	e, err := ocop.ScoreDossier(&x)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("the producer:", e.Result.Total, "the province's council:", e.Results.Council.Average(), len(e.Warnings), "warnings")
	// Output: the producer: 97 the province's council: 96.28 0 warnings
}

// The report for people, in either language.
func ExampleEvaluation_Report() {
	e, err := ocop.Evaluate([]byte(`{"edition": "qd26-2026", "set": 13, "answers": {}, "gates": ["identical-product"]}`))
	if err != nil {
		log.Fatal(err)
	}
	var report strings.Builder
	if err := e.Report(&report, ocop.ReportOptions{Lang: lang.En}); err != nil {
		log.Fatal(err)
	}
	_, why, _ := strings.Cut(report.String(), "\nWhy\n")
	why, _, _ = strings.Cut(why, "\n\n")
	fmt.Println("Why\n" + why)
	// Output:
	// Why
	//   ✗ Rejected: Identical to another maker's product, only the product's or the maker's name changed (Appendix II, set 13, criterion 2.1)
}

// The cheapest way from a sheet to a star.
func ExamplePlan() {
	sheet, err := scoring.DecodeSheet(example("sheets/ca-phe-dak-lak.json"), qd26.Edition())
	if err != nil {
		log.Fatal(err)
	}
	p, err := ocop.Plan(scoring.NewPlanRequest(sheet, 5), 0)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range p.Plan.Changes {
		fmt.Println(c.Criterion.Code(), "from", c.From, "to", c.To, "for", c.Reason)
	}
	// Output: 1.5 from c to d for minimum
}

// A council's sheets as values; Library.Decide reads them from a document.
func ExampleDecide() {
	council, err := scoring.DecodeCouncil(example("council/hoi-dong-tinh.json"), qd26.Edition())
	if err != nil {
		log.Fatal(err)
	}
	session, err := ocop.Decide(council)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(session.Outcome.Status, session.Outcome.Average(), session.Outcome.Star, "stars")
	// Output: classified 92.42 5 stars
}

// A rubric that is tried out stands beside the built-in one, and marks what follows
// from it.
func ExampleNewLibrary() {
	trial := words.Rubric()
	trial.Edition = "thi-diem-2027"
	library, err := ocop.NewLibrary(trial)
	if err != nil {
		log.Fatal(err)
	}
	e, err := library.Evaluate([]byte(`{"edition": "thi-diem-2027", "set": 13, "answers": {"1.1": "c"}}`))
	if err != nil {
		log.Fatal(err)
	}
	sheet := e.Result.Sheet()
	fmt.Println(e.Result.Total, sheet.Set().Loaded().ID)
	_, err = ocop.NewLibrary(words.Rubric())
	fmt.Println(err)
	// Output:
	// 3 thi-diem-2027
	// EDITION-05 /edition: A loaded rubric cannot bear the id qd26-2026 of the built-in one. Give it another; to put it in the built-in one's place say so with Library.Replace, or --replace FILE.
}

// All that is wrong with a document, warnings included.
func ExampleLibrary_Validate() {
	var library ocop.Library
	for _, p := range library.Validate(ocop.DocumentSheet, []byte(`{"edition": "qd26-2026", "set": 27, "answers": {}}`)) {
		fmt.Println(p.Code, p.Path, p.Message.Vi)
	}
	// Output: SHEET-04 /set Không có bộ sản phẩm số 27 trong qd26-2026.
}

// A draft as it would be judged if it were filed on a day of next year.
func ExampleLibrary_Judging() {
	day := civil.Date{Year: 2027, Month: 3, Day: 1}
	library, err := new(ocop.Library).Judging(dossier.Options{On: day})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(library.Judged().On)
	// Output: 2027-03-01
}

// An official paper filled in from a document, here as text; also HTML and DOCX.
func ExampleLibrary_Paper() {
	var library ocop.Library
	p, err := library.Paper(paper.Form01, example("dossiers/thuc-pham-lan-dau.json"), ocop.PaperOptions{Lang: lang.En})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(p.Title)
	var html bytes.Buffer
	if err := p.HTML(&html); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Contains(html.String(), "<script"))
	// Output:
	// Registration form: Cà phê Robusta lên men Ea Tul
	// false
}

// example is a document of the folder examples.
func example(name string) []byte {
	document, err := os.ReadFile("../examples/" + name)
	if err != nil {
		log.Fatal(err)
	}
	return document
}
