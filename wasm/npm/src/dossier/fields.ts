// A field for whatever a pointer leads to: the controls that the forms deserve where they
// have some, and else one by the shape of the value. All of the dossier can be reached so.

import { h, type Child } from "../element/dom.js";
import { cleaned } from "../visible.js";
import { box, idOf, saidOf } from "./box.js";
import { answersTable, gatesField } from "./claims.js";
import { dateField } from "./day.js";
import { evidenceList, evidencePicker } from "./evidence.js";
import type { Form } from "./form.js";
import { textOf } from "./inwords.js";
import { choiceField } from "./kinds.js";
import { numberField } from "./number.js";
import { namesEvidence } from "./shape.js";
import { shownField } from "./shown.js";
import { listField, yearsTable } from "./tables.js";
import { isTable, under, type Json } from "./tree.js";

/** The field of a pointer, with its name and what is wrong there. */
export function field(form: Form, pointer: string): HTMLElement {
  const shape = form.shape(pointer);
  if (namesEvidence(pointer)) return evidencePicker(form, pointer);
  if (pointer === "/evidence") return evidenceList(form, pointer);
  if (pointer === "/report/results/years") return yearsTable(form);
  if (pointer.endsWith("/gates")) return gatesField(form, pointer);
  switch (shape.kind) {
    case "object":
      return box(form, pointer, fieldsIn(form, pointer));
    case "list":
      return listField(form, pointer);
    case "table":
      return answersTable(form, pointer);
    case "data":
      return dataField(form, pointer);
  }
  if (!form.mayWrite(pointer)) return shownField(form, pointer, () => textOf(form, shape, form.value(pointer)));
  switch (shape.kind) {
    case "date":
      return dateField(form, pointer);
    case "number":
      return numberField(form, pointer);
    case "choice":
      return choiceField(form, pointer);
    case "flag":
      return flagField(form, pointer);
    default:
      return textField(form, pointer);
  }
}

/** The fields of an object's members, in printed order, but for some. */
export const fieldsIn = (form: Form, pointer: string, { except = [] }: { except?: readonly string[] } = {}): HTMLElement[] =>
  Object.keys(form.shape(pointer).members ?? {}).filter((name) => !except.includes(name)).map((name) => field(form, under(pointer, name)));

/** A text of one line or of many, which is kept as it is typed. */
function textField(form: Form, pointer: string): HTMLElement {
  const { kind, letters } = form.shape(pointer);
  const lines = kind === "lines";
  const attributes = { id: idOf(pointer), class: "field", maxlength: letters, autocomplete: "off", "aria-describedby": saidOf(pointer) };
  const input = lines ? h("textarea", { ...attributes, rows: 4 }) : h("input", { ...attributes, type: "text", inputmode: inputModes[pointer] });
  const typed = () => cleaned(input.value, lines);
  input.addEventListener("input", () => form.enter(pointer, typed() || undefined));
  const show = () => {
    const text = String(form.value(pointer) ?? "");
    if (typed() !== text) input.value = text;
  };
  show();
  form.onChange(show);
  return box(form, pointer, input, { control: input.id });
}

/** What a phone's keyboard offers. */
const inputModes: Readonly<Record<string, string>> = { "/producer/phone": "tel", "/producer/email": "email", "/producer/taxCode": "numeric" };

function flagField(form: Form, pointer: string): HTMLElement {
  const input = h("input", { id: idOf(pointer), type: "checkbox", "aria-describedby": saidOf(pointer), onchange: () => form.enter(pointer, input.checked || undefined) });
  const show = () => (input.checked = form.value(pointer) === true);
  show();
  form.onChange(show);
  const { title = "", where } = form.shape(pointer);
  return h("div", { class: "box", part: "field", "data-path": pointer }, h("label", { class: "tick", for: input.id }, input, h("span", {}, title, where && h("small", { class: "where" }, where))), h("div", { class: "said", id: saidOf(pointer) }));
}

/** What programs have put beside the dossier, as it is. */
function dataField(form: Form, pointer: string): HTMLElement {
  const list = h("div", { class: "data" });
  const row = (name: string, value: Json): Child => h("details", { id: `${idOf(pointer)}-${name}` }, h("summary", {}, name), h("pre", {}, JSON.stringify(value, null, 2).replaceAll("\n", " ")));
  const show = () => {
    const value = form.value(pointer);
    list.replaceChildren(...(isTable(value) ? Object.entries(value).map(([name, inner]) => row(name, inner) as Node) : [h("p", { class: "value" }, "–")]));
  };
  show();
  form.onChange(show);
  return box(form, pointer, list);
}
