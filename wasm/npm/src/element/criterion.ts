// One criterion of a sheet: its card, its kinds of evidence, a note, and what its level
// was before the last change.

import { mostNote, TextField } from "./about.js";
import type { Act } from "./act.js";
import { Card, labelOf } from "./card.js";
import { h, say } from "./dom.js";
import type { Criterion as Rule, Kinds, Shortfall } from "./law.js";
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

export class Criterion {
  readonly #t: Speak;
  readonly #criterion: Rule;
  readonly #card: Card;
  readonly #ticks = new Map<string, HTMLInputElement>(); // by the kind of evidence
  readonly #was: { element: HTMLElement; words: HTMLElement };
  readonly #note: TextField;
  readonly #noteFold: { element: HTMLElement; summary: HTMLElement };
  #evidence: HTMLElement | undefined; // the fold's heading
  #shown: string | undefined; // what update has drawn

  constructor({ t, criterion, all, kinds, act }: CriterionOptions) {
    this.#t = t;
    this.#criterion = criterion;
    const { code } = criterion;
    this.#was = this.#before(act);
    this.#note = new TextField({ id: `note-text-${code}`, label: t("noteOf", { code }), most: mostNote, lines: true, onText: (text) => act.note(code, text) });
    const summary = h("summary", {});
    this.#noteFold = { summary, element: h("details", { class: "note", id: `note-${code}` }, summary, this.#note.element) };
    const foot = [this.#proof(kinds, act), this.#noteFold.element];
    this.#card = new Card({ t, criterion, all, onAnswer: (option) => act.answer(code, option), foot, below: this.#was.element });
  }

  get element(): HTMLElement {
    return this.#card.element;
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
    this.#card.update({ answer, apart, need });
    for (const [kind, box] of this.#ticks) box.checked = had.includes(kind);
    this.#note.show(note);
    this.#noteFold.element.classList.toggle("filled", note !== "");
    say(this.#noteFold.summary, note ? this.#t("noteIs", { note: firstWords(note) }) : this.#t("note"));
    if (this.#evidence) say(this.#evidence, this.#t("evidence", { have: had.length, all: this.#ticks.size }));
  }

  /** Brings the criterion before the eyes and takes the keyboard to its answer. */
  focus(): void {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
    this.entry.focus({ preventScroll: true });
  }

  /** The level that is chosen, or the first. */
  get entry(): HTMLElement {
    return this.#card.entry;
  }
}

const firstWords = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text);
