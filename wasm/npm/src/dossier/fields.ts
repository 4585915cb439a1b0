import { h } from "../element/dom.js";
import { box, idOf } from "./box.js";
import type { Form } from "./form.js";

// Stands in until the frame's fields are there.
export function field(form: Form, pointer: string): HTMLElement {
  const input: HTMLInputElement = h("input", { id: idOf(pointer), class: "field", value: String(form.value(pointer) ?? ""), oninput: () => form.enter(pointer, input.value || undefined) });
  return box(form, pointer, input, { control: idOf(pointer) });
}
