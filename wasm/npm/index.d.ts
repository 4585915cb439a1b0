import type { Council } from "./types/council.js";
import type { Deadlines } from "./types/deadlines.js";
import type { Dossier } from "./types/dossier.js";
import type { Holidays } from "./types/holidays.js";
import type { Life } from "./types/life.js";
import type { Milestones } from "./types/milestones.js";
import type { Outcome } from "./types/outcome.js";
import type { Paper } from "./types/paper.js";
import type { PlanRequest } from "./types/plan.js";
import type { Plan } from "./types/plan-result.js";
import type { Result } from "./types/result.js";
import type * as published from "./types/rubric.js";
import type { Sheet } from "./types/sheet.js";
import type { Standing } from "./types/standing.js";
import type { Finding, Verdict } from "./types/verdict.js";

export type { Council, Deadlines, Dossier, Holidays, Life, Milestones, Outcome, Paper, Plan, PlanRequest, Result, Sheet, Standing, Verdict };

/** What is wrong with an input: code, JSON Pointer, severity, message in vi and en. */
export type Problem = Finding;

export type Lang = "vi" | "en";

/** A document as plain data, or as its JSON text or bytes, in which doubled members are found too. */
export type Written<T> = T | string | ArrayBufferView | ArrayBufferLike;

/** Where a module comes from, at most one of url, module and bytes, and its hash. */
export interface Source {
  url?: string | URL;
  module?: WebAssembly.Module;
  bytes?: ArrayBufferView | ArrayBufferLike;
  /** As in fetch: "sha384-…", also sha256 and sha512. For the package's own files it is known. Not beside module. */
  integrity?: string;
}

export interface Options extends Source {
  /** The second module, which checks dossiers: false for later, or where it is. Default true. */
  checks?: boolean | Source;
  /** The languages whose words are loaded at once. Default both; [] for none. */
  words?: Lang[];
  /** The folder words, if it is not beside the package's index.js. */
  wordsURL?: string | URL;
}

/** Published rubric of one product set, each text an object with vi and en. */
export type RubricSet = published.Set;

/** A type with each text in one language. */
export type Worded<T> = T extends published.Text ? string : T extends (infer U)[] ? Worded<U>[] : T extends object ? { [K in keyof T]: Worded<T[K]> } : T;

/** A type without its texts. */
export type Wordless<T> = T extends (infer U)[]
  ? Wordless<U>[]
  : T extends object
    ? { [K in keyof T as K extends "name" | "label" | "notes" | "cases" ? never : T[K] extends published.Group | undefined ? never : K]: Wordless<T[K]> }
    : T;

export interface Catalogue {
  edition: string;
  lang: Lang;
  /** The package's version, and the SHA-256 of the published rubric that the words are of. */
  version: string;
  rubric: string;
  sectors: { code: string; name: string; sets: { no: number; name: string; group: string; subgroup?: string }[] }[];
  evidence: { id: string; name: string; proof: string }[];
  errata: { set: number; criterion: string; cell: string; printed: string; used: string; why: string }[];
}

/** How safe a star is: the least points whose loss costs it, and the criteria whose fall by one option does. */
export interface Safety {
  edition: string;
  set: number;
  points: number;
  criteria: string[];
}

/** A day, as "2026-09-17". */
export interface AsOf {
  on?: string;
}

/** A day, and the days off of the years that they name, in place of those built in. */
export interface Dated extends AsOf {
  holidays?: Written<Holidays>;
}

/** An error that carries its problems. */
export class OcopError extends Error {
  constructor(problems: Problem[]);
  readonly problems: Problem[];
}

export type PaperName = "form-01" | "form-02" | "form-03" | "score-sheet" | "self-assessment" | "minutes" | "report";

export interface PaperOptions {
  /** The language of the paper; vi if not given. */
  lang?: Lang;
  /** For the minutes of a dossier: whose council; the province's if not given. */
  council?: "province" | "ministry";
}

export const edition: "qd26-2026";
export const languages: readonly Lang[];

export function load(options?: Options): Promise<Ocop>;

/** The rules, ready to be asked. Every method that is not async answers at once, and throws OcopError. */
export interface Ocop {
  score(sheet: Written<Sheet>): Result;
  plan(request: Written<PlanRequest>): Plan;
  council(request: Written<Council>): Outcome;
  safety(sheet: Written<Sheet>): Safety | null;
  vector(sheet: Written<Sheet>): string;
  parseVector(text: string | ArrayBufferView | ArrayBufferLike): Sheet;
  /** A dossier that is not filed yet is judged as if filed on the day. */
  validate(document: Written<Dossier>, options?: { as?: "dossier" } & Dated): Verdict;
  validate(document: Written<unknown>, options: { as: "dossier" } & Dated): Verdict;
  validate(document: Written<unknown>, options: { as: "dossier" | "sheet" | "plan" | "council" }): Verdict;
  claims(dossier: Written<Dossier>, options?: AsOf): Sheet;
  deadlines(document: Written<Dossier | Milestones>, options?: Dated): Deadlines;
  life(document: Written<Dossier | Life>, options?: AsOf): Standing;
  paper(name: PaperName, document: Written<Partial<Dossier> | Sheet | Council>, options?: PaperOptions): Paper;
  paperHTML(name: PaperName, document: Written<Partial<Dossier> | Sheet | Council>, options?: PaperOptions): string;
  /** The files of a DOCX, which ./papers puts together. */
  paperParts(name: PaperName, document: Written<Partial<Dossier> | Sheet | Council>, options?: PaperOptions): { name: string; content: string }[];
  rules(set: number): Wordless<RubricSet> & { edition: string; rubric: string; bands: { star: number; least: number }[] };
  rubric(set: number): RubricSet;
  rubric(set: number, options: { lang: Lang }): Worded<RubricSet>;
  catalogue(options?: { lang?: Lang }): Catalogue;
  loadWords(lang: Lang, set?: number | "all" | "index"): Promise<void>;
  loadChecks(source?: Source): Promise<void>;
}
