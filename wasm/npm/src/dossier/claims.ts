// What the producer claims of each criterion (form 02.III), as cards in the look of the
// form of sheets; and any other table of criteria and options, as offices fill them in.
// Nothing is decided here: points, stars and minima come from the module.

import { Card } from "../element/card.js";
import { h, heading, say, type Child } from "../element/dom.js";
import { Gates } from "../element/gates.js";
import { allowsNone, criteriaOf, fallsAway, held, type Criterion, type Rubric, type Section } from "../element/law.js";
import { isOcopError } from "../problems.js";
import type { Result, Sheet } from "../types.js";
import { edition } from "../words.js";
import { idOf, saidOf } from "./box.js";
import { evidencePicker } from "./evidence.js";
import { field } from "./fields.js";
import type { Draft, Form } from "./form.js";
import { levelWords } from "./inwords.js";
import { shownField } from "./shown.js";
import { isTable, under, type Json } from "./tree.js";

const claims = "/report/claims";

/** What a table of criteria comes to. */
export interface Scored {
  /** Undefined while no product set is chosen. */
  sheet: Sheet | undefined;
  /** Undefined while there is no module, and where the answers are no sheet: the problems say why. */
  result: Result | undefined;
  /** How many criteria are answered, of how many that apply. */
  done: number;
  all: number;
}

/** The levels that a dossier claims, as a sheet; undefined while it has no product set. */
export function sheetOfClaims(dossier: Draft): Sheet | undefined {
  const given: unknown = dossier.report?.claims;
  const set: unknown = dossier.product?.set;
  if (typeof set !== "number") return undefined;
  const answers = Object.entries(isTable(given) ? given : {}).flatMap(([code, claim]) => (isTable(claim) && typeof claim.option === "string" ? [[code, claim.option]] : []));
  return { edition, set: set as Sheet["set"], answers: Object.fromEntries(answers) };
}

/** What the claims come to. */
export const claimsResult = (form: Form): Scored => scored(form, sheetOfClaims(form.dossier));

function scored(form: Form, sheet: Sheet | undefined): Scored {
  const criteria = form.rubric ? criteriaOf(form.rubric) : [];
  const result = sheet && form.ocop && resultOf(() => form.ocop?.score(sheet));
  const apart = result?.notApplicable ?? (sheet ? fallsAway(criteria, sheet) : []);
  const open = criteria.filter(({ code }) => !apart.includes(code) && !Object.hasOwn(sheet?.answers ?? {}, code));
  const all = criteria.length - apart.length;
  return { sheet, result, done: all - open.length, all };
}

function resultOf(score: () => Result | undefined): Result | undefined {
  try {
    return score();
  } catch (error) {
    if (!isOcopError(error)) throw error;
    return undefined;
  }
}

/** The sheet of a table criterion → option, with the knock-outs that stand beside it. */
function sheetAt(form: Form, pointer: string): Sheet | undefined {
  const set = form.value("/product/set");
  const answers = form.value(pointer);
  const gates = form.value(pointer.replace(/answers$/, "gates"));
  if (typeof set !== "number") return undefined;
  return { edition, set: set as Sheet["set"], answers: (isTable(answers) ? answers : {}) as Sheet["answers"], ...(Array.isArray(gates) && { gates: gates as NonNullable<Sheet["gates"]> }) };
}

/** The criteria of a section, each with its claim. */
export function claimsSection(form: Form, section: Section): HTMLElement {
  const cards = new Cards(form, (criterion) => claim(form, criterion));
  const element = h("div", { class: "section claims" }, cards.draw(section));
  cards.follow(() => claimsResult(form));
  return element;
}

/** A table criterion → option as the same cards, without description and evidence. */
export function answersTable(form: Form, pointer: string): HTMLElement {
  const cards = new Cards(form, (criterion) => ({ place: under(pointer, criterion.code), option: under(pointer, criterion.code) }));
  const sections = (form.rubric?.parts ?? []).flatMap((part) => part.sections);
  const element = h("div", { class: "answers", id: idOf(pointer), "data-path": pointer },
    h("div", { class: "said", id: saidOf(pointer) }),
    form.rubric ? sections.map((section) => h("div", { class: "section" },
      !isSingle(section) && h("h3", { class: "section-title" }, heading(section.code, section.name, form.t("atMost", { n: section.max }))),
      cards.draw(section))) : h("p", { class: "hint" }, form.t("coSetFirst")));
  cards.follow(() => scored(form, sheetAt(form, pointer)));
  return element;
}

/** The knock-outs that an office has found. */
export function gatesField(form: Form, pointer: string): HTMLElement {
  const gates = form.rubric?.gates ?? [];
  const given = () => {
    const value = form.value(pointer);
    return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
  };
  const labels = (ids: readonly string[]) => ids.map((id) => gates.find((gate) => gate.id === id)?.label ?? id);
  if (!form.mayWrite(pointer)) return shownField(form, pointer, () => labels(given()).join("; ") || form.t("gatesNone"));
  const drawn = new Gates({
    t: form.t, gates, prefix: `${idOf(pointer)}-`,
    onGate: (id, found) => {
      const ids = gates.map((gate) => gate.id).filter((one) => (one === id ? found : given().includes(one)));
      form.enter(pointer, ids.length > 0 ? ids : undefined);
    },
  });
  const answers = pointer.replace(/gates$/, "answers");
  const show = () => drawn.update(given(), form.value(answers) ? scored(form, sheetAt(form, answers)).result?.gates ?? [] : []);
  show();
  form.onChange(show);
  return h("div", { "data-path": pointer }, drawn.element, h("div", { class: "said", id: saidOf(pointer) }));
}

/**
 * What is claimed and a rubric does not have, as pointers. Sets give the same number to
 * different criteria, so that a level goes over from one set to another only where both
 * print the same words; what was written of the criterion stays where it is the same one.
 */
export function strayClaims(form: Form, to: Rubric, from: Rubric = to): string[] {
  const given = form.value(claims);
  const [had, has] = [from, to].map((rubric) => new Map(criteriaOf(rubric).map((criterion) => [criterion.code, criterion])));
  return Object.entries(isTable(given) ? given : {}).flatMap(([code, claim]) => {
    const [one, other] = [had?.get(code), has?.get(code)];
    const place = under(claims, code);
    if (!one || !other || one.name !== other.name) return [place];
    const option = isTable(claim) ? claim.option : undefined;
    return option === undefined || isLevel(other, option) && levelOf(one, option) === levelOf(other, option) ? [] : [`${place}/option`];
  });
}

const isLevel = (criterion: Criterion, option: Json): boolean => (option === "none" ? allowsNone(criterion) : levelOf(criterion, option) !== undefined);

const levelOf = ({ options }: Criterion, option: Json): string | undefined => options.find(({ code }) => code === option)?.label;

const isSingle = ({ code, criteria }: Section): boolean => criteria.length === 1 && criteria[0]?.code === code;

/** What a card writes to, and what stands with it. */
interface Place {
  /** What the card is for. */
  place: string;
  /** Where its level stands. */
  option: string;
  /** Beside the button that takes the level back; below, and shown once there is a level or something in it. */
  foot?: Child;
  more?: HTMLElement;
}

/** Cards of criteria, which all show what is entered. */
class Cards {
  readonly #form: Form;
  readonly #placeOf: (criterion: Criterion) => Place;
  readonly #all: ReadonlyMap<string, Criterion>;
  readonly #updates: ((scored: Scored) => void)[] = [];

  constructor(form: Form, placeOf: (criterion: Criterion) => Place) {
    this.#form = form;
    this.#placeOf = placeOf;
    this.#all = new Map(form.rubric ? criteriaOf(form.rubric).map((criterion) => [criterion.code, criterion]) : []);
  }

  /** The cards of a section; criteria that the decision prints under one name have it above them. */
  draw({ criteria }: Section): Child {
    let group: string | undefined;
    return criteria.map((criterion) => {
      const opens = criterion.group?.code === group ? undefined : criterion.group;
      group = criterion.group?.code;
      return [opens && h("p", { class: "group-title" }, heading(opens.code, opens.name)), this.#card(criterion)];
    });
  }

  /** Shows at each card what is entered, from now on. */
  follow(result: () => Scored): void {
    const show = () => {
      const now = result();
      this.#updates.forEach((update) => update(now));
    };
    show();
    this.#form.onChange(show);
  }

  #card(criterion: Criterion): HTMLElement {
    const form = this.#form;
    const { code } = criterion;
    const { place, option, foot, more } = this.#placeOf(criterion);
    const said = h("div", { class: "said", id: saidOf(place) });
    if (!form.mayWrite(option)) return this.#read(criterion, { place, option, ...(more && { more }) }, said);
    const card = new Card({ t: form.t, criterion, all: this.#all, prefix: `${idOf(place)}-`, onAnswer: (level) => form.enter(option, level), foot, below: [more, said] });
    card.element.dataset.path = place;
    this.#updates.push(({ sheet, result }) => {
      const answer = sheet?.answers[code];
      const apart = (result?.notApplicable ?? (sheet ? fallsAway(this.#all.values(), sheet) : [])).includes(code);
      card.update({ answer, apart, need: result && held(result).find((one) => one.criterion === code) });
      if (more) more.hidden = apart || form.value(place) === undefined;
    });
    return card.element;
  }

  /** A level that is only read. */
  #read(criterion: Criterion, { place, option, more }: Place, said: HTMLElement): HTMLElement {
    const form = this.#form;
    const { code } = criterion;
    const words = h("p", { class: "value" });
    this.#updates.push(() => {
      const level = form.value(option);
      say(words, levelWords(form, code, level) || "–");
      if (more) more.hidden = form.value(place) === undefined;
    });
    return h("div", { class: "criterion", role: "group", "aria-labelledby": `${idOf(place)}-name`, "data-path": place },
      h("p", { class: "name", id: `${idOf(place)}-name` }, heading(criterion.code, criterion.name, form.t("atMost", { n: criterion.max }))),
      words, more, said);
  }
}

/** A claim: the level, what the producer says of it, and the papers that show it. */
function claim(form: Form, criterion: Criterion): Place {
  const place = under(claims, criterion.code);
  const more = h("div", { class: "more" }, field(form, `${place}/description`), evidencePicker(form, `${place}/evidence`));
  return { place, option: `${place}/option`, foot: suggested(form, criterion, place), more };
}

/** The papers that the rubric suggests for a criterion: which are there, and which were ticked in the self-assessment. */
function suggested(form: Form, criterion: Criterion, place: string): Child {
  const { t } = form;
  const wanted = (criterion.evidence ?? []).flatMap((id) => form.kinds.get(id) ?? []);
  if (wanted.length === 0) return h("span");
  const summary = h("summary", { id: `${idOf(place)}-papers` });
  const lines = wanted.map(({ id, name, proof }) => ({ id, state: h("small", { class: "there" }), name, proof }));
  const show = () => {
    const pieces = form.dossier.evidence ?? [];
    const count = (kind: string) => pieces.filter((piece) => piece?.kind === kind).length;
    say(summary, t("coSuggested", { have: wanted.filter(({ id }) => count(id) > 0).length, all: wanted.length }));
    for (const { id, state } of lines) {
      const isTicked = form.ticked[criterion.code]?.includes(id);
      say(state, [count(id) > 0 ? t("coPiecesThere", { n: count(id) }) : t("coPieceMissing"), isTicked && t("coTickedBefore")].filter(Boolean).join("; "));
    }
  };
  show();
  form.onChange(show);
  return h("details", { class: "evidence" }, summary,
    h("ul", { class: "plain" }, lines.map(({ name, proof, state }) => h("li", {}, name, h("small", {}, proof), state))));
}
