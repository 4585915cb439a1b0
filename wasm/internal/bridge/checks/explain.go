package checks

import (
	"errors"

	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

var errWords = errors.New("there are no words of the sheet's product set")

// explain tells step by step what a sheet, or a dossier's, comes to.
func explain(framed []byte) ([]byte, error) {
	vi, en, document, err := takeTwo(framed)
	if err != nil {
		return nil, err
	}
	told, err := scoreOf(document, report.IsSheet(document))
	if err != nil {
		return nil, err
	}
	steps, err := stepsIn(vi, en, &told)
	if err != nil {
		return nil, err
	}
	return report.AppendSteps(nil, steps), nil
}

// stepsIn are the steps in the words of two files, or of the one that is given.
func stepsIn(vi, en []byte, told *report.Score) ([]report.Step, error) {
	if len(vi) == 0 {
		vi = en
	}
	sheet := told.Result.Sheet()
	words, err := wordsFor(sheet.Set(), vi)
	if err != nil {
		return nil, err
	}
	steps := told.Explain(words)
	if len(en) == 0 {
		return steps, nil
	}
	if words, err = wordsFor(sheet.Set(), en); err != nil {
		return nil, err
	}
	for i, step := range told.Explain(words) {
		steps[i].Text.En = step.Text.En
		for j := range step.Notes {
			steps[i].Notes[j].En = step.Notes[j].En
		}
	}
	return steps, nil
}

// wordsFor is a product set with the words of a file.
func wordsFor(set scoring.Set, file []byte) (*rubric.Set, error) {
	no, words, err := readWords(file)
	if err != nil {
		return nil, err
	}
	if no != set.No() {
		return nil, errWords
	}
	return words.of(set), nil
}
