/* Made by wasm/test/types.mjs from the JSON Schemas; do not edit. */

/**
 * Rubric. The rubric as data, with its words in both languages.
 */
export interface Rubric {
  edition: string;
  bands?: Band[];
  sets: Set[];
  errata: Erratum[];
  oddities: Oddity[];
  evidence: Evidence[];
  sectors?: Named[];
  ministries?: Named[];
}
export interface Band {
  star: number;
  least: number;
}
export interface Set {
  no: number;
  name: Text;
  class?: Class;
  gates: Gate[];
  parts: Part[];
}
export interface Text {
  vi: string;
  en: string;
}
export interface Class {
  sector: string;
  group: string;
  subgroup?: string;
  ministries: string[];
}
export interface Gate {
  id: string;
  effect: string;
  criterion?: string;
  zeroPointsAt?: string[];
  paper?: string;
  lack?: string;
  label: Text;
}
export interface Part {
  code: string;
  max: number;
  name: Text;
  sections: Section[];
}
export interface Section {
  code: string;
  max: number;
  name: Text;
  criteria: Criterion[];
}
export interface Criterion {
  code: string;
  max: number;
  name: Text;
  group?: Group;
  notes: Text[];
  evidence?: string[];
  appliesUnless?: Condition;
  cases?: Text[];
  options: Option[];
}
export interface Group {
  code: string;
  name: Text;
}
export interface Condition {
  criterion: string;
  option: string;
}
export interface Option {
  code: string;
  points: number;
  minStar?: number;
  case?: number;
  label: Text;
}
export interface Erratum {
  set: number;
  criterion: string;
  cell: Text;
  printed: string;
  used: string;
  why: Text;
}
export interface Oddity {
  set?: number;
  criterion?: string;
  note: Text;
}
export interface Evidence {
  id: string;
  name: Text;
  proof: Text;
}
export interface Named {
  id: string;
  name: Text;
}
