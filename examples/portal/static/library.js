// The OCOP library, loaded once and shared by the views.

import { load, OcopError } from "/ocop/index.js";
import { lang, t } from "./lang.js";

export { OcopError };

let loading;

const forms = () => [...document.querySelectorAll("#score > ocop-score, ocop-dossier")];

/** Gives a library to the forms that have none: without another, that which one of them has loaded. */
export function share(ocop = forms().map((form) => form.ocop).find(Boolean)) {
  if (ocop) for (const form of forms()) form.ocop ??= ocop;
  return ocop;
}

/**
 * The library without words and without the checks of dossiers. The forms and the
 * other views share one, whichever is there first. A failure may be tried again.
 */
export async function library() {
  loading ??= share() ?? load({ checks: false, words: [] });
  try {
    return share(await loading);
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/** A product set's rubric in the page's language. */
export async function rubricOf(set) {
  const ocop = await library();
  await ocop.loadWords(lang(), set);
  return ocop.rubric(set, { lang: lang() });
}

/** All criteria of a rubric by their code. */
export const criteriaOf = (rubric) =>
  new Map(rubric.parts.flatMap((part) => part.sections).flatMap((section) => section.criteria).map((c) => [c.code, c]));

/** The problems of an error: what the library found, or that something else went wrong. */
export function problemsOf(error) {
  if (error instanceof OcopError) return error.problems;
  console.error(error);
  const text = t("unexpected", { reason: error.message });
  return [{ code: "PORTAL-01", path: "", severity: "error", message: { vi: text, en: text } }];
}
