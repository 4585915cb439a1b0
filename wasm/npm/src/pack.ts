// Packages: a dossier with its files as one BagIt bag in a ZIP, made and opened
// where the files are. What a package is, and what is wrong with one, is as in
// the Go library (ocop/pack); files go by in pieces, however large they are.

import { bytesOf, optionsOf, reasonOf } from "./plain.js";
import { failure } from "./problems.js";
import { Bag } from "./pack/bag.js";
import { blobOf, contentOf } from "./pack/content.js";
import { Findings } from "./pack/findings.js";
import { stored } from "./pack/archive.js";
import { blobSize, Source } from "./pack/source.js";
import { write } from "./pack/writer.js";

/** The media type of a package. */
export const mediaType = "application/zip";

/**
 * Packs a dossier and the files that it names, which are among files: File, or
 * {name, blob}. The stream gives the package's bytes; whatever is wrong it fails
 * with, as an OcopError, and what it gave before is no package.
 *
 * - signal: an AbortSignal that ends it
 * - onProgress: is told {loaded, total}, bytes of files
 * - on, holidays: as validate has them
 */
export function pack(ocop, dossier, files, options) {
  const { signal, onProgress, ...dated } = packOptions(options);
  return write((document) => ocop.validate(document, dated), dossier, files, { signal, progress: counting(onProgress) });
}

/** The same as a Blob, once it is whole. */
export async function packBlob(ocop, dossier, files, options) {
  return blobOf(chunksOf(pack(ocop, dossier, files, options)), mediaType);
}

/**
 * Opens a package, a Blob or bytes, after all of it was checked: {valid, problems,
 * dossier, documentBytes, files}, files by name as {size, sha256, type, blob()}.
 * Of one that is not valid there is nothing but its problems. Options as of pack.
 */
export async function open(ocop, blob, options) {
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
  if (found.refused) return { valid: false, problems, dossier: null, documentBytes: null, files: new Map() };
  return { valid: true, problems, dossier: composed(bag.dossier), documentBytes: bag.text, files: filesIn(bag, from) };
}

function packOptions(options) {
  const read = optionsOf(options, ["signal", "onProgress", "on", "holidays"]);
  if (read.signal !== undefined && typeof read.signal?.throwIfAborted !== "function") throw wrongOption("/signal");
  if (read.onProgress !== undefined && typeof read.onProgress !== "function") throw wrongOption("/onProgress");
  return read;
}

const wrongOption = (path) => failure("MODULE-10", { found: "something else than the option takes", foundVi: "giá trị mà tùy chọn không nhận" }, path);

/** Counts bytes up to a total, and tells of them. */
const counting = (onProgress) => (total) => {
  let loaded = 0;
  return (bytes) => {
    loaded += bytes;
    onProgress?.({ loaded, total });
  };
};

/** A package as a Blob, which nobody changes between the check and the use. */
function blobFrom(value) {
  if (blobSize(value) !== undefined) return value;
  const bytes = bytesOf(value);
  if (!bytes) throw failure("MODULE-10", { found: "something that is no Blob and no bytes", foundVi: "dữ liệu không phải Blob hay byte" });
  return new Blob([bytes.slice()]); // shared memory is not taken as it is
}

async function* chunksOf(stream) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** The names of files in the one form that they have in a package. */
function composed(dossier) {
  for (const { file } of dossier.evidence ?? []) file.name = file.name.normalize("NFC");
  return dossier;
}

/** The evidence by name. What a file contains was checked, and is unpacked when it is asked for. */
function filesIn(bag, blob) {
  return new Map([...bag.files].map(([at, { name, size, sha256, type }]) => {
    const entry = bag.entries.get(at);
    const source = new Source(blob);
    const content = async () => (entry.method === stored ? source.slice(entry.body, entry.body + size, type) : blobOf(contentOf(source, entry), type));
    return [name, { size, sha256, type, blob: content }];
  }));
}
