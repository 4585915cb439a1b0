// A page for the tests of the controls: a form over plain JSON, with one control at a time.

import { h } from "../npm/src/element/dom.js";
import { Notices } from "../npm/src/element/notices.js";
import { rubricOf, sourceAt } from "../npm/src/element/source.js";
import * as claims from "../npm/src/dossier/claims.js";
import { productClass } from "../npm/src/dossier/classify.js";
import { comboField } from "../npm/src/dossier/combo.js";
import { dateField } from "../npm/src/dossier/day.js";
import { choiceField } from "../npm/src/dossier/kinds.js";
import { numberField } from "../npm/src/dossier/number.js";
import { exemptionsField, papersField } from "../npm/src/dossier/papers-ticks.js";
import { placeFields } from "../npm/src/dossier/places.js";
import { styleSheet } from "../npm/src/dossier/styles.js";
import { listField, yearsTable } from "../npm/src/dossier/tables.js";
import { sayIn } from "../npm/src/dossier/texts.js";
import { unreadIn } from "../npm/src/dossier/unread.js";
import { valueAt, withValue } from "../npm/src/dossier/tree.js";

const source = sourceAt("/ocop/");
const [ocop, rules, vi, en] = await Promise.all([source.ocop(), source.rules(), source.words("vi"), source.words("en")]);
const words = { vi, en };

const choices = (...names) => names.map((value) => ({ value, title: `Lựa chọn ${value}` }));
const text = (title) => ({ kind: "text", title });
/** The shapes that the controls ask for, by the pointer with * for an item. */
const shapes = {
  "/registration/date": { kind: "date", title: "Ngày lập phiếu", where: "Mẫu số 01" },
  "/registration/province": { kind: "choice", title: "Mã tỉnh", choices: [{ value: "66", title: "Đắk Lắk" }, { value: "79", title: "Thành phố Hồ Chí Minh" }] },
  "/registration/commune": text("Mã xã"),
  "/product/set": { kind: "choice", title: "Bộ sản phẩm" },
  "/producer/kind": { kind: "choice", title: "Loại hình", choices: choices(..."abcdefgh") },
  "/application": { kind: "choice", title: "Loại hồ sơ", choices: choices("first", "upgrade", "re-assessment") },
  "/registration/samples": { kind: "number", title: "Số mẫu", least: 0, most: 1000 },
  "/report/results/years": { kind: "list", title: "Doanh thu, lợi nhuận theo năm" },
  "/report/results/years/*/year": { kind: "number", title: "Năm" },
  "/report/results/years/*/revenue": { kind: "number", title: "Doanh thu (triệu đồng)", least: 0 },
  "/report/results/years/*/profit": { kind: "number", title: "Lợi nhuận (triệu đồng)", least: -1 },
  "/report/results/years/*/output": { kind: "number", title: "Sản lượng" },
  "/report/results/years/*/unit": { ...text("Đơn vị tính"), letters: 120 },
  "/report/figures/materials": { kind: "list", title: "Nguyên liệu", most: 3, item: { kind: "object", title: "Nguyên liệu", members: { name: text("Tên"), place: text("Nơi") } } },
  "/report/exemptions": { kind: "list", title: "Giấy tờ không phải có", item: { kind: "object", title: "Giấy tờ", members: { ground: text("Lý do") } } },
  "/report/papers": { kind: "object", title: "Giấy tờ", members: { businessRegistration: {}, foodSafety: {}, trademark: {}, other: {} } },
  "/report/papers/businessRegistration": { kind: "flag", title: "Đăng ký kinh doanh", where: "Mẫu số 02.I.7.a" },
  "/report/papers/foodSafety": { kind: "flag", title: "Giấy chứng nhận an toàn thực phẩm", where: "Mẫu số 02.I.7.c" },
  "/report/papers/trademark": { kind: "flag", title: "Nhãn hiệu", where: "Mẫu số 02.I.7.d" },
  "/report/papers/other": { ...text("Khác"), where: "Mẫu số 02.I.7.d" },
};

const controls = {
  day: (form) => dateField(form, "/registration/date"),
  places: placeFields,
  class: productClass,
  choice: (form) => choiceField(form, "/application"),
  select: (form) => choiceField(form, "/producer/kind"),
  combo: (form) => comboField(form, "/producer/kind").element,
  number: (form) => numberField(form, "/registration/samples"),
  years: yearsTable,
  list: (form) => listField(form, "/report/figures/materials"),
  papers: papersField,
  exemptions: exemptionsField,
  claims: (form) => {
    const section = form.rubric.parts.flatMap((part) => part.sections)[globalThis.section ?? 0];
    return h("div", {}, h("h2", {}, section.name), claims.claimsSection(form, section));
  },
  answers: (form) => h("div", {}, claims.answersTable(form, "/proposed/answers"), claims.gatesField(form, "/proposed/gates")),
};

const host = document.body.appendChild(document.createElement("main"));
const root = host.attachShadow({ mode: "open" });
root.adoptedStyleSheets = [styleSheet()];

/** Shows a control over a document. */
globalThis.show = (name, document = {}, { lang = "vi", readOnly = false, ticked = {} } = {}) => {
  globalThis.document.documentElement.lang = lang;
  const t = sayIn(lang);
  const notices = new Notices();
  notices.speak(t);
  const place = h("div", {});
  const body = h("div", { class: "all", lang }, notices.element, place);
  let updates = [];
  const changed = () => updates.forEach((update) => update());
  const draw = () => {
    updates = [];
    const had = root.activeElement?.id;
    place.replaceChildren(controls[name](form));
    if (had) root.getElementById(had)?.focus();
  };
  const form = {
    t, lang, office: "producer", today: "2026-07-03", dossier: document, ticked, ocop, notices, body,
    catalogue: words[lang].index,
    kinds: new Map(words[lang].index.evidence.map((kind) => [kind.id, kind])),
    rubricOf: (set) => (rules[set - 1] ? rubricOf(rules[set - 1], words[lang]) : undefined),
    get rubric() { return form.rubricOf(form.dossier.product?.set); },
    value: (pointer) => valueAt(form.dossier, pointer),
    shape: (pointer) => shapes[pointer.replace(/\/\d+(?=\/|$)/g, "/*")] ?? { kind: "text", title: pointer.split("/").at(-1) },
    enter: (pointer, value) => form.enterAll({ [pointer]: value }),
    enterAll(values) {
      for (const [pointer, value] of Object.entries(values)) form.dossier = withValue(form.dossier, pointer, value);
      changed();
    },
    mayWrite: () => !readOnly,
    places: () => globalThis.places(),
    found: () => [],
    onChange: (update) => updates.push(update),
    redraw: draw,
    goTo: (pointer) => (globalThis.wentTo = pointer),
  };
  globalThis.form = form;
  globalThis.unread = () => unreadIn(form, "");
  globalThis.claimsResult = () => claims.claimsResult(form);
  globalThis.elsewhere = (pointer, value) => form.enter(pointer, value); // as another window would
  root.replaceChildren(body);
  draw();
};
globalThis.ready = true;
