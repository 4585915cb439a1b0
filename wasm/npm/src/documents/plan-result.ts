/* Made by wasm/test/types.mjs from the JSON Schemas; do not edit. */

/**
 * Plan. What to change to reach a star.
 */
export interface Plan {
  /**
   * Edition
   */
  edition?: string;
  /**
   * Product set
   */
  set?: number;
  /**
   * Star to reach
   */
  star: number;
  /**
   * Whether it can be reached
   */
  reachable: boolean;
  /**
   * Cost
   */
  cost: number | null;
  total: FromTo;
  /**
   * Changes
   */
  changes: Change[];
  /**
   * What stands in the way
   */
  blockedBy?: string[];
  rubric?: LoadedRubric;
  /**
   * Other ways
   */
  others?: Way[];
}
/**
 * Total (points)
 */
export interface FromTo {
  /**
   * Now
   */
  from: number;
  /**
   * Then
   */
  to: number | null;
}
export interface Change {
  /**
   * Criterion
   */
  criterion: string;
  /**
   * From option
   */
  from: string;
  /**
   * To option
   */
  to: string;
  /**
   * Points gained
   */
  points: number;
  /**
   * Reason
   */
  reason: "minimum" | "points";
}
/**
 * Loaded rubric
 */
export interface LoadedRubric {
  /**
   * Edition
   */
  id: string;
  /**
   * SHA-256 of the rubric's document
   */
  sha256: string;
}
export interface Way {
  /**
   * Edition
   */
  edition?: string;
  /**
   * Product set
   */
  set?: number;
  /**
   * Star to reach
   */
  star: number;
  /**
   * Whether it can be reached
   */
  reachable: boolean;
  /**
   * Cost
   */
  cost: number | null;
  total: FromTo1;
  /**
   * Changes
   */
  changes: Change[];
  /**
   * What stands in the way
   */
  blockedBy?: string[];
  rubric?: LoadedRubric1;
}
/**
 * Total (points)
 */
export interface FromTo1 {
  /**
   * Now
   */
  from: number;
  /**
   * Then
   */
  to: number | null;
}
/**
 * Loaded rubric
 */
export interface LoadedRubric1 {
  /**
   * Edition
   */
  id: string;
  /**
   * SHA-256 of the rubric's document
   */
  sha256: string;
}
