// The evidence of a dossier: its pieces as cards, and beside whatever has to be proved a
// list to tick the pieces that do. Both take new files, and tie them where they belong.

import type { EvidenceFile } from "../documents/dossier.js";
import { open } from "../element/dialog.js";
import { arrange, h, keepFocus, say, type Child } from "../element/dom.js";
import { pickFiles, saveBlob } from "../element/files.js";
import type { Criterion } from "../element/law.js";
import { add, addPages, amount, nameOf, progress, take, takesDrops, workOf } from "./adding.js";
import { box, idOf, saidOf } from "./box.js";
import { field } from "./fields.js";
import { mostFileBytes } from "./files.js";
import type { Form } from "./form.js";
import { textOf } from "./inwords.js";
import { claimPointer, criteriaFor, idsAt, kindsFor, piecesOf, printedOn, tied, tiesOf, withoutPiece, withPiece, type Piece } from "./pieces.js";
import { largePicture, preview } from "./preview.js";

export { finishEvidence } from "./adding.js";

/** Has the card of the piece that a pointer leads into open when it is drawn next, so that its fields are there. */
export function openPiece(form: Form, pointer: string): void {
  const id = piecesOf(form)[Number(/^\/evidence\/(\d+)/.exec(pointer)?.[1] ?? -1)]?.id;
  if (id !== undefined) workOf(form).open.add(id);
}

// ---- all pieces

export function evidenceList(form: Form, pointer: "/evidence"): HTMLElement {
  const count = h("h3", {});
  const list = h("ul", { class: "ev-cards" });
  let cards = new Map<string, HTMLElement>(); // by all that a card's parts depend on
  const update = () => {
    const pieces = piecesOf(form);
    say(count, pieces.length > 0 ? form.t("evCount", { n: pieces.length }) : form.t("evNone"));
    cards = new Map(pieces.map((piece, i) => {
      const key = [i, piece.id, piece.kind, piece.file?.sha256].join(" ");
      return [key, cards.get(key) ?? card(form, i, piece)];
    }));
    keepFocus(list, () => arrange(list, [...cards.values()]));
  };
  form.onChange(update);
  update();
  return h("div", { class: "ev-list", "data-path": pointer }, form.mayWrite(pointer) && adder(form, "evidence"), count, form.mayWrite(pointer) && missingSeveral(form), list, h("div", { class: "said", id: saidOf(pointer) }));
}

/** Ways to add files: of which kind, by the camera, from the device. */
function adder(form: Form, name: string, { pointer, suggested = [] }: { pointer?: string; suggested?: readonly string[] } = {}): HTMLElement {
  const { t } = form;
  const kinds = [...suggested, ...[...form.kinds.keys()].filter((kind) => !suggested.includes(kind))];
  const kind = h("select", { class: "field", id: `kind-${name}` },
    h("option", { value: "" }, t("evKindLater")),
    kinds.map((id) => h("option", { value: id, selected: id === suggested[0] }, form.kinds.get(id)?.name ?? id)));
  const use = (files: File[]) => void add(form, files, { kind: kind.value || undefined, pointer });
  const button = (id: string, text: string, main: boolean, act: () => void) => h("button", { type: "button", id: `${id}-${name}`, class: main ? "main" : "quiet", onclick: act }, text);
  const place = h("div", { class: "ev-add" },
    h("label", { class: "label", for: `kind-${name}` }, t("evKind")), kind,
    h("div", { class: "actions" },
      button("camera", t("evCamera"), true, () => pickFiles(use, { camera: true, accept: "image/*" })),
      button("choose", t("evChoose"), false, () => pickFiles(use, { multiple: true })),
      h("span", { class: "hint ev-drop" }, t("evDrop"))),
    h("p", { class: "hint" }, t("evTakes", { most: amount(form, mostFileBytes) })),
    progress(form, name));
  takesDrops(place, use);
  return place;
}

// ---- a piece

/** A piece: what it is in one line, and all about it once it is opened. */
function card(form: Form, i: number, piece: Piece): HTMLElement {
  const at = `/evidence/${i}`;
  const { id = "", file = {} } = piece;
  const { open: opened } = workOf(form);
  const name = h("strong", {});
  const facts = h("small", {});
  const update = () => {
    const now = piecesOf(form)[i];
    if (now?.id !== piece.id || !now) return;
    say(name, nameOf(now));
    say(facts, factsOf(form, now));
  };
  form.onChange(update);
  update();
  const fold: HTMLDetailsElement = h("details", { id: idOf(at), open: opened.has(id), ontoggle: () => {
    if (fold.open === opened.has(id)) return;
    opened[fold.open ? "add" : "delete"](id);
    if (fold.open) form.redraw(); // with its fields, and what is wrong at them
  } },
    h("summary", { id: `${idOf(at)}-summary` }, preview(form.files, file), h("span", { class: "words" }, name, facts)),
    opened.has(id) && all(form, at, piece));
  return h("li", { class: "ev-card", part: "evidence", "data-path": at, "data-id": id }, fold, missing(form, at, piece), h("div", { class: "said", id: saidOf(at) }));
}

function factsOf(form: Form, { id = "", kind, expires }: Piece): string {
  const { t } = form;
  const count = tiesOf(form, id).length;
  return [
    (kind && form.kinds.get(kind)?.name) ?? t("evUnknownKind"),
    expires && t("evExpires", { date: textOf(form, { kind: "date" }, expires) }),
    count > 0 ? t("evProvesCount", { n: count }) : t("evProvesNone"),
    id, // by which problems name it
  ].filter(Boolean).join(" · ");
}

function all(form: Form, at: string, piece: Piece): Child {
  const { t } = form;
  const member = (name: string) => field(form, `${at}/${name}`);
  const proof = piece.kind && form.kinds.get(piece.kind)?.proof;
  const asked = printedOn(piece.kind);
  const papers = [member("number"), member("issuer"), member("issued")];
  const isFound = ["number", "issuer", "issued", "expires"].some((name) => form.found(`${at}/${name}`).length > 0);
  return h("div", { class: "ev-all" },
    member("kind"), proof && h("p", { class: "hint" }, t("evProof", { proof })),
    member("title"),
    asked === "term" && [papers, h("p", { class: "hint" }, t("evTerm")), member("expires")],
    asked === "number" && papers,
    asked !== "term" && h("details", { id: `${idOf(at)}-printed`, open: isFound }, h("summary", { id: `${idOf(at)}-printed-summary` }, t(asked === "number" ? "evPrintedTerm" : "evPrinted")), asked !== "number" && papers, member("expires")),
    proves(form, at, piece),
    theFile(form, at, piece),
    form.mayWrite("/evidence") && h("div", { class: "actions" },
      h("button", { type: "button", class: "quiet", id: `${idOf(at)}-remove`, "aria-label": t("evRemoveOf", { name: nameOf(piece) }), onclick: () => remove(form, Number(at.split("/")[2])) }, t("evRemove"))));
}

/** Ticks the criteria that a piece proves; those that the rubric suggests come first. */
function proves(form: Form, at: string, { id = "", kind }: Piece): HTMLElement {
  const { t } = form;
  if (!form.rubric) return h("p", { class: "hint" }, t("evNoRubric"));
  const { suggested, others } = criteriaFor(form, kind);
  const isTied = ({ code }: Criterion) => idsAt(form, claimPointer(code)).includes(id);
  const first = [...suggested, ...others.filter(isTied)];
  const rest = others.filter((one) => !first.includes(one));
  const tick = (one: Criterion) => tickOf(form, `${idOf(at)}-proves-${one.code}`, claimPointer(one.code), id, [h("span", { class: "code" }, one.code), " ", one.name]);
  return h("fieldset", { class: "box group" }, h("legend", { class: "name" }, t("evProves")),
    first.map(tick),
    rest.length > 0 && h("details", { id: `${idOf(at)}-others` }, h("summary", { id: `${idOf(at)}-others-summary` }, t("evOthers", { n: rest.length })), rest.map(tick)));
}

/** Whether a list names a piece: to be ticked, or said where nobody may. */
function tickOf(form: Form, control: string, pointer: string, id: string, words: Child): HTMLElement {
  const input = h("input", { type: "checkbox", id: control, disabled: !form.mayWrite(pointer), onchange: () => form.enter(pointer, tied(form, pointer, id, input.checked)) });
  const update = () => (input.checked = idsAt(form, pointer).includes(id));
  form.onChange(update);
  update();
  return h("label", { class: "tick" }, input, h("span", {}, words));
}

/** The file, what it is, and what can be done with it. */
function theFile(form: Form, at: string, piece: Piece): HTMLElement {
  const { t } = form;
  const file = piece.file;
  const fact = (pointer: string, value: Child) => h("div", { "data-path": pointer }, h("dt", {}, form.shape(pointer).title ?? ""), h("dd", {}, value, h("div", { class: "said", id: saidOf(pointer) })));
  const button = (id: string, key: "evOpen" | "evReplace" | "evMorePages", act: () => void) => h("button", { type: "button", class: "quiet", id: `${idOf(at)}-${id}`, onclick: act }, t(key));
  const isPaper = /^application\/pdf$|^image\/(?:jpeg|png|webp|heic)$/.test(file?.mediaType ?? "");
  const more = async (files: File[]) => {
    const kept = await fileOf(form, piece);
    if (kept && files.length > 0) await addPages(form, piece, kept, files);
  };
  return h("fieldset", { class: "box group", "data-path": `${at}/file` }, h("legend", { class: "name" }, t("evFile")),
    h("div", { class: "actions" },
      file && button("open", "evOpen", () => void view(form, piece)),
      form.mayWrite("/evidence") && [
        file && isPaper && button("more", "evMorePages", () => pickFiles((files) => void more(files), { multiple: true, accept: "image/*,application/pdf" })),
        button("replace", "evReplace", () => pickFiles((files) => void take(form, files, { piece: piece.id }), {})),
      ]),
    field(form, `${at}/file/name`), field(form, `${at}/pages`),
    h("dl", { class: "ev-facts" },
      fact(`${at}/id`, piece.id),
      fact(`${at}/file/mediaType`, form.shape(`${at}/file/mediaType`).choices?.find(({ value }) => value === file?.mediaType)?.title ?? file?.mediaType),
      fact(`${at}/file/size`, file?.size === undefined ? "" : amount(form, file.size)),
      fact(`${at}/file/sha256`, h("code", {}, file?.sha256))),
    h("div", { class: "said", id: saidOf(`${at}/file`) }));
}

/** Pictures are shown here, other files are handed to whatever opens them on the device. */
async function view(form: Form, piece: Piece): Promise<void> {
  const { file } = piece;
  const kept = await fileOf(form, piece);
  if (!file || !kept) return;
  const picture = file.mediaType.startsWith("image/") ? await largePicture(kept) : undefined;
  if (!picture) return saveBlob(file.name, kept);
  picture.classList.add("ev-large");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", file.name);
  open(form.body, { t: form.t, title: file.name, body: picture, kind: "page" });
}

/** The file of a piece; where the device has none, it is said. */
async function fileOf(form: Form, { file }: Piece): Promise<Blob | undefined> {
  const kept = file && (await form.files.get(file.sha256));
  if (file && !kept) form.notices.show("evidence-missing", { tone: "bad", text: () => missingText(form, file) });
  return kept?.blob;
}

const missingText = (form: Form, { name, size }: EvidenceFile): string => form.t("evMissing", { name, size: amount(form, size) });

/** Says that a file is not on this device, and takes it once more; nothing where it is there. */
function missing(form: Form, at: string, { file }: Piece): HTMLElement {
  const place = h("div", { class: "ev-missing", hidden: true });
  if (!file?.sha256) return place;
  void form.files.get(file.sha256).catch(() => undefined).then((kept) => {
    if (kept) return;
    place.append(h("p", {}, missingText(form, file)),
      h("button", { type: "button", class: "quiet", id: `${idOf(at)}-find`, onclick: () => pickFiles(([chosen]) => chosen && void find(form, file, chosen), {}) }, form.t("evFind")));
    place.hidden = false;
  });
  return place;
}

/** Takes several of those that are not on this device at once; nothing where there are not several. */
function missingSeveral(form: Form): HTMLElement {
  const place = h("div", { class: "ev-missing", hidden: true });
  const lookFor = ({ file }: Piece) => (file ? form.files.get(file.sha256).then((kept) => kept === undefined) : false);
  void Promise.all(piecesOf(form).map(lookFor)).catch(() => []).then((all) => {
    const n = all.filter(Boolean).length;
    if (n < 2) return;
    place.append(h("p", {}, form.t("evMissingSeveral", { n })),
      h("button", { type: "button", class: "quiet", id: "find-evidence", onclick: () => pickFiles((files) => void findSeveral(form, files), { multiple: true }) }, form.t("evFindSeveral")));
    place.hidden = false;
  });
  return place;
}

/** Of several files takes those that the dossier names, by size and hash; the others are counted. */
async function findSeveral(form: Form, chosen: readonly File[]): Promise<void> {
  form.notices.drop("evidence-other", "evidence-missing");
  const wanted = piecesOf(form).flatMap(({ file }) => file ?? []);
  const outcomes = await form.files.take(chosen.filter(({ size }) => wanted.some((file) => file.size === size)), { dossier: form.id });
  const others = chosen.length - outcomes.filter(({ file }) => wanted.some(({ sha256 }) => sha256 === file?.sha256)).length;
  if (others > 0) form.notices.show("evidence-other", { tone: "bad", text: () => form.t("evNotSameSeveral", { n: others }) });
  form.redraw();
}

/** A file that is said to be the one that the dossier names: it is, or it is said what is not the same. */
async function find(form: Form, file: EvidenceFile, chosen: File): Promise<void> {
  form.notices.drop("evidence-other", "evidence-missing");
  const isSize = chosen.size === file.size;
  const [outcome] = isSize ? await form.files.take([chosen], { dossier: form.id }) : [];
  if (outcome?.file?.sha256 === file.sha256) return form.redraw();
  form.notices.show("evidence-other", { tone: "bad", text: () => form.t("evNotSame", { name: chosen.name, what: form.t(isSize ? "evContent" : "evSize") }) });
}

/** Removes a piece with all that names it; it can be brought back. */
function remove(form: Form, i: number): void {
  const piece = piecesOf(form)[i];
  if (!piece) return;
  const ties = tiesOf(form, piece.id ?? "");
  const changes = withoutPiece(form, i);
  form.enterAll(changes);
  form.notices.show("evidence-removed", {
    text: () => form.t("evRemoved", { name: nameOf(piece) }),
    actions: [{ label: "undo", act: () => {
      if (!piecesOf(form).some(({ id }) => id === piece.id)) form.enterAll(withPiece(form, piece, ties.filter((tie) => tie in changes), i));
    } }],
  });
}

// ---- the pieces that prove something

export function evidencePicker(form: Form, pointer: string): HTMLElement {
  const place = h("div", { class: "ev-picker" });
  let drawn = "";
  const update = () => {
    const key = JSON.stringify([piecesOf(form).map((piece) => [piece.id, piece.kind, nameOf(piece)]), idsAt(form, pointer).filter((id) => !piecesOf(form).some((piece) => piece.id === id))]);
    if (key === drawn) return;
    drawn = key;
    keepFocus(place, () => place.replaceChildren(...ticks(form, pointer)));
  };
  form.onChange(update);
  update();
  return box(form, pointer, [place, form.mayWrite(pointer) && addHere(form, pointer)]);
}

/** A fold to add files beside what they prove; made once it is opened, as a page may have thirty of them. */
function addHere(form: Form, pointer: string): HTMLElement {
  const { open: opened } = workOf(form);
  const fill = () => fold.append(adder(form, idOf(pointer).slice(2), { pointer, suggested: kindsFor(form, pointer) }));
  const fold: HTMLDetailsElement = h("details", { class: "ev-here", id: `${idOf(pointer)}-add`, open: opened.has(pointer), ontoggle: () => {
    opened[fold.open ? "add" : "delete"](pointer);
    if (fold.open && fold.children.length === 1) fill();
  } }, h("summary", { id: `${idOf(pointer)}-add-summary` }, form.t("evAddHere")));
  if (fold.open) fill();
  return fold;
}

/** The pieces to tick: those of the kinds that fit, those that are ticked, then the others; ids that lead nowhere can be taken out. */
function ticks(form: Form, pointer: string): HTMLElement[] {
  const { t } = form;
  const kinds = kindsFor(form, pointer);
  const pieces = piecesOf(form).filter((piece) => piece.id !== undefined);
  const isTied = (piece: Piece) => idsAt(form, pointer).includes(piece.id!);
  const tick = (piece: Piece) => tickOf(form, `${idOf(pointer)}-${piece.id}`, pointer, piece.id!, [nameOf(piece), h("small", {}, (piece.kind && form.kinds.get(piece.kind)?.name) ?? t("evUnknownKind"))]);
  if (!form.mayWrite(pointer)) return pieces.some(isTied) ? [h("ul", { class: "plain" }, pieces.filter(isTied).map((piece) => h("li", {}, nameOf(piece))))] : [h("p", { class: "hint" }, t("evNothingTied"))];
  const first = pieces.filter((piece) => kinds.length === 0 || kinds.includes(piece.kind ?? "") || isTied(piece));
  const rest = pieces.filter((piece) => !first.includes(piece));
  const lost = idsAt(form, pointer).filter((id) => !pieces.some((piece) => piece.id === id));
  return [
    pieces.length > 0 ? h("p", { class: "hint" }, t("evTicks")) : h("p", { class: "hint" }, t("evNothingTied")),
    ...first.map(tick),
    ...lost.map((id) => tickOf(form, `${idOf(pointer)}-${id}`, pointer, id, t("evLost", { id }))),
    ...(rest.length > 0 ? [h("details", { id: `${idOf(pointer)}-rest` }, h("summary", { id: `${idOf(pointer)}-rest-summary` }, t("evOtherPieces", { n: rest.length })), rest.map(tick))] : []),
  ];
}
