// One member's sheet in the form, in place of the council, which nobody sees
// meanwhile.

import { byId, el } from "./dom.js";
import { lang } from "./lang.js";
import { library } from "./library.js";

/**
 * Shows a sheet, or an empty one of a product set. changed is called with what is
 * entered; buttons, which stand above and below, are made anew for each place; said
 * is where something is said of it.
 */
export async function showSheet({ title, hint, sheet, set, changed, buttons, said }) {
  const form = document.createElement("ocop-score");
  for (const name of ["no-save", "no-share", "council"]) form.setAttribute(name, "");
  form.setAttribute("name", "ocop-portal-member");
  form.setAttribute("lang", lang());
  if (sheet ?? set) form.setAttribute("set", sheet?.set ?? set);
  form.addEventListener("ocop-change", ({ detail }) => changed(structuredClone(detail.sheet)));
  showInstead(title, el("p", { className: "muted" }, hint), el("div", { className: "actions" }, buttons()), said, form, el("div", { className: "actions" }, buttons()));
  const [ocop] = await Promise.all([library(), import("/ocop/element.js")]);
  if (sheet) form.sheet = sheet;
  form.ocop = ocop;
}

/** Shows something in place of the council, under a heading that has the focus. */
export function showInstead(title, ...nodes) {
  const heading = el("h2", { id: "member-sheet-title", tabIndex: -1 }, title);
  byId("member-sheet").replaceChildren(heading, ...nodes.filter(Boolean));
  setOpen(true);
  if (document.activeElement !== byId("language")) heading.focus();
}

/** Takes it away, and with it all that was entered there. */
export function hideSheet() {
  byId("member-sheet").replaceChildren();
  setOpen(false);
}

function setOpen(open) {
  byId("member-sheet").hidden = !open;
  byId("council-work").hidden = open;
}
