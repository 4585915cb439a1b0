// How two products of a set differ: a dialog, in which either can be changed.

import type { Ocop } from "../ocop.js";
import type { Difference } from "../types.js";
import { open } from "./dialog.js";
import { h, type Child } from "./dom.js";
import { sheetOf } from "./draft.js";
import { optionText } from "./jump.js";
import { criteriaOf, type Criterion, type Rubric } from "./law.js";
import { nameOf } from "./products.js";
import type { Kept } from "./store.js";
import { pointsText, starText, type Speak } from "./texts.js";

interface CompareOptions {
  t: Speak;
  ocop: Ocop;
  rubric: Rubric;
  /** The products of the set, at least two; the one asked for first. */
  products: readonly Kept[];
}

export function showCompare(place: HTMLElement, { t, ocop, rubric, products }: CompareOptions): void {
  const criteria = new Map(criteriaOf(rubric).map((c) => [c.code, c]));
  const shown = h("div", { "aria-live": "polite" });
  const draw = () => {
    const [from, to] = [one, other].map(({ value }) => products[Number(value)].draft);
    shown.replaceChildren(...drawn(t, criteria, ocop.compare(sheetOf(from), sheetOf(to))));
  };
  const chooser = (id: string, chosen: number) => h("select", { id, class: "field", onchange: draw }, products.map((product, i) =>
    h("option", { value: i, selected: i === chosen }, nameOf(t, product.draft))));
  // What was asked for stands last: it is what the older one became.
  const [one, other] = [chooser("compare-from", 1), chooser("compare-to", 0)];
  const field = (label: string, select: HTMLElement) => h("label", { class: "label", for: select.id }, label, select);
  open(place, { t, title: t("compareTitle"), kind: "sheet", body: h("div", { class: "compare" },
    h("div", { class: "pair" }, field(t("compareFrom"), one), field(t("compareTo"), other)), shown) });
  draw();
}

function drawn(t: Speak, criteria: ReadonlyMap<string, Criterion>, { before, after, changes, opened, closed }: Difference): HTMLElement[] {
  const verdict = ({ total, star }: Difference["before"]) => (star === null ? pointsText(t, total) : `${pointsText(t, total)}, ${starText(t, star)}`);
  const row = ({ criterion: code, from, to, points }: Difference["changes"][number]) => {
    const criterion = criteria.get(code);
    const option = (chosen: string | null) => (chosen === null ? t("notAnswered") : criterion ? optionText(t, criterion, chosen) : chosen);
    return h("li", {}, h("strong", {}, h("span", { class: "code" }, code), " ", criterion?.name ?? ""),
      h("p", {}, h("del", {}, option(from)), " ", h("ins", {}, option(to))), h("p", { class: "hint" }, signed(t, points)));
  };
  return [
    h("p", { class: "big" }, verdict(before), " → ", verdict(after)),
    h("p", {}, changes.length > 0 ? t("compareCount", { n: changes.length }) : t("compareSame")),
    h("ol", { class: "steps" }, changes.map(row)),
    ...minima(t("compareOpened"), opened, t, criteria), ...minima(t("compareClosed"), closed, t, criteria),
  ];
}

function minima(title: string, list: Difference["opened"], t: Speak, criteria: ReadonlyMap<string, Criterion>): HTMLElement[] {
  if (list.length === 0) return [];
  const line = ({ star, criterion: code, need }: Difference["opened"][number]): Child => {
    const criterion = criteria.get(code);
    return h("li", {}, `${code}: ${t("needed", { n: star })}: ${criterion ? optionText(t, criterion, need) : need}`);
  };
  return [h("h4", {}, title), h("ul", { class: "plain" }, list.map(line))];
}

const signed = (t: Speak, n: number): string => t("points", { n: n > 0 ? `+${n}` : String(n).replace("-", "−") });
