package trace

import (
	"slices"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with a key.
var (
	notKey = problem.Kind{Code: "TRACE-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "“{epc}” không phải mã theo chuẩn GS1 hay một địa chỉ (URI) đọc được.",
		En: "“{epc}” is neither a GS1 key nor an address (URI) that can be read.",
	}}
	wrongLength = problem.Kind{Code: "TRACE-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mã {key} phải có đúng {length} chữ số.",
		En: "The key {key} must have {length} digits.",
	}}
	wrongCheckDigit = problem.Kind{Code: "TRACE-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mã {key} sai số kiểm tra: chữ số cuối là {found}, đúng ra phải là {expected}. Hãy đối chiếu lại mã in trên nhãn.",
		En: "The key {key} has a wrong check digit: its last digit is {found} and should be {expected}. Compare it with the label.",
	}}
	badPart = problem.Kind{Code: "TRACE-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Số lô, số sê-ri hoặc phần mở rộng “{part}” phải có từ 1 đến 20 ký tự: chữ không dấu, chữ số và dấu câu thông dụng.",
		En: "The lot, serial or extension “{part}” must have 1 to 20 characters: plain letters, digits and common signs.",
	}}
)

// What can be wrong with a document or one of its events.
var (
	noForm = problem.Kind{Code: "TRACE-05", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Không phải tài liệu EPCIS 2.0: mục type phải là EPCISDocument, EPCISQueryDocument hoặc loại của một sự kiện.",
		En: "This is no EPCIS 2.0 document: its type must be EPCISDocument, EPCISQueryDocument or that of an event.",
	}}
	badTime = problem.Kind{Code: "TRACE-06", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "“{value}” không phải thời điểm có ngày, giờ và múi giờ, như 2026-08-05T07:30:00+07:00.",
		En: "“{value}” is not a time with its date, hour and offset, such as 2026-08-05T07:30:00+07:00.",
	}}
	badOffset = problem.Kind{Code: "TRACE-07", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "“{value}” không phải múi giờ như +07:00.",
		En: "“{value}” is not an offset such as +07:00.",
	}}
	badWord = problem.Kind{Code: "TRACE-08", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "“{value}” không có trong bộ từ vựng của EPCIS cho mục {name}, và cũng không phải địa chỉ (URI).",
		En: "“{value}” is not in EPCIS' vocabulary for {name}, nor an address (URI).",
	}}
	badQuantity = problem.Kind{Code: "TRACE-09", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Số lượng {value} phải là số không âm, có nhiều nhất 15 chữ số trước dấu phẩy và 9 chữ số sau.",
		En: "The quantity {value} must not be below 0, nor have over 15 digits before the point or 9 behind it.",
	}}
	badUnit = problem.Kind{Code: "TRACE-10", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "“{value}” không phải mã đơn vị tính của UN/CEFACT, như KGM, LTR, H87.",
		En: "“{value}” is not a unit code of UN/CEFACT, such as KGM, LTR, H87.",
	}}
	noNamespace = problem.Kind{Code: "TRACE-11", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Ở đây chuẩn EPCIS không có mục {name}; mục riêng phải có tiền tố, như ocop:{name}.",
		En: "EPCIS has no member {name} here; one of your own needs a prefix, such as ocop:{name}.",
	}}
	nothingNamed = problem.Kind{Code: "TRACE-12", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Sự kiện {type} không nêu hàng hóa nào: thiếu một trong các mục {names}.",
		En: "The {type} names no goods: it needs one of {names}.",
	}}
	ilmdNotAdded = problem.Kind{Code: "TRACE-13", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Mục ilmd chỉ dùng khi hàng hóa mới có (action là ADD).",
		En: "Member ilmd is for goods that come into being (action ADD).",
	}}
	notURI = problem.Kind{Code: "TRACE-14", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "“{value}” không phải địa chỉ (URI).",
		En: "“{value}” is not an address (URI).",
	}}
	badVersion = problem.Kind{Code: "TRACE-15", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Phiên bản “{value}” của EPCIS không đọc được ở đây: cần 2.0 hoặc một bản 2.x.",
		En: "EPCIS version “{value}” is not read here: it must be 2.0 or another 2.x.",
	}}
)

// What does not fit in a chain.
var (
	usedBeforeMade = problem.Kind{Code: "TRACE-20", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{epc} được dùng hoặc đi tiếp lúc {time}, trước khi được làm ra lúc {made}.",
		En: "{epc} was used or went on at {time}, before it was made at {made}.",
	}}
	moreUsed = problem.Kind{Code: "TRACE-21", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{epc} được dùng {used} {unit}, nhiều hơn {made} {unit} đã có.",
		En: "{epc}: {used} {unit} were used, more than the {made} {unit} there were.",
	}}
	loop = problem.Kind{Code: "TRACE-22", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Chuỗi quay vòng: {epc} được làm từ chính nó, qua {count} lô.",
		En: "The chain runs in a circle: {epc} is made of itself, by way of {count} lots.",
	}}
	notMade = problem.Kind{Code: "TRACE-23", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{epc} được xuất đi nhưng không có sự kiện nào cho biết được làm ra hay thu hoạch ở đâu.",
		En: "{epc} was shipped, but no event says where it was made or harvested.",
	}}
	neverShipped = problem.Kind{Code: "TRACE-24", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{epc} được nhận lúc {time} nhưng không có sự kiện xuất đi trước đó.",
		En: "{epc} was received at {time}, but nothing says that it was shipped before.",
	}}
	noSuchPlace = problem.Kind{Code: "TRACE-25", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Nơi diễn ra sự kiện ({place}) không có mã địa điểm (GLN) hay tọa độ.",
		En: "The place of this event ({place}) has neither a GLN nor coordinates.",
	}}
	leastContent = problem.Kind{Code: "TRACE-26", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{epc}: thiếu {element} (nội dung tối thiểu của truy xuất nguồn gốc, Thông tư 02/2024/TT-BKHCN).",
		En: "{epc}: {element} is missing (least content of a trace, Circular 02/2024/TT-BKHCN).",
	}}
	badStar = problem.Kind{Code: "TRACE-27", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{epc}: hạng sao phải là số từ 3 đến 5, không phải {value}.",
		En: "{epc}: the star must be 3 to 5, not {value}.",
	}}
	nestedTooDeep = problem.Kind{Code: "TRACE-28", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{epc} nằm trong hơn {limit} lớp bao bì, hoặc nằm trong chính nó; lớp này không được tính.",
		En: "{epc} is packed in over {limit} layers, or in itself; this layer is not counted.",
	}}
	tooMuch = problem.Kind{Code: "TRACE-29", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Các chuỗi quá dài để nêu hết cùng lúc. Hãy truy xuất ít tài liệu hơn một lần.",
		En: "The chains are too long to be told all at once. Trace fewer documents at a time.",
	}}
	unknownContents = problem.Kind{Code: "TRACE-30", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{epc} được xuất đi nhưng không có sự kiện đóng gói nào cho biết bên trong có gì.",
		En: "{epc} was shipped, but no event says what was packed in it.",
	}}
	badCode = problem.Kind{Code: "TRACE-31", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{epc}: mã sản phẩm OCOP “{value}” không đúng dạng: {detail}",
		En: "{epc}: the OCOP product code “{value}” is not well formed: {detail}",
	}}
	moreShipped = problem.Kind{Code: "TRACE-34", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{epc}: từ {place} đã đi {left} {unit} (dùng, xuất, bán), nhiều hơn {made} {unit} được làm ra.",
		En: "{epc}: {left} {unit} left {place} (used, shipped, sold), more than the {made} {unit} that were made.",
	}}
	sameID = problem.Kind{Code: "TRACE-35", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Hai sự kiện cùng mang mã {id} nhưng nội dung khác nhau; chỉ tính sự kiện trước.",
		En: "Two events have the ID {id} and yet say different things; only the earlier one counts.",
	}}
	noShelfLife = problem.Kind{Code: "TRACE-36", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{epc}: chưa ghi {element} (nội dung tối thiểu của truy xuất nguồn gốc, Thông tư 02/2024/TT-BKHCN); hàng không hư hỏng theo thời gian thì không có.",
		En: "{epc}: {element} is not told (least content of a trace, Circular 02/2024/TT-BKHCN); goods that do not spoil have none.",
	}}
	unplaced = problem.Kind{Code: "TRACE-32", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Nơi chốn cần mã địa điểm (GLN), hoặc vĩ độ từ -90 đến 90 và kinh độ từ -180 đến 180.",
		En: "A place needs a GLN, or a latitude of -90 to 90 and a longitude of -180 to 180.",
	}}
	noTime = problem.Kind{Code: "TRACE-33", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Việc này chưa ghi thời điểm.",
		En: "This work has no time.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return slices.Concat([]problem.Kind{notKey, wrongLength, wrongCheckDigit, badPart},
		[]problem.Kind{noForm, badTime, badOffset, badWord, badQuantity, badUnit, noNamespace, nothingNamed, ilmdNotAdded, notURI, badVersion},
		[]problem.Kind{usedBeforeMade, moreUsed, loop, notMade, neverShipped, noSuchPlace, leastContent, badStar, nestedTooDeep, tooMuch, unknownContents, badCode, unplaced, noTime, moreShipped, sameID, noShelfLife})
}
