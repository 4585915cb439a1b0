// Where something stands, in the words of the form: "/producer/phone" is "Chủ thể ›
// Điện thoại", "/report/claims/1.1/evidence" is "Tiêu chí 1.1 › Tài liệu minh chứng".

import type { Form } from "./form.js";
import { namesEvidence, shapeAt, type Shape } from "./shape.js";
import { isTable, namesOf, under, type Json } from "./tree.js";

type Speaking = Pick<Form, "t" | "shape" | "value">;

/** A place in words, from the task down to the value. */
export function placeWords(form: Speaking, pointer: string): string {
  const all = form.shape("");
  const words: string[] = [];
  let at = "";
  let around: Shape | undefined = all;
  for (const name of namesOf(pointer)) {
    const place = at;
    at = under(at, name);
    const shape: Shape | undefined = shapeAt(all, at);
    if (namesEvidence(place)) break; // an id in a list has no field of its own
    if (around?.kind === "table") words.splice(place === "/report/claims" ? 0 : -1, words.length, form.t("ftCriterion", { code: name }));
    else words.push(around?.kind === "list" ? rowWords(form, Number(name), form.value(at)) : (shape?.title ?? name));
    around = shape;
  }
  return words.length > 0 ? words.join(" › ") : form.t("ftWhole");
}

// What tells a row from others: of evidence its title, of a member the name, of a year's figures the year.
const telling = ["title", "name", "partner", "year", "asked", "date", "id"];

/** A row of a list, by its number and what is in it. */
export function rowWords({ t }: Pick<Form, "t">, index: number, row: Json | undefined): string {
  const n = index + 1;
  const name = isTable(row) ? telling.map((member) => row[member]).find((value) => (typeof value === "string" && value.trim() !== "") || typeof value === "number") : undefined;
  return name === undefined ? t("ftRow", { n }) : t("ftRowNamed", { n, name: String(name) });
}
