// The boxes of form 02.I.7, and the papers that need not be there. What is compulsory is
// not said here: the checks say it, as problems.

import { h, say, type Child } from "../element/dom.js";
import { box, idOf, saidOf } from "./box.js";
import { field } from "./fields.js";
import type { Form } from "./form.js";
import { listField } from "./tables.js";
import { under } from "./tree.js";

const papers = "/report/papers";

/** The kind of evidence that a copy of each paper is of, as the checks have it (dossier/papers.go); all others are of intellectual property. */
const kindOf: Record<string, string> = {
  businessRegistration: "business-registration",
  qualityDeclared: "quality-declaration",
  foodSafety: "food-safety-certificate",
  productionConditions: "production-certificate",
};

/** The papers that the producer has (form 02.I.7.a to d). */
export function papersField(form: Form): HTMLElement {
  const names = Object.keys(form.shape(papers).members ?? {});
  let { where } = form.shape(papers); // which the box says
  return box(form, papers, names.map((name) => {
    const its = form.shape(under(papers, name)).where;
    const opens = its !== where && its;
    where = its;
    return [opens && h("p", { class: "group-title" }, opens), paper(form, name)];
  }));
}

/** A paper: its box, whether a copy is among the evidence, and which knock-out is about it. */
function paper(form: Form, name: string): HTMLElement {
  const { t } = form;
  const pointer = under(papers, name);
  const id = idOf(pointer);
  const kind = kindOf[name] ?? "intellectual-property";
  const { title = name, kind: shape } = form.shape(pointer);
  const gates = (form.rubric?.gates ?? []).filter((gate) => gate.paper === kind).map((gate) => h("p", { class: "hint gate" }, t("coPaperGate", { gate: gate.label, effect: t(gate.effect === "stop" ? "stop" : "reject") })));
  const state = h("p", { class: "hint", id: `${id}-state` });
  const add = form.mayWrite("/evidence") && h("button", { type: "button", id: `${id}-add`, class: "quiet", "aria-label": t("coPaperAddOf", { paper: title }), onclick: () => form.goTo("/evidence") }, t("coPaperAdd"));
  const show = () => {
    const there = (form.dossier.evidence ?? []).filter((piece) => piece?.kind === kind).length;
    const isAbout = form.value(pointer) !== undefined || gates.length > 0; // a line for each paper that nobody has would hide the others
    state.hidden = !isAbout && (there === 0 || !(name in kindOf));
    if (add) add.hidden = !isAbout || there > 0;
    say(state, t(there > 0 ? "coPaperThere" : "coPaperMissing", { n: there, kind: form.kinds.get(kind)?.name ?? kind }));
  };
  show();
  form.onChange(show);
  const around = (control: Child) => h("div", { class: "paper-tick" }, control, gates, state, add);
  if (shape !== "flag") return around(field(form, pointer));
  if (!form.mayWrite(pointer)) return around(h("div", { class: "box", "data-path": pointer }, h("p", { class: "value" }, `${form.value(pointer) === true ? "☑" : "☐"} ${title}`), h("div", { class: "said", id: saidOf(pointer) })));
  const tick: HTMLInputElement = h("input", { type: "checkbox", id, "aria-describedby": `${state.id} ${saidOf(pointer)}`, onchange: () => form.enter(pointer, tick.checked || undefined) });
  const showTick = () => (tick.checked = form.value(pointer) === true);
  showTick();
  form.onChange(showTick);
  return around(h("div", { class: "box", "data-path": pointer }, h("label", { class: "tick" }, tick, h("span", {}, title)), h("div", { class: "said", id: saidOf(pointer) })));
}

/** The papers that need not be there, with the ground and its evidence. */
export const exemptionsField = (form: Form): HTMLElement => listField(form, "/report/exemptions");
