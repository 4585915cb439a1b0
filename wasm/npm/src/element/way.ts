// For a finished sheet: the shortest way to the star that a person strives for, without
// what cannot be changed, and by how hard the rest is.

import type { Ocop } from "../ocop.js";
import type { Plan, PlanRequest, Result } from "../types.js";
import type { Act } from "./act.js";
import { arrange, h, say } from "./dom.js";
import { hasEvidence, type Draft } from "./draft.js";
import { notesOf, optionText } from "./jump.js";
import { canRise, type Criterion, type Kinds } from "./law.js";
import { pointsText, starText, type Speak } from "./texts.js";
import { Wish } from "./wish.js";
import { requestFor, setLocked } from "./wishes.js";

interface WayOptions {
  t: Speak;
  criteria: ReadonlyMap<string, Criterion>;
  /** The stars that there is a way to, from below. */
  stars: readonly number[];
  kinds: Kinds;
  goTo: (criterion: string) => void;
  wish: Act["wish"];
}

export class Way {
  readonly element: HTMLElement;
  readonly #t: Speak;
  readonly #criteria: ReadonlyMap<string, Criterion>;
  readonly #kinds: Kinds;
  readonly #goTo: (criterion: string) => void;
  readonly #wish: Act["wish"];
  readonly #wishes = new Map<string, Wish>(); // by criterion, made when first shown
  readonly #title = h("h4", { id: "way-title" });
  readonly #aims = new Map<number, { label: HTMLElement; radio: HTMLInputElement }>(); // by star
  readonly #aim: HTMLElement;
  readonly #sum = h("p", {});
  readonly #blocked: { element: HTMLElement; list: HTMLElement };
  readonly #steps = h("ol", { class: "steps" });
  readonly #locked: { element: HTMLElement; list: HTMLElement };
  readonly #others: { element: HTMLElement; summary: HTMLElement; list: HTMLElement };
  #blocking: readonly string[] = [];

  constructor({ t, criteria, stars, kinds, goTo, wish }: WayOptions) {
    this.#t = t;
    this.#criteria = criteria;
    this.#kinds = kinds;
    this.#goTo = goTo;
    this.#wish = wish;
    this.#aim = h("fieldset", { class: "aim" }, h("legend", { class: "label" }, t("aim")), h("div", { class: "choices" }, stars.map((star) => this.#makeAim(star))));
    this.#blocked = this.#makeBlocked();
    this.#locked = this.#makeLocked();
    this.#others = makeOthers();
    // What had the keyboard may go with a redrawing: then the whole takes it.
    this.element = h("div", { class: "way", role: "group", tabindex: "-1", "aria-labelledby": "way-title", hidden: true },
      this.#title, this.#aim, this.#sum, this.#blocked.element, this.#steps, this.#locked.element, this.#others.element);
  }

  #makeAim(star: number): HTMLElement {
    const radio = h("input", { type: "radio", name: "aim", id: `aim-${star}`, value: star, onchange: () => this.#wish((wishes) => (wishes.star = star)) });
    const label = h("label", { class: "tick" }, radio, h("span", {}, starText(this.#t, star)));
    this.#aims.set(star, { label, radio });
    return label;
  }

  #makeBlocked(): { element: HTMLElement; list: HTMLElement } {
    const list = h("ul", { class: "plain" });
    const unlock = () => this.#wish((wishes) => setLocked(wishes, this.#blocking, false));
    const element = h("div", { class: "blocked" }, h("p", {}, this.#t("blocked")), list,
      h("button", { type: "button", class: "quiet", id: "unlock", onclick: unlock }, this.#t("unlock")));
    return { element, list };
  }

  #makeLocked(): { element: HTMLElement; list: HTMLElement } {
    const list = h("ul", { class: "steps" });
    return { element: h("div", { class: "locked" }, h("h5", {}, this.#t("locked")), list), list };
  }

  update(draft: Draft, result: Result, ocop: Ocop): void {
    const { star } = result;
    const aims = star === null ? [] : [...this.#aims.keys()].filter((aim) => aim > star);
    this.element.hidden = aims.length === 0;
    if (aims.length === 0) return;
    const aim = aims.find((one) => one === draft.wishes.star) ?? aims[0];
    const request = requestFor(draft, aim, this.#criteria.keys());
    const plan = ocop.plan(request);
    this.#drawAims(aims, aim);
    this.#drawSum(plan, request);
    this.#drawBlocked(plan);
    this.#drawCriteria(draft, plan, request);
  }

  #drawAims(aims: readonly number[], aim: number): void {
    say(this.#title, this.#t("plan", { star: aim }));
    this.#aim.hidden = aims.length === 1;
    for (const [star, { label, radio }] of this.#aims) {
      label.hidden = !aims.includes(star);
      radio.checked = star === aim;
    }
  }

  #drawSum({ star, reachable, cost, changes, total }: Plan, request: PlanRequest): void {
    const t = this.#t;
    const priced = Object.keys(request.cost ?? {}).length > 0;
    const sum = t("planSum", { n: changes.length, ...total });
    // Said aloud to who changes something here; an answer to a criterion says its own.
    this.#sum.setAttribute("aria-live", this.element.matches(":focus-within") ? "polite" : "off");
    say(this.#sum, reachable ? [sum, ...(priced ? [t("planCost", { cost })] : [])].join(" ") : t("planNone", { star }));
  }

  #drawBlocked({ blockedBy = [] }: Plan): void {
    this.#blocking = blockedBy;
    this.#blocked.element.hidden = blockedBy.length === 0;
    this.#blocked.list.replaceChildren(...blockedBy.map((code) => h("li", {}, h("span", { class: "code" }, code), " ", this.#criteria.get(code)?.name)));
  }

  /** Each criterion stands in one place: in the way, among those that stay, or beside them. */
  #drawCriteria(draft: Draft, { changes }: Plan, { locked = [], cost = {} }: PlanRequest): void {
    const steps = new Map(changes.map((change) => [change.criterion, change]));
    const all = [...this.#criteria.values()];
    const others = all.filter(({ code, options }) => !steps.has(code) && !locked.includes(code) && canRise(options, draft.answers[code]));
    const show = (list: HTMLElement, criteria: readonly Criterion[]) => arrange(list, criteria.map((criterion) => {
      const { code } = criterion;
      const change = steps.get(code);
      const wish = this.#wishAt(criterion);
      wish.update({ locked: locked.includes(code), cost: cost[code], words: change ? this.#words(criterion, change, draft) : [] });
      return wish.element;
    }));
    show(this.#steps, all.filter(({ code }) => steps.has(code)));
    show(this.#locked.list, all.filter(({ code }) => locked.includes(code)));
    show(this.#others.list, others);
    this.#locked.element.hidden = locked.length === 0;
    this.#others.element.hidden = others.length === 0;
    say(this.#others.summary, this.#t("others", { n: others.length }));
  }

  #wishAt(criterion: Criterion): Wish {
    const made = this.#wishes.get(criterion.code) ?? new Wish({ t: this.#t, criterion, goTo: this.#goTo, wish: this.#wish });
    this.#wishes.set(criterion.code, made);
    return made;
  }

  #words(criterion: Criterion, { to, points, reason }: Plan["changes"][number], draft: Draft): HTMLElement[] {
    const t = this.#t;
    const kinds = criterion.evidence ?? [];
    const missing = kinds.filter((id) => !hasEvidence(draft, criterion.code, id)).map((id) => this.#kinds.get(id)?.name ?? id);
    const hint = (text: string) => h("p", { class: "hint" }, text);
    return [
      h("p", {}, t("need", { option: optionText(t, criterion, to) })),
      ...notesOf(criterion),
      hint(`+${pointsText(t, points)}, ${t(reason === "minimum" ? "forMinimum" : "forPoints")}`),
      ...(kinds.length === 0 ? [hint(t("proofNone"))] : []),
      ...(missing.length > 0 ? [hint(t("proof", { names: missing.join("; ") }))] : []),
    ];
  }
}

function makeOthers(): { element: HTMLElement; summary: HTMLElement; list: HTMLElement } {
  const summary = h("summary", {});
  const list = h("ul", { class: "steps" });
  return { element: h("details", { id: "others" }, summary, list), summary, list };
}
