// What the tests of the evidence have in their page: the form's sources, and a form
// that is no more than a plain object. dossier-files.test.mjs makes one script of it.

import { Database } from "../npm/src/dossier/database.ts";
import { evidenceList, evidencePicker, finishEvidence, openPiece } from "../npm/src/dossier/evidence.ts";
import { Files } from "../npm/src/dossier/files.ts";
import { joined } from "../npm/src/dossier/join.ts";
import * as mediatype from "../npm/src/dossier/mediatype.ts";
import { evidenceStyle } from "../npm/src/dossier/styles/evidence.ts";
import { sayIn } from "../npm/src/dossier/texts.ts";
import { valueAt, withValue } from "../npm/src/dossier/tree.ts";
import { h, keepFocus, styles } from "../npm/src/element/dom.ts";
import { Notices } from "../npm/src/element/notices.ts";
import { styleSheet } from "../npm/src/element/styles.ts";

const schema = await (await fetch("/ocop/schema/dossier.json")).json();

globalThis.kit = {
  Database, Files, joined, finishEvidence, openPiece, ...mediatype,

  /** The files of a device; undefined where it keeps nothing. */
  files: (name = "ocop-test") => new Files(new Database(name)),

  /** A picture's bytes, as far as they are looked at, and so many more. */
  photo: (name, size = 5000, fill = 7) => new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), new Uint8Array(size - 4).fill(fill)], name, { type: "image/jpeg" }),

  /** A picture that can be seen: red above, blue below; turned as EXIF says it. */
  async picture(name, width, height, { type = "image/jpeg", orientation } = {}) {
    const canvas = h("canvas", { width, height });
    const context = canvas.getContext("2d");
    for (const [i, colour] of ["red", "blue"].entries()) {
      context.fillStyle = colour;
      context.fillRect(0, (i * height) / 2, width, height / 2);
    }
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, 0.9));
    if (!orientation) return new File([blob], name, { type });
    const exif = Uint8Array.of(0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0);
    return new File([blob.slice(0, 2), exif, blob.slice(2)], name, { type });
  },

  form: (dossier, options) => (globalThis.form = formOf(dossier, options)),
};

const kinds = [
  ["materials-and-linkage", "Vùng nguyên liệu, liên kết", "Hợp đồng, bản đồ vùng trồng"], ["food-safety-certificate", "Giấy chứng nhận an toàn thực phẩm", "Cơ sở đủ điều kiện"],
  ["test-report", "Phiếu kiểm nghiệm", "Chất lượng, an toàn"], ["story", "Câu chuyện sản phẩm", "Bài viết, phim"], ["other", "Tài liệu khác", "Việc khác"],
];
const criteria = [["1.1", "Nguồn nguyên liệu", ["materials-and-linkage"]], ["1.5", "Liên kết sản xuất", ["materials-and-linkage", "other"]], ["3.1", "Câu chuyện về sản phẩm", ["story"]], ["5.2", "Kiểm nghiệm", ["test-report", "food-safety-certificate"]]];

const rubric = { parts: [{ sections: [{ criteria: criteria.map(([code, name, evidence]) => ({ code, name, evidence, max: 5, notes: [], options: [] })) }] }] };

function shapeOf(node) {
  const { $ref, title, description, ...rest } = node;
  const of = $ref ? { ...schema.$defs[$ref.split("/").at(-1)], ...rest } : rest;
  const choices = (of.oneOf ?? of.anyOf)?.filter((one) => "const" in one).map((one) => ({ value: one.const, title: one.title }));
  return { title: title ?? of.title, where: description, kind: of.properties ? "object" : of.items ? "list" : of.additionalProperties ? "table" : choices?.length ? "choice" : "text", of, choices, required: of.required };
}

function shapeAt(pointer) {
  return pointer.split("/").slice(1).reduce((at, name) => {
    const next = at.of?.items ?? at.of?.properties?.[name] ?? at.of?.additionalProperties;
    return next ? shapeOf(next) : {};
  }, shapeOf(schema));
}

function formOf(dossier, { draw, lang = "vi", reads = false, database = "ocop-test", id = "a" } = {}) {
  const place = document.querySelector("main");
  place.replaceChildren();
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  const body = h("div", { class: "all" });
  root.replaceChildren(body);
  root.adoptedStyleSheets = [styleSheet(), styles(evidenceStyle)];
  const frame = h("div", {});
  const notices = new Notices();
  const updates = new Set();
  const form = {
    t: sayIn(lang), lang, office: "producer", today: "2026-07-03", id, dossier, catalogue: {}, kinds: new Map(kinds.map(([kind, name, proof]) => [kind, { id: kind, name, proof }])), rubric, ticked: {}, ocop: undefined,
    files: kit.files(database), notices, body,
    value: (pointer) => valueAt(form.dossier, pointer),
    shape: shapeAt,
    enter: (pointer, value) => form.enterAll({ [pointer]: value }),
    enterAll(values) {
      for (const [pointer, value] of Object.entries(values)) form.dossier = withValue(form.dossier, pointer, value);
      updates.forEach((update) => update());
    },
    kept: async () => {},
    mayWrite: () => !reads,
    found: () => [],
    onChange: (update) => updates.add(update),
    redraw() {
      updates.clear();
      keepFocus(frame, () => frame.replaceChildren(draw === "picker" ? evidencePicker(form, "/report/claims/5.2/evidence") : evidenceList(form, "/evidence")));
    },
    goTo() {},
  };
  notices.speak(form.t);
  body.append(notices.element, frame);
  form.redraw();
  return form;
}
