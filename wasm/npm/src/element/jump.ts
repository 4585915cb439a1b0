// How the panel names a criterion and its options.

import { h } from "./dom.js";
import type { Criterion } from "./law.js";
import type { Speak } from "./texts.js";

/** A link to a criterion, in a place of the panel. It is a button: an address with # belongs to the page. */
export const jump = ({ code, name }: Criterion, goTo: (criterion: string) => void, place: string): HTMLElement =>
  h("button", { type: "button", class: "link", id: `${place}-${code}`, onclick: () => goTo(code) }, h("span", { class: "code" }, code), h("span", {}, name));

/** The notes of a criterion: no option's label is quoted without them. */
export const notesOf = ({ notes }: Criterion): HTMLElement[] => notes.map((note) => h("p", { class: "hint" }, note));

/** An option in words. */
export const optionText = (t: Speak, criterion: Criterion, code: string | null): string => criterion.options.find((o) => o.code === code)?.label ?? t("none");
