// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

/** Rubric. The rubric as data, with its words in both languages. */
export interface Rubric {
  edition: string;
  bands?: Band[];
  sets: RubricSet[];
  errata: Erratum[];
  oddities: Oddity[];
  evidence: RubricEvidence[];
  sectors?: RubricName[];
  ministries?: RubricName[];
}

export interface Band {
  star: number;
  least: number;
}

/** The published rubric of one product set, each text an object with vi and en */
export interface RubricSet {
  no: number;
  name: RubricText;
  class?: RubricClass;
  gates: RubricGate[];
  parts: RubricPart[];
}

export interface RubricText {
  vi: string;
  en: string;
}

export interface RubricClass {
  sector: string;
  group: string;
  subgroup?: string;
  ministries: string[];
}

export interface RubricGate {
  id: string;
  effect: string;
  criterion?: string;
  zeroPointsAt?: string[];
  paper?: string;
  lack?: string;
  label: RubricText;
}

export interface RubricPart {
  code: string;
  max: number;
  name: RubricText;
  sections: RubricSection[];
}

export interface RubricSection {
  code: string;
  max: number;
  name: RubricText;
  criteria: Criterion[];
}

export interface Criterion {
  code: string;
  max: number;
  name: RubricText;
  group?: RubricGroup;
  notes: RubricText[];
  evidence?: string[];
  appliesUnless?: RubricCondition;
  cases?: RubricText[];
  options: RubricOption[];
}

export interface RubricGroup {
  code: string;
  name: RubricText;
}

export interface RubricCondition {
  criterion: string;
  option: string;
}

export interface RubricOption {
  code: string;
  points: number;
  minStar?: number;
  case?: number;
  label: RubricText;
}

export interface Erratum {
  set: number;
  criterion: string;
  cell: RubricText;
  printed: string;
  used: string;
  why: RubricText;
}

export interface Oddity {
  set?: number;
  criterion?: string;
  note: RubricText;
}

export interface RubricEvidence {
  id: string;
  name: RubricText;
  proof: RubricText;
}

export interface RubricName {
  id: string;
  name: RubricText;
}
