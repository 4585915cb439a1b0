// A dossier's package: its dossier checked, and how the files beside it fit.

import { el } from "./dom.js";
import { lang, t } from "./lang.js";

/**
 * The verdict on a package, with its files where it is valid. The dossier's bytes are
 * given of one with mistakes too, so that these are told in its own words and its papers
 * are to be had; progress is told of the share that was read.
 */
export async function checkPackage(ocop, file, { signal, progress }) {
  const { open } = await import("/ocop/pack.js");
  let bytes;
  const validate = (document, options) => ocop.validate((bytes = document), options);
  const { valid, problems, files } = await open({ validate }, file, { signal, onProgress: ({ loaded, total }) => progress(loaded / total) });
  return { valid, problems, bytes, files };
}

/** Says how the files in a package fit, as far as the list of problems does not; nothing of a verdict on a bare dossier. */
export function packedFiles({ valid, problems, files }) {
  if (!files) return undefined;
  if (!valid) return problems.some(isOfDossier) && el("p", {}, t("filesLater"));
  if (files.size === 0) return el("p", {}, t("filesNone"));
  const all = [...files];
  const total = all.reduce((sum, [, { size }]) => sum + size, 0);
  return el("details", {}, el("summary", {}, t("filesFit", { n: files.size, size: amount(total) })),
    el("ul", { className: "files" }, all.map(([name, { size }]) => el("li", {}, el("bdi", {}, name), el("small", {}, amount(size))))));
}

/** An error of the dossier itself: until it is mended it is not sure which files it names. */
const isOfDossier = ({ code, severity }) => severity === "error" && !code.startsWith("PACK-");

const amount = (bytes) => {
  const [unit, by] = bytes < 1 << 20 ? ["KB", 1 << 10] : ["MB", 1 << 20];
  return `${(bytes / by).toLocaleString(lang(), { maximumFractionDigits: 1 })} ${unit}`;
};
