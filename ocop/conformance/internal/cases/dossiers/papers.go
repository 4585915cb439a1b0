package dossiers

import "github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"

// papers are what official papers can be made of, finished or not.
func papers() (cases []suite.Case) {
	made := func(c suite.Case, paper string, f ...finding) suite.Case {
		c.ID, c.With.Paper = "paper/"+paper+"/"+c.ID, paper
		c.Rules = found(f).codes()
		if paper != "form-04" { // which there is not
			c.Rules = append(c.Rules, "paper/"+paper)
		}
		c.Expect = found(f).verdict()
		return c
	}
	based := func(id, base string, changes ...change) suite.Case {
		return suite.Case{ID: id, Base: base, Patch: changes}
	}
	input := func(id string, document any) suite.Case { return suite.Case{ID: id, Input: text(document)} }
	sheet := object{"edition": "qd26-2026", "set": 22, "answers": object{"1.1": "a"}}
	council := object{"edition": "qd26-2026", "set": 22, "members": list{object{"id": "m1", "answers": object{"1.1": "a"}}}}
	draft := object{"edition": "qd26-2026", "product": object{"set": 22}}
	for _, form := range []string{"form-01", "form-02", "form-03"} {
		cases = append(cases,
			made(based("dossier", first), form), made(input("draft", draft), form), made(input("nothing", object{}), form),
			made(input("unknown-member", object{"colour": "red"}), form, shape("JSON-07", "/colour")))
	}
	for _, name := range []string{"score-sheet", "self-assessment"} {
		cases = append(cases,
			made(based("dossier", first), name), made(input("draft", draft), name), made(input("sheet", sheet), name),
			made(input("no-set", object{"edition": "qd26-2026"}), name, wrong("PAPER-02", "/product/set")),
			made(input("wrong-sheet", object{"edition": "qd26-2026", "set": 22, "answers": object{"9.9": "a"}}), name, shape("SHEET-02", "/answers/9.9")))
	}
	return append(cases,
		made(based("dossier", recognised), "minutes"), made(input("council", council), "minutes"),
		made(based("no-council", first), "minutes", wrong("PAPER-03", "/council")),
		made(input("sheet", sheet), "minutes", wrong("PAPER-04", "")),
		made(based("dossier", first), "report"), made(input("sheet", sheet), "report"),
		made(input("council", council), "report", wrong("PAPER-04", "")),
		made(based("refused", first, remove("/product/name")), "report", shape("DOSSIER-01", "/product/name")),
		made(based("dossier", first), "form-04", wrong("PAPER-01", "")),
	)
}
