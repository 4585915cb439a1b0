/* Made by wasm/test/types.mjs from the JSON Schemas; do not edit. */

/**
 * Result. What follows from a sheet.
 */
export interface Result {
  /**
   * Edition
   */
  edition: string;
  /**
   * Product set
   */
  set: number;
  rubric?: LoadedRubric;
  /**
   * Option for each criterion
   */
  answers?: {
    [k: string]: string;
  };
  /**
   * Status
   */
  status: "classified" | "incomplete" | "stopped" | "rejected";
  /**
   * Total (points)
   */
  total: number;
  parts: Parts;
  /**
   * Band of the total
   */
  band: number | null;
  /**
   * Stars
   */
  star: number | null;
  /**
   * Who recognises it
   */
  authority: ("province" | "ministry") | null;
  /**
   * Minima missed
   */
  shortfalls: Shortfall[];
  /**
   * Knock-outs
   */
  gates: Gate[];
  /**
   * Unanswered criteria
   */
  unanswered: string[];
  /**
   * Criteria that fall away
   */
  notApplicable: string[];
  /**
   * Outcomes still possible
   */
  bounds: Bounds | null;
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
/**
 * Points by part
 */
export interface Parts {
  /**
   * Part A
   */
  A: number;
  /**
   * Part B
   */
  B: number;
  /**
   * Part C
   */
  C: number;
}
export interface Shortfall {
  /**
   * Star
   */
  star: number;
  /**
   * Criterion
   */
  criterion: string;
  /**
   * Option that stands
   */
  have: string | null;
  /**
   * Option needed
   */
  need: string;
}
export interface Gate {
  /**
   * Knock-out
   */
  id: string;
  /**
   * Effect
   */
  effect: "reject" | "stop";
}
export interface Bounds {
  /**
   * Least and greatest total
   *
   * @minItems 2
   * @maxItems 2
   */
  total: [number, number];
  /**
   * Least and greatest star
   *
   * @minItems 2
   * @maxItems 2
   */
  star: [number, number];
}
