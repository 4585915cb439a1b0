// The rubric as a form: part by part, each criterion a group of radio buttons.

import type { Result } from "../types.js";
import { AboutFields } from "./about.js";
import type { Act } from "./act.js";
import type { Change } from "./changes.js";
import { Criterion } from "./criterion.js";
import { fields, h, heading, say } from "./dom.js";
import type { Draft } from "./draft.js";
import { Gates } from "./gates.js";
import { criteriaOf, fallsAway, held, type Criterion as Rule, type Kinds, type Part, type Rubric, type Section } from "./law.js";
import { Steps, type Pace, type Step } from "./steps.js";
import type { Speak } from "./texts.js";

interface FormOptions {
  t: Speak;
  rubric: Rubric;
  kinds: Kinds;
  act: Act;
  pace: Pace;
}

export class Form {
  readonly element: HTMLElement;
  readonly #t: Speak;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #criteria = new Map<string, Criterion>();
  readonly #points: { code: keyof Result["parts"]; max: number; element: HTMLElement }[] = [];
  readonly #gates: Gates | undefined;
  readonly #about: AboutFields;
  readonly #sections: Step[] = [];
  readonly #steps: Steps;

  constructor({ t, rubric, kinds, act, pace }: FormOptions) {
    this.#t = t;
    this.#rules = new Map(criteriaOf(rubric).map((c) => [c.code, c]));
    for (const [code, criterion] of this.#rules) this.#criteria.set(code, new Criterion({ t, criterion, all: this.#rules, kinds, act }));
    if (rubric.gates.length > 0) this.#gates = new Gates({ t, gates: rubric.gates, onGate: act.gate });
    this.#about = new AboutFields({ t, act });
    const all = fields(this.#about.element, rubric.parts.map((part) => this.#part(part)), this.#gates?.element);
    const last: Step[] = this.#gates ? [{ name: t("gates"), element: this.#gates.element, criteria: [] }] : [];
    this.#steps = new Steps({ t, steps: [...this.#sections, ...last], pace, act });
    this.element = h("div", { class: "form", part: "form" }, this.#steps.head, all, this.#steps.foot);
  }

  #part(part: Part): HTMLElement {
    const points = h("span", { class: "sum" });
    this.#points.push({ code: part.code as keyof Result["parts"], max: part.max, element: points });
    const id = `part-${part.code}`;
    const element = h("section", { class: "part", "aria-labelledby": id });
    element.append(h("h3", { id }, h("span", { class: "code" }, this.#t("part", { code: part.code })), h("span", { class: "name" }, part.name), points),
      ...part.sections.map((section) => this.#section(section, element)));
    return element;
  }

  #section(section: Section, part: HTMLElement): HTMLElement {
    // A section that is one criterion has its name only once.
    const single = section.criteria.length === 1 && section.criteria[0].code === section.code;
    const head = !single && h("h4", {}, heading(section.code, section.name, this.#t("atMost", { n: section.max })));
    let group: string | undefined;
    const element = h("div", { class: "section" }, head, section.criteria.flatMap((criterion) => {
      const opens = criterion.group?.code === group ? undefined : criterion.group;
      group = criterion.group?.code;
      return [opens && h("h5", {}, heading(opens.code, opens.name)), this.#criteria.get(criterion.code)?.element];
    }));
    const { name, max, criteria } = section;
    this.#sections.push({ name, most: this.#t("atMost", { n: max }), element, part, criteria: criteria.map((criterion) => criterion.code) });
    return element;
  }

  /** Shows a draft and its result, null while there is none; touches only what changed. */
  update(draft: Draft, result: Result | null): void {
    const needs = new Map(result ? held(result).map((s) => [s.criterion, s]) : []);
    const apart = new Set(result?.notApplicable ?? fallsAway(this.#rules.values(), draft));
    for (const [code, criterion] of this.#criteria) {
      criterion.update({ answer: draft.answers[code], evidence: draft.evidence[code] ?? [], note: draft.notes[code] ?? "", apart: apart.has(code), need: needs.get(code) });
    }
    for (const { code, max, element } of this.#points) say(element, this.#t("of", { points: result?.parts[code] ?? "–", max }));
    this.#gates?.update(draft.gates, result?.gates ?? []);
    this.#about.update(draft.about);
  }

  /** Shows at a criterion what its level was before the last change. */
  last(change: Change | undefined): void {
    const [path = "", was = null] = change?.length === 1 ? change[0] : [];
    for (const [code, criterion] of this.#criteria) criterion.was(path === `answers/${code}` ? was : null);
  }

  /** The control of a criterion. */
  entry(code: string): HTMLElement | undefined {
    return this.#criteria.get(code)?.entry;
  }

  /** Brings a criterion before the eyes and takes the keyboard there. */
  goTo(code: string): void {
    this.#steps.show(code);
    this.#criteria.get(code)?.focus();
  }

  /** The same with the knock-outs. */
  goToGates(): void {
    this.#steps.show();
    this.#gates?.focus();
  }
}
