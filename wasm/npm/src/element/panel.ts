// What the sheet comes to: verdict, scale, parts, what is open, what holds the star back.

import { h, icon, say, stars, vary } from "./dom.js";
import { jump, notesOf, optionText } from "./jump.js";
import { bandAfter, criteriaOf, held, starAfter } from "./law.js";
import { possibleStars, starText } from "./texts.js";
import { Way } from "./way.js";

export class Panel {
  #t;
  #marks; // where the bands begin
  #criteria; // code → criterion with words
  #gates; // id → label
  #goTo;
  #next; // the first criterion that is not answered
  #way;
  #verdict = h("div", { class: "verdict" });
  #scale;
  #parts;
  #progress;
  #open;
  #held = h("div", { class: "held-back" });

  /** @param goTo called with the code of a criterion to jump to */
  constructor({ t, rubric, marks, kinds, ocop, goTo, tools }) {
    this.#t = t;
    this.#marks = marks;
    this.#criteria = new Map(criteriaOf(rubric).map((c) => [c.code, c]));
    this.#gates = new Map(rubric.gates.map((gate) => [gate.id, gate.label]));
    this.#goTo = goTo;
    this.#way = new Way({ t, criteria: this.#criteria, gates: this.#gates, kinds, ocop, goTo });
    this.#scale = makeScale(marks);
    this.#parts = new Map(rubric.parts.map((part) => [part.code, makeMeter(part)]));
    this.#progress = { text: h("p", { class: "progress-text" }), bar: h("progress", { "aria-hidden": "true" }), next: this.#nextButton() };
    this.#open = { summary: h("summary", {}), list: h("div", { class: "chips" }) };
    this.#open.fold = h("details", { class: "open", id: "open" }, this.#open.summary, this.#open.list);
    this.element = h("div", { class: "panel", part: "panel" },
      h("h3", { class: "unseen" }, t("result")),
      this.#verdict, this.#scale.element,
      h("div", { class: "meters" }, [...this.#parts.values()].map((meter) => meter.element)),
      h("div", { class: "progress" }, this.#progress.text, this.#progress.bar, this.#progress.next, this.#open.fold),
      this.#held, this.#way.element,
      h("p", { class: "hint disclaimer" }, t("disclaimer")),
      tools);
  }

  #nextButton() {
    return h("button", { type: "button", class: "next", onclick: () => this.#goTo(this.#next) }, icon("down"), this.#t("next"));
  }

  update(draft, result) {
    const t = this.#t;
    this.#next = result.unanswered[0];
    this.#verdict.replaceChildren(...this.#say(result));
    drawScale(this.#scale, result, t("scale", { total: result.total, marks: this.#marks.map(({ least }) => least).join(", ") }));
    for (const [code, meter] of this.#parts) drawMeter(meter, result.parts[code], t);
    this.#drawProgress(result);
    this.#held.replaceChildren(...this.#hold(result));
    this.#way.update(draft, result);
  }

  #say(result) {
    const t = this.#t;
    const big = (text) => h("p", { class: "big" }, text);
    const points = (after) => h("p", { class: "points" }, h("strong", {}, String(result.total)), h("span", {}, after));
    if (result.status === "classified") {
      const decides = { province: "provinceDecides", ministry: "ministryDecides" }[result.authority] ?? "nobodyDecides";
      return [stars(result.star), big(starText(t, result.star)), points("/100"), h("p", { class: "hint" }, t(decides))];
    }
    if (result.status === "incomplete") {
      const { total: [from, to], star } = result.bounds;
      return [stars(star[0] === star[1] ? star[0] : 0, star[1]), big(sentence(possibleStars(t, star))), points(t("soFar")),
        h("p", { class: "hint" }, t(from === to ? "sureTotal" : "possibleTotal", { from, to }))];
    }
    return [big(t(result.status)), points(t("soFar")),
      h("p", {}, t("gatesStand")), h("ul", { class: "plain" }, this.#printed(result.gates).map((label) => h("li", {}, label)))];
  }

  /** The labels of the knock-outs found, in printed order. */
  #printed(found) {
    return [...this.#gates].flatMap(([id, label]) => (found.some((gate) => gate.id === id) ? [label] : []));
  }

  #drawProgress(result) {
    const t = this.#t;
    const { text, bar, next } = this.#progress;
    const all = this.#criteria.size - result.notApplicable.length;
    const left = result.unanswered.length;
    say(text, left > 0 ? t("progress", { done: all - left, all }) : t("finished", { all }));
    bar.max = all;
    bar.value = all - left;
    bar.hidden = next.hidden = this.#open.fold.hidden = left === 0;
    say(this.#open.summary, t("unanswered", { n: left }));
    this.#open.list.replaceChildren(...result.unanswered.map((code) => this.#chip(code)));
  }

  #chip(code) {
    const { name } = this.#criteria.get(code);
    return h("button", { type: "button", class: "chip", title: name, "aria-label": `${code} ${name}`, onclick: () => this.#goTo(code) }, code);
  }

  #hold(result) {
    const t = this.#t;
    const star = starAfter(result);
    if (!star || !["classified", "incomplete"].includes(result.status)) return [];
    const list = held(result);
    const above = result.status === "classified" && result.band > result.star;
    const band = bandAfter(this.#marks, result.total);
    const rows = [];
    if (result.status === "classified" && !above && band) rows.push(h("p", {}, t("toBand", band)));
    if (list.length > 0) {
      const title = result.status === "incomplete" ? t("outOfReach", { star }) : above ? t("bandHeld", { band: result.band }) : t("minimaMissed", { star });
      rows.push(h("h4", {}, title), h("ul", { class: "steps" }, list.map((s) => this.#shortfall(s))));
    } else if (result.status === "incomplete") {
      rows.push(h("p", { class: "hint" }, t("tooFew", { star })));
    }
    return rows;
  }

  #shortfall({ criterion: code, have, need }) {
    const t = this.#t;
    const criterion = this.#criteria.get(code);
    return h("li", {},
      jump(criterion, this.#goTo),
      h("p", {}, t("have", { option: optionText(t, criterion, have) })),
      h("p", {}, t("need", { option: optionText(t, criterion, need) })),
      notesOf(criterion));
  }
}

const sentence = (text) => text[0].toUpperCase() + text.slice(1);

function makeScale(bands) {
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

function drawScale({ element, fill, span, zones }, { total, bounds, band }, label) {
  const [from, to] = bounds?.total ?? [total, total];
  vary(fill, { "--to": total / 100 });
  vary(span, { "--from": Math.min(total, from) / 100, "--to": to / 100 });
  element.setAttribute("aria-label", label);
  zones.forEach((zone, i) => zone.classList.toggle("here", band === i + 1));
}

function makeMeter({ code, name, max }) {
  const number = h("span", { class: "number" });
  const fill = h("span", { class: "fill" });
  const element = h("div", { class: "meter" },
    h("span", { class: "name" }, h("span", { class: "code" }, code), name), number, h("span", { class: "track", "aria-hidden": "true" }, fill));
  return { element, number, fill, max };
}

function drawMeter({ number, fill, max }, points, t) {
  say(number, t("of", { points, max }));
  vary(fill, { "--to": points / max });
}
