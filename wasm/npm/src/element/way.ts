// For a finished sheet: the shortest way to the next star, and how safe this one is.

import { h } from "./dom.js";
import { sheetOf, tickKey } from "./draft.js";
import { jump, notesOf, optionText } from "./jump.js";
import { starAfter } from "./law.js";

export class Way {
  #t;
  #criteria;
  #gates;
  #kinds;
  #ocop;
  #goTo;

  constructor({ t, criteria, gates, kinds, ocop, goTo }) {
    this.#t = t;
    this.#criteria = criteria;
    this.#gates = gates;
    this.#kinds = kinds;
    this.#ocop = ocop;
    this.#goTo = goTo;
    this.element = h("div", { class: "way" });
  }

  update(draft, result) {
    const done = result.status === "classified";
    this.element.replaceChildren(...(done ? [...this.#plan(draft, result), ...this.#safety(draft, result)] : []));
  }

  #plan(draft, result) {
    const t = this.#t;
    const star = starAfter(result);
    if (!star) return [];
    const plan = this.#ocop.plan({ ...sheetOf(draft), star });
    const title = h("h4", {}, t("plan", { star }));
    if (!plan.reachable) {
      return [title, h("p", {}, t("planNone", { star })), h("ul", { class: "plain" }, (plan.blockedBy ?? []).map((what) => h("li", {}, this.#gates.get(what) ?? this.#criteria.get(what)?.name ?? what)))];
    }
    return [title, h("p", {}, t("planSum", { n: plan.changes.length, from: plan.total.from, to: plan.total.to })),
      h("ol", { class: "steps" }, plan.changes.map((change) => this.#change(change, draft.ticks)))];
  }

  #change({ criterion: code, to, points, reason }, ticks) {
    const t = this.#t;
    const criterion = this.#criteria.get(code);
    const kinds = criterion.evidence ?? [];
    const missing = kinds.filter((id) => !ticks.includes(tickKey(code, id))).map((id) => this.#kinds.get(id)?.name ?? id);
    return h("li", {},
      jump(criterion, this.#goTo),
      h("p", {}, t("need", { option: optionText(t, criterion, to) })),
      notesOf(criterion),
      h("p", { class: "hint" }, `+${t("points", { n: points })}, ${t(reason === "minimum" ? "forMinimum" : "forPoints")}`),
      kinds.length === 0 && h("p", { class: "hint" }, t("proofNone")),
      missing.length > 0 && h("p", { class: "hint" }, t("proof", { names: missing.join("; ") })));
  }

  #safety(draft, result) {
    if (result.star < 2) return [];
    const t = this.#t;
    const { points, criteria } = this.#ocop.safety(sheetOf(draft));
    const tight = criteria.map((code) => h("li", {}, jump(this.#criteria.get(code), this.#goTo)));
    return [h("details", { class: "safety", id: "safety" }, h("summary", {}, t("safety")),
      h("p", {}, t("safetyPoints", { n: points })),
      tight.length > 0 && [h("p", {}, t("safetyCriteria")), h("ul", { class: "steps" }, tight)])];
  }
}
