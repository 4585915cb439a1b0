package scoring

import (
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What stands beside the answers is checked here, wherever a sheet is read, and
// kept by what stands in remarks_keep.go for those who need it.

func (d *sheetDecoder) readAbout() { d.readHead(aboutSheet) }

func (d *sheetDecoder) readCouncilAbout() { d.readHead(aboutCouncil) }

// readHead reads what is told at the head, by the members that may stand there.
func (d *sheetDecoder) readHead(names []string) {
	d.annotated = true
	d.Object(names, 0, func(i int) {
		if name := names[i]; name != "day" && name != "rulesDay" {
			d.readText(MaxLine, false)
			return
		}
		text, _ := d.String()
		if _, err := civil.Parse(string(text)); err != nil && text != nil {
			p := problem.From(err)[0]
			p.Path = d.Pointer()
			d.Report(p)
		}
	})
}

func (d *sheetDecoder) readText(most int, lines bool) {
	if text, ok := d.String(); ok && !isText(text, most, lines) {
		d.reportMost(&wrongText, most)
	}
}

func (d *sheetDecoder) reportMost(wrong *problem.Kind, most int) {
	d.Report(wrong.At(d.Pointer(), problem.Value("most", strconv.Itoa(most))))
}

func (d *sheetDecoder) readNotes() {
	d.annotated = true
	d.eachCriterion(func(int) { d.readText(MaxNote, true) })
}

func (d *sheetDecoder) readEvidence() {
	d.annotated = true
	d.eachCriterion(func(int) {
		var kinds []string
		d.Array(func(i int) {
			id, ok := d.String()
			kind := string(id)
			if ok && (i >= MaxEvidence || !isEvidence(kind) || slices.Contains(kinds, kind)) {
				d.reportMost(&wrongEvidence, MaxEvidence)
			}
			kinds = append(kinds, kind)
		})
	})
}
