// One criterion: its levels, a way to take the answer back, its kinds of evidence.

import { mostNote, TextField } from "./about.js";
import type { Act } from "./act.js";
import { h, heading, say } from "./dom.js";
import { allowsNone, type Criterion as Rule, type Kinds, type Option, type Shortfall } from "./law.js";
import type { Speak } from "./texts.js";

interface CriterionOptions {
  t: Speak;
  criterion: Rule;
  /** All criteria of the product set. */
  all: ReadonlyMap<string, Rule>;
  kinds: Kinds;
  act: Act;
}

/** What a criterion shows. */
interface Shown {
  answer: string | undefined;
  /** The kinds of evidence that are there. */
  evidence: readonly string[];
  note: string;
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

export class Criterion {
  readonly element: HTMLFieldSetElement;
  readonly #t: Speak;
  readonly #criterion: Rule;
  readonly #options = new Map<string, Level>();
  readonly #takeBack: HTMLButtonElement;
  readonly #ticks = new Map<string, HTMLInputElement>(); // by the kind of evidence
  readonly #apart: HTMLElement | undefined; // says that it falls away
  readonly #was: { element: HTMLElement; words: HTMLElement };
  readonly #note: TextField;
  readonly #noteFold: { element: HTMLElement; summary: HTMLElement };
  #evidence: HTMLElement | undefined; // the fold's heading
  #shown: string | undefined; // what update has drawn

  constructor({ t, criterion, all, kinds, act }: CriterionOptions) {
    this.#t = t;
    this.#criterion = criterion;
    const { code, max, name, notes, appliesUnless: unless } = criterion;
    const notesId = notes.length > 0 ? `notes-${code}` : undefined;
    this.#takeBack = h("button", {
      type: "button", class: "quiet takeback", hidden: true, "aria-label": t("takeBackOf", { code }),
      onclick: () => this.#clear(act),
    }, t("takeBack"));
    this.#was = this.#before(act);
    this.#note = new TextField({ id: `note-text-${code}`, label: t("noteOf", { code }), most: mostNote, lines: true, onText: (text) => act.note(code, text) });
    const summary = h("summary", {});
    this.#noteFold = { summary, element: h("details", { class: "note", id: `note-${code}` }, summary, this.#note.element) };
    this.#apart = unless && h("p", { class: "apart", hidden: true }, t("notApplicable", { code: unless.criterion, option: labelOf(all.get(unless.criterion), unless.option) }));
    this.element = h("fieldset", { class: "criterion", part: "criterion", id: `criterion-${code}`, "data-code": code, "aria-describedby": notesId },
      h("legend", {}, heading(code, name, t("atMost", { n: max }))),
      this.#apart,
      notesId && h("div", { class: "notes", id: notesId }, notes.map((note) => h("p", {}, note))),
      this.#levels(act),
      h("div", { class: "foot" }, this.#proof(kinds, act), this.#noteFold.element, this.#takeBack),
      this.#was.element);
  }

  #before(act: Act): { element: HTMLElement; words: HTMLElement } {
    const words = h("span", {});
    const undo = h("button", { type: "button", class: "quiet", "aria-label": this.#t("undoOf", { code: this.#criterion.code }), onclick: () => act.undo() }, this.#t("undo"));
    return { words, element: h("p", { class: "was", hidden: true }, words, " ", undo) };
  }

  /** Shows what the level was before the last change; null where there is nothing to show. */
  was(option: string | null): void {
    const isNothing = option === null;
    if (isNothing !== this.#was.element.hidden) this.#was.element.hidden = isNothing;
    if (option !== null) say(this.#was.words, this.#t("was", { option: option === "none" ? this.#t("none") : labelOf(this.#criterion, option) }));
  }

  #levels(act: Act): HTMLElement {
    const { cases, options } = this.#criterion;
    const none = allowsNone(this.#criterion) ? [this.#level({ code: "none", points: 0, label: this.#t("none") }, act)] : [];
    if (!cases) return h("div", { class: "levels" }, options.map((o) => this.#level(o, act)), none);
    const id = (i: number) => `case-${this.#criterion.code}-${i}`;
    return h("div", { class: "levels" }, cases.map((name, i) =>
      h("div", { role: "group", "aria-labelledby": id(i) },
        h("p", { class: "case", id: id(i) }, name),
        options.filter((o) => o.case === i + 1).map((o) => this.#level(o, act)))), none);
  }

  #level({ code, points, label, minStar }: Option, act: Act): HTMLElement {
    const radio = h("input", {
      type: "radio", name: `answer-${this.#criterion.code}`, value: code,
      onchange: () => act.answer(this.#criterion.code, code),
    });
    const mark = minStar === undefined ? undefined : h("span", { class: "mark" }, this.#t("minimum", { n: minStar }));
    const element = h("label", { class: "option", part: "option" }, radio,
      h("span", { class: "words" }, label, mark && [" ", mark]),
      h("span", { class: "points" }, this.#t("points", { n: points })));
    this.#options.set(code, { element, radio, mark, minStar });
    return element;
  }

  #proof(kinds: Kinds, act: Act): HTMLElement {
    const wanted = (this.#criterion.evidence ?? []).flatMap((id) => kinds.get(id) ?? []);
    if (wanted.length === 0) return h("span");
    this.#evidence = h("summary", {});
    return h("details", { class: "evidence", id: `evidence-${this.#criterion.code}` }, this.#evidence,
      h("div", { role: "group", "aria-label": this.#t("evidenceHint") }, wanted.map(({ id, name, proof }) => {
        const box = h("input", { type: "checkbox", onchange: () => act.evidence(this.#criterion.code, id, box.checked) });
        this.#ticks.set(id, box);
        return h("label", { class: "tick" }, box, h("span", {}, name, h("small", {}, proof)));
      })));
  }

  update({ answer, evidence, note, apart, need }: Shown): void {
    const had = [...this.#ticks.keys()].filter((kind) => evidence.includes(kind));
    const shown = [answer, apart, need?.need, need?.star, ...had, note].join("|");
    if (shown === this.#shown) return;
    this.#shown = shown;
    for (const [code, option] of this.#options) this.#mark(code, option, answer, need);
    this.element.classList.toggle("answered", answer !== undefined);
    this.element.classList.toggle("held", need !== undefined);
    this.element.classList.toggle("off", apart);
    this.element.disabled = apart;
    if (this.#apart) this.#apart.hidden = !apart;
    this.#takeBack.hidden = answer === undefined || apart;
    for (const [kind, box] of this.#ticks) box.checked = had.includes(kind);
    this.#note.show(note);
    this.#noteFold.element.classList.toggle("filled", note !== "");
    say(this.#noteFold.summary, note ? this.#t("noteIs", { note: firstWords(note) }) : this.#t("note"));
    if (this.#evidence) say(this.#evidence, this.#t("evidence", { have: had.length, all: this.#ticks.size }));
  }

  #mark(code: string, { element, radio, mark, minStar = 0 }: Level, answer: string | undefined, need: Shortfall | undefined): void {
    radio.checked = code === answer;
    element.classList.toggle("chosen", code === answer);
    if (!mark) return;
    const needed = need?.need === code ? need : undefined;
    mark.classList.toggle("needed", needed !== undefined);
    say(mark, needed ? this.#t("needed", { n: needed.star }) : this.#t("minimum", { n: minStar }));
  }

  #clear(act: Act): void {
    act.answer(this.#criterion.code, undefined);
    this.#levelsInOrder[0].radio.focus();
  }

  /** Brings the criterion before the eyes and takes the keyboard to its answer. */
  focus(): void {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
    this.entry.focus({ preventScroll: true });
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

const firstWords = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text);

const labelOf = (criterion: Rule | undefined, code: string): string => criterion?.options.find((o) => o.code === code)?.label ?? code;
