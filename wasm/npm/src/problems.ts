// What can go wrong outside the module: the same shape as the module's problems.

import { visible } from "./visible.js";

const kinds = {
  "MODULE-03": ["Trình duyệt này không chạy được WebAssembly nên chưa tính được điểm. Dữ liệu đã nhập vẫn được giữ.", "This browser cannot run WebAssembly, so there is no score. What was entered is kept."],
  "MODULE-04": ["Không tải được {name} ({reason}). Kiểm tra đường mạng rồi thử lại.", "Could not load {name} ({reason}). Check the connection and try again."],
  "MODULE-05": ["{name} không đúng mã kiểm tra (integrity): tệp đã bị sửa hoặc thuộc phiên bản khác.", "{name} does not have the expected hash (integrity): it was changed, or is of another version."],
  "MODULE-06": ["{name} không phải là mô-đun dùng được, có thể đã bị cắt cụt ({reason}).", "{name} is not a module that can be used; it may be cut short ({reason})."],
  "MODULE-07": ["Chưa có bản chữ {name}: tải trước bằng loadWords.", "The words {name} are not loaded: load them first with loadWords."],
  "MODULE-08": ["Chưa có phần kiểm tra hồ sơ: tải trước bằng loadChecks.", "The checks of dossiers are not loaded: load them first with loadChecks."],
  "MODULE-09": ["Mô-đun dừng đột ngột ({reason}) và đã được khởi động lại. Dữ liệu đã nhập không mất; hãy thử lại.", "The module stopped ({reason}) and was started anew. Nothing that was entered is lost; try again."],
  "MODULE-10": ["Ở đây có {foundVi}; chỉ nhận dữ liệu thuần như trong JSON.", "Here is {found}; only plain data is taken, as JSON has it."],
  "MODULE-11": ["Bản chữ {name} không khớp với mô-đun ({member}): bản chữ cũ gặp mô-đun mới, hoặc ngược lại. Hãy tải lại trang, bỏ qua bộ nhớ đệm (Ctrl+Shift+R).", "The words {name} do not fit the module ({member}): old words met a new module, or new ones an old. Reload the page past the cache (Ctrl+Shift+R)."],
  "MODULE-12": ["integrity của {name} không đúng dạng; mỗi mã là sha256-, sha384- hoặc sha512- rồi base64 đủ độ dài. Chưa tải gì.", "The integrity of {name} is malformed; each hash is sha256-, sha384- or sha512- and then base64 of the right length. Nothing was loaded."],
  "MODULE-13": ["Không kiểm tra được integrity của {name} ở đây, nên không dùng tệp này: {reasonVi}.", "The integrity of {name} cannot be verified here, so the file is not used: {reason}."],
  "MODULE-14": ["Không có tùy chọn {name}; các tùy chọn là {names}.", "There is no option {name}; the options are {names}."],
  "MODULE-15": ["Không có bản chữ {name}.", "There are no words {name}."],
  "MODULE-16": ["Nguồn của {name} phải là một trong url, module hoặc bytes, không phải nhiều hơn một.", "The source of {name} is one of url, module and bytes, not more than one."],
  // What the Go library says of it, in the same words.
  "DOCUMENT-01": ["Không có loại tài liệu {kind}; chọn dossier, sheet, council hoặc plan.", "There is no kind of document {kind}; it is dossier, sheet, council or plan."],
};

const made = new WeakSet();

/** An error that carries problems: code, path, severity, layer, message in vi and en, params. */
export class OcopError extends Error {
  constructor(problems) {
    // The text goes to consoles and terminals; the problems themselves stay as they are.
    super(problems.map((p) => visible(`${p.code}${p.path ? ` ${p.path}` : ""}: ${p.message.en}`)).join("\n"));
    this.name = "OcopError";
    this.problems = problems;
    made.add(this);
  }
}

/** Whether something thrown is an OcopError; unlike instanceof this asks nothing of it. */
export const isOcopError = (error) => made.has(error);

/** A problem that is found outside the module, of a kind: its message in vi and en. */
export function problemOf([vi, en], code, params = {}, path = "") {
  const values = new Map(Object.entries(params).map(([name, value]) => [name, cut(String(value))]));
  const fill = (text) => text.replace(/\{(\w+)\}/g, (_, name) => values.get(name));
  return { code, path, severity: "error", layer: "rule", message: { vi: fill(vi), en: fill(en) }, params: Object.fromEntries(values) };
}

/** The error of one such problem. */
export function failure(code, params = {}, path = "") {
  return new OcopError([problemOf(kinds[code], code, params, path)]);
}

const most = 80; // bytes of a caller's value that a message repeats, as in Go

/** The beginning of a long value, whole characters only. */
export function cut(text) {
  const bytes = new TextEncoder().encode(text.slice(0, most + 1));
  if (bytes.length <= most) return text;
  return `${new TextDecoder().decode(bytes.subarray(0, most), { stream: true })}…`;
}
