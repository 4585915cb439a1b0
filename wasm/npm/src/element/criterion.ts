// One criterion: its levels, a way to take the answer back, its kinds of evidence.

import { h, heading, say } from "./dom.js";
import { tickKey } from "./draft.js";
import { allowsNone } from "./law.js";

export class Criterion {
  #t;
  #criterion;
  #options = new Map(); // code → {radio, label, mark}
  #takeBack;
  #ticks = new Map(); // kind → checkbox
  #evidence; // the fold's heading
  #shown; // what update has drawn

  constructor({ t, criterion, all, kinds, act }) {
    this.#t = t;
    this.#criterion = criterion;
    const { code, max, name, notes } = criterion;
    const notesId = notes.length > 0 ? `notes-${code}` : undefined;
    this.#takeBack = h("button", {
      type: "button", class: "quiet takeback", hidden: true, "aria-label": t("takeBackOf", { code }),
      onclick: () => this.#clear(act),
    }, t("takeBack"));
    this.element = h("fieldset", { class: "criterion", part: "criterion", id: `criterion-${code}`, "data-code": code, "aria-describedby": notesId },
      h("legend", {}, heading(code, name, t("atMost", { n: max }))),
      criterion.appliesUnless && h("p", { class: "apart", hidden: true }, t("notApplicable", { code: criterion.appliesUnless.criterion, option: labelOf(all.get(criterion.appliesUnless.criterion), criterion.appliesUnless.option) })),
      notesId && h("div", { class: "notes", id: notesId }, notes.map((note) => h("p", {}, note))),
      this.#levels(act),
      h("div", { class: "foot" }, this.#proof(kinds, act), this.#takeBack));
  }

  #levels(act) {
    const { cases, options } = this.#criterion;
    const none = allowsNone(this.#criterion) ? [this.#level({ code: "none", points: 0, label: this.#t("none") }, act)] : [];
    if (!cases) return h("div", { class: "levels" }, options.map((o) => this.#level(o, act)), none);
    const id = (i) => `case-${this.#criterion.code}-${i}`;
    return h("div", { class: "levels" }, cases.map((name, i) =>
      h("div", { role: "group", "aria-labelledby": id(i) },
        h("p", { class: "case", id: id(i) }, name),
        options.filter((o) => o.case === i + 1).map((o) => this.#level(o, act)))), none);
  }

  #level({ code, points, label, minStar }, act) {
    const radio = h("input", {
      type: "radio", name: `answer-${this.#criterion.code}`, value: code,
      onchange: () => act.answer(this.#criterion.code, code),
    });
    const mark = minStar && h("span", { class: "mark" }, this.#t("minimum", { n: minStar }));
    const element = h("label", { class: "option", part: "option" }, radio,
      h("span", { class: "words" }, label, mark && [" ", mark]),
      h("span", { class: "points" }, this.#t("points", { n: points })));
    this.#options.set(code, { element, radio, mark, minStar });
    return element;
  }

  #proof(kinds, act) {
    const wanted = (this.#criterion.evidence ?? []).filter((id) => kinds.has(id));
    if (wanted.length === 0) return h("span");
    this.#evidence = h("summary", {});
    return h("details", { class: "evidence", id: `evidence-${this.#criterion.code}` }, this.#evidence,
      h("div", { role: "group", "aria-label": this.#t("evidenceHint") }, wanted.map((id) => {
        const key = tickKey(this.#criterion.code, id);
        const box = h("input", { type: "checkbox", onchange: () => act.tick(key, box.checked) });
        this.#ticks.set(key, box);
        return h("label", { class: "tick" }, box, h("span", {}, kinds.get(id).name, h("small", {}, kinds.get(id).proof)));
      })));
  }

  /** Shows an answer; need is the shortfall that keeps the next star away. */
  update({ answer, ticks, apart, need }) {
    const had = [...this.#ticks.keys()].filter((key) => ticks.includes(key));
    const shown = [answer, apart, need?.need, need?.star, ...had].join("|");
    if (shown === this.#shown) return;
    this.#shown = shown;
    for (const [code, option] of this.#options) this.#mark(code, option, answer, need);
    this.element.classList.toggle("answered", answer !== undefined);
    this.element.classList.toggle("held", need !== undefined);
    this.element.classList.toggle("off", apart);
    this.element.disabled = apart;
    const said = this.element.querySelector(".apart");
    if (said) said.hidden = !apart;
    this.#takeBack.hidden = answer === undefined || apart;
    for (const [key, box] of this.#ticks) box.checked = had.includes(key);
    if (this.#evidence) say(this.#evidence, this.#t("evidence", { have: had.length, all: this.#ticks.size }));
  }

  #mark(code, { element, radio, mark, minStar }, answer, need) {
    radio.checked = code === answer;
    element.classList.toggle("chosen", code === answer);
    if (!mark) return;
    const needed = need?.need === code;
    mark.classList.toggle("needed", needed);
    say(mark, needed ? this.#t("needed", { n: need.star }) : this.#t("minimum", { n: minStar }));
  }

  #clear(act) {
    act.answer(this.#criterion.code, undefined);
    this.#options.values().next().value.radio.focus();
  }

  /** Brings the criterion before the eyes and takes the keyboard to its answer. */
  focus() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
    const options = [...this.#options.values()];
    (options.find((o) => o.radio.checked) ?? options[0]).radio.focus({ preventScroll: true });
  }
}

const labelOf = (criterion, code) => criterion.options.find((o) => o.code === code).label;
