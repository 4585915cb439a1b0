// Province and commune of the registration form, found by their names without diacritics.
// The list comes when the fields are near; where it cannot come, codes can be typed.

import { h } from "../element/dom.js";
import { comboField, searching, type Entry } from "./combo.js";
import type { Form } from "./form.js";
import type { Province } from "./source.js";

const province = "/registration/province";
const commune = "/registration/commune";

/** Province and commune. A code that nobody knows any more is shown as it is. */
export function placeFields(form: Form): HTMLElement {
  let known: Known | undefined;
  let state: "away" | "coming" | "failed" | "there" = "away";
  const titles = new Map((form.shape(province).choices ?? []).map(({ value, title }) => [String(value), title]));
  const at = (pointer: string) => {
    const value = form.value(pointer);
    return typeof value === "string" ? value : undefined;
  };
  const status = () => (state === "coming" ? form.t("coPlacesComing") : state === "failed" ? form.t("coPlacesFailed") : "");
  const ofShape = searching([...titles].map(([value, name]) => ({ value, name })));

  const provinceField = comboField(form, province, {
    find: (text) => (known?.findProvince ?? ofShape)(text),
    nameOf: (code) => known?.provinces.get(code) ?? titles.get(code) ?? code,
    choose: (code) => moveTo(form, known, code),
    read: (text) => (/^\d{2}$/.test(text) ? text : undefined),
    status,
    label: form.t("coProvince"),
  });
  const communeField = comboField(form, commune, {
    find: (text) => known?.findCommune(text, at(province)) ?? [],
    nameOf: (code) => known?.communes.get(code)?.name ?? code,
    choose: (code) => form.enterAll({ [commune]: code, ...(code && known?.communes.has(code) && { [province]: known.communes.get(code)?.province }) }),
    read: (text) => (/^\d{5}$/.test(text) ? text : undefined),
    status,
    label: form.t("coCommune"),
    hint: form.t("coCommuneHint"),
  });

  const show = () => [provinceField, communeField].forEach((field) => field.refresh());
  const bring = () => {
    if (state === "coming" || state === "there") return;
    state = "coming";
    show();
    form.places().then((places) => {
      known = knownOf(places);
      state = "there";
    }, () => (state = "failed")).then(show);
  };
  const element = h("div", { class: "places", onfocusin: bring }, provinceField.element, communeField.element);
  whenNear(element, bring);
  return element;
}

/** Calls once when an element comes near to what is seen. */
function whenNear(element: HTMLElement, act: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    act();
  }, { rootMargin: "200px" });
  observer.observe(element);
}

/** Enters another province; a commune that is not in it goes, and can be had back. */
function moveTo(form: Form, known: Known | undefined, code: string | undefined): void {
  const [wasIn, was] = [form.value(province), form.value(commune)];
  const of = typeof was === "string" ? known?.communes.get(was) : undefined;
  if (!of || code === undefined || of.province === code) return form.enter(province, code);
  form.enterAll({ [province]: code, [commune]: undefined });
  form.notices.show("co-commune", {
    text: () => form.t("coCommuneGone", { commune: of.name, province: known?.provinces.get(code) ?? code }),
    actions: [{ label: "undo", act: () => form.enterAll({ [province]: wasIn, [commune]: was }) }],
  });
}

/** The list, ready to be searched. */
interface Known {
  provinces: ReadonlyMap<string, string>;
  communes: ReadonlyMap<string, { name: string; province: string }>;
  findProvince(text: string): Entry[];
  /** The communes of a province that fit; after them those of others, with their province's name. */
  findCommune(text: string, of: string | undefined): Entry[];
}

function knownOf(provinces: readonly Province[]): Known {
  const finders = provinces.map(([code, name, communes]) => ({ code, name, find: searching(communes.map(([value, commune]) => ({ value, name: commune }))) }));
  return {
    provinces: new Map(provinces.map(([code, name]) => [code, name])),
    communes: new Map(provinces.flatMap(([code, , communes]) => communes.map(([value, name]) => [value, { name, province: code }] as const))),
    findProvince: searching(provinces.map(([value, name]) => ({ value, name }))),
    findCommune: (text, of) => {
      const own = finders.find(({ code }) => code === of)?.find(text) ?? [];
      if (text.trim() === "") return own;
      const others = finders.filter(({ code }) => code !== of).flatMap(({ name, find }) => find(text).map((entry) => ({ ...entry, beside: name })));
      return [...own, ...others];
    },
  };
}
