// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

import type { CouncilPolicy } from "./council.js";
import type { Gate, LoadedRubric, Parts } from "./result.js";

/** Council's outcome. What follows from a council's sheets. */
export interface Outcome {
  /** Edition */
  edition: string;
  /** Product set */
  set: number;
  /** Loaded rubric */
  rubric?: LoadedRubric;
  /** Status */
  status: "rejected" | "stopped" | "no-quorum" | "incomplete" | "spread-too-wide" | "classified";
  /** Members' points */
  members: MemberTotal[];
  /** Members that the council has */
  seats: number | null;
  /** Sum (points) */
  sum: number;
  /** Sheets */
  count: number;
  /** Average */
  average: string | null;
  /** Spread (points) */
  spread: number;
  /** The two sheets furthest apart */
  widest: string[];
  /** Band of the average */
  band: number | null;
  /** Stars */
  star: number | null;
  /** Who recognises it */
  authority: "province" | "ministry" | null;
  /** Points above the band's least sum */
  margin: number | null;
  /** Knock-outs */
  gates: Gate[];
  /** Minima on which members differ */
  contested: Contested[];
  /** Pairs too far apart */
  pairs: Pair[];
  /** Criteria on which points differ */
  disagreements: Disagreement[];
  /** The council's rules of procedure */
  policy?: CouncilPolicy;
}

export interface MemberTotal {
  /** Member's id */
  id: string;
  /** Chair */
  chair: boolean;
  /** Total (points) */
  total: number;
  /** Points by part */
  parts: Parts;
}

export interface Contested {
  /** Star */
  star: number;
  /** Criterion */
  criterion: string;
  /** Members who say it is met */
  met: number;
  /** Members who say it is missed */
  missed: number;
}

export interface Pair {
  /** Two members */
  members: [string, string];
  /** Points apart */
  points: number;
}

export interface Disagreement {
  /** Criterion */
  criterion: string;
  /** Least and most points */
  points: [number, number];
}
