// The products that the device keeps, as a list: opened, copied, compared, removed.

import type { Catalogue, Lang, Result } from "../types.js";
import type { Act } from "./act.js";
import { h, keepFocus, stars } from "./dom.js";
import { answered, type Draft } from "./draft.js";
import { setName } from "./law.js";
import type { Kept } from "./store.js";
import { pointsText, starText, type Speak } from "./texts.js";

interface ProductsOptions {
  t: Speak;
  lang: Lang;
  catalogue: Catalogue | undefined;
  products: readonly Kept[];
  /** Those that were removed, and can be had back. */
  removed: readonly Kept[];
  /** What a product comes to; null where that is not known yet. */
  resultOf: (draft: Draft) => Result | null;
  act: Act;
}

/** The list above the choice of a product set. */
export class Products {
  readonly element = h("div");
  #shown = ""; // what stands there, as a text that tells whether to draw it anew

  /** Shows the list; nothing where there are no products. */
  update(options: ProductsOptions): void {
    const { products, removed, resultOf } = options;
    const shown = JSON.stringify([products.map((one) => [one, resultOf(one.draft)]), removed.map(({ place }) => place)]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    keepFocus(this.element, () => this.element.replaceChildren(...drawn(options)));
  }
}

function drawn({ t, lang, catalogue, products, removed, resultOf, act }: ProductsOptions): HTMLElement[] {
  if (products.length + removed.length === 0) return [];
  const quiet = (name: string, label: string, act: () => void, aria?: string) =>
    h("button", { type: "button", class: "quiet", "data-do": name, "aria-label": aria, onclick: act }, label);
  const row = ({ place, draft, at }: Kept) => {
    const of = { name: nameOf(t, draft) };
    const hasOther = products.some((other) => other.place !== place && other.draft.set === draft.set);
    return h("li", { class: "product", "data-place": place },
      h("button", { type: "button", class: "open", id: `open-${place}`, onclick: () => act.openAt(place) },
        h("strong", {}, of.name), h("span", { class: "hint" }, [t("set", { n: draft.set }), setName(catalogue, draft.set)].filter(Boolean).join(": ")),
        h("span", { class: "facts" }, facts(t, draft, resultOf(draft)), at > 0 && h("time", {}, dayText(lang, at)))),
      h("div", { class: "actions" },
        quiet("duplicate", t("duplicate"), () => act.duplicate(place), t("duplicateOf", of)),
        hasOther && quiet("compare", t("compare"), () => act.compare(place), t("compareOf", of)),
        quiet("remove", t("remove"), () => act.remove(place), t("removeOf", of))));
  };
  const gone = ({ place, draft }: Kept) => h("li", {}, `${nameOf(t, draft)} (${t("set", { n: draft.set })}) `, quiet("bring-back", t("bringBack"), () => act.bringBack(place)));
  return [h("section", { class: "products", part: "products", "aria-labelledby": "products-title" },
    h("h3", { id: "products-title" }, t("products")),
    products.length > 0 && h("ul", {}, products.map(row)),
    removed.length > 0 && h("details", { id: "removed" }, h("summary", {}, t("removedList", { n: removed.length })), h("ul", {}, removed.map(gone))),
    products.length > 0 && h("button", { type: "button", class: "quiet", "data-tool": "backup", onclick: () => act.backup() }, t("backup")))];
}

/** What a product is called. */
export const nameOf = (t: Speak, { about }: Draft): string => about.product?.trim() || t("unnamed");

function facts(t: Speak, draft: Draft, result: Result | null): (HTMLElement | string)[] {
  if (!result || result.status === "incomplete") return [h("span", {}, t("begun", { n: answered(draft) }))];
  const points = h("span", {}, pointsText(t, result.total));
  return result.star === null ? [points, h("span", {}, t(result.status === "stopped" ? "stopped" : "rejected"))] : [points, h("span", {}, stars(result.star), starText(t, result.star))];
}

export const dayText = (lang: Lang, at: number): string => new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" }).format(at);

/** A name for the next version of a product: "Trà sen (bản 2)", and then "(bản 3)". */
export function nextVersion(t: Speak, name: string, others: readonly string[]): string {
  const [, base = name, marked = "1"] = /^(.*?)\s*\((?:bản|version) (\d+)\)$/s.exec(name) ?? [];
  let n = Number(marked) + 1;
  while (others.includes(t("version", { name: base, n }))) n++;
  return t("version", { name: base, n });
}

