// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

import type { SheetAbout } from "./sheet.js";

/** Council. The members' sheets and the council's rules of procedure. */
export interface Council {
  /** Edition */
  edition: "qd26-2026";
  /** Product set */
  set: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26;
  /** Members that the council has */
  seats?: number | undefined;
  /** Members' sheets */
  members: Member[];
  /** Knock-outs found */
  gates?: string[] | undefined;
  /** The council's rules of procedure */
  policy?: CouncilPolicy | undefined;
  /** What stands at the head of the minutes */
  about?: CouncilAbout | undefined;
}

export interface Member {
  /** Member's id */
  id: string;
  /** Option for each criterion */
  answers: { [name: string]: string };
  /** Chair */
  chair?: boolean | undefined;
  /** Edition */
  edition?: string | undefined;
  /** Product set */
  set?: number | undefined;
  /** Member's name */
  name?: string | undefined;
  /** What stands at the head */
  about?: SheetAbout | undefined;
  /** Kinds of evidence seen for each criterion */
  evidence?: { [name: string]: string[] } | undefined;
  /** Note on each criterion */
  notes?: { [name: string]: string } | undefined;
}

export interface CouncilPolicy {
  /** Greatest spread (points) */
  maxSpread?: number | undefined;
  /** Quorum */
  quorum?: string | undefined;
  /** The chair must be present */
  chairRequired?: boolean | undefined;
  /** When a minimum is met */
  minima?: "majority" | "all" | "mean" | undefined;
}

export interface CouncilAbout {
  /** Product */
  product?: string | undefined;
  /** Producer */
  producer?: string | undefined;
  /** Address */
  address?: string | undefined;
  /** Day of the meeting */
  day?: string | undefined;
  /** Place of the meeting */
  place?: string | undefined;
  /** The rules of procedure as issued, by number or name */
  rules?: string | undefined;
  /** Day they were issued */
  rulesDay?: string | undefined;
}
