// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

/** Result. What follows from a sheet. */
export interface Result {
  /** Edition */
  edition: string;
  /** Product set */
  set: number;
  /** Loaded rubric */
  rubric?: LoadedRubric;
  /** Option for each criterion */
  answers?: { [name: string]: string };
  /** Status */
  status: "classified" | "incomplete" | "stopped" | "rejected";
  /** Total (points) */
  total: number;
  /** Points by part */
  parts: Parts;
  /** Band of the total */
  band: number | null;
  /** Stars */
  star: number | null;
  /** Who recognises it */
  authority: "province" | "ministry" | null;
  /** Minima missed */
  shortfalls: Shortfall[];
  /** Knock-outs */
  gates: Gate[];
  /** Unanswered criteria */
  unanswered: string[];
  /** Criteria that fall away */
  notApplicable: string[];
  /** Outcomes still possible */
  bounds: Bounds | null;
}

export interface LoadedRubric {
  /** Edition */
  id: string;
  /** SHA-256 of the rubric's document */
  sha256: string;
}

export interface Parts {
  /** Part A */
  A: number;
  /** Part B */
  B: number;
  /** Part C */
  C: number;
}

export interface Shortfall {
  /** Star */
  star: number;
  /** Criterion */
  criterion: string;
  /** Option that stands */
  have: string | null;
  /** Option needed */
  need: string;
}

export interface Gate {
  /** Knock-out */
  id: string;
  /** Effect */
  effect: "reject" | "stop";
}

export interface Bounds {
  /** Least and greatest total */
  total: [number, number];
  /** Least and greatest star */
  star: [number, number];
}
