// The score at the foot of a narrow screen; a tap opens the panel.

import { h, icon, say, stars, vary } from "./dom.js";
import { bandAfter, held } from "./law.js";
import { possibleStars, starText } from "./texts.js";

export class Bar {
  #t;
  #marks; // where the bands begin
  #points = h("strong", {});
  #stars = h("span", {});
  #words = h("span", { class: "words" });
  #fill = h("span", { class: "fill" });
  #span = h("span", { class: "span" });
  #next;
  #unanswered = [];

  constructor({ t, marks: bands, onOpen, goTo }) {
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

  update(result, all) {
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

  #lines(result, all) {
    const t = this.#t;
    if (result.status === "classified") {
      const row = h("span", { class: "row" }, stars(result.star), starText(t, result.star));
      return [row, ahead(t, this.#marks, result)];
    }
    if (result.status === "incomplete") {
      const count = all - result.notApplicable.length;
      return [h("span", { class: "row" }, t("count", { done: count - result.unanswered.length, all: count })), possibleStars(t, result.bounds.star)];
    }
    return [h("span", { class: "row" }, t(result.status)), t("soFar")];
  }
}

/** How far it is to the next band, or what keeps the star below it. */
function ahead(t, marks, result) {
  if (result.band > result.star) return t("minimaMissing", { n: held(result).length });
  const band = bandAfter(marks, result.total);
  return band ? t("toBand", band) : t("full");
}
