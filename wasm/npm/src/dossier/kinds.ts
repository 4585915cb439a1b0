// One of a few choices as radio buttons, one of many as the browser's own list.

import { h } from "../element/dom.js";
import { box, idOf, isOptional, saidOf } from "./box.js";
import type { Form } from "./form.js";
import { shownField } from "./shown.js";

const mostRadios = 6;

/** The field of a choice. A value that is none of the choices is shown as it is. */
export function choiceField(form: Form, pointer: string): HTMLElement {
  const { choices = [] } = form.shape(pointer);
  const id = idOf(pointer);
  const value = () => {
    const stands = form.value(pointer);
    return stands === undefined ? undefined : String(stands);
  };
  const titleOf = (one: string | undefined) => choices.find((choice) => String(choice.value) === one)?.title ?? one ?? "";
  if (!form.mayWrite(pointer)) return shownField(form, pointer, () => titleOf(value()));
  const enter = (chosen: string) => form.enter(pointer, choices.find((choice) => String(choice.value) === chosen)?.value ?? (chosen === "" ? undefined : chosen));
  const stands = value();
  const isStrange = stands !== undefined && !choices.some((choice) => String(choice.value) === stands);
  const all = [...choices.map((choice) => ({ value: String(choice.value), title: choice.title })), ...(isStrange ? [{ value: stands, title: stands }] : [])];

  if (all.length > mostRadios) {
    const select = h("select", { id, class: "field", "aria-describedby": saidOf(pointer), onchange: () => enter(select.value) },
      h("option", { value: "" }, form.t("coChoose")), all.map((choice) => h("option", { value: choice.value }, choice.title)));
    const show = () => (select.value = value() ?? "");
    show();
    form.onChange(show);
    return box(form, pointer, select, { control: id });
  }

  const radios = all.map((choice, i) => h("input", { type: "radio", id: i === 0 ? id : `${id}-${choice.value}`, name: id, value: choice.value, onchange: () => enter(choice.value) }));
  const takeBack = h("button", { type: "button", id: `${id}-none`, class: "quiet takeback", "aria-label": form.t("coTakeBackOf", { name: form.shape(pointer).title ?? "" }), onclick: () => {
    enter("");
    radios[0]?.focus();
  } }, form.t("takeBack"));
  const show = () => {
    for (const radio of radios) radio.checked = radio.value === value();
    takeBack.hidden = value() === undefined || !isOptional(form, pointer);
  };
  show();
  form.onChange(show);
  return box(form, pointer, h("div", { class: "radios" }, all.map((choice, i) => h("label", { class: "tick" }, radios[i], h("span", {}, choice.title))), takeBack));
}
