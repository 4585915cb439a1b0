// Reads what people bring: files of sheets and councils, links, codes.

import { isPackage, readDocument } from "/ocop/filetype.js";

export { isPackage };

const LIMIT = 1 << 20; // the library takes no larger document

/** The document in a file that is opened in a view: dossier or council. Throws in plain words what else the file is, and where it goes. */
export const bytesOf = (file, view) => readDocument(file, view, LIMIT);

/** The object in JSON bytes; undefined where it is none, which the library explains better. */
export function parse(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The sheet in a pasted line: a link, a vector, or JSON. Throws the library's problems. */
export function sheetOfText(ocop, line) {
  const text = line.trim();
  if (text.startsWith("{")) return sheetOfBytes(ocop, new TextEncoder().encode(text));
  return ocop.parseVector(vectorOf(text));
}

function vectorOf(text) {
  const [, inLink] = /#(?:.*[?&])?ocop=([^&#]*)/.exec(text) ?? [];
  if (inLink === undefined) return text;
  try {
    return decodeURIComponent(inLink);
  } catch {
    return inLink;
  }
}

/** The sheet in a file's bytes. Throws the library's problems. */
export function sheetOfBytes(ocop, bytes) {
  ocop.score(bytes);
  return parse(bytes);
}
