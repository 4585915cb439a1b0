// Choosing one of the 26 product sets: a field that filters a list of buttons.

import type { Catalogue } from "../types.js";
import { h, icon, say, type Child } from "./dom.js";
import { isSetNo, type SetNo } from "./draft.js";
import { finder, type Found } from "./find.js";
import type { Speak } from "./texts.js";

type Sector = Catalogue["sectors"][number];

interface Entry {
  no: number;
  why: HTMLElement; // the word that led there
  begun: HTMLElement; // how much is answered
  element: HTMLElement;
}

interface Group {
  element: HTMLElement;
  sets: Entry[];
}

interface ChooserOptions {
  t: Speak;
  /** Sectors with their product sets, or undefined while they are on their way. */
  catalogue: Catalogue | undefined;
  /** Where the products stand that are kept. */
  list: Child;
  onChoose: (set: SetNo) => void;
  tools: Child;
}

export class Chooser {
  readonly element: HTMLElement;
  readonly #t: Speak;
  readonly #field: HTMLInputElement;
  readonly #status = h("p", { class: "hint", role: "status" });
  readonly #groups: Group[];
  readonly #catalogue: Catalogue | undefined;
  #find: ((text: string) => Found) | undefined; // made when somebody types

  constructor({ t, catalogue, list, onChoose, tools }: ChooserOptions) {
    this.#t = t;
    this.#catalogue = catalogue;
    this.#field = h("input", {
      type: "search", id: "search", class: "field", placeholder: t("searchExample"), autocomplete: "off", spellcheck: "false",
      enterkeyhint: "search", oninput: () => this.#filter(), onkeydown: (event) => this.#onFieldKey(event),
    });
    this.#groups = (catalogue?.sectors ?? []).map((sector) => this.#group(sector, onChoose));
    this.element = h("section", { class: "chooser", part: "chooser", "aria-labelledby": "choose-title" },
      list,
      h("h2", { id: "choose-title", tabindex: "-1" }, t("chooseTitle")),
      h("p", { class: "hint" }, t("chooseHint")),
      h("label", { class: "search", for: "search" }, h("span", { class: "label" }, t("search")), h("span", { class: "box" }, icon("search"), this.#field)),
      this.#status,
      catalogue ? h("div", { class: "sets", onkeydown: (event) => this.#onListKey(event) }, this.#groups.map((g) => g.element)) : h("p", { class: "waiting" }, t("loading")),
      tools);
    if (catalogue) this.#filter();
  }

  #group(sector: Sector, onChoose: (set: SetNo) => void): Group {
    const sets = sector.sets.map((set) => {
      const [why, begun] = [h("span", { class: "why" }), h("span", { class: "begun", hidden: true })];
      const button = h("button", { type: "button", class: "set", part: "set", "data-set": set.no, onclick: () => isSetNo(set.no) && onChoose(set.no) },
        h("span", { class: "no" }, String(set.no)),
        h("span", { class: "name" }, set.name, " ", why),
        begun);
      return { no: set.no, why, begun, element: h("li", {}, button) };
    });
    const id = `sector-${sector.code}`;
    const element = h("section", { "aria-labelledby": id }, h("h3", { id }, sector.name), h("ul", {}, sets.map((set) => set.element)));
    return { element, sets };
  }

  /** Shows how many criteria are answered in each set. */
  update(counts: ReadonlyMap<number, number>): void {
    for (const { no, begun } of this.#groups.flatMap(({ sets }) => sets)) {
      const n = counts.get(no) ?? 0;
      begun.hidden = n === 0;
      say(begun, this.#t("begun", { n }));
    }
  }

  #filter(): void {
    const by = this.#found();
    let found = 0;
    for (const { element, sets } of this.#groups) {
      for (const set of sets) {
        const word = by ? by.get(set.no) : "";
        set.element.hidden = word === undefined;
        set.why.textContent = word ?? "";
      }
      const shown = sets.filter((set) => !set.element.hidden).length;
      element.hidden = shown === 0;
      found += shown;
    }
    say(this.#status, found > 0 ? this.#t("found", { n: found }) : this.#t("foundNone"));
  }

  /** What is found by what stands in the field; undefined where nothing stands there. */
  #found(): Found | undefined {
    if (!this.#catalogue || this.#field.value.trim() === "") return undefined;
    this.#find ??= finder(this.#catalogue);
    return this.#find(this.#field.value);
  }

  /** Goes on from where another left off: what was looked for stays. */
  resume(before: Chooser | undefined): void {
    if (!before || before.#field.value === "") return;
    this.#field.value = before.#field.value;
    this.#filter();
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll<HTMLButtonElement>("li:not([hidden]) > button")];
  }

  #onFieldKey(event: KeyboardEvent): void {
    const [first] = this.#buttons;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      first?.focus();
    } else if (event.key === "Enter" && this.#field.value.trim() !== "" && !event.isComposing) {
      event.preventDefault();
      if (this.#buttons.length === 1) first.click();
      else first?.focus();
    }
  }

  // The arrows walk the list; Tab does too, as in any list of buttons.
  #onListKey(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    const buttons = this.#buttons;
    const to = buttons.findIndex((button) => button === event.target) + step;
    if (to < 0) this.#field.focus();
    else buttons[Math.min(to, buttons.length - 1)].focus();
  }
}
