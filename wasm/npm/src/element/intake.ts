// How sheets come in from outside: from the page's address, a file, or a program.
// Nothing that is at hand is replaced before it is known that the new one is good.

import type { readDocument } from "../filetype.js";
import type { Ocop } from "../ocop.js";
import { jsonOf, Members, plain, type Document } from "../plain.js";
import { isOcopError, problemOf } from "../problems.js";
import type { Lang, Problem, ProblemCode, Rules, Sheet } from "../types.js";
import { backupIn, type Backup } from "./backup.js";
import { mostBytes } from "./files.js";
import { allowsNone, criteriaOf } from "./law.js";
import { problemList, type Notice } from "./notices.js";
import { speaker, type Speak } from "./texts.js";
import type { View } from "./view.js";

/** The problems of an error; what is no OcopError is a mistake of ours, and is thrown on. */
export function problemsOf(error: unknown): Problem[] {
  if (isOcopError(error)) return error.problems;
  throw error;
}

/** A problem of the form itself. */
export const problem = (code: ProblemCode, { vi, en }: Problem["message"], severity: Problem["severity"] = "error"): Problem => ({ ...problemOf([vi, en], code), severity });

/** The value of a document that the module took: text, or bytes, of which it took no other letters. */
export const parseDocument = (document: Document): Sheet =>
  JSON.parse(typeof document === "string" ? document : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(document));

/** What a program gives, as data of our own; undefined where it is a text or bytes, or cannot be read: those are the module's. */
export function plainData(given: unknown): unknown {
  try {
    const read = plain(given);
    return read instanceof Members ? JSON.parse(jsonOf(read) as string) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether plain data is a sheet that the rules take. It may be stricter than the
 * module, never laxer: what it takes is shown before the module is there.
 */
export function isSheet(data: unknown, rules: readonly Rules[]): data is Sheet {
  if (!isTable(data)) return false;
  const { edition: of, set, answers, gates = [], ...others } = data;
  const its = rules.find(({ no, edition }) => no === set && edition === of);
  if (!its || Object.keys(others).length > 0 || !isTable(answers) || !Array.isArray(gates)) return false;
  const criteria = new Map(criteriaOf(its).map((criterion) => [criterion.code, criterion]));
  const ticked = new Set(its.gates.filter((gate) => !gate.zeroPointsAt).map(({ id }) => id));
  return gates.every((id) => ticked.delete(id)) && Object.entries(answers).every(([code, option]) => {
    const criterion = criteria.get(code);
    return criterion && (criterion.options.some((one) => one.code === option) || (option === "none" && allowsNone(criterion)));
  });
}

const isTable = (data: unknown): data is Record<string, unknown> => typeof data === "object" && data !== null && !Array.isArray(data);

/** Shows that something went wrong, with its problems in words. */
export function showProblems(view: Pick<View, "notices" | "t" | "lang">, id: string, text: Notice["text"], problems: readonly Problem[], more: Pick<Notice, "actions"> = {}): void {
  view.notices.show(id, { tone: "bad", text, problems: () => problemList(view.t, problems, view.lang), ...more });
}

/** Reads a file that should be a sheet or a backup; says what is wrong with it, or gives what is in it. */
export async function readFile(view: View, ocop: Ocop | undefined, file: File): Promise<{ sheet: Sheet } | { backup: Backup } | { problems: Problem[] }> {
  if (!ocop) {
    const text = (t: Speak) => t("fileEarly");
    view.notices.show("file", { tone: "bad", text });
    return { problems: [problem("FORM-02", both(text))] };
  }
  try {
    const read = await reader();
    const bytes = await read(file, "form", mostBytes);
    const backup = backupIn(bytes);
    if (backup) {
      view.notices.drop("file");
      return { backup };
    }
    ocop.score(bytes); // as bytes: members that stand twice are found too
    view.notices.drop("file");
    return { sheet: parseDocument(bytes) };
  } catch (error) {
    const problems = problemsOf(error);
    showProblems(view, "file", (t) => t.parts("fileFails", { file: file.name }), problems);
    return { problems };
  }
}

/** What knows files. Without a line a sheet is still opened, and all else refused in the module's words. */
const reader = (): Promise<typeof readDocument> => import("../filetype.js").then((it) => it.readDocument, () => readPlain);

const readPlain = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(0, mostBytes + 1).arrayBuffer().catch(() => new ArrayBuffer(0)));

/** A text in both languages. */
export const both = (text: (t: Speak) => string): Record<Lang, string> => ({ vi: text(speaker("vi")), en: text(speaker("en")) });
