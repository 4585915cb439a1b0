// The answers once more, before a sheet is printed or sent: part by part what was
// chosen, in words, with what stands beside it, and what is missing.

import type { Result } from "../types.js";
import { aboutTexts } from "./about.js";
import type { Act } from "./act.js";
import { fields, h, heading, type Child } from "./dom.js";
import { hasEvidence, type About, type Draft } from "./draft.js";
import { notesOf, optionText } from "./jump.js";
import { criteriaOf, fallsAway, type Criterion, type Kinds, type Part, type Rubric } from "./law.js";
import type { Speak, TextKey } from "./texts.js";
import { tool } from "./tools.js";
import { verdict } from "./verdict.js";

interface ReviewOptions {
  t: Speak;
  rubric: Rubric;
  kinds: Kinds;
  act: Act;
  /** Whether the sheet may leave as a link. */
  shares: boolean;
  /** Called with the code of a criterion to go to; without one it is to the knock-outs. */
  goTo: (criterion?: string) => void;
  onFinish: () => void;
}

/** A criterion and what was entered for it. */
interface Line {
  criterion: Criterion;
  answer: string | undefined;
  /** Whether it falls away. */
  apart: boolean;
  /** Whether it is still to be answered. */
  open: boolean;
  /** The kinds of evidence asked for, and those that are missing, by name. */
  kinds: number;
  missing: string[];
  note: string | undefined;
}

export class Review {
  readonly element: HTMLElement;
  readonly #entered = fields();
  readonly #ways = h("div", { class: "actions" });
  readonly #its: ReviewOptions;
  readonly #gates: ReadonlyMap<string, string>; // their labels

  constructor(options: ReviewOptions) {
    this.#its = options;
    this.element = h("div", { class: "review", part: "review" }, this.#entered, this.#ways);
    this.#gates = new Map(options.rubric.gates.map((gate) => [gate.id, gate.label]));
  }

  /** Shows a draft and its result, null while there is none; nothing while nobody sees it. */
  update(draft: Draft, result: Result | null): void {
    if (!this.element.isConnected) return;
    const { t, rubric, act, shares } = this.#its;
    const lines = this.#lines(draft, result);
    this.#entered.replaceChildren(h("div", { class: "review" },
      this.#about(draft),
      h("div", { class: "verdict" }, result ? verdict(t, this.#gates, result) : h("p", {}, t("scoreMissing"))),
      this.#counts(lines),
      rubric.parts.map((part) => this.#part(part, lines, result)),
      rubric.gates.length > 0 && this.#found(draft, result),
      this.#end(lines, result)));
    const printed = result ? [tool("print", t("print"), act.print)] : [];
    const shared = result && shares ? [tool("share", t("share"), act.share)] : [];
    this.#ways.replaceChildren(...printed, tool("save", t("export"), act.save), ...shared);
  }

  #lines(draft: Draft, result: Result | null): ReadonlyMap<string, Line> {
    const criteria = criteriaOf(this.#its.rubric);
    const apart = new Set(result?.notApplicable ?? fallsAway(criteria, draft));
    return new Map(criteria.map((criterion) => [criterion.code, this.#line(criterion, draft, apart.has(criterion.code))]));
  }

  #line(criterion: Criterion, draft: Draft, apart: boolean): Line {
    const { code } = criterion;
    const answer = draft.answers[code];
    const kinds = (criterion.evidence ?? []).flatMap((id) => this.#its.kinds.get(id) ?? []);
    const missing = kinds.filter(({ id }) => !hasEvidence(draft, code, id)).map(({ name }) => name);
    return { criterion, answer, apart, open: answer === undefined && !apart, kinds: kinds.length, missing, note: draft.notes[code] };
  }

  #about({ about }: Draft): HTMLElement {
    const { t, rubric } = this.#its;
    const line = (label: TextKey, value: Child) => h("div", {}, h("dt", {}, t(label)), h("dd", {}, value));
    // Whose sheet it is has to stand there; the rest only where somebody wrote it.
    const missing = (name: string) => name === "product" || name === "producer";
    return h("dl", { class: "about" },
      line("reviewSet", `${rubric.no}. ${rubric.name}`),
      Object.entries(aboutTexts).map(([name, label]) => {
        const value = about[name as keyof About];
        return value ? line(label, h("bdi", {}, value)) : missing(name) && line(label, h("span", { class: "missing" }, t("notGiven")));
      }));
  }

  /** What is missing, counted: it leads the page. */
  #counts(lines: ReadonlyMap<string, Line>): HTMLElement {
    const { t } = this.#its;
    const all = [...lines.values()];
    const open = all.filter((line) => line.open).length;
    const lacking = all.filter(lacks).length;
    return h("ul", { class: "counts" },
      h("li", { class: open ? "missing" : undefined }, open ? t("notFinished", { n: open }) : t("finished", { all: all.filter(({ apart }) => !apart).length })),
      (lacking > 0 || open === 0) && h("li", { class: lacking ? "missing" : undefined }, lacking ? t("evidenceMissing", { n: lacking }) : t("evidenceWhole")));
  }

  #part(part: Part, lines: ReadonlyMap<string, Line>, result: Result | null): HTMLElement {
    const { t } = this.#its;
    const points = result?.parts[part.code as keyof Result["parts"]] ?? "–";
    const its = criteriaOf({ parts: [part] }).flatMap(({ code }) => lines.get(code) ?? []);
    return h("section", { class: "part" },
      h("h3", {}, h("span", { class: "code" }, t("part", { code: part.code })), h("span", { class: "name" }, part.name), h("span", { class: "sum" }, t("of", { points, max: part.max }))),
      h("ul", {}, its.map((line) => this.#answer(line))));
  }

  #answer(line: Line): HTMLElement {
    const { t, goTo } = this.#its;
    const { criterion, open, note } = line;
    const { code, name } = criterion;
    return h("li", { class: open || lacks(line) ? "answer lacks" : "answer", "data-review": code },
      h("p", { class: "what" }, heading(code, name)),
      h("div", { class: "chosen" }, this.#chosen(line), this.#evidence(line), note && h("p", { class: "note" }, `${t("note")}: `, h("bdi", {}, inLines(note)))),
      this.#edit(t("editOf", { code, name }), () => goTo(code)));
  }

  #chosen({ criterion, answer, apart, open }: Line): Child {
    const { t, rubric } = this.#its;
    if (open) return h("p", { class: "missing" }, t("notAnswered"));
    const unless = apart && criterion.appliesUnless;
    if (unless) {
      const other = criteriaOf(rubric).find(({ code }) => code === unless.criterion);
      return h("p", {}, t("notApplicable", { code: unless.criterion, option: other ? optionText(t, other, unless.option) : unless.option }));
    }
    const points = criterion.options.find(({ code }) => code === answer)?.points ?? 0;
    return [h("p", { class: "level" }, optionText(t, criterion, answer ?? null), " ", h("span", { class: "points" }, `${t("of", { points, max: criterion.max })} ${t("unit")}`)),
      notesOf(criterion)];
  }

  #evidence(line: Line): Child {
    const { t } = this.#its;
    const { apart, kinds, missing } = line;
    if (apart || kinds === 0) return null;
    return h("p", { class: lacks(line) ? "proof missing" : "hint" },
      t("evidence", { have: kinds - missing.length, all: kinds }), lacks(line) && `. ${t("lacking", { names: missing.join("; ") })}`);
  }

  /** The knock-outs that were ticked, and those that follow from the answers. */
  #found({ gates }: Draft, result: Result | null): HTMLElement {
    const { t, goTo } = this.#its;
    const found = new Set([...gates, ...(result?.gates ?? []).map(({ id }) => id)]);
    const labels = [...this.#gates].flatMap(([id, label]) => (found.has(id) ? [h("li", {}, label)] : []));
    return h("section", { class: "part" },
      h("h3", {}, h("span", { class: "name" }, t("gates"))),
      h("div", { class: labels.length > 0 ? "answer lacks" : "answer" },
        labels.length > 0 ? h("ul", { class: "plain" }, labels) : h("p", {}, t("gatesNoneTicked")),
        this.#edit(t("editGates"), () => goTo())));
  }

  #edit(label: string, act: () => void): HTMLElement {
    return h("button", { type: "button", class: "quiet edit", "aria-label": label, onclick: act }, this.#its.t("edit"));
  }

  /** What is finished can be told; else the same button leads to what is missing. */
  #end(lines: ReadonlyMap<string, Line>, result: Result | null): HTMLElement {
    const { t, goTo, onFinish } = this.#its;
    const open = [...lines.values()].filter((line) => line.open);
    const button = (label: TextKey, act: () => void) => h("button", { type: "button", class: "main", "data-tool": "finish", onclick: act }, t(label));
    if (result && result.status !== "incomplete") return h("div", { class: "end" }, button("finish", onFinish));
    if (open.length === 0) return h("p", { class: "end" }, t("scoreMissing"));
    return h("div", { class: "end" }, h("p", { class: "missing" }, t("finishNotYet", { n: open.length })), button("next", () => goTo(open[0].criterion.code)));
  }
}

/** A text with the lines that it was written in. */
const inLines = (text: string): Child => text.split(/\r?\n/).map((line, i) => [i > 0 && h("br"), line]);

/** Whether evidence is missing for points that are claimed. */
const lacks = ({ criterion, answer, apart, missing }: Line): boolean =>
  !apart && missing.length > 0 && criterion.options.some(({ code, points }) => code === answer && points > 0);
