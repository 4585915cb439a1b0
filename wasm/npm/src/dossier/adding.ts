// Files on their way into a dossier: from the camera, from the device, dropped. What
// becomes of each is entered as soon as it is kept, and said where it is not.

import { ask } from "../element/dialog.js";
import { h, say } from "../element/dom.js";
import type { EvidenceFile } from "../documents/dossier.js";
import { mostFileBytes, type Coming, type Outcome, type Room } from "./files.js";
import type { Form } from "./form.js";
import { joined, NotJoined } from "./join.js";
import { freeName } from "./mediatype.js";
import { newId, piecesOf, tied, withPiece, type Piece } from "./pieces.js";
import type { SayKey } from "./texts.js";
import type { Table } from "./tree.js";

/** What files are for: the kind of a new piece, the list that names it then, or the piece whose file is replaced. */
export interface Purpose {
  kind?: string | undefined;
  pointer?: string | undefined;
  piece?: string | undefined;
}

/** What is under way in a form; it outlives the page at hand. */
interface Work {
  /** What is unfolded: pieces by id, the places to add files by the pointer that they are for. */
  open: Set<string>;
  /** Shows how far it is, by the place that does. */
  tell: Map<string, () => void>;
  said: string;
  part: number;
  stop: AbortController | undefined;
  room: Room | undefined;
  /** What was taken last, in bytes. */
  last: number;
  /** Files that the page has and the device has not. */
  held: number;
  turn: Promise<void>;
}

const works = new WeakMap<Form, Work>();

export function workOf(form: Form): Work {
  const work = works.get(form) ?? { open: new Set(), tell: new Map(), said: "", part: 0, stop: undefined, room: undefined, last: 0, held: 0, turn: Promise.resolve() };
  works.set(form, work);
  return work;
}

const tellAll = (work: Work): void => work.tell.forEach((tell) => tell());

// ---- how files come

/** Takes what is dropped on a place. */
export function takesDrops(place: HTMLElement, use: (files: File[]) => void): void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
  place.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    place.classList.add("over");
  });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    place.classList.remove("over");
    if (!hasFiles(event)) return;
    event.preventDefault();
    use([...event.dataTransfer!.files]);
  });
}

const isPicture = ({ type, name }: File): boolean => type.startsWith("image/") || /\.(?:jpe?g|png|webp|heic|heif)$/i.test(name);

/** Adds files as pieces; several pictures may be the pages of one paper. */
export async function add(form: Form, files: readonly File[], purpose: Purpose): Promise<void> {
  if (files.length < 2 || !files.every(isPicture)) return take(form, files, purpose);
  const { t } = form;
  const answer = await ask(form.body, { t, title: t("evPagesTitle", { n: files.length }), text: t("evPagesText"), choices: [
    { label: t("evOnePaper"), value: "one", main: true }, { label: t("evSeparate"), value: "each" },
  ] });
  if (answer === "each") return take(form, files, purpose);
  if (answer !== "one") return;
  const paper = await join(form, files, nameOfPaper(files[0]!.name));
  if (paper === "each") return take(form, files, purpose);
  if (paper) return take(form, [paper], purpose);
}

const nameOfPaper = (name: string): string => `${name.replace(/\.[^.]*$/, "")}.pdf`;

/** Puts more pages behind the file of a piece. */
export async function addPages(form: Form, piece: Piece, kept: Blob, files: readonly File[]): Promise<void> {
  const name = piece.file?.name ?? "";
  const paper = await join(form, [new File([kept], name), ...files], nameOfPaper(name), false);
  if (paper && paper !== "each") await take(form, [paper], { piece: piece.id });
}

/** One PDF of several files. Where that fails it is said why, and asked whether each is taken by itself. */
async function join(form: Form, files: readonly File[], name: string, mayBeSeparate = true): Promise<File | "each" | undefined> {
  const { t } = form;
  const work = workOf(form);
  const tell = (done: number) => {
    Object.assign(work, { said: t("evJoining", { done: Math.min(done + 1, files.length), all: files.length }), part: done / files.length });
    tellAll(work);
  };
  try {
    tell(0);
    return new File([await joined(files, tell)], name, { type: "application/pdf" });
  } catch (error) {
    if (!(error instanceof NotJoined)) throw error;
    const why = { missing: "evNotJoinedMissing", picture: "evNotJoinedPicture", large: "evNotJoinedLarge" } as const;
    const answer = await ask(form.body, { t, title: t("evNotJoinedTitle"), text: t(why[error.why], { name: files[error.at]?.name ?? "" }), choices: [
      ...(mayBeSeparate ? [{ label: t("evTakeSeparate"), value: "each", main: true }] : []), { label: t("cancel"), value: "" },
    ] });
    return answer === "each" ? "each" : undefined;
  } finally {
    work.said = "";
    tellAll(work);
  }
}

/** Finishes what a killed tab has left; for when a dossier is opened. */
export async function finishEvidence(form: Form): Promise<void> {
  const left = form.mayWrite("/evidence") ? await form.files.unfinished(form.id).catch(() => []) : [];
  if (left.length > 0) await take(form, left, {});
}

/** Takes files, after those that are on their way already. */
export function take(form: Form, files: readonly (File | Coming)[], purpose: Purpose): Promise<void> {
  const work = workOf(form);
  work.turn = work.turn.then(() => takeNow(form, files, purpose)).catch((error: unknown) => reportError(error));
  return work.turn;
}

async function takeNow(form: Form, files: readonly (File | Coming)[], purpose: Purpose): Promise<void> {
  const work = workOf(form);
  const stop = (work.stop = new AbortController());
  form.notices.drop("evidence-refused", "evidence-twice");
  const there: string[] = [];
  const outcomes = await form.files.take(files, {
    dossier: form.id, purpose: JSON.parse(JSON.stringify(purpose)) as Table, signal: stop.signal,
    onEach: async (outcome) => {
      const other = outcome.file && enterFile(form, outcome.file, outcome.purpose as Purpose);
      if (other !== undefined) there.push(other);
      await form.kept();
    },
    onProgress: (done, all, part) => {
      Object.assign(work, { said: form.t("evTaking", { done: Math.min(done + 1, all), all }), part: (done + part) / all });
      tellAll(work);
    },
  });
  Object.assign(work, { said: "", stop: undefined, last: outcomes.reduce((sum, { file }) => sum + (file?.size ?? 0), 0) });
  sayOutcomes(form, outcomes, there);
  await lookAtRoom(form);
}

/** Enters a file; gives the name of the piece that has it already. */
function enterFile(form: Form, file: EvidenceFile, { kind, pointer, piece: replaced }: Purpose): string | undefined {
  const pieces = piecesOf(form);
  const others = pieces.flatMap(({ id, file: other }) => (other && id !== replaced ? [other] : []));
  const named = { ...file, name: freeName(file, others) };
  const at = replaced === undefined ? -1 : pieces.findIndex(({ id }) => id === replaced);
  if (at >= 0) {
    form.enter(`/evidence/${at}/file`, named);
    return undefined;
  }
  const same = pieces.find((piece) => piece.file?.sha256 === file.sha256);
  if (same?.id === undefined) {
    const piece = { id: newId(form, file.sha256), ...(kind !== undefined && { kind }), file: named } as Piece;
    form.enterAll(withPiece(form, piece, pointer === undefined ? [] : [pointer]));
    return undefined;
  }
  if (pointer !== undefined) form.enter(pointer, tied(form, pointer, same.id, true));
  return pointer === undefined ? nameOf(same) : undefined;
}

/** What a piece is called. */
export const nameOf = ({ title, file, id }: Piece): string => title ?? file?.name ?? id ?? "";

// ---- what is said

export function amount(form: Form, bytes: number): string {
  const [unit, of] = ([[1e9, "GB"], [1e6, "MB"], [1e3, "KB"]] as const).find(([least]) => bytes >= least) ?? [1, "byte"];
  return `${new Intl.NumberFormat(form.lang, { maximumFractionDigits: bytes < 10 * unit ? 1 : 0 }).format(bytes / unit)} ${of}`;
}

const whys = { kind: "evWhyKind", empty: "evWhyEmpty", large: "evWhyLarge", unreadable: "evWhyUnreadable", unhashed: "evWhyUnhashed" } as const satisfies Record<string, SayKey>;

function sayOutcomes(form: Form, outcomes: readonly Outcome[], there: readonly string[]): void {
  const { t, notices } = form;
  const refused = outcomes.filter((outcome) => outcome.why !== undefined);
  const held = outcomes.filter((outcome) => outcome.file && !outcome.kept).length;
  const work = workOf(form);
  work.held += held;
  const line = ({ why, name, size }: (typeof refused)[number]) => h("li", {}, t(whys[why], { name, size: amount(form, size), most: amount(form, mostFileBytes) }));
  if (refused.length > 0) notices.show("evidence-refused", { tone: "bad", text: () => t("evRefused", { n: refused.length }), problems: () => h("ul", { class: "plain" }, refused.map(line)) });
  if (held > 0) notices.show("evidence-held", { tone: "bad", text: () => t("evHeld", { n: work.held }) });
  if (there.length > 0) notices.show("evidence-twice", { text: () => t("evTwice", { name: there.join(", ") }) });
}

async function lookAtRoom(form: Form): Promise<void> {
  const work = workOf(form);
  work.room = await form.files.room();
  tellAll(work);
}

const leastRoom = 200_000_000; // bytes

/** How far the taking is, a way to stop it, and the room that is left. */
export function progress(form: Form, place: string): HTMLElement {
  const work = workOf(form);
  const words = h("span", {});
  const bar = h("progress", { max: 1, "aria-label": form.t("evAdd") });
  const stop = h("button", { type: "button", class: "quiet", id: `stop-${place}`, onclick: () => work.stop?.abort() }, form.t("evStop"));
  const line = h("div", { class: "ev-progress", hidden: true }, words, bar, stop);
  const room = h("p", { class: "hint ev-room", hidden: true });
  const tell = () => {
    line.hidden = work.said === "";
    stop.hidden = work.stop === undefined;
    bar.value = work.part;
    say(words, work.said);
    room.hidden = work.room === undefined;
    if (!work.room) return;
    const { free } = work.room;
    const isLow = free < Math.max(leastRoom, 2 * work.last);
    room.classList.toggle("low", isLow);
    say(room, form.t(isLow ? "evRoomLow" : "evRoom", { free: amount(form, free) }));
  };
  work.tell.set(place, tell);
  tell();
  if (!work.room) void lookAtRoom(form);
  return h("div", { role: "status" }, line, room);
}
