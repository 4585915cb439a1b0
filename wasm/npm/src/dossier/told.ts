// What was found wrong, said at the fields of a page: each at its own place, or at the
// nearest place above it that has a field.

import { h } from "../element/dom.js";
import type { Problem } from "../types.js";
import { isMissing, unread } from "./check.js";
import type { Form } from "./form.js";
import { isWithin } from "./tree.js";

interface TellOptions {
  form: Form;
  page: HTMLElement;
  /** The values that the page covers. */
  covers: readonly string[];
  /** Whether to say what is missing too: not before the person had a chance to enter it. */
  tellsMissing: boolean;
}

/** Puts what was found into the fields' places, and takes away what is not so any more. */
export function tellProblems({ form, page, covers, tellsMissing }: TellOptions): void {
  const fields = [...page.querySelectorAll<HTMLElement>("[data-path]")];
  const told = new Map<HTMLElement, Problem[]>();
  for (const problem of covers.flatMap((place) => form.found(place))) {
    if (problem.code === unread || (isMissing(problem) && !tellsMissing)) continue; // the field says by itself what it did not understand
    const field = closest(fields, problem.path);
    if (field) told.set(field, [...(told.get(field) ?? []), problem]);
  }
  for (const field of fields) show(form, field, told.get(field) ?? []);
}

/** The field at a path, or the closest around it; the page's first where there is none. */
function closest(fields: readonly HTMLElement[], path: string): HTMLElement | undefined {
  const around = fields.filter((field) => isWithin(path, field.dataset.path ?? ""));
  return around.sort((a, b) => (b.dataset.path ?? "").length - (a.dataset.path ?? "").length)[0] ?? fields[0];
}

function show(form: Form, field: HTMLElement, problems: readonly Problem[]): void {
  const said = [...field.querySelectorAll<HTMLElement>(".said")].find((one) => one.closest("[data-path]") === field);
  if (!said) return;
  const text = problems.map(({ code, message }) => `${code} ${message[form.lang]}`).join("\n");
  if (said.dataset.told === text) return;
  said.dataset.told = text;
  said.replaceChildren(...problems.map((problem) => h("p", { class: `problem ${kindOf(problem)}`, "data-code": problem.code }, h("span", {}, form.t(isMissing(problem) ? "foundMissing" : problem.severity === "error" ? "foundWrong" : "foundAdvice"), " "), problem.message[form.lang], " ", h("small", {}, problem.code))));
  const isBad = problems.some(({ severity }) => severity === "error");
  field.classList.toggle("bad", isBad);
  for (const control of field.querySelectorAll<HTMLElement>("input, select, textarea")) {
    if (control.closest("[data-path]") !== field || control.matches("[type=radio], [type=checkbox], [type=file]")) continue;
    if (isBad) control.setAttribute("aria-invalid", "true");
    else if (!control.classList.contains("unread")) control.removeAttribute("aria-invalid");
  }
}

const kindOf = (problem: Problem): string => (isMissing(problem) ? "missing" : problem.severity === "error" ? "wrong" : "advice");

/** Takes the keyboard to a pointer's field, or to the closest around it. */
export function focusField(page: HTMLElement, pointer: string): void {
  const field = closest([...page.querySelectorAll<HTMLElement>("[data-path]")], pointer);
  const control = field?.querySelector<HTMLElement>("input:not([type=file]):not(:disabled), select, textarea, button");
  for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  field?.scrollIntoView({ block: "start" });
  (control ?? page.querySelector<HTMLElement>("h2"))?.focus({ preventScroll: true });
}
