// The view Tự chấm: the ready-made form, in the page's language.

import { lang } from "./lang.js";

const form = () => document.querySelector("ocop-score");

/** Brings the form to life. */
export async function start() {
  const follow = () => form().setAttribute("lang", lang());
  document.addEventListener("languagechosen", follow);
  follow();
  await import("/ocop/element.js");
}

/** What the form holds: a sheet, or null. */
export function sheetOfForm() {
  const { sheet } = form();
  return sheet?.set && Object.keys(sheet.answers ?? {}).length > 0 ? sheet : null;
}
