// Where things stand in a bag, and what a name in it may be: see ocop/pack.

import { limits } from "../made/kinds.js";
import type { Dossier } from "../types.js";
import { visible } from "../visible.js";
import type { Findings } from "./findings.js";

export const declaration = "bagit.txt";
export const bagInfo = "bag-info.txt";
export const manifest = "manifest-sha256.txt";
export const tagManifest = "tagmanifest-sha256.txt";
export const payload = "data/";
export const document = "data/dossier.json";
export const evidence = "data/evidence/";

/** The most bytes of a file that is read into memory; 0 for one of evidence. */
export function smallLimit(name: string): number {
  if (name === document) return limits.document;
  return [declaration, bagInfo, manifest, tagManifest].includes(name) ? limits.tagBytes : 0;
}

export const isASCII = (name: string): boolean => /^[\0-\x7f]*$/.test(name);

/** Whether a system may take a name for a place outside, or for more than a name. */
export function isUnsafe(name: string): boolean {
  const parts = withoutSlash(name).split("/");
  return parts.some((part) => part === "" || part === "." || part === "..") || /[\\:]/.test(name) || visible(name) !== name;
}

export const withoutSlash = (name: string): string => (name.endsWith("/") ? name.slice(0, -1) : name);

/** The same for names that some system takes for one: without case, in one normal form. */
export function folded(name: string): string {
  const letters = [...name.normalize("NFC")].map((letter) => (letter === "ı" ? letter : letter.toLowerCase().toUpperCase().toLowerCase()));
  return letters.join("").normalize("NFC");
}

/** The place of a piece's file in its dossier. */
export const pointer = (piece: number): string => `/evidence/${piece}/file`;

/** A file that a dossier names, and the piece of evidence that names it. */
export interface NamedFile {
  name: string;
  piece: number;
  id: string;
  size: number;
  sha256: string;
  type: string;
}

/**
 * The files that a dossier names, each once, in the order of its pieces: several
 * pieces may share one, as the pages of a scan do.
 */
export function filesOf(dossier: Dossier, found: Findings): NamedFile[] {
  const files = new Map<string, NamedFile>(); // by how systems compare names
  (dossier.evidence ?? []).forEach(({ id, file }, piece) => {
    const { size, sha256, mediaType: type } = file;
    const name = file.name.normalize("NFC");
    const key = folded(name);
    const other = files.get(key);
    if (!other) files.set(key, { name, piece, id, size, sha256, type });
    else if (other.name !== name) found.add("PACK-16", { name, other: other.name }, pointer(piece));
    else if (other.sha256 !== sha256 || other.size !== size) found.add("PACK-32", { id, other: other.id, name }, pointer(piece));
  });
  return [...files.values()];
}

/** Tells whether files come to more than a package may hold. */
export function weigh(size: number, found: Findings): void {
  if (size > limits.bytes) found.add("PACK-09", { name: "data", size, limit: limits.bytes });
}

/** Tells whether a package unpacks to more than its size warrants. */
export function weighRatio(packed: number, size: number, found: Findings): void {
  if (size > limits.free && Math.floor(size / limits.ratio) > packed) found.add("PACK-10", { packed, size, limit: limits.ratio });
}

export const total = (files: readonly { size: number }[]): number => files.reduce((sum, { size }) => sum + size, 0);
