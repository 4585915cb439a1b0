// How the panel names a criterion and its options.

import { h } from "./dom.js";

/** A link to a criterion. It is a button: an address with # belongs to the page. */
export const jump = ({ code, name }, goTo) =>
  h("button", { type: "button", class: "link", onclick: () => goTo(code) }, h("span", { class: "code" }, code), h("span", {}, name));

/** The notes of a criterion: no option's label is quoted without them. */
export const notesOf = ({ notes }) => notes.map((note) => h("p", { class: "hint" }, note));

/** An option in words. */
export const optionText = (t, criterion, code) => criterion.options.find((o) => o.code === code)?.label ?? t("none");
