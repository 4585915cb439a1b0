package procedure

import (
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// Holidays are the days off of each year that they name, instead of those that
// are built in. A year that neither names has the fixed days of the Labour Code.
// So nil is what KnownHolidays has.
type Holidays map[int]HolidayYear

// HolidayYear is what one year has beside its weeks of Monday to Friday.
type HolidayYear struct {
	Off    []civil.Date // not worked; Saturdays and Sundays never are, and need not stand here
	Worked []civil.Date // Saturdays and Sundays that are worked in exchange for another day
	Source string       // who says so
}

var (
	notAYear = problem.Kind{Code: "HOLIDAY-01", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "“{year}” không phải là một năm viết bằng bốn chữ số, như 2027.",
		En: "“{year}” is not a year of four digits, as 2027.",
	}}
	otherYear = problem.Kind{Code: "HOLIDAY-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Ngày {date} không thuộc năm {year}.",
		En: "{date} is not a day of {year}.",
	}}
	dayTwice = problem.Kind{Code: "HOLIDAY-03", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Ngày {date} ghi hai lần.",
		En: "{date} is there twice.",
	}}
	offAndWorked = problem.Kind{Code: "HOLIDAY-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Ngày {date} vừa là ngày nghỉ vừa là ngày làm bù.",
		En: "{date} is both a day off and a day worked in exchange.",
	}}
	notAWeekend = problem.Kind{Code: "HOLIDAY-05", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Ngày làm bù {date} không phải thứ Bảy hay Chủ nhật.",
		En: "{date}, worked in exchange, is no Saturday or Sunday.",
	}}
)

// In is what a year has: as given, else as built in, else the fixed days.
func (h Holidays) In(year int) HolidayYear {
	if y, ok := h.given(year); ok {
		return y
	}
	if y, ok := knownYear(year); ok {
		return y
	}
	return fixedYear(year)
}

// given is a year that is named. They are few: looking one up in the map would
// bring more code into the browser's module.
func (h Holidays) given(year int) (y HolidayYear, ok bool) {
	for given, y := range h {
		if given == year {
			return y, true
		}
	}
	return HolidayYear{}, false
}

// Check tells what is wrong with holidays; reading them does so too.
func (h Holidays) Check() problem.List {
	found := problem.Collect(budget.Sheet())
	for _, year := range h.years() {
		y, _ := h.given(year)
		name := strconv.Itoa(year)
		path := problem.Pointer("", name)
		if year < 1000 || year > 9999 {
			found.Add(notAYear.At(path, problem.Value("year", name)))
			continue
		}
		for i, day := range y.Off {
			found.AddAll(checkDay(day, year, path+"/off/"+strconv.Itoa(i), y.Off[:i]))
		}
		for i, day := range y.Worked {
			path := path + "/worked/" + strconv.Itoa(i)
			found.AddAll(checkDay(day, year, path, y.Worked[:i]))
			switch date := problem.Value("date", day.String()); {
			case slices.Contains(y.Off, day):
				found.Add(offAndWorked.At(path, date))
			case day.Valid() && day.Weekday() < saturday:
				found.Add(notAWeekend.At(path, date))
			}
		}
	}
	return found.List()
}

// years are those that it names, in their order. They are few: sorting them by a
// library would bring more code into the browser's module.
func (h Holidays) years() []int {
	years := make([]int, 0, len(h))
	for year := range h {
		years = append(years, year)
		for i := len(years) - 1; i > 0 && years[i] < years[i-1]; i-- {
			years[i], years[i-1] = years[i-1], years[i]
		}
	}
	return years
}

// checkDay tells whether a day is one of its year, and not in its list before.
func checkDay(day civil.Date, year int, path string, before []civil.Date) problem.List {
	date := problem.Value("date", day.String())
	switch {
	case realDays(day) != nil || day.Year != year:
		return problem.List{otherYear.At(path, date, problem.Value("year", strconv.Itoa(year)))}
	case slices.Contains(before, day):
		return problem.List{dayTwice.At(path, date)}
	}
	return nil
}

// MarshalJSON implements json.Marshaler: {"2026":{"off":[…],"worked":[…],
// "source"}} by year, without what a year does not have beside days off. The
// error is the problem.List of Check.
func (h Holidays) MarshalJSON() ([]byte, error) {
	if err := h.Check().Err(); err != nil {
		return nil, err
	}
	var w jsonout.Writer
	w.Open()
	for _, year := range h.years() {
		w.Name(strconv.Itoa(year))
		y, _ := h.given(year)
		y.write(&w)
	}
	w.Close()
	return w.Bytes(), nil
}

func (y HolidayYear) write(w *jsonout.Writer) {
	list := func(name string, days []civil.Date) {
		w.Name(name).OpenList()
		for _, day := range days {
			w.String(day.String())
		}
		w.CloseList()
	}
	w.Open()
	list("off", y.Off)
	if len(y.Worked) > 0 {
		list("worked", y.Worked)
	}
	optional(w, "source", y.Source)
	w.Close()
}

// UnmarshalJSON implements json.Unmarshaler: it takes what MarshalJSON writes,
// by whomever it is written. The error is a problem.List.
func (h *Holidays) UnmarshalJSON(data []byte) error {
	var read Holidays
	if err := unmarshal(data, &read, (*Holidays).read); err != nil {
		return err
	}
	if err := read.Check().Err(); err != nil {
		return err
	}
	*h = read
	return nil
}

func (h *Holidays) read(r *strictjson.Reader) {
	*h = Holidays{}
	var spans strictjson.Spans[int]
	r.Map(func(name []byte) {
		year, err := strconv.Atoi(string(name))
		if err != nil || len(name) != len("2026") || year < 1000 {
			r.Report(notAYear.At(r.Pointer(), problem.Value("year", string(name))))
			r.Skip()
			return
		}
		if _, twice := h.given(year); twice {
			r.Report(strictjson.Duplicate(r.Pointer(), string(name)))
			spans.Replace(r, year)
		}
		since := r.Found()
		(*h)[year] = readHolidayYear(r)
		spans.Note(r, year, since)
	})
}

func readHolidayYear(r *strictjson.Reader) (y HolidayYear) {
	r.Object([]string{"off", "worked", "source"}, 0b001, func(i int) {
		switch i {
		case 0:
			y.Off = readDays(r)
		case 1:
			y.Worked = readDays(r)
		case 2:
			y.Source = readWord[string](r)
		}
	})
	return y
}

// readDays reads days, each once.
func readDays(r *strictjson.Reader) (days []civil.Date) {
	r.Array(func(int) {
		var day civil.Date
		readDate(r, &day)
		if day != (civil.Date{}) && slices.Contains(days, day) { // they are few
			r.Report(dayTwice.At(r.Pointer(), problem.Value("date", day.String())))
		}
		days = append(days, day)
	})
	return days
}
