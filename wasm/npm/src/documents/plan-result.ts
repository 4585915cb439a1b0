// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

import type { LoadedRubric } from "./result.js";

/** Plan. What to change to reach a star. */
export interface Plan {
  /** Edition */
  edition?: string;
  /** Product set */
  set?: number;
  /** Star to reach */
  star: number;
  /** Whether it can be reached */
  reachable: boolean;
  /** Cost */
  cost: number | null;
  /** Total (points) */
  total: FromTo;
  /** Changes */
  changes: Change[];
  /** What stands in the way */
  blockedBy?: string[];
  /** Loaded rubric */
  rubric?: LoadedRubric;
  /** Other ways */
  others?: Way[];
}

export interface FromTo {
  /** Now */
  from: number;
  /** Then */
  to: number | null;
}

export interface Change {
  /** Criterion */
  criterion: string;
  /** From option */
  from: string;
  /** To option */
  to: string;
  /** Points gained */
  points: number;
  /** Reason */
  reason: "minimum" | "points";
}

export interface Way {
  /** Edition */
  edition?: string;
  /** Product set */
  set?: number;
  /** Star to reach */
  star: number;
  /** Whether it can be reached */
  reachable: boolean;
  /** Cost */
  cost: number | null;
  /** Total (points) */
  total: FromTo;
  /** Changes */
  changes: Change[];
  /** What stands in the way */
  blockedBy?: string[];
  /** Loaded rubric */
  rubric?: LoadedRubric;
}
