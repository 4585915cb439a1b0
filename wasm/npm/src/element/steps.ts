// Step by step: one section at a time, for whoever a whole rubric at once is too much
// for. After the last comes the review. The page's history knows nothing of it.

import type { Act } from "./act.js";
import { h, say } from "./dom.js";
import type { Speak } from "./texts.js";

/** What is shown at a time. */
export interface Step {
  name: string;
  /** How many points there are in it, in words. */
  most?: string;
  element: HTMLElement;
  /** The part that it stands in. */
  part?: HTMLElement;
  criteria: readonly string[];
}

/** How somebody goes through a form: it outlives the form's drawings. */
export interface Pace {
  stepwise: boolean;
  at: number;
}

interface StepsOptions {
  t: Speak;
  steps: readonly Step[];
  pace: Pace;
  act: Act;
}

// Neither the switch nor the way through the steps changes a sheet: they can be used
// where nothing can be entered, and stand outside of what can be disabled.
export class Steps {
  readonly head: HTMLElement;
  readonly foot: HTMLElement;
  readonly #t: Speak;
  readonly #steps: readonly Step[];
  readonly #pace: Pace;
  readonly #act: Act;
  readonly #stepwise: HTMLButtonElement;
  readonly #whole: HTMLButtonElement;
  readonly #title = h("h3", { id: "step", tabindex: "-1" });
  readonly #done = h("progress", { "aria-hidden": "true" });
  readonly #place = h("div", { class: "step" }, this.#title, this.#done);
  readonly #back: HTMLButtonElement;
  readonly #onward: HTMLButtonElement;

  constructor({ t, steps, pace, act }: StepsOptions) {
    this.#t = t;
    this.#steps = steps;
    this.#pace = pace;
    this.#act = act;
    const button = (id: string, kind: string, label: string, onclick: () => void) => h("button", { type: "button", id, class: kind, onclick }, label);
    this.#stepwise = button("pace-steps", "quiet", t("stepwise"), () => this.#switch(true));
    this.#whole = button("pace-page", "quiet", t("wholePage"), () => this.#switch(false));
    this.#back = button("step-back", "quiet", t("stepBack"), () => this.#turn(pace.at - 1));
    this.#onward = button("step-next", "main", t("stepNext"), () => this.#goOn());
    this.head = h("div", { class: "pace" },
      h("div", { class: "switch", role: "group", "aria-label": t("pace") }, this.#stepwise, this.#whole),
      this.#place);
    this.foot = h("div", { class: "turn" }, this.#back, this.#onward);
    this.#draw();
  }

  /** Shows the step in which a criterion stands; without one the last, that of the knock-outs. */
  show(criterion?: string): void {
    const at = criterion === undefined ? this.#steps.length - 1 : this.#steps.findIndex(({ criteria }) => criteria.includes(criterion));
    if (at < 0 || at === this.#pace.at) return;
    this.#pace.at = at;
    this.#draw();
  }

  #switch(stepwise: boolean): void {
    if (stepwise === this.#pace.stepwise) return;
    this.#pace.stepwise = stepwise;
    this.#draw();
    this.#act.pace(stepwise);
  }

  #goOn(): void {
    if (this.#pace.at < this.#steps.length - 1) this.#turn(this.#pace.at + 1);
    else this.#act.review();
  }

  /** Turns to a step and takes the keyboard to its heading, which screen readers say then. */
  #turn(at: number): void {
    this.#pace.at = at;
    this.#draw();
    this.#title.scrollIntoView({ block: "start" });
    this.#title.focus({ preventScroll: true });
  }

  #draw(): void {
    const t = this.#t;
    const { stepwise, at } = this.#pace;
    const all = this.#steps.length;
    const now = this.#steps[at];
    for (const { element, part } of this.#steps) {
      element.hidden = stepwise && element !== now.element;
      if (part) part.hidden = stepwise && part !== now.part;
    }
    if (stepwise && now.element instanceof HTMLDetailsElement) now.element.open = true;
    this.#stepwise.setAttribute("aria-pressed", String(stepwise));
    this.#whole.setAttribute("aria-pressed", String(!stepwise));
    this.head.classList.toggle("stepwise", stepwise);
    this.#place.hidden = this.foot.hidden = !stepwise;
    this.#title.replaceChildren(h("span", {}, t("step", { n: at + 1, all, name: now.name })), ...(now.most ? [" ", h("span", { class: "max" }, now.most)] : []));
    this.#done.max = all;
    this.#done.value = at + 1;
    this.#back.hidden = at === 0;
    say(this.#onward, t(at < all - 1 ? "stepNext" : "review"));
  }
}
