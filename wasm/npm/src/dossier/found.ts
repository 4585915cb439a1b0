// What was found wrong, as a list: each with the place in the words of the form, which
// leads there.

import { h } from "../element/dom.js";
import type { Problem } from "../types.js";
import type { Form } from "./form.js";
import { placeWords } from "./where.js";

const most = 10; // that are shown at once

interface FoundOptions {
  /** Called before the person is taken to a place, as to close a dialog. */
  onGo?: () => void;
}

/** Problems as a list; the rest of many is folded. */
export function foundList(form: Form, problems: readonly Problem[], { onGo }: FoundOptions = {}): HTMLElement {
  const item = (problem: Problem) => h("li", {}, placeOf(form, problem, onGo), h("span", {}, problem.message[form.lang]), " ", h("small", {}, problem.code));
  const rest = problems.slice(most);
  return h("div", { class: "found-list" },
    h("ul", {}, problems.slice(0, most).map(item)),
    rest.length > 0 && h("details", {}, h("summary", {}, form.t("ftRest", { n: rest.length })), h("ul", {}, rest.map(item))));
}

/** The place, as what leads there; of what is found outside the dossier there is none. */
function placeOf(form: Form, { code, path }: Problem, onGo: (() => void) | undefined): HTMLElement | false {
  if (/^(?:FORM|MODULE)-/.test(code)) return false;
  const go = () => {
    onGo?.();
    form.goTo(path);
  };
  return h("button", { type: "button", class: "to", onclick: go }, placeWords(form, path));
}
