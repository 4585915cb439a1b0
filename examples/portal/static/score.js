// The view Tự chấm: the ready-made form, in the page's language.

import { byId } from "./dom.js";
import { lang } from "./lang.js";

const form = () => document.querySelector("ocop-score");

/** Brings the form to life; toMake leads on to the view Làm hồ sơ. */
export async function start(toMake) {
  const follow = () => form().setAttribute("lang", lang());
  document.addEventListener("languagechosen", follow);
  follow();
  const offer = () => (byId("make-of-sheet").hidden = !sheetOfForm());
  for (const told of ["ocop-ready", "ocop-change"]) form().addEventListener(told, offer);
  byId("make-of-sheet").addEventListener("click", () => toMake((make) => make.fromSheet(sheetOfForm())));
  await import("/ocop/element.js");
}

/** What the form holds: a sheet, or null. */
export function sheetOfForm() {
  const { sheet } = form();
  return sheet?.set && Object.keys(sheet.answers ?? {}).length > 0 ? sheet : null;
}
