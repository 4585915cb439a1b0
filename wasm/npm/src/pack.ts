// Packages: a dossier with its files as one BagIt bag in a ZIP, made and opened
// where the files are. What a package is, and what is wrong with one, is as in
// the Go library (ocop/pack); files go by in pieces, however large they are.

import type { Ocop } from "./index.js";
import { stored } from "./pack/archive.js";
import { Bag, type Tell } from "./pack/bag.js";
import { blobOf, contentOf } from "./pack/content.js";
import { Findings } from "./pack/findings.js";
import { isBlob, Source } from "./pack/source.js";
import { write, type NamedBlob } from "./pack/writer.js";
import { bytesOf, optionsOf, reading, reasonOf } from "./plain.js";
import { failure, type OcopError } from "./problems.js";
import type { Bytes, Dated, Dossier, Problem, Written } from "./types.js";
import type { RemoteOcop } from "./worker.js";

export type { NamedBlob };

/** What checks dossiers: Ocop with its checks, or the same in a worker. */
export type Validator = Pick<Ocop, "validate"> | Pick<RemoteOcop, "validate">;

/** Bytes of files that went by, of all. */
export interface Progress {
  loaded: number;
  total: number;
}

/** A dossier that is not filed yet is judged as if filed on the day on. */
export interface PackOptions extends Dated {
  /** Ends it. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** A piece of evidence that is in a package. */
export interface PackedFile {
  readonly size: number;
  readonly sha256: string;
  /** Its media type, as the dossier gives it. */
  readonly type: string;
  blob(): Promise<Blob>;
}

/** A package that is valid; there may be warnings. */
export interface Opened {
  valid: true;
  problems: Problem[];
  dossier: Dossier;
  /** The dossier as it is written, byte for byte. */
  documentBytes: Uint8Array;
  /** The evidence by name, as the dossier's file.name. */
  files: Map<string, PackedFile>;
}

/** A package that is not valid: nothing of it but what is wrong. */
export interface Refused {
  valid: false;
  problems: Problem[];
  dossier: null;
  documentBytes: null;
  files: Map<string, never>;
}

/** The media type of a package. */
export const mediaType = "application/zip";

/**
 * Packs a dossier and the files that it names, which are among files. The stream
 * gives the package's bytes; whatever is wrong it fails with, as an OcopError,
 * after an abort with the signal's reason, and what it gave before is no package.
 */
export function pack(ocop: Validator, dossier: Written<Dossier>, files: Iterable<File | NamedBlob>, options?: PackOptions): ReadableStream<Uint8Array> {
  return packed(ocop, dossier, files, options);
}

function packed(ocop: Validator, dossier: Written<Dossier>, files: Iterable<File | NamedBlob>, options: PackOptions | undefined): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { signal, onProgress, ...dated } = packOptions(options);
  return write((document) => ocop.validate(document, dated), dossier, files, { signal, progress: counting(onProgress) });
}

/** The same as a Blob, once it is whole. */
export async function packBlob(ocop: Validator, dossier: Written<Dossier>, files: Iterable<File | NamedBlob>, options?: PackOptions): Promise<Blob> {
  return blobOf(chunksOf(packed(ocop, dossier, files, options)), mediaType);
}

/**
 * Opens a package after all of it was checked. Of one that is not valid there is
 * nothing but its problems.
 */
export async function open(ocop: Validator, blob: Blob | Bytes, options?: PackOptions): Promise<Opened | Refused> {
  const { signal, onProgress, ...dated } = packOptions(options);
  const found = new Findings();
  const from = blobFrom(blob);
  const source = new Source(from, signal);
  const bag = new Bag(source, found);
  try {
    await bag.check((document) => ocop.validate(document, dated));
    await bag.checkContents(counting(onProgress));
  } catch (error) {
    if (error !== source.failure || signal?.aborted) throw error;
    found.add("PACK-03", { detail: reasonOf(error) });
  }
  signal?.throwIfAborted();
  const problems = found.list();
  const { whole } = bag;
  if (found.refused || !whole) return { valid: false, problems, dossier: null, documentBytes: null, files: new Map<string, never>() };
  return { valid: true, problems, dossier: composed(whole.dossier), documentBytes: whole.text, files: filesIn(bag, from) };
}

function packOptions(options: PackOptions | undefined): PackOptions {
  const read: PackOptions = optionsOf(options, ["signal", "onProgress", "on", "holidays"]);
  if (read.signal !== undefined && reading(() => typeof read.signal?.throwIfAborted) !== "function") throw wrongOption("/signal");
  if (read.onProgress !== undefined && typeof read.onProgress !== "function") throw wrongOption("/onProgress");
  return read;
}

const wrongOption = (path: string): OcopError => failure("MODULE-10", { found: "something else than the option takes", foundVi: "giá trị mà tùy chọn không nhận" }, path);

/** Counts bytes up to a total, and tells of them. */
const counting = (onProgress: PackOptions["onProgress"]) => (total: number): Tell => {
  let loaded = 0;
  return (bytes) => {
    loaded += bytes;
    onProgress?.({ loaded, total });
  };
};

/** A package as a Blob, which nobody changes between the check and the use. */
function blobFrom(value: Blob | Bytes): Blob {
  if (isBlob(value)) return value;
  const bytes = bytesOf(value);
  if (!bytes) throw failure("MODULE-10", { found: "something that is no Blob and no bytes", foundVi: "dữ liệu không phải Blob hay byte" });
  return new Blob([bytes.slice()]); // shared memory is not taken as it is
}

async function* chunksOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** The names of files in the one form that they have in a package. */
function composed(dossier: Dossier): Dossier {
  for (const { file } of dossier.evidence ?? []) file.name = file.name.normalize("NFC");
  return dossier;
}

/** The evidence by name. What a file contains was checked, and is unpacked when it is asked for. */
function filesIn(bag: Bag, blob: Blob): Map<string, PackedFile> {
  const files = new Map<string, PackedFile>();
  for (const [at, { name, size, sha256, type }] of bag.files) {
    const entry = bag.entries.get(at);
    if (!entry) continue; // never in a bag that is valid
    const source = new Source(blob);
    const content = async () => (entry.method === stored ? source.slice(entry.body, entry.body + size, type) : blobOf(contentOf(source, entry), type));
    files.set(name, { size, sha256, type, blob: content });
  }
  return files;
}
