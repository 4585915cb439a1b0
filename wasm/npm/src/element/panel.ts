// What the sheet comes to: verdict, scale, parts, what is open, what holds the star back.

import type { Ocop } from "../ocop.js";
import type { Result } from "../types.js";
import type { Act } from "./act.js";
import { h, icon, keepFocus, say, vary } from "./dom.js";
import type { Draft } from "./draft.js";
import { jump, notesOf, optionText } from "./jump.js";
import { bandAfter, criteriaOf, held, heldBack, starAfter, type Criterion, type Kinds, type Mark, type Part, type Rubric, type Shortfall } from "./law.js";
import { Safety } from "./safety.js";
import type { Speak } from "./texts.js";
import { verdict } from "./verdict.js";
import { Way } from "./way.js";

interface PanelOptions {
  t: Speak;
  rubric: Rubric;
  marks: readonly Mark[];
  kinds: Kinds;
  /** Called with the code of a criterion to jump to. */
  goTo: (criterion: string) => void;
  wish: Act["wish"];
  tools: HTMLElement;
}

interface Scale {
  element: HTMLElement;
  fill: HTMLElement;
  span: HTMLElement;
  zones: HTMLElement[];
}

interface Meter {
  code: keyof Result["parts"];
  max: number;
  element: HTMLElement;
  number: HTMLElement;
  fill: HTMLElement;
}

export class Panel {
  readonly element: HTMLElement;
  readonly #t: Speak;
  readonly #marks: readonly Mark[]; // where the bands begin
  readonly #criteria: ReadonlyMap<string, Criterion>;
  readonly #gates: ReadonlyMap<string, string>; // their labels
  readonly #goTo: (criterion: string) => void;
  readonly #way: Way;
  readonly #safety: Safety;
  readonly #early = h("p", { class: "early" }); // stands for all the rest while there is no score
  readonly #verdict = h("div", { class: "verdict" });
  readonly #scale: Scale;
  readonly #meters: Meter[];
  readonly #progress = { text: h("p", { class: "progress-text" }), bar: h("progress", { "aria-hidden": "true" }) };
  readonly #open: { fold: HTMLElement; summary: HTMLElement; list: HTMLElement };
  readonly #held = h("div", { class: "held-back" });
  /** Leads to the first criterion that is not answered. */
  readonly next: HTMLElement;
  #next: string | undefined; // the first criterion that is not answered

  constructor({ t, rubric, marks, kinds, goTo, wish, tools }: PanelOptions) {
    this.#t = t;
    this.#marks = marks;
    this.#criteria = new Map(criteriaOf(rubric).map((c) => [c.code, c]));
    this.#gates = new Map(rubric.gates.map((gate) => [gate.id, gate.label]));
    this.#goTo = goTo;
    this.#way = new Way({ t, criteria: this.#criteria, stars: marks.map(({ star }) => star), kinds, goTo, wish });
    this.#safety = new Safety({ t, criteria: this.#criteria, goTo });
    this.#scale = makeScale(marks);
    this.#meters = rubric.parts.map(makeMeter);
    this.next = h("button", { type: "button", class: "next", onclick: () => this.#next && goTo(this.#next) }, icon("down"), t("next"));
    const summary = h("summary", {});
    const list = h("div", { class: "chips" });
    this.#open = { summary, list, fold: h("details", { class: "open", id: "open" }, summary, list) };
    this.element = h("div", { class: "panel", part: "panel" },
      h("h3", { class: "unseen" }, t("result")),
      this.#early, this.#verdict, this.#scale.element,
      h("div", { class: "meters" }, this.#meters.map(({ element }) => element)),
      h("div", { class: "progress" }, this.#progress.text, this.#progress.bar, this.next, this.#open.fold),
      this.#held, this.#way.element, this.#safety.element,
      h("p", { class: "hint disclaimer" }, t("disclaimer")),
      tools);
  }

  /** Keeps the place of the score while there is none; the tools come with it, or when it fails. */
  wait(failed: boolean): void {
    const t = this.#t;
    say(this.#early, `${t(failed ? "scoreMissing" : "scoreComes")} ${t("goOn")}.`);
    this.#is(failed ? "failed" : "coming");
  }

  #is(state: "coming" | "failed" | "scored"): void {
    this.element.dataset["state"] = state;
  }

  update(draft: Draft, result: Result, ocop: Ocop): void {
    keepFocus(this.element, () => this.#draw(draft, result, ocop));
  }

  #draw(draft: Draft, result: Result, ocop: Ocop): void {
    const t = this.#t;
    this.#is("scored");
    this.#next = result.unanswered[0];
    this.#verdict.replaceChildren(...verdict(t, this.#gates, result));
    drawScale(this.#scale, result, t("scale", { total: result.total, marks: this.#marks.map(({ least }) => least).join(", ") }));
    for (const meter of this.#meters) drawMeter(meter, result.parts[meter.code], t);
    this.#drawProgress(result);
    this.#held.replaceChildren(...this.#hold(result));
    this.#way.update(draft, result, ocop);
    this.#safety.update(draft, result, ocop);
  }

  #drawProgress(result: Result): void {
    const t = this.#t;
    const { text, bar } = this.#progress;
    const all = this.#criteria.size - result.notApplicable.length;
    const left = result.unanswered.length;
    say(text, left > 0 ? t("progress", { done: all - left, all }) : t("finished", { all }));
    bar.max = all;
    bar.value = all - left;
    bar.hidden = this.next.hidden = this.#open.fold.hidden = left === 0;
    say(this.#open.summary, t("unanswered", { n: left }));
    this.#open.list.replaceChildren(...result.unanswered.map((code) => this.#chip(code)));
  }

  #chip(code: string): HTMLElement {
    const name = this.#criteria.get(code)?.name ?? "";
    return h("button", { type: "button", class: "chip", id: `chip-${code}`, title: name, "aria-label": `${code} ${name}`, onclick: () => this.#goTo(code) }, code);
  }

  #hold(result: Result): HTMLElement[] {
    const t = this.#t;
    const star = starAfter(result);
    if (!star || !["classified", "incomplete"].includes(result.status)) return [];
    const list = held(result);
    const above = heldBack(result);
    const band = bandAfter(this.#marks, result.total);
    const rows: HTMLElement[] = [];
    if (result.status === "classified" && !above && band) rows.push(h("p", {}, t("toBand", band)));
    if (list.length > 0) {
      const title = result.status === "incomplete" ? t("outOfReach", { star }) : above ? t("bandHeld", { band: result.band }) : t("minimaMissed", { star });
      rows.push(h("h4", {}, title), h("ul", { class: "steps" }, list.map((s) => this.#shortfall(s))));
    } else if (result.status === "incomplete") {
      rows.push(h("p", { class: "hint" }, t("tooFew", { star })));
    }
    return rows;
  }

  #shortfall({ criterion: code, have, need }: Shortfall): HTMLElement {
    const t = this.#t;
    const criterion = this.#criteria.get(code);
    if (!criterion) return h("li", {}, code);
    return h("li", {},
      jump(criterion, this.#goTo, "held"),
      h("p", {}, t("have", { option: optionText(t, criterion, have) })),
      h("p", {}, t("need", { option: optionText(t, criterion, need) })),
      notesOf(criterion));
  }
}

function makeScale(bands: readonly Mark[]): Scale {
  const fill = h("span", { class: "fill" });
  const span = h("span", { class: "span" });
  const marks = bands.map(({ least }) => vary(h("span", { class: "mark" }), { "--at": least / 100 }));
  const starts = [0, ...bands.map(({ least }) => least), 100];
  const zones = [1, 2, 3, 4, 5].map((n) => vary(h("span", { class: "zone" }, `${n}★`), { "--from": starts[n - 1] / 100, "--to": starts[n] / 100 }));
  const numbers = bands.map(({ least }) => vary(h("span", { class: "number" }, String(least)), { "--at": least / 100 }));
  const element = h("div", { class: "scale", part: "scale", role: "img" },
    h("div", { class: "zones" }, zones), h("div", { class: "track" }, span, fill, marks), h("div", { class: "numbers" }, numbers));
  return { element, fill, span, zones };
}

function drawScale({ element, fill, span, zones }: Scale, { total, bounds, band }: Result, label: string): void {
  const [from, to] = bounds?.total ?? [total, total];
  vary(fill, { "--to": total / 100 });
  vary(span, { "--from": Math.min(total, from) / 100, "--to": to / 100 });
  element.setAttribute("aria-label", label);
  zones.forEach((zone, i) => zone.classList.toggle("here", band === i + 1));
}

function makeMeter({ code, name, max }: Part): Meter {
  const number = h("span", { class: "number" });
  const fill = h("span", { class: "fill" });
  const element = h("div", { class: "meter" },
    h("span", { class: "name" }, h("span", { class: "code" }, code), name), number, h("span", { class: "track", "aria-hidden": "true" }, fill));
  return { code: code as keyof Result["parts"], max, element, number, fill };
}

function drawMeter({ number, fill, max }: Meter, points: number, t: Speak): void {
  say(number, t("of", { points, max }));
  vary(fill, { "--to": points / max });
}
