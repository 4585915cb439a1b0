// The dossiers that the device keeps, and the ways to begin one.

import { h, keepFocus, type Child } from "../element/dom.js";
import { setName } from "../element/law.js";
import { dayText } from "../element/products.js";
import type { Form } from "./form.js";
import { nameOf, applicationName } from "./names.js";
import type { Starting } from "./starting.js";
import type { Kept, Lists } from "./store.js";
import { valueAt } from "./tree.js";

interface HomeOptions {
  form: Form;
  starting: Starting;
  /** What the device keeps: read before anything is drawn, so that nothing moves under a press. */
  lists: Lists;
  open: (id: string) => void;
}

export function drawHome({ form, starting, lists, open }: HomeOptions): Child[] {
  const { t, office } = form;
  const list = h("div", { class: "dossiers", part: "dossiers" });
  const draw = (now: Lists) => keepFocus(list, () => list.replaceChildren(...listOf({ form, starting, lists: now, open }, redraw)));
  const redraw = async () => draw(await starting.store.lists());
  draw(lists);
  const way = (id: string, kind: string, title: string, text: string, act: () => void) =>
    h("li", {}, h("button", { type: "button", class: kind, id, "data-way": id, onclick: act }, h("strong", {}, title), h("span", { class: "hint" }, text)));
  const own = office === "producer" && [
    way("begin", "way-in", t("wayNew"), t("wayNewHint"), () => void starting.blank()),
    way("from-sheet", "way-in", t("waySheet"), t("waySheetHint"), () => void starting.fromSheet()),
    way("again", "way-in", t("wayAgain"), t("wayAgainHint"), () => void starting.again()),
  ];
  return [
    h("header", { class: "head" }, h("h2", { tabindex: "-1" }, t(`homeTitle_${office}`)), h("p", { class: "hint" }, t(`homeHint_${office}`))),
    list,
    !form.isDisabled && h("section", { class: "ways", part: "ways", "aria-labelledby": "ways-title" }, h("h3", { id: "ways-title" }, t(office === "producer" ? "waysTitle" : "waysTitleOffice")),
      h("ul", {}, own, way("open", "way-in", t("wayOpen"), t("wayOpenHint"), () => starting.pick()))),
  ];
}

function listOf({ form, starting, lists: { kept, gone }, open }: HomeOptions, redraw: () => Promise<void>): HTMLElement[] {
  const { t, catalogue } = form;
  if (kept.length + gone.length === 0) return [];
  const quiet = (id: string, label: string, aria: string, act: () => Promise<unknown>) =>
    h("button", { type: "button", class: "quiet", id, "aria-label": aria, onclick: () => void act().then(redraw) }, label);
  const row = ({ id, dossier, at }: Kept) => {
    const name = nameOf(dossier) || t("unnamed");
    const set = Number(valueAt(dossier, "/product/set"));
    const about = [applicationName(form, dossier), set ? `${t("set", { n: set })}: ${setName(catalogue, set)}` : ""].filter(Boolean).join(" · ");
    return h("li", { class: "product", "data-dossier": id },
      h("button", { type: "button", class: "open", id: `open-${id}`, onclick: () => open(id) },
        h("strong", {}, name), h("span", { class: "hint" }, about), h("span", { class: "facts" }, h("time", {}, dayText(form.lang, at)))),
      !form.isDisabled && h("div", { class: "actions" },
        quiet(`copy-${id}`, t("copyDossier"), t("copyOf", { name }), () => starting.copy(id)),
        quiet(`remove-${id}`, t("remove"), t("removeOf", { name }), () => starting.remove(id, redraw))));
  };
  const goneRow = ({ id, dossier }: Kept) => h("li", {}, `${nameOf(dossier) || t("unnamed")} `, quiet(`back-${id}`, t("bringBack"), `${t("bringBack")}: ${nameOf(dossier)}`, () => starting.store.bringBack(id)));
  return [h("section", { class: "products", "aria-labelledby": "dossiers-title" },
    h("h3", { id: "dossiers-title" }, t("dossiers", { n: kept.length })),
    kept.length > 0 && h("ul", {}, kept.map(row)),
    gone.length > 0 && !form.isDisabled && h("details", { id: "removed" }, h("summary", {}, t("removedList", { n: gone.length })), h("ul", {}, gone.map(goneRow))),
    kept.length > 0 && h("button", { type: "button", class: "quiet", id: "backup", "data-tool": "backup", onclick: () => void starting.backup() }, t("backup")))];
}
