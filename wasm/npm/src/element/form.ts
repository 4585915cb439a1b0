// The rubric as a form: part by part, each criterion a group of radio buttons.

import { Criterion } from "./criterion.js";
import { h, heading, say } from "./dom.js";
import { Gates } from "./gates.js";
import { criteriaOf, held } from "./law.js";

export class Form {
  #t;
  #criteria = new Map(); // code → Criterion
  #partPoints = new Map(); // code → {element, max}
  #gates;

  /**
   * @param rubric a product set with its words
   * @param kinds the kinds of evidence: id → {name, proof}
   * @param act what is done when somebody enters something: answer, gate, tick
   */
  constructor({ t, rubric, kinds, act }) {
    this.#t = t;
    const all = new Map(criteriaOf(rubric).map((c) => [c.code, c]));
    for (const criterion of all.values()) this.#criteria.set(criterion.code, new Criterion({ t, criterion, all, kinds, act }));
    if (rubric.gates.length > 0) this.#gates = new Gates({ t, gates: rubric.gates, onGate: act.gate });
    this.element = h("div", { class: "form", part: "form" }, rubric.parts.map((part) => this.#part(part)), this.#gates?.element);
  }

  #part(part) {
    const points = h("span", { class: "sum" });
    this.#partPoints.set(part.code, { element: points, max: part.max });
    const id = `part-${part.code}`;
    return h("section", { class: "part", "aria-labelledby": id },
      h("h3", { id }, h("span", { class: "code" }, this.#t("part", { code: part.code })), h("span", { class: "name" }, part.name), points),
      part.sections.map((section) => this.#section(section)));
  }

  #section(section) {
    // A section that is one criterion has its name only once.
    const single = section.criteria.length === 1 && section.criteria[0].code === section.code;
    const head = !single && h("h4", {}, heading(section.code, section.name, this.#t("atMost", { n: section.max })));
    let group;
    return h("div", { class: "section" }, head, section.criteria.flatMap((criterion) => {
      const opens = criterion.group && criterion.group.code !== group;
      group = criterion.group?.code;
      const { element } = this.#criteria.get(criterion.code);
      return opens ? [h("h5", {}, heading(group, criterion.group.name)), element] : [element];
    }));
  }

  /** Shows a draft and its result (undefined while there is none); touches only what changed. */
  update(draft, result) {
    const needs = new Map(result ? held(result).map((s) => [s.criterion, s]) : []);
    const apart = new Set(result?.notApplicable);
    for (const [code, criterion] of this.#criteria) {
      criterion.update({ answer: draft.answers[code], ticks: draft.ticks, apart: apart.has(code), need: needs.get(code) });
    }
    for (const [code, { element, max }] of this.#partPoints) say(element, result ? this.#t("of", { points: result.parts[code], max }) : "");
    this.#gates?.update(draft.gates, result?.gates ?? []);
  }

  /** Brings a criterion before the eyes and takes the keyboard there. */
  goTo(code) {
    this.#criteria.get(code)?.focus();
  }
}
