package gen

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Places is the Go source of the administrative codes.
func Places(source fs.FS) ([]byte, error) {
	provinces, err := table(source, "provinces.tsv", 3)
	if err != nil {
		return nil, err
	}
	old, err := table(source, "provinces_before_2025.tsv", 2)
	if err != nil {
		return nil, err
	}
	communes, err := table(source, "communes.tsv", 3)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(communes, func(a, b []string) int {
		return cmp.Or(strings.Compare(a[1], b[1]), strings.Compare(a[0], b[0]))
	})
	p := newPrinter("places")
	p.f("var provinces = [...]struct {\ncode, name, from string\ncommunes int // how many, in the order of communeCodes\n}{\n")
	var codes, names strings.Builder
	for _, province := range provinces {
		count := 0
		for _, c := range communes {
			if c[1] != province[0] {
				continue
			}
			if codes.Len() > 0 {
				names.WriteByte('\n')
			}
			codes.WriteString(c[0])
			names.WriteString(c[2])
			count++
		}
		p.f("{%q, %q, %q, %d},\n", province[0], province[1], province[2], count)
	}
	p.f("}\n\nvar oldProvinces = [...][2]string{\n")
	for _, province := range old {
		p.f("{%q, %q},\n", province[0], province[1])
	}
	p.f("}\n\nconst communeCodes = %s\n\nconst communeNames = %s\n", broken(codes.String(), 100), broken(names.String(), 90))
	return p.formatted()
}

// table reads tab-separated values without their head.
func table(source fs.FS, name string, columns int) ([][]string, error) {
	data, err := fs.ReadFile(source, name)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		row := strings.Split(strings.TrimRight(line, "\r"), "\t")
		if len(row) != columns {
			return nil, fmt.Errorf("%s:%d: %d columns, not %d", name, i+1, len(row), columns)
		}
		if i > 0 {
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return rows, nil
}

// broken writes a long text as a sum of quoted pieces.
func broken(s string, width int) string {
	var b strings.Builder
	b.WriteString(`""`)
	for len(s) > 0 {
		n := min(width, len(s))
		for n < len(s) && s[n]&0xc0 == 0x80 { // within a character
			n++
		}
		fmt.Fprintf(&b, " +\n%q", s[:n])
		s = s[n:]
	}
	return b.String()
}
