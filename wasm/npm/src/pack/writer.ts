// A dossier and its files to a package, as ocop/pack writes it.

import { makeZip } from "client-zip";
import { sha256 } from "@noble/hashes/sha2.js";
import { documentOf } from "../plain.js";
import { failure, OcopError } from "../problems.js";
import { Findings } from "./findings.js";
import { document, evidence, filesOf, pointer, total, weigh } from "./names.js";
import { blobSize, Source } from "./source.js";
import { hex, tagsOf } from "./tags.js";

/** The package as a stream; whatever is wrong is what the stream fails with. */
export function write(validate, dossier, files, { signal, progress }) {
  const begun = begin(validate, dossier, files, signal);
  begun.catch(() => {}); // the stream tells of it
  const parts = partsOf(begun, progress);
  // Without throw: what is not wanted any more is left where it is, and is no error.
  const zip = makeZip({ next: () => parts.next(), [Symbol.asyncIterator]() { return this; } });
  return signal ? zip.pipeThrough(new TransformStream(), { signal }) : zip;
}

/**
 * Takes what was passed at once, as it is now, and looks for the files before
 * anything is written: most of what can be wrong shows there.
 */
async function begin(validate, dossier, files, signal) {
  const given = documentOf(dossier);
  const text = typeof given === "string" ? given : given.slice();
  const blobs = blobsOf(files);
  const { valid, problems } = await validate(text);
  if (!valid) throw new OcopError(problems);
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const read = JSON.parse(new TextDecoder().decode(bytes));
  const found = new Findings();
  const named = filesOf(read, found);
  weigh(total(named), found);
  const sources = named.map((file) => sourceOf(file, blobs, found, signal));
  refuse(found);
  const list = named.map((file, i) => ({ ...file, source: sources[i] })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return { small: [...tagsOf(read, bytes, list), { name: document, bytes }], files: list };
}

function refuse(found) {
  if (found.count > 0) throw new OcopError(found.list());
}

/** What was passed, in lists by name in NFC: some systems write ế as one letter, some as e with two marks. */
function blobsOf(files) {
  const blobs = new Map();
  let i = 0;
  if (typeof files?.[Symbol.iterator] !== "function") throw noFile("/files");
  for (const file of files) {
    const blob = blobSize(file) === undefined ? file?.blob : file;
    if (blobSize(blob) === undefined || typeof file.name !== "string") throw noFile(`/files/${i}`);
    const name = file.name.normalize("NFC");
    blobs.set(name, [...(blobs.get(name) ?? []), blob]);
    i++;
  }
  return blobs;
}

const noFile = (path) => failure("MODULE-10", { found: "something that is no file with a name", foundVi: "dữ liệu không phải tệp có tên" }, path);

/** Where a file is read from; told of where it is not there, not once, or not in its size. */
function sourceOf({ name, size, piece }, blobs, found, signal) {
  const [blob, other] = blobs.get(name) ?? [];
  if (!blob) found.add("PACK-20", { name }, pointer(piece));
  else if (other) found.add("PACK-16", { name, other: name }, pointer(piece));
  else if (blobSize(blob) !== size) found.add("PACK-22", { name, size: blobSize(blob), expected: size }, pointer(piece));
  return blob && new Source(blob, signal);
}

const dated = new Date(1980, 0, 1); // the first day that a ZIP can tell
const part = (name, input) => ({ name, input, lastModified: dated, mode: 0o644 });

/**
 * The ZIP's files: tag files and the dossier first, so that who reads it as it
 * comes knows what is to come. Once a file is wrong the package is lost; those
 * after it are read all the same, to tell of each.
 */
async function* partsOf(begun, progress) {
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
async function* checked({ name, source, piece, ...expected }, found, tell) {
  const sum = sha256.create();
  for await (const bytes of source.pieces()) {
    sum.update(bytes);
    tell(bytes.length);
    yield bytes;
  }
  if (hex(sum.digest()) !== expected.sha256) found.add("PACK-23", { name }, pointer(piece));
}
