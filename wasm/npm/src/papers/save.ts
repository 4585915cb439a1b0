// Papers as files.

import { saveBlob } from "../element/files.js";
import type { Ocop } from "../index.js";
import { optionsOf, reasonOf } from "../plain.js";
import { failure } from "../problems.js";
import type { PaperName, PaperOptions, PaperSource, Written } from "../types.js";
import type { RemoteOcop } from "../worker.js";

/** What fills papers in: Ocop with its checks, or the same in a worker. */
export type Filler = Pick<Ocop, "paperHTML" | "paperParts"> | Pick<RemoteOcop, "paperHTML" | "paperParts">;

export interface SaveOptions extends PaperOptions {
  /** html if not given. */
  format?: "html" | "docx" | undefined;
}

const types = { html: "text/html;charset=utf-8", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };

/** The paper as a file for Word and LibreOffice. */
export async function paperDOCX(ocop: Filler, name: PaperName, document: Written<PaperSource>, options?: PaperOptions): Promise<Blob> {
  const { makeZip } = await import("client-zip").catch((error) => {
    throw failure("MODULE-04", { name: "vendor/client-zip.js", reason: reasonOf(error) });
  });
  const lastModified = new Date(1980, 0, 1); // the same paper, the same file
  const parts = await ocop.paperParts(name, document, options); // of a worker a promise
  const files = parts.map(({ name: at, content }) => ({ name: at, input: content, lastModified }));
  return new Blob([await new Response(makeZip(files)).arrayBuffer()], { type: types.docx });
}

/** Hands the paper to the person as a file. */
export async function savePaper(ocop: Filler, name: PaperName, document: Written<PaperSource>, options?: SaveOptions): Promise<void> {
  const { format = "html", ...rest }: SaveOptions = optionsOf(options, ["format", "lang", "council"]);
  if (!Object.hasOwn(types, format)) throw failure("MODULE-10", { found: "no format of a file: html, docx", foundVi: "giá trị không phải html hay docx" }, "/format");
  const blob = format === "docx" ? await paperDOCX(ocop, name, document, rest) : new Blob([await ocop.paperHTML(name, document, rest)], { type: types.html });
  saveBlob(`${name}.${format}`, blob);
}
