// Reads what people bring: files of sheets and councils, links, codes.

import { decimal, told } from "./lang.js";

const LIMIT = 1 << 20; // the library takes no larger document

/** Something is wrong with a file before anyone looks into it. */
export class FileError extends Error {
  /** @param parts what is said, as told gives it */
  constructor(parts) {
    super("a file that was not read");
    this.parts = parts;
  }
}

/** A file's bytes; one that is too large is refused before it is read. */
export async function bytesOf(file) {
  if (file.size > LIMIT) {
    const size = Math.round((file.size / LIMIT) * 10) / 10;
    throw new FileError(told("tooLarge", { name: file.name, size: decimal(String(size)), limit: LIMIT / (1 << 20) }));
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileError(told("unreadable", { name: file.name }));
  }
}

/** The object in JSON bytes; undefined where it is none, which the library explains better. */
export function parse(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The sheet in a pasted line: a link with #ocop=, a vector, or JSON. Throws the library's problems. */
export function sheetOfText(ocop, line) {
  const text = line.trim();
  if (text.startsWith("{")) return sheetOfBytes(ocop, new TextEncoder().encode(text));
  return ocop.parseVector(vectorOf(text));
}

function vectorOf(text) {
  const [, inLink] = text.split("#ocop=");
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
