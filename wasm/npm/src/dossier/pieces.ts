// The pieces of evidence and what names them. Whoever adds or removes one changes all
// that names it along with it, so that no id is left that leads nowhere.

import type { Evidence } from "../documents/dossier.js";
import { criteriaOf, type Criterion } from "../element/law.js";
import type { Form } from "./form.js";
import { namesEvidence } from "./shape.js";
import { isTable, under, valueAt, type Json, type Table } from "./tree.js";

/** A piece that is still being written. */
export type Piece = Partial<Evidence>;

type Changes = Record<string, Json | undefined>;

export const piecesOf = (form: Form): readonly Piece[] => (form.value("/evidence") as Piece[] | undefined) ?? [];

/** What is printed on papers of a kind: a last day of validity too, or number, issuer and day alone. For the others nobody is asked. */
const printed: Readonly<Partial<Record<Evidence["kind"], "term" | "number">>> = {
  "barcode-and-tracing": "term",
  "environment-and-technology": "term",
  "food-safety-certificate": "term",
  "intellectual-property": "term",
  "materials-and-linkage": "term", // contracts, VietGAP
  "production-certificate": "term",
  "quality-management": "term",
  "test-report": "term",
  "awards": "number",
  "business-registration": "number",
  "disability": "number",
  "exemption": "number",
  "place-recognition": "number",
  "quality-declaration": "number",
};

export const printedOn = (kind: Evidence["kind"] | undefined): "term" | "number" | undefined => kind && printed[kind];

// ---- ids

/** An id that no piece has, nor one that another window adds at this moment: part of it is the file's. */
export function newId(form: Form, sha256: string): string {
  const numbers = piecesOf(form).map(({ id }) => Number(/^mc-(\d+)/.exec(id ?? "")?.[1] ?? 0));
  return `mc-${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}-${sha256.slice(0, 3)}`;
}

/** The lists of ids in a dossier, by their pointers. */
function listsIn(value: Json | undefined, pointer: string): string[] {
  if (Array.isArray(value)) return namesEvidence(pointer) ? [pointer] : value.flatMap((item, i) => listsIn(item, under(pointer, i)));
  return isTable(value) ? Object.entries(value).flatMap(([name, member]) => listsIn(member, under(pointer, name))) : [];
}

/** Where pieces are named: form 02, what changed (Article 6.1), what an office asked for. */
const naming = ["report", "changes", "updates", "requests"];

/** The ids in a list. */
export const idsAt = (form: Form, pointer: string): readonly string[] => (form.value(pointer) as string[] | undefined) ?? [];

/** The lists that name a piece. */
export const tiesOf = (form: Form, id: string): string[] =>
  naming.flatMap((name) => listsIn(form.value(`/${name}`), `/${name}`)).filter((pointer) => idsAt(form, pointer).includes(id));

const listOrNothing = (ids: readonly string[]): Json | undefined => (ids.length > 0 ? [...ids] : undefined);

/** Names a piece in a list, or no more. */
export const tied = (form: Form, pointer: string, id: string, on: boolean): Json | undefined =>
  listOrNothing(on ? [...new Set([...idsAt(form, pointer), id])] : idsAt(form, pointer).filter((one) => one !== id));

// ---- one more, one less

/** What adds a piece, and names it in a list. */
export const withPiece = (form: Form, piece: Piece, pointers: readonly string[], at = piecesOf(form).length): Changes => ({
  "/evidence": [...piecesOf(form).slice(0, at), piece, ...piecesOf(form).slice(at)] as unknown as Json[],
  ...Object.fromEntries(pointers.map((pointer) => [pointer, tied(form, pointer, piece.id!, true)])),
});

/** What removes a piece, from all that names it too. */
export function withoutPiece(form: Form, index: number): Changes {
  const pieces = piecesOf(form);
  const id = pieces[index]?.id;
  const left = pieces.filter((_, i) => i !== index);
  const isLast = id !== undefined && left.every((piece) => piece.id !== id); // two may have one id, in a file of others
  return {
    "/evidence": left.length > 0 ? (left as unknown as Json[]) : undefined,
    ...Object.fromEntries(isLast ? tiesOf(form, id).map((pointer) => [pointer, tied(form, pointer, id, false)]) : []),
  };
}

// ---- what proves what

const claims = "/report/claims/";

export const claimPointer = (code: string): string => `${claims}${code}/evidence`;

/** The criteria of the product's set: those that a kind proves first, as the rubric suggests. */
export function criteriaFor(form: Form, kind: string | undefined): { suggested: Criterion[]; others: Criterion[] } {
  const all = form.rubric ? criteriaOf(form.rubric) : [];
  const isSuggested = ({ evidence }: Criterion) => kind !== undefined && evidence?.includes(kind) === true;
  return { suggested: all.filter(isSuggested), others: all.filter((one) => !isSuggested(one)) };
}

/** The kinds of evidence that fit a list, by the rubric or by what the list is for; none where any may fit. Those come first that the person has said to have. */
export function kindsFor(form: Form, pointer: string): readonly string[] {
  if (pointer.startsWith(claims)) {
    const { code = "", evidence = [] } = (form.rubric ? criteriaOf(form.rubric) : []).find((one) => claimPointer(one.code) === pointer) ?? {};
    const ticked = form.ticked[code] ?? [];
    return [...evidence.filter((kind) => ticked.includes(kind)), ...evidence.filter((kind) => !ticked.includes(kind))];
  }
  if (pointer.startsWith("/report/exemptions/")) return ["exemption"];
  if (pointer.startsWith("/report/figures/contracts/")) return ["materials-and-linkage"];
  if (pointer === "/updates/renewed") return Object.keys(printed).filter((kind) => printed[kind as Evidence["kind"]] === "term");
  const request = valueAt(form.dossier as Table, pointer.slice(0, pointer.lastIndexOf("/")));
  return isTable(request) && request.kind === "test" ? ["test-report"] : [];
}
