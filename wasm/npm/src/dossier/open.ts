// What a person opens: a dossier, finished or not, as a file or as a package with its
// evidence, a self-assessment to begin with, or a backup. Nothing that is at hand is
// replaced before it is known what comes; what cannot be opened is told in words, and of
// what can, nothing is lost without a word.

import { problemsOf, parseDocument } from "../element/intake.js";
import type { Ocop } from "../ocop.js";
import type { PackedFile, Progress } from "../pack.js";
import { reasonOf } from "../plain.js";
import { failure } from "../problems.js";
import type { Problem, Sheet } from "../types.js";
import { backupIn, type Backup } from "./backup.js";
import type { Draft } from "./form.js";
import { draftOf, looksLikeDossier } from "./read.js";
import { isTable } from "./tree.js";

/** What was in a file. */
export type Opened =
  /** A dossier, the files of its evidence by name, and what of it the form cannot show or keep as it was. */
  | { dossier: Draft; files: ReadonlyMap<string, PackedFile>; told: Problem[] }
  | { sheet: Sheet }
  | { backup: Backup }
  | { problems: Problem[] };

interface Opening {
  /** With its checks. */
  ocop: Ocop;
  today: string;
  signal?: AbortSignal | undefined;
  /** Called while a package is read. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

const mostBytes = 1 << 20; // the module takes no larger dossier

/** Opens a file. It fails with the signal's reason alone: whatever is wrong with the file is among its problems. */
export async function openFile(file: Blob, opening: Opening): Promise<Opened> {
  try {
    const { isPackage, readDocument } = await import("../filetype.js").catch(unloaded("filetype.js"));
    return (await isPackage(file)) ? await openPackage(file, opening) : openDocument(await readDocument(file, "draft", mostBytes), opening);
  } catch (error) {
    return { problems: problemsOf(error) };
  }
}

const unloaded = (name: string) => (error: unknown): never => {
  throw failure("MODULE-04", { name, reason: reasonOf(error) });
};

/** A package as a whole: one that was changed gives nothing, as nobody can tell what of it is the producer's. */
async function openPackage(file: Blob, { ocop, today, signal, onProgress }: Opening): Promise<Opened> {
  const { open } = await import("../pack.js").catch(unloaded("pack.js"));
  const { valid, problems, dossier, files } = await open(ocop, file, { on: today, signal, onProgress });
  return valid ? { dossier, files, told: [] } : { problems };
}

/** A document that is JSON, by what stands in it. */
export function openDocument(bytes: Uint8Array, { ocop, today }: Pick<Opening, "ocop" | "today">): Opened {
  const backup = backupIn(bytes);
  if (backup) return { backup };
  const document = documentIn(bytes);
  if (document === undefined) return { problems: ocop.validate(bytes).problems }; // which say why it is no JSON
  if (isSheet(document)) {
    ocop.score(bytes); // as bytes: members that stand twice are found too
    return { sheet: parseDocument(bytes) };
  }
  const dossier = draftOf(document);
  return { dossier, files: new Map(), told: ocop.validate(bytes, { on: today }).problems.filter(({ code }) => lost.has(code)) };
}

/** What no field can show: a member that stands twice, of which the last is kept; one that dossiers do not have; a value of another type. */
const lost: ReadonlySet<Problem["code"]> = new Set(["JSON-06", "JSON-07", "JSON-09"]);

function documentIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const isSheet = (document: unknown): boolean => isTable(document) && Object.hasOwn(document, "answers") && !looksLikeDossier(document);
