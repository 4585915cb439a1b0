package httpapi

import (
	"crypto/rand"
	"net/http"
	"runtime/debug"

	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with a request before its document is looked at.
var (
	noSuchAddress = problem.Kind{Code: "HTTP-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không có gì ở địa chỉ {path}. Các địa chỉ có trong /openapi.json.",
		En: "There is nothing at {path}. /openapi.json lists the addresses.",
	}}
	noSuchMethod = problem.Kind{Code: "HTTP-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Địa chỉ này không nhận phương thức {method}; dùng {allow}.",
		En: "This address does not take the method {method}; use {allow}.",
	}}
	wrongMediaType = problem.Kind{Code: "HTTP-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Ở đây nhận Content-Type: {accept}, không nhận {mediaType}.",
		En: "What is taken here is Content-Type: {accept}, not {mediaType}.",
	}}
	wrongCoding = problem.Kind{Code: "HTTP-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tài liệu gửi lên không được nén ({coding}); hãy gửi nguyên dạng.",
		En: "The document must not be sent compressed ({coding}); send it as it is.",
	}}
	unknownParameter = problem.Kind{Code: "HTTP-05", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Địa chỉ này không nhận tham số {parameter}.",
		En: "This address does not take the parameter {parameter}.",
	}}
	wrongParameter = problem.Kind{Code: "HTTP-06", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tham số {parameter} không nhận giá trị “{value}”; chọn một trong: {values}.",
		En: "The parameter {parameter} cannot be “{value}”; it is one of: {values}.",
	}}
	wrongDay = problem.Kind{Code: "HTTP-14", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tham số {parameter} là một ngày như 2026-09-17, không phải “{value}”.",
		En: "The parameter {parameter} is a day as 2026-09-17, not “{value}”.",
	}}
	ofDossiers = problem.Kind{Code: "HTTP-15", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tham số {parameter} chỉ dùng cho hồ sơ (dossier), không dùng cho {kind}.",
		En: "The parameter {parameter} is for a dossier, and not for a {kind}.",
	}}
	parameterTwice = problem.Kind{Code: "HTTP-07", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tham số {parameter} được nêu hơn một lần.",
		En: "The parameter {parameter} is given more than once.",
	}}
	unreadableQuery = problem.Kind{Code: "HTTP-08", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không đọc được phần tham số sau dấu ? của địa chỉ.",
		En: "What stands behind the ? of the address cannot be read.",
	}}
	cutShort = problem.Kind{Code: "HTTP-09", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tài liệu không được gửi đến trọn vẹn.",
		En: "The document did not come whole.",
	}}
	tooSlow = problem.Kind{Code: "HTTP-10", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tài liệu được gửi quá chậm nên việc nhận đã dừng. Hãy gửi lại.",
		En: "The document came too slowly and is waited for no longer. Send it again.",
	}}
	noSuchSet = problem.Kind{Code: "HTTP-11", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{edition} không có bộ sản phẩm số {set}.",
		En: "{edition} has no product set {set}.",
	}}
	noSuchSchema = problem.Kind{Code: "HTTP-12", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không có schema “{name}”. Các tên có ở /v1/schemas.",
		En: "There is no schema “{name}”. /v1/schemas lists the names.",
	}}
	brokenInside = problem.Kind{Code: "HTTP-13", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Có lỗi bên trong dịch vụ, không phải do tài liệu. Lỗi đã được ghi lại với mã {instance}.",
		En: "Something broke inside the service; the document is not to blame. It is in the log as {instance}.",
	}}
)

// What can be wrong with a package or a form as they are sent.
var (
	packageTooLarge = problem.Kind{Code: "HTTP-16", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Gói hồ sơ, hoặc các tệp gửi lên để đóng gói, lớn hơn mức cho phép là {limit} byte.",
		En: "The package, or what is sent to be packed, is larger than the {limit} bytes allowed.",
	}}
	unreadableForm = problem.Kind{Code: "HTTP-17", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không đọc được biểu mẫu multipart/form-data: boundary hoặc phần đầu của một mục bị thiếu hay viết sai.",
		En: "The multipart/form-data cannot be read: a boundary or a part's head is missing or wrong.",
	}}
	unknownPart = problem.Kind{Code: "HTTP-18", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Biểu mẫu không nhận mục “{part}”; chỉ nhận dossier (một lần) và file (mỗi tệp một lần).",
		En: "The form has no part “{part}”; it has dossier, once, and file, once for each file.",
	}}
	notOneDossier = problem.Kind{Code: "HTTP-19", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Biểu mẫu phải có đúng một mục dossier là hồ sơ dạng JSON.",
		En: "The form must have exactly one part dossier, the document as JSON.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{
		noSuchAddress, noSuchMethod, wrongMediaType, wrongCoding, unknownParameter, wrongParameter, wrongDay, ofDossiers, parameterTwice,
		unreadableQuery, cutShort, tooSlow, noSuchSet, noSuchSchema, brokenInside,
		packageTooLarge, unreadableForm, unknownPart, notOneDossier,
	}
}

// refused is an answer that tells what is wrong.
func refused(status int, problems ...problem.Problem) answer {
	return answer{status: status, problems: problems}
}

func notFound(_ http.ResponseWriter, q *http.Request, _ *scratch) answer {
	return refused(http.StatusNotFound, noSuchAddress.At("", problem.Value("path", q.URL.Path)))
}

func (r *route) otherMethod(method string) answer {
	a := refused(http.StatusMethodNotAllowed, noSuchMethod.At("", problem.Value("method", method), problem.Value("allow", r.allow())))
	a.allow = r.allow()
	return a
}

// broken is the answer where something panicked, under a name to find it by.
func broken() answer {
	instance := "urn:ocop:" + rand.Text()
	a := refused(http.StatusInternalServerError, brokenInside.At("", problem.Value("instance", instance)))
	a.instance = instance
	return a
}

func stack() string { return string(debug.Stack()) }

// typeBase begins the types of refusals (RFC 9457, 3.1.1): names, nothing is fetched from there.
const typeBase = "https://github.com/ocop-vn/ocop-go/problems/"

// refusalKind is the type of a refusal with its title.
type refusalKind struct {
	name  string
	title lang.Text
}

// kindOfRefusal has a type for each status that a refusal may have.
func kindOfRefusal(status int) refusalKind {
	switch status {
	case http.StatusBadRequest:
		return refusalKind{"unreadable", lang.Text{Vi: "Không đọc được yêu cầu", En: "The request cannot be read"}}
	case http.StatusNotFound:
		return refusalKind{"not-found", lang.Text{Vi: "Không có ở đây", En: "Not found"}}
	case http.StatusMethodNotAllowed:
		return refusalKind{"method", lang.Text{Vi: "Không dùng được phương thức này", En: "Method not allowed"}}
	case http.StatusRequestTimeout:
		return refusalKind{"too-slow", lang.Text{Vi: "Gửi quá chậm", En: "Too slow"}}
	case http.StatusRequestEntityTooLarge:
		return refusalKind{"too-large", lang.Text{Vi: "Tài liệu quá lớn", En: "The document is too large"}}
	case http.StatusUnsupportedMediaType:
		return refusalKind{"media-type", lang.Text{Vi: "Không nhận loại dữ liệu này", En: "Unsupported media type"}}
	case http.StatusUnprocessableEntity:
		return refusalKind{"invalid", lang.Text{Vi: "Tài liệu có lỗi", En: "The document has errors"}}
	default:
		return refusalKind{"internal", lang.Text{Vi: "Lỗi bên trong dịch vụ", En: "Something broke inside"}}
	}
}

// refusal is the body that tells what is wrong (RFC 9457): the first error as
// detail, and every problem beside.
func (a answer) refusal(l lang.Lang) []byte {
	kind := kindOfRefusal(a.status)
	var w jsonout.Writer
	w.Open()
	w.Name("type").String(typeBase + kind.name)
	w.Name("title").String(kind.title.In(l))
	w.Name("status").Int(a.status)
	w.Name("detail").String(detail(a.problems, l))
	if a.instance != "" {
		w.Name("instance").String(a.instance)
	}
	w.Name("problems").Append(a.problems.AppendJSON)
	w.Close()
	return plain.JSON(append(w.Bytes(), '\n'))
}

// detail is the first error, with its place.
func detail(problems problem.List, l lang.Lang) string {
	for _, p := range problems {
		switch {
		case p.Severity != problem.SeverityError:
		case p.Path == "":
			return p.Message.In(l)
		default:
			return p.Path + ": " + p.Message.In(l)
		}
	}
	return ""
}
