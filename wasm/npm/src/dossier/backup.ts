// All dossiers of a device as one file, and back, without the files of their evidence,
// which go with each dossier's package. What is restored stands beside what is there:
// nothing is replaced.

import { fileIn } from "../element/backup.js";
import { saveFile } from "../element/files.js";
import { problemsOf } from "../element/intake.js";
import { OcopError, problemOf, type Words } from "../problems.js";
import type { Problem } from "../types.js";
import type { Draft } from "./form.js";
import { draftOf } from "./read.js";
import { isSame, isTable, type Json } from "./tree.js";

const format = "ocop-dossiers";
const version = 1;

/** A dossier as a device keeps it. */
export interface Kept {
  dossier: Draft;
  /** The kinds of evidence that were ticked in the self-assessment it began with. */
  ticked?: Record<string, string[]> | undefined;
  /** When it was last changed, in milliseconds; 0 where that is not known. */
  at: number;
}

/** The file. */
export interface Backup {
  format: typeof format;
  version: number;
  dossiers: unknown[];
}

/** Hands all dossiers out as one file. */
export const saveBackup = (dossiers: readonly Kept[], today: string): void => saveFile(`ho-so-ocop-${today}.json`, backupText(dossiers));

export function backupText(dossiers: readonly Kept[]): string {
  const file: Backup = { format, version, dossiers: dossiers.map(({ dossier, ticked, at }) => ({ dossier, ...(ticked && { ticked }), at })) };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The backup in a document; null where it is none. One that a later version of the form has made is refused. */
export const backupIn = (document: Uint8Array): Backup | null => fileIn(document, { format, version, list: "dossiers" }) as Backup | null;

/** What is in a backup: the dossiers that are new here, how many are here already, and what is wrong with the others. */
export interface Restored {
  added: Kept[];
  there: number;
  refused: Problem[];
}

/** What of a backup is to be put beside the dossiers that are kept. */
export function restored({ dossiers }: Backup, kept: readonly Draft[]): Restored {
  const told: Restored = { added: [], there: 0, refused: [] };
  const known = [...kept] as Json[];
  for (const [i, entry] of dossiers.entries()) {
    try {
      const one = keptIn(entry);
      if (known.some((other) => isSame(other, one.dossier as Json))) {
        told.there++;
        continue;
      }
      known.push(one.dossier as Json);
      told.added.push(one);
    } catch (error) {
      told.refused.push(...problemsOf(error).map((problem) => ({ ...problem, path: `/dossiers/${i}/dossier${problem.path}` })));
    }
  }
  return told;
}

/** A dossier of a backup; one that cannot be opened throws an OcopError. */
function keptIn(entry: unknown): Kept {
  if (!isTable(entry) || !isTable(entry.dossier)) throw new OcopError([problemOf(unreadable, "FORM-06")]);
  const { dossier, ticked, at } = entry;
  return { dossier: draftOf(dossier), ...(isTicked(ticked) && { ticked }), at: typeof at === "number" && Number.isFinite(at) ? at : 0 };
}

const isTicked = (value: unknown): value is Record<string, string[]> =>
  isTable(value) && Object.values(value).every((kinds) => Array.isArray(kinds) && kinds.every((kind) => typeof kind === "string"));

const unreadable: Words = ["Không đọc được hồ sơ này trong bản sao lưu; các hồ sơ khác vẫn được mở.", "This dossier in the backup cannot be read; the others were opened."];
