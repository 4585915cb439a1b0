// Dossiers with files that were made for them, and ZIP files that are written
// byte by byte, with what may be false in each header.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";

export const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** An example dossier whose evidence was made, and given its size and hash; pieces that share a file still do. */
export function fitted(name) {
  const dossier = JSON.parse(readFileSync(new URL(`../../examples/dossiers/${name}`, import.meta.url)));
  const files = new Map();
  dossier.evidence.forEach(({ file }, i) => {
    if (!files.has(file.name)) files.set(file.name, content(i));
    const bytes = files.get(file.name);
    Object.assign(file, { size: bytes.length, sha256: sum(bytes) });
  });
  return { dossier, files };
}

function content(i) {
  let seed = i + 26;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
  return Buffer.from(Array.from({ length: 500 + (random() % 3000) }, () => "OCOP san pham\n".charCodeAt(random() % 14)));
}

/** Files as pack takes them. */
export const blobs = (files) => [...files].map(([name, bytes]) => ({ name, blob: new Blob([bytes]) }));

/** A file for zipOf. More: localName, method, flags, attributes, size, localSize, crc, extra, comment, at, before, behind. */
export const item = (name, text = "", more = {}) => ({ name, text: Buffer.from(text), ...more });

/** The items of the package that holds a dossier and its files, stored as they are. */
export function itemsOf(dossier, files) {
  const text = JSON.stringify(dossier);
  const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  const size = Buffer.byteLength(text) + [...files.values()].reduce((n, b) => n + b.length, 0);
  const info = `Source-Organization: ${dossier.producer.name}\nExternal-Description: ${dossier.product.name}\nPayload-Oxum: ${size}.${1 + files.size}\n`;
  const payload = [["data/dossier.json", Buffer.from(text)], ...[...files].sort().map(([name, bytes]) => [`data/evidence/${name}`, bytes])];
  const list = [["bagit.txt", declaration], ["bag-info.txt", info], ["manifest-sha256.txt", payload.map(([name, bytes]) => `${sum(bytes)}  ${name}\n`).join("")]];
  return [...list, ["tagmanifest-sha256.txt", list.map(([name, bytes]) => `${sum(bytes)}  ${name}\n`).join("")], ...payload].map(([name, bytes]) => item(name, bytes));
}

/** Writes a ZIP of items. */
export function zipOf(items) {
  const body = [];
  const directory = [];
  let offset = 0;
  for (const i of items) {
    const { method = 0, flags = 0, attributes = 0, extra = "", localExtra = extra, comment = "", before = "", behind = "", disk = 0 } = i;
    const [name, localName] = [Buffer.from(i.name), Buffer.from(i.localName ?? i.name)];
    const text = Buffer.concat([method === 8 ? deflateRawSync(i.text) : i.text, Buffer.from(behind)]);
    const size = i.size ?? i.text.length;
    const head = (length, size, extra) => numbers([20, 2], [0x800 | flags, 2], [method, 2], [0, 2], [0x21, 2], [i.crc ?? crc32(i.text), 4], [text.length, 4], [size, 4], [length, 2], [Buffer.byteLength(extra), 2]);
    const at = i.at ?? offset + before.length;
    if (i.at === undefined) {
      const local = Buffer.concat([Buffer.from(before), Buffer.from("PK\x03\x04"), head(localName.length, i.localSize ?? size, localExtra), localName, Buffer.from(localExtra), text]);
      body.push(local);
      offset += local.length;
    }
    directory.push(Buffer.from("PK\x01\x02\x14\x03"), head(name.length, size, extra), numbers([comment.length, 2], [disk, 2], [0, 2], [attributes, 4], [at, 4]), name, Buffer.from(extra), Buffer.from(comment));
  }
  const list = Buffer.concat(directory);
  const end = numbers([0, 4], [items.length, 2], [items.length, 2], [list.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...body, list, Buffer.from("PK\x05\x06"), end]);
}

/** Numbers, [value, bytes] each, as ZIP has them. */
export function numbers(...list) {
  return Buffer.concat(list.map(([value, bytes]) => {
    const b = Buffer.alloc(8);
    b.writeBigUInt64LE(BigInt(value));
    return b.subarray(0, bytes);
  }));
}

/** The same ZIP with the records that one of over 4 GB has, some of their bytes changed. */
export function zip64Of(zip, ...changes) {
  const at = zip.length - 22;
  const end = Buffer.from(zip.subarray(at));
  const fields = [end.readUInt16LE(8), end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  const record = Buffer.concat([Buffer.from("PK\x06\x06"), numbers([44, 8], [45, 2], [45, 2], [0, 4], [0, 4], ...fields.map((n) => [n, 8]))]);
  const locator = Buffer.concat([Buffer.from("PK\x06\x07"), numbers([0, 4], [at, 8], [1, 4])]);
  end.fill(0xff, 8, 20);
  return Buffer.concat([zip.subarray(0, at), patched(record, ...changes), locator, end]);
}

/** Some bytes changed: each a place and a value. */
export function patched(bytes, ...changes) {
  const copy = Buffer.from(bytes);
  for (let i = 0; i < changes.length; i += 2) copy[changes[i]] = changes[i + 1];
  return copy;
}
