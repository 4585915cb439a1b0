// For a finished sheet: the shortest way to the next star, and how safe this one is.

import type { Ocop } from "../ocop.js";
import type { Plan, Result } from "../types.js";
import { h } from "./dom.js";
import { hasEvidence, sheetOf, type Draft } from "./draft.js";
import { jump, notesOf, optionText } from "./jump.js";
import { starAfter, type Criterion, type Kinds } from "./law.js";
import type { Speak } from "./texts.js";

interface WayOptions {
  t: Speak;
  criteria: ReadonlyMap<string, Criterion>;
  /** The labels of the knock-outs. */
  gates: ReadonlyMap<string, string>;
  kinds: Kinds;
  goTo: (criterion: string) => void;
}

export class Way {
  readonly element = h("div", { class: "way" });
  readonly #t: Speak;
  readonly #criteria: ReadonlyMap<string, Criterion>;
  readonly #gates: ReadonlyMap<string, string>;
  readonly #kinds: Kinds;
  readonly #goTo: (criterion: string) => void;

  constructor({ t, criteria, gates, kinds, goTo }: WayOptions) {
    this.#t = t;
    this.#criteria = criteria;
    this.#gates = gates;
    this.#kinds = kinds;
    this.#goTo = goTo;
  }

  update(draft: Draft, result: Result, ocop: Ocop): void {
    const done = result.status === "classified";
    this.element.replaceChildren(...(done ? [...this.#plan(draft, result, ocop), ...this.#safety(draft, result, ocop)] : []));
  }

  #plan(draft: Draft, result: Result, ocop: Ocop): HTMLElement[] {
    const t = this.#t;
    const star = starAfter(result);
    if (!star) return [];
    const plan = ocop.plan({ ...sheetOf(draft), star });
    const title = h("h4", {}, t("plan", { star }));
    if (!plan.reachable) {
      return [title, h("p", {}, t("planNone", { star })), h("ul", { class: "plain" }, (plan.blockedBy ?? []).map((what) => h("li", {}, this.#gates.get(what) ?? this.#criteria.get(what)?.name ?? what)))];
    }
    return [title, h("p", {}, t("planSum", { n: plan.changes.length, from: plan.total.from, to: plan.total.to })),
      h("ol", { class: "steps" }, plan.changes.map((change) => this.#change(change, draft)))];
  }

  #change({ criterion: code, to, points, reason }: Plan["changes"][number], draft: Draft): HTMLElement {
    const t = this.#t;
    const criterion = this.#criteria.get(code);
    if (!criterion) return h("li", {}, code);
    const kinds = criterion.evidence ?? [];
    const missing = kinds.filter((id) => !hasEvidence(draft, code, id)).map((id) => this.#kinds.get(id)?.name ?? id);
    return h("li", {},
      jump(criterion, this.#goTo),
      h("p", {}, t("need", { option: optionText(t, criterion, to) })),
      notesOf(criterion),
      h("p", { class: "hint" }, `+${t("points", { n: points })}, ${t(reason === "minimum" ? "forMinimum" : "forPoints")}`),
      kinds.length === 0 && h("p", { class: "hint" }, t("proofNone")),
      missing.length > 0 && h("p", { class: "hint" }, t("proof", { names: missing.join("; ") })));
  }

  #safety(draft: Draft, result: Result, ocop: Ocop): HTMLElement[] {
    const t = this.#t;
    const safety = result.star === 1 ? null : ocop.safety(sheetOf(draft));
    if (!safety) return [];
    const { points } = safety;
    const tight = safety.criteria.flatMap((code) => this.#criteria.get(code) ?? []).map((criterion) => h("li", {}, jump(criterion, this.#goTo)));
    return [h("details", { class: "safety", id: "safety" }, h("summary", {}, t("safety")),
      h("p", {}, t("safetyPoints", { n: points })),
      tight.length > 0 && [h("p", {}, t("safetyCriteria")), h("ul", { class: "steps" }, tight)])];
  }
}
