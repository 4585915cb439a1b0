import { h } from "../element/dom.js";
import { box } from "./box.js";
import type { Form } from "./form.js";

// Stands in until the part of evidence is there.
export const evidencePicker = (form: Form, pointer: string): HTMLElement => box(form, pointer, h("p", { class: "hint" }, "…"));
export const evidenceList = evidencePicker;
