// One criterion as a card: its levels with points and minima, and a way to take the
// answer back. What stands beside the levels is whose card it is to say.

import { h, heading, say, type Child } from "./dom.js";
import { allowsNone, type Criterion as Rule, type Option, type Shortfall } from "./law.js";
import { pointsText, type Speak } from "./texts.js";

interface CardOptions {
  t: Speak;
  criterion: Rule;
  /** All criteria of the product set. */
  all: ReadonlyMap<string, Rule>;
  /** What ids begin with, where several cards of a criterion stand on a page. */
  prefix?: string;
  onAnswer: (option: string | undefined) => void;
  /** What stands beside the button that takes the answer back, and below it. */
  foot?: Child;
  below?: Child;
}

interface CardShown {
  answer: string | undefined;
  /** Whether it falls away. */
  apart: boolean;
  /** The shortfall that keeps the next star away. */
  need: Shortfall | undefined;
}

interface Level {
  element: HTMLElement;
  radio: HTMLInputElement;
  mark: HTMLElement | undefined;
  minStar: number | undefined;
}

export class Card {
  readonly element: HTMLFieldSetElement;
  readonly #t: Speak;
  readonly #criterion: Rule;
  readonly #prefix: string;
  readonly #onAnswer: CardOptions["onAnswer"];
  readonly #options = new Map<string, Level>();
  readonly #takeBack: HTMLButtonElement;
  readonly #apart: HTMLElement | undefined; // says that it falls away

  constructor({ t, criterion, all, prefix = "", onAnswer, foot, below }: CardOptions) {
    this.#t = t;
    this.#criterion = criterion;
    this.#prefix = prefix;
    this.#onAnswer = onAnswer;
    const { code, max, name, notes, appliesUnless: unless } = criterion;
    const notesId = notes.length > 0 ? `${prefix}notes-${code}` : undefined;
    this.#takeBack = h("button", {
      type: "button", class: "quiet takeback", hidden: true, "aria-label": t("takeBackOf", { code }),
      onclick: () => this.#clear(),
    }, t("takeBack"));
    this.#apart = unless && h("p", { class: "apart", hidden: true }, t("notApplicable", { code: unless.criterion, option: labelOf(all.get(unless.criterion), unless.option) }));
    this.element = h("fieldset", { class: "criterion", part: "criterion", id: `${prefix}criterion-${code}`, "data-code": code, "aria-describedby": notesId },
      h("legend", {}, heading(code, name, t("atMost", { n: max }))),
      this.#apart,
      notesId && h("div", { class: "notes", id: notesId }, notes.map((note) => h("p", {}, note))),
      this.#levels(),
      h("div", { class: "foot" }, foot, this.#takeBack),
      below);
  }

  #levels(): HTMLElement {
    const { cases, options } = this.#criterion;
    const none = allowsNone(this.#criterion) ? [this.#level({ code: "none", points: 0, label: this.#t("none") })] : [];
    if (!cases) return h("div", { class: "levels" }, options.map((o) => this.#level(o)), none);
    const id = (i: number) => `${this.#prefix}case-${this.#criterion.code}-${i}`;
    return h("div", { class: "levels" }, cases.map((name, i) =>
      h("div", { role: "group", "aria-labelledby": id(i) },
        h("p", { class: "case", id: id(i) }, name),
        options.filter((o) => o.case === i + 1).map((o) => this.#level(o)))), none);
  }

  #level({ code, points, label, minStar }: Option): HTMLElement {
    const name = `${this.#prefix}answer-${this.#criterion.code}`;
    const radio = h("input", { type: "radio", id: this.#prefix ? `${name}-${code}` : undefined, name, value: code, onchange: () => this.#onAnswer(code) });
    const mark = minStar === undefined ? undefined : h("span", { class: "mark" });
    const element = h("label", { class: "option", part: "option" }, radio,
      h("span", { class: "words" }, label, mark && [" ", mark]),
      h("span", { class: "points" }, pointsText(this.#t, points)));
    this.#options.set(code, { element, radio, mark, minStar });
    return element;
  }

  update({ answer, apart, need }: CardShown): void {
    for (const [code, option] of this.#options) this.#mark(code, option, answer, need);
    this.element.classList.toggle("answered", answer !== undefined);
    this.element.classList.toggle("held", need !== undefined);
    this.element.classList.toggle("off", apart);
    this.element.disabled = apart;
    if (this.#apart) this.#apart.hidden = !apart;
    this.#takeBack.hidden = answer === undefined || apart;
  }

  #mark(code: string, { element, radio, mark, minStar = 0 }: Level, answer: string | undefined, need: Shortfall | undefined): void {
    radio.checked = code === answer;
    element.classList.toggle("chosen", code === answer);
    if (!mark) return;
    const needed = need?.need === code ? need : undefined;
    const texts = [this.#t("minimum", { n: minStar }), this.#t("needed", { n: needed?.star ?? minStar })];
    if (needed) texts.reverse();
    mark.classList.toggle("needed", needed !== undefined);
    say(mark, texts[0]);
    mark.dataset.else = texts[1]; // keeps its room, so that nothing moves when the one becomes the other
  }

  #clear(): void {
    this.#onAnswer(undefined);
    this.#levelsInOrder[0].radio.focus();
  }

  /** The level that is chosen, or the first. */
  get entry(): HTMLElement {
    const levels = this.#levelsInOrder;
    return (levels.find(({ radio }) => radio.checked) ?? levels[0]).radio;
  }

  get #levelsInOrder(): Level[] {
    return [...this.#options.values()];
  }
}

export const labelOf = (criterion: Rule | undefined, code: string): string => criterion?.options.find((o) => o.code === code)?.label ?? code;
