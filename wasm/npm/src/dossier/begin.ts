// Where a dossier begins: blank, with a self-assessment, or with an earlier dossier of
// the same product. Nothing here is drawn, and nothing is made up: what the producer has
// to say anew is left out, so that the checks ask for it.

import { fallsAway, type Criterion } from "../element/law.js";
import type { Catalogue, Dossier, Sheet } from "../types.js";
import { edition } from "../words.js";
import type { Draft } from "./form.js";
import { isTable, type Json, type Table } from "./tree.js";

export type Application = Dossier["application"];

interface Beginning {
  catalogue: Catalogue;
  /** The day it begins on, as "2026-07-03". */
  today: string;
}

/** A dossier in which nothing is entered yet but what is known: of a product set its class (Appendix I). */
export function firstDossier({ set, application = "first", catalogue, today }: Beginning & { set?: number | undefined; application?: Application }): Draft {
  return draft({ edition, application, product: set === undefined ? undefined : classOf(catalogue, set), registration: { year: yearOf(today) } });
}

/** A dossier that a self-assessment begins, and what of it has no place there. */
export interface FromSheet {
  dossier: Draft;
  /** The kinds of evidence that were ticked, by criterion: papers that there should be. */
  ticked: Record<string, string[]>;
  /** The knock-outs that were ticked: a producer claims none, the offices find them. */
  gates: string[];
}

/**
 * The dossier of a product that was scored, finished or not: the levels become claims,
 * the notes their descriptions. What falls away with another answer is not claimed.
 */
export function fromSheet(sheet: Sheet, { criteria, application = "first", ...beginning }: Beginning & { criteria: Iterable<Pick<Criterion, "code" | "appliesUnless">>; application?: Application }): FromSheet {
  const { set, answers, gates = [], about = {}, evidence = {}, notes = {} } = sheet;
  const dropped = new Set(fallsAway(criteria, sheet));
  const [options, descriptions] = [kept(answers, dropped), kept(notes, dropped)];
  const codes = [...new Set([...options.keys(), ...descriptions.keys()])];
  const begun = firstDossier({ set, application, ...beginning }) as Table;
  const dossier = draft({
    ...begun,
    producer: some({ name: filled(about.producer), address: filled(about.address) }),
    product: some({ name: filled(about.product), ...tableOf(begun.product) }),
    report: codes.length > 0 ? { claims: Object.fromEntries(codes.map((code) => [code, some({ option: options.get(code), description: descriptions.get(code) })!])) } : undefined,
  });
  return { dossier, ticked: Object.fromEntries(Object.entries(evidence).filter(([code, kinds]) => !dropped.has(code) && kinds.length > 0)), gates: [...gates] };
}

/** The texts of criteria that apply. */
const kept = (texts: Record<string, string>, dropped: ReadonlySet<string>): Map<string, string> =>
  new Map(Object.entries(texts).flatMap(([code, text]) => (dropped.has(code) || !filled(text) ? [] : [[code, text.trim()]])));

/**
 * A dossier of the same product for another application (Article 6.1). It keeps who
 * makes it, the product, the report and the evidence. What belonged to the earlier time
 * goes: days, receipts, and all that offices wrote. The recognition, if there was one,
 * is the earlier one now. What has changed since is left to be written: changes for an
 * upgrade (6.1.b), updates for a re-assessment (6.1.c).
 */
export function again(earlier: Draft, application: Application, { today, province }: Pick<Beginning, "today"> & { province?: string | undefined }): Draft {
  const { producer, product, registration, report, evidence, extensions } = earlier as Table;
  return draft({
    edition, application, producer,
    product: without(product, "code"), // which was given on recognition, and is the earlier one's
    registration: { ...tableOf(without(registration, "date", "communeReceipt", "provinceReceipt")), year: yearOf(today) },
    report: without(report, "date"),
    evidence: Array.isArray(evidence) ? evidence.filter(isProducers(earlier as Table)) : evidence,
    previous: recognition(earlier, province), extensions,
  });
}

/** The earlier recognition: what was decided, or what was the earlier one already; none that was withdrawn. */
function recognition({ decision, product, previous, withdrawal }: Draft, province: string | undefined): Table | undefined {
  if (withdrawal) return undefined;
  if (!decision) return previous as Table | undefined;
  const { star, number, by, issued, date, expires } = decision;
  return some({ productCode: product?.code, star, decision: number, issuer: issuerOf(by, province), issued: issued ?? date, expires });
}

/** Who recognised it, as papers name it; the province in its full name, "Tỉnh Đắk Lắk". */
function issuerOf(by: NonNullable<Dossier["decision"]>["by"], province: string | undefined): string | undefined {
  if (by === "ministry") return "Bộ Nông nghiệp và Môi trường";
  return province && `UBND ${province.replace(/^(?:Tỉnh|Thành phố) /, (kind) => kind.toLowerCase())}`;
}

/** Whether a piece of evidence is the producer's own; what only offices' requests name is theirs. */
function isProducers({ requests, ...others }: Table): (piece: Json) => boolean {
  const [asked, named] = [namedIn(requests), namedIn(others)];
  return (piece) => !isTable(piece) || typeof piece.id !== "string" || !asked.has(piece.id) || named.has(piece.id);
}

/** All texts that stand in lists: the ids of evidence are among them. */
function namedIn(value: Json | undefined): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((item) => (typeof item === "string" ? [item] : [...namedIn(item)])));
  return new Set(isTable(value) ? Object.values(value).flatMap((member) => [...namedIn(member)]) : []);
}

/** The place in the classification that a product set is of (Appendix I). */
export function classOf(catalogue: Catalogue, set: number): Table {
  for (const { code: sector, sets } of catalogue.sectors) {
    const its = sets.find(({ no }) => no === set);
    if (its) return { sector, group: its.group, ...(its.subgroup && { subgroup: its.subgroup }), set };
  }
  return { set };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;

const tableOf = (value: Json | undefined): Table => (isTable(value) ? value : {});

/** A table without some of its members; what is no table stays as it is. */
const without = (value: Json | undefined, ...names: string[]): Json | undefined =>
  isTable(value) ? some(Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))) : value;

/** The members that there are; undefined where there are none. */
function some(members: { [name: string]: Json | undefined }): Table | undefined {
  const there = Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined);
  return there.length > 0 ? Object.fromEntries(there) : undefined;
}

/** A dossier of the members that there are: a copy, which shares nothing. */
const draft = (members: { [name: string]: Json | undefined }): Draft => structuredClone(some(members) ?? {}) as Draft;
