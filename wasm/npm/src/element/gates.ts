// The knock-outs of a product set, in a fold: most sheets have none.

import { h, say } from "./dom.js";

export class Gates {
  #t;
  #count;
  #boxes = new Map(); // id → checkbox
  #derived = new Map(); // id → the line of a gate that follows from answers

  constructor({ t, gates, onGate }) {
    this.#t = t;
    this.#count = h("span", { class: "count" });
    const given = gates.filter((gate) => !gate.zeroPointsAt);
    const derived = gates.filter((gate) => gate.zeroPointsAt);
    this.element = h("details", { class: "gates", part: "gates", id: "gates" },
      h("summary", {}, h("h3", {}, t("gates")), this.#count),
      h("p", { class: "hint" }, t("gatesHint")),
      given.map((gate) => this.#given(gate, onGate)),
      derived.map((gate) => this.#follows(gate)));
  }

  #given({ id, effect, label, criterion }, onGate) {
    const box = h("input", { type: "checkbox", onchange: () => onGate(id, box.checked) });
    this.#boxes.set(id, box);
    return h("label", { class: "tick" }, box, h("span", {}, label, h("small", {}, this.#where(effect, criterion))));
  }

  #follows({ id, effect, label, zeroPointsAt }) {
    const line = h("p", { class: "derived", hidden: true }, label,
      h("small", {}, `${this.#t(effect)}. ${this.#t("derived", { codes: zeroPointsAt.join(", ") })}`));
    this.#derived.set(id, line);
    return line;
  }

  /** What it does, and the criterion where the decision prints it, if there is one. */
  #where(effect, criterion) {
    return criterion ? `${this.#t(effect)}, ${this.#t("gateAt", { code: criterion })}` : this.#t(effect);
  }

  /** @param given the gates that were ticked; standing: those that the result has */
  update(given, standing) {
    const ids = new Set([...given, ...standing.map((gate) => gate.id)]);
    for (const [id, box] of this.#boxes) box.checked = given.includes(id);
    for (const [id, line] of this.#derived) line.hidden = !ids.has(id);
    say(this.#count, ids.size > 0 ? this.#t("gatesFound", { n: ids.size }) : this.#t("gatesNone"));
    this.element.classList.toggle("found", ids.size > 0);
  }
}
