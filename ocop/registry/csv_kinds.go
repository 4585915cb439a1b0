package registry

import (
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with a table, its header and its rows.
var (
	notATable = problem.Kind{Code: "REGISTER-30", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Dòng đầu không phải dòng tên cột: không có cột nào trong số {columns}. Không đọc tiếp.",
		En: "The first line is no header: it has none of {columns}. Nothing more was read.",
	}}
	unknownColumn = problem.Kind{Code: "REGISTER-31", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Cột “{column}” không có trong bản ghi sản phẩm: bỏ qua cột này.",
		En: "Records have no column “{column}”: it was left aside.",
	}}
	missingColumn = problem.Kind{Code: "REGISTER-32", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Thiếu cột {column}.",
		En: "The column {column} is missing.",
	}}
	columnTwice = problem.Kind{Code: "REGISTER-33", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Cột {column} có hai lần: chỉ đọc cột đứng trước.",
		En: "The column {column} stands twice: only the first was read.",
	}}
	tooManyCells = problem.Kind{Code: "REGISTER-34", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Dòng có {cells} ô trong khi chỉ có {columns} cột có tên: các ô bị lệch cột.",
		En: "The row has {cells} cells where {columns} columns have names: its cells are shifted.",
	}}
	halfRow = problem.Kind{Code: "REGISTER-35", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Dòng chỉ có {cells} ô trong {columns} cột: bị mất một phần hoặc bị lệch cột.",
		En: "The row has only {cells} cells of {columns} columns: a part of it is gone, or it is shifted.",
	}}
	shortRow = problem.Kind{Code: "REGISTER-36", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Dòng chỉ có {cells} ô trong {columns} cột: các ô còn lại coi như để trống.",
		En: "The row has only {cells} cells of {columns} columns: the rest was taken as empty.",
	}}
	rowTooLong = problem.Kind{Code: "REGISTER-37", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Dòng dài hơn {limit} byte, có thể do thiếu dấu ngoặc kép đóng: bỏ qua dòng này, đọc tiếp từ dòng sau.",
		En: "The row is longer than {limit} bytes, perhaps for want of a closing quote: reading goes on at the next line.",
	}}
	wrongQuote = problem.Kind{Code: "REGISTER-38", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Dấu ngoặc kép đặt sai hoặc không đóng ở cột {column}: bỏ qua dòng này, đọc tiếp từ dòng sau.",
		En: "A quote is out of place or not closed in the column {column}: reading goes on at the next line.",
	}}
	otherEncoding = problem.Kind{Code: "REGISTER-39", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Cột {column} không phải UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258). Hãy lưu lại tệp dạng “CSV UTF-8”.",
		En: "The column {column} is not UTF-8 (perhaps TCVN3, VNI or Windows-1258). Save the file as “CSV UTF-8”.",
	}}
	aFormula = problem.Kind{Code: "REGISTER-40", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Cột {column}: ô là công thức “{value}”; hãy dán giá trị thay cho công thức.",
		En: "Column {column}: the cell is a formula, “{value}”; paste its value instead.",
	}}
	likeFormula = problem.Kind{Code: "REGISTER-41", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Cột {column}: “{value}” bắt đầu như một công thức; đã đọc như chữ.",
		En: "Column {column}: “{value}” begins like a formula; it was read as text.",
	}}
	zerosLost = problem.Kind{Code: "REGISTER-42", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Cột {column}: “{value}” bị Excel bỏ số 0 ở đầu; đã đọc là {read}. Hãy định dạng cột là Text.",
		En: "Column {column}: Excel took the zeros from the front of “{value}”; it was read as {read}. Format the column as text.",
	}}
	scientific = problem.Kind{Code: "REGISTER-43", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Cột {column}: “{value}” là số mà Excel đã rút gọn, các chữ số sau đã mất. Hãy nhập lại và định dạng cột là Text.",
		En: "Column {column}: “{value}” is what Excel made of a long number, its last digits are lost. Enter it again and format the column as text.",
	}}
	turnedIntoDay = problem.Kind{Code: "REGISTER-44", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Cột {column}: “{value}” là ngày tháng mà Excel đã đổi từ mã số. Hãy nhập lại và định dạng cột là Text.",
		En: "Column {column}: “{value}” is a day that Excel made of a code. Enter it again and format the column as text.",
	}}
	dayBeforeMonth = problem.Kind{Code: "REGISTER-45", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Cột {column}: “{value}” đã đọc theo thứ tự ngày/tháng/năm là {read}.",
		En: "Column {column}: “{value}” was read as day/month/year, {read}.",
	}}
	monthBeforeDay = problem.Kind{Code: "REGISTER-46", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Cột {column}: “{value}” không phải ngày/tháng/năm; có vẻ tệp ghi tháng trước ngày. Hãy ghi dạng năm-tháng-ngày.",
		En: "Column {column}: “{value}” is not day/month/year; the file seems to put the month first. Write year-month-day.",
	}}
	notANumber = problem.Kind{Code: "REGISTER-47", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Cột {column}: “{value}” không phải là số nguyên.",
		En: "Column {column}: “{value}” is not a whole number.",
	}}
	doubtful = problem.Kind{Code: "REGISTER-48", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Cột {column}: “{value}” có thể đã bị Excel đổi; xem lại với giấy tờ gốc.",
		En: "Column {column}: Excel may have changed “{value}”; compare it with the paper.",
	}}
	notRecords = problem.Kind{Code: "REGISTER-49", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp là {what}; chỉ đọc bản ghi dạng JSON Lines (mỗi dòng một bản ghi) hoặc CSV.",
		En: "The file is {what}; records are read from JSON Lines (a record a line) or CSV.",
	}}
)

func tableKinds() []problem.Kind {
	return []problem.Kind{
		notATable, unknownColumn, missingColumn, columnTwice, tooManyCells, halfRow, shortRow, rowTooLong, wrongQuote, otherEncoding,
		aFormula, likeFormula, zerosLost, scientific, turnedIntoDay, dayBeforeMonth, monthBeforeDay, notANumber, doubtful, notRecords,
	}
}

// tableBudget is that of a row: that of the record in it.
func tableBudget() budget.Budget { return budget.Sheet() }
