// What goes in and what comes out, beside the documents, whose types are made from
// the JSON Schemas. Nothing here needs the types of a browser or of Node.

import type { Council, Dossier, Holidays, RubricGroup, RubricSet, RubricText, Sheet } from "./documents/index.js";

export type * from "./documents/index.js";

export type Lang = "vi" | "en";

/** Bytes in any view or buffer. */
export type Bytes = ArrayBufferView | ArrayBufferLike;

/** A document as plain data, or as its JSON text or bytes, in which doubled members are found too. */
export type Written<T> = T | string | Bytes;

/** An address: a text, or a URL of any runtime. */
export type Address = string | { readonly href: string };

/** Where a module comes from, at most one of url, module and bytes, and its hash. */
export interface Source {
  url?: Address | undefined;
  /** A WebAssembly.Module, compiled already. */
  module?: object | undefined;
  bytes?: Bytes | undefined;
  /** As in fetch: "sha384-…", also sha256 and sha512. For the package's own files it is known. Not beside module. */
  integrity?: string | undefined;
}

export interface Options extends Source {
  /** The second module, which checks dossiers: false for later, or where it is. Default true. */
  checks?: boolean | Source | undefined;
  /** The languages whose words are loaded at once. Default both; [] for none. */
  words?: readonly Lang[] | undefined;
  /** The folder words, if it is not beside the package's index.js. */
  wordsURL?: Address | undefined;
}

/** A type with each text in one language. */
export type Worded<T> = T extends RubricText ? string : T extends (infer U)[] ? Worded<U>[] : T extends object ? { [K in keyof T]: Worded<T[K]> } : T;

/** A type without its texts. */
export type Wordless<T> = T extends (infer U)[]
  ? Wordless<U>[]
  : T extends object
    ? { [K in keyof T as K extends "name" | "label" | "notes" | "cases" ? never : T[K] extends RubricGroup | undefined ? never : K]: Wordless<T[K]> }
    : T;

/** A product set's rules: its rubric without words, and what it is of. */
export type Rules = Wordless<RubricSet> & { edition: string; rubric: string; bands: { star: number; least: number }[] };

export interface Catalogue {
  edition: string;
  lang: Lang;
  /** The package's version, and the SHA-256 of the published rubric that the words are of. */
  version: string;
  rubric: string;
  sectors: { code: string; name: string; sets: { no: number; name: string; group: string; subgroup?: string }[] }[];
  /** What people call products, with the sets that they may belong to. */
  search: { sets: number[]; words: string[] }[];
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
  on?: string | undefined;
}

/** A day, and the days off of the years that they name, in place of those built in. */
export interface Dated extends AsOf {
  holidays?: Written<Holidays> | undefined;
}

export type PaperName = "form-01" | "form-02" | "form-03" | "score-sheet" | "self-assessment" | "minutes" | "report";

/** What a paper is made of. */
export type PaperSource = Partial<Dossier> | Sheet | Council;

export interface PaperOptions {
  /** The language of the paper; vi if not given. */
  lang?: Lang | undefined;
  /** For the minutes of a dossier: whose council; the province's if not given. */
  council?: "province" | "ministry" | undefined;
}

/** A file of a DOCX, or another that consists of files. */
export interface Part {
  name: string;
  content: string;
}

/** A step from a sheet to its result. What does not concern a step is left out. */
export interface Step {
  kind: "criterion" | "not-applicable" | "unanswered" | "part" | "total" | "gate" | "band" | "minimum" | "star" | "no-star" | "bounds" | "authority";
  /** Where in the decision it rests: an article, or a set and perhaps a criterion of Appendix II. */
  rule: { article?: string; set?: number; criterion?: string };
  criterion?: string;
  /** The option that stands, and the one that a minimum asks for. */
  option?: string;
  need?: string;
  part?: string;
  points?: number;
  star?: number;
  met?: boolean;
  gate?: string;
  /** The reading of ours that decides the step; text names it. */
  reading?: string;
  /** Those of the criterion, where text quotes an option's label. */
  notes?: RubricText[];
  text: RubricText;
}
