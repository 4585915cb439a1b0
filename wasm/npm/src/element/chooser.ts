// Choosing one of the 26 product sets: a field that filters a list of buttons.

import { h, icon, say } from "./dom.js";

/** A text without case, marks and the stroke of đ: "Cà phê" is "ca phe". */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

/** Whether every word that is looked for stands in a folded text. */
export const matches = (folded, query) => fold(query).split(/[\s,.;/-]+/).every((word) => folded.includes(word));

export class Chooser {
  #t;
  #field;
  #status;
  #groups;

  /**
   * @param t texts
   * @param catalogue sectors with their product sets, or undefined while it is on its way
   * @param counts how many criteria are answered in each set
   * @param onChoose called with the number of a set
   */
  constructor({ t, catalogue, counts, onChoose, tools }) {
    this.#t = t;
    this.#field = h("input", {
      type: "search", id: "search", class: "field", placeholder: t("searchExample"), autocomplete: "off", spellcheck: "false",
      enterkeyhint: "search", oninput: () => this.#filter(), onkeydown: (event) => this.#onFieldKey(event),
    });
    this.#status = h("p", { class: "hint", role: "status" });
    this.#groups = (catalogue?.sectors ?? []).map((sector) => this.#group(sector, counts, onChoose));
    this.element = h("section", { class: "chooser", part: "chooser", "aria-labelledby": "choose-title" },
      h("h2", { id: "choose-title", tabindex: "-1" }, t("chooseTitle")),
      h("p", { class: "hint" }, t("chooseHint")),
      h("label", { class: "search", for: "search" }, h("span", { class: "label" }, t("search")), h("span", { class: "box" }, icon("search"), this.#field)),
      this.#status,
      catalogue ? h("div", { class: "sets", onkeydown: (event) => this.#onListKey(event) }, this.#groups.map((g) => g.element)) : h("p", { class: "waiting" }, t("loading")),
      tools);
    if (catalogue) this.#filter();
  }

  #group(sector, counts, onChoose) {
    const sets = sector.sets.map((set) => {
      const count = counts.get(set.no);
      const button = h("button", { type: "button", class: "set", part: "set", "data-set": set.no, onclick: () => onChoose(set.no) },
        h("span", { class: "no" }, String(set.no)),
        h("span", { class: "name" }, set.name),
        count > 0 && h("span", { class: "begun" }, this.#t("begun", { n: count })));
      return { folded: fold(`${set.no} ${set.name} ${sector.name}`), element: h("li", {}, button) };
    });
    const id = `sector-${sector.code}`;
    const element = h("section", { "aria-labelledby": id }, h("h3", { id }, sector.name), h("ul", {}, sets.map((set) => set.element)));
    return { element, sets };
  }

  #filter() {
    let found = 0;
    for (const { element, sets } of this.#groups) {
      for (const set of sets) set.element.hidden = !matches(set.folded, this.#field.value);
      const shown = sets.filter((set) => !set.element.hidden).length;
      element.hidden = shown === 0;
      found += shown;
    }
    say(this.#status, found > 0 ? this.#t("found", { n: found }) : this.#t("foundNone"));
  }

  /** Goes on from where another left off: what was looked for stays. */
  resume(before) {
    if (!before || before.#field.value === "") return;
    this.#field.value = before.#field.value;
    this.#filter();
  }

  get #buttons() {
    return [...this.element.querySelectorAll("li:not([hidden]) > button")];
  }

  #onFieldKey(event) {
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
  #onListKey(event) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    const buttons = this.#buttons;
    const to = buttons.indexOf(event.target) + step;
    if (to < 0) this.#field.focus();
    else buttons[Math.min(to, buttons.length - 1)].focus();
  }
}
