// How safe the star of a finished sheet is.

import type { Ocop } from "../ocop.js";
import type { Result } from "../types.js";
import { h, say } from "./dom.js";
import { sheetOf, type Draft } from "./draft.js";
import { jump } from "./jump.js";
import type { Criterion } from "./law.js";
import type { Speak } from "./texts.js";

interface SafetyOptions {
  t: Speak;
  criteria: ReadonlyMap<string, Criterion>;
  goTo: (criterion: string) => void;
}

export class Safety {
  readonly element: HTMLElement;
  readonly #t: Speak;
  readonly #criteria: ReadonlyMap<string, Criterion>;
  readonly #goTo: (criterion: string) => void;
  readonly #points = h("p", {});
  readonly #tight = h("ul", { class: "steps" });
  readonly #tightly: HTMLElement;

  constructor({ t, criteria, goTo }: SafetyOptions) {
    this.#t = t;
    this.#criteria = criteria;
    this.#goTo = goTo;
    this.#tightly = h("div", {}, h("p", {}, t("safetyCriteria")), this.#tight);
    this.element = h("details", { class: "safety", id: "safety", hidden: true }, h("summary", {}, t("safety")), this.#points, this.#tightly);
  }

  update(draft: Draft, result: Result, ocop: Ocop): void {
    const safety = result.status === "classified" && result.star !== 1 ? ocop.safety(sheetOf(draft)) : null;
    this.element.hidden = safety === null;
    if (!safety) return;
    say(this.#points, this.#t("safetyPoints", { n: safety.points }));
    const tight = safety.criteria.flatMap((code) => this.#criteria.get(code) ?? []);
    this.#tightly.hidden = tight.length === 0;
    this.#tight.replaceChildren(...tight.map((criterion) => h("li", {}, jump(criterion, this.#goTo, "safe"))));
  }
}
