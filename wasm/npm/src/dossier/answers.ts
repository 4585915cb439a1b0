// What is entered in a dossier, to be read: before it is handed in, and beside what an
// office writes of it. Nothing is shown of what is not there.

import { h, type Child } from "../element/dom.js";
import { criteriaOf } from "../element/law.js";
import type { Form } from "./form.js";
import { levelWords, textOf } from "./inwords.js";
import { namesEvidence } from "./shape.js";
import { isTable, namesOf, under, type Json } from "./tree.js";
import { rowWords } from "./where.js";

/** What stands in some places, as a list of names and values; undefined where nothing does. */
export function answersOf(form: Form, pointers: readonly string[]): HTMLElement | undefined {
  const rows = pointers.flatMap((pointer) => rowsOf(form, pointer));
  return rows.length > 0 ? h("dl", { class: "answers-of" }, rows) : undefined;
}

/** The rows of a value; an object's members stand by themselves, unless it is within another. */
function rowsOf(form: Form, pointer: string): HTMLElement[] {
  const value = form.value(pointer);
  const { title = namesOf(pointer).at(-1) ?? "", kind, members = {} } = form.shape(pointer);
  if (value === undefined) return [];
  if (isClaim(pointer)) return criterionRows(form, pointer, namesOf(pointer).at(-1)!);
  if (kind === "object" && isTable(value)) return Object.keys(members).flatMap((name) => (isTable(value[name]) && form.shape(under(pointer, name)).kind === "object" ? groupOf(form, under(pointer, name)) : rowsOf(form, under(pointer, name))));
  if (namesEvidence(pointer)) return row(title, listed(piecesOf(form, value)));
  if (kind === "list" && Array.isArray(value)) return listRows(form, pointer, title, value);
  if (kind === "table" && isTable(value)) return Object.keys(value).flatMap((code) => criterionRows(form, under(pointer, code), code));
  return row(title, broken(textOf(form, form.shape(pointer), value)));
}

/** An object within another, under its own name: two receipts have numbers of their own. */
const groupOf = (form: Form, pointer: string): HTMLElement[] => row(form.shape(pointer).title ?? "", rowsIn(rowsOf(form, pointer)));

function listRows(form: Form, pointer: string, title: string, value: readonly Json[]): HTMLElement[] {
  if (value.length === 0) return [];
  if (pointer === "/evidence") return value.flatMap((piece, i) => row(rowWords(form, i, piece), pieceOf(form, under(pointer, i))));
  const item = (one: Json, i: number) => h("li", {}, isTable(one) ? rowsIn(rowsOf(form, under(pointer, i))) : String(one));
  return row(title, h("ol", {}, value.map(item)));
}

/** A piece of evidence without what only programs look at. */
const pieceOf = (form: Form, pointer: string): Child =>
  rowsIn(["kind", "number", "issuer", "issued", "expires", "pages", "file/name"].flatMap((member) => rowsOf(form, `${pointer}/${member}`)));

const isClaim = (pointer: string): boolean => /^\/report\/claims\/[^/]+$/.test(pointer);

/** A criterion with the level that is claimed or chosen, and what is said of it. */
function criterionRows(form: Form, pointer: string, code: string): HTMLElement[] {
  const value = form.value(pointer);
  const criterion = form.rubric && criteriaOf(form.rubric).find((one) => one.code === code);
  const level = levelWords(form, code, isTable(value) ? value.option : value);
  const rows = isTable(value) ? ["description", "evidence"].flatMap((member) => rowsOf(form, under(pointer, member))) : [];
  return row(criterion ? `${code}. ${criterion.name}` : form.t("ftCriterion", { code }), [h("p", {}, level || form.t("notAnswered")), rowsIn(rows)]);
}

/** Pieces of evidence by what they are called; one that is not there by its id. */
function piecesOf({ dossier }: Form, ids: Json): string[] {
  const titles = new Map((dossier.evidence ?? []).map(({ id, title }) => [id, title?.trim() || id]));
  return (Array.isArray(ids) ? ids : []).filter((id) => typeof id === "string").map((id) => titles.get(id) ?? id);
}

const row = (name: string, value: Child): HTMLElement[] => [h("dt", {}, name), h("dd", {}, value)];

const rowsIn = (rows: readonly HTMLElement[]): Child => rows.length > 0 && h("dl", {}, rows);

const listed = (texts: readonly string[]): Child => texts.length > 0 && h("ul", { class: "plain" }, texts.map((text) => h("li", {}, text)));

/** A text of many lines. */
const broken = (text: string): Child => text.split("\n").flatMap((line, i) => [i > 0 && h("br"), line]);
