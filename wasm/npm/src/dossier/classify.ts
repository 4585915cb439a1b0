// The product's class (Appendix I). Each class has one product set and each set one class,
// so that people choose the set by what they call their product, and the class follows.

import { Chooser } from "../element/chooser.js";
import { ask } from "../element/dialog.js";
import { h, type Child } from "../element/dom.js";
import type { SetNo } from "../element/draft.js";
import { setName } from "../element/law.js";
import { classOf } from "./begin.js";
import { idOf, saidOf } from "./box.js";
import { strayClaims } from "./claims.js";
import type { Form } from "./form.js";
import { shownField } from "./shown.js";
import { under, type Json } from "./tree.js";

const product = "/product";
const setAt = "/product/set";
const claims = "/report/claims";

/** The members that say the class. */
const members = ["set", "sector", "group", "subgroup"] as const;

/** The product's set and class. */
export function productClass(form: Form): HTMLElement {
  if (!form.mayWrite(setAt)) return shownField(form, setAt, () => classInWords(form).join(". "));
  const place = h("div", {});
  const slot = (name: string) => h("div", { class: "said", id: saidOf(under(product, name)) });
  let isChoosing = form.value(setAt) === undefined;
  let drawn = "";

  const draw = () => {
    const now = JSON.stringify([isChoosing, form.catalogue.lang, ...members.map((name) => form.value(under(product, name)) ?? null), form.rubric?.no ?? null, strays(form).length]);
    if (now === drawn) return;
    drawn = now;
    place.replaceChildren(isChoosing ? choosing() : chosen());
  };
  const choosing = () => h("div", {},
    form.value(setAt) !== undefined && h("button", { type: "button", id: `${idOf(setAt)}-keep`, class: "quiet", onclick: () => turn(false) }, form.t("coClassKeep")),
    new Chooser({ t: form.t, catalogue: form.catalogue, list: undefined, tools: undefined, onChoose: (set) => void choose(form, set).then((isDone) => isDone && turn(false)) }).element);
  const chosen = () => h("div", { class: "class" },
    classInWords(form).map((line, i) => h("p", { class: i === 0 ? "value" : "hint" }, line)),
    h("button", { type: "button", id: `${idOf(setAt)}-change`, class: "quiet", "aria-label": form.t("coClassChangeOf"), onclick: () => turn(true) }, form.t("coClassChange")),
    strays(form).length > 0 && h("p", { class: "reading unread" }, form.t("coStrays", { codes: codesOf(strays(form)) }), " ",
      h("button", { type: "button", id: `${idOf(setAt)}-strays`, class: "quiet", onclick: () => dropClaims(form, strays(form), {}) }, form.t("coStraysDrop"))));
  /** Goes over to choosing or back, and takes the keyboard along. */
  const turn = (toChoosing: boolean) => {
    isChoosing = toChoosing;
    draw();
    form.body.querySelector<HTMLElement>(toChoosing ? ".product-class input" : `#${idOf(setAt)}-change`)?.focus(); // the page may be drawn anew by now
  };

  draw();
  form.onChange(() => {
    if (form.value(setAt) === undefined) isChoosing = true;
    draw();
  });
  return h("div", { class: "box product-class", role: "group", "aria-label": form.shape(setAt).title, "data-path": setAt },
    h("p", { class: "name" }, form.shape(setAt).title), place, slot("set"),
    members.slice(1).map((name) => h("div", { "data-path": under(product, name) }, slot(name))));
}

/** What the dossier claims and its own set does not have: of a file that was written elsewhere. */
const strays = (form: Form): string[] => (form.rubric && form.rubric.no === form.value(setAt) ? strayClaims(form, form.rubric) : []);

/** The criteria that pointers to claims name. */
const codesOf = (pointers: readonly string[]): string => [...new Set(pointers.map((pointer) => pointer.split("/")[3]))].join(", ");

/** The set, and the class, in words. */
function classInWords(form: Form): string[] {
  const [set, sector, group, subgroup] = members.map((name) => form.value(under(product, name)));
  if (set === undefined) return [];
  const of = form.catalogue.sectors.find(({ code }) => code === sector);
  const name = setName(form.catalogue, Number(set));
  const { t } = form;
  const parts = [t("coSector", { code: String(sector ?? "–"), name: of?.name ?? "" }), t("coGroup", { code: String(group ?? "–") }), ...(subgroup === undefined ? [] : [t("coSubgroup", { code: String(subgroup) })])];
  return [`${t("set", { n: String(set) })}: ${name}`, parts.join(", ")];
}

/** Enters a set with its class. Where levels that are claimed would be lost, it asks first. Tells whether it was done. */
async function choose(form: Form, set: SetNo): Promise<boolean> {
  const its = classOf(form.catalogue, set);
  const values = Object.fromEntries(members.map((name) => [under(product, name), its[name]]));
  const isClaimed = form.value(claims) !== undefined;
  if (!isClaimed || form.value(setAt) === set) {
    form.enterAll(values);
    return true;
  }
  const was = form.value(setAt);
  const [from, to] = [typeof was === "number" ? form.rubricOf(was) : undefined, form.rubricOf(set)];
  if (!to || (was !== undefined && !from)) {
    form.notices.show("co-class", { text: () => form.t("coRubricComing") });
    return false;
  }
  const lost = strayClaims(form, to, from);
  const kept = Object.keys(form.value(claims) as object).length - new Set(lost.map((pointer) => pointer.split("/")[3])).size;
  const { t } = form;
  const answer = await ask(form.body, {
    t, title: t("coClassTitle", { n: set }), text: t(lost.length > 0 ? "coClassLoses" : "coClassKeeps", { codes: codesOf(lost), kept }),
    choices: [{ label: t("coClassYes"), value: "yes", main: true }, { label: t("coClassNo"), value: "" }],
  });
  if (answer !== "yes") return false;
  dropClaims(form, lost, values);
  return true;
}

/** Takes claims out, with other changes, and offers to take it all back. */
function dropClaims(form: Form, lost: readonly string[], values: Readonly<Record<string, Json | undefined>>): void {
  const gone = Object.fromEntries(lost.map((pointer) => [pointer, undefined]));
  const changes: Record<string, Json | undefined> = { ...values, ...gone };
  const before = Object.fromEntries(Object.keys(changes).map((pointer) => [pointer, form.value(pointer)]));
  form.enterAll(changes);
  const text = (): Child => form.t(setAt in values ? "coClassChanged" : "coClaimsGone", { n: lost.length });
  form.notices.show("co-class", { text, actions: [{ label: "undo", act: () => form.enterAll(before) }] });
}
