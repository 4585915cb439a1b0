// Files that people bring to the wrong place, and what each of them is.

import { readFileSync } from "node:fs";
import { load } from "../npm/index.js";
import { packBlob } from "../npm/pack.js";
import { paperDOCX } from "../npm/papers.js";
import { blobs, fitted, item, zipOf } from "./bags.mjs";

const examples = new URL("../../examples/", import.meta.url);
export const dossierText = readFileSync(new URL("dossiers/do-uong-lan-dau.json", examples), "utf8");
export const councilText = readFileSync(new URL("council/hoi-dong-tinh.json", examples), "utf8");
export const sheetText = readFileSync(new URL("sheets/ca-phe-dak-lak.json", examples), "utf8");

const bytes = (text) => Buffer.from(text, "latin1");
const utf16 = (text) => Buffer.from(text, "utf16le");
const buffer = async (blob) => Buffer.from(await blob.arrayBuffer());
const ole = (stream) => Buffer.concat([bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Buffer.alloc(1016), utf16("Root Entry"), Buffer.alloc(44), utf16(stream), Buffer.alloc(100)]);
const ooxml = (folder) => zipOf([item("[Content_Types].xml", "<Types/>"), item("_rels/.rels", "<r/>"), item(`${folder}x.xml`, "<x/>", { method: 8 })]);

const ocop = await load();
const { dossier, files } = fitted("do-uong-lan-dau.json");

/** What Notepad makes of a text, in its two ways. */
export const withBOM = (text) => Buffer.from(`\ufeff${text}`);
export const inUTF16 = (text) => utf16(`\ufeff${text}`);

/** Files of others, by what they are. */
export const strangers = {
  word: [await buffer(await paperDOCX(ocop, "form-02", dossierText)), ooxml("word/"), ole("WordDocument"), bytes("{\\rtf1\\ansi}"),
    zipOf([item("mimetype", "application/vnd.oasis.opendocument.text"), item("content.xml", "<x/>")])],
  spreadsheet: [ooxml("xl/"), ole("Workbook"), ole("Book")],
  slides: [ooxml("ppt/"), ole("PowerPoint Document")],
  office: [ole("EncryptedPackage")],
  pdf: [bytes("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")],
  image: [bytes("\xff\xd8\xff\xe0\0\x10JFIF\0"), bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), bytes("GIF89a"), bytes("RIFF\x24\0\0\0WEBPVP8 "), bytes("\0\0\0\x18ftypheic\0\0\0\0mif1"), bytes("\0\0\0\x1cftypmif1"), bytes("II*\0\x08\0\0\0")],
  film: [bytes("\0\0\0\x20ftypisom\0\0\x02\0")],
  package: [await buffer(await packBlob(ocop, dossier, blobs(files)))],
  archive: [zipOf([item("phieu.json", sheetText)]), zipOf([item("mau/word/x.docx", ooxml("word/"))]), zipOf([]), bytes("Rar!\x1a\x07\x01\0"), bytes("7z\xbc\xaf\x27\x1c\0\x04"), bytes("\x1f\x8b\x08\0")],
  page: [bytes("<!doctype html>\n<html lang=vi>"), Buffer.from("\ufeff<HTML><body>")],
  empty: [Buffer.alloc(0), bytes(" \r\n"), withBOM("")],
  text: [Buffer.from("Họ và tên: Nguyễn Văn A"), bytes("H\xe4 v\xe0 t\xean"), inUTF16("Họ và tên"), utf16("Họ và tên"), utf16("Họ và tên").swap16(), Buffer.from("a;b\n1;2\n")],
  unknown: [bytes("\x7fELF\x02\x01\x01\0\0"), Buffer.alloc(64), bytes("\0\x01\0\0\0\x0f"), bytes("{\0\0\0\x7d\0\0\0"), bytes("{\0\x00\xd8}\0")],
};
