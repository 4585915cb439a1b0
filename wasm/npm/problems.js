// What can go wrong outside the module: the same shape as the module's problems.

const kinds = {
  "MODULE-03": ["Trình duyệt này không chạy được WebAssembly nên chưa tính được điểm. Dữ liệu đã nhập vẫn được giữ.", "This browser cannot run WebAssembly, so there is no score. What was entered is kept."],
  "MODULE-04": ["Không tải được {name} ({reason}). Kiểm tra đường mạng rồi thử lại.", "Could not load {name} ({reason}). Check the connection and try again."],
  "MODULE-05": ["{name} không đúng mã kiểm tra SHA-384: tệp đã bị sửa hoặc thuộc phiên bản khác.", "{name} does not have the expected SHA-384: it was changed, or is of another version."],
  "MODULE-06": ["{name} không phải là mô-đun dùng được, có thể đã bị cắt cụt ({reason}).", "{name} is not a module that can be used; it may be cut short ({reason})."],
  "MODULE-07": ["Chưa có bản chữ {name}: tải trước bằng loadWords.", "The words {name} are not loaded: load them first with loadWords."],
  "MODULE-08": ["Chưa có phần kiểm tra hồ sơ: tải trước bằng loadChecks.", "The checks of dossiers are not loaded: load them first with loadChecks."],
  "MODULE-09": ["Mô-đun dừng đột ngột ({reason}) và đã được khởi động lại. Dữ liệu đã nhập không mất; hãy thử lại.", "The module stopped ({reason}) and was started anew. Nothing that was entered is lost; try again."],
  "MODULE-10": ["Giá trị này không viết được thành JSON ({reason}).", "This value cannot be written as JSON ({reason})."],
  "MODULE-11": ["{name} không phải bản chữ của {edition}.", "{name} does not hold the words of {edition}."],
};

/** An error that carries problems: code, path, severity, layer, message in vi and en, params. */
export class OcopError extends Error {
  constructor(problems) {
    super(problems.map((p) => `${p.code}${p.path ? ` ${p.path}` : ""}: ${p.message.en}`).join("\n"));
    this.name = "OcopError";
    this.problems = problems;
  }
}

/** The error of one problem that is found outside the module. */
export function failure(code, params = {}) {
  const fill = (text) => text.replace(/\{(\w+)\}/g, (_, name) => params[name]);
  const [vi, en] = kinds[code];
  return new OcopError([{ code, path: "", severity: "error", layer: "rule", message: { vi: fill(vi), en: fill(en) }, params }]);
}
