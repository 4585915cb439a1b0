// The tag files of a bag (RFC 8493), written and read as ocop/pack does.

import { sha256 } from "@noble/hashes/sha2.js";
import type { Dossier } from "../types.js";
import type { Findings } from "./findings.js";
import { bagInfo, declaration, document, evidence, manifest, payload, tagManifest, total, type NamedFile } from "./names.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const labels = ["BagIt-Version", "Tag-File-Character-Encoding"] as const;
const oxumLabel = "Payload-Oxum";

export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
export const sumOf = (bytes: Uint8Array): string => hex(sha256(bytes));
export const oxum = (size: number, files: number): string => `${size}.${files}`;

/** A file that is written as it is. */
export interface SmallFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The tag files of a dossier's bag, {name, bytes}. All that they say is known
 * from the dossier, so that they can stand before what they are about.
 */
export function tagsOf(dossier: Dossier, text: Uint8Array, files: readonly NamedFile[]): SmallFile[] {
  const sums: Sum[] = [[sumOf(text), document], ...files.map((file): Sum => [file.sha256, evidence + file.name])];
  const tags = [
    tag(declaration, [`${labels[0]}: 1.0`, `${labels[1]}: UTF-8`]),
    tag(bagInfo, [
      `Source-Organization: ${dossier.producer.name.normalize("NFC")}`,
      `External-Description: ${dossier.product.name.normalize("NFC")}`,
      `${oxumLabel}: ${oxum(text.length + total(files), 1 + files.length)}`,
    ]),
    tag(manifest, sums.map(line)),
  ];
  return [...tags, tag(tagManifest, tags.map(({ name, bytes }) => line([sumOf(bytes), name])))];
}

/** A hash, and the file that it is of. */
type Sum = readonly [sum: string, name: string];

const line = ([sum, name]: Sum): string => `${sum}  ${name}`;
const tag = (name: string, lines: readonly string[]): SmallFile => ({ name, bytes: encoder.encode(lines.map((one) => `${one}\n`).join("")) });

/** The lines of a tag file, which end with LF, CR or both. */
function linesOf(bytes: Uint8Array): string[] {
  const text = decoder.decode(bytes).replace(/\r\n?/g, "\n").replace(/\n$/, "");
  return text === "" ? [] : text.split("\n");
}

export function isUTF8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes) !== undefined;
  } catch {
    return false;
  }
}

const wrong = (found: Findings, name: string, index: number): void => found.add("PACK-27", { name, line: index + 1 });

/** Looks at bagit.txt: these two lines and nothing beside. */
export function checkDeclaration(bytes: Uint8Array, found: Findings): void {
  const lines = linesOf(bytes);
  for (const [i, label] of labels.entries()) {
    if (!lines[i]?.startsWith(`${label}: `)) {
      wrong(found, declaration, i);
      if (i === lines.length) return;
      continue;
    }
    const value = lines[i].slice(label.length + 2);
    if (i === 0 && value !== "1.0") found.add("PACK-25", { version: value });
    if (i === 1 && value.toLowerCase() !== "utf-8") found.add("PACK-26", { encoding: value });
  }
  if (lines.length > 2) wrong(found, declaration, 2);
}

/**
 * Looks at bag-info.txt: labels with values, which may go on in lines that are
 * indented. The payload's oxum is compared where it is not "".
 */
export function checkInfo(bytes: Uint8Array, expected: string, found: Findings): void {
  if (!isUTF8(bytes)) return wrong(found, bagInfo, 0);
  let seen = false;
  for (const [i, text] of linesOf(bytes).entries()) {
    if (i > 0 && /^[ \t]/.test(text)) continue;
    const [label] = text.split(":", 1);
    if (label === text || label === "" || label.trim() !== label) {
      wrong(found, bagInfo, i);
    } else if (label.toLowerCase() === oxumLabel.toLowerCase()) {
      if (seen) wrong(found, bagInfo, i); // it must not be repeated
      seen = true;
      const value = text.slice(label.length + 1).trim();
      if (expected !== "" && value !== expected) found.add("PACK-31", { value, expected });
    }
  }
}

/** Reads a manifest, lines of a hash, white space and a file, to the hashes by file. */
export function readSums(name: string, bytes: Uint8Array, found: Findings): Map<string, string> {
  const sums = new Map<string, string>();
  const whole = isUTF8(bytes);
  for (const [i, text] of linesOf(bytes).entries()) {
    const [, sum, path] = /^([0-9A-Fa-f]{64})[ \t]+(.*)$/s.exec(text) ?? [];
    const isWrong = !path || (!whole && path.includes("\ufffd")) || path.startsWith(payload) !== (name === manifest);
    if (isWrong) wrong(found, name, i);
    else if (sums.has(path)) found.add("PACK-29", { manifest: name, name: path });
    else sums.set(path, sum.toLowerCase());
  }
  return sums;
}
