package words

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// Called is what people call products that may belong to any of some sets.
type Called struct {
	Sets   []int // in the decision's order
	vi, en []string
}

// In lists the words in a language; any language but English reads Vietnamese.
func (c Called) In(l lang.Lang) []string {
	if l == lang.En {
		return slices.Clone(c.en)
	}
	return slices.Clone(c.vi)
}

// Search lists what people call products, beside the names of sets and sectors.
func Search() []Called {
	list := slices.Clone(called)
	for i := range list {
		list[i].Sets = slices.Clone(list[i].Sets)
	}
	return list
}

// Found is a product set that a text led to.
type Found struct {
	Set  int    `json:"set"`
	Word string `json:"word,omitempty"` // what its products are called; "" if its own number, name or sector led there
}

// Find finds the product sets of what somebody calls a product, in the decision's
// order, by the words of one language and the names of sets and sectors.
//
// All words of the text have to stand in one name, in any order and as whole
// syllables: "tra" is trà, neither tranh nor trắng. What is typed without marks
// matches any marks, what has marks only the same. Case and punctuation do not
// count, nor does where a tone is put (hòa, hoà), i or y (mì, mỳ), f or ph, or
// an English plural. Where nothing is found so, the last word may be one that is
// not typed to its end: a beginning, with marks still to come. A text without
// words finds all sets.
//
// The form of the npm package finds by the same rules.
func Find(text string, l lang.Lang) []Found {
	asked, all := spelled(text), lines(l)
	if found := find(asked, all, whole); len(found) > 0 {
		return found
	}
	return find(asked, all, unfinished)
}

// line is a name that may lead to a product set.
type line struct {
	found Found
	words []string
}

// lines are all names, those of sets and sectors before what people call products.
func lines(l lang.Lang) []line {
	var all []line
	for i, set := range qd26.Edition().Sets() {
		name := strconv.Itoa(set.No()) + " " + sets[i].name.In(l) + " " + qd26.SectorName(set.Class().Sector).In(l)
		all = append(all, line{Found{Set: set.No()}, spelled(name)})
	}
	for _, c := range called {
		for _, word := range c.In(l) {
			words := spelled(word)
			for _, no := range c.Sets {
				all = append(all, line{Found{no, word}, words})
			}
		}
	}
	return all
}

// find goes through all names; last tells what the last word that is asked for may match.
func find(asked []string, all []line, last func(asked, word string) bool) []Found {
	var list []Found
	for _, one := range all {
		there := slices.ContainsFunc(list, func(f Found) bool { return f.Set == one.found.Set })
		if !there && allStand(asked, one.words, last) {
			list = append(list, one.found)
		}
	}
	slices.SortFunc(list, func(a, b Found) int { return a.Set - b.Set })
	return list
}

func allStand(asked, words []string, last func(asked, word string) bool) bool {
	for i, one := range asked {
		matches := whole
		if i == len(asked)-1 {
			matches = last
		}
		if !slices.ContainsFunc(words, func(word string) bool { return matches(one, word) }) {
			return false
		}
	}
	return true
}

// whole tells whether a word is the one that is asked for.
func whole(asked, word string) bool { return asked == word || asked == withoutMarks(word) }

// unfinished tells whether a word may become the one that is asked for, or is it.
func unfinished(asked, word string) bool {
	at := 0
	for _, r := range asked {
		if isTone(r) {
			return strings.HasSuffix(word, string(r))
		}
		for !unicode.Is(unicode.M, r) && at < len(word) {
			mark, size := utf8.DecodeRuneInString(word[at:])
			if !unicode.Is(unicode.M, mark) {
				break
			}
			at += size // not typed yet
		}
		if !strings.HasPrefix(word[at:], string(r)) {
			return false
		}
		at += utf8.RuneLen(r)
	}
	return true
}

// The stroke of đ, as a mark like others.
const stroke = "\u0335"

var strokes = strings.NewReplacer("đ", "d"+stroke, "Đ", "d"+stroke)

// spelled are a text's words, in small letters, each mark apart, the tone at the
// end, and one spelling where there are several.
func spelled(text string) []string {
	text = strings.ToLower(norm.NFD.String(strokes.Replace(text)))
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) })
	for i, word := range words {
		words[i] = spell(word)
	}
	return words
}

func spell(word string) string {
	tones := strings.Map(func(r rune) rune { return keep(r, isTone(r)) }, word)
	word = strings.Map(func(r rune) rune { return keep(r, !isTone(r)) }, word)
	if rest, ok := strings.CutPrefix(word, "f"); ok {
		word = "ph" + rest
	}
	word = singular(word)
	if rest, ok := strings.CutSuffix(word, "y"); ok && standsAsI(rest) {
		word = rest + "i"
	}
	return word + tones
}

// keep is what strings.Map keeps of a character.
func keep(r rune, kept bool) rune {
	if kept {
		return r
	}
	return -1
}

// standsAsI tells whether y after this is only another way to write i.
func standsAsI(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "qu" || !strings.ContainsRune("aeiouy", last) && !unicode.Is(unicode.M, last)
}

// singular takes the plural's ending from an English word; no Vietnamese syllable ends in s.
func singular(word string) string {
	rest, ok := strings.CutSuffix(word, "s")
	if !ok || utf8.RuneCountInString(rest) < 3 || strings.HasSuffix(rest, "s") {
		return word
	}
	if stem, ok := strings.CutSuffix(rest, "e"); ok && strings.ContainsAny(stem[len(stem)-1:], "iohx") {
		return stem
	}
	return rest
}

func withoutMarks(word string) string {
	return strings.Map(func(r rune) rune { return keep(r, !unicode.Is(unicode.M, r)) }, word)
}

// isTone tells whether a mark is one of the five tones: huyền, sắc, ngã, hỏi, nặng.
func isTone(r rune) bool { return strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) }
