package scoring

import (
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// A document is read once to be checked, as it is wherever nobody needs what stands
// beside the answers, and here once more for that: by then nothing is wrong with it.

// DecodeAnnotatedSheet reads a sheet as DecodeSheet does, and keeps what stands
// beside the answers. The error is a problem.List.
func DecodeAnnotatedSheet(data []byte, editions ...Edition) (AnnotatedSheet, error) {
	d := sheetDecoder{editions: editions}
	if err := d.readSheet(data); err != nil {
		return AnnotatedSheet{}, err
	}
	var remarks Remarks
	if d.annotated {
		_ = strictjson.Read(data, budget.Sheet(), func(r *strictjson.Reader) {
			r.Map(func(name []byte) { remarks.keep(r, string(name)) })
		})
	}
	return AnnotatedSheet{d.sheet, remarks}, nil
}

// DecodeAnnotatedCouncil reads a council as DecodeCouncil does, and keeps what
// minutes and members' sheets have beside the answers. The error is a problem.List.
func DecodeAnnotatedCouncil(data []byte, editions ...Edition) (AnnotatedCouncil, error) {
	council, err := DecodeCouncil(data, editions...)
	if err != nil {
		return AnnotatedCouncil{}, err
	}
	var own Remarks // of which a council has the head alone
	var members []MemberRemarks
	_ = strictjson.Read(data, budget.Council(), func(r *strictjson.Reader) {
		r.Map(func(name []byte) {
			if string(name) == "members" {
				r.Array(func(int) { members = append(members, keptMember(r)) })
			} else {
				own.keep(r, string(name))
			}
		})
	})
	return AnnotatedCouncil{council, own.About, members}, nil
}

func keptMember(r *strictjson.Reader) (m MemberRemarks) {
	r.Map(func(name []byte) {
		if string(name) == "name" {
			m.Name = kept(r)
		} else {
			m.Remarks.keep(r, string(name))
		}
	})
	return m
}

// keep keeps a member that is of the remarks, and skips others.
func (m *Remarks) keep(r *strictjson.Reader, name string) {
	switch name {
	case "about":
		r.Map(func(name []byte) { *m.About.member(string(name)) = kept(r) })
	case "evidence":
		m.Evidence = map[string][]string{}
		r.Map(func(name []byte) {
			var kinds []string
			criterion := string(name)
			r.Array(func(int) { kinds = append(kinds, kept(r)) })
			m.Evidence[criterion] = kinds
		})
	case "notes":
		m.Notes = map[string]string{}
		r.Map(func(name []byte) {
			criterion := string(name)
			m.Notes[criterion] = kept(r)
		})
	default:
		r.Skip()
	}
}

func kept(r *strictjson.Reader) string {
	text, _ := r.String()
	return string(text)
}
