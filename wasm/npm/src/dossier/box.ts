// A field with its name, where it is printed, and what is wrong with it: the same around
// every control. data-path tells which value it is for; what is wrong there, or at
// something below it that has no field, is said in it.

import { h, type Child } from "../element/dom.js";
import type { Form } from "./form.js";

interface BoxOptions {
  /** The control's id, if it is one that a label can name; without it the box is a group. */
  control?: string;
  /** Instead of the name in the schema. */
  label?: string;
  hint?: Child;
}

/** The id of a pointer's control. */
export const idOf = (pointer: string): string => `at${pointer.replaceAll("/", "-")}`;

/** The id of what is said of a pointer's field: its control is described by it. */
export const saidOf = (pointer: string): string => `${idOf(pointer)}-said`;

export function box(form: Form, pointer: string, content: Child, { control, label, hint }: BoxOptions = {}): HTMLElement {
  const shape = form.shape(pointer);
  const name = label ?? shape.title ?? "";
  const mark = isOptional(form, pointer) && h("small", { class: "optional" }, " ", form.t("optional"));
  const where = shape.where && h("small", { class: "where" }, shape.where);
  const said = h("div", { class: "said", id: saidOf(pointer) });
  const above = [hint && h("p", { class: "hint" }, hint)];
  if (control) return h("div", { class: "box", part: "field", "data-path": pointer }, h("label", { class: "name", for: control }, name, mark), where, above, content, said);
  return h("fieldset", { class: "box group", part: "field", "data-path": pointer, "aria-describedby": saidOf(pointer) }, h("legend", { class: "name" }, name, mark), where, above, content, said);
}

/** Whether a value may be left out. */
export function isOptional(form: Form, pointer: string): boolean {
  const at = pointer.lastIndexOf("/");
  return !form.shape(pointer.slice(0, at)).required?.includes(pointer.slice(at + 1));
}
