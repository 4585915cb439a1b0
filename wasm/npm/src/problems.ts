// What can go wrong outside the module: the same shape as the module's problems.

import type { Problem, ProblemCode } from "./types.js";
import { visible } from "./visible.js";

/** A message in Vietnamese and in English. */
export type Words = readonly [vi: string, en: string];

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
  "MODULE-17": ["Worker đã được tắt, không còn nhận việc.", "The worker was ended and takes no more calls."],
  "MODULE-18": ["Trang này không cho chạy WebAssembly: máy chủ phải thêm 'wasm-unsafe-eval' vào script-src của Content-Security-Policy. Dữ liệu đã nhập vẫn được giữ.", "This page does not allow WebAssembly: its server has to add 'wasm-unsafe-eval' to script-src of the Content-Security-Policy. What was entered is kept."],
  "MODULE-19": ["Máy chủ không đưa được {name} (mã HTTP {status}). Hãy thử lại sau; nếu vẫn vậy, báo cho người quản trị trang.", "The server does not hand out {name} (HTTP {status}). Try again later; if that does not help, tell those who run the page."],
  "MODULE-20": ["Ở địa chỉ của {name} là một trang web, không phải tệp đó: tệp chưa được chép cùng trang. Hãy báo cho người quản trị trang.", "At the address of {name} stands a web page and not the file: it was not put beside the page. Tell those who run the page."],
  "MODULE-21": ["{name} không phải JSON dùng được ({reason}): tệp có thể đã bị cắt cụt.", "{name} is no JSON that can be used ({reason}); it may be cut short."],
  "MODULE-22": ["Trang này đòi Trusted Types: máy chủ phải thêm ocop vào trusted-types của Content-Security-Policy thì mới chạy được worker.", "This page asks for Trusted Types: its server has to add ocop to trusted-types of the Content-Security-Policy before a worker can run."],
  // What the Go library says of it, in the same words.
  "DOCUMENT-01": ["Không có loại tài liệu {kind}; chọn dossier, sheet, council hoặc plan.", "There is no kind of document {kind}; it is dossier, sheet, council or plan."],
} as const satisfies Record<string, Words>;

/** The codes of what is found outside the module. */
export type Code = keyof typeof kinds;

// Two copies of this script may meet in a page, as the form is one whole file: each
// knows the errors of the other.
const mark = Symbol.for("@ocop-vn/ocop: errors");
const shared = globalThis as Record<symbol, WeakSet<object> | undefined>;
const made = (shared[mark] ??= new WeakSet());

/** An error that carries problems: code, path, severity, layer, message in vi and en, params. */
export class OcopError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    // The text goes to consoles and terminals; the problems themselves stay as they are.
    super(problems.map((p) => visible(`${p.code}${p.path ? ` ${p.path}` : ""}: ${p.message.en}`)).join("\n"));
    this.name = "OcopError";
    this.problems = problems;
    made.add(this);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isOcopError(value);
  }
}

/** Whether something thrown is an OcopError; asks nothing of it. */
export const isOcopError = (error: unknown): error is OcopError => made.has(error as object);

export type Params = Record<string, string | number>;

/** A problem that is found outside the module, of a kind: its message in vi and en. */
export function problemOf([vi, en]: Words, code: ProblemCode, params: Params = {}, path = ""): Problem {
  const values = new Map(Object.entries(params).map(([name, value]) => [name, cut(String(value))]));
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? "");
  return { code, path, severity: "error", layer: "rule", message: { vi: fill(vi), en: fill(en) }, params: Object.fromEntries(values) };
}

/** The error of one such problem. */
export function failure(code: Code, params?: Params, path?: string): OcopError {
  return new OcopError([problemOf(kinds[code], code, params, path)]);
}

/** Whether an error is of one of these codes. */
export const isOf = (error: unknown, ...codes: Code[]): boolean =>
  isOcopError(error) && codes.some((code) => error.problems[0]?.code === code);

const most = 80; // bytes of a caller's value that a message repeats, as in Go

/** The beginning of a long value, whole characters only. */
export function cut(text: string): string {
  const bytes = new TextEncoder().encode(text.slice(0, most + 1));
  if (bytes.length <= most) return text;
  return `${new TextDecoder().decode(bytes.subarray(0, most), { stream: true })}…`;
}
