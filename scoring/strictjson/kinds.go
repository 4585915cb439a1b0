package strictjson

import (
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with any JSON document, whatever it is about. A document
// that does not parse cannot be judged by a JSON Schema, so the first of these
// are of layer rule.
var (
	notJSON = problem.Kind{Code: "JSON-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không phải JSON hợp lệ, lỗi ở dòng {line}, cột {column}: {detail}.",
		En: "Not valid JSON, at line {line}, column {column}: {detail}.",
	}}
	notUTF8 = problem.Kind{Code: "JSON-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Văn bản không phải UTF-8, lỗi ở dòng {line}, cột {column}. Hãy lưu lại tệp với bảng mã UTF-8.",
		En: "The text is not UTF-8, at line {line}, column {column}. Save the file as UTF-8.",
	}}
	trailing = problem.Kind{Code: "JSON-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Còn dữ liệu thừa sau khi tài liệu kết thúc, ở dòng {line}, cột {column}.",
		En: "There is data after the end of the document, at line {line}, column {column}.",
	}}
	tooLarge = problem.Kind{Code: "JSON-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tài liệu lớn hơn mức cho phép là {limit} byte.",
		En: "The document is larger than the {limit} bytes allowed.",
	}}
	tooDeep = problem.Kind{Code: "JSON-05", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tài liệu lồng sâu hơn {limit} cấp.",
		En: "The document is nested deeper than {limit} levels.",
	}}
	duplicate = problem.Kind{Code: "JSON-06", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mục {name} xuất hiện hai lần.",
		En: "Member {name} appears twice.",
	}}
	unknown = problem.Kind{Code: "JSON-07", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Không có mục nào tên là {name} ở đây.",
		En: "There is no member called {name} here.",
	}}
	missing = problem.Kind{Code: "JSON-08", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Thiếu mục {name}.",
		En: "Member {name} is missing.",
	}}
	wrongType = problem.Kind{Code: "JSON-09", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Ở đây cần {expected}, không phải {found}.",
		En: "This must be {expected}, not {found}.",
	}}
	notPlain = problem.Kind{Code: "JSON-10", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Số nguyên phải viết bằng chữ số, không viết {number}.",
		En: "A whole number is written in digits only, not as {number}.",
	}}
	tooManyMembers = problem.Kind{Code: "JSON-12", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tài liệu có nhiều hơn {limit} mục; phần còn lại không được đọc.",
		En: "The document has more than {limit} members and items; the rest was not read.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{notJSON, notUTF8, trailing, tooLarge, tooDeep, duplicate, unknown, missing, wrongType, notPlain, tooManyMembers}
}
