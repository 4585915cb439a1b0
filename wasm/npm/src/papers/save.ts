// Papers as files.

import { saveBlob } from "../element/files.js";
import { optionsOf, reasonOf } from "../plain.js";
import { failure } from "../problems.js";

const types = { html: "text/html;charset=utf-8", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };

/** A paper as a file for Word and LibreOffice: a Blob. Options are those of ocop.paper. */
export async function paperDOCX(ocop, name, document, options) {
  const { makeZip } = await import("client-zip").catch((error) => {
    throw failure("MODULE-04", { name: "vendor/client-zip.js", reason: reasonOf(error) });
  });
  const lastModified = new Date(1980, 0, 1); // the same paper, the same file
  const parts = await ocop.paperParts(name, document, options); // of a worker a promise
  const files = parts.map(({ name: at, content }) => ({ name: at, input: content, lastModified }));
  return new Blob([await new Response(makeZip(files)).arrayBuffer()], { type: types.docx });
}

/** Hands a paper to the person as a file: format is html, the default, or docx. */
export async function savePaper(ocop, name, document, options) {
  const { format = "html", ...rest } = optionsOf(options, ["format", "lang", "council"]);
  if (!Object.hasOwn(types, format)) throw failure("MODULE-10", { found: "no format of a file: html, docx", foundVi: "giá trị không phải html hay docx" }, "/format");
  const blob = format === "docx" ? await paperDOCX(ocop, name, document, rest) : new Blob([await ocop.paperHTML(name, document, rest)], { type: types.html });
  saveBlob(`${name}.${format}`, blob);
}
