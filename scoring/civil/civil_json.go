package civil

import (
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// MarshalText implements encoding.TextMarshaler: 2026-05-22, and nothing for the
// zero Date. Of what is no day the error is a problem.List.
func (d Date) MarshalText() ([]byte, error) {
	switch {
	case d == Date{}:
		return nil, nil
	case !d.Valid():
		return nil, problem.List{notADate.At("", problem.Value("date", d.String()))}
	}
	return []byte(d.String()), nil
}

// UnmarshalText implements encoding.TextUnmarshaler, as MarshalText writes it.
// The error is a problem.List.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	read, err := Parse(string(text))
	if err == nil {
		*d = read
	}
	return err
}

// MarshalJSON implements json.Marshaler: "2026-05-22", and null for the zero Date.
func (d Date) MarshalJSON() ([]byte, error) {
	text, err := d.MarshalText()
	if err != nil {
		return nil, err
	}
	var w jsonout.Writer
	w.StringOrNull(string(text))
	return w.Bytes(), nil
}

// UnmarshalJSON implements json.Unmarshaler, as MarshalJSON writes it. The error
// is a problem.List.
func (d *Date) UnmarshalJSON(data []byte) error {
	text := string(data)
	if text == "null" {
		*d = Date{}
		return nil
	}
	if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return problem.List{notADate.At("", problem.Value("date", text))}
	}
	read, err := Parse(text[1 : len(text)-1]) // a date has nothing to escape
	if err == nil {
		*d = read
	}
	return err
}
