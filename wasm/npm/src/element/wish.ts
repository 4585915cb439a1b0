// A criterion on the way to a star, or beside it: what is to be done there, whether it
// can be changed at all, and how hard that is. It stays the same element wherever it
// stands, so that nothing typed is lost.

import type { Act } from "./act.js";
import { h, say } from "./dom.js";
import { jump } from "./jump.js";
import type { Criterion } from "./law.js";
import type { Speak } from "./texts.js";
import { costIn, mostCost, setCost, setLocked, usualCost } from "./wishes.js";

interface WishOptions {
  t: Speak;
  criterion: Criterion;
  goTo: (criterion: string) => void;
  wish: Act["wish"];
}

interface Shown {
  locked: boolean;
  cost: number | undefined;
  /** What is to be done. */
  words: readonly HTMLElement[];
}

export class Wish {
  readonly element: HTMLElement;
  readonly #t: Speak;
  readonly #code: string;
  readonly #wish: Act["wish"];
  readonly #words = h("div", { class: "words" });
  readonly #lock: HTMLInputElement;
  readonly #fold: HTMLElement;
  readonly #summary = h("summary", {});
  readonly #field: HTMLInputElement;
  readonly #error: HTMLElement;
  #cost: number | undefined; // that is drawn

  constructor({ t, criterion, goTo, wish }: WishOptions) {
    const { code } = criterion;
    this.#t = t;
    this.#code = code;
    this.#wish = wish;
    this.#lock = h("input", { type: "checkbox", id: `lock-${code}`, onchange: () => wish((wishes) => setLocked(wishes, [code], this.#lock.checked)) });
    const [id, hint, error] = [`cost-${code}`, `cost-hint-${code}`, `cost-error-${code}`];
    this.#field = h("input", { id, class: "field", inputmode: "numeric", autocomplete: "off", "aria-describedby": `${error} ${hint}`, onchange: () => afterPress(() => this.#enter()) });
    this.#error = h("p", { class: "error", id: error, role: "alert" });
    this.#fold = h("details", { id: `hard-${code}` }, this.#summary,
      h("label", { class: "label", for: id }, t("cost", { most: mostCost })), this.#field, this.#error,
      h("p", { class: "hint", id: hint }, t("costHint", { usual: usualCost })));
    this.element = h("li", {}, jump(criterion, goTo, "way"), this.#words,
      h("fieldset", { class: "wish" }, h("legend", { class: "unseen" }, t("criterion", { code })),
        h("label", { class: "tick" }, this.#lock, h("span", {}, t("lock"))), this.#fold));
  }

  update({ locked, cost = usualCost, words }: Shown): void {
    this.#words.replaceChildren(...words);
    this.#lock.checked = locked;
    this.#fold.hidden = locked; // what stays as it is costs nothing
    if (cost === this.#cost) return; // what is being typed stays
    this.#cost = cost;
    say(this.#summary, this.#t(cost === usualCost ? "hard" : "hardAt", { cost }));
    this.#fill(cost);
  }

  #enter(): void {
    const cost = costIn(this.#field.value);
    if (cost === undefined) return this.#complain(this.#t("costBad", { most: mostCost, cost: this.#cost ?? usualCost }));
    this.#fill(cost);
    if (cost !== this.#cost) this.#wish((wishes) => setCost(wishes, this.#code, cost));
  }

  #fill(cost: number): void {
    this.#field.value = String(cost);
    this.#complain("");
  }

  #complain(text: string): void {
    this.#field.setAttribute("aria-invalid", String(text !== ""));
    say(this.#error, text);
  }
}

/** Waits for a press that takes the focus away: what moves under the finger would get no click. */
function afterPress(act: () => void): void {
  if (document.querySelector(":active")) addEventListener("mouseup", act, { once: true, capture: true });
  else setTimeout(act); // until the focus has arrived
}
