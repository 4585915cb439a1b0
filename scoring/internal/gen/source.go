// Package gen turns the reviewed source of an edition into the rubric as data
// and into static Go tables. It runs under go generate and in the test that
// proves the tables fresh; nothing that users import depends on it.
package gen

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// The files of the source, as source/STYLE.md describes them.
type (
	editionFile struct {
		Edition    string               `yaml:"edition"`
		Parts      map[string]lang.Text `yaml:"parts"`
		Sectors    map[string]lang.Text `yaml:"sectors"`
		Ministries map[string]lang.Text `yaml:"ministries"`
		Oddities   []oddity             `yaml:"oddities"`
	}
	known struct {
		ID       string        `yaml:"id"`
		Decision string        `yaml:"decision"`
		From     civil.Date    `yaml:"from"`
		Until    civil.Date    `yaml:"until"`
		Parts    [3]uint8      `yaml:"parts"`
		Bands    map[int]uint8 `yaml:"bands"`
	}
	gateWords struct {
		Effect       string    `yaml:"effect"`
		ZeroPointsAt []string  `yaml:"zeroPointsAt"`
		Paper        string    `yaml:"paper"`
		Lack         string    `yaml:"lack"`
		PaperName    lang.Text `yaml:"paperName"`
		lang.Text    `yaml:",inline"`
		Sets         map[int]lang.Text `yaml:"sets"` // where a set prints it otherwise
	}
	criterion struct {
		Printed       string      `yaml:"printed"`
		Evidence      []string    `yaml:"evidence"`
		Asks          string      `yaml:"asks"`    // the kind of evidence that the note asks for
		Measure       string      `yaml:"measure"` // what the options are shares of
		Shares        []string    `yaml:"shares"`  // of each option, as [50,75)
		Traces        string      `yaml:"traces"`  // what its last option asks of electronic traceability
		Name          *lang.Text  `yaml:"name"`
		Note          *lang.Text  `yaml:"note"`
		AppliesUnless *condition  `yaml:"appliesUnless"`
		YesNo         bool        `yaml:"yesNo"`
		Cases         []lang.Text `yaml:"cases"`
		Options       []lang.Text `yaml:"options"`
	}
	evidence struct {
		Name  lang.Text `yaml:"name"`
		Proof lang.Text `yaml:"proof"`
	}
	condition struct {
		Criterion string `yaml:"criterion"`
		Option    string `yaml:"option"`
	}
	setFile struct {
		Set      int       `yaml:"set"`
		Name     lang.Text `yaml:"name"`
		Class    class     `yaml:"class"`
		Gates    []string  `yaml:"gates"`
		Parts    []part    `yaml:"parts"`
		Errata   []erratum `yaml:"errata"`
		Oddities []oddity  `yaml:"oddities"`
	}
	class struct {
		Sector     string   `yaml:"sector"`
		Group      string   `yaml:"group"`
		Subgroup   string   `yaml:"subgroup"`
		Ministries []string `yaml:"ministries"`
	}
	part struct {
		Part     string    `yaml:"part"`
		Max      int       `yaml:"max"`
		Sections []section `yaml:"sections"`
	}
	section struct {
		Section  string   `yaml:"section"`
		Name     string   `yaml:"name"`
		Max      int      `yaml:"max"`
		Groups   []group  `yaml:"groups"`
		Criteria []string `yaml:"criteria"`
	}
	group struct {
		Code string    `yaml:"code"`
		Name lang.Text `yaml:"name"`
	}
	erratum struct {
		Criterion string    `yaml:"criterion"`
		Cell      lang.Text `yaml:"cell"`
		Printed   string    `yaml:"printed"`
		Used      string    `yaml:"used"`
		Why       lang.Text `yaml:"why"`
	}
	oddity struct {
		Criterion string    `yaml:"criterion"`
		Note      lang.Text `yaml:"note"`
	}
	called struct { // what products of these sets are called
		Sets []int    `yaml:"sets"`
		Vi   []string `yaml:"vi"`
		En   []string `yaml:"en"`
	}
)

// Source is the source of an edition, read and joined.
type Source struct {
	Rubric   *rubric.Rubric
	Editions []table.Known
	Keys     [][]string // the key in criteria/*.yaml of each set's criteria, in printed order

	search   []called
	sections map[string]lang.Text
	gates    map[string]gateWords
	criteria map[string]criterion
	where    map[string]map[string][]int // for each key: printed number to sets
}

// Read reads the source from a file system. It fails at the first thing that
// cannot be understood, naming the file, and for what the rubric's own check
// finds with all of it.
func Read(files fs.FS) (*Source, error) {
	s := &Source{Rubric: &rubric.Rubric{}, criteria: map[string]criterion{}, where: map[string]map[string][]int{}}
	var edition editionFile
	if err := read(files, "edition.yaml", &edition); err != nil {
		return nil, err
	}
	if err := read(files, "sections.yaml", &s.sections); err != nil {
		return nil, err
	}
	if err := read(files, "gates.yaml", &s.gates); err != nil {
		return nil, err
	}
	var kinds map[string]evidence
	if err := read(files, "evidence.yaml", &kinds); err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(kinds)) {
		s.Rubric.Evidence = append(s.Rubric.Evidence, rubric.Evidence{ID: id, Name: kinds[id].Name, Proof: kinds[id].Proof})
	}
	if err := s.readCriteria(files); err != nil {
		return nil, err
	}
	s.Rubric.Edition = edition.Edition
	if err := s.readEditions(files); err != nil {
		return nil, err
	}
	s.Rubric.Sectors, s.Rubric.Ministries = named(edition.Sectors), named(edition.Ministries)
	names, err := fs.Glob(files, "sets/*.yaml")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		var f setFile
		if err := read(files, name, &f); err != nil {
			return nil, err
		}
		if err := s.addSet(f, edition.Parts); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	for _, o := range edition.Oddities {
		s.Rubric.Oddities = append(s.Rubric.Oddities, rubric.Oddity{Criterion: o.Criterion, Note: o.Note})
	}
	if err := s.checkPrinted(); err != nil {
		return nil, err
	}
	if err := s.readSearch(files); err != nil {
		return nil, fmt.Errorf("search.yaml: %w", err)
	}
	return s, s.Rubric.Check().Err()
}

// readEditions reads what is known of each edition, and the bands of this one.
func (s *Source) readEditions(files fs.FS) error {
	var list []known
	if err := read(files, "editions.yaml", &list); err != nil {
		return err
	}
	for _, k := range list {
		e := table.Known{ID: k.ID, Decision: k.Decision, From: k.From, Until: k.Until, Parts: k.Parts}
		for star := range e.Bands {
			e.Bands[star] = k.Bands[star+1]
		}
		s.Editions = append(s.Editions, e)
		for star := len(e.Bands); e.ID == s.Rubric.Edition && star > 0; star-- {
			s.Rubric.Bands = append(s.Rubric.Bands, rubric.Band{Star: star, Least: int(e.Bands[star-1])})
		}
	}
	return nil
}

// named lists names by id.
func named(names map[string]lang.Text) []lang.Named {
	var list []lang.Named
	for _, id := range slices.Sorted(maps.Keys(names)) { // I to VI, too, stand in this order
		list = append(list, lang.Named{ID: id, Name: names[id]})
	}
	return list
}

func read(files fs.FS, name string, to any) error {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(to); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (s *Source) readCriteria(files fs.FS) error {
	names, err := fs.Glob(files, "criteria/*.yaml")
	if err != nil {
		return err
	}
	for _, name := range names {
		var f map[string]criterion
		if err := read(files, name, &f); err != nil {
			return err
		}
		for key, c := range f {
			if _, twice := s.criteria[key]; twice {
				return fmt.Errorf("%s: %s is worded twice", name, key)
			}
			s.criteria[key] = c
		}
	}
	return nil
}

func (s *Source) addSet(f setFile, partNames map[string]lang.Text) error {
	set := rubric.Set{No: f.Set, Name: f.Name, Gates: []rubric.Gate{}}
	if c := rubric.Class(f.Class); c.Sector != "" {
		set.Class = &c
	}
	for _, row := range f.Gates {
		g, err := s.gate(f.Set, row)
		if err != nil {
			return err
		}
		set.Gates = append(set.Gates, g)
	}
	var keys []string
	for _, p := range f.Parts {
		rp := rubric.Part{Code: p.Part, Max: p.Max, Name: partNames[p.Part]}
		for _, x := range p.Sections {
			rx := rubric.Section{Code: x.Section, Max: x.Max, Name: s.sections[x.Name]}
			for _, row := range x.Criteria {
				c, key, err := s.criterion(f.Set, row, rx.Name, x.Groups)
				if err != nil {
					return err
				}
				rx.Criteria = append(rx.Criteria, c)
				keys = append(keys, key)
			}
			rp.Sections = append(rp.Sections, rx)
		}
		set.Parts = append(set.Parts, rp)
	}
	s.Keys = append(s.Keys, keys)
	s.Rubric.Sets = append(s.Rubric.Sets, set)
	for _, e := range f.Errata {
		s.Rubric.Errata = append(s.Rubric.Errata, rubric.Erratum{
			Set: f.Set, Criterion: e.Criterion, Cell: e.Cell, Printed: e.Printed, Used: e.Used, Why: e.Why,
		})
	}
	for _, o := range f.Oddities {
		s.Rubric.Oddities = append(s.Rubric.Oddities, rubric.Oddity{Set: f.Set, Criterion: o.Criterion, Note: o.Note})
	}
	return nil
}

// gate reads a row such as "unacceptable-impurities 6.1".
func (s *Source) gate(set int, row string) (rubric.Gate, error) {
	id, criterion, _ := strings.Cut(row, " ")
	w, ok := s.gates[id]
	if !ok {
		return rubric.Gate{}, fmt.Errorf("no gate %q in gates.yaml", id)
	}
	label, own := w.Sets[set]
	if !own {
		label = w.Text
	}
	return rubric.Gate{
		ID: id, Effect: w.Effect, Criterion: strings.TrimSpace(criterion),
		ZeroPointsAt: w.ZeroPointsAt, Paper: w.Paper, Lack: w.Lack, Label: label,
	}, nil
}

// criterion reads a row such as "1.5  chain-linkage  0 1 2**** 3*****".
func (s *Source) criterion(set int, row string, sectionName lang.Text, groups []group) (rubric.Criterion, string, error) {
	fields := strings.Fields(row)
	if len(fields) < 3 {
		return rubric.Criterion{}, "", fmt.Errorf("row %q is not number, words, points", row)
	}
	code, key, printed := fields[0], fields[1], fields[2:]
	w, ok := s.criteria[key]
	if !ok {
		return rubric.Criterion{}, "", fmt.Errorf("criterion %s: no words %q", code, key)
	}
	c := rubric.Criterion{Code: code, Name: sectionName, Notes: []lang.Text{}, Cases: w.Cases, Evidence: w.Evidence}
	if w.Name != nil {
		c.Name = *w.Name
	}
	if w.Note != nil {
		c.Notes = append(c.Notes, *w.Note)
	}
	if w.AppliesUnless != nil {
		c.AppliesUnless = &rubric.Condition{Criterion: w.AppliesUnless.Criterion, Option: w.AppliesUnless.Option}
	}
	for _, g := range groups {
		if strings.HasPrefix(code, g.Code+".") {
			c.Group = &rubric.Group{Code: g.Code, Name: g.Name}
		}
	}
	options, err := parseOptions(printed, w)
	if err != nil {
		return rubric.Criterion{}, "", fmt.Errorf("criterion %s: %w", code, err)
	}
	c.Options = options
	for _, o := range options {
		c.Max = max(c.Max, o.Points)
	}
	if s.where[key] == nil {
		s.where[key] = map[string][]int{}
	}
	s.where[key][code] = append(s.where[key][code], set)
	return c, key, nil
}

// parseOptions reads points with their star marks, joins them with the labels
// and gives each option its code. A bar begins the second case.
func parseOptions(printed []string, w criterion) ([]rubric.Option, error) {
	var options []rubric.Option
	number, letter := 0, 0
	if len(w.Cases) > 0 {
		number = 1
	}
	for _, field := range printed {
		if field == "|" {
			number, letter = number+1, 0
			continue
		}
		digits := strings.TrimRight(field, "*")
		points, err := strconv.Atoi(digits)
		if err != nil {
			return nil, fmt.Errorf("%q is not points with star marks", field)
		}
		if len(options) == len(w.Options) {
			return nil, fmt.Errorf("%d labels are too few", len(w.Options))
		}
		o := rubric.Option{Points: points, MinStar: len(field) - len(digits), Case: number, Label: w.Options[len(options)]}
		o.Code = string(rune('a' + letter))
		switch {
		case w.YesNo:
			o.Code = []string{"no", "yes"}[min(letter, 1)]
		case number > 0:
			o.Code = strconv.Itoa(number) + o.Code
		}
		options = append(options, o)
		letter++
	}
	if len(options) != len(w.Options) {
		return nil, fmt.Errorf("%d labels for %d options", len(w.Options), len(options))
	}
	return options, nil
}

// checkPrinted checks that each wording says where it is printed, exactly.
func (s *Source) checkPrinted() error {
	for _, key := range slices.Sorted(maps.Keys(s.criteria)) {
		said, err := parsePrinted(s.criteria[key].Printed)
		if err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		if !maps.EqualFunc(said, s.where[key], slices.Equal) {
			return fmt.Errorf("%s: printed says %v but the sets have it at %v", key, said, s.where[key])
		}
	}
	return nil
}

// parsePrinted reads places such as "1.3:6-8,10; 1.2:9".
func parsePrinted(text string) (map[string][]int, error) {
	places := map[string][]int{}
	for place := range strings.SplitSeq(text, ";") {
		code, sets, ok := strings.Cut(strings.TrimSpace(place), ":")
		if !ok {
			return nil, fmt.Errorf("%q does not say criterion:sets", place)
		}
		for span := range strings.SplitSeq(sets, ",") {
			from, to, isSpan := strings.Cut(span, "-")
			if !isSpan {
				to = from
			}
			first, err1 := strconv.Atoi(from)
			last, err2 := strconv.Atoi(to)
			if err1 != nil || err2 != nil || last < first {
				return nil, fmt.Errorf("%q is not a set or a range of sets", span)
			}
			for no := first; no <= last; no++ {
				places[code] = append(places[code], no)
			}
		}
	}
	return places, nil
}
