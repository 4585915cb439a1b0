// How sheets come in from outside: from the page's address, a file, or a program.
// Nothing that is at hand is replaced before it is known that the new one is good.

import { isOcopError } from "../problems.js";
import { mostBytes } from "./files.js";
import { problemList } from "./notices.js";
import { speaker } from "./texts.js";

/** The problems of an error; what is no OcopError is a mistake of ours, and is thrown on. */
export function problemsOf(error) {
  if (isOcopError(error)) return error.problems;
  throw error;
}

/** A problem of the form itself, in the shape of all others. */
export const problem = (code, texts, severity = "error") => ({ code, path: "", severity, layer: "rule", message: texts, params: {} });

/** The value of a document that the module took: text, or bytes, of which it took no other letters. */
export const parseDocument = (document) =>
  JSON.parse(typeof document === "string" ? document : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(document));

/** Shows that something went wrong, with its problems in words. */
export function showProblems(view, id, text, problems, more = {}) {
  view.notices.show(id, { tone: "bad", text, problems: () => problemList(view.t, problems, view.lang), ...more });
}

/** Reads a file that should be a sheet; says what is wrong with it, or gives the sheet. */
export async function readSheetFile(view, ocop, file) {
  const failed = (text) => {
    view.notices.show("file", { tone: "bad", text });
    return { problems: [problem("FORM-02", both(text))] };
  };
  if (!ocop) return failed((t) => t("fileEarly"));
  if (file.size > mostBytes) return failed((t) => t("fileTooLarge", { size: Math.ceil(file.size / 1024), most: mostBytes / 1024 }));
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return failed((t) => t("fileUnread"));
  }
  try {
    ocop.score(bytes); // as bytes: members that stand twice are found too
    view.notices.drop("file");
    return { sheet: parseDocument(bytes) };
  } catch (error) {
    const problems = problemsOf(error);
    showProblems(view, "file", (t) => t.parts("fileFails", { file: file.name }), problems);
    return { problems };
  }
}

/** A text in both languages. */
export const both = (text) => ({ vi: text(speaker("vi")), en: text(speaker("en")) });
