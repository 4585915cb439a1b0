package httpapi

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

type object = map[string]any

// describe is the OpenAPI 3.1 document of the routes, in one language. Its
// schemas are the published ones.
func describe(list []route, l lang.Lang) ([]byte, error) {
	schemas, err := components(l)
	if err != nil {
		return nil, err
	}
	if schemas["refusal"], err = refusalSchema(schemas["verdict"]); err != nil {
		return nil, err
	}
	paths := object{}
	for i := range list {
		paths[list[i].path] = object{strings.ToLower(list[i].method): list[i].operation(l)}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err = e.Encode(object{
		"openapi": "3.1.0",
		"info": object{
			"title":   lang.Text{Vi: "Chấm điểm và xếp hạng sản phẩm OCOP", En: "Scoring and ranking OCOP products"}.In(l),
			"version": schemaVersion,
			"license": object{"name": "Apache-2.0", "identifier": "Apache-2.0"},
			"description": lang.Text{
				Vi: "Quyết định 26/2026/QĐ-TTg qua HTTP. Gửi tài liệu JSON, nhận đúng dữ liệu mà lệnh ocop cho ra với --json; hồ sơ kèm các tệp là một gói (ZIP). Lỗi trả về theo RFC 9457, kèm mọi lỗi của tài liệu trong problems.",
				En: "Decision 26/2026/QĐ-TTg over HTTP. JSON documents in, and out what the command ocop gives with --json; a dossier with its files is a package (ZIP). What is refused is answered by RFC 9457, with all problems of the document in problems.",
			}.In(l),
		},
		"servers":    []object{{"url": "."}}, // wherever this document is
		"security":   []object{},             // none
		"paths":      paths,
		"components": object{"schemas": schemas},
	})
	return b.Bytes(), err
}

// operation describes what is taken and given at an address.
func (r *route) operation(l lang.Lang) object {
	o := object{"operationId": r.id, "summary": r.summary.In(l), "responses": r.responses(l)}
	var parameters []object
	if r.name.name != "" {
		parameters = append(parameters, r.name.in("path", l))
	}
	for _, p := range r.query {
		parameters = append(parameters, p.in("query", l))
	}
	if parameters != nil {
		o["parameters"] = parameters
	}
	if r.method == http.MethodPost {
		o["requestBody"] = r.body(l)
	}
	return o
}

// body describes what is sent: a document, or a package in its place, or a form
// with both a document and files.
func (r *route) body(l lang.Lang) object {
	if r.form {
		return object{"required": true, "description": limited(lang.Text{Vi: "Biểu mẫu", En: "The form"}, r.most, l), "content": object{typeForm: formOfFiles(l)}}
	}
	content := object{typeJSON: object{"schema": r.document()}}
	b := object{"required": true, "content": content}
	if r.packed != nil {
		content[pack.MediaType] = object{"schema": binary()}
		b["description"] = lang.Text{
			Vi: "Gói hồ sơ (application/zip) chỉ nhận khi as là dossier hoặc không nêu. ",
			En: "A package (application/zip) is taken where as is dossier or not given. ",
		}.In(l) + limited(lang.Text{Vi: "Gói", En: "It"}, r.most, l)
	}
	return b
}

// limited says how large a package or a form may be.
func limited(what lang.Text, most int64, l lang.Lang) string {
	n := strconv.FormatInt(most, 10)
	return what.In(l) + lang.Text{Vi: " có tối đa " + n + " byte.", En: " has at most " + n + " bytes."}.In(l)
}

// formOfFiles describes the form that receiveForm reads.
func formOfFiles(l lang.Lang) object {
	dossier := object{"allOf": []object{reference("dossier")}, "description": lang.Text{
		Vi: "Hồ sơ dạng JSON, đúng một mục.", En: "The dossier as JSON, once.",
	}.In(l)}
	files := object{"type": "array", "items": binary(), "maxItems": pack.MaxFiles, "description": lang.Text{
		Vi: "Mỗi tệp minh chứng một mục; filename là tên tệp ghi trong hồ sơ.",
		En: "A part for each file of evidence; its filename is the name that the dossier gives.",
	}.In(l)}
	return object{
		"schema": object{
			"type": "object", "required": []string{partDossier}, "additionalProperties": false,
			"properties": object{partDossier: dossier, partFile: files},
		},
		"encoding": object{partDossier: object{"contentType": typeJSON}},
	}
}

// binary is the schema of bytes that are no text.
func binary() object { return object{"type": "string", "format": "binary"} }

func (p parameter) in(place string, l lang.Lang) object {
	s := object{"type": "string"}
	if p.values != nil {
		s["enum"] = p.values
	}
	if p.day {
		s["format"] = "date"
	}
	return object{"name": p.name, "in": place, "required": place == "path", "description": p.text.In(l), "schema": s}
}

// responses are the answers that an address may give.
func (r *route) responses(l lang.Lang) object {
	statuses := []int{http.StatusBadRequest, http.StatusInternalServerError}
	if r.method == http.MethodPost {
		statuses = append(statuses, http.StatusRequestTimeout, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity)
	}
	if r.name.name != "" {
		statuses = append(statuses, http.StatusNotFound)
	}
	given := object{r.gives.mediaType: object{"schema": r.gives.described()}}
	for _, mediaType := range r.gives.drawn {
		given[mediaType] = object{"schema": object{"type": "string"}}
	}
	whole := object{"description": r.summary.In(l), "content": given}
	if r.gives.fileName != "" {
		whole["headers"] = object{"Content-Disposition": object{"schema": object{"const": disposition(r.gives.fileName)}}}
	}
	all := object{"200": whole}
	if r.kept {
		all["304"] = object{"description": lang.Text{Vi: "Không đổi so với ETag đã nêu", En: "Not changed since the ETag given"}.In(l)}
	}
	for _, status := range statuses {
		all[strconv.Itoa(status)] = object{
			"description": kindOfRefusal(status).title.In(l),
			"content":     object{typeProblem: object{"schema": reference("refusal")}},
		}
	}
	return all
}

func (c content) described() any {
	if c.schema == "" {
		return c.schemaOf
	}
	return reference(c.schema)
}

func reference(name string) object { return object{"$ref": componentBase + name} }

// document is the schema of the document that an address takes.
func (r *route) document() object {
	var list []object
	for _, name := range r.accepts {
		list = append(list, reference(name))
	}
	if r.also != nil {
		list = append(list, r.also)
	}
	if len(list) == 1 {
		return list[0]
	}
	return object{"anyOf": list}
}

// refusalSchema is the schema of a refusal, whose problems are a verdict's.
func refusalSchema(verdict json.RawMessage) (json.RawMessage, error) {
	var of struct {
		Properties struct{ Problems json.RawMessage }
	}
	if err := json.Unmarshal(verdict, &of); err != nil {
		return nil, err
	}
	text, uri := object{"type": "string"}, object{"type": "string", "format": "uri"}
	return json.Marshal(object{
		"type":     "object",
		"required": []string{"type", "title", "status", "detail", "problems"},
		"properties": object{
			"type": uri, "title": text, "status": object{"type": "integer"}, "detail": text, "instance": uri,
			"problems": of.Properties.Problems,
		},
	})
}
