// Package conformance holds the published JSON Schemas to what the library
// finds: a document is refused by the schema if and only if the library finds
// an error of layer schema in it. It is a module of its own, so that the judges
// do not reach those who import the library.
package conformance

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// place is a value within a document: where it is and how to change it.
type place struct {
	path   string
	value  any
	set    func(any)
	remove func()
}

// places lists the values of a document in a fixed order, the document itself first.
func places(root *any) []place {
	list := []place{{"", *root, func(v any) { *root = v }, func() { *root = nil }}}
	var walk func(path string, v any, set func(any))
	walk = func(path string, v any, set func(any)) {
		switch x := v.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(x)) {
				p := place{path + "/" + name, x[name], func(v any) { x[name] = v }, func() { delete(x, name) }}
				list = append(list, p)
				walk(p.path, p.value, p.set)
			}
		case []any:
			for i, item := range x {
				p := place{fmt.Sprint(path, "/", i), item, func(v any) { x[i] = v }, func() { set(slices.Delete(slices.Clone(x), i, i+1)) }}
				list = append(list, p)
				walk(p.path, p.value, p.set)
			}
		}
	}
	walk("", *root, func(v any) { *root = v })
	return list
}

// oddities are values that belong nowhere, or nearly.
func oddities() []any {
	return []any{
		nil, true, false, "", " ", "\u00a0", "x", "none", "a", "z", "1a", "yes", 0, 1, -1, 5, 6, 13, 26, 27, 100, 101, 2026, json.Number("1.5"), json.Number("1e2"), json.Number("13.0"),
		json.Number("-0"), json.Number("9007199254740993"), json.Number("1e300"), json.Number("123456789012345678901234567890"),
		[]any{}, []any{nil}, []any{"a", "a"}, map[string]any{}, map[string]any{"x": 1}, map[string]any{"": ""},
		"2026-02-29", "2024-02-29", "2026-13-01", "2026-06-15T00:00:00Z", "0912345678", "+84 24 3822 1234", "0912  345678", "091234567", "1900 1234", "19001234567",
		"a@b.vn", "a@b", "a..b@c.vn", "A_b+c@d-e.f.vn", strings.Repeat("a", 65) + "@b.vn", "ộng@b.vn", "0100109106", "0100109106-001", "001099012345", "12345",
		"../x.pdf", "x.PDF", ".pdf", "x.exe", "<script>.pdf", "ảnh 1.jpg", "C:\\x.pdf", "x.pdf\n", "66-24133-01-2026", "66-643-24133-01-2023", "66-24133-01-26",
		"01-07/PĐK-66-24133-2026", "01/PĐK-66-24133-2026", "3/4", "4/3", "0/4", "1000/1000", "1001/1", "forged-dossier", "identical-product", "zero-sensory-point", "ip-infringement",
		"first", "upgrade", "re-assessment", "cooperative", "association", "I", "VI", "2", "d", "qd26-2026", "qd148-2023", "66", "15", "99", "24133", "majority", "Mean",
		strings.Repeat("x", 64), strings.Repeat("x", 65), strings.Repeat("ệ", 199), strings.Repeat("x", 201), strings.Repeat("ệ", 300), strings.Repeat("x", 301), strings.Repeat("ệ", 500), strings.Repeat("💡", 501), strings.Repeat("x", 801), strings.Repeat("x", 20001), "a\nb", "a\tb", "a\x00", "a\u202eb", "\u2066",
		strings.Repeat("0a", 32), strings.Repeat("0A", 32), "💡", "Ｆ", "K", "ſ",
		"file", "withdraw", "score-by-province", "end-extension", "ministry", "law-broken", "refused", "92", "100.01", "089", "0001-01-01", "0000-01-01", "9999-12-31", "0400-02-29", "1900-02-29", 3, 4,
		"quality-declaration", "a--b", "a-\n", many(40), many(41), map[string]any{"1.1": []any{"a", "b"}, "9.9": []any{}}, map[string]any{"1.1": "a\nb"}, map[string]any{"product": "x", "day": "2026-08-21"},
		map[string]any{"off": []any{}}, map[string]any{"step": "file", "on": "2026-06-01"}, map[string]any{"step": "recognise", "on": "2026-06-01"},
	}
}

// many is a list of so many ids.
func many(n int) []any {
	list := make([]any, n)
	for i := range list {
		list[i] = fmt.Sprint("k-", i)
	}
	return list
}

// mutate changes a document in one to three places and writes it as text.
func mutate(document []byte, r *rand.Rand) (string, error) {
	var root any
	d := json.NewDecoder(strings.NewReader(string(document)))
	d.UseNumber()
	if err := d.Decode(&root); err != nil {
		return "", err
	}
	for range 1 + r.IntN(3)/2 {
		change(&root, r)
	}
	text, err := json.Marshal(root)
	if err != nil {
		return "", err
	}
	if r.IntN(25) == 0 {
		return twice(string(text), r), nil
	}
	return string(text), nil
}

// change makes one change.
func change(root *any, r *rand.Rand) {
	list := places(root)
	p := list[r.IntN(len(list))]
	if r.IntN(3) == 0 { // more often near the top, where conditions stand
		p = list[r.IntN(min(len(list), 60))]
	}
	odd := oddities()
	switch r.IntN(9) {
	case 0:
		p.remove()
	case 1:
		p.set(clone(list[r.IntN(len(list))].value))
	case 2:
		if m, ok := p.value.(map[string]any); ok {
			names := []string{"x", "ID", "Name", "set ", "", "1.1", "5.2", "6.9", "99", "a/b", "a~b", "previous", "changes", "updates", "gates", "about", "evidence", "notes", "name", "place", "assessor", "star", "policy", "locked", "total", "by", "ground", "outcome", "on", "issued", "expires", "source", "2027", "0999", "20270", "2027\n"}
			m[names[r.IntN(len(names))]] = odd[r.IntN(len(odd))]
			return
		}
		p.set(odd[r.IntN(len(odd))])
	case 3:
		if m, ok := p.value.(map[string]any); ok && len(m) > 0 { // a member by another name
			name := slices.Sorted(maps.Keys(m))[r.IntN(len(m))]
			m[strings.ToUpper(name)] = m[name]
			delete(m, name)
			return
		}
		p.set(odd[r.IntN(len(odd))])
	case 4:
		switch x := p.value.(type) {
		case string:
			ends := []string{"\n", " ", "x", "", "\u0301", "0", ".", "-"}
			p.set(x + ends[r.IntN(len(ends))])
		case []any:
			if len(x) > 0 {
				p.set(append(slices.Clone(x), x[r.IntN(len(x))]))
			}
		case json.Number:
			if !strings.ContainsAny(x.String(), ".e") {
				p.set(json.Number(x.String() + ".0"))
			}
		}
	case 5:
		if x, ok := p.value.(string); ok {
			p.set(norm.NFD.String(x))
		}
	case 6:
		if x, ok := p.value.(string); ok && x != "" { // another of the values that stand anywhere
			p.set(strings.ToUpper(x))
		}
	default:
		p.set(odd[r.IntN(len(odd))])
	}
}

// clone copies a value, so that no document holds itself.
func clone(v any) any {
	switch x := v.(type) {
	case map[string]any:
		copied := make(map[string]any, len(x))
		for name, value := range x {
			copied[name] = clone(value)
		}
		return copied
	case []any:
		copied := make([]any, len(x))
		for i, item := range x {
			copied[i] = clone(item)
		}
		return copied
	default:
		return v
	}
}

// twice writes one member of the document's own twice.
func twice(text string, r *rand.Rand) string {
	members := []string{`"set":13`, `"set":"x"`, `"edition":"qd26-2026"`, `"answers":{}`, `"answers":1`, `"application":"first"`, `"product":{"set":1}`, `"evidence":[]`, `"about":{}`, `"notes":{"1.1":""}`, `"steps":[]`, `"steps":1`, `"previous":{"star":1}`, `"2026":{"off":[]}`, `"2026":1`, `"filed":"2026-06-01"`, `"filed":""`}
	m := members[r.IntN(len(members))]
	if r.IntN(2) == 0 && strings.HasPrefix(text, "{") && len(text) > 2 {
		return "{" + m + "," + text[1:]
	}
	if strings.HasSuffix(text, "}") && len(text) > 2 {
		return text[:len(text)-1] + "," + m + "}"
	}
	return text
}
