// The knock-outs of a product set, in a fold: most sheets have none.

import type { Result } from "../types.js";
import { h, say } from "./dom.js";
import type { Gate } from "./law.js";
import type { Speak } from "./texts.js";

interface GatesOptions {
  t: Speak;
  gates: readonly Gate[];
  /** What ids begin with, where the knock-outs stand on a page more than once. */
  prefix?: string;
  onGate: (id: string, found: boolean) => void;
}

export class Gates {
  readonly element: HTMLDetailsElement;
  readonly #t: Speak;
  readonly #count = h("span", { class: "count" });
  readonly #boxes = new Map<string, HTMLInputElement>();
  readonly #derived = new Map<string, HTMLElement>(); // the lines of gates that follow from answers

  constructor({ t, gates, prefix = "", onGate }: GatesOptions) {
    this.#t = t;
    const given = gates.filter((gate) => !gate.zeroPointsAt);
    const derived = gates.filter((gate) => gate.zeroPointsAt);
    this.element = h("details", { class: "gates", part: "gates", id: `${prefix}gates` },
      h("summary", {}, h("h3", {}, t("gates")), this.#count),
      h("p", { class: "hint" }, t("gatesHint")),
      given.map((gate) => this.#given(gate, prefix, onGate)),
      derived.map((gate) => this.#follows(gate)));
  }

  #given({ id, effect, label, criterion }: Gate, prefix: string, onGate: GatesOptions["onGate"]): HTMLElement {
    const box: HTMLInputElement = h("input", { type: "checkbox", id: `${prefix}gate-${id}`, onchange: () => onGate(id, box.checked) });
    this.#boxes.set(id, box);
    return h("label", { class: "tick" }, box, h("span", {}, label, h("small", {}, this.#where(effect, criterion))));
  }

  #follows({ id, effect, label, zeroPointsAt = [] }: Gate): HTMLElement {
    const line = h("p", { class: "derived", hidden: true }, label,
      h("small", {}, `${this.#effect(effect)}. ${this.#t("derived", { codes: zeroPointsAt.join(", ") })}`));
    this.#derived.set(id, line);
    return line;
  }

  /** What it does, and the criterion where the decision prints it, if there is one. */
  #where(effect: string, criterion: string | undefined): string {
    return criterion ? `${this.#effect(effect)}, ${this.#t("gateAt", { code: criterion })}` : this.#effect(effect);
  }

  #effect(effect: string): string {
    return this.#t(effect === "stop" ? "stop" : "reject");
  }

  /** Folds them out and takes the keyboard there. */
  focus(): void {
    this.element.open = true;
    this.element.scrollIntoView({ block: "start" });
    this.element.querySelector("summary")?.focus({ preventScroll: true });
  }

  /** @param given the gates that were ticked; standing: those that the result has */
  update(given: readonly string[], standing: Result["gates"]): void {
    const ids = new Set([...given, ...standing.map((gate) => gate.id)]);
    for (const [id, box] of this.#boxes) box.checked = given.includes(id);
    for (const [id, line] of this.#derived) line.hidden = !ids.has(id);
    say(this.#count, ids.size > 0 ? this.#t("gatesFound", { n: ids.size }) : this.#t("gatesNone"));
    this.element.classList.toggle("found", ids.size > 0);
  }
}
