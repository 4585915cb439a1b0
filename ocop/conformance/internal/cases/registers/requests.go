package registers

import (
	"maps"
	"net/http"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

const (
	typeJSON    = "application/json"
	typeProblem = "application/problem+json"
	typeZIP     = "application/zip"
)

// requests is a file of cases over HTTP.
type requests struct{ topic }

func newRequests(name string) requests { return requests{newTopic(suite.HTTP, name)} }

// ask adds a request; a body that is a text is sent as it is, another value as JSON.
func (t *requests) ask(id, why, method, path string, body any, more object, expect object, rules ...string) {
	request := object{"method": method, "path": path}
	if body != nil {
		request["body"] = body
	}
	maps.Copy(request, more)
	t.add(suite.Case{ID: id, Why: why, Input: raw(request), Expect: raw(expect)}, rules...)
}

// address is the rule of an address: without its query, and its open part.
func address(path string) string {
	path, _, _ = strings.Cut(path, "?")
	parts := strings.Split(path, "/")
	return "http/" + parts[min(2, len(parts)-1)]
}

func statusRule(status int) string { return "http/" + strconv.Itoa(status) }

// leastSheet is a sheet of one answer, and filled one with all, of 72 points.
func leastSheet() object {
	return object{"edition": "qd26-2026", "set": 22, "answers": object{"1.1": "c"}}
}

func filledSheet() object {
	return object{"edition": "qd26-2026", "set": 22, "answers": answersOf("1.1:c 1.2:c 1.3:c 1.4:c 1.5:b 1.6:b 2.1:d 2.2:c 2.3:no 3.1:c 3.2:a 3.3:b 3.4:b 3.5:b 4.1:c 4.2:b 4.3:d 5.1:e 5.2:b 5.3:c 6.1:c 6.2:b 6.3:c 6.4:d 6.5:b 7:b 8:b 9:b")}
}

// answersOf are answers written one behind the other, each criterion with its option.
func answersOf(text string) object {
	answers := object{}
	for answer := range strings.FieldsSeq(text) {
		criterion, option, _ := strings.Cut(answer, ":")
		answers[criterion] = option
	}
	return answers
}

func leastCouncil() object {
	return object{"edition": "qd26-2026", "set": 22, "members": []object{{"id": "m1", "answers": filledSheet()["answers"]}}}
}

// packedDraft is the least dossier as a package.
func packedDraft() []byte { return zipped(bag(draft(piece("a", "a.pdf", "A")))...) }

// doors are cases of each address: what is taken answers 200.
func doors() suite.File {
	t := newRequests("doors")
	taken := func(id, why, method, path string, document any, body object) {
		expect := object{"status": http.StatusOK, "headers": object{"content-type": typeJSON}}
		if body != nil {
			expect["body"] = body
		}
		t.ask("door/"+id, why, method, path, document, nil, expect, address(path))
	}
	valid := object{"valid": true, "problems": list(nil)}
	taken("score/sheet", "", "POST", "/v1/score", leastSheet(), object{"status": "incomplete", "total": 4})
	taken("score/dossier", "", "POST", "/v1/score", draft(piece("a", "a.pdf", "A")), object{"status": "classified"})
	taken("validate/dossier", "a dossier where nothing is said", "POST", "/v1/validate", draft(piece("a", "a.pdf", "A")), valid)
	taken("validate/warnings", "a valid document may have warnings", "POST", "/v1/validate?as=dossier", draft(piece("a", "a.pdf", "A"), piece("b", "a.pdf", "A")), object{"valid": true, "problems": found(doubt("EVIDENCE-03", "/evidence/1/file/sha256"))})
	taken("validate/sheet", "", "POST", "/v1/validate?as=sheet", leastSheet(), valid)
	taken("validate/council", "", "POST", "/v1/validate?as=council", leastCouncil(), valid)
	taken("validate/plan", "", "POST", "/v1/validate?as=plan", filledSheet(), valid)
	taken("plan", "", "POST", "/v1/plan?star=4", filledSheet(), object{"star": 4, "reachable": true, "cost": 0})
	with := filledSheet()
	with["star"] = 4
	taken("plan/in-document", "the star may stand in the document", "POST", "/v1/plan", with, object{"star": 4, "reachable": true, "cost": 0})
	taken("council", "", "POST", "/v1/council", leastCouncil(), object{"status": "classified", "average": "72"})
	taken("deadlines", "", "POST", "/v1/deadlines", object{"issued": "2026-08-05"}, nil)
	taken("life", "", "POST", "/v1/life?on=2029-08-05", object{"previous": object{"star": 4, "issued": "2026-08-05"}, "steps": []object{}}, object{"stage": "expiring", "star": 4})
	taken("papers", "", "POST", "/v1/papers/form-01", object{}, nil)
	taken("rubric", "", "GET", "/v1/rubric/22", nil, object{"edition": "qd26-2026"})
	taken("rubric/edition", "", "GET", "/v1/rubric/22?edition=qd26-2026", nil, object{"edition": "qd26-2026"})
	taken("schemas", "", "GET", "/v1/schemas", nil, nil)
	taken("openapi", "", "GET", "/openapi.json", nil, nil)
	taken("healthz", "", "GET", "/healthz", nil, object{"status": "ok"})
	of := func(id, path, mediaType string, body any) {
		method := "POST"
		if body == nil {
			method = "GET"
		}
		t.ask("door/"+id, "", method, path, body, nil, object{"status": http.StatusOK, "headers": object{"content-type": mediaType}}, address(path))
	}
	of("schema", "/v1/schemas/sheet", "application/schema+json", nil)
	of("papers/text", "/v1/papers/form-01?format=text", "text/plain; charset=utf-8", object{})
	of("papers/html", "/v1/papers/form-01?format=html", "text/html; charset=utf-8", object{})
	of("papers/docx", "/v1/papers/form-01?format=docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", object{})
	for _, mediaType := range [...]string{"application/json; charset=utf-8", "application/vnd.ocop+json"} {
		t.ask("door/media-type/"+mediaType, "", "POST", "/v1/score", leastSheet(), object{"headers": object{"Content-Type": mediaType}}, object{"status": http.StatusOK}, "http/media-type")
	}
	t.ask("door/package", "", "POST", "/v1/validate", nil, object{"headers": object{"Content-Type": typeZIP}, "base64": packedDraft()}, object{"status": http.StatusOK, "body": valid}, "http/package")
	t.ask("door/not-changed", "who has it already gets no body", "GET", "/v1/rubric/22", nil, object{"headers": object{"If-None-Match": "*"}}, object{"status": http.StatusNotModified}, "http/rubric")
	t.ask("door/head", "", "HEAD", "/healthz", nil, nil, object{"status": http.StatusOK}, "http/head")
	t.ask("door/options", "", "OPTIONS", "/v1/score", nil, nil, object{"status": http.StatusNoContent, "headers": object{"allow": "POST, OPTIONS"}}, "http/options")
	return t.File
}

// refusals are cases of what is refused, each with its status (RFC 9457).
func refusals() suite.File {
	t := newRequests("refusals")
	refused := func(id, why, method, path string, body any, more object, status int, told ...finding) {
		t.ask("refused/"+id, why, method, path, body, more, object{"status": status, "headers": object{"content-type": typeProblem}, "problems": list(told)}, statusRule(status))
	}
	no := func(code string) finding { return wrong(code, "") }
	sheet := leastSheet()
	refused("HTTP-01/address", "", "GET", "/v2", nil, nil, http.StatusNotFound, no("HTTP-01"))
	refused("HTTP-01/slash", "", "POST", "/v1/score/", sheet, nil, http.StatusNotFound, no("HTTP-01"))
	refused("HTTP-01/up", "", "GET", "/v1/schemas/../x", nil, nil, http.StatusNotFound, no("HTTP-01"))
	refused("HTTP-02/get", "", "GET", "/v1/score", nil, nil, http.StatusMethodNotAllowed, no("HTTP-02"))
	refused("HTTP-02/post", "", "POST", "/v1/rubric/22", sheet, nil, http.StatusMethodNotAllowed, no("HTTP-02"))
	for _, mediaType := range [...]string{"text/plain", "application/x-www-form-urlencoded", "application/zip"} {
		refused("HTTP-03/"+mediaType, "", "POST", "/v1/score", sheet, object{"headers": object{"Content-Type": mediaType}}, http.StatusUnsupportedMediaType, no("HTTP-03"))
	}
	refused("HTTP-04/gzip", "", "POST", "/v1/score", sheet, object{"headers": object{"Content-Encoding": "gzip"}}, http.StatusUnsupportedMediaType, no("HTTP-04"))
	for _, language := range [...]string{"vi", "en"} {
		t.ask("refused/language/"+language, "title and detail in the language that is asked for", "GET", "/v2", nil, object{"headers": object{"Accept-Language": language + ", *;q=0.5"}},
			object{"status": http.StatusNotFound, "headers": object{"content-language": language}, "problems": found(no("HTTP-01"))}, statusRule(http.StatusNotFound))
	}
	refused("HTTP-05/parameter", "", "POST", "/v1/score?star=4", sheet, nil, http.StatusBadRequest, no("HTTP-05"))
	refused("HTTP-06/as", "", "POST", "/v1/validate?as=letter", sheet, nil, http.StatusBadRequest, no("HTTP-06"))
	refused("HTTP-06/star", "", "POST", "/v1/plan?star=6", filledSheet(), nil, http.StatusBadRequest, no("HTTP-06"))
	refused("HTTP-06/format", "", "POST", "/v1/papers/form-01?format=pdf", object{}, nil, http.StatusBadRequest, no("HTTP-06"))
	refused("HTTP-07/twice", "", "POST", "/v1/plan?star=4&star=5", filledSheet(), nil, http.StatusBadRequest, no("HTTP-07"))
	refused("HTTP-08/query", "", "POST", "/v1/score?%zz", sheet, nil, http.StatusBadRequest, no("HTTP-08"))
	refused("HTTP-11/27", "", "GET", "/v1/rubric/27", nil, nil, http.StatusNotFound, no("HTTP-11"))
	refused("HTTP-11/zero", "", "GET", "/v1/rubric/013", nil, nil, http.StatusNotFound, no("HTTP-11"))
	refused("HTTP-12/letter", "", "GET", "/v1/schemas/letter", nil, nil, http.StatusNotFound, no("HTTP-12"))
	refused("HTTP-14/day", "", "POST", "/v1/life?on=2026-9-18", object{"steps": []object{}}, nil, http.StatusBadRequest, no("HTTP-14"))
	refused("HTTP-15/sheet", "a day is for dossiers", "POST", "/v1/score?on=2026-06-20", sheet, nil, http.StatusBadRequest, no("HTTP-15"))
	refused("EDITION-03/known", "", "GET", "/v1/rubric/22?edition=qd148-2023", nil, nil, http.StatusNotFound, no("EDITION-03"))
	refused("EDITION-04/unknown", "", "GET", "/v1/rubric/22?edition=x", nil, nil, http.StatusNotFound, no("EDITION-04"))
	refused("PAPER-01/form-04", "", "POST", "/v1/papers/form-04", object{}, nil, http.StatusNotFound, no("PAPER-01"))
	// A document: 400 where it is no JSON, 413 where it is too large, 422 where it was found wrong.
	refused("400/no-json", "", "POST", "/v1/score", "{", nil, http.StatusBadRequest, broken())
	refused("400/empty", "", "POST", "/v1/score", "", nil, http.StatusBadRequest, broken())
	refused("400/no-utf-8", "", "POST", "/v1/score", nil, object{"base64": []byte("{\"set\":\"\xff\"}")}, http.StatusBadRequest, no("JSON-02"))
	refused("400/behind", "", "POST", "/v1/score", string(raw(sheet))+"{}", nil, http.StatusBadRequest, no("JSON-03"))
	text := string(raw(sheet)) // as it is, for its bytes are counted
	size := len(text)
	t.ask("door/largest-sheet", "64 KiB", "POST", "/v1/validate?as=sheet", text, object{"spaces": 65536 - size}, object{"status": http.StatusOK}, statusRule(http.StatusRequestEntityTooLarge))
	refused("413/sheet", "64 KiB and a byte", "POST", "/v1/validate?as=sheet", text, object{"spaces": 65537 - size}, http.StatusRequestEntityTooLarge, no("JSON-04"))
	refused("413/score", "where a dossier is taken too", "POST", "/v1/score", text, object{"spaces": 65537 - size}, http.StatusRequestEntityTooLarge, no("JSON-04"))
	refused("413/dossier", "1 MiB and a byte", "POST", "/v1/validate", text, object{"spaces": 1<<20 + 1 - size}, http.StatusRequestEntityTooLarge, no("JSON-04"))
	refused("422/sheet", "", "POST", "/v1/score", object{"edition": "qd26-2026", "set": 22, "answers": object{"1.1": "z"}}, nil, http.StatusUnprocessableEntity, wrong("SHEET-03", "/answers/1.1"))
	refused("422/validate", "200 is for valid documents", "POST", "/v1/validate?as=sheet", object{"edition": "qd26-2026", "set": 22, "answers": object{"1.1": "z"}}, nil, http.StatusUnprocessableEntity, wrong("SHEET-03", "/answers/1.1"))
	refused("422/member-twice", "", "POST", "/v1/validate?as=sheet", `{"edition":"qd26-2026","set":22,"set":22,"answers":{}}`, nil, http.StatusUnprocessableEntity, wrong("JSON-06", "/set"))
	refused("422/life", "", "POST", "/v1/life", object{"steps": []object{{"step": "propose", "on": "2026-06-01"}}}, nil, http.StatusUnprocessableEntity, wrong("LIFE-01", "/steps/0"))
	refused("422/package", "whatever is wrong with a package", "POST", "/v1/validate", "x", object{"headers": object{"Content-Type": typeZIP}}, http.StatusUnprocessableEntity, no("PACK-01"))
	return t.File
}

// forms are cases of a dossier and its files that are sent to be packed.
func forms() suite.File {
	t := newRequests("forms")
	const boundary = "----x"
	part := func(name, file, content string) string {
		head := "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
		if file != "" {
			head += "; filename=\"" + file + "\""
		}
		return head + "\r\n\r\n" + content + "\r\n"
	}
	const end = "--" + boundary + "--\r\n"
	post := func(id, mediaType, body string, expect object) {
		t.ask("form/"+id, "", "POST", "/v1/packages", body, object{"headers": object{"Content-Type": mediaType}}, expect, "http/packages")
	}
	form := "multipart/form-data; boundary=" + boundary
	refused := func(id, mediaType, body string, status int, told ...finding) {
		post(id, mediaType, body, object{"status": status, "headers": object{"content-type": typeProblem}, "problems": list(told)})
	}
	dossier := part("dossier", "", string(raw(draft(piece("a", "a.pdf", "A")))))
	file := part("file", "a.pdf", "A")
	post("packed", form, dossier+file+end, object{"status": http.StatusOK, "headers": object{"content-type": typeZIP}})
	refused("HTTP-03/json", typeJSON, "{}", http.StatusUnsupportedMediaType, wrong("HTTP-03", ""))
	refused("HTTP-09/cut", form, dossier, http.StatusBadRequest, wrong("HTTP-09", ""))
	refused("HTTP-17/no-boundary", "multipart/form-data", dossier+end, http.StatusBadRequest, wrong("HTTP-17", ""))
	refused("HTTP-17/head", form, "--"+boundary+"\r\nno head\r\n\r\nx\r\n"+end, http.StatusBadRequest, wrong("HTTP-17", ""))
	refused("HTTP-18/part", form, dossier+part("note", "", "x")+end, http.StatusBadRequest, wrong("HTTP-18", ""))
	refused("HTTP-19/none", form, file+end, http.StatusBadRequest, wrong("HTTP-19", ""))
	refused("HTTP-19/two", form, dossier+dossier+end, http.StatusBadRequest, wrong("HTTP-19", ""))
	refused("PACK-20/no-file", form, dossier+end, http.StatusUnprocessableEntity, wrong("PACK-20", "/evidence/0/file"))
	refused("PACK-21/other-file", form, dossier+file+part("file", "b.pdf", "B")+end, http.StatusUnprocessableEntity, wrong("PACK-21", ""))
	refused("PACK-23/changed", form, dossier+part("file", "a.pdf", "B")+end, http.StatusUnprocessableEntity, wrong("PACK-23", "/evidence/0/file"))
	return t.File
}
