package pack

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with the ZIP.
var (
	notAZip = problem.Kind{Code: "PACK-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Đây không phải là tệp ZIP.", En: "This is not a ZIP file.",
	}}
	truncated = problem.Kind{Code: "PACK-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp ZIP bị cụt: thiếu phần cuối. Hãy gửi hoặc tải lại.", En: "The ZIP file is cut short: its end is missing. Send or fetch it again.",
	}}
	unreadable = problem.Kind{Code: "PACK-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không đọc được gói đến hết: {detail}.", En: "The package cannot be read to its end: {detail}.",
	}}
	malformed = problem.Kind{Code: "PACK-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Danh mục của tệp ZIP bị hỏng.", En: "The ZIP file's directory is broken.",
	}}
	stray = problem.Kind{Code: "PACK-05", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Từ byte thứ {offset}, tệp ZIP có dữ liệu không thuộc tệp nào trong gói.", En: "From byte {offset} on the ZIP file has data that belong to no file in it.",
	}}
	disagreeing = problem.Kind{Code: "PACK-06", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp {name}: tên, kích thước hoặc cách nén ghi ở danh mục khác với ghi ở đầu tệp.", En: "File {name}: the directory and the file's own header differ in name, size or method.",
	}}
	overlapping = problem.Kind{Code: "PACK-07", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp {name} nằm chồng lên phần khác của tệp ZIP.", En: "File {name} overlaps another part of the ZIP file.",
	}}
	tooManyFiles = problem.Kind{Code: "PACK-08", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Gói có {count} tệp, nhiều hơn mức {limit} tệp được nhận.", En: "The package has {count} files; at most {limit} are taken.",
	}}
	tooLarge = problem.Kind{Code: "PACK-09", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{name}: dung lượng {size} byte, vượt mức {limit} byte được nhận.", En: "{name}: {size} bytes; at most {limit} are taken.",
	}}
	tooDense = problem.Kind{Code: "PACK-10", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Gói {packed} byte mà mở ra thành {size} byte, gấp hơn {limit} lần: giống gói làm ra để gây quá tải.", En: "The package of {packed} bytes unpacks to {size}, over {limit} times as much, as packages do that are made to overload.",
	}}
	encrypted = problem.Kind{Code: "PACK-11", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp {name} bị khóa bằng mật khẩu.", En: "File {name} is encrypted.",
	}}
	unknownMethod = problem.Kind{Code: "PACK-12", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp {name} nén theo cách số {method}; chỉ nhận 0 (không nén) và 8 (deflate).", En: "File {name} is compressed by method {method}; 0 (stored) and 8 (deflate) are taken.",
	}}
	unknownFeature = problem.Kind{Code: "PACK-13", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp {name} có phần mở rộng hoặc ghi chú của ZIP mà gói hồ sơ không dùng.", En: "File {name} bears a ZIP extension or comment that a package does not use.",
	}}
	unsafeName = problem.Kind{Code: "PACK-14", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tên tệp {name} có thể dẫn ra ngoài thư mục của gói.", En: "The file name {name} may lead out of the package's folder.",
	}}
	special = problem.Kind{Code: "PACK-15", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{name} không phải là tệp thường (có thể là thư mục, liên kết hoặc thiết bị).", En: "{name} is no ordinary file (but a folder, a link or a device, say).",
	}}
	nameTwice = problem.Kind{Code: "PACK-16", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tên tệp {name} trùng với {other}: nhiều máy coi hai tên này là một.", En: "The file name {name} is that of {other} as well: many systems take the two for one.",
	}}
	notComposed = problem.Kind{Code: "PACK-17", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tên tệp {name} không ghi bằng UTF-8 dựng sẵn (NFC), hoặc không được đánh dấu là UTF-8.", En: "The file name {name} is not in composed UTF-8 (NFC), or not marked as UTF-8.",
	}}
	damaged = problem.Kind{Code: "PACK-18", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp {name} bị hỏng, không giải nén được trọn vẹn.", En: "File {name} is damaged and cannot be unpacked whole.",
	}}
)

// What can be wrong with the bag, and with its files beside the dossier.
var (
	missing = problem.Kind{Code: "PACK-20", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Thiếu tệp {name}.", En: "The file {name} is missing.",
	}}
	unexpected = problem.Kind{Code: "PACK-21", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Thừa tệp {name}: gói chỉ có hồ sơ, các tệp mà hồ sơ nêu và các tệp của BagIt.", En: "The file {name} does not belong here: a package has the dossier, the files that it names, and those of BagIt.",
	}}
	wrongSize = problem.Kind{Code: "PACK-22", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp {name} có {size} byte, hồ sơ ghi {expected} byte.", En: "File {name} has {size} bytes; the dossier says {expected}.",
	}}
	changed = problem.Kind{Code: "PACK-23", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp {name} đã bị thay đổi: mã băm SHA-256 không khớp.", En: "File {name} was changed: its SHA-256 is another.",
	}}
	otherSum = problem.Kind{Code: "PACK-24", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mã băm của tệp {name} trong danh sách của gói khác với mã băm ghi trong hồ sơ.", En: "The manifest and the dossier give other hashes for file {name}.",
	}}
	otherVersion = problem.Kind{Code: "PACK-25", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Gói theo BagIt phiên bản {version}; chỉ nhận phiên bản 1.0.", En: "The bag is of BagIt version {version}; 1.0 is taken.",
	}}
	otherEncoding = problem.Kind{Code: "PACK-26", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Các tệp của BagIt ghi bằng {encoding}; chỉ nhận UTF-8.", En: "The tag files are in {encoding}; UTF-8 is taken.",
	}}
	malformedTag = problem.Kind{Code: "PACK-27", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tệp {name} của gói viết sai ở dòng {line}.", En: "The tag file {name} is wrong in line {line}.",
	}}
	otherAlgorithm = problem.Kind{Code: "PACK-28", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Gói có danh sách {name} nhưng không có manifest-sha256.txt; chỉ nhận SHA-256.", En: "The bag has the manifest {name} and no manifest-sha256.txt; SHA-256 is taken.",
	}}
	listedTwice = problem.Kind{Code: "PACK-29", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Danh sách {manifest} ghi tệp {name} hai lần.", En: "The manifest {manifest} lists the file {name} twice.",
	}}
	notListed = problem.Kind{Code: "PACK-30", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Danh sách {manifest} không ghi tệp {name}.", En: "The manifest {manifest} does not list the file {name}.",
	}}
	wrongOxum = problem.Kind{Code: "PACK-31", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "bag-info.txt ghi Payload-Oxum {value}, thực tế là {expected}.", En: "bag-info.txt gives the Payload-Oxum {value}; it is {expected}.",
	}}
	otherContent = problem.Kind{Code: "PACK-32", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tài liệu {id} và {other} cùng tên tệp {name} nhưng ghi dung lượng hoặc mã băm khác nhau; một gói chỉ có một tệp mang tên này.", En: "Pieces {id} and {other} have the file name {name} and give other sizes or hashes; a package has one file of that name.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{
		notAZip, truncated, unreadable, malformed, stray, disagreeing, overlapping, tooManyFiles, tooLarge, tooDense, encrypted,
		unknownMethod, unknownFeature, unsafeName, special, nameTwice, notComposed, damaged,
		missing, unexpected, wrongSize, changed, otherSum, otherVersion, otherEncoding, malformedTag, otherAlgorithm, listedTwice,
		notListed, wrongOxum, otherContent,
	}
}

// TooManyFiles is the problem of a package of more than MaxFiles, for callers that
// take no more where they come one by one.
func TooManyFiles(count int) problem.Problem {
	return tooManyFiles.At("", number("count", count), number("limit", MaxFiles))
}

// named is the parameter that says which file a problem is about.
func named(name string) problem.Param { return problem.Value("name", name) }

func number[T int | int64 | uint64](name string, n T) problem.Param {
	return problem.Value(name, strconv.FormatInt(int64(n), 10))
}
