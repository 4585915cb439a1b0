// Made by make wasm from ocop/pack: messages by code, in Vietnamese and English, and what a package may cost.
export const kinds = {
  "JSON-11": [
    "Còn lỗi khác không nêu ở đây: chỉ nêu {limit} lỗi đầu.",
    "There are more problems than are shown: these are the first {limit}."
  ],
  "PACK-01": [
    "Đây không phải là tệp ZIP.",
    "This is not a ZIP file."
  ],
  "PACK-02": [
    "Tệp ZIP bị cụt: thiếu phần cuối. Hãy gửi hoặc tải lại.",
    "The ZIP file is cut short: its end is missing. Send or fetch it again."
  ],
  "PACK-03": [
    "Không đọc được gói đến hết: {detail}.",
    "The package cannot be read to its end: {detail}."
  ],
  "PACK-04": [
    "Danh mục của tệp ZIP bị hỏng.",
    "The ZIP file's directory is broken."
  ],
  "PACK-05": [
    "Từ byte thứ {offset}, tệp ZIP có dữ liệu không thuộc tệp nào trong gói.",
    "From byte {offset} on the ZIP file has data that belong to no file in it."
  ],
  "PACK-06": [
    "Tệp {name}: tên, kích thước hoặc cách nén ghi ở danh mục khác với ghi ở đầu tệp.",
    "File {name}: the directory and the file's own header differ in name, size or method."
  ],
  "PACK-07": [
    "Tệp {name} nằm chồng lên phần khác của tệp ZIP.",
    "File {name} overlaps another part of the ZIP file."
  ],
  "PACK-08": [
    "Gói có {count} tệp, nhiều hơn mức {limit} tệp được nhận.",
    "The package has {count} files; at most {limit} are taken."
  ],
  "PACK-09": [
    "{name}: dung lượng {size} byte, vượt mức {limit} byte được nhận.",
    "{name}: {size} bytes; at most {limit} are taken."
  ],
  "PACK-10": [
    "Gói {packed} byte mà mở ra thành {size} byte, gấp hơn {limit} lần: giống gói làm ra để gây quá tải.",
    "The package of {packed} bytes unpacks to {size}, over {limit} times as much, as packages do that are made to overload."
  ],
  "PACK-11": [
    "Tệp {name} bị khóa bằng mật khẩu.",
    "File {name} is encrypted."
  ],
  "PACK-12": [
    "Tệp {name} nén theo cách số {method}; chỉ nhận 0 (không nén) và 8 (deflate).",
    "File {name} is compressed by method {method}; 0 (stored) and 8 (deflate) are taken."
  ],
  "PACK-13": [
    "Tệp {name} có phần mở rộng hoặc ghi chú của ZIP mà gói hồ sơ không dùng.",
    "File {name} bears a ZIP extension or comment that a package does not use."
  ],
  "PACK-14": [
    "Tên tệp {name} có thể dẫn ra ngoài thư mục của gói.",
    "The file name {name} may lead out of the package's folder."
  ],
  "PACK-15": [
    "{name} không phải là tệp thường (có thể là thư mục, liên kết hoặc thiết bị).",
    "{name} is no ordinary file (but a folder, a link or a device, say)."
  ],
  "PACK-16": [
    "Tên tệp {name} trùng với {other}: nhiều máy coi hai tên này là một.",
    "The file name {name} is that of {other} as well: many systems take the two for one."
  ],
  "PACK-17": [
    "Tên tệp {name} không ghi bằng UTF-8 dựng sẵn (NFC), hoặc không được đánh dấu là UTF-8.",
    "The file name {name} is not in composed UTF-8 (NFC), or not marked as UTF-8."
  ],
  "PACK-18": [
    "Tệp {name} bị hỏng, không giải nén được trọn vẹn.",
    "File {name} is damaged and cannot be unpacked whole."
  ],
  "PACK-20": [
    "Thiếu tệp {name}.",
    "The file {name} is missing."
  ],
  "PACK-21": [
    "Thừa tệp {name}: gói chỉ có hồ sơ, các tệp mà hồ sơ nêu và các tệp của BagIt.",
    "The file {name} does not belong here: a package has the dossier, the files that it names, and those of BagIt."
  ],
  "PACK-22": [
    "Tệp {name} có {size} byte, hồ sơ ghi {expected} byte.",
    "File {name} has {size} bytes; the dossier says {expected}."
  ],
  "PACK-23": [
    "Tệp {name} đã bị thay đổi: mã băm SHA-256 không khớp.",
    "File {name} was changed: its SHA-256 is another."
  ],
  "PACK-24": [
    "Mã băm của tệp {name} trong danh sách của gói khác với mã băm ghi trong hồ sơ.",
    "The manifest and the dossier give other hashes for file {name}."
  ],
  "PACK-25": [
    "Gói theo BagIt phiên bản {version}; chỉ nhận phiên bản 1.0.",
    "The bag is of BagIt version {version}; 1.0 is taken."
  ],
  "PACK-26": [
    "Các tệp của BagIt ghi bằng {encoding}; chỉ nhận UTF-8.",
    "The tag files are in {encoding}; UTF-8 is taken."
  ],
  "PACK-27": [
    "Tệp {name} của gói viết sai ở dòng {line}.",
    "The tag file {name} is wrong in line {line}."
  ],
  "PACK-28": [
    "Gói có danh sách {name} nhưng không có manifest-sha256.txt; chỉ nhận SHA-256.",
    "The bag has the manifest {name} and no manifest-sha256.txt; SHA-256 is taken."
  ],
  "PACK-29": [
    "Danh sách {manifest} ghi tệp {name} hai lần.",
    "The manifest {manifest} lists the file {name} twice."
  ],
  "PACK-30": [
    "Danh sách {manifest} không ghi tệp {name}.",
    "The manifest {manifest} does not list the file {name}."
  ],
  "PACK-31": [
    "bag-info.txt ghi Payload-Oxum {value}, thực tế là {expected}.",
    "bag-info.txt gives the Payload-Oxum {value}; it is {expected}."
  ],
  "PACK-32": [
    "Tài liệu {id} và {other} cùng tên tệp {name} nhưng ghi dung lượng hoặc mã băm khác nhau; một gói chỉ có một tệp mang tên này.",
    "Pieces {id} and {other} have the file name {name} and give other sizes or hashes; a package has one file of that name."
  ]
};
export const limits = {
  "bytes": 20000000000,
  "document": 1048576,
  "fileBytes": 2000000000,
  "files": 1000,
  "free": 100000000,
  "output": 524288,
  "problems": 500,
  "ratio": 200,
  "tagBytes": 1048576
};
