package law

import (
	"regexp"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/internal/gen"
)

// field is a field of the dossier and the places that print it.
type field struct {
	path     string // such as report.claims.*.option
	items    []string
	articles []string
}

// fieldsOf are the fields of a dossier, each before those within it.
func fieldsOf(structs []gen.Struct) []field {
	byName := map[string]gen.Struct{}
	for _, s := range structs {
		byName[s.Name] = s
	}
	var fields []field
	var walk func(s gen.Struct, path string, above []string)
	walk = func(s gen.Struct, path string, above []string) {
		for _, f := range s.Fields {
			at := path + f.JSON
			items, articles := printed(f.Printed)
			items = within(items, above)
			fields = append(fields, field{at, items, articles})
			if f.Type[0] == '[' || strings.HasPrefix(f.Type, "map") {
				at += ".*"
			}
			walk(byName[f.Base()], at+".", numbered(items, above))
		}
	}
	walk(structs[0], "", nil)
	return fields
}

var (
	formPlace    = regexp.MustCompile(`^\d\d(\.|$)`)
	articlePlace = regexp.MustCompile(`^\d+(\.\d+(\.[a-zđ])?)?`)
)

// letters are those of the decision's points, in its order.
const letters = "abcdđeghik"

// printed reads where a field is printed: "Form 01.1, 02.I.5; Article 6.1.b".
// What stands after a number that already names an item, and other words, say
// more of the field and name no item.
func printed(comment string) (items, articles []string) {
	for part := range strings.SplitSeq(comment, ";") {
		part = strings.TrimSpace(part)
		if forms, ok := strings.CutPrefix(part, "Form "); ok {
			items = append(items, formItems(forms)...)
		}
		if _, list, ok := strings.Cut(part, "Article"); ok {
			for place := range strings.SplitSeq(strings.TrimLeft(list, "s "), ", ") {
				if at := articlePlace.FindString(place); at != "" {
					articles = append(articles, at)
				}
			}
		}
	}
	return items, articles
}

// formItems reads the items of forms: "01.1, 02.I.7.a to d", or "01, head".
func formItems(list string) (items []string) {
	for at := range strings.SplitSeq(list, ", ") {
		last := len(items) - 1
		first, to, ranged := strings.Cut(at, " to ")
		switch {
		case !formPlace.MatchString(at):
			if last >= 0 && len(items[last]) == len("01") {
				items[last] += ", " + at
			}
		case ranged:
			stem, from := first[:strings.LastIndex(first, ".")+1], first[strings.LastIndex(first, ".")+1:]
			_, following, _ := strings.Cut(letters, from)
			between, _, _ := strings.Cut(following, to)
			for _, letter := range from + between + to {
				items = append(items, stem+string(letter))
			}
		default:
			items = append(items, at)
		}
	}
	return items
}

// within leaves out the items that the structs above a field rule out: the four
// contents of form 03 are one struct, whose fields name the items of all four.
func within(items, above []string) []string {
	if len(above) == 0 {
		return items
	}
	var left []string
	for _, item := range items {
		for _, a := range above {
			if inside(item, a) || inside(a, item) || strings.Contains(item, ", ") {
				left = append(left, item)
				break
			}
		}
	}
	return left
}

// inside tells whether an item is another or stands within it.
func inside(item, other string) bool {
	return item == other || strings.HasPrefix(item, other+".")
}

// numbered are the items that have a number; where there is none, those above.
func numbered(items, above []string) []string {
	var list []string
	for _, item := range items {
		if !strings.Contains(item, ", ") {
			list = append(list, item)
		}
	}
	if list == nil {
		return above
	}
	return list
}

// fieldsAt are the paths of the fields that an item prints.
func fieldsAt(fields []field, item string) (paths []string) {
	for _, f := range fields {
		for _, at := range f.items {
			if at == item {
				paths = append(paths, f.path)
			}
		}
	}
	return paths
}
