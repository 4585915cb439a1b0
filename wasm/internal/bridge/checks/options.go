package checks

import (
	"bytes"
	"errors"
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// maxOptions is the room for options before a document: the holidays, and more
// than enough for a day and two lengths. A little over is left to their readers,
// which say what is too large.
var maxOptions = budget.Sheet().Bytes + 1<<10

var errOptions = errors.New("options are cut short")

// takeOptions takes apart options and the document behind them, as bridge.Asked
// has it. What is wrong with an option has its place among them: /on, or
// /holidays and the place there.
func takeOptions(document []byte) (o dossier.Options, rest []byte, err error) {
	on, holidays, rest, err := takeTwo(document)
	if err != nil {
		return dossier.Options{}, nil, err
	}
	if on != nil {
		if o.On, err = civil.Parse(string(on)); err != nil {
			return dossier.Options{}, nil, within("/on", err)
		}
	}
	if holidays != nil {
		if err = o.Holidays.UnmarshalJSON(holidays); err != nil {
			return dossier.Options{}, nil, within("/holidays", err)
		}
	}
	return o, rest, nil
}

// takeTwo takes apart a line with two lengths, what they are the lengths of, and the
// document behind; nil for what is not given.
func takeTwo(document []byte) (first, second, rest []byte, err error) {
	lengths, rest, _ := bytes.Cut(document, []byte("\n"))
	ofFirst, ofSecond, _ := bytes.Cut(lengths, []byte(" "))
	if first, rest, err = take(ofFirst, rest); err != nil {
		return nil, nil, nil, err
	}
	if second, rest, err = take(ofSecond, rest); err != nil {
		return nil, nil, nil, err
	}
	return first, second, rest, nil
}

// take takes an option of that length; nil where it is not given.
func take(length, from []byte) (option, rest []byte, err error) {
	n, err := strconv.Atoi(string(length))
	switch {
	case err != nil || n > len(from):
		return nil, nil, errOptions
	case n < 0:
		return nil, from, nil
	}
	return from[:n:n], from[n:], nil
}

// within puts problems below a place.
func within(place string, err error) error {
	problems := problem.From(err)
	for i := range problems {
		problems[i].Path = place + problems[i].Path
	}
	return problems
}
