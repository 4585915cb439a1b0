// Package ident compares the names by which people and things are told apart:
// members of a council, producers, pieces of evidence.
//
// One name may be written in several ways: "Nguyễn" in composed or decomposed
// letters, "m1" and "m1 ". Key is the same for all of them. It knows the letters
// of Latin scripts, Vietnamese and those of the minorities among them, and needs
// no table of all of Unicode, so that a server and a browser, whose tables may be
// of different years, never disagree.
package ident

import (
	"strings"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// Key is a name without spaces at its edges, each letter taken apart into its
// base and its marks, these in canonical order (Unicode's NFD for Latin letters).
// Names are the same when their keys are.
func Key(name string) string {
	name = strings.TrimFunc(name, plain.Blank)
	ascii := 0
	for ascii < len(name) && name[ascii] < utf8.RuneSelf {
		ascii++
	}
	if ascii == len(name) {
		return name
	}
	var runes []rune
	for _, r := range name {
		runes = appendParts(runes, r)
	}
	order(runes)
	return string(runes)
}

// appendParts appends a letter's base and marks.
func appendParts(runes []rune, r rune) []rune {
	low, high := 0, len(letters)
	for low < high {
		if middle := (low + high) / 2; rune(letters[middle][0]) < r {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == len(letters) || rune(letters[low][0]) != r {
		return append(runes, r)
	}
	return append(appendParts(runes, rune(letters[low][1])), rune(letters[low][2]))
}

// order puts the marks of each letter into canonical order: by class, and those
// of one class as they stand.
func order(runes []rune) {
	for i := range runes {
		for j := i; j > 0 && class(runes[j]) != 0 && class(runes[j-1]) > class(runes[j]); j-- {
			runes[j-1], runes[j] = runes[j], runes[j-1]
		}
	}
}

// The block of combining marks that Latin letters use.
const firstMark, lastMark = '\u0300', '\u036f'

// class is the canonical combining class of a mark; 0 for anything else.
func class(r rune) byte {
	if r < firstMark || r > lastMark {
		return 0
	}
	return classes[r-firstMark]
}

// Letters counts the letters of a text: its characters without combining marks,
// so that a letter counts once however it is written.
func Letters(text string) int {
	n := 0
	for _, r := range text {
		if r < firstMark || r > lastMark {
			n++
		}
	}
	return n
}
