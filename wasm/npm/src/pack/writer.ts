// A dossier and its files to a package, as ocop/pack writes it.

import { makeZip } from "client-zip";
import { sha256 } from "@noble/hashes/sha2.js";
import { documentOf, reading } from "../plain.js";
import { failure, OcopError } from "../problems.js";
import type { Dossier, Written } from "../types.js";
import type { Tell, Validate } from "./bag.js";
import { Findings } from "./findings.js";
import { document, evidence, filesOf, pointer, total, weigh, type NamedFile } from "./names.js";
import { blobSize, isBlob, Source } from "./source.js";
import { hex, tagsOf, type SmallFile } from "./tags.js";

/** A file by another name than its own, or by one that a Blob has not. */
export interface NamedBlob {
  name: string;
  blob: Blob;
}

interface Ways {
  signal: AbortSignal | undefined;
  progress: (total: number) => Tell;
}

/** A file that the dossier names, and where it is read from. */
interface Packable extends NamedFile {
  source: Source;
}

interface Begun {
  small: SmallFile[];
  files: Packable[];
}

/** The package as a stream; whatever is wrong is what the stream fails with. */
export function write(validate: Validate, dossier: Written<Dossier>, files: Iterable<File | NamedBlob>, { signal, progress }: Ways): ReadableStream<Uint8Array<ArrayBuffer>> {
  const begun = begin(validate, dossier, files, signal);
  begun.catch(() => {}); // the stream tells of it
  const parts = partsOf(begun, progress);
  // Without throw: what is not wanted any more is left where it is, and is no error.
  const entries: AsyncIterableIterator<Part> = { next: () => parts.next(), [Symbol.asyncIterator]: () => entries };
  const zip = makeZip(entries) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return signal ? zip.pipeThrough(new TransformStream(), { signal }) : zip;
}

/**
 * Takes what was passed at once, as it is now, and looks for the files before
 * anything is written: most of what can be wrong shows there.
 */
async function begin(validate: Validate, dossier: Written<Dossier>, files: Iterable<File | NamedBlob>, signal: AbortSignal | undefined): Promise<Begun> {
  const given = documentOf(dossier);
  const text = typeof given === "string" ? given : given.slice();
  const blobs = reading(() => blobsOf(files));
  const { valid, problems } = await validate(text);
  if (!valid) throw new OcopError(problems);
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const read: Dossier = JSON.parse(new TextDecoder().decode(bytes));
  const found = new Findings();
  const named = filesOf(read, found);
  weigh(total(named), found);
  const packable = named.flatMap((file) => {
    const blob = blobOf(file, blobs, found);
    return blob ? { ...file, source: new Source(blob, signal) } : [];
  });
  refuse(found);
  const list = packable.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { small: [...tagsOf(read, bytes, list), { name: document, bytes }], files: list };
}

function refuse(found: Findings): void {
  if (found.count > 0) throw new OcopError(found.list());
}

/** What was passed, in lists by name in NFC: some systems write ế as one letter, some as e with two marks. */
function blobsOf(files: Iterable<File | NamedBlob>): Map<string, Blob[]> {
  const blobs = new Map<string, Blob[]>();
  let i = 0;
  if (typeof files?.[Symbol.iterator] !== "function") throw noFile("/files");
  for (const file of files) {
    const blob = isBlob(file) ? file : file?.blob;
    if (!isBlob(blob) || typeof file.name !== "string") throw noFile(`/files/${i}`);
    const name = file.name.normalize("NFC");
    blobs.set(name, [...(blobs.get(name) ?? []), blob]);
    i++;
  }
  return blobs;
}

const noFile = (path: string): OcopError => failure("MODULE-10", { found: "something that is no file with a name", foundVi: "dữ liệu không phải tệp có tên" }, path);

/** What a file is read from; told of where it is not there, not once, or not in its size. */
function blobOf({ name, size, piece }: NamedFile, blobs: ReadonlyMap<string, Blob[]>, found: Findings): Blob | undefined {
  const [blob, other] = blobs.get(name) ?? [];
  const is = blobSize(blob) ?? 0;
  if (!blob) found.add("PACK-20", { name }, pointer(piece));
  else if (other) found.add("PACK-16", { name, other: name }, pointer(piece));
  else if (is !== size) found.add("PACK-22", { name, size: is, expected: size }, pointer(piece));
  return blob;
}

const dated = new Date(1980, 0, 1); // the first day that a ZIP can tell
/** A file of the ZIP. */
interface Part {
  name: string;
  input: Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array<ArrayBuffer>>;
  lastModified: Date;
  mode: number;
}

const part = (name: string, input: Part["input"]): Part => ({ name, input, lastModified: dated, mode: 0o644 });

/**
 * The ZIP's files: tag files and the dossier first, so that who reads it as it
 * comes knows what is to come. Once a file is wrong the package is lost; those
 * after it are read all the same, to tell of each.
 */
async function* partsOf(begun: Promise<Begun>, progress: (total: number) => Tell): AsyncGenerator<Part> {
  const { small, files } = await begun;
  const tell = progress(total(files));
  const found = new Findings();
  for (const { name, bytes } of small) yield part(name, bytes);
  for (const file of files) {
    const content = checked(file, found, tell);
    if (found.count === 0) yield part(evidence + file.name, content);
    else for await (const _ of content); // only hashed
  }
  refuse(found); // without its directory nobody takes it for a package
}

/** A file's content, which is hashed as it goes by. */
async function* checked({ name, source, piece, ...expected }: Packable, found: Findings, tell: Tell): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const sum = sha256.create();
  for await (const bytes of source.pieces()) {
    sum.update(bytes);
    tell(bytes.length);
    yield bytes;
  }
  if (hex(sum.digest()) !== expected.sha256) found.add("PACK-23", { name }, pointer(piece));
}
