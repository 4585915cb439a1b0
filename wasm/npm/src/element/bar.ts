// The score at the foot of a narrow screen; a tap opens the panel.

import type { Result } from "../types.js";
import { h, icon, say, stars, vary } from "./dom.js";
import { bandAfter, held, heldBack, type Mark } from "./law.js";
import { possibleStars, starText, type Speak } from "./texts.js";

interface BarOptions {
  t: Speak;
  marks: readonly Mark[];
  onOpen: () => void;
  goTo: (criterion: string) => void;
}

export class Bar {
  readonly element: HTMLElement;
  readonly #t: Speak;
  readonly #marks: readonly Mark[]; // where the bands begin
  readonly #points = h("strong", {});
  readonly #stars = h("span", {});
  readonly #words = h("span", { class: "words" });
  readonly #fill = h("span", { class: "fill" });
  readonly #span = h("span", { class: "span" });
  readonly #next: HTMLButtonElement;
  #unanswered: string[] = [];

  constructor({ t, marks: bands, onOpen, goTo }: BarOptions) {
    this.#t = t;
    this.#marks = bands;
    this.#next = h("button", { type: "button", class: "round", "aria-label": t("next"), title: t("next"), onclick: () => goTo(this.#unanswered[0]) }, icon("down"));
    const marks = bands.map(({ least }) => vary(h("span", { class: "mark" }), { "--at": least / 100 }));
    this.element = h("div", { class: "bar", part: "bar" },
      h("div", { class: "track", "aria-hidden": "true" }, this.#span, this.#fill, marks),
      h("button", { type: "button", class: "score", "aria-haspopup": "dialog", onclick: onOpen },
        h("span", { class: "number" }, this.#points, h("span", {}, t("unit"))), h("span", { class: "lines" }, this.#stars, this.#words), icon("up"), h("span", { class: "unseen" }, t("openPanel"))),
      this.#next);
  }

  /** Keeps the place of the score while there is none. */
  wait(failed: boolean): void {
    const t = this.#t;
    this.element.classList.add("early");
    say(this.#points, "–");
    this.#stars.replaceChildren(h("span", { class: "row" }, t(failed ? "scoreMissing" : "scoreComes")));
    say(this.#words, t("goOn"));
  }

  update(result: Result, all: number): void {
    this.element.classList.remove("early");
    this.#unanswered = result.unanswered;
    this.#next.hidden = result.unanswered.length === 0;
    say(this.#points, String(result.total));
    const [from, to] = result.bounds?.total ?? [result.total, result.total];
    vary(this.#fill, { "--to": result.total / 100 });
    vary(this.#span, { "--from": Math.min(from, result.total) / 100, "--to": to / 100 });
    const [head, words] = this.#lines(result, all);
    this.#stars.replaceChildren(head);
    say(this.#words, words);
  }

  #lines(result: Result, all: number): [HTMLElement, string] {
    const t = this.#t;
    const { status, star, bounds } = result;
    if (status === "rejected" || status === "stopped") return [h("span", { class: "row" }, t(status)), t("soFar")];
    if (star !== null) return [h("span", { class: "row" }, stars(star), starText(t, star)), ahead(t, this.#marks, result)];
    const count = all - result.notApplicable.length;
    return [h("span", { class: "row" }, t("count", { done: count - result.unanswered.length, all: count })), bounds ? possibleStars(t, bounds.star) : ""];
  }
}

/** How far it is to the next band, or what keeps the star below it. */
function ahead(t: Speak, marks: readonly Mark[], result: Result): string {
  if (heldBack(result)) return t("minimaMissing", { n: held(result).length });
  const band = bandAfter(marks, result.total);
  return band ? t("toBand", band) : t("full");
}
