// A value that who fills in may read and not write: as text, where its control would be.

import { h, say } from "../element/dom.js";
import { box } from "./box.js";
import type { Form } from "./form.js";

/** The field of a value that is only read. */
export function shownField(form: Form, pointer: string, words: () => string): HTMLElement {
  const shown = h("p", { class: "value" });
  const show = () => say(shown, words() || "–");
  show();
  form.onChange(show);
  return box(form, pointer, shown);
}
