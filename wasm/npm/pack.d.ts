import type { Dated, Dossier, Ocop, Problem, Written } from "./index.js";
import type { RemoteOcop } from "./worker.js";

/** What checks dossiers: Ocop with its checks, or the same in a worker. */
export type Validator = Pick<Ocop, "validate"> | Pick<RemoteOcop, "validate">;

/** A file by another name than its own, or by one that a Blob has not. */
export interface NamedBlob {
  name: string;
  blob: Blob;
}

/** Bytes of files that went by, of all. */
export interface Progress {
  loaded: number;
  total: number;
}

/** A dossier that is not filed yet is judged as if filed on the day on. */
export interface PackOptions extends Dated {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
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
export const mediaType: "application/zip";

/** Packs a dossier and its files. What is wrong the stream fails with, as an OcopError; after an abort with the signal's reason. */
export function pack(ocop: Validator, dossier: Written<Dossier>, files: Iterable<File | NamedBlob>, options?: PackOptions): ReadableStream<Uint8Array>;

/** The same as a Blob. */
export function packBlob(ocop: Validator, dossier: Written<Dossier>, files: Iterable<File | NamedBlob>, options?: PackOptions): Promise<Blob>;

/** Opens a package once all of it was checked. */
export function open(ocop: Validator, blob: Blob | ArrayBufferView | ArrayBufferLike, options?: PackOptions): Promise<Opened | Refused>;
