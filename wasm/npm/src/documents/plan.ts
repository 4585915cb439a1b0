// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

import type { SheetAbout } from "./sheet.js";

/** Request for a plan. A full sheet with what must stay and what changes cost. */
export interface PlanRequest {
  /** Edition */
  edition: "qd26-2026";
  /** Product set */
  set: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26;
  /** Option for each criterion */
  answers: { [name: string]: string };
  /** Knock-outs found */
  gates?: string[] | undefined;
  /** What stands at the head */
  about?: SheetAbout | undefined;
  /** Kinds of evidence seen for each criterion */
  evidence?: { [name: string]: string[] } | undefined;
  /** Note on each criterion */
  notes?: { [name: string]: string } | undefined;
  /** Criteria that must stay */
  locked?: string[] | undefined;
  /** Cost of changing each criterion */
  cost?: { [name: string]: number } | undefined;
  /** Star to reach */
  star?: number | undefined;
}
