// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

import type { Result, Shortfall } from "./result.js";

/** Difference. What changes from one sheet to another of the same product set. */
export interface Difference {
  /** Result before */
  before: Result;
  /** Result after */
  after: Result;
  /** Criteria answered otherwise */
  changes: Answered[];
  /** Minima missed now and not before */
  opened: Shortfall[];
  /** Minima missed before and not now */
  closed: Shortfall[];
}

export interface Answered {
  /** Criterion */
  criterion: string;
  /** From option */
  from: string | null;
  /** To option */
  to: string | null;
  /** Points gained or lost */
  points: number;
}
