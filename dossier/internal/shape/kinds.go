package shape

import (
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What a field by itself can have wrong. {field} is its name as
// the forms print it.
var (
	Missing = problem.Kind{Code: "DOSSIER-01", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Chưa có: {field}.", En: "Missing: {field}.",
	}}
	Empty = problem.Kind{Code: "DOSSIER-02", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: không được để trống; nếu chưa có thì bỏ hẳn mục này.", En: "{field}: cannot be empty; leave it out where there is none.",
	}}
	NotOneOf = problem.Kind{Code: "DOSSIER-03", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: không nhận “{value}”; chỉ nhận một trong: {allowed}.", En: "{field}: cannot be “{value}”; it is one of {allowed}.",
	}}
	OutOfRange = problem.Kind{Code: "DOSSIER-04", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: phải từ {least} đến {most}, không phải {value}.", En: "{field}: must be {least} to {most}, not {value}.",
	}}
	WrongCount = problem.Kind{Code: "DOSSIER-05", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: phải có từ {least} đến {most} mục, không phải {value}.", En: "{field}: must have {least} to {most} items, not {value}.",
	}}
	TooLong = problem.Kind{Code: "DOSSIER-06", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: dài quá {limit} ký tự.", En: "{field}: longer than {limit} characters.",
	}}
	// A JSON Schema counts code points, of which one letter may take four, so
	// that a text between one and four times the limit is for a rule to judge.
	TooManyLetters = problem.Kind{Code: "DOSSIER-07", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: dài quá {limit} ký tự.", En: "{field}: longer than {limit} characters.",
	}}
	Blank = problem.Kind{Code: "DOSSIER-08", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: chỉ có khoảng trắng.", En: "{field}: has nothing but spaces.",
	}}
	ControlCharacter = problem.Kind{Code: "DOSSIER-09", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: có ký tự điều khiển hoặc xuống dòng không được phép.", En: "{field}: has a control character or a line break that is not allowed.",
	}}
	NotADate = problem.Kind{Code: "DOSSIER-10", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” không phải là một ngày dạng năm-tháng-ngày, như 2026-05-22.", En: "{field}: “{value}” is not a day written year-month-day, as 2026-05-22.",
	}}
	NotAPhone = problem.Kind{Code: "DOSSIER-11", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” không phải số điện thoại Việt Nam, như 0912 345 678 hoặc +84 24 3822 1234.", En: "{field}: “{value}” is not a Vietnamese telephone number, as 0912 345 678 or +84 24 3822 1234.",
	}}
	NotAnEmail = problem.Kind{Code: "DOSSIER-12", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” không phải địa chỉ email.", En: "{field}: “{value}” is not an e-mail address.",
	}}
	NotATaxCode = problem.Kind{Code: "DOSSIER-13", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” phải có 10 chữ số, 13 chữ số (đơn vị phụ thuộc) hoặc 12 chữ số (số định danh cá nhân).", En: "{field}: “{value}” must have 10 digits, 13 (a branch) or 12 (a personal number).",
	}}
	WrongTaxCode = problem.Kind{Code: "DOSSIER-14", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: “{value}” sai, chữ số kiểm tra không khớp.", En: "{field}: “{value}” is wrong: its check digit does not fit.",
	}}
	NotAProvince = problem.Kind{Code: "DOSSIER-15", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” không phải mã của một trong 34 tỉnh, thành phố.", En: "{field}: “{value}” is not the code of one of the 34 provinces.",
	}}
	NotACommune = problem.Kind{Code: "DOSSIER-16", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” phải có 5 chữ số.", En: "{field}: “{value}” must have 5 digits.",
	}}
	NotAnID = problem.Kind{Code: "DOSSIER-17", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” chỉ được gồm tối đa 64 chữ không dấu, chữ số, dấu chấm, gạch dưới và gạch ngang.", En: "{field}: “{value}” may have up to 64 unaccented letters, digits, dots, underscores and hyphens.",
	}}
	NotAHash = problem.Kind{Code: "DOSSIER-18", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: phải có 64 chữ số thập lục phân viết thường.", En: "{field}: must have 64 lower-case hexadecimal digits.",
	}}
	UnsafeFileName = problem.Kind{Code: "DOSSIER-19", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” không dùng được: không có đường dẫn hay ký tự đặc biệt, không bắt đầu bằng dấu chấm, gạch ngang hay khoảng trắng, không phải tên thiết bị như CON, và phải có đuôi của tài liệu, hình ảnh, phim hoặc âm thanh, như .pdf hay .jpg.", En: "{field}: “{value}” cannot be used: no path or special character, no dot, hyphen or space at the start, no name of a device such as CON, and the ending of a document, picture, film or recording, as .pdf or .jpg.",
	}}
	NotAProductCode = problem.Kind{Code: "DOSSIER-20", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” phải có dạng mã tỉnh-mã xã-số thứ tự-năm, như 66-24133-01-2026.", En: "{field}: “{value}” must be province-commune-number-year, as 66-24133-01-2026.",
	}}
	NotAReceipt = problem.Kind{Code: "DOSSIER-21", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” phải có dạng 01-07/PĐK-mã tỉnh-mã xã-năm.", En: "{field}: “{value}” must be as 01-07/PĐK-province-commune-year.",
	}}
	LookalikeReceipt = problem.Kind{Code: "DOSSIER-23", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” có chữ chỉ giống chữ Đ, như Ð (U+00D0); gõ lại bằng chữ Đ (U+0110) của tiếng Việt, dạng 01-07/PĐK-mã tỉnh-mã xã-năm.",
		En: "{field}: “{value}” has a letter that only looks like Đ, as Ð (U+00D0); type the Vietnamese Đ (U+0110), as in 01-07/PĐK-province-commune-year.",
	}}
	NotAReverseDomain = problem.Kind{Code: "DOSSIER-24", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” phải là tên miền viết ngược bằng chữ thường, như vn.example.portal.", En: "{field}: “{value}” must be a domain name in reverse, in small letters, as vn.example.portal.",
	}}
	NotAnyProvince = problem.Kind{Code: "DOSSIER-26", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” không phải mã tỉnh, thành phố nào, hiện nay hoặc trước ngày 01/7/2025.", En: "{field}: “{value}” is not the code of a province, today or before 1 July 2025.",
	}}
	NotATotal = problem.Kind{Code: "DOSSIER-27", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” không phải số điểm từ 0 đến 100, nhiều nhất hai chữ số thập phân sau dấu chấm, như 89.95.", En: "{field}: “{value}” is not a number of points, 0 to 100, with up to two decimals after a point, as 89.95.",
	}}
	NotALink = problem.Kind{Code: "DOSSIER-28", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” không phải địa chỉ trang web bắt đầu bằng https://.", En: "{field}: “{value}” is not an address of the web that begins with https://.",
	}}
	NotPages = problem.Kind{Code: "DOSSIER-25", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” phải là một trang như 3 hoặc từ trang đến trang như 12-15.", En: "{field}: “{value}” must be a page such as 3, or the first and last as 12-15.",
	}}
	NotAQuorum = problem.Kind{Code: "DOSSIER-22", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: “{value}” phải là một tỷ lệ như 3/4.", En: "{field}: “{value}” must be a share such as 3/4.",
	}}
)

// Kinds lists the kinds of problem of this package.
func Kinds() []problem.Kind {
	return []problem.Kind{
		Missing, Empty, NotOneOf, OutOfRange, WrongCount, TooLong, TooManyLetters, Blank, ControlCharacter,
		NotADate, NotAPhone, NotAnEmail, NotATaxCode, WrongTaxCode, NotAProvince, NotACommune, NotAnID, NotAHash,
		UnsafeFileName, NotAProductCode, NotAReceipt, LookalikeReceipt, NotAReverseDomain, NotPages, NotAQuorum,
		NotAnyProvince, NotATotal, NotALink,
	}
}
