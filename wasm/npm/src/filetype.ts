// What a file is that somebody opens or drops, told by what is in it, whatever its
// name. A document leaves here as the library wants it: UTF-8, without the mark that
// Windows' Notepad puts before it, out of UTF-16 with or without one. All else is
// told in plain words, with where it goes.

import { OcopError, problemOf, type Params, type Words } from "./problems.js";
import type { ProblemCode } from "./types.js";

/** Where a file is opened. */
export type Place = "form" | "dossier" | "draft" | "council";

type DocumentKind = "sheet" | "dossier" | "council" | "products" | "dossiers";

const takes: Record<Place, readonly DocumentKind[]> = { form: ["sheet", "products"], dossier: ["dossier"], draft: ["dossier", "sheet", "dossiers"], council: ["sheet", "council"] };

/**
 * The document in a file, of at most so many bytes, as the library takes it. What is
 * no document, or belongs elsewhere, is refused with an OcopError; what is wrong with
 * the document is left to the library.
 */
export async function readDocument(file: Blob, place: Place, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const format = file.size === 0 ? "empty" : formatOf(latin(await bytesOf(endsOf(file))));
  if (format) throw refused(format, place);
  if (file.size > Math.max(most, largest[place])) throw tooLarge(file.size, most);
  const bytes = asUTF8(await bytesOf(file));
  const kind = kindOf(bytes);
  if (kind === "empty" || kind === "text" || kind === "unknown") throw refused(kind, place);
  if (kind && !takes[place].includes(kind)) throw elsewhere(kind, place);
  if (bytes.length > most && kind !== "products" && kind !== "dossiers") throw tooLarge(bytes.length, most);
  return bytes;
}

/** Whether a file is a dossier's package, which is opened as one (pack.js) and is no document. */
export async function isPackage(file: Blob): Promise<boolean> {
  return formatOf(latin(await bytesOf(endsOf(file)))) === "package";
}

// No document of the library has more bytes, and no backup, as a device keeps no more.
const largest: Record<Place, number> = { form: 1 << 23, dossier: 1 << 20, draft: 1 << 26, council: 1 << 20 };
const end = 1 << 16;

/** Of a large file the beginning and the end, where a ZIP and an Office file say what is in them. */
const endsOf = (file: Blob): Blob => (file.size <= 2 * end ? file : new Blob([file.slice(0, end), file.slice(-end)]));

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new OcopError([problemOf(["Không đọc được tệp. Hãy chọn lại tệp.", "The file could not be read. Choose it again."], "FORM-02")]);
  }
}

// ---- files of others

// A byte is a letter here; those of 80 to 9F are others in browsers.
const latin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

// An Office file of old names its streams in UTF-16; a new one is a ZIP whose entries have the name.
const office = (stream: string): RegExp => new RegExp(`^ÐÏ\\x11à[^]*${[...stream].join("\\0")}\\0`);
const entry = "PK(?:\\x03\\x04[^]{26}|\\x01\\x02[^]{42})";
const openXML = (folder: string): RegExp => new RegExp(`^PK\\x03\\x04[^]{26}(?:\\[Content|_rels/|docProps/|customXml/|${folder})[^]*${entry}${folder}`);
const openDocument = (kind: string): RegExp => new RegExp(`^PK\\x03\\x04[^]{26}mimetypeapplication/vnd\\.oasis\\.opendocument\\.${kind}`);

// The first that fits is it.
const formats = {
  package: [new RegExp(`^PK\\x03\\x04[^]*${entry}data/dossier\\.json`)],
  word: [office("WordDocument"), openXML("word/"), openDocument("text"), /^\{\\rtf/],
  spreadsheet: [office("Workbook"), office("Book"), openXML("xl/"), openDocument("spreadsheet")],
  slides: [office("PowerPoint Document"), openXML("ppt/"), openDocument("presentation")],
  office: [/^ÐÏ\x11à/],
  pdf: [/^\s*%PDF-/],
  image: [/^ÿØÿ/, /^.PNG\r\n/, /^GIF8/, /^RIFF[^]{4}WEBP/, /^[^]{4}ftyp(?:hei|hev|mif1|msf1|avi[fs])/, /^(?:II\*\0|MM\0\*)/, /^BM[^]{4}\0{4}/],
  film: [/^[^]{4}ftyp/],
  archive: [/^PK(?:\x03\x04|\x05\x06)/, /^Rar!/, /^7z¼¯/, /^\x1f[\x8b‹]/],
  page: [/^(?:ï»¿)?\s*<(?:!doctype html|html)/i],
} as const satisfies Record<string, readonly RegExp[]>;

type Format = keyof typeof formats | "empty" | "text" | "unknown";

const formatOf = (letters: string): Format | undefined =>
  (Object.keys(formats) as (keyof typeof formats)[]).find((format) => formats[format].some((sign) => sign.test(letters)));

// ---- documents

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding, { fatal: true }).decode(bytes);

/** What editors write, as the library reads it; what they did not write stays as it is. */
function asUTF8(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.slice(3);
  const encoding = inUTF16(a, b);
  try {
    return encoding ? new TextEncoder().encode(decode(bytes, encoding)) : bytes;
  } catch {
    return bytes; // which the library refuses
  }
}

/** Which UTF-16 a text's first two bytes are: by the mark, or where a program leaves that out by a sign in ASCII, as JSON begins. */
function inUTF16(a: number, b: number): string | undefined {
  if ((a === 0xff && b === 0xfe) || (isSign(a) && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && isSign(b))) return "utf-16be";
  return undefined;
}

/** Whether a byte is a letter, a sign or white space in ASCII. */
const isSign = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);

/** What a document is; undefined where only the library can say what is wrong with it. */
function kindOf(bytes: Uint8Array): DocumentKind | "empty" | "text" | "unknown" | undefined {
  if (bytes.includes(0)) return "unknown";
  const [first] = /\S/.exec(latin(bytes)) ?? [];
  if (first !== "{" && first !== "[") return first ? "text" : "empty";
  try {
    const document: object = JSON.parse(decode(bytes, "utf-8"));
    const has = (...names: string[]) => names.some((name) => Object.hasOwn(document, name));
    return has("products") ? "products" : has("dossiers") ? "dossiers" : has("members") ? "council" : has("producer", "product", "registration", "report") ? "dossier" : has("answers", "set", "gates") ? "sheet" : undefined;
  } catch {
    return undefined;
  }
}

// ---- what is said

const are = {
  word: ["Đây là tệp Word.", "This is a Word document."],
  spreadsheet: ["Đây là bảng tính Excel.", "This is a spreadsheet."],
  slides: ["Đây là tệp trình chiếu PowerPoint.", "These are slides."],
  office: ["Đây là tệp Office (Word, Excel…).", "This is an Office file (Word, Excel …)."],
  pdf: ["Đây là tệp PDF.", "This is a PDF."],
  image: ["Đây là ảnh.", "This is a picture."],
  film: ["Đây là phim.", "This is a film."],
  package: ["Đây là gói hồ sơ điện tử (tệp ZIP gồm hồ sơ và minh chứng).", "This is a dossier's package (a ZIP of the dossier and its evidence)."],
  archive: ["Đây là tệp nén.", "This is an archive."],
  page: ["Đây là trang web (HTML).", "This is a web page (HTML)."],
  empty: ["Tệp này trống, bên trong không có gì.", "This file is empty."],
  text: ["Đây là tệp chữ, không phải tệp dữ liệu (JSON).", "This is plain text, not data (JSON)."],
  unknown: ["Không nhận ra đây là loại tệp gì.", "What kind of file this is cannot be told."],
  sheet: ["Đây là tệp phiếu chấm.", "This is a score sheet."],
  dossier: ["Đây là tệp hồ sơ.", "This is a dossier."],
  products: ["Đây là bản sao lưu các sản phẩm đã chấm.", "This is a backup of the form's products."],
  dossiers: ["Đây là bản sao lưu các hồ sơ đang lập.", "This is a backup of the dossiers of a form."],
  council: ["Đây là tệp của hội đồng, gồm phiếu của các thành viên.", "This is a council's file, with the sheets of its members."],
} as const satisfies Record<Format | DocumentKind, Words>;

/** What is taken where. */
const taken: Record<Place, Words> = {
  form: ["Ở đây chỉ mở được tệp phiếu chấm (.json) đã tải về từ biểu mẫu này.", "Only a sheet's file (.json), saved from this form, can be opened here."],
  dossier: ["Ở đây chỉ kiểm tra được tệp hồ sơ (.json) hoặc gói hồ sơ (.zip) do phần mềm lập hồ sơ xuất ra.", "Only a dossier's file (.json) or its package (.zip), as the software for dossiers writes them, can be checked here."],
  draft: ["Ở đây mở được tệp hồ sơ (.json), gói hồ sơ (.zip), tệp phiếu tự chấm (.json) và bản sao lưu của biểu mẫu này.", "A dossier's file (.json), its package (.zip), a sheet's file (.json) and a backup of this form can be opened here."],
  council: ["Ở đây chỉ nhận tệp phiếu chấm hoặc tệp hội đồng (.json).", "Only the files (.json) of sheets and councils are taken here."],
};

/** What to do with papers: they are read by people, not here. */
const papers: Record<Place, Words> = {
  form: ["Phiếu trong đó không đọc được ở đây; hãy chấm lại trên biểu mẫu.", "A sheet in it cannot be read here: enter it in the form."],
  dossier: ["Hồ sơ trong đó không đọc được ở đây; ảnh và giấy tờ là minh chứng kèm theo hồ sơ.", "A dossier in it cannot be read here; pictures and papers go with a dossier as its evidence."],
  draft: ["Hồ sơ trong đó không đọc được ở đây; ảnh và giấy tờ thì thêm ở phần Minh chứng.", "A dossier in it cannot be read here; pictures and papers are added as evidence."],
  council: ["Phiếu trong đó không đọc được ở đây; hãy chấm lại ở mục Tự chấm rồi đưa sang.", "A sheet in it cannot be read here: enter it under Self-assessment and take it over."],
};

const unpack: Words = ["Hãy giải nén rồi mở tệp .json trong đó.", "Unpack it, and open the .json file in it."];
const check: Words = ["Hãy mở ở phần kiểm tra hồ sơ.", "Open it where dossiers are checked."];
const decide: Words = ["Hãy mở ở phần Hội đồng.", "Open it where the council's sheets are."];
const score: Words = ["Hãy mở ở phần chấm điểm, hoặc đưa vào phần Hội đồng.", "Open it in the form, or add it to the council's sheets."];

/** What to do with it. */
function advice(kind: Format | DocumentKind, place: Place): Words | undefined {
  switch (kind) {
    case "word": case "spreadsheet": case "slides": case "office": case "pdf": case "image": case "film": case "page":
      return papers[place];
    case "archive":
      return unpack;
    case "empty":
      return ["Có thể tệp chưa lưu xong hoặc bị lỗi khi chép; hãy lấy lại tệp.", "It may not have been saved or copied to the end: fetch it again."];
    case "sheet":
      return score;
    case "dossier": case "package":
      return check;
    case "products":
      return ["Hãy mở ở biểu mẫu chấm điểm.", "Open it in the form."];
    case "dossiers":
      return ["Hãy mở ở biểu mẫu lập hồ sơ.", "Open it in the form of dossiers."];
    case "council":
      return decide;
    default:
      return undefined;
  }
}

/** A file of another format. */
const refused = (format: Format, place: Place): OcopError => told("FORM-04", { format }, are[format], advice(format, place), taken[place]);

/** A document that goes elsewhere. */
const elsewhere = (kind: DocumentKind, place: Place): OcopError => told("FORM-05", { kind }, are[kind], advice(kind, place), taken[place]);

const tooLarge = (size: number, most: number): OcopError => told("FORM-02", { size: amount(size), most: amount(most) },
  ["Tệp nặng {size} nên không được đọc; ở đây nhận tệp không quá {most}.", "The file has {size} and was not read; files have at most {most} here."]);

function told(code: ProblemCode, params: Params, ...sentences: (Words | undefined)[]): OcopError {
  const [vi, en] = [0, 1].map((i) => sentences.flatMap((words) => words?.[i] ?? []).join(" "));
  return new OcopError([problemOf([vi, en], code, params)]);
}

const amount = (bytes: number): string => (bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} KB` : `${Math.ceil(bytes / (1 << 20))} MB`);
