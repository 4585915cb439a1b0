// The files of a ZIP, which is looked at byte by byte, as ocop/pack does in Go:
// libraries take much that others read otherwise. APPNOTE 6.3, section 4.3, has
// the records.

import { limits } from "../made/kinds.js";
import { folded, isASCII, isUnsafe, withoutSlash } from "./names.js";
import type { Findings } from "./findings.js";
import type { Source } from "./source.js";
import { isUTF8 } from "./tags.js";

const mark = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator: 0x07064b50, sizes: 0x08074b50 };
const length = { local: 30, central: 46, end: 22, end64: 56, locator: 20, sizes: 24 };
const max16 = 0xffff;
const max32 = 0xffff_ffff;
const maxDirectory = 4 << 20;

/** How a file is packed. */
export const stored = 0;
export const deflated = 8;

// Flags of an entry (4.4.4).
const flagEncrypted = 0x2041;
const flagSizesBehind = 1 << 3;
const flagUTF8 = 1 << 11;
const flagsTaken = 0x6 | flagSizesBehind | flagUTF8; // 0x6: how hard deflate tried

// Extra fields (4.5): sizes, times and owners, which change nothing, and a name
// in Unicode, which may not be another.
const extraZip64 = 0x0001;
const extraHarmless = [extraZip64, 0x000a, 0x5455, 0x5855, 0x7855, 0x7875];
const extraUnicode = 0x7075;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const u16 = (view: DataView, at: number): number => view.getUint16(at, true);
const u32 = (view: DataView, at: number): number => view.getUint32(at, true);
const u64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** What the directory says of a file. */
interface Listed {
  name: string;
  rawName: Uint8Array;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  attributes: number;
  offset: number;
  extra: Uint8Array;
  hasComment: boolean;
  /** Of its record in the directory. */
  length: number;
}

/** A file of the ZIP, whose content begins at body. */
export interface Entry extends Listed {
  body: number;
  /** The extra fields of its own header, once that is read. */
  own: Uint8Array;
}

/** Where the directory stands, and what it counts. */
interface Directory {
  at: number;
  bytes: number;
  files: number;
}

/** Counts and places in the end of the ZIP: files on the disk, files, bytes of the directory, where it stands. */
type EndFields = readonly [onDisk: number, files: number, bytes: number, at: number];

/**
 * The ZIP's files, in the order in which they stand. They cover it without gap or overlap, and both headers
 * of each say the same. Where anything else is so, it is told and there are none.
 */
export async function entriesOf(source: Source, found: Findings): Promise<Entry[]> {
  const directory = await directoryOf(source, found);
  if (!directory) return [];
  const bytes = await source.bytes(directory.at, directory.bytes);
  const files = bytes && directoryFiles(bytes, directory.files);
  if (!files) {
    found.add("PACK-04");
    return [];
  }
  const before = found.count;
  const list = await walk(source, files, directory.at, found);
  for (const entry of list) checkHeader(entry, found);
  checkNames(list, found);
  return found.count > before ? [] : list;
}

/** Reads the end of the ZIP, behind which and before which nothing may stand, a comment included. */
async function directoryOf(source: Source, found: Findings): Promise<Directory | undefined> {
  const end = await source.view(source.size - length.end, length.end);
  if (!end || u32(end, 0) !== mark.end || u16(end, 20) !== 0) return noEnd(source, found);
  let ends = source.size - length.end;
  let fields: EndFields | undefined = [u16(end, 8), u16(end, 10), u32(end, 12), u32(end, 16)];
  if (fields.some((field, i) => field === absent(i))) {
    fields = await end64(source, fields);
    ends -= length.locator + length.end64;
  }
  if (fields && u32(end, 4) === 0) return directoryIn(fields, ends, found); // one disk
  found.add("PACK-04");
  return undefined;
}

/** What stands in a field of the end where the ZIP64 record has it. */
const absent = (field: number): number => (field < 2 ? max16 : max32);

function directoryIn([onDisk, files, bytes, at]: EndFields, ends: number, found: Findings): Directory | undefined {
  if (onDisk !== files || at > ends || bytes > ends - at) found.add("PACK-04");
  else if (files > limits.files) found.add("PACK-08", { count: files, limit: limits.files });
  else if (bytes > maxDirectory) found.add("PACK-04");
  else if (at + bytes !== ends) found.add("PACK-05", { offset: at + bytes });
  else return { at, bytes, files };
  return undefined;
}

/** Tells why there is no end where it belongs. */
async function noEnd(source: Source, found: Findings): Promise<undefined> {
  const from = Math.max(0, source.size - length.end - max16);
  const tail = await source.view(from, source.size - from);
  for (let at = source.size - from - length.end; tail && at >= 0; at--) {
    if (u32(tail, at) === mark.end && u32(tail, at + 12) + u32(tail, at + 16) === from + at) {
      found.add("PACK-05", { offset: from + at + length.end });
      return undefined;
    }
  }
  const first = await source.view(0, 4);
  found.add(first && u32(first, 0) === mark.local ? "PACK-02" : "PACK-01");
  return undefined;
}

/** Takes from the ZIP64 records before the end what does not fit there (4.3.14, 4.3.15, 4.4.1.4). */
async function end64(source: Source, fields: EndFields): Promise<EndFields | undefined> {
  const at = source.size - length.end - length.locator - length.end64;
  const record = await source.view(at, length.end64 + length.locator);
  if (!record) return undefined;
  const locator = length.end64;
  const isSound = u32(record, 0) === mark.end64 && u64(record, 4) === length.end64 - 12 && u64(record, 16) === 0 && // one disk
    u32(record, locator) === mark.locator && u32(record, locator + 4) === 0 && u64(record, locator + 8) === at && u32(record, locator + 16) === 1;
  const wide: EndFields = [u64(record, 24), u64(record, 32), u64(record, 40), u64(record, 48)];
  return isSound && fields.every((field, i) => field === absent(i) || field === wide[i]) ? wide : undefined;
}

/** Reads the directory; undefined where it has not that many files, or something beside them. */
function directoryFiles(bytes: Uint8Array, count: number): Listed[] | undefined {
  const files: Listed[] = [];
  let at = 0;
  while (at < bytes.length) {
    const file = directoryFile(bytes.subarray(at));
    if (!file) return undefined;
    files.push(file);
    at += file.length;
  }
  return files.length === count ? files : undefined;
}

function directoryFile(bytes: Uint8Array): Listed | undefined {
  if (bytes.length < length.central) return undefined;
  const view = viewOf(bytes);
  const nameEnd = length.central + u16(view, 28);
  const extraEnd = nameEnd + u16(view, 30);
  const comment = u16(view, 32);
  const disk = u16(view, 34); // tools take what is said to be on another disk for missing
  if (u32(view, 0) !== mark.central || disk !== 0 || extraEnd + comment > bytes.length) return undefined;
  const rawName = bytes.subarray(length.central, nameEnd);
  const file = {
    name: decoder.decode(rawName), rawName, flags: u16(view, 8), method: u16(view, 10), crc: u32(view, 16),
    packed: u32(view, 20), size: u32(view, 24), attributes: u32(view, 38), offset: u32(view, 42),
    extra: bytes.subarray(nameEnd, extraEnd), hasComment: comment > 0, length: extraEnd + comment,
  };
  return takeWide(file) ? file : undefined;
}

/** Takes from the ZIP64 field what does not fit in the directory (4.5.3); false where it is not there. */
function takeWide(file: Listed): boolean {
  const wanted = (["size", "packed", "offset"] as const).filter((name) => file[name] === max32);
  for (const [id, field] of extraFields(file.extra)) {
    if (id !== extraZip64) continue;
    const view = viewOf(field);
    for (const [i, name] of wanted.splice(0).entries()) {
      if (8 * i + 8 > field.length) return false;
      file[name] = u64(view, 8 * i);
    }
  }
  return !wanted.some((name) => name !== "size"); // a size of 2³²-1 may be meant
}

/**
 * Goes through the files as they stand, from the first byte to the directory, and
 * compares each header with the directory's.
 */
async function walk(source: Source, files: readonly Listed[], directory: number, found: Findings): Promise<Entry[]> {
  const list: Entry[] = [];
  for (const file of files) {
    const header = await source.view(file.offset, length.local);
    if (!header || u32(header, 0) !== mark.local) {
      found.add("PACK-06", { name: file.name });
      return [];
    }
    list.push({ ...file, body: file.offset + length.local + u16(header, 26) + u16(header, 28), own: new Uint8Array() });
  }
  list.sort((a, b) => a.body - b.body);
  let at = 0;
  for (const entry of list) {
    const end = await step(source, entry, at, directory, found);
    if (end === undefined) return [];
    at = end;
  }
  if (at === directory) return list;
  found.add("PACK-05", { offset: at });
  return [];
}

/** Where a file that should begin at an offset ends; undefined where it does not stand there. */
async function step(source: Source, entry: Entry, at: number, directory: number, found: Findings): Promise<number | undefined> {
  const header = await source.view(at, length.local);
  if (!header || u32(header, 0) !== mark.local) return misplaced(entry, at, found);
  const [name, extra] = [u16(header, 26), u16(header, 28)];
  if (at + length.local + name + extra !== entry.body) return misplaced(entry, at, found);
  const rest = await source.bytes(at + length.local, name + extra);
  if (!rest) return misplaced(entry, at, found);
  if (entry.packed > Math.max(0, directory - entry.body)) {
    found.add("PACK-07", { name: entry.name });
    return undefined;
  }
  entry.own = rest.subarray(name);
  if (!agrees(entry, header, rest.subarray(0, name))) found.add("PACK-06", { name: entry.name });
  return behind(source, entry, found);
}

/** Tells that a file does not begin where the one before it ends. */
function misplaced(entry: Entry, at: number, found: Findings): undefined {
  if (entry.body < at + length.local + entry.rawName.length) found.add("PACK-07", { name: entry.name });
  else found.add("PACK-05", { offset: at });
  return undefined;
}

/**
 * Where a file ends: with its content, or with its sizes behind that, which are
 * written in four ways (4.3.9).
 */
async function behind(source: Source, entry: Entry, found: Findings): Promise<number> {
  const end = entry.body + entry.packed;
  if (!(entry.flags & flagSizesBehind)) return end;
  const most = Math.min(length.sizes, source.size - end);
  const bytes = await source.bytes(end, most);
  for (const sizes of descriptors(entry)) {
    if (bytes && sizes.length <= most && same(bytes.subarray(0, sizes.length), sizes)) return end + sizes.length;
  }
  found.add("PACK-06", { name: entry.name });
  return end;
}

function* descriptors({ crc, packed, size }: Entry): Generator<Uint8Array> {
  for (const from of [0, 4]) { // with its mark, without
    for (const wide of [true, false]) {
      const view = new DataView(new ArrayBuffer(8 + (wide ? 16 : 8)));
      u32s(view, 0, [mark.sizes, crc]);
      if (wide) [packed, size].forEach((value, i) => view.setBigUint64(8 + 8 * i, BigInt(value), true));
      else u32s(view, 8, [packed, size]);
      yield new Uint8Array(view.buffer, from);
    }
  }
}

const u32s = (view: DataView, at: number, values: readonly number[]): void => values.forEach((value, i) => view.setUint32(at + 4 * i, value, true));

/**
 * Whether a file's own header says what the directory says of it: a reader that
 * goes through the ZIP as it comes knows that header alone.
 */
function agrees(entry: Entry, header: DataView, name: Uint8Array): boolean {
  if (!same(name, entry.rawName) || u16(header, 6) !== entry.flags || u16(header, 8) !== entry.method) return false;
  const later = (entry.flags & flagSizesBehind) !== 0;
  const fits = (value: number | undefined, expected: number): boolean => value === expected || (later && value === 0);
  const [packed, size] = localSizes(header, entry.own);
  return fits(u32(header, 14), entry.crc) && fits(packed, entry.packed) && fits(size, entry.size);
}

/** The sizes in a file's own header, or in its extra field where they do not fit (4.5.3). */
function localSizes(header: DataView, extra: Uint8Array): [packed?: number, size?: number] {
  const [packed, size] = [u32(header, 18), u32(header, 22)];
  if (packed !== max32 && size !== max32) return [packed, size];
  if (packed !== size) return [];
  const field = [...extraFields(extra)].find(([id, bytes]) => id === extraZip64 && bytes.length === 16)?.[1];
  return field ? [u64(viewOf(field), 8), u64(viewOf(field), 0)] : [];
}

/** Goes through extra fields, [id, bytes]; what is cut has the id 0, which is none. */
function* extraFields(extra: Uint8Array): Generator<[id: number, bytes: Uint8Array]> {
  for (let at = 0; at < extra.length; ) {
    const rest = extra.subarray(at);
    const end = rest.length < 4 ? Infinity : 4 + u16(viewOf(rest), 2);
    if (end > rest.length) {
      yield [0, rest];
      return;
    }
    yield [u16(viewOf(rest), 0), rest.subarray(4, end)];
    at += end;
  }
}

/** Whether extra fields change nothing of a file of this name. */
function isExtraTaken(extra: Uint8Array, rawName: Uint8Array): boolean {
  const beforeName = 5; // a version and the CRC of the header's name (4.6.9)
  return [...extraFields(extra)].every(([id, field]) =>
    extraHarmless.includes(id) || (id === extraUnicode && field.length >= beforeName && same(field.subarray(beforeName), rawName)));
}

/** Looks at what both headers of one file say. */
function checkHeader(entry: Entry, found: Findings): void {
  const { name, flags, method, packed, size } = entry;
  if (flags & flagEncrypted) found.add("PACK-11", { name });
  else if (method !== stored && method !== deflated) found.add("PACK-12", { name, method });
  else if ((flags & ~flagsTaken) !== 0 || entry.hasComment || !isExtraTaken(entry.extra, entry.rawName) || !isExtraTaken(entry.own, entry.rawName)) found.add("PACK-13", { name });
  else if (method === stored && packed !== size) found.add("PACK-06", { name });
  if (size > limits.fileBytes) found.add("PACK-09", { name, size, limit: limits.fileBytes });
  if (!isOrdinary(entry)) found.add("PACK-15", { name });
}

/**
 * Files, and folders that hold them, without a special mode, whatever system is
 * said to have made the entry (4.4.15).
 */
function isOrdinary({ name, attributes, size, packed }: Entry): boolean {
  const mode = attributes >>> 16;
  const kind = mode & 0o170000;
  if (mode & 0o7000 || attributes & 0x08) return false; // setuid, setgid, sticky; a label
  if (name.endsWith("/")) return (kind === 0 || kind === 0o040000) && size === 0 && packed === 0;
  return (kind === 0 || kind === 0o100000) && !(attributes & 0x10);
}

/** Looks at the files' names, each by itself and beside the others. */
function checkNames(list: readonly Entry[], found: Findings): void {
  const seen = new Map<string, string>();
  for (const { name, rawName, flags } of list) {
    const marked = flags & flagUTF8 || isASCII(name);
    if (!isUTF8(rawName) || name.normalize("NFC") !== name || !marked) found.add("PACK-17", { name });
    else if (isUnsafe(name)) found.add("PACK-14", { name });
    const key = folded(withoutSlash(name));
    const other = seen.get(key);
    if (other !== undefined) found.add("PACK-16", { name, other });
    seen.set(key, name);
  }
}
